"""Example values of the page of sources: all well, old ones, failing ones, more than there is room for, long names."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Final

from board.plant.told import told
from board.views.feeding import Fall, Feeding, Outage
from board.views.freshness import Freshness
from board.views.sources import LastValue, SourceRow, Sources
from widgets.scene_shift import DAY, NODE, PLACE, at

NOW: Final = at(11, 42, 36)
LIMITS: Final = Freshness(seen_at=None, late_after_s=120, stale_after_s=300)


def sources() -> Sources:
    """Return six sources, all of them read."""
    rows = (
        _row("press-line", "opcua", 4, "1240", "parts", "Good parts", "Line 3", rows=20418),
        _row("unified-namespace", "mqtt", 9, "71.5", "°C", "Temperature of the filler", "Line 3", rows=61040),
        _row("erp", "http", 48, "8625", "cases", "Plan of the order", "Line 3", rows=36),
        _row("historian", "sql", 95, "0.418", "kWh", "Energy per case", "Filling", rows=342),
        _row("shift-book", "excel", 170, "3", "min", "Downtime", "Line 2", rows=12),
        _row("counters", "csv", 31, "57", "parts", "Scrap", "Line 1", rows=118),
    )
    return _page(rows, processes=(_process(tuple(row.id for row in rows)),))


def sources_empty() -> Sources:
    """Return a plant without any source."""
    return _page((), processes=())


def sources_new() -> Sources:
    """Return the first minute: nothing was ever told, and it is not known yet who reads."""
    rows = tuple(
        SourceRow(id=name, kind=kind, freshness=LIMITS) for name, kind in (("press-line", "opcua"), ("erp", "http"))
    )
    return _page(rows, processes=())


def sources_stale() -> Sources:
    """Return sources of which one answers with nothing new, one is silent, and one begins to be late."""
    view = sources()
    rows = (
        replace(_aged(view.rows[0], 23 * 60 + 4), answered_at=NOW - timedelta(seconds=10)),
        replace(_aged(view.rows[2], 51 * 3600), complete_through=None),
        replace(_aged(view.rows[5], 190), unusable="line-1.csv, row 17, column Scrap: “1,2,3” is no number"),
        *view.rows[3:5],
    )
    return _page(rows, processes=view.processes)


def sources_failing() -> Sources:
    """Return sources that fail: a server that refuses, a share that is gone, and a program of its own that fell."""
    view = sources()
    fell = Feeding(
        sources=("camera",), is_running=False, since=at(11, 42, 20), falls=3, fall=Fall.MEMORY, fell_at=at(11, 42, 20),
        next_try=at(11, 43, 24), most_mib=256,
        said=told(
            "the program that reads {sources} fell ({why}) and is started again", sources="camera",
            why=told("it took more than {most} MiB of memory and was ended", most=256),
        ),
    )  # fmt: skip
    camera = _row("camera", "vision", 412, "12", "parts", "Scrap", "Line 3", rows=214)
    share = "the folder //filer/production/counters cannot be read (the share does not answer); see that it is mounted"
    rows = (
        replace(_aged(view.rows[2], 23 * 60), outage=_outage("the server says 401: renew the token", at(11, 19, 30))),
        replace(_aged(view.rows[5], 31 * 60), outage=_outage(share, at(11, 11, 2)), answered_at=at(11, 11)),
        replace(camera, process=fell),
        *view.rows[:2],
    )
    read = tuple(row.id for row in rows if row.id != camera.id)
    process = replace(view.processes[0], sources=read, falls=1, since=at(11, 12), fell_at=at(11, 11, 58))
    return _page(rows, processes=(process, fell))


def sources_unread() -> Sources:
    """Return the moment after the program hung that reads all sources: none is read, and it is started again."""
    view = sources()
    fell = replace(
        view.processes[0], is_running=False, since=at(11, 42, 30), falls=2, fall=Fall.HUNG, fell_at=at(11, 42, 30),
        next_try=at(11, 42, 38), memory_mib=None,
        said=told(
            "the program that reads {sources} fell ({why}) and is started again",
            sources=", ".join(row.id for row in view.rows), why=told("it answered no more and was ended"),
        ),
    )  # fmt: skip
    return _page(tuple(replace(row, process=fell) for row in view.rows), processes=(fell,))


def sources_many() -> Sources:
    """Return twenty sources, three of which need somebody."""
    view, bad = sources(), sources_failing().rows[:3]
    rest = tuple(replace(view.rows[n % 6], id=f"{view.rows[n % 6].id}-{n + 1}") for n in range(17))
    return _page((*bad, *rest), processes=view.processes)


def sources_long() -> Sources:
    """Return names and sentences as long as they can be."""
    name = "etikettiermaschine-hinten-links-vorschub-der-schutzfolie-nord"
    long = (
        "der Server https://produktionsdatenbank.werk-nord.example/abfuellung/linie-3/zaehler antwortet nicht "
        "(Zeitüberschreitung nach 30 Sekunden); sehen Sie nach, ob er läuft und ob die Brandmauer ihn durchlässt"
    )
    last = LastValue(
        value=Fraction("123456789.125"), unit="Mehrwegkästen je Stunde", at=at(11, 11),
        measure="Ausschussanteil der Frühschicht an allen Gebinden", node="Linie 3, Mehrweg mit Bügelverschluss",
    )  # fmt: skip
    row = replace(sources().rows[0], id=name, last=last, rows_today=12345678)
    failing = replace(_aged(row, 31 * 60), outage=_outage(long, at(11, 11, 2)), unusable=long)
    rows = (
        failing,
        replace(_aged(row, 9 * 86400), id=f"{name}-2", outage=_outage(long, NOW - timedelta(days=9))),
        replace(row, id=f"{name}-3", kind="werk-nord-anlagenbus"),
    )
    return _page(rows, processes=(_process(tuple(each.id for each in rows)),))


SCENES: Final[Mapping[str, Callable[[], Sources]]] = {
    each.__name__: each
    for each in (
        sources, sources_empty, sources_new, sources_stale, sources_failing, sources_unread, sources_many, sources_long,
    )
}  # fmt: skip


def _page(rows: tuple[SourceRow, ...], *, processes: tuple[Feeding, ...]) -> Sources:
    troubled = sum(
        row.outage is not None
        or (row.process is not None and not row.process.is_running)
        or (row.freshness.age_s(NOW) or 301) > row.freshness.stale_after_s
        for row in rows
    )
    return Sources(
        node=NODE, path=PLACE, today=DAY, rows=rows, troubled=troubled, processes=processes, shift="Early",
        starts=at(6), ends=at(14), now=NOW, freshness=Freshness(
            seen_at=NOW - timedelta(seconds=4), late_after_s=60, stale_after_s=300
        ),
    )  # fmt: skip


def _row(  # noqa: PLR0917 - a table of examples is read by its columns
    name: str, kind: str, age_s: int, value: str, unit: str, measure: str, node: str, *, rows: int
) -> SourceRow:
    seen = NOW - timedelta(seconds=age_s)
    return SourceRow(
        id=name,
        kind=kind,
        freshness=replace(LIMITS, seen_at=seen),
        last=LastValue(value=Fraction(value), unit=unit, measure=measure, node=node, at=seen),
        answered_at=NOW - timedelta(seconds=min(age_s, 20)),
        complete_through=None if kind in {"mqtt", "opcua"} else seen,
        rows_today=rows,
    )


def _aged(row: SourceRow, age_s: int) -> SourceRow:
    """Return a source that has told nothing for so long."""
    seen = NOW - timedelta(seconds=age_s)
    last = None if row.last is None else replace(row.last, at=seen)
    complete = None if row.complete_through is None else seen
    fresh = replace(row.freshness, seen_at=seen)
    return replace(row, freshness=fresh, last=last, answered_at=seen, complete_through=complete)


def _outage(sentence: str, since: datetime) -> Outage:
    return Outage(sentence=sentence, since=since, next_try=NOW + timedelta(seconds=34))


def _process(sources: tuple[str, ...]) -> Feeding:
    return Feeding(sources=sources, is_running=True, since=at(6, 12), memory_mib=84, most_mib=256)
