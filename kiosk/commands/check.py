"""Check the plant and try every source, and say in sentences what is wrong."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import apsw

from board.kpi.figure import kpi_complaints
from board.pages.left_behind import left_behind
from board.plant.plant import Plant
from board.sources.authority import counted_by_hand_too, counted_twice, named_cells
from board.sources.contract import SourceContext
from board.store.reader import Reader
from kiosk.commands.common import add_plant_options, plant_folder, plant_in, settings_of, size_of
from kiosk.commands.source_shown import value_of, why_none
from kiosk.commands.trial import Trial, hide_environment, try_source
from kiosk.legible import too_small_to_read
from kiosk.report import print_table
from kiosk.report_source import age_of
from kiosk.settings import Settings
from kiosk.speakable import unspeakable
from kiosk.theme import theme_complaints
from kiosk.touchable import too_small_to_touch

HEAD = ("source", "kind", "took", "readings", "newest", "age", "value")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands."""
    parser.add_argument("folder", nargs="?", help="the plant folder, as with --plant")
    add_plant_options(parser)
    parser.add_argument("--size", default="1920x1080", metavar="WIDTHxHEIGHT", help="the screen (default: 1920x1080)")
    parser.add_argument("--json", action="store_true", help="the same for programs")


def run(options: argparse.Namespace) -> int:
    """Check everything; 0 where all is well, 1 where a sentence says what is not."""
    options.plant = options.plant or options.folder
    hide_environment()
    settings = settings_of(options)
    folder, size = plant_folder(settings), size_of(options.size)
    plant = plant_in(folder)
    complaints = [*kpi_complaints(plant), *theme_complaints(settings, folder), *_of_screen(settings, size)]
    complaints += unspeakable(settings, plant)
    context = SourceContext.of(plant)
    if not options.json:
        print(f"{folder}: {plant.site.name}, {_counted(plant)}")
    trials = [try_source(spec, context) for spec in plant.sources]
    complaints += [said for trial in trials for said in trial.complaints]
    complaints += _twice(trials, plant, context)
    complaints += _left_behind(settings, plant)
    if options.json:
        _print_json(folder, plant, trials, complaints)
    else:
        _print(plant, trials, complaints)
    return 1 if complaints else 0


def _print(plant: Plant, trials: Sequence[Trial], complaints: Sequence[str]) -> None:
    if trials:
        print_table([_row(trial, plant) for trial in trials], HEAD)
    for why in filter(None, map(why_none, trials)):
        print(why)
    for complaint in complaints:
        print(complaint)
    print("all is well" if not complaints else f"{len(complaints)} to mend")


def _print_json(folder: Path, plant: Plant, trials: Sequence[Trial], complaints: Sequence[str]) -> None:
    found = {
        "plant": str(folder),
        "site": plant.site.name,
        "sources": [_told(trial) for trial in trials],
        "complaints": list(complaints),
        "well": not complaints,
    }
    json.dump(found, sys.stdout, ensure_ascii=False, indent=2)
    print()


def _told(trial: Trial) -> dict[str, object]:
    newest, seen_at, age = trial.newest, trial.seen_at, trial.age
    return {
        "id": trial.spec.id,
        "kind": trial.spec.kind,
        "answered": trial.answered,
        "took_ms": round(trial.took_s * 1000),
        "readings": trial.readings,
        "planned_runs": trial.planned,
        "newest_at": None if seen_at is None else seen_at.isoformat(),
        "age_s": None if age is None else int(age.total_seconds()),
        "newest": None
        if newest is None
        else {
            "node": newest.node,
            "measure": newest.measure,
            "value": None if newest.value is None else value_of(newest.value),
            "unit": newest.unit,
        },
        "complaints": list(trial.complaints),
    }


def _twice(trials: Sequence[Trial], plant: Plant, context: SourceContext) -> Iterator[str]:
    """Yield what several sources count, or one beside people, by their mappings and by the rows that were just seen."""
    told = {trial.spec.id: named_cells(trial.spec) | trial.cells for trial in trials}
    yield from (twice.sentence for twice in counted_twice(told, context))
    yield from (twice.sentence for twice in counted_by_hand_too(told, plant.lines))


def _unreadable(settings: Settings, error: apsw.Error) -> str:
    return f"{settings.database} cannot be read ({error}); start the board, which puts a damaged one aside"


def _left_behind(settings: Settings, plant: Plant) -> tuple[str, ...]:
    """Return what the database still counts of sources that the plant no longer has, where there is a database."""
    if not settings.database.exists():
        return ()
    try:
        reader = Reader.open(settings.database)
    except apsw.Error as error:
        return (_unreadable(settings, error),)
    try:
        return left_behind(reader, plant, datetime.now(UTC))
    except apsw.Error as error:
        return (_unreadable(settings, error),)
    finally:
        reader.close()


def _of_screen(settings: Settings, size: tuple[int, int]) -> Iterator[str]:
    """Yield what is too small to be read or touched on the screen of the settings."""
    yield from too_small_to_read(size, settings.diagonal_inch, settings.distance_m)
    yield from too_small_to_touch(size, settings.diagonal_inch)


def _counted(plant: Plant) -> str:
    counts = ((len(plant.lines), "line"), (len(plant.shifts), "shift"), (len(plant.kpis), "KPI"))
    several = ((len(plant.reasons), "reason"), (len(plant.sources), "source"))
    return ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in (*counts, *several))


def _row(trial: Trial, plant: Plant) -> tuple[str, ...]:
    """Return a source's line of the table."""
    newest, seen_at, age = trial.newest, trial.seen_at, trial.age
    seen = "none" if seen_at is None else f"{seen_at.astimezone(plant.site.zone):%Y-%m-%d %H:%M:%S}"
    value = "" if newest is None else f"{newest.measure} {value_of(newest.value)} {newest.unit}".rstrip()
    where = "" if newest is None else f" on {newest.node}"
    value = f"{trial.planned} planned runs" if newest is None and trial.planned else value
    took = f"{trial.took_s * 1000:.0f} ms"
    spec = trial.spec
    old = "" if age is None else age_of(int(age.total_seconds()))
    return (spec.id, spec.kind, took, str(trial.readings), seen, old, value + where)
