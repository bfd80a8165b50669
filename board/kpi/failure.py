"""How long a machine runs between failures, and how long its restoration takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from board.kpi.exact import ratio, whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """The sums behind MTBF and MTTR, in hours; `failures` counts those still open, `restored_h` does not.

    `operating_h` is production and setup time, without delay time. Source: ISO 22400-2 by the hsu-aut ontology (time
    between failures), IEC 60050-191 (R = restoration). The plain number of failures divides.
    """

    operating_h: Fraction
    failures: int
    restored_h: tuple[Fraction, ...] = ()

    @property
    def open(self) -> int:
        """Return how many failures are not restored yet."""
        return self.failures - len(self.restored_h)

    @property
    def mtbf_h(self) -> Fraction | None:
        """Return operating time / failures in hours; None without a failure: not infinite, not zero."""
        return ratio(self.operating_h, Fraction(self.failures))

    @property
    def mttr_h(self) -> Fraction | None:
        """Return restoration time / restored failures in hours; None where none is restored."""
        return ratio(sum(self.restored_h, Fraction(0)), Fraction(len(self.restored_h)))

    @property
    def said(self) -> str | None:
        """Return what stands in place of a missing MTBF: "no failure in 100 h"."""
        if self.failures:
            return None
        full, tenth = divmod(whole(self.operating_h * 10), 10)
        return f"no failure in {full}.{tenth} h" if tenth else f"no failure in {full} h"


def rolled_up(parts: Sequence[Reliability]) -> Reliability:
    """Return the reliability of several periods or machines: their sums added."""
    return Reliability(
        operating_h=sum((part.operating_h for part in parts), Fraction(0)),
        failures=sum(part.failures for part in parts),
        restored_h=tuple(hours for part in parts for hours in part.restored_h),
    )
