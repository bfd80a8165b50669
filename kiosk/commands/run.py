"""Open the board full screen; without a display, render its pages to pictures instead."""

import argparse
import os
import sys
from collections.abc import Mapping
from datetime import datetime
from importlib import import_module
from pathlib import Path

from kiosk.command import ToldError
from kiosk.commands.common import add_plant_options, moment, plant_folder, plant_in, settings_of, size_of
from kiosk.settings import Settings, station_id
from kiosk.spare import own_import

SWITCHES = ("windowed", "reduced_motion")
OPTIONS = {  # setting -> what it is, for --help; the settings file and GEMBABOARD_* take the same names
    "node": "a line, an area or the site to open on",
    "theme": "dark, light, colourblind, highcontrast or a .toml file",
    "language": "what this screen speaks, such as de or pl (default: the site's language)",
    "screen": "the name of the screen, such as HDMI-1",
    "diagonal_inch": "the screen's diagonal in inches",
    "distance_m": "how far away its readers stand, in metres",
    "data_folder": "where the database and the station's name live",
    "log_folder": "where the logs are written",
    "backup_folder": "where the hourly copies are written",
    "station": "the name of this station in the journal",
}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands."""
    add_plant_options(parser)
    for name, told in OPTIONS.items():
        parser.add_argument(f"--{name.replace('_', '-')}", dest=name, help=told)
    parser.add_argument("--windowed", action="store_true", default=None, help="in a window, not full screen")
    parser.add_argument("--reduced-motion", action="store_true", default=None, help="nothing slides or fades")
    parser.add_argument("--size", metavar="WIDTHxHEIGHT", help="the size of the window with --windowed")
    parser.add_argument("--at", metavar="TIME", help="open at that moment and run on from there")


def run(options: argparse.Namespace) -> int:
    """Run the board until its window is closed."""
    settings = settings_of(options, **{name: getattr(options, name) for name in (*OPTIONS, *SWITCHES)})
    if not _has_display(os.environ):
        return _without_display(settings, options)
    with own_import():
        import_module("PySide6.QtCore")
    from kiosk.screen import Opening, open_board  # noqa: PLC0415 - Qt is loaded only where there is a display

    folder = plant_folder(settings)
    return open_board(
        settings,
        Opening(
            plant=folder,
            station=station_id(settings),
            at=_moment(options.at, folder),
            size=None if options.size is None else size_of(options.size),
        ),
    )


def _moment(text: str | None, folder: Path) -> datetime | None:
    """Return the moment to open at; the plant is read for its zone only where one was given."""
    if text is None:
        return None
    return moment(text, plant_in(folder).site.zone)


def _has_display(environ: Mapping[str, str]) -> bool:
    """Tell whether a window can be opened here."""
    if sys.platform != "linux" or environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def _without_display(settings: Settings, options: argparse.Namespace) -> int:
    """Say so in one sentence, render the pages and print where they are."""
    plant_in(plant_folder(settings))  # a plant with problems is told first
    print("There is no display here, so the pages were rendered to pictures; any page: gembaboard render --help")
    import tempfile  # noqa: PLC0415 - as above

    from kiosk.commands.render import render_pages  # noqa: PLC0415 - as above

    try:
        folder = Path(tempfile.mkdtemp(prefix="gembaboard-"))
    except OSError as error:
        raise ToldError(f"no folder for the pictures could be made ({error.strerror})") from error
    for path in render_pages(settings, folder, at=options.at):
        print(path)
    return 0
