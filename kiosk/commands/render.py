"""Render any page to a PNG file; no display needed."""

import argparse
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from board.pages.sicb import SicbPages
from board.plant.plant import Plant
from board.views.sicb import Sicb, SicbLines
from board.views.sqcdp import Sqcdp
from kiosk.command import ToldError
from kiosk.commands.common import (
    add_moment_options,
    add_plant_options,
    moment,
    plant_folder,
    plant_in,
    progress,
    settings_of,
    size_of,
)
from kiosk.report import only_node, sicb_of, sqcdp_of
from kiosk.settings import Settings
from kiosk.wiring.glance import glance
from kiosk.wish import LINES, SICB

FULL_HD = (1920, 1080)
SQCDP = "sqcdp"
PAGES = (SICB, LINES, SQCDP)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands."""
    parser.add_argument("out", type=Path, help="the PNG file to write")
    add_plant_options(parser)
    add_moment_options(parser)
    parser.add_argument("--page", choices=PAGES, default=SICB, help="default: sicb")
    parser.add_argument("--size", default="1920x1080", metavar="WIDTHxHEIGHT", help="default: 1920x1080")
    parser.add_argument("--theme", help="dark, light, colourblind or highcontrast")


def run(options: argparse.Namespace) -> int:
    """Write the picture and print where it is; ToldError where it cannot be made."""
    settings = settings_of(options, node=options.node, theme=options.theme)
    size = size_of(options.size)
    folder = plant_folder(settings)
    plant = plant_in(folder)
    at = moment(options.at, plant.site.zone)
    known_at = moment(options.as_known, plant.site.zone)
    now = at or datetime.now(UTC)
    with glance(folder, settings.database, at=at, heard=progress("reading")) as found:
        try:
            node = plant.site.id if options.page == LINES and options.node is None else only_node(plant, settings.node)
            view: Sicb | SicbLines | Sqcdp = (
                sqcdp_of(found, node, now=now, known_at=known_at)
                if options.page == SQCDP
                else sicb_of(found, node, now=now, shift=options.shift, known_at=known_at)
            )
        except KeyError as error:
            raise ToldError(str(error.args[0])) from error
    _paint(view, plant, options.out, theme=settings.theme, now=now, size=size)
    print(options.out)
    return 0


def render_pages(settings: Settings, folder: Path, *, at: str | None) -> Iterator[Path]:
    """Render every page of the plant to its own file in a folder; yield each file as it is there."""
    plant_at = plant_folder(settings)
    plant = plant_in(plant_at)
    moment_at = moment(at, plant.site.zone)
    now = moment_at or datetime.now(UTC)
    with glance(plant_at, settings.database, at=now, heard=progress("reading")) as found:
        pages = SicbPages(found.reader)
        views: list[tuple[str, Sicb | SicbLines]] = [
            (f"{SICB}-{line.id}", pages.line(line.id, found.history, now=now)) for line in plant.lines
        ]
        if len(plant.lines) > 1:
            views.append((LINES, pages.lines(plant.site.id, found.history, now=now)))
    for name, view in views:
        path = folder / f"{name}.png"
        _paint(view, plant, path, theme=settings.theme, now=now, size=FULL_HD)
        yield path


def _paint(
    view: Sicb | SicbLines | Sqcdp, plant: Plant, out: Path, *, theme: str, now: datetime, size: tuple[int, int]
) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # whatever the screens here are driven by
    from kiosk.picture import paint_board  # noqa: PLC0415 - Qt is loaded when everything else went well

    try:
        paint_board(view, plant, theme=theme, now=now, size=size).save(str(out))
    except OSError as error:
        raise ToldError(f"{out} cannot be written ({error})") from error
    if not out.exists():
        raise ToldError(f"{out} cannot be written; is its folder there?")
