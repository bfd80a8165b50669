"""The built-in KPIs agree with hand figures and with the OEE arithmetic beside them."""

from fractions import Fraction

import pytest

from board.kpi.library import LIBRARY, definition, run_times
from board.kpi.oee import Made, factors_product, measured

F = Fraction
MADE = [
    Made(produced=F(100), good=F(90), cycle=F(2)),
    Made(produced=F(60), good=F(54), cycle=F(5, 2)),
]
SUMS: dict[str, Fraction | None] = {
    "good": F(144),
    "scrap": F(12),
    "rework": F(4),
    "planned_busy_time": F(480),
    "setup": F(40),
    "downtime": F(20),
    "busy_time": F(460),
    "first_pass_good": F(95),
    "inspected": F(100),
    "order_execution_time": F(400),
    "personnel_work_time": F(900),
    "personnel_attendance_time": F(960),
    "energy": F(80),
    "failures": F(2),
    "restorations": F(1),
    "restoration_time": F(15),
    "deliveries_due": F(8),
    "deliveries_on_time": F(7),
    "deliveries_on_time_in_full": F(6),
    "people_planned": F(25),
    "people_absent": F(2),
    "recordables": F(3),
    "lost_time_injuries": F(1),
    "hours_worked": F(400_000),
    **run_times(MADE),
}
BY_HAND = {
    "availability": F(100 * 420, 480),
    "effectiveness": F(100 * 350, 420),
    "quality-ratio": F(100 * 144, 160),
    "oee": F(100 * 315, 480),
    "nee": F(100 * 460 * 315, 480 * 420),
    "technical-efficiency": F(100 * 420, 440),
    "allocation-efficiency": F(100 * 460, 480),
    "utilisation-efficiency": F(100 * 420, 460),
    "scrap-ratio": F("7.5"),
    "rework-ratio": F("2.5"),
    "first-pass-yield": F(95),
    "throughput-rate": F(24),
    "worker-efficiency": F("93.75"),
    "labour-productivity": F(9),
    "energy-per-unit": F(1, 2),
    "energy-per-good-unit": F(5, 9),
    "mtbf": F(460, 120),
    "mttr": F(15),
    "on-time-delivery": F("87.5"),
    "otif": F(75),
    "absence": F(8),
    "trir": F("1.5"),
    "ltifr": F("2.5"),
}


@pytest.mark.parametrize("kpi", LIBRARY, ids=lambda kpi: kpi.id)
def test_value_by_hand(kpi: object) -> None:
    found = definition(getattr(kpi, "id", ""))
    assert found.value(SUMS) == BY_HAND[found.id]


def test_every_definition_stands_once_with_its_source() -> None:
    assert [kpi.id for kpi in LIBRARY] == list(BY_HAND)
    assert all(kpi.source and kpi.name and kpi.unit for kpi in LIBRARY)


def test_oee_of_the_table_is_the_oee_of_the_sums() -> None:
    sums = measured(MADE, planned_busy_time=F(480), production_time=F(420))
    assert definition("oee").value(SUMS) == 100 * (sums.oee or 0)
    assert definition("availability").value(SUMS) == 100 * (sums.availability or 0)
    assert definition("effectiveness").value(SUMS) == 100 * (sums.effectiveness or 0)


def test_nee_differs_from_oee_by_setup_alone() -> None:
    no_setup = {**SUMS, "setup": F(0)}
    assert definition("nee").value(no_setup) == definition("oee").value(no_setup)
    assert (definition("nee").value(SUMS) or 0) > (definition("oee").value(SUMS) or 0)


def test_one_product_oee_is_the_product_of_its_factors() -> None:
    sums = SUMS | run_times([Made(produced=F(160), good=F(144), cycle=F(2))])
    factors = [definition(name).value(sums) for name in ("availability", "effectiveness", "quality-ratio")]
    assert definition("oee").value(sums) == (factors_product(*factors) or 0) / 10_000


def test_oee_needs_no_stop_log() -> None:
    sums = {name: amount for name, amount in SUMS.items() if name not in {"downtime", "setup"}}
    assert definition("oee").value(sums) == BY_HAND["oee"]
    assert definition("availability").value(sums) is None


def test_nothing_due_and_no_hours_have_no_value() -> None:
    nothing = dict.fromkeys(SUMS, F(0))
    assert all(kpi.value(nothing) is None for kpi in LIBRARY)


def test_weight_is_the_denominator() -> None:
    assert definition("scrap-ratio").weight.value(SUMS) == 160


def test_unknown_kpi_is_told_what_there_is() -> None:
    with pytest.raises(KeyError, match="no built-in KPI “oe”; there are availability, "):
        definition("oe")
