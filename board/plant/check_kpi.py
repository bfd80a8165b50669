"""Whether the KPIs of a plant go together: formula, targets, and what the bowling chart is to show of a year."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from board.plant.draft import Draft, Written, choice
from board.plant.problem import Problem
from board.plant.schema_kpi import KpiTable, TargetTable


def kpis_whole(draft: Draft) -> Iterator[Problem]:
    """Find KPIs without a formula or with two, and targets that do not fit them."""
    for written, table in draft.of(KpiTable):
        if (table.formula is None) == (table.kpi is None):
            found = "neither" if table.kpi is None else "both"
            expected = "one of them: a formula over measures, or kpi with the name of a built-in one"
            yield Problem(written.file, f"{written.key}: formula, kpi", found, expected)
        for key, targets in _lists(table):
            for place, target in enumerate(targets, start=1):
                yield from _target_fits(written, table.better, f"{key}[{place}]", target)
            yield from _targets_in_order(written, key, targets)
        if table.target is not None and table.better == "range":
            yield written.problem("target", table.target, 'targets with low and high, because better = "range"')
        if table.target is not None and any(not target.nodes for target in table.targets):
            expected = "nodes named in each of targets, or no target: the formula stands for all others"
            yield written.problem("target", table.target, expected)


def targets_placed(draft: Draft) -> Iterator[Problem]:
    """Name the nodes of targets and starts that the plant does not have."""
    known = [*draft.names("line"), *draft.names("area")]
    known += [] if draft.site is None else [str(draft.site.raw.get("id"))]
    for written, table in draft.of(KpiTable):
        lists = [(key, [target.nodes for target in targets]) for key, targets in _lists(table)]
        lists.append(("start", [start.nodes for start in table.start]))
        for key, named in lists:
            for place, nodes in enumerate(named, start=1):
                for node in nodes:
                    if node not in known and not draft.broken_files:
                        expected = f"the id of a line, an area or the site: {choice(known, node)}"
                        yield written.problem(f"{key}[{place}].nodes", node, expected)


def years_clear(draft: Draft) -> Iterator[Problem]:
    """Find plans of a year that cannot be drawn, or that nobody would see, and starts that are told twice."""
    for written, table in draft.of(KpiTable):
        if not table.chart:
            yield from _left_out(written)
        if table.plan == "linear":
            yield from _line_drawn(written, table)
        elif table.year_end is not None:
            yield written.problem(
                "year_end", _said(table.year_end), 'no such key, or plan = "linear", which leads to it'
            )
        seen: set[tuple[date | None, frozenset[str]]] = set()
        for place, start in enumerate(table.start, start=1):
            key = (start.valid_from, frozenset(start.nodes))
            if key in seen:
                yield written.problem(f"start[{place}]", _said(start.value), "one start for the same nodes and year")
            seen.add(key)


def _left_out(written: Written) -> Iterator[Problem]:
    """Find what is said for the bowling chart of a KPI that it leaves out."""
    for key in ("start", "year", "plan", "year_end", "month_targets"):
        if key in written.raw:
            expected = f"chart = true, or no {key}, which only the chart shows"
            yield Problem(written.file, f"{written.key}: chart", "false", expected)


def _line_drawn(written: Written, table: KpiTable) -> Iterator[Problem]:
    """Say what keeps a straight plan from being drawn."""
    if table.better == "range":
        yield written.problem("plan", table.plan, 'plan = "steps", because better = "range"')
    if table.month_targets:
        yield written.problem("plan", table.plan, 'month_targets or plan = "linear", not both')
    if table.year_end is None and not table.targets:
        yield written.problem("year_end", None, "where the plan leads, or targets that say so")


def _lists(table: KpiTable) -> tuple[tuple[str, tuple[TargetTable, ...]], ...]:
    return ("targets", table.targets), ("month_targets", table.month_targets)


def _targets_in_order(written: Written, key: str, targets: Sequence[TargetTable]) -> Iterator[Problem]:
    """Find targets of the same nodes that stand out of order."""
    last: dict[frozenset[str], date] = {}
    for place, target in enumerate(targets, start=1):
        before = last.get(frozenset(target.nodes))
        if before is not None and target.valid_from <= before:
            expected = f"a day after {before}: targets stand in order of date"
            yield written.problem(f"{key}[{place}].from", target.valid_from, expected)
        last[frozenset(target.nodes)] = target.valid_from


def _target_fits(written: Written, better: str, place: str, target: TargetTable) -> Iterator[Problem]:
    given = {key for key in ("value", "low", "high") if getattr(target, key) is not None}
    wanted = {"low", "high"} if better == "range" else {"value"}
    if given != wanted:
        found = " and ".join(sorted(given)) or "no value"
        expected = f'{" and ".join(sorted(wanted, reverse=True))}, because better = "{better}"'
        yield Problem(written.file, f"{written.key}: {place}", found, expected)
    elif target.low is not None and target.high is not None and target.low > target.high:
        found = f"{float(target.low):g} to {float(target.high):g}"
        yield Problem(written.file, f"{written.key}: {place}", found, "low not above high")
    if target.watch is not None and target.watch.percent and better == "range":
        found = f"{float(target.watch.width):g} %"
        expected = "a number in the KPI's unit, because a range has two limits"
        yield Problem(written.file, f"{written.key}: {place}.watch", found, expected)


def _said(value: Fraction) -> Decimal:
    """Return a number as it may be read out."""
    return Decimal(f"{float(value):g}")
