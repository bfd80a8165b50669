"""What people may enter for a letter's day, what they entered and logged, and who closed it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction

from board.journal.day import DayEntry, Deviation
from board.kpi.figure import DERIVED_MEASURES
from board.pages.day_book import summed
from board.pages.letter_book import Asked
from board.pages.letter_correction import Corrections, standing_entry
from board.pages.letter_figure import in_order, name_of, unit_of
from board.pages.name import person_name
from board.pages.rule import BUSY
from board.plant.calendar import shift_runs
from board.plant.plant import MeasureKind
from board.store.reader import DayTotal, Reader
from board.views.letter import DeviationLine, Enterable


class Entries:
    """What people typed for days and logged for letters, and what stood before."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._corrections = Corrections(reader)

    def forget(self, first: date, last: date) -> None:
        """Drop what was kept of the days from a first to a last one, both inclusive."""
        self._corrections.forget(first, last)

    def deviations(self, code: str, days: Sequence[date], asked: Asked) -> tuple[Deviation, ...]:
        """Return what was logged for a letter of the node, and of all below it, on consecutive days."""
        known_at = asked.sight.moment.known_at
        found = self._reader.deviations(asked.nodes, days[0], days[-1], known_at=known_at)
        return tuple(one for one in found if one.letter == code)

    def enterable(self, code: str, day: date, rows: Sequence[DayTotal], asked: Asked) -> tuple[Enterable, ...]:
        """Return the measures of a letter that may be entered for a day on this node, with what stands there.

        A line takes all that its KPIs and its ladder read, but for what follows from other measures. Above line level
        only what was entered on the node itself of late is taken, or what nobody below it entered, so that nothing
        counts twice.
        """
        if day > asked.today:
            return ()
        rules = asked.sight.rules(day)
        own, _ = summed([row for row in rows if row.node == asked.node], rules.kinds)
        measures = [one for one in _measures(code, day, own, asked) if asked.is_line or _of_node(one, asked)]
        typed = self._reader.day_entries((asked.node,), day, day, known_at=asked.sight.moment.known_at)
        earlier = self._corrections.of(day, measures, typed, asked)
        return tuple(
            Enterable(
                measure=measure,
                name=name_of(measure, rules),
                unit=unit_of(measure, rules, asked.lines),
                value=own.get(measure),
                earlier=earlier.get(measure, ()),
                entry=_set_by(own.get(measure), [one for one in typed if one.measure == measure]),
                whole=rules.kinds[measure] is MeasureKind.COUNT,
            )
            for measure in measures
        )


def deviation_lines(deviations: Sequence[Deviation], day: date, asked: Asked) -> tuple[DeviationLine, ...]:
    """Return what was logged on a day in the order in which it was logged, with the reasons' names."""
    names = {reason.code: reason.name for reason in (*asked.sight.rules(day).plant.reasons, *asked.plant.reasons)}
    return tuple(
        DeviationLine(
            entry=one.id,
            reason=None if one.reason is None else names.get(one.reason, one.reason),
            text=one.text,
            quantity=one.quantity,
            who=person_name(asked.plant, one.actor),
            at=one.at.astimezone(asked.plant.site.zone),
        )
        for one in deviations
        if one.day == day
    )


def _set_by(value: Fraction | None, typed: Sequence[DayEntry]) -> str | None:
    """Return the entry that set a figure; None where it came from a source, or a source has moved it since."""
    standing = standing_entry(typed)
    return None if standing is None or standing.value != value else standing.entry


def closed(reader: Reader, day: date, asked: Asked) -> tuple[datetime | None, str | None]:
    """Return when the leader reviewed the last interval of a line's day, in site time, and who that was."""
    if not asked.is_line or day > asked.today:
        return None, None
    plant = asked.sight.rules(day).plant
    runs = shift_runs(plant, asked.node, day) if asked.node in asked.sight.rules(day).lines else ()
    if not runs:
        return None, None
    last = runs[-1].span
    stamps = reader.reviews(asked.node, last, known_at=asked.sight.moment.known_at)
    ends = [stamp for stamp in stamps if stamp.interval.end == last.end and stamp.at <= asked.sight.moment.now]
    if not ends:
        return None, None
    stamp = max(ends, key=lambda one: one.at)
    return stamp.at.astimezone(asked.plant.site.zone), person_name(asked.plant, stamp.actor)


def _measures(code: str, day: date, own: Mapping[str, Fraction], asked: Asked) -> tuple[str, ...]:
    """Return what the letter reads, in the order of its KPIs and its ladder, each once."""
    rules = asked.sight.rules(day)
    letter, figures = rules.letters.get(code, (None, ()))
    if letter is None:
        return ()
    read = [rung.measure for rung in letter.ladder]
    for figure in figures:
        read += in_order(figure.formula)
        read += () if figure.target is None else in_order(figure.target)
    follows = DERIVED_MEASURES | ({BUSY} - own.keys())
    return tuple(dict.fromkeys(measure for measure in read if measure in rules.measures and measure not in follows))


def _of_node(measure: str, asked: Asked) -> bool:
    """Tell whether a measure is one of the node itself, by all days in sight, and not one of the lines below it."""
    having = {node for (node, _), sums in asked.sums.items() if measure in sums.whole}
    return asked.node in having or not having
