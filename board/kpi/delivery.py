"""Deliveries that were due: on time, and on time in full."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from board.kpi.exact import ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What was to be delivered by a day; a delivery, an order or an order line, as the plant counts them."""

    due: date
    shipped: date | None = None
    ordered: Fraction | None = None  # None: the quantity is not looked at
    delivered: Fraction | None = None

    def on_time(self, last: date, early: timedelta | None = None) -> bool:
        """Tell whether it was shipped by its due day as seen on `last`; `early`: how long before is not too early."""
        if self.shipped is None or self.shipped > min(self.due, last):
            return False
        return early is None or self.due - self.shipped <= early

    @property
    def in_full(self) -> bool:
        """Tell whether all that was ordered was delivered."""
        return self.ordered is None or (self.delivered is not None and self.delivered >= self.ordered)


@dataclass(frozen=True, slots=True, kw_only=True)
class Punctuality:
    """How many deliveries were due, on time, and on time in full."""

    due: int
    on_time: int
    on_time_in_full: int

    @property
    def otd(self) -> Fraction | None:
        """Return on time / due as a fraction of 1; None where nothing was due."""
        return ratio(Fraction(self.on_time), Fraction(self.due))

    @property
    def otif(self) -> Fraction | None:
        """Return (on time and in full) / due as a fraction of 1, counted delivery by delivery; None: nothing due."""
        return ratio(Fraction(self.on_time_in_full), Fraction(self.due))


def punctuality(
    deliveries: Iterable[Delivery], *, last: date, first: date | None = None, early: timedelta | None = None
) -> Punctuality:
    """Return the punctuality of what was due from `first` to `last`, both included, at the close of `last`.

    What is due later is not counted yet; what was due and is not shipped is a miss. Source: domain rules (DIFOT).
    """
    due = [item for item in deliveries if item.due <= last and (first is None or item.due >= first)]
    on_time = [item for item in due if item.on_time(last, early)]
    return Punctuality(due=len(due), on_time=len(on_time), on_time_in_full=sum(item.in_full for item in on_time))
