"""Check the plant and try every source, and say in sentences what is wrong."""

import argparse
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from board.kpi.figure import kpi_complaints
from board.kpi.reading import Batch
from board.plant.plant import Plant, SourceSpec
from board.sources.contract import SettingsError, SourceContext, SourceError, open_source
from kiosk.commands.common import add_plant_options, plant_folder, plant_in, settings_of, size_of
from kiosk.legible import too_small_to_read
from kiosk.report import print_table
from kiosk.settings import Settings
from kiosk.speakable import unspeakable
from kiosk.theme import theme_complaints
from kiosk.touchable import too_small_to_touch

MOST_COMPLAINTS = 8  # of each source; the rest is counted
LONGEST_LOOK_S = 20.0


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands."""
    parser.add_argument("folder", nargs="?", help="the plant folder, as with --plant")
    add_plant_options(parser)
    parser.add_argument("--size", default="1920x1080", metavar="WIDTHxHEIGHT", help="the screen (default: 1920x1080)")


def run(options: argparse.Namespace) -> int:
    """Check everything; 0 where all is well, 1 where a sentence says what is not."""
    options.plant = options.plant or options.folder
    settings = settings_of(options)
    folder, size = plant_folder(settings), size_of(options.size)
    plant = plant_in(folder)
    print(f"{folder}: {plant.site.name}, {_counted(plant)}")
    complaints = [*kpi_complaints(plant), *theme_complaints(settings, folder), *_of_screen(settings, size)]
    complaints += unspeakable(settings, plant)
    context = SourceContext.of(plant)
    rows = []
    for spec in plant.sources:
        row, said = _try(spec, context)
        rows.append(row)
        complaints += said
    if rows:
        print_table(rows, ("source", "kind", "took", "readings", "newest", "age"))
    for complaint in complaints:
        print(complaint)
    print("all is well" if not complaints else f"{len(complaints)} to mend")
    return 1 if complaints else 0


def _of_screen(settings: Settings, size: tuple[int, int]) -> Iterator[str]:
    """Yield what is too small to be read or touched on the screen of the settings."""
    yield from too_small_to_read(size, settings.diagonal_inch, settings.distance_m)
    yield from too_small_to_touch(size, settings.diagonal_inch)


def _counted(plant: Plant) -> str:
    counts = ((len(plant.lines), "line"), (len(plant.shifts), "shift"), (len(plant.kpis), "KPI"))
    several = ((len(plant.reasons), "reason"), (len(plant.sources), "source"))
    return ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in (*counts, *several))


def _try(spec: SourceSpec, context: SourceContext) -> tuple[tuple[str, ...], list[str]]:
    """Look once at a source; return its row of the table and what is wrong with it."""
    began = time.monotonic()
    now = datetime.now(UTC)
    said: list[str] = []
    readings = 0
    newest: datetime | None = None
    try:
        source = open_source(spec, context)
        said += [f"{spec.id}: {complaint.where}: {complaint.said}" for complaint in source.check(now)]
        for batch in source.read(None, now):
            readings += len(batch.readings)
            newest = _newest(batch, newest)
            said += [f"{spec.id}: {complaint.where}: {complaint.said}" for complaint in batch.complaints]
            if time.monotonic() - began > LONGEST_LOOK_S:
                break
    except SettingsError as error:
        said += error.problems
    except SourceError as error:
        if not any(str(error) in told for told in said):
            said.append(f"{spec.id}: {error}")
    took_ms = (time.monotonic() - began) * 1000
    told = list(dict.fromkeys(said))
    if len(told) > MOST_COMPLAINTS:
        told = [*told[:MOST_COMPLAINTS], f"{spec.id}: and {len(told) - MOST_COMPLAINTS} more"]
    zone = context.zone
    seen = "none" if newest is None else f"{newest.astimezone(zone):%Y-%m-%d %H:%M:%S}"
    age = "" if newest is None else _age(now - newest)
    return (spec.id, spec.kind, f"{took_ms:.0f} ms", str(readings), seen, age), told


def _newest(batch: Batch, newest: datetime | None) -> datetime | None:
    times = [reading.observed_at or reading.end for reading in batch.readings]
    return max([*times, *([newest] if newest is not None else [])], default=None)


def _age(age: timedelta) -> str:
    seconds = max(0, int(age.total_seconds()))
    if seconds < 120:
        return f"{seconds} s"
    if seconds < 7200:
        return f"{seconds // 60} min"
    return f"{seconds // 3600} h" if seconds < 172_800 else f"{seconds // 86_400} days"
