"""Builds the board of letters of a line, an area or the site, for one moment."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

from board.kpi.aim import common_target, own_target
from board.kpi.day import Known
from board.kpi.judgement import Judgement
from board.kpi.safety import days_since, record_days
from board.pages.day_book import DayBook, Moment
from board.pages.freshness import freshness_of, freshness_of_all
from board.pages.letter_day import COMING, Judged, Sight, group_day, line_day
from board.pages.name import path_of
from board.pages.rule import rules_of
from board.plant.calendar import ShiftRun, production_day, shift_at
from board.plant.history import PlantHistory
from board.plant.plant import Kpi, Letter, Plant, Target
from board.store.intake import Changed
from board.store.reader import Reader
from board.views.mark import Mark, Phase
from board.views.sqcdp import Aim, DayCell, Days, LetterView, Sqcdp

_DAY = timedelta(days=1)
_AS_IT_WAS = (Phase.CLOSED, Phase.UNRECORDED, Phase.NO_TARGET)  # a closed day that was worked


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """Which node a page is of, and the nodes and days it reads."""

    node: str
    lines: tuple[str, ...]
    nodes: tuple[str, ...]  # the node itself first, then all below it
    today: date
    sight: Sight

    @property
    def is_line(self) -> bool:
        """Tell whether the node is a line itself."""
        return self.lines == (self.node,)


class SqcdpPages:
    """Build boards of letters from one reader; closed days are kept until `forget` hears of a change."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._book = DayBook(reader)
        self._judged: dict[tuple[str, str, date], Judged] = {}
        self._now = datetime.min.replace(tzinfo=UTC)

    def forget(self, changes: Sequence[Changed]) -> None:
        """Drop what was kept of the days that changed."""
        dropped = self._book.forget(changes)
        if dropped is not None:
            first, last = dropped
            self._judged = {key: day for key, day in self._judged.items() if not first <= key[2] <= last}

    def board(self, node: str, history: PlantHistory, *, now: datetime, known_at: datetime | None = None) -> Sqcdp:
        """Return the letters of a line, an area or the site for the month of `now`.

        `known_at`: only what had been received by then. KeyError for a node the plant does not know.
        """
        if self._book.use(history) or now < self._now:
            self._judged.clear()
        self._now = now
        plant = history.at(now)
        lines = tuple(line.id for line in plant.lines_under(node))
        is_line = lines == (node,)
        today = production_day(plant, now, node if is_line else None)
        moment = Moment(history=history, now=now, known_at=known_at)
        nodes = _nodes(plant, node, lines)
        first = today.replace(day=1)
        days = self._book.of(nodes, min(first, today - _DAY), today, moment)
        asked = _Asked(node=node, lines=lines, nodes=nodes, today=today, sight=Sight(days=days, moment=moment))
        run = _shift_of(plant, lines, now)
        zone = plant.site.zone
        fresh = freshness_of if is_line else freshness_of_all
        return Sqcdp(
            node=node,
            path=path_of(plant, node),
            month=first,
            today=today,
            shift=None if run is None else run.shift.name,
            starts=None if run is None else run.span.start.astimezone(zone),
            ends=None if run is None else run.span.end.astimezone(zone),
            now=now.astimezone(zone).replace(second=0, microsecond=0),
            letters=tuple(self._letter(letter, asked) for letter in plant.letters),
            freshness=fresh(self._reader, plant, node, now),
        )

    def _letter(self, letter: Letter, asked: _Asked) -> LetterView:
        today = asked.today
        month = [today.replace(day=number + 1) for number in range(monthrange(today.year, today.month)[1])]
        judged = [self._day(letter.code, day, asked) for day in month]
        so_far = judged[: today.day]
        closed = [day for day in so_far[:-1] if day.mark.phase in _AS_IT_WAS]
        plant = asked.sight.moment.plant
        kpi = next((kpi for kpi in plant.kpis if kpi.id == letter.kpis[0]), None) if letter.kpis else None
        before = so_far[-2] if len(so_far) > 1 else self._day(letter.code, today - _DAY, asked)
        values = [_value(day, kpi) for day in so_far]
        safety = self._safety(letter, asked)
        return LetterView(
            code=letter.code,
            name=letter.name,
            kpi=None if kpi is None else kpi.id,
            kpi_name=letter.name if kpi is None else kpi.name,
            unit="" if kpi is None else kpi.unit,
            decimals=0 if kpi is None else kpi.decimals,
            mark=so_far[-1].mark,
            value=values[-1],
            aim=None if kpi is None else _aim(kpi, so_far[-1], asked),
            yesterday=_value(before, kpi),
            days_met=sum(_judgement(day) is Judgement.GOOD for day in closed),
            days_due=sum(_judgement(day) is not None for day in closed),
            days_entered=sum(day.day is not None and day.day.known is not Known.NOTHING for day in closed),
            days_worked=len(closed),
            days=tuple(_cell(day, found, kpi) for day, found in zip(month, judged, strict=True)),
            spark=tuple(values),
            spark_marks=tuple(day.mark for day in so_far),
            safety=safety,
            cross=letter.shape == "cross",
        )

    def _day(self, code: str, day: date, asked: _Asked) -> Judged:
        """Return a letter's day; a closed one is judged once and kept."""
        if day > asked.today:
            return COMING
        if asked.is_line:
            return self._of_line(asked.node, code, day, asked)
        key = (asked.node, code, day)
        found = self._judged.get(key) if _kept(day, asked) else None
        if found is None:
            lines = [self._of_line(line, code, day, asked) for line in asked.lines]
            found = group_day(asked.nodes, lines, code, day, asked.sight)
            self._keep(key, found, asked)
        return found

    def _of_line(self, line: str, code: str, day: date, asked: _Asked) -> Judged:
        key = (line, code, day)
        found = self._judged.get(key) if _kept(day, asked) else None
        if found is None:
            found = line_day(line, code, day, asked.sight)
            self._keep(key, found, asked)
        return found

    def _keep(self, key: tuple[str, str, date], found: Judged, asked: _Asked) -> None:
        if found.phase is Phase.CLOSED and _kept(key[2], asked) and self._book.keeps(key[0], key[2]):
            self._judged[key] = found

    def _safety(self, letter: Letter, asked: _Asked) -> Days | None:
        """Return the days since the last accident, over all years; the days of this page as they are known to it."""
        if not letter.ladder:
            return None
        accidents = [rung.measure for rung in letter.ladder if rung.accident]
        seen = {day for _, day in asked.sight.days} | {asked.today}
        first = min(seen)
        days = [day for _, day in self._reader.days_of(asked.nodes, accidents) if day < first]
        days += [
            day
            for (_, day), sums in asked.sight.days.items()
            if day <= asked.today and any(sums.whole.get(measure) for measure in accidents)
        ]
        return Days(since=days_since(days, asked.today), record=record_days(days, asked.today))


def _kept(day: date, asked: _Asked) -> bool:
    """Tell whether a day may be kept: it is over, and it is asked for as it is known today."""
    return day < asked.today and asked.sight.moment.known_at is None


def _nodes(plant: Plant, node: str, lines: Sequence[str]) -> tuple[str, ...]:
    """Return the node, the areas below it where it is the site, and its lines; readings may lie on each."""
    areas = tuple(area.id for area in plant.areas) if node == plant.site.id else ()
    return tuple(dict.fromkeys((node, *areas, *lines)))


def _shift_of(plant: Plant, lines: Sequence[str], now: datetime) -> ShiftRun | None:
    """Return the shift that runs, where all lines that work run the same one."""
    runs = [run for line in lines if (run := shift_at(plant, line, now)) is not None]
    alike = {(run.shift.name, run.span) for run in runs}
    return runs[0] if len(alike) == 1 else None


def _judgement(day: Judged) -> Judgement | None:
    mark: Mark = day.mark
    return mark.judgement if mark.phase is Phase.CLOSED else None


def _value(day: Judged, kpi: Kpi | None) -> Fraction | None:
    found = None if kpi is None else day.kpis.get(kpi.id)
    return None if found is None else found.value


def _cell(day: date, found: Judged, kpi: Kpi | None) -> DayCell:
    return DayCell(
        day=day,
        mark=found.mark,
        value=_value(found, kpi),
        parts=found.parts,
        met=found.met,
        due=found.due,
        near_miss=found.near_miss,
        incomplete=found.partial,
    )


def _aim(kpi: Kpi, today: Judged, asked: _Asked) -> Aim | None:
    """Return the target that stands today; before anything was entered, the one people have set."""
    found = today.kpis.get(kpi.id)
    target: Target | None = None if found is None else found.target
    if target is None:
        letters = rules_of(asked.sight.moment.plant).letters.values()
        figure = next(figure for _, figures in letters for figure in figures if figure.kpi.id == kpi.id)
        target = own_target(figure, asked.node, asked.today) or common_target(figure, asked.today)
    if target is None:
        return None
    return Aim(better=kpi.better, value=target.value, low=target.low, high=target.high, rolled=kpi.id in today.rolled)
