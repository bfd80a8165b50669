"""Options and steps that several sub-commands share."""

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from board.plant.load import load_plant
from board.plant.plant import Plant
from board.plant.problem import PlantError
from kiosk.command import ToldError
from kiosk.moment import MomentError, parse_moment
from kiosk.settings import Settings, SettingsError, load_settings

if TYPE_CHECKING:
    from board.kpi.reading import Batch

PROGRESS_EVERY_S = 0.5
SMALLEST, LARGEST = 320, 16_384


def add_plant_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which plant and which database."""
    parser.add_argument("--plant", metavar="FOLDER", help="the plant folder (default: the demo plant)")
    parser.add_argument("--database", metavar="FILE", help="the board's database")
    parser.add_argument("--settings", metavar="FILE", help="the kiosk's settings (default: kiosk.toml of this user)")


def add_moment_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which node, shift and moment."""
    parser.add_argument("--node", help="a line, an area or the site; may be left out where the plant has one line")
    parser.add_argument("--shift", metavar="NAME", help="a shift of that production day (default: the one that runs)")
    parser.add_argument("--at", metavar="TIME", help="the board for that moment, in site time: 2026-11-20T10:00")
    parser.add_argument("--as-known", metavar="TIME", help="only what had been received by then")


def settings_of(options: argparse.Namespace, **more: object) -> Settings:
    """Return the settings with the options on top; ToldError where they cannot be used."""
    given = {"plant": options.plant, "database": options.database, **more}
    try:
        return load_settings(given, file=Path(options.settings) if options.settings else None)
    except SettingsError as error:
        raise ToldError(str(error)) from error


def demo_folder() -> Path:
    """Return the demo plant that ships with the board."""
    import assets  # noqa: PLC0415 - only for its place

    return Path(str(assets.__file__)).parent / "plants" / "demo"


def plant_folder(settings: Settings) -> Path:
    """Return the plant folder in use: the one set, or the demo plant."""
    return settings.plant or demo_folder()


def plant_in(folder: Path) -> Plant:
    """Return the plant of a folder; ToldError with every problem, one per line."""
    try:
        return load_plant(folder)
    except PlantError as error:
        raise ToldError("\n".join(problem.sentence for problem in error.problems)) from error


def stored(settings: Settings) -> Path:
    """Return the board's database; ToldError where there is none yet."""
    if not settings.database.exists():
        raise ToldError(f"{settings.database} does not exist; it is made when the board runs for the first time")
    return settings.database


def claim(database: Path) -> None:
    """See that no other board writes to the database: Refused where one does, OSError where its folder is no use."""
    from board.store.rescue import Lock  # noqa: PLC0415 - opening the board needs none of it

    database.parent.mkdir(parents=True, exist_ok=True)
    Lock(database).release()


@contextmanager
def told() -> Iterator[None]:
    """Turn what the store refuses into a sentence for the person at the command line."""
    from board.store.backup import BackupError  # noqa: PLC0415 - opening the board needs none of it
    from board.store.refused import Refused  # noqa: PLC0415 - as above

    try:
        yield
    except (BackupError, Refused, OSError) as error:
        raise ToldError(str(error)) from error


def moment(text: str | None, zone: ZoneInfo) -> datetime | None:
    """Return the UTC moment of an option, None where it was not given; ToldError where it is no time."""
    if text is None:
        return None
    try:
        return parse_moment(text, zone)
    except MomentError as error:
        raise ToldError(str(error)) from error


def day_in(text: str | None) -> date | None:
    """Return the day of an option, None where it was not given; ToldError where it is no day."""
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise ToldError(f"{text!r} is not a day; write it like 2026-11-18") from error


def progress(what: str) -> "Callable[[Batch], None]":
    """Return a listener that tells on stderr, twice a second at most, how far a first look at a source has come."""
    told_s = time.monotonic()
    rows = 0

    def heard(batch: "Batch") -> None:
        nonlocal told_s, rows
        rows += len(batch.readings)
        if time.monotonic() - told_s < PROGRESS_EVERY_S:
            return
        told_s = time.monotonic()
        share = "" if batch.progress is None else f", {float(batch.progress):.0%}"
        print(f"{what} {batch.source}: {rows} readings{share}", file=sys.stderr)

    return heard


def size_of(text: str) -> tuple[int, int]:
    """Return width and height in pixels; ToldError where the text is no size."""
    found = re.fullmatch(r"(\d+)[x×](\d+)", text)
    if found is None:
        raise ToldError(f"{text!r} is not a size; write it like 1920x1080")
    width, height = int(found[1]), int(found[2])
    if not (SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST):
        raise ToldError(f"{text} is not a size between {SMALLEST} and {LARGEST} pixels")
    return width, height
