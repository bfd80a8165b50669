"""The sources in words, for people at a terminal: what each gave last, how old that is, and what is wrong with it."""

import sys
from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from typing import TextIO

from board.pages.sources import SourcesPages
from board.views.feeding import FeedsNow, Outage
from board.views.freshness import Stage
from board.views.sources import SourceRow, Sources
from kiosk.report import figure_of, print_table, where
from kiosk.wiring.glance import Glance

HEAD = ("", "source", "kind", "last value", "of", "at", "age", "today")
SIGNS = {Stage.LIVE: "+", Stage.LATE: "~", Stage.STALE: "x", Stage.MISSING: "?"}


def sources_of(found: Glance, node: str, *, now: datetime) -> Sources:
    """Return the page of sources; where they were looked at just now, with what failed of them."""
    kinds = {spec.id: spec.kind for spec in found.history.at(now).sources}
    outages = {
        told.source: Outage(sentence=told.said, since=now)
        for told in found.complaints
        if kinds.get(told.source) == told.where
    }
    return SourcesPages(found.reader).page(node, found.history, now=now, feeds=FeedsNow(outages=outages))


def print_sources(view: Sources, out: TextIO = sys.stdout) -> None:
    """Print a row for each source, those that need somebody first, and under them what is wrong."""
    out.write(f"{where(view.path)}, {view.today:%a %d %b %Y}: {view.troubled} of {len(view.rows)} need a look\n")
    print_table((_cells(row, view.now) for row in view.rows), HEAD, out)
    for row in view.rows:
        out.writelines(f"{row.id}: {said}\n" for said in _troubles(row))
    out.write("+ live  ~ late  x too old  ? nothing yet  ! fails\n")


def age_of(seconds: int) -> str:
    """Return an age in words: 90 s, 23 min, 3 h, 2 days."""
    if seconds < 120:
        return f"{seconds} s"
    if seconds < 7200:
        return f"{seconds // 60} min"
    return f"{seconds // 3600} h" if seconds < 172_800 else f"{seconds // 86_400} days"


def _cells(row: SourceRow, now: datetime) -> tuple[str, ...]:
    sign = "!" if row.outage is not None else SIGNS[row.freshness.stage(now)]
    last, age_s = row.last, row.freshness.age_s(now)
    told = ("-", "what is planned" if row.is_plan else "", "")
    if last is not None:
        told = _value(last.value, last.unit), f"{last.measure}, {last.node}", f"{last.at:%d %b %H:%M:%S}"
    return sign, row.id, row.kind, *told, "never" if age_s is None else age_of(age_s), str(row.rows_today)


def _value(value: Fraction, unit: str) -> str:
    needed = next((count for count in range(3) if (value * 10**count).denominator == 1), 3)
    return f"{figure_of(value, needed)} {unit}".rstrip()


def _troubles(row: SourceRow) -> Iterator[str]:
    if row.outage is not None:
        yield f"fails: {row.outage.sentence}"
    if row.gone:
        yield f"the device is gone: {', '.join(row.gone)}"
    if row.unusable:
        yield f"not usable: {row.unusable}"
