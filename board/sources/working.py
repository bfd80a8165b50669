"""When the lines of a plant work, told to the feeds process without the rest of the plant: a stop at night is none."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Final, cast

from board.plant.calendar import production_day, shift_runs
from board.plant.plant import Break, DayOff, Line, Plant, Shift, ShiftChange, Site
from board.plant.span import Span

_DAY: Final = timedelta(days=1)


class Working:
    """The calendar of a plant: its shifts, breaks and days off, and what was changed of them on the wall."""

    def __init__(self, plant: Plant) -> None:
        """Keep what decides when lines work, and nothing else of the plant."""
        self._plant = Plant(
            site=Site(id="site", name="site", timezone=plant.site.timezone, day_starts=plant.site.day_starts),
            areas=(),
            lines=tuple(Line(id=line.id, name=line.id, area="") for line in plant.lines),
            shifts=plant.shifts,
            days_off=plant.days_off,
            shift_changes=plant.shift_changes,
        )
        self._lines = frozenset(line.id for line in plant.lines)
        self._of_day = lru_cache(maxsize=4096)(self._worked)

    def of(self, node: str, span: Span) -> tuple[Span, ...]:
        """Return the parts of a time that a line works; all of it for a node that is no line."""
        if node not in self._lines:
            return (span,)
        first, last = (production_day(self._plant, moment) for moment in (span.start - _DAY, span.end + _DAY))
        days = (first + _DAY * number for number in range((last - first).days + 1))
        parts = sorted({part for day in days for part in self._of_day(node, day)})
        return tuple(shared for part in parts if (shared := part.meets(span)) is not None)

    def _worked(self, line: str, day: date) -> tuple[Span, ...]:
        return tuple(part for run in shift_runs(self._plant, line, day) for part in run.working)

    def body(self) -> dict[str, object]:
        """Return the calendar as JSON takes it."""
        plant = self._plant
        return {
            "timezone": plant.site.timezone,
            "day_starts": plant.site.day_starts.isoformat(),
            "lines": sorted(self._lines),
            "shifts": [_plain(asdict(shift)) for shift in plant.shifts],
            "days_off": [_plain(asdict(off)) for off in plant.days_off],
            "shift_changes": [_plain(asdict(change)) for change in plant.shift_changes],
        }

    @classmethod
    def parse(cls, body: object) -> "Working":
        """Return the calendar of a body; KeyError, TypeError or ValueError where it is none."""
        found = cast("Mapping[str, object]", body)
        return cls(
            Plant(
                site=Site(id="", name="", timezone=str(found["timezone"]), day_starts=_time(found["day_starts"])),
                areas=(),
                lines=tuple(Line(id=str(line), name="", area="") for line in _list(found, "lines")),
                shifts=tuple(map(_shift, _tables(found, "shifts"))),
                days_off=tuple(map(_day_off, _tables(found, "days_off"))),
                shift_changes=tuple(map(_change, _tables(found, "shift_changes"))),
            )
        )


def _plain(found: object) -> object:
    """Return a value as JSON takes it."""
    if isinstance(found, Mapping):
        return {name: _plain(each) for name, each in found.items()}
    if isinstance(found, list | tuple):
        return [_plain(each) for each in found]
    if isinstance(found, frozenset):
        return sorted(found)
    if isinstance(found, timedelta):
        return found.total_seconds()
    return found.isoformat() if isinstance(found, date | time) else found


def _shift(found: Mapping[str, object]) -> Shift:
    return Shift(
        name=str(found["name"]),
        starts=_time(found["starts"]),
        ends=_time(found["ends"]),
        days=frozenset(int(str(day)) for day in _list(found, "days")),
        breaks=tuple(
            Break(starts=_time(each["starts"]), length=timedelta(seconds=float(str(each["length"]))))
            for each in _tables(found, "breaks")
        ),
        lines=frozenset(map(str, _list(found, "lines"))),
    )


def _day_off(found: Mapping[str, object]) -> DayOff:
    return DayOff(
        first=date.fromisoformat(str(found["first"])),
        last=date.fromisoformat(str(found["last"])),
        name=str(found["name"]),
        lines=frozenset(map(str, _list(found, "lines"))),
    )


def _change(found: Mapping[str, object]) -> ShiftChange:
    return ShiftChange(
        line=str(found["line"]),
        day=date.fromisoformat(str(found["day"])),
        shift=str(found["shift"]),
        cancelled=bool(found["cancelled"]),
        starts=None if found["starts"] is None else _time(found["starts"]),
        ends=None if found["ends"] is None else _time(found["ends"]),
    )


def _time(found: object) -> time:
    return time.fromisoformat(str(found))


def _list(found: Mapping[str, object], name: str) -> Sequence[object]:
    return cast("Sequence[object]", found.get(name, ()))


def _tables(found: Mapping[str, object], name: str) -> Sequence[Mapping[str, object]]:
    return cast("Sequence[Mapping[str, object]]", found.get(name, ()))
