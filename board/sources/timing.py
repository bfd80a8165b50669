"""Which columns of a source say when a row was, in the one vocabulary of all kinds."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from board.sources.setting import Settings

UNITS_OF_TIME = {"s": Fraction(1, 60), "min": Fraction(1), "h": Fraction(60), "d": Fraction(1440)}
_KEYS_OF_TIME = ("time", "start", "day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Which columns say when; two columns are a date and its time.

    Only `start`: an instant. With `end`, `length` or `length_column`: a span. `whole_day`: a production day.
    """

    start: tuple[str, ...]
    end: tuple[str, ...] = ()
    length: timedelta | None = None
    length_column: str | None = None
    length_unit: str = "min"
    whole_day: bool = False


def read_timing(settings: Settings) -> Timing:
    """Return when a row is: just one of `time`, `start` and `day` is set."""
    keys = [key for key in _KEYS_OF_TIME if settings.has(key)]
    if len(keys) != 1:
        found = " and ".join(keys) or "nothing"
        settings.problems.append(
            f"{settings.where}: found {found}, expected just one of time (an instant), start (a span) and day"
        )
        return Timing(start=())
    start = _columns_of_time(settings, keys[0])
    if keys[0] != "start":
        return Timing(start=start, whole_day=keys[0] == "day")
    if settings.has("end") == settings.has("length"):
        settings.problems.append(f"{settings.where}, key start: expected just one of end and length beside it")
        return Timing(start=start)
    if settings.has("end"):
        return Timing(start=start, end=_columns_of_time(settings, "end"))
    table = settings.table("length")
    if table is None:
        return Timing(start=start, length=settings.length("length"))
    timing = Timing(
        start=start,
        length_column=table.text("column", needed=True).strip(),
        length_unit=table.text("unit", "min", one_of=tuple(UNITS_OF_TIME)),
    )
    table.finish()
    return timing


def _columns_of_time(settings: Settings, key: str) -> tuple[str, ...]:
    """Return one column, or two: that of the date and that of the time."""
    table = settings.table(key)
    if table is None:
        return (settings.text(key).strip(),)
    if table.has("column"):
        columns: tuple[str, ...] = (table.text("column").strip(),)
    else:
        columns = (table.text("date", needed=True).strip(), table.text("time", needed=True).strip())
    table.finish()
    return columns
