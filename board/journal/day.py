"""What people said of a whole production day: its figures, and what went wrong with a letter."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEntry:
    """A figure of a day as somebody entered it, or corrected it from what stood before."""

    entry: str
    node: str
    day: date
    measure: str
    value: Fraction
    before: Fraction | None
    actor: str | None
    at: datetime  # wall time, UTC
    undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """Something that went wrong with a letter on a day, with a reason or in words."""

    id: str
    node: str
    letter: str
    day: date
    reason: str | None
    text: str
    quantity: Fraction | None
    actor: str | None
    at: datetime  # wall time, UTC
