"""The cases of OEE, failures, yield, takt, delivery, labour, people and energy, computed."""

from datetime import date

from board.kpi.delivery import Delivery, punctuality
from board.kpi.energy import Consumption, EmissionFactor, rolled_up
from board.kpi.failure import Reliability
from board.kpi.labour import absence, attendance, attended_hours, per_labour_hour
from board.kpi.oee import (
    Made,
    Oee,
    capped,
    factors_product,
    measured,
    nee_availability,
    production_time,
)
from board.kpi.oee import rolled_up as oee_rolled_up
from board.kpi.stop import Stop, downtime
from board.kpi.takt import takt_s
from board.kpi.yields import rolled_throughput_yield
from tests.board.kpi.case import F, Inputs, case, known
from tests.board.kpi.clock import at


def of_one_product(inputs: Inputs) -> Oee:
    total = known(inputs["total"])
    good = known(inputs["good"]) if "good" in inputs else total - known(inputs["rejects"])
    if "planned_min" in inputs:
        busy, running = known(inputs["planned_min"]), known(inputs["run_min"])
    else:
        busy = known(inputs["shift_min"]) - known(inputs["breaks_min"])
        running = production_time(busy, F(0), known(inputs["downtime_min"]))
    cycle = known(inputs["ideal_cycle_s"]) / 60
    return measured([Made(produced=total, good=good, cycle=cycle)], planned_busy_time=busy, production_time=running)


@case("oee-01")
def _textbook(inputs: Inputs) -> dict[str, object]:
    found = of_one_product(inputs)
    assert found.flags == ()
    return {
        "planned_min": found.planned_busy_time,
        "run_min": found.production_time,
        "availability": found.availability,
        "performance": found.effectiveness,
        "quality": found.quality_ratio,
        "oee": found.oee,
    }


@case("oee-03")
def _unplanned(inputs: Inputs) -> dict[str, object]:
    found = of_one_product(inputs)
    (flag,) = found.flags
    return {
        "availability": found.availability,
        "performance": found.effectiveness,
        "quality": found.quality_ratio,
        "oee": found.oee,
        "output": found.produced,
        "flag": flag.value,
    }


@case("oee-05")
def _above_one(inputs: Inputs) -> dict[str, object]:
    found = of_one_product(inputs)
    (flag,) = found.flags
    return {
        "performance": found.effectiveness,
        "oee": found.oee,
        "flag": flag.value,
        "performance_if_capped": capped(found.effectiveness),
    }


@case("oee-06")
def _capping(inputs: Inputs) -> dict[str, object]:
    factors = [known(inputs[name]) for name in ("availability", "performance", "quality")]
    return {"oee": factors_product(*factors), "oee_if_capped": factors_product(*map(capped, factors))}


@case("oee-08")
def _all_rejected(inputs: Inputs) -> dict[str, object]:
    found = of_one_product(inputs)
    return {
        "availability": found.availability,
        "performance": found.effectiveness,
        "quality": found.quality_ratio,
        "oee": found.oee,
    }


@case("oee-10")
def _two_shifts(inputs: Inputs) -> dict[str, object]:
    shifts = []
    for shift in inputs["shifts"]:
        ideal = known(shift["ideal_good_min"])
        made = Made(produced=ideal, good=ideal, cycle=F(1))
        shifts.append(measured([made], planned_busy_time=known(shift["planned_min"])))
    ratios = [shift.oee for shift in shifts if shift.oee is not None]
    return {"oee": oee_rolled_up(shifts).oee, "mean_of_oee_WRONG": sum(ratios, F(0)) / len(ratios)}


@case("oee-11")
def _two_products(inputs: Inputs) -> dict[str, object]:
    made = []
    for product in inputs["products"]:
        count = known(product["count"])
        made.append(Made(produced=count, good=count, cycle=known(product["ideal_min"])))
    running = known(inputs["run_min"])
    return {"performance": measured(made, planned_busy_time=running, production_time=running).effectiveness}


@case("oee-13")
def _overlapping_stops(inputs: Inputs) -> dict[str, object]:
    stops = [Stop(start=at(start), end=at(end)) for start, end in inputs["stops"]]
    return {"downtime_min": downtime(stops, now=at("23:00")).minutes}


@case("oee-15")
def _open_stop(inputs: Inputs) -> dict[str, object]:
    assert inputs["stop_end"] is None
    found = downtime([Stop(start=at(inputs["stop_start"]))], now=at(inputs["now"]))
    return {"downtime_min": found.minutes, "open": found.open}


@case("oee-16")
def _setup(inputs: Inputs) -> dict[str, object]:
    busy, setup = known(inputs["planned_min"]), known(inputs["setup_min"])
    running = production_time(busy, setup, known(inputs["breakdown_min"]))
    found = measured([], planned_busy_time=busy, production_time=running)
    return {
        "availability_iso": found.availability,
        "nee_availability": nee_availability(busy, running, setup),
    }


@case("oee-18")
def _ran_longer(inputs: Inputs) -> dict[str, object]:
    busy, running = known(inputs["planned_min"]), known(inputs["run_min"])
    found = measured([], planned_busy_time=busy, production_time=running)
    (flag,) = found.flags
    return {"error_or_flag": flag.value, "availability_raw": found.availability}


# MTBF, yield, takt, delivery, labour, people, energy


@case("mt-02")
def _no_failure(inputs: Inputs) -> dict[str, object]:
    assert inputs["repair_h"] == 0
    found = Reliability(operating_h=known(inputs["operating_h"]), failures=inputs["failures"])
    return {"mtbf_h": found.mtbf_h, "mttr_h": found.mttr_h, "text": found.said}


@case("mt-03")
def _open_failure(inputs: Inputs) -> dict[str, object]:
    closed = tuple(known(hours) for hours in inputs["closed_repairs_h"])
    found = Reliability(operating_h=known(inputs["operating_h"]), failures=inputs["failures"], restored_h=closed)
    return {"mttr_h": found.mttr_h, "mtbf_h": found.mtbf_h, "open": found.open}


@case("yl-02")
def _rolled_yield(inputs: Inputs) -> dict[str, object]:
    return {"rty": rolled_throughput_yield([known(step) for step in inputs["first_pass_yields"]])}


@case("tk-01", "tk-02")
def _takt(inputs: Inputs) -> dict[str, object]:
    return {"takt_s": takt_s(known(inputs["shift_min"]) - known(inputs["breaks_min"]), known(inputs["demand"]))}


@case("dl-02")
def _due_today(inputs: Inputs) -> dict[str, object]:
    lines = [
        Delivery(
            due=date.fromisoformat(line["due"]),
            shipped=date.fromisoformat(line["shipped"]) if line["shipped"] else None,
        )
        for line in inputs["lines"]
    ]
    found = punctuality(lines, last=date.fromisoformat(inputs["today"]))
    return {"due": found.due, "on_time": found.on_time, "otd": found.otd}


@case("pr-01")
def _labour(inputs: Inputs) -> dict[str, object]:
    good, people, hours = (known(inputs[name]) for name in ("good", "people", "hours"))
    with_overtime = attended_hours(people, hours, known(inputs["overtime_h"]))
    return {
        "per_hour": per_labour_hour(good, with_overtime),
        "per_hour_without_overtime": per_labour_hour(good, attended_hours(people, hours)),
    }


@case("pp-01")
def _absence(inputs: Inputs) -> dict[str, object]:
    planned_people, absent = known(inputs["planned"]), known(inputs["absent"])
    assert absence(F(0), F(0)) is None
    return {"absence": absence(planned_people, absent), "attendance": attendance(planned_people, absent)}


@case("en-01")
def _energy(inputs: Inputs) -> dict[str, object]:
    used = Consumption(used=known(inputs["kwh"]), good=known(inputs["good"]))
    carbon = used.carbon(EmissionFactor(kg_per_kwh=known(inputs["kgco2_per_kwh"])))
    return {"kwh_per_good": used.per_good, "kgco2": carbon.used, "kgco2_per_good": carbon.per_good}


@case("en-03")
def _idle_energy(inputs: Inputs) -> dict[str, object]:
    shifts = [Consumption(used=known(used), good=known(good)) for used, good in inputs["shifts"]]
    return {"kwh_per_good": rolled_up(shifts).per_good}
