"""Judges the letters' days of a line, an area or the site; closed days are judged once and kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from board.journal.clean import EARLIEST
from board.pages.day_book import DayBook, DaySums, Moment
from board.pages.letter_day import COMING, Judged, Sight, group_day, line_day
from board.plant.calendar import production_day
from board.plant.history import PlantHistory
from board.plant.plant import Plant
from board.plant.span import Span
from board.store.intake import Changed
from board.store.reader import DayTotal, Reader
from board.views.mark import Phase

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which node a page is of, the nodes it reads, and what it sees of them so far."""

    node: str
    lines: tuple[str, ...]
    nodes: tuple[str, ...]  # the node itself first, then all below it
    today: date
    sight: Sight
    plant: Plant  # in force now
    sums: dict[tuple[str, date], DaySums]  # what `sight` sees
    seen: set[date] = field(default_factory=set)  # the days that were read

    @property
    def is_line(self) -> bool:
        """Tell whether the node is a line itself."""
        return self.lines == (self.node,)


class LetterBook:
    """Judge days from one reader for several pages; closed days are kept until `forget` hears of a change."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._days = DayBook(reader)
        self._judged: dict[tuple[str, str, date], Judged] = {}
        self._first: dict[str, datetime | None] = {}  # reading of a node
        self._first_before: dict[str, datetime | None] = {}  # as it was before the last change
        self._now = datetime.min.replace(tzinfo=UTC)

    def forget(self, changes: Sequence[Changed]) -> tuple[date, date] | None:
        """Drop what was kept of the days that changed; returns the first and the last of them, None where none is."""
        dropped = self._days.forget(changes)
        if dropped is not None:
            first, last = dropped
            self._judged = {key: day for key, day in self._judged.items() if not first <= key[2] <= last}
            self._first_before |= self._first
            self._first.clear()
        return dropped

    def ask(self, node: str, history: PlantHistory, *, now: datetime, known_at: datetime | None = None) -> Asked:
        """Return what a page of a node is built from; nothing is in sight yet, `see` brings days.

        KeyError for a node the plant does not know.
        """
        if self._days.use(history) or now < self._now:
            self._judged.clear()
        self._now = now
        plant = history.at(now)
        lines = tuple(line.id for line in plant.lines_under(node))
        today = production_day(plant, now, node if lines == (node,) else None)
        sums: dict[tuple[str, date], DaySums] = {}
        moment = Moment(history=history, now=now, known_at=known_at)
        return Asked(
            node=node,
            lines=lines,
            nodes=_nodes(plant, node, lines),
            today=today,
            sight=Sight(days=sums, moment=moment, begins={line: self._begins(history, line) for line in lines}),
            plant=plant,
            sums=sums,
        )

    def see(self, asked: Asked, first: date, last: date) -> None:
        """Bring the days from a first to a last one, both inclusive, into sight; what is to come is not there."""
        days = [first + _DAY * step for step in range((min(last, asked.today) - first).days + 1)]
        lacking = [day for day in days if day not in asked.seen]
        if lacking:
            asked.sums.update(self._days.of(asked.nodes, lacking[0], lacking[-1], asked.sight.moment))
            asked.seen.update(lacking)

    def day(self, code: str, day: date, asked: Asked) -> Judged:
        """Return a letter's day; a closed one is judged once and kept."""
        if day > asked.today:
            return COMING
        self.see(asked, day, day)
        if asked.is_line:
            return self.line_day(asked.node, code, day, asked)
        key = (asked.node, code, day)
        found = self._judged.get(key) if _kept(day, asked) else None
        if found is None:
            lines = [self.line_day(line, code, day, asked) for line in asked.lines]
            found = group_day(asked.nodes, lines, code, day, asked.sight)
            self._keep(key, found, asked)
        return found

    def line_day(self, line: str, code: str, day: date, asked: Asked) -> Judged:
        """Return the letter's day of one of the lines under the node; the day must be in sight."""
        key = (line, code, day)
        found = self._judged.get(key) if _kept(day, asked) else None
        if found is None:
            found = line_day(line, code, day, asked.sight)
            self._keep(key, found, asked)
        return found

    def rows(self, day: date, asked: Asked) -> tuple[DayTotal, ...]:
        """Return the totals of the node's day, and of all below it, by every dimension."""
        return () if day > asked.today else self._days.rows(asked.nodes, day, asked.sight.moment)

    def first_known(self, asked: Asked) -> date | None:
        """Return the first production day of which anything was told, None where nothing ever was."""
        told = [first for node in asked.nodes if (first := self._first_of(node)) is not None]
        return production_day(asked.plant, min(told)) if told else None

    def accidents(self, asked: Asked, measures: Iterable[str]) -> list[date]:
        """Return the days, of all years, on which one of some measures came to more than nothing, as far as known."""
        counted = tuple(measures)
        told = (
            self._told(asked, counted) if asked.sight.moment.known_at is not None else self._kept_days(asked, counted)
        )
        seen = {day for (_, day), sums in asked.sums.items() if any(sums.whole.get(measure) for measure in counted)}
        return [day for day in (told - asked.seen) | seen if day <= asked.today]

    def _kept_days(self, asked: Asked, measures: Sequence[str]) -> set[date]:
        return {day for _, day in self._reader.days_of(asked.nodes, measures)}

    def _told(self, asked: Asked, measures: Sequence[str]) -> set[date]:
        """Return the days on which something had been told by the moment up to which the page knows."""
        moment = asked.sight.moment
        found: set[date] = set()
        for node in asked.nodes:
            first = self._first_of(node)
            if first is not None and first < moment.now:
                span = Span(first, moment.now)
                readings = self._reader.readings(node, span, measures=measures, known_at=moment.known_at)
                found |= {day_of(moment.history, node, reading.start) for reading in readings if reading.value}
        return found

    def _begins(self, history: PlantHistory, line: str) -> date:
        """Return from when on a line may be due: its first reading, or the first plant that has it, if that is earlier.

        The first plant of all also judges what came before it, so its lines may be due from the first reading of any of
        its nodes. In force since before any time that can be meant, it says nothing of when it began.
        """
        plants = history.turns
        since, plant = next((turn for turn in plants if _has(turn[1], line)), plants[0])
        nodes = _nodes(plant, plant.site.id, [one.id for one in plant.lines]) if plant is plants[0][1] else (line,)
        told = [first for node in nodes if (first := self._first_of(node)) is not None]
        days = [day_of(history, line, first) for first in told]
        if since > EARLIEST:
            days.append(production_day(plant, since))
        return min(days, default=date.min)

    def _first_of(self, node: str) -> datetime | None:
        if node not in self._first:
            first = self._first[node] = self._reader.began(node)
            if self._first_before.pop(node, first) != first:
                self._judged.clear()  # days that were none of its life may be due now
        return self._first[node]

    def _keep(self, key: tuple[str, str, date], found: Judged, asked: Asked) -> None:
        if found.phase is Phase.CLOSED and _kept(key[2], asked) and self._days.keeps(key[0], key[2]):
            self._judged[key] = found


def day_of(history: PlantHistory, node: str, instant: datetime) -> date:
    """Return the production day of an instant on a node, by the plant that was in force."""
    plant = history.at(instant)
    return production_day(plant, instant, node if _has(plant, node) else None)


def _has(plant: Plant, line: str) -> bool:
    return any(one.id == line for one in plant.lines)


def _kept(day: date, asked: Asked) -> bool:
    """Tell whether a day may be kept: it is over, and it is asked for as it is known today."""
    return day < asked.today and asked.sight.moment.known_at is None


def _nodes(plant: Plant, node: str, lines: Sequence[str]) -> tuple[str, ...]:
    """Return the node, the areas below it where it is the site, and its lines; readings may lie on each."""
    areas = tuple(area.id for area in plant.areas) if node == plant.site.id else ()
    return tuple(dict.fromkeys((node, *areas, *lines)))
