"""Overall equipment effectiveness as sums that roll up, with availability, effectiveness and quality ratio.

Source of all formulas: ISO 22400-2 as given by OPC 40501-1 C.2.4 and the hsu-aut ontology of ISO 22400-2.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from board.kpi.exact import ratio


class OeeFlag(Enum):
    """What is odd about an OEE; the figure stays as it is and says so."""

    UNPLANNED_PRODUCTION = "unplanned_production"  # parts were made in no planned time
    CYCLE_SUSPECT = "ideal_cycle_time_or_count_suspect"  # effectiveness above 100 %
    RUN_EXCEEDS_PLANNED = "run_exceeds_planned"  # ran longer than planned, as through a break
    GOOD_EXCEEDS_PRODUCED = "good_exceeds_produced"  # more good parts than parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was made of one product: `cycle` is the planned run time per item (PRI) in minutes."""

    produced: Fraction  # PQ, all parts
    good: Fraction  # GQ, right first time: rework is not good here
    cycle: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Oee:
    """The sums behind an OEE; times in minutes, ratios are fractions of 1 and None where they have no value.

    `production_time` None: no stops are logged, so availability and effectiveness cannot be told apart.
    """

    planned_busy_time: Fraction  # PBT
    production_time: Fraction | None  # APT: only value-adding time, so setup is a loss
    planned_time_of_produced: Fraction  # sum of PRI × PQ
    planned_time_of_good: Fraction  # sum of PRI × GQ
    produced: Fraction  # PQ
    good: Fraction  # GQ

    @property
    def availability(self) -> Fraction | None:
        """Return APT / PBT."""
        return ratio(self.production_time, self.planned_busy_time)

    @property
    def effectiveness(self) -> Fraction | None:
        """Return the sum of PRI × PQ over the products, divided by APT; may exceed 1."""
        return ratio(self.planned_time_of_produced, self.production_time)

    @property
    def quality_ratio(self) -> Fraction | None:
        """Return GQ / PQ."""
        return ratio(self.good, self.produced)

    @property
    def oee(self) -> Fraction | None:
        """Return PRI × GQ / PBT; 0 when nothing ran in planned time, None without planned time.

        It equals availability × effectiveness × quality ratio for one product; for several, quality is weighted by
        their planned run time.
        """
        return ratio(self.planned_time_of_good, self.planned_busy_time)

    @property
    def flags(self) -> tuple[OeeFlag, ...]:
        """Return what is odd about the figure."""
        made, running = self.planned_time_of_produced, self.production_time
        odd = {
            OeeFlag.UNPLANNED_PRODUCTION: self.planned_busy_time == 0 and self.produced > 0,
            OeeFlag.CYCLE_SUSPECT: running is not None and made > running,
            OeeFlag.RUN_EXCEEDS_PLANNED: running is not None and running > self.planned_busy_time > 0,
            OeeFlag.GOOD_EXCEEDS_PRODUCED: self.good > self.produced,
        }
        return tuple(flag for flag, found in odd.items() if found)


def measured(made: Iterable[Made], *, planned_busy_time: Fraction, production_time: Fraction | None = None) -> Oee:
    """Return the OEE of a period from what was made, product by product, and its times in minutes."""
    made = tuple(made)
    return Oee(
        planned_busy_time=planned_busy_time,
        production_time=production_time,
        planned_time_of_produced=sum((part.cycle * part.produced for part in made), Fraction(0)),
        planned_time_of_good=sum((part.cycle * part.good for part in made), Fraction(0)),
        produced=sum((part.produced for part in made), Fraction(0)),
        good=sum((part.good for part in made), Fraction(0)),
    )


def rolled_up(parts: Iterable[Oee]) -> Oee:
    """Return the OEE of several periods or lines: their sums added, never the mean of their ratios."""
    every = tuple(parts)
    times = [part.production_time for part in every]
    known = [time for time in times if time is not None]
    return Oee(
        planned_busy_time=sum((part.planned_busy_time for part in every), Fraction(0)),
        production_time=sum(known, Fraction(0)) if len(known) == len(times) else None,
        planned_time_of_produced=sum((part.planned_time_of_produced for part in every), Fraction(0)),
        planned_time_of_good=sum((part.planned_time_of_good for part in every), Fraction(0)),
        produced=sum((part.produced for part in every), Fraction(0)),
        good=sum((part.good for part in every), Fraction(0)),
    )


def capped(factor: Fraction | None) -> Fraction | None:
    """Return the ratio cut at 1; only for plants that ask for it, and then the screen says so."""
    return None if factor is None else min(factor, Fraction(1))


def factors_product(*factors: Fraction | None) -> Fraction | None:
    """Return the product of factors of 1, None where one has no value; for figures that come as ratios only."""
    product = Fraction(1)
    for factor in factors:
        if factor is None:
            return None
        product *= factor
    return product


def production_time(planned_busy_time: Fraction, setup: Fraction, down: Fraction) -> Fraction:
    """Return APT in minutes: planned busy time less setup and less unplanned stops (delays, breakdowns)."""
    return planned_busy_time - setup - down


def nee_availability(planned_busy_time: Fraction, production_time: Fraction, setup: Fraction) -> Fraction | None:
    """Return AUPT / PBT, the first factor of NEE; AUPT = production + setup, so setup is no loss here."""
    return ratio(production_time + setup, planned_busy_time)
