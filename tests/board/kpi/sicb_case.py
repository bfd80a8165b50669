"""The cases of short interval control and of judgement, computed."""

from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from board.kpi.count import NegativeIntervalError, corrected
from board.kpi.counter import Sample, steps
from board.kpi.exact import later, minutes, ratio
from board.kpi.interval import Column, columns
from board.kpi.judgement import Judgement, judge, misses_in_a_row, watch_band, worst
from board.kpi.plan import Segment, planned, planned_total, segments, whole_parts, working_minutes
from board.kpi.recovery import Outlook, recover
from board.plant.calendar import ShiftRun, cut, production_day, shift_at, shift_runs
from board.plant.plant import Area, Better, Line, PlannedRun, Plant, RunKind, Shift, Site, Target
from board.plant.span import Span, without
from tests.board.kpi.case import F, Inputs, amount, case, known
from tests.board.kpi.clock import DAY, at, span


def plant_of(*shifts: Shift, zone: str = "UTC", day_starts: str = "00:00") -> Plant:
    return Plant(
        site=Site(id="site", name="Site", timezone=zone, day_starts=time.fromisoformat(day_starts)),
        areas=(Area(id="area", name="Area"),),
        lines=(Line(id="line", name="Line", area="area"),),
        shifts=shifts,
    )


def shift_of(start: str, end: str) -> Shift:
    return Shift(name="Shift", starts=time.fromisoformat(start), ends=time.fromisoformat(end))


def shift_plan(run: ShiftRun, inputs: Inputs, zone: str = "UTC") -> tuple[tuple[Span, ...], tuple[Segment, ...]]:
    """Return the intervals of a shift, and what is planned in it at the case's rate."""
    breaks = [span(start, end) for start, end in inputs.get("breaks", ())]
    working = without(run.working, breaks)
    intervals = cut(run.span, timedelta(hours=inputs["interval_h"]), ZoneInfo(zone))
    return intervals, segments(working, rate=known(inputs["rate_per_h"]))


def day_shift(inputs: Inputs) -> ShiftRun:
    (run,) = shift_runs(plant_of(shift_of(*inputs["shift"])), "line", DAY.date())
    return run


@case("si-01", "si-02", "si-22")
def _targets(inputs: Inputs) -> dict[str, object]:
    intervals, plan = shift_plan(day_shift(inputs), inputs)
    targets = [planned(plan, interval) for interval in intervals]
    cumulative = [sum(targets[: number + 1], F(0)) for number in range(len(targets))]
    assert list(whole_parts(targets)) == targets
    return {
        "targets": targets,
        "cumulative": cumulative,
        "intervals": [f"{interval.start:%H:%M}-{interval.end:%H:%M}" for interval in intervals],
    }


@case("si-04", "si-06", "si-07")
def _recovery(inputs: Inputs) -> dict[str, object]:
    if "target_per_h" in inputs:
        hours, done_hours, rate = (known(inputs[name]) for name in ("hours", "done_hours", "target_per_h"))
    else:
        hours, rate = F(8), known(inputs["shift_target"]) / 8
        done_hours = hours - known(inputs["working_h_left"])
    start = at("6:00")
    working = (Span(start, later(start, hours)),)
    now = later(start, done_hours)
    plan = segments(working, rate=rate)
    done = known(inputs["done"])
    found: Outlook = recover(segments=plan, now=now, done=done, present_rate=ratio(done, done_hours))
    if "target_per_h" in inputs:
        return {"gap": done - planned(plan, Span(start, now)), "required_per_h": found.needed_rate}
    return {
        "required_per_h": found.needed_rate,
        "gap": done - found.plan,
        "gap_at_end": found.gap_at_end,
        "recoverable": found.recoverable,
    }


STATUS = {Judgement.GOOD: "green", Judgement.WATCH: "amber", Judgement.MISS: "red"}


def status_of(column: Column) -> str:
    return "no_data" if column.missing or column.judgement is None else STATUS[column.judgement]


@case("si-09")
def _missing(inputs: Inputs) -> dict[str, object]:
    found = columns([amount(plan) for plan in inputs["targets"]], [amount(made) for made in inputs["actual"]])
    gaps = [column.cumulative_delta for column in found if column.cumulative_delta is not None]
    return {
        "cumulative_actual": [column.cumulative_actual for column in found],
        "gap_on_entered": gaps[-1],
        "status": [status_of(column) for column in found],
        "complete": not any(column.missing for column in found),
    }


@case("si-11")
def _below_zero(inputs: Inputs) -> dict[str, object]:
    held: dict[int, Fraction] = {}
    said = None
    for entry in inputs["entries"]:
        before = held.get(entry["interval"], F(0))
        try:
            held[entry["interval"]] = corrected(before, known(entry["qty"]))
        except NegativeIntervalError as error:
            said = error.cause
    return {"error": said, "actual": [held[interval] for interval in sorted(held)]}


@case("si-12")
def _counter(inputs: Inputs) -> dict[str, object]:
    samples = [
        Sample(at=DAY + timedelta(minutes=number), value=known(value)) for number, value in enumerate(inputs["counter"])
    ]
    found = steps(samples)
    return {"total": sum((step.added for step in found), F(0)), "resets": sum(step.reset for step in found)}


@case("si-14")
def _overnight(inputs: Inputs) -> dict[str, object]:
    plant = plant_of(shift_of(*inputs["shift"]))
    entered = datetime.fromisoformat(inputs["entry_local"]).replace(tzinfo=UTC)
    run = shift_at(plant, "line", entered)
    assert run is not None
    assert production_day(plant, entered, "line") == run.day
    intervals = cut(run.span, timedelta(hours=inputs["interval_h"]), ZoneInfo("UTC"))
    ((number, interval),) = [(n, one) for n, one in enumerate(intervals, 1) if one.holds(entered)]
    return {
        "shift_date": run.day.isoformat(),
        "interval": number,
        "interval_label": f"{interval.start:%H:%M}-{interval.end:%H:%M}",
    }


@case("si-16")
def _production_day(inputs: Inputs) -> dict[str, object]:
    plant = plant_of(day_starts=inputs["day_start"])
    events = [datetime.fromisoformat(event).replace(tzinfo=UTC) for event in inputs["events"]]
    return {"production_day": [production_day(plant, event).isoformat() for event in events]}


@case("si-17", "si-19")
def _clock_change(inputs: Inputs) -> dict[str, object]:
    start, end = (datetime.fromisoformat(wall) for wall in inputs["shift"])
    shift = Shift(name="Night", starts=start.time(), ends=end.time())
    (run,) = shift_runs(plant_of(shift, zone=inputs["tz"]), "line", start.date())
    found: dict[str, object] = {"hours": working_minutes(run.working, run.span) / 60}
    if "rate_per_h" in inputs:
        intervals, plan = shift_plan(run, inputs, inputs["tz"])
        found |= {"targets": [planned(plan, one) for one in intervals], "shift_target": planned_total(plan)}
    assert minutes(run.span.length) == working_minutes(run.working, run.span)
    return found


@case("si-21")
def _changeover(inputs: Inputs) -> dict[str, object]:
    interval = span(*inputs["interval"])
    runs = []
    for one in inputs["plan"]:
        if "changeover" in one:
            start, end = one["changeover"]
            runs.append(PlannedRun(node="line", start=at(start), end=at(end), kind=RunKind.CHANGEOVER))
        else:
            start, end, rate = at(one["from"]), at(one["to"]), known(one["rate_per_h"])
            runs.append(PlannedRun(node="line", start=start, end=end, rate=rate, product=one["product"]))
    return {"target": planned(segments((interval,), rate=None, runs=runs), interval)}


# Judgement, which bowling charts and letters share


@case("bw-01", "bw-03", "bw-05", "bw-06", "bw-08")
def _judged(inputs: Inputs) -> dict[str, object]:
    better = {"up": Better.HIGHER, "down": Better.LOWER, "range": Better.RANGE}[inputs["direction"]]
    value = amount(inputs.get("target"))
    watch = amount(inputs.get("amber_tol"))
    if value is not None and "amber_band" in inputs:
        watch = watch_band(value, known(inputs["amber_band"].split()[0]))
    low, high = amount(inputs.get("low")), amount(inputs.get("high"))
    target = Target(valid_from=date(2026, 1, 1), value=value, low=low, high=high, watch=watch)
    values = inputs.get("values") or [inputs["actual"]]
    judged = [judge(known(one), better, target) for one in values]
    words = ["no_target" if one is None else STATUS[one] for one in judged]
    return {"status": words if "values" in inputs else words[0]}


@case("lt-01")
def _worst(inputs: Inputs) -> dict[str, object]:
    judgements = {word: judgement for judgement, word in STATUS.items()}
    found = worst(judgements[word] for word in inputs["kpis"])
    assert found is not None
    return {"status": STATUS[found]}


@case("lt-04")
def _weekend(inputs: Inputs) -> dict[str, object]:
    days = [Judgement.MISS if word == "red" else None for _, word in inputs["days"]]
    return {"consecutive_red": misses_in_a_row(days)}
