"""What somebody wrote for a demo to play: shifts, days and months as the pictures show them; the rest is invented."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from fractions import Fraction

from board.sources.demo_theme import COUNTED_DAYS, MICRO, THEMES
from board.sources.number import NumberError, read_number
from board.sources.setting import Settings

MINUTE = timedelta(minutes=1)
_THEMES = tuple(theme.measure for theme in THEMES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A shift as it is written: what each interval makes and rejects, its stops, and levels of its own."""

    line: str
    day: date
    shift: str
    made: tuple[int, ...]
    scrap: tuple[int, ...] = ()
    stops: tuple[tuple[time, timedelta, str], ...] = ()
    levels: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """Everything that is written; levels are millionths of the KPI's unit, counts whole numbers."""

    scenes: Mapping[tuple[str, date, str], Scene] = field(default_factory=dict)
    months: Mapping[tuple[str, str, date], int] = field(default_factory=dict)  # line, measure, first of the month
    days: Mapping[tuple[str, str, date], int] = field(default_factory=dict)  # line, measure, day
    accidents: Mapping[str, frozenset[date]] = field(default_factory=dict)
    unsaid: Mapping[tuple[str, date], frozenset[str]] = field(default_factory=dict)  # what nobody entered

    @property
    def lines(self) -> frozenset[str]:
        """Return the lines it names."""
        keys: tuple[tuple[object, ...], ...] = (*self.scenes, *self.months, *self.days, *self.unsaid)
        return frozenset((*(str(key[0]) for key in keys), *self.accidents))


def read_script(settings: Settings) -> Script:
    """Return what the settings of a source write; what cannot be used is noted there as a problem."""
    scenes = [_scene(table) for table in settings.tables("scene")]
    months: dict[tuple[str, str, date], int] = {}
    for table in settings.tables("months"):
        months |= _levels(table, _next_month, _THEMES)
    days: dict[tuple[str, str, date], int] = {}
    for table in settings.tables("days"):
        days |= _levels(table, _next_day, tuple(dict.fromkeys((*_THEMES, *COUNTED_DAYS))))
    accidents = {
        table.text("line", needed=True): frozenset(_dates(table, "days")) for table in _finished(settings, "accidents")
    }
    unsaid = {
        (table.text("line", needed=True), _date(table, "day")): frozenset(table.texts("measures"))
        for table in _finished(settings, "unsaid")
    }
    return Script(
        scenes={(scene.line, scene.day, scene.shift): scene for scene in scenes},
        months=months,
        days=days,
        accidents=accidents,
        unsaid=unsaid,
    )


def _finished(settings: Settings, key: str) -> Iterator[Settings]:
    """Yield each table of a list, and name what was not asked of it."""
    for table in settings.tables(key):
        yield table
        table.finish()


def _scene(table: Settings) -> Scene:
    line, shift, day = table.text("line", needed=True), table.text("shift", needed=True), _date(table, "day")
    stops = []
    for inner in table.tables("stop"):
        start = time(0, 0)
        try:
            start = time.fromisoformat(inner.text("starts", needed=True))
        except ValueError:
            inner.fault("starts", 'a time such as "08:36"')
        stops.append((start, inner.length("length") or MINUTE, inner.text("reason")))
        inner.finish()
    made, scrap = _counts(table, "made"), _counts(table, "scrap") if table.has("scrap") else ()
    levels: dict[str, int] = {}
    level = table.table("level")
    if level is not None:
        for key in [key for key in _THEMES if level.has(key)]:
            (found,) = _numbers(level, key, [level.values[key]]) or (None,)
            if found is not None:
                levels[key] = found
        level.finish()
    table.finish()
    return Scene(line=line, day=day, shift=shift, made=made, scrap=scrap, stops=tuple(stops), levels=levels)


def _levels(table: Settings, after: Callable[[date], date], known: Sequence[str]) -> dict[tuple[str, str, date], int]:
    """Return the levels of one table: each list begins at `from`; an empty text leaves its place to chance."""
    line, first = table.text("line", needed=True), _date(table, "from")
    counted = COUNTED_DAYS if after is _next_day else ()
    found: dict[tuple[str, str, date], int] = {}
    for measure in known:
        if not table.has(measure):
            continue
        values = table.values[measure]
        if not isinstance(values, list | tuple):
            table.fault(measure, "a list of numbers")
            continue
        day = first
        for level in _numbers(table, measure, values):
            if level is not None:
                found[line, measure, day] = level // MICRO if measure in counted else level
            day = after(day)
    table.finish()
    return found


def _numbers(table: Settings, key: str, values: Sequence[object]) -> list[int | None]:
    """Return numbers in millionths, None where nothing is written."""
    found: list[int | None] = []
    for value in values:
        if value == "":
            found.append(None)
            continue
        try:
            if isinstance(value, bool) or not isinstance(value, int | float | str):
                raise NumberError("is not a number")
            found.append(int(Fraction(read_number(str(value), decimal=".")) * MICRO))
        except NumberError:
            table.fault(key, "numbers")
            break
    return found


def _counts(table: Settings, key: str) -> tuple[int, ...]:
    found = table.values.get(key) if table.has(key) else None
    if isinstance(found, list | tuple) and all(isinstance(count, int) and count >= 0 for count in found):
        return tuple(found)
    table.fault(key, "a list of whole numbers, one for each interval")
    return ()


def _date(table: Settings, key: str) -> date:
    table.has(key)
    try:
        return date.fromisoformat(str(table.values.get(key)))
    except ValueError:
        table.fault(key, "a date such as 2026-11-20")
        return date(1970, 1, 1)


def _dates(table: Settings, key: str) -> Iterator[date]:
    found = table.values.get(key) if table.has(key) else None
    for each in found if isinstance(found, list | tuple) else ():
        try:
            yield date.fromisoformat(str(each))
        except ValueError:
            table.fault(key, "dates such as 2026-11-20")


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _next_day(day: date) -> date:
    return day + timedelta(days=1)
