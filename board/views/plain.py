"""A view as plain values for people and programs: what `show --json` prints."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from fractions import Fraction

from board.plant.span import Span
from board.views.sicb import Interval, Sicb, SicbLine

PLACES = 6
EXACT_PLACES = 4
COUNTING = (Interval, Sicb, SicbLine)
NAMES: Mapping[str, str] = {  # what a program expects of what counts, where the view's own word is another
    "actual": "good",
    "cumulative_actual": "cumulative_good",
    "total_actual": "total_good",
}


def plain(value: object, name: str = "") -> object:
    """Return the value in dicts, lists, texts and numbers; a number that is no whole one is rounded.

    Quantities named `..._exact` to four places, everything else to six. Times are ISO 8601 with their offset. The
    actual count of intervals is called `good`, as it is the good quantity of ISO 22400.
    """
    if isinstance(value, Fraction):
        return _number(value, EXACT_PLACES if name.endswith("_exact") else PLACES)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(item, name) for item in value]
    return _members(value) if is_dataclass(value) and not isinstance(value, type) else value


def _number(value: Fraction, places: int) -> int | float:
    return int(value) if value.denominator == 1 else round(float(value), places)


def _members(value: object) -> dict[str, object]:
    if isinstance(value, Span):
        return {"start": value.start.isoformat(), "end": value.end.isoformat()}
    names = [field.name for field in fields(value)]  # type: ignore[arg-type]  # asked by the caller
    told = NAMES if isinstance(value, COUNTING) else {}
    return {told.get(name, name): plain(getattr(value, name), name) for name in names}
