"""The figures of a day that stood before they were corrected, so that nothing vanishes by being put right."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from fractions import Fraction

from board.journal.day import DayEntry
from board.kpi.reading import Reading
from board.pages.day_book import INSTANT, summed
from board.pages.letter_book import Asked
from board.pages.name import person_name
from board.plant.calendar import day_span
from board.plant.span import Span
from board.store.reader import Reader
from board.store.row import TYPED
from board.views.letter import Earlier

_FIRST = 1  # the revision as which a reading first came
MOST_REVISIONS = 5  # moments at which a source corrected a day that are looked back to
_LATE_SHIFT = timedelta(hours=12)  # a shift belongs to its day even where it runs beyond it
Figures = dict[str, tuple[Earlier, ...]]


class Corrections:
    """What sources corrected on closed days, kept until `forget` hears of a change of the day."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._kept: dict[tuple[str, date, tuple[str, ...]], Figures] = {}

    def forget(self, first: date, last: date) -> None:
        """Drop what was kept of the days from a first to a last one, both inclusive."""
        self._kept = {key: figures for key, figures in self._kept.items() if not first <= key[1] <= last}

    def of(self, day: date, measures: Sequence[str], entries: Iterable[DayEntry], asked: Asked) -> Figures:
        """Return the earlier figures of a node's day by measure, the newest first.

        `entries` are those that people typed for the day; of a day that still runs these are all there is.
        """
        found: dict[str, set[Earlier]] = defaultdict(set)
        for measure, figures in self._revised(day, tuple(measures), asked).items():
            found[measure].update(figures)
        by_measure: dict[str, list[DayEntry]] = defaultdict(list)
        for entry in entries:
            by_measure[entry.measure].append(entry)
        for measure, typed in by_measure.items():
            found[measure].update(self._typed(typed, asked))
        return {
            measure: tuple(sorted(figures, key=lambda one: (one.at, one.value), reverse=True))
            for measure, figures in found.items()
        }

    def _typed(self, typed: Sequence[DayEntry], asked: Asked) -> list[Earlier]:
        """Return what people typed and do not stand by any more, and what stood before they typed at all."""
        found: list[Earlier] = []
        standing = standing_entry(typed)
        zone = asked.plant.site.zone
        for place, entry in enumerate(typed):
            if entry is not standing:
                who = person_name(asked.plant, entry.actor)
                found.append(Earlier(value=entry.value, at=entry.at.astimezone(zone), who=who))
            if entry.before is not None and entry.before not in {one.value for one in typed[:place]}:
                told = self._told_at(entry, asked)
                found.append(Earlier(value=entry.before, at=told.astimezone(zone), who=None))
        return found

    def _told_at(self, entry: DayEntry, asked: Asked) -> datetime:
        """Return when a source last told of a figure before somebody typed another, as far as that is known."""
        readings = self._readings(entry.day, (entry.measure,), asked, entry.at - INSTANT)
        return max(_told(readings), default=entry.at)

    def _revised(self, day: date, measures: tuple[str, ...], asked: Asked) -> Figures:
        """Return what sources had told of a day that is over before they corrected it."""
        if day >= asked.today or not measures:
            return {}
        key = (asked.node, day, measures)
        known_at = asked.sight.moment.known_at
        found = self._kept.get(key) if known_at is None else None
        if found is None:
            found = self._looked_up(day, measures, asked)
            if known_at is None:
                self._kept[key] = found
        return found

    def _looked_up(self, day: date, measures: tuple[str, ...], asked: Asked) -> Figures:
        """Return what sources had told, going back from correction to correction."""
        found: dict[str, list[Earlier]] = defaultdict(list)
        known_at = asked.sight.moment.known_at
        readings = self._readings(day, measures, asked, known_at)
        after: dict[str, Fraction] | None = None
        for _ in range(MOST_REVISIONS):
            corrected = max(_told(one for one in readings if one.revision > _FIRST), default=None)
            if corrected is None:
                break
            after = self._sums(day, asked, known_at) if after is None else after
            known_at = corrected - INSTANT
            before, readings = self._sums(day, asked, known_at), self._readings(day, measures, asked, known_at)
            for measure in measures:
                told = max(_told(one for one in readings if one.measure == measure), default=None)
                if told is not None and measure in before and before[measure] != after.get(measure):
                    at = told.astimezone(asked.plant.site.zone)
                    found[measure].append(Earlier(value=before[measure], at=at, who=None))
            after = before
        return {measure: tuple(figures) for measure, figures in found.items()}

    def _readings(
        self, day: date, measures: Sequence[str], asked: Asked, known_at: datetime | None
    ) -> tuple[Reading, ...]:
        span = day_span(asked.sight.rules(day).plant, day)
        wide = Span(span.start, span.end + _LATE_SHIFT)
        return self._reader.readings(asked.node, wide, measures=measures, known_at=known_at)

    def _sums(self, day: date, asked: Asked, known_at: datetime | None) -> dict[str, Fraction]:
        moment = asked.sight.moment
        rows = self._reader.known_day_totals(moment.history, (asked.node,), day, day, at=moment.now, known_at=known_at)
        return summed(rows, asked.sight.rules(day).kinds)[0]


def _told(readings: Iterable[Reading]) -> Iterator[datetime]:
    """Yield when sources told of readings; what people typed has its own entries."""
    return (one.received_at for one in readings if one.received_at is not None and one.source not in TYPED)


def standing_entry(typed: Sequence[DayEntry]) -> DayEntry | None:
    """Return the figure that people stand by: the last that was not taken back."""
    return next((entry for entry in reversed(typed) if not entry.undone), None)
