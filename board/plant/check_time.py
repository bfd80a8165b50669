"""Whether the times of a plant go together: shifts, breaks, days off, planned runs and the start of its validity."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

from board.plant.draft import Draft, Written
from board.plant.problem import Problem
from board.plant.schema import DayOffTable, RunTable, ShiftTable, SiteTable, in_utc
from board.plant.spelling import DAYS
from board.plant.wall import is_skipped

_DAY_MIN = 24 * 60
_WEEK_MIN = 7 * _DAY_MIN


def shifts_apart(draft: Draft) -> Iterator[Problem]:
    """Find breaks outside their shift, and shifts of one line that overlap or share a name on one day."""
    shifts = draft.of(ShiftTable)
    for written, table in shifts:
        yield from _breaks_within(written, table)
    if draft.site is None or not isinstance(draft.site.table, SiteTable):
        return
    every = frozenset(draft.names("line"))
    worked = [(written, table, frozenset(table.lines) or every) for written, table in shifts]
    for (_, first, firsts_lines), (written, second, seconds_lines) in combinations(worked, 2):
        if firsts_lines.isdisjoint(seconds_lines):
            continue
        shared = firsts_lines & seconds_lines
        lines = "all lines" if shared == every else ", ".join(f'"{line}"' for line in sorted(shared))
        clash = _clash(first, second, draft.site.table.day_starts)
        if clash is not None:
            expected = f'times that leave shift "{first.name}" ({_times(first)}) alone on {lines}'
            yield Problem(written.file, written.key, f"{_times(second)} on {DAYS[clash].capitalize()}", expected)
        elif first.name == second.name and first.days & second.days:
            yield written.problem("name", second.name, f"a name used once a day on {lines}")


def days_off_in_order(draft: Draft) -> Iterator[Problem]:
    """Find days off that end before they start."""
    for written, table in draft.of(DayOffTable):
        if table.last is not None and table.last < table.first:
            yield written.problem("last", table.last, f"no day before first, which is {table.first}")


def runs_in_order(draft: Draft) -> Iterator[Problem]:
    """Find runs that end before they start, at times that no clock shows, or on top of each other."""
    if draft.site is None or not isinstance(draft.site.table, SiteTable):
        return
    zone = ZoneInfo(draft.site.table.timezone)
    whole: list[tuple[RunTable, datetime, datetime]] = []
    for written, table in draft.of(RunTable):
        yield from _run_sound(written, table, zone)
        if table.ends is None:
            continue
        start, end = in_utc(table.starts, zone), in_utc(table.ends, zone)
        if end <= start:
            yield written.problem("ends", table.ends, f"a time after its start, {table.starts}")
        for other, others_start, others_end in whole:
            same = other.line == table.line and other.kind == table.kind
            if same and max(start, others_start) < min(end, others_end):
                yield written.problem("starts", table.starts, f"a time when no other {table.kind} run is planned there")
        whole.append((table, start, end))


def start_shown(draft: Draft) -> Iterator[Problem]:
    """Find a start of validity that no clock shows."""
    if draft.site is not None and isinstance(draft.site.table, SiteTable) and isinstance(draft.valid_from, datetime):
        zone = ZoneInfo(draft.site.table.timezone)
        if _never_shown(draft.valid_from, zone):
            yield Problem(draft.valid_from_file, "valid_from", draft.valid_from.isoformat(), _SHOWN)


_SHOWN = "a time that exists: the clocks jump over this one that night"


def _never_shown(found: datetime, zone: ZoneInfo) -> bool:
    return found.tzinfo is None and is_skipped(found, zone)


def _run_sound(written: Written, table: RunTable, zone: ZoneInfo) -> Iterator[Problem]:
    for key, found in (("starts", table.starts), ("ends", table.ends)):
        if found is not None and _never_shown(found, zone):
            yield written.problem(key, found, _SHOWN)
    if table.kind == "changeover":
        if table.ends is None:
            yield written.problem("ends", None, "the end of the changeover")
        for key in ("quantity", "rate"):
            if getattr(table, key) is not None:
                yield written.problem(key, written.raw[key], "no such key: a changeover makes nothing")


def _breaks_within(written: Written, table: ShiftTable) -> Iterator[Problem]:
    """Find breaks that leave their shift or overlap; minutes count from the start of the shift."""
    length = _length_min(table)
    spans: list[tuple[float, float]] = []
    for place, pause in enumerate(table.breaks, start=1):
        start = (_minute(pause.starts) - _minute(table.starts)) % _DAY_MIN
        end = start + pause.length / timedelta(minutes=1)
        key, found = (
            f"{written.key}: breaks[{place}]",
            f"{pause.starts:%H:%M} {pause.length.total_seconds() / 60:g} min",
        )
        if end > length:
            yield Problem(written.file, key, found, f"a break within the shift, {_times(table)}")
        if any(max(start, others_start) < min(end, others_end) for others_start, others_end in spans):
            yield Problem(written.file, key, found, "a break that does not overlap another")
        spans.append((start, end))


def _clash(first: ShiftTable, second: ShiftTable, day_starts: time) -> int | None:
    """Return the production weekday on which the second shift starts into the first or runs into it, or None."""
    for day in sorted(second.days):
        start = _week_minute(second, day, day_starts)
        for other_day in first.days:
            ahead = (start - _week_minute(first, other_day, day_starts)) % _WEEK_MIN
            if ahead < _length_min(first) or (-ahead) % _WEEK_MIN < _length_min(second):
                return day
    return None


def _week_minute(table: ShiftTable, day: int, day_starts: time) -> int:
    return day * _DAY_MIN + (_minute(table.starts) - _minute(day_starts)) % _DAY_MIN


def _length_min(table: ShiftTable) -> int:
    return (_minute(table.ends) - _minute(table.starts)) % _DAY_MIN or _DAY_MIN


def _minute(wall: time) -> int:
    return wall.hour * 60 + wall.minute


def _times(table: ShiftTable) -> str:
    return f"{table.starts:%H:%M} to {table.ends:%H:%M}"
