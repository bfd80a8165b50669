"""The built-in KPIs as a table: ISO 22400-2 and its neighbours, each a numerator and a denominator over measures.

A ratio is formed from sums only, so a shift, a month and a plant are right by construction. Times are minutes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from board.kpi.formula import Formula
from board.kpi.oee import Made, measured
from board.plant.plant import Better

ONTOLOGY = "ISO 22400-2, by the hsu-aut ontology of ISO 22400-2"
OPC = "ISO 22400-2, by OPC 40501-1 C.2.4 and the hsu-aut ontology"
RUN_TIME, GOOD_RUN_TIME = "planned_run_time", "planned_run_time_good"  # measures that follow from rates and counts

_PRODUCED = "good + scrap + rework"  # PQ
_BUSY = "planned_busy_time"  # PBT
_PRODUCTION = "planned_busy_time - setup - downtime"  # APT: setup is a loss
_PRODUCTION_AND_SETUP = "planned_busy_time - downtime"  # AUPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A built-in KPI: factor × numerator / denominator, in `unit`."""

    id: str
    name: str
    numerator: str
    denominator: str
    source: str
    factor: int = 100
    unit: str = "%"
    better: Better = Better.HIGHER
    formula: Formula = field(init=False, repr=False, compare=False)
    weight: Formula = field(init=False, repr=False, compare=False)  # the denominator, which weighs rolled-up targets

    def __post_init__(self) -> None:
        """Read the numerator and the denominator."""
        text = f"{self.factor} * ({self.numerator}) / ({self.denominator})"
        object.__setattr__(self, "formula", Formula.parse(text, name=self.id))
        object.__setattr__(self, "weight", Formula.parse(self.denominator, name=self.id))

    @property
    def measures(self) -> frozenset[str]:
        """Return the measures it reads."""
        return self.formula.measures

    def value(self, sums: Mapping[str, Fraction | None]) -> Fraction | None:
        """Return the exact value in its unit; None where a measure is missing or the denominator is zero."""
        return self.formula.value(sums)


LIBRARY: tuple[Definition, ...] = (
    Definition(
        id="availability",
        name="Availability",
        numerator=_PRODUCTION,
        denominator=_BUSY,
        source=f"APT / PBT: {OPC}",
    ),
    Definition(
        id="effectiveness",
        name="Effectiveness",
        numerator=RUN_TIME,
        denominator=_PRODUCTION,
        source=f"PRI × PQ / APT: {OPC}",
    ),
    Definition(
        id="quality-ratio",
        name="Quality ratio",
        numerator="good",
        denominator=_PRODUCED,
        source=f"GQ / PQ: {OPC}",
    ),
    Definition(
        id="oee",
        name="OEE",
        numerator=GOOD_RUN_TIME,
        denominator=_BUSY,
        source=f"availability × effectiveness × quality ratio = PRI × GQ / PBT: {OPC}",
    ),
    Definition(
        id="nee",
        name="NEE",
        numerator=f"({_PRODUCTION_AND_SETUP}) * {GOOD_RUN_TIME}",
        denominator=f"{_BUSY} * ({_PRODUCTION})",
        source=f"AUPT / PBT × effectiveness × quality ratio: {ONTOLOGY}",
    ),
    Definition(
        id="technical-efficiency",
        name="Technical efficiency",
        numerator=_PRODUCTION,
        denominator="planned_busy_time - setup",
        source=f"APT / (APT + ADET): {ONTOLOGY}",
    ),
    Definition(
        id="allocation-efficiency",
        name="Allocation efficiency",
        numerator="busy_time",
        denominator=_BUSY,
        source=f"AUBT / PBT: {ONTOLOGY}",
    ),
    Definition(
        id="utilisation-efficiency",
        name="Utilisation efficiency",
        numerator=_PRODUCTION,
        denominator="busy_time",
        source=f"APT / AUBT: {ONTOLOGY}",
    ),
    Definition(
        id="scrap-ratio",
        name="Scrap ratio",
        numerator="scrap",
        denominator=_PRODUCED,
        better=Better.LOWER,
        source=f"SQ / PQ: {ONTOLOGY}",
    ),
    Definition(
        id="rework-ratio",
        name="Rework ratio",
        numerator="rework",
        denominator=_PRODUCED,
        better=Better.LOWER,
        source=f"RQ / PQ: {ONTOLOGY}",
    ),
    Definition(
        id="first-pass-yield",
        name="First pass yield",
        numerator="first_pass_good",
        denominator="inspected",
        source=f"GP / IP, first run without rework: {ONTOLOGY}",
    ),
    Definition(
        id="throughput-rate",
        name="Throughput rate",
        numerator=_PRODUCED,
        denominator="order_execution_time",
        factor=60,
        unit="parts/h",
        source="PQ / order execution time: ISO 22400-2",
    ),
    Definition(
        id="worker-efficiency",
        name="Worker efficiency",
        numerator="personnel_work_time",
        denominator="personnel_attendance_time",
        source=f"APWT / APAT: {ONTOLOGY}",
    ),
    Definition(
        id="labour-productivity",
        name="Labour productivity",
        numerator="good",
        denominator="personnel_attendance_time",
        factor=60,
        unit="parts/h",
        source="good units / attended hours, overtime included: domain rules",
    ),
    Definition(
        id="energy-per-unit",
        name="Energy per unit",
        numerator="energy",
        denominator=_PRODUCED,
        factor=1,
        unit="kWh/part",
        better=Better.LOWER,
        source=f"energy / produced quantity: {ONTOLOGY}",
    ),
    Definition(
        id="energy-per-good-unit",
        name="Energy per good unit",
        numerator="energy",
        denominator="good",
        factor=1,
        unit="kWh/part",
        better=Better.LOWER,
        source="energy / good quantity, idle energy included: domain rules",
    ),
    Definition(
        id="mtbf",
        name="Mean operating time between failures",
        numerator=_PRODUCTION_AND_SETUP,
        denominator="60 * failures",
        factor=1,
        unit="h",
        source=f"production and setup time / failures, no delay time: {ONTOLOGY}",
    ),
    Definition(
        id="mttr",
        name="Mean time to restoration",
        numerator="restoration_time",
        denominator="restorations",
        factor=1,
        unit="min",
        better=Better.LOWER,
        source="restoration time / failures restored: IEC 60050-191, domain rules",
    ),
    Definition(
        id="on-time-delivery",
        name="On-time delivery",
        numerator="deliveries_on_time",
        denominator="deliveries_due",
        source="deliveries on time / deliveries due: domain rules",
    ),
    Definition(
        id="otif",
        name="On time in full",
        numerator="deliveries_on_time_in_full",
        denominator="deliveries_due",
        source="deliveries on time and in full / deliveries due: domain rules (DIFOT)",
    ),
    Definition(
        id="absence",
        name="Absence",
        numerator="people_absent",
        denominator="people_planned",
        better=Better.LOWER,
        source="absent / planned: domain rules",
    ),
    Definition(
        id="trir",
        name="Total recordable incident rate",
        numerator="recordables",
        denominator="hours_worked",
        factor=200_000,
        unit="per 200,000 h",
        better=Better.LOWER,
        source="recordables × 200,000 / hours worked: NSC, OSHA",
    ),
    Definition(
        id="ltifr",
        name="Lost time injury frequency rate",
        numerator="lost_time_injuries",
        denominator="hours_worked",
        factor=1_000_000,
        unit="per 1,000,000 h",
        better=Better.LOWER,
        source="lost-time injuries × 1,000,000 / hours worked: domain rules",
    ),
)

_BY_ID = {definition.id: definition for definition in LIBRARY}


def definition(kpi: str) -> Definition:
    """Return the built-in KPI of that id; KeyError names those there are."""
    if kpi not in _BY_ID:
        raise KeyError(f"no built-in KPI “{kpi}”; there are {', '.join(_BY_ID)}")
    return _BY_ID[kpi]


def run_times(made: Iterable[Made]) -> dict[str, Fraction]:
    """Return the measures that follow from counts and planned run times, in minutes: of all parts and of good ones."""
    sums = measured(made, planned_busy_time=Fraction(0))
    return {RUN_TIME: sums.planned_time_of_produced, GOOD_RUN_TIME: sums.planned_time_of_good}
