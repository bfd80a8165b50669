"""Tells the facts of a demo's shifts as readings: minute by minute while they run, later by shift or by day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction

from board.kpi.reading import Reading
from board.plant.calendar import ShiftRun
from board.plant.plant import Line
from board.plant.span import Span
from board.sources.demo_fact import Facts, Inventor, Minutes
from board.sources.demo_script import MINUTE

STORIES_KEPT = 64
BEGUN = 10  # minutes into a shift when its crew is counted and its first figures are entered
COUNTED = frozenset({"good", "scrap", "downtime"})  # what machines tell
MADE = frozenset({"good", "scrap", "planned_cases"})  # in the unit of the line
Sum = tuple[str, str | None, int | Fraction]  # measure, reason, value


class Teller:
    """Makes readings; a measure that the plant does not know is not told."""

    def __init__(self, source: str, inventor: Inventor, units: dict[str, str]) -> None:
        """`units` names the measures that are told, each with its unit."""
        self._source = source
        self._inventor = inventor
        self._units = units
        self._stories: dict[tuple[str, datetime], tuple[Facts, Minutes]] = {}

    def day(self, line: Line, runs: Sequence[ShiftRun], *, beside: bool) -> Iterator[Reading]:
        """Yield the sums of a day, as written down at its end; `beside`: only what machines do not tell."""
        sums: dict[tuple[str, str | None], int | Fraction] = {}
        for run in runs:
            for measure, reason, value in _sums(self._inventor.facts(line, run)):
                sums[measure, reason] = sums.get((measure, reason), 0) + value
        if runs:
            end = runs[-1].span.end - MINUTE
            told = ((measure, reason, value) for (measure, reason), value in sums.items())
            yield from self._readings(line, Span(end, end), told, f"{line.id} {runs[0].day}", beside=beside)

    def shift(self, line: Line, run: ShiftRun, *, beside: bool) -> Iterator[Reading]:
        """Yield the sums of a shift."""
        told = _sums(self._inventor.facts(line, run))
        yield from self._readings(line, run.span, told, f"{line.id} {run.day} {run.shift.name}", beside=beside)

    def event(self, line: Line, run: ShiftRun, measure: str) -> Iterator[Reading]:
        """Yield a single event of a shift, for what is remembered of days before any other figure."""
        told = [(measure, None, 1)]
        yield from self._readings(line, run.span, told, f"{line.id} {run.day} {run.shift.name}", beside=True)

    def accidents(self, line: Line, first: date, last: date) -> list[date]:
        """Return the days of a line's accidents within a first and a last day."""
        return self._inventor.days.accidents(line, first, last)

    def minutes(
        self, line: Line, run: ShiftRun, begin: datetime, end: datetime, *, beside: bool = False
    ) -> Iterator[Reading]:
        """Yield what a shift gave in the minutes of a window, and what was told of it by others meanwhile."""
        facts, story = self._story(line, run)
        start = run.span.start
        first, last = max(0, (begin - start) // MINUTE), min(facts.layout.length, (end - start) // MINUTE)
        if not (line.counted_by_hand or beside):
            yield from self._counts(facts, story, first, last)
        yield from self._course(facts, story, first, last)
        for measure, minute, value in facts.events:
            if first < minute <= last and measure not in facts.unsaid:
                span = Span(start + (minute - 1) * MINUTE, start + minute * MINUTE)
                yield from self._of(facts, span, [(measure, None, value)], " event")

    def _counts(self, facts: Facts, story: Minutes, first: int, last: int) -> Iterator[Reading]:
        start = facts.run.span.start
        for minute in range(first, last):
            if minute not in story.good:
                continue
            span = Span(start + minute * MINUTE, start + (minute + 1) * MINUTE)
            rejects = story.scrap.get(minute, {})
            told = [("good", None, story.good[minute]), *(("scrap", reason, n) for reason, n in rejects.items())]
            yield from self._of(facts, span, told)
        for stop in facts.plot.stops:
            if first < stop.start + stop.length <= last:
                span = Span(start + stop.start * MINUTE, start + (stop.start + stop.length) * MINUTE)
                yield from self._of(facts, span, [("downtime", stop.reason, stop.length)], " stop")

    def _course(self, facts: Facts, story: Minutes, first: int, last: int) -> Iterator[Reading]:
        """Yield the sums that grow in the course of a shift, from one look to the next or from hour to hour."""
        start = facts.run.span.start
        sums = list(_grown(facts.paced, facts.layout.worked(first), facts.layout.worked(last), facts.layout.minutes))
        yield from self._of(facts, Span(start + first * MINUTE, start + last * MINUTE), sums, " part")
        since, until = _mark(first, facts.layout.length), _mark(last, facts.layout.length)
        if since == until:
            return
        worked = facts.layout.worked(since), facts.layout.worked(until)
        sums = list(_grown(facts.hourly, *worked, facts.layout.minutes))
        if not facts.line.counted_by_hand:
            sums += _grown(facts.with_output, story.until(since)[0], story.until(until)[0], facts.good)
            sums += _run_times(facts, story.until(since), story.until(until))
        if since == 0:
            sums += [(measure, None, value) for measure, value in facts.at_start.items()]
        yield from self._of(facts, Span(start + since * MINUTE, start + until * MINUTE), sums, " hour")

    def _story(self, line: Line, run: ShiftRun) -> tuple[Facts, Minutes]:
        """Return a shift's facts and minutes, kept for the next look."""
        key = (line.id, run.span.start)
        story = self._stories.get(key)
        if story is None:
            facts = self._inventor.facts(line, run)
            story = facts, self._inventor.minutes(facts)
            if len(self._stories) >= STORIES_KEPT:
                self._stories.pop(next(iter(self._stories)))
            self._stories[key] = story
        return story

    def _of(self, facts: Facts, span: Span, sums: Iterable[Sum], mark: str = "") -> Iterator[Reading]:
        told = ((measure, reason, value) for measure, reason, value in sums if measure not in facts.unsaid)
        key = f"{facts.line.id} {span.start:%Y-%m-%dT%H:%M}"
        yield from self._readings(facts.line, span, told, key, mark=mark)

    def _readings(
        self, line: Line, span: Span, sums: Iterable[Sum], key: str, *, mark: str = "", beside: bool = False
    ) -> Iterator[Reading]:
        for measure, reason, value in sums:
            unit = self._units.get(measure)
            if unit is None or (beside and measure in COUNTED):
                continue
            yield Reading(
                node=line.id,
                measure=measure,
                start=span.start,
                end=span.end,
                value=Fraction(value),
                source=self._source,
                key=f"{key} {measure}{mark}" if reason is None else f"{key} {measure} {reason}{mark}",
                unit=line.unit if measure in MADE else unit,
                reason=reason,
            )


def _sums(facts: Facts) -> Iterator[Sum]:
    """Yield all that a shift comes to in the end."""
    yield "good", None, facts.good
    for reason, count in facts.scrap_reasons:
        if count or reason is None:
            yield "scrap", reason, count
    stopped: dict[str | None, int] = {}
    for stop in facts.plot.stops:
        stopped[stop.reason] = stopped.get(stop.reason, 0) + stop.length
    yield from (("downtime", reason, length) for reason, length in stopped.items())
    made = (facts.good, sum(facts.scrap))
    yield from _run_times(facts, (0, 0), made)
    others = dict(facts.at_start)
    for measure, _, value in facts.events:
        others[measure] = others.get(measure, 0) + value
    for sums in (facts.paced, facts.hourly, facts.with_output, others):
        yield from ((measure, None, value) for measure, value in sums.items() if measure not in facts.unsaid)


def _grown(wholes: Mapping[str, int], first: int, last: int, whole: int) -> Iterator[Sum]:
    """Yield how much of some sums falls between two stages on the way to the whole."""
    if first == last or not whole:
        return
    for measure, total in wholes.items():
        yield measure, None, total * last // whole - total * first // whole


def _run_times(facts: Facts, first: tuple[int, int], last: tuple[int, int]) -> Iterator[Sum]:
    """Yield the planned run times of what was made between two stages."""
    good = last[0] - first[0]
    yield "planned_run_time", None, (good + last[1] - first[1]) * facts.run_time
    yield "planned_run_time_good", None, good * facts.run_time


def _mark(minute: int, length: int) -> int:
    """Return the last minute until which the figures of full hours are told."""
    if minute >= length:
        return length
    return max(minute // 60 * 60, BEGUN if minute >= BEGUN else 0)
