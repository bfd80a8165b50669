"""Shows at a terminal what a source has, and what the board makes of its first rows."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Final
from zoneinfo import ZoneInfo

from board.kpi.reading import Reading
from board.plant.plant import PlannedRun
from board.plant.toml_text import toml_value
from board.sources.about import About, Found
from board.sources.contract import SourceContext
from board.sources.hearing import OVERHEARD_S, SILENCE_S
from kiosk.commands.trial import Trial
from kiosk.report import print_table

SAMPLES: Final = 3
WIDEST: Final = 24
MOST_FOUND: Final = 60
PLACES: Final = 3
BEGINS: Final = "What a counter adds and how long a state lasts shows from its next value on."
WAITS: Final = {
    "excel": "; a workbook is read a minute after it was last written: wait and try again",
    "mqtt": " (what a broker retained without a time is no value); try again once something was published",
}
PLANNED: Final = ("node", "kind", "from", "to", "quantity", "rate", "")


def print_listening(about: About) -> None:
    """Say that a look takes a while, where it does: what tells by itself is listened to."""
    if about.listens:
        most_s = SILENCE_S + OVERHEARD_S
        print(f"Listening: up to {most_s:.0f} s, less where nothing new comes; Ctrl-C leaves, with nothing written.")


def print_found(found: Sequence[Found]) -> None:
    """Print the columns, fields, topics or tags of a source, numbered, with values that stand there."""
    if not found:
        print("It can be reached, and shows nothing to map yet.")
        return
    several = any(each.rows for each in found)
    rows = [
        (
            str(number),
            *((each.rows,) if several else ()),
            each.name,
            each.looks_like,
            ", ".join(sample[:WIDEST] for sample in each.samples[:SAMPLES]),
        )
        for number, each in enumerate(found[:MOST_FOUND], 1)
    ]
    print_table(rows, ("", *(("in",) if several else ()), "name", "looks like", "values that stand there"))
    if len(found) > MOST_FOUND:
        print(f"and {len(found) - MOST_FOUND} more")


def print_trial(trial: Trial, zone: ZoneInfo) -> None:
    """Print the first rows as the board understands them, in site time, and what is wrong."""
    if trial.first:
        print("The first rows, as the board understands them:")
        print_table([_row(reading, zone) for reading in trial.first], ("node", "measure", "from", "to", "value", ""))
        more = "" if trial.readings == len(trial.first) else f", of {trial.readings} in {trial.took_s:.1f} s"
        print(f"{len(trial.first)} readings{more}")
    if trial.first_planned:
        print("What is planned, as the board understands it:")
        print_table([_planned(run, zone) for run in trial.first_planned], PLANNED)
        more = "" if trial.planned == len(trial.first_planned) else f", of {trial.planned} in {trial.took_s:.1f} s"
        print(f"{len(trial.first_planned)} planned runs{more}")
    if only_begins(trial):
        print(f"It answers. {BEGINS}")
    for complaint in trial.complaints:
        print(complaint)


def print_registers(settings: Mapping[str, object], context: SourceContext) -> None:
    """Say of which sums each value would count, where it may be a total that only rises."""
    for name, table in _sums(settings, context):
        if "value" in table and "counter" not in table:
            print(f"Each value of {name} counts as it stands; of a total that only rises: --map {name}.counter=total")


def print_empty(trial: Trial, context: SourceContext) -> None:
    """Say of which sums cells are empty, and what to answer where that means that there was none."""
    for name, table in _sums(trial.spec.settings, context):
        value = table.get("value")
        if trial.empty[name] and isinstance(value, Mapping) and "counter" not in table:
            whole = {key: each for key, each in table.items() if key != "id"}
            means = toml_value({**whole, "value": {**value, "empty": "zero"}})
            print(f"{trial.empty[name]} of {trial.told[name]} cells of {name} are empty: not known, so that what is")
            print(f"made of it stays open. If empty means none: {name}={means}")


def _sums(settings: Mapping[str, object], context: SourceContext) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield the measures that add up, with what is set of each."""
    measures = settings.get("measure")
    for table in measures if isinstance(measures, list | tuple) else ():
        name = table.get("id") if isinstance(table, Mapping) else None
        if name is not None and context.measures.get(name) not in {None, "level", "sample"}:
            yield name, table


def only_begins(trial: Trial) -> bool:
    """Tell whether there is no row yet because the first value of a counter or a state is none."""
    settings = trial.spec.settings
    measures = settings.get("measure")
    tables = measures if isinstance(measures, list | tuple) else [measures]
    counts = any(isinstance(table, Mapping) and table.get("counter") == "total" for table in tables)
    is_empty = not trial.readings and not trial.planned
    return is_empty and trial.answered and not trial.said and (counts or "state" in settings)


def why_none(trial: Trial) -> str:
    """Return why a source that answers has told nothing at this look; empty where there is nothing to say."""
    if not trial.answered or trial.said or trial.readings or trial.planned:
        return ""
    why = BEGINS if only_begins(trial) else f"It told nothing at this look{WAITS.get(trial.spec.kind, '')}."
    return f"{trial.spec.id}: it answers. {why}"


def nothing_in(trial: Trial) -> str:
    """Return why there is no row to show."""
    if not trial.answered:
        return f"{trial.spec.id} could not be tried; mend what was said, or write it all the same with --untried"
    if any("is no line of this plant" in said for said in trial.said):
        said = "has no row that the board can use; say which line a word is with node:M1=line-1 (the option --word)"
    elif trial.said:
        said = "has no row that the board can use"
    else:
        said = f"has no rows yet{WAITS.get(trial.spec.kind, '')}"
    return f"{trial.spec.id} {said}, or write it all the same with --untried"


def value_of(value: Fraction | None) -> str:
    """Return a value as people write it; missing is a word, never a zero."""
    if value is None:
        return "missing"
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.{PLACES}f}".rstrip("0")


def _row(reading: Reading, zone: ZoneInfo) -> tuple[str, ...]:
    starts, ends = reading.start.astimezone(zone), reading.end.astimezone(zone)
    until = "" if ends == starts else _clock(ends, starts)
    kept = (("product", reading.product), ("order", reading.order), ("reason", reading.reason))
    told = ", ".join(f"{name} {text}" for name, text in kept if text)
    value = f"{value_of(reading.value)} {reading.unit}".rstrip()
    return (reading.node, reading.measure, f"{starts:%Y-%m-%d %H:%M:%S}", until, value, told)


def _planned(run: PlannedRun, zone: ZoneInfo) -> tuple[str, ...]:
    starts = run.start.astimezone(zone)
    until = (
        "open" if run.end is None else "cancelled" if run.end == run.start else _clock(run.end.astimezone(zone), starts)
    )
    rate = "standard" if run.rate is None else f"{value_of(run.rate)}/h"
    kept = (("product", run.product), ("order", run.order), ("crew", run.crew))
    told = ", ".join(f"{name} {text}" for name, text in kept if text is not None)
    quantity = "" if run.quantity is None else str(run.quantity)
    return (run.node, run.kind.value, f"{starts:%Y-%m-%d %H:%M:%S}", until, quantity, rate, told)


def _clock(ends: datetime, starts: datetime) -> str:
    return f"{ends:%H:%M:%S}" if ends.date() == starts.date() else f"{ends:%Y-%m-%d %H:%M:%S}"
