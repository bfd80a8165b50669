"""Of which measures a day is not whole: a part of them was told as nothing, or as something that nobody could use."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from board.kpi.reading import Quality
from board.pages.rule import rules_of
from board.plant.calendar import day_span, production_day, shift_runs
from board.plant.plant import Measure, MeasureKind, Plant
from board.plant.span import Span
from board.store.reader import Lack, Reader

Lacking = Mapping[str | None, frozenset[str]]
"""The measures that lack a part, by the shift of that part; None for what has no shifts."""

PlantOf = Callable[[date], Plant]
"""The plant that judges a production day."""

_DAY = timedelta(days=1)
_AROUND = timedelta(days=2)  # a shift belongs to its day even where it runs beyond it
_SUMMED = (MeasureKind.COUNT, MeasureKind.DURATION, MeasureKind.AMOUNT)  # of others what is known stands for the rest


def lacking_of(
    reader: Reader,
    nodes: Sequence[str],
    days: tuple[date, date],
    plant_of: PlantOf,
    *,
    now: datetime,
    known_at: datetime | None = None,
) -> dict[tuple[str, date], Lacking]:
    """Return what each node and day lacks, from a first to a last day, both inclusive, of what is over by `now`.

    A figure that somebody typed for the whole day since tells of all of it. What is empty while a line does not work,
    and what is not entered every day, lacks nothing.
    """
    first, last = days
    plant = plant_of(last)
    around = Span(day_span(plant, first).start - _AROUND, day_span(plant, last).end + _AROUND)
    found = [lack for lack in reader.lacks(nodes, around, known_at=known_at) if lack.span.end <= now]
    if not found:
        return {}
    typed = {
        (entry.node, entry.day, entry.measure): entry.at
        for entry in reader.day_entries(nodes, first, last, known_at=known_at)
        if not entry.undone
    }
    parts: dict[tuple[str, date], dict[str | None, set[str]]] = defaultdict(lambda: defaultdict(set))
    for lack in found:
        for day, shift in _places(lack, plant_of, plant):
            told = typed.get((lack.node, day, lack.measure))
            if first <= day <= last and (told is None or told < lack.received):
                parts[lack.node, day][shift].add(lack.measure)
    return {key: {shift: frozenset(names) for shift, names in lacks.items()} for key, lacks in parts.items()}


def concerns(told: Span, span: Span) -> bool:
    """Tell whether something that was told is of a span: a length of time or an instant."""
    return span.holds(told.start) or span.meets(told) is not None


def is_due(lack: Lack, measures: Mapping[str, Measure]) -> bool:
    """Tell whether a sum needs it: of a mean and of a level what is known stands for the rest."""
    measure = measures.get(lack.measure)
    if measure is None:
        return True
    return measure.kind in _SUMMED and (lack.quality is Quality.BAD or measure.daily)


def is_owed(lack: Lack, whole: Span, working: Sequence[Span]) -> bool:
    """Tell whether a shift lacks it: what was told of it and is unusable, or an empty place while the line worked."""
    if lack.quality is Quality.BAD or not lack.span.length:
        return concerns(lack.span, whole)
    return any(part.meets(lack.span) is not None for part in working)


def _places(lack: Lack, plant_of: PlantOf, plant: Plant) -> Iterator[tuple[date, str | None]]:
    """Yield the days and shifts that lack it, each by the plant that judges the day."""
    day, last = production_day(plant, lack.span.start) - _DAY, production_day(plant, lack.span.end)
    while day <= last:
        rules = rules_of(plant_of(day))
        is_line = lack.node in rules.lines
        if not is_line and is_due(lack, rules.measures) and concerns(lack.span, day_span(rules.plant, day)):
            yield day, None
        for run in shift_runs(rules.plant, lack.node, day) if is_line and is_due(lack, rules.measures) else ():
            if is_owed(lack, run.span, run.working):
                yield day, run.shift.name
        day += _DAY
