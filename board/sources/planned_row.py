"""Planned runs in the rows of a source: read as a schedule says them, and sent beside readings."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Final

from board.kpi.reading import Batch, Reading
from board.plant.plant import PlannedRun, RunKind
from board.sources.cell_value import number, quoted
from board.sources.mapping import RecordMapping, fold
from board.sources.moment import EARLIEST
from board.sources.number import NumberError
from board.sources.row_time import Complain, Unusable
from board.sources.run_rule import CANCELLED, KINDS, MOST, Planned

PLAN: Final = "planned run"
LONGEST: Final = timedelta(days=400)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow(Reading):
    """A planned run on its way to a batch, known by its key as a reading is: nothing was made, and it has no time."""

    run: PlannedRun


def planned_row(
    record: Mapping[str, str], run: PlannedRun, mapping: RecordMapping, source: str, complain: Complain
) -> list[Reading]:
    """Return a row as the run it plans, of which place, time, product, order and key are known already.

    A number that cannot be read is complained of and left out: the rate is the standard then. A run that was cancelled
    lasts no time. Unusable where nobody knows what kind of run it is, or it cannot be that long.
    """
    rule = mapping.run
    if rule is None:
        return []
    word = rule.kind.fixed or rule.kind.words.get(fold(rule.kind.text(record))) or fold(rule.kind.text(record))
    if word not in KINDS:
        column, found = rule.kind.column or "", quoted(rule.kind.text(record))
        raise Unusable(
            column, f"{found} is no kind of planned run; expected one of {', '.join(KINDS)}, or say so in map"
        )
    run = replace(run, end=_end(record, run, mapping), origin=source)
    if run.end is not None and not timedelta(0) < run.end - run.start <= LONGEST:
        raise Unusable(
            (mapping.timing.end or mapping.timing.start)[0], "ends when it starts, or after more than 400 days"
        )
    run = replace(
        run,
        rate=_number(record, rule.rate, mapping, complain),
        quantity=_whole(record, rule.quantity, mapping, complain),
        crew=_whole(record, rule.crew, mapping, complain),
    )
    run = replace(run, end=run.start) if word == CANCELLED else replace(run, kind=RunKind(word))
    key = run.key or f"{run.node} {run.start.isoformat()} {run.kind.value}"
    return [
        PlannedRow(
            node=run.node, measure=PLAN, start=EARLIEST, end=EARLIEST, value=None, source=source, key=key, run=run
        )
    ]


def apart(batch: Batch) -> Batch:
    """Return a batch with the planned runs among its readings where they belong."""
    runs = tuple(each.run for each in batch.readings if isinstance(each, PlannedRow))
    if not runs:
        return batch
    readings = tuple(each for each in batch.readings if each.measure != PLAN)
    return replace(batch, readings=readings, runs=(*batch.runs, *runs), complete_through=None, by_rows=False)


def _end(record: Mapping[str, str], run: PlannedRun, mapping: RecordMapping) -> datetime | None:
    """Return when a planned run ends: None where its row does not say."""
    timing = mapping.timing
    is_told = timing.whole_day or timing.length is not None or timing.length_column is not None
    is_told = is_told or any(record[column].strip() for column in timing.end)
    return run.end if is_told or run.end != run.start else None


def _number(record: Mapping[str, str], planned: Planned, mapping: RecordMapping, complain: Complain) -> Fraction | None:
    if planned.column is None:
        return planned.fixed
    text = record[planned.column]
    if fold(text) in mapping.missing:
        return None
    try:
        value = number(text, mapping, kind="count") * planned.scale
    except NumberError as error:
        complain(planned.column, f"{quoted(text)} {error}")
        return None
    if not 0 <= value <= MOST or value.denominator > MOST:
        complain(planned.column, f"{quoted(text)} is nothing that anybody plans")
        return None
    return value


def _whole(record: Mapping[str, str], planned: Planned, mapping: RecordMapping, complain: Complain) -> int | None:
    value = _number(record, planned, mapping, complain)
    if value is not None and value.denominator != 1:
        complain(planned.column or "", f"{quoted(record.get(planned.column or '', ''))} is no whole number")
        return None
    return None if value is None else value.numerator
