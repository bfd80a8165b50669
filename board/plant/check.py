"""What one table of a plant says about another: ids, references, rates, KPIs; the times are in `check_time.py`."""

from collections.abc import Callable, Iterator

from board.plant.check_action import actions_in_order, actions_placed
from board.plant.check_kpi import kpis_whole, targets_placed, years_clear
from board.plant.check_time import days_off_in_order, runs_in_order, shifts_apart, start_shown
from board.plant.draft import Draft, Written, choice
from board.plant.measure import BUILT_IN_MEASURES
from board.plant.problem import Problem
from board.plant.schema import (
    LetterTable,
    LineTable,
    MeasureTable,
    RateTable,
    ReasonTable,
    ShiftTable,
    SourceTable,
)

_LEAST = {
    "area": "at least one [[area]]",
    "line": "at least one [[line]]",
    "shift": "at least one [[shift]], or no line ever works",
}
_IDS = {"measure": "id", "letter": "code", "kpi": "id", "reason": "code", "person": "id", "action": "id"}
_REFERENCES = (  # table, its key, the table named, by which key
    ("line", "area", "area", "id"),
    ("shift", "lines", "line", "id"),
    ("rate", "line", "line", "id"),
    ("rate", "shift", "shift", "name"),
    ("day_off", "lines", "line", "id"),
    ("run", "line", "line", "id"),
    ("letter", "kpis", "kpi", "id"),
    ("kpi", "owner", "person", "id"),
    ("reason", "lines", "line", "id"),
    ("person", "lines", "line", "id"),
    ("action", "letter", "letter", "code"),
    ("action", "kpi", "kpi", "id"),
    ("action", "owner", "person", "id"),
)


def checked(draft: Draft) -> Iterator[Problem]:
    """Return every problem of the tables together; what a table says of itself alone is found before."""
    if not draft.broken_files:  # else what is missed here may stand in the file that cannot be read
        yield from _enough(draft)
        yield from _references_known(draft)
    for check in _CHECKS:
        yield from check(draft)


def _enough(draft: Draft) -> Iterator[Problem]:
    file = draft.site.file if draft.site is not None else "the plant folder"
    for kind, expected in _LEAST.items():
        if not draft.tables[kind]:
            yield Problem(file, kind, "nothing", expected)


def _references_known(draft: Draft) -> Iterator[Problem]:
    for kind, key, other, name in _REFERENCES:
        known = draft.names(other, name)
        for written in draft.tables[kind]:
            found = written.raw.get(key)
            for one in found if isinstance(found, list) else [found]:
                if isinstance(one, str) and one not in known:
                    yield written.problem(key, one, f"the {name} of a [[{other}]]: {choice(known, one)}")


def _ids_unique(draft: Draft) -> Iterator[Problem]:
    """Site, areas and lines share one space of ids; every other kind has its own."""
    nodes = [] if draft.site is None else [draft.site]
    yield from _unique([*nodes, *draft.tables["area"], *draft.tables["line"]], "id")
    for kind, key in _IDS.items():
        yield from _unique(draft.tables[kind], key)


def _unique(tables: list[Written], key: str) -> Iterator[Problem]:
    seen: dict[str, Written] = {}
    for written in tables:
        name = written.raw.get(key)
        if not isinstance(name, str):
            continue
        if (first := seen.setdefault(name, written)) is not written:
            yield written.problem(key, name, f"a name of its own; {first.key} in {first.file} bears it already")


def _measures_new(draft: Draft) -> Iterator[Problem]:
    built_in = {measure.id for measure in BUILT_IN_MEASURES}
    for written, table in draft.of(MeasureTable):
        if table.id in built_in:
            yield written.problem("id", table.id, "a name of its own; this measure is built in and needs no table")


def _reasons_placed(draft: Draft) -> Iterator[Problem]:
    """Name the measures of reasons that the plant does not have."""
    known = [measure.id for measure in BUILT_IN_MEASURES] + draft.names("measure")
    for written, table in draft.of(ReasonTable):
        if table.measure is not None and table.measure not in known and not draft.broken_files:
            yield written.problem("measure", table.measure, f"the id of a [[measure]]: {choice(known, table.measure)}")


def _sources_distinct(draft: Draft) -> Iterator[Problem]:
    seen: set[str] = set()
    for written, table in draft.of(SourceTable):
        name = table.id or table.kind
        if name in seen:
            yield written.problem("id", table.id, f'an id of its own; another source is "{name}" already')
        seen.add(name)
        if table.stale_after < table.expected_every:
            found = f"{table.stale_after.total_seconds():g} s"
            yield Problem(
                written.file,
                f"{written.key}: stale_after",
                found,
                f"at least expected_every, which is {table.expected_every.total_seconds():g} s",
            )


def _rates_clear(draft: Draft) -> Iterator[Problem]:
    seen: set[tuple[str, str | None, str | None]] = {
        (table.id, None, None) for _, table in draft.of(LineTable) if table.rate is not None
    }
    shifts = draft.of(ShiftTable)
    for written, table in draft.of(RateTable):
        if (table.per_hour is None) == (table.cycle is None):
            found = "neither" if table.cycle is None else "both"
            yield Problem(written.file, f"{written.key}: per_hour, cycle", found, "one of them: per_hour or cycle")
        key = (table.line, table.product, table.shift)
        if key in seen:
            yield written.problem("", table.line, "one rate for a line, product and shift; there is another already")
        seen.add(key)
        named = [shift for _, shift in shifts if shift.name == table.shift]
        if named and not any(not shift.lines or table.line in shift.lines for shift in named):
            yield written.problem("shift", table.shift, f'a shift that "{table.line}" works')


def _letters_clear(draft: Draft) -> Iterator[Problem]:
    for written, table in draft.of(LetterTable):
        for kpi in sorted({kpi for kpi in table.kpis if table.kpis.count(kpi) > 1}):
            yield written.problem("kpis", kpi, "each KPI once")
        known = [measure.id for measure in BUILT_IN_MEASURES] + draft.names("measure")
        for place, rung in enumerate(table.ladder, start=1):
            if rung.measure not in known and not draft.broken_files:
                expected = f"the id of a [[measure]]: {choice(known, rung.measure)}"
                yield written.problem(f"ladder[{place}].measure", rung.measure, expected)


_CHECKS: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    _ids_unique,
    _measures_new,
    _reasons_placed,
    _sources_distinct,
    _rates_clear,
    kpis_whole,
    targets_placed,
    years_clear,
    _letters_clear,
    actions_placed,
    actions_in_order,
    shifts_apart,
    days_off_in_order,
    runs_in_order,
    start_shown,
)
