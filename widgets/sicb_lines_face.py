"""What the board of several lines shows, cell by cell: lines down, intervals across."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from board.plant.span import Span
from board.views.freshness import Stage
from board.views.mark import Judgement, Mark, Phase
from board.views.sicb import Interval, SicbLine, SicbLines
from themes.token import Token
from widgets import words
from widgets.sicb_say import delta_colour, figure, shown_mark
from widgets.words import plural, translate


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnFace:
    """The name of a column; `current`: it is now."""

    label: str
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFace:
    """A line: its name, what it needs or why it says nothing, and what nobody explained."""

    name: str
    need: str
    note: str = ""
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SquareFace:
    """One interval of one line, or a line's whole shift."""

    figure: str = ""
    size_u: float = 46
    delta: str = ""
    plan: str = ""
    head: str = ""  # what it is, where no column says so
    span: str = ""  # from when to when, for where it covers several columns
    mark: Mark | None = None
    delta_colour: Token = "text"
    quiet: bool = False  # to come, or not worked
    stale: bool = False

    @property
    def is_off(self) -> bool:
        """Tell whether nobody works."""
        return self.mark is not None and self.mark.phase is Phase.OFF

    @property
    def tone(self) -> Token:
        """Return the colour of the figure."""
        return "text3" if self.stale else "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreFace:
    """How many lines have no room, and how many of them are behind."""

    words: str


def columns_shown(view: SicbLines, room: int) -> tuple[int, ...]:
    """Return the indexes of the columns that fit: around now, as on the board of one line."""
    count = len(view.columns)
    if count <= room:
        return tuple(range(count))
    running = next((n for n, span in enumerate(view.columns) if span.holds(view.now)), count - 1)
    last = min(count - 1, running + (1 if room > 2 else 0))
    first = max(0, last - room + 1)
    return tuple(range(first, min(count, first + room)))


def column_face(view: SicbLines, column: int) -> ColumnFace:
    """Return the name of a column."""
    starts, ends = view.column_labels[column]
    return ColumnFace(label=words.span_label(starts, ends), current=view.columns[column].holds(view.now))


def line_face(line: SicbLine, now: datetime) -> LineFace:
    """Return what stands at the head of a line."""
    stage, age_s = line.freshness.stage(now), line.freshness.age_s(now)
    stale = stage in {Stage.STALE, Stage.MISSING}
    if line.total_mark.phase is Phase.OFF:
        return LineFace(name=line.name, need=translate("board", "not working now"), note="", stale=False)
    if stage is Stage.MISSING or age_s is None:
        need = translate("board", "no data yet")
    elif stale:
        need = translate("board", "data {age} old").format(age=words.age_text(age_s))
    elif line.recoverable is False:
        need = translate("board", "the plan cannot be met")
    elif line.needed_rate is None:
        need = line.unit
    else:
        need = translate("board", "needs {rate}").format(rate=words.rate_up(line.needed_rate))
    note = translate("board", "{n} not explained").format(n=words.number(line.unexplained)) if line.unexplained else ""
    return LineFace(name=line.name, need=need, note=note, stale=stale)


def interval_at(line: SicbLine, column: Span) -> Interval | None:
    """Return a line's interval under a column: the one that begins in it, else the one that still runs in it."""
    begins = next((one for one in line.intervals if column.holds(one.span.start)), None)
    return begins or next((one for one in line.intervals if one.span.holds(column.start)), None)


def squares_of(line: SicbLine, columns: Sequence[Span], shown: Sequence[int]) -> tuple[tuple[int, int, int], ...]:
    """Return a line's squares: the place among the columns shown, the column it begins in, and how many it covers.

    Lines are cut into intervals of their own; one that is longer than a column covers several. A column in which the
    line has no interval keeps a square of its own, which stays empty.
    """
    found: list[tuple[int, int, int]] = []
    before: Interval | None = None
    for place, column in enumerate(shown):
        interval = interval_at(line, columns[column])
        if found and interval is not None and interval is before:
            found[-1] = (found[-1][0], found[-1][1], found[-1][2] + 1)
        else:
            found.append((place, column, 1))
        before = interval
    return tuple(found)


def square_face(line: SicbLine, interval: Interval | None, now: datetime) -> SquareFace:
    """Return what one interval of a line shows."""
    if interval is None:
        return SquareFace(quiet=True)
    phase = interval.mark.phase
    if phase is Phase.OFF:
        return SquareFace(quiet=True, mark=interval.mark)
    span = words.span_label(interval.starts, interval.ends)
    if phase is Phase.FUTURE:
        return SquareFace(plan=_plan(interval.plan), span=span, quiet=True)
    if phase is Phase.UNRECORDED:
        return SquareFace(figure="?", plan=_plan(interval.plan), span=span, mark=interval.mark)
    stale = line.freshness.stage(now) in {Stage.STALE, Stage.MISSING} and _could_change(line, interval)
    return SquareFace(
        figure=figure(interval.actual),
        delta="" if interval.delta is None else words.signed(interval.delta),
        plan=_plan(interval.plan_so_far if phase is Phase.OPEN else interval.plan),
        span=span,
        mark=shown_mark(interval),
        delta_colour="text3" if stale else delta_colour(interval.delta, interval.mark.judgement),
        stale=stale,
    )


def total_face(line: SicbLine, now: datetime, head: str = "") -> SquareFace:
    """Return what a line's whole shift shows."""
    stale = line.freshness.stage(now) in {Stage.STALE, Stage.MISSING}
    return SquareFace(
        figure=figure(line.total_actual),
        delta="" if line.total_delta is None else words.signed(line.total_delta),
        plan=_plan(line.total_plan_so_far),
        head=head,
        mark=line.total_mark,
        delta_colour="text3" if stale else delta_colour(line.total_delta, line.total_mark.judgement),
        stale=stale,
    )


def more_face(lines: Sequence[SicbLine]) -> MoreFace:
    """Return the words for the lines that have no room."""
    behind = sum(line.total_mark.judgement is Judgement.MISS for line in lines)
    said = plural(
        "and {n} more line, {behind} of them behind", "and {n} more lines, {behind} of them behind", len(lines)
    )
    return MoreFace(words=said.format(n=len(lines), behind=behind))


def now_of(view: SicbLines, age_s: int | None) -> datetime:
    """Return the present moment: a view's own, moved on by as much as its data have aged since."""
    seen = view.freshness.age_s(view.now)
    return view.now if seen is None or age_s is None else view.now + timedelta(seconds=max(0, age_s - seen))


def _plan(plan: int | None) -> str:
    """Return a plan as it is written; nothing where there is none."""
    return "" if plan is None else figure(plan)


def _could_change(line: SicbLine, interval: Interval) -> bool:
    seen = line.freshness.seen_at
    return interval.mark.phase is Phase.OPEN or interval.provisional or seen is None or interval.span.end > seen
