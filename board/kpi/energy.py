"""Energy, waste, water and carbon per unit; idle shifts count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from board.kpi.exact import ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class EmissionFactor:
    """Kilograms of CO2 per kWh, with the version and the day it holds from."""

    kg_per_kwh: Fraction
    version: str = ""
    valid_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consumption:
    """What was used (kWh, litres, kg) while so many good units were made; rolls up by adding both."""

    used: Fraction
    good: Fraction

    @property
    def per_good(self) -> Fraction | None:
        """Return used / good, lower is better (ISO 22400-2, per good unit by domain rules); None without good units."""
        return ratio(self.used, self.good)

    def carbon(self, factor: EmissionFactor) -> "Consumption":
        """Return the kilograms of CO2 behind the energy, with the same good units."""
        return Consumption(used=self.used * factor.kg_per_kwh, good=self.good)


def rolled_up(parts: Iterable[Consumption]) -> Consumption:
    """Return the consumption of several periods or lines; energy used while nothing was made counts too."""
    every = tuple(parts)
    return Consumption(
        used=sum((part.used for part in every), Fraction(0)), good=sum((part.good for part in every), Fraction(0))
    )


def idle(parts: Iterable[Consumption]) -> Fraction:
    """Return what was used in the periods that made nothing."""
    return sum((part.used for part in parts if part.good == 0), Fraction(0))
