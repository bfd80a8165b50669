"""Builds the page of sources: what the store knows of each, and what the processes say that read them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from typing import Final

from board.kpi.reading import Reading
from board.pages.freshness import AT_ONCE, freshness_of, freshness_of_all
from board.pages.head import head_of
from board.pages.name import path_of
from board.pages.telling import tells_plan
from board.plant.calendar import production_day
from board.plant.history import PlantHistory
from board.plant.measure import BUILT_IN_MEASURES
from board.plant.plant import Plant, SourceSpec
from board.store.intake import Changed
from board.store.reader import Reader, SourceNews, SourceState
from board.views.feeding import Feeding, FeedsNow, Outage
from board.views.freshness import Freshness, Stage
from board.views.sources import LastValue, SourceRow, Sources

NOBODY: Final = FeedsNow()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """All that is known of the sources of a plant at a moment."""

    plant: Plant
    states: Mapping[str, SourceState]
    news: Mapping[str, SourceNews]
    feeds: FeedsNow
    came_today: date  # as it went on record when readings came
    now: datetime

    @property
    def zone(self) -> tzinfo:
        """Return the site's zone."""
        return self.plant.site.zone


class SourcesPages:
    """Build pages of sources from one reader."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def forget(self, changes: Sequence[Changed]) -> None:
        """Hear that readings changed: nothing is kept from one page to the next."""

    def page(self, node: str, history: PlantHistory, *, now: datetime, feeds: FeedsNow = NOBODY) -> Sources:
        """Return every source of the plant in force, with what the processes say that read them.

        The head is that of `node`; KeyError for one the plant does not know.
        """
        plant = history.at(now)
        lines = tuple(line.id for line in plant.lines_under(node))
        head = head_of(plant, lines, now)
        known = _Known(
            plant=plant,
            states={state.id: state for state in self._reader.sources()},
            news=self._reader.source_news(),
            feeds=feeds,
            came_today=production_day(plant, now - feeds.shift),
            now=now,
        )
        rows = [_row(spec, known) for spec in plant.sources]
        troubled = [row for row in rows if _needs_somebody(row, now)]
        fresh = freshness_of if lines == (node,) else freshness_of_all
        return Sources(
            node=node,
            path=path_of(plant, node),
            today=production_day(plant, now),
            rows=(*troubled, *(row for row in rows if row not in troubled)),
            troubled=len(troubled),
            processes=tuple(_in_zone(each, known.zone) for each in feeds.processes),
            shift=head.shift,
            starts=head.starts,
            ends=head.ends,
            now=now.astimezone(known.zone).replace(microsecond=0),
            freshness=fresh(self._reader, plant, node, now),
        )


def _row(spec: SourceSpec, known: _Known) -> SourceRow:
    state, news = known.states.get(spec.id), known.news.get(spec.id)
    outage, process = known.feeds.outages.get(spec.id), known.feeds.of(spec.id)
    told = _told_at(spec, state)
    zone, gone = known.zone, frozenset[str]() if state is None else state.gone
    all_gone = state is not None and bool(gone) and gone == frozenset(state.nodes)
    return SourceRow(
        id=spec.id,
        kind=spec.kind,
        freshness=Freshness(
            seen_at=max(told, default=None),
            late_after_s=2 * int(spec.expected_every.total_seconds()),
            stale_after_s=AT_ONCE if all_gone else int(spec.stale_after.total_seconds()),
        ),
        last=None if news is None or news.newest is None else _last(news.newest, known),
        answered_at=None if state is None else state.seen_at.astimezone(zone),
        complete_through=_at(None if state is None or tells_plan(spec) else state.all_told, zone),
        rows_today=news.rows if news is not None and news.day == known.came_today else 0,
        gone=tuple(_node_name(known.plant, node) for node in sorted(gone)),
        unusable="" if state is None else _unusable(state, known),
        outage=None if outage is None else _outage_in(outage, zone),
        process=None if process is None else _in_zone(process, zone),
        is_plan=tells_plan(spec),
    )


def _told_at(spec: SourceSpec, state: SourceState | None) -> list[datetime]:
    """Return of when that is which a source has told; what is planned is as old as the answer that says so."""
    if state is None:
        return []
    if tells_plan(spec):
        return [state.seen_at]
    return [at for at in (state.newest, state.complete_through) if at is not None]


def _unusable(state: SourceState, known: _Known) -> str:
    """Return what was wrong last, after the time at which it was met; with the date where that was not today."""
    if not state.complaint or state.complained_at is None:
        return state.complaint or ""
    at, now = (moment.astimezone(known.zone) for moment in (state.complained_at, known.now))
    return f"{at:%H:%M} {state.complaint}" if at.date() == now.date() else f"{at:%Y-%m-%d %H:%M} {state.complaint}"


def _last(reading: Reading, known: _Known) -> LastValue | None:
    if reading.value is None:
        return None
    measures = {measure.id: measure for measure in (*BUILT_IN_MEASURES, *known.plant.measures)}
    measure = measures.get(reading.measure)
    return LastValue(
        value=reading.value,
        unit=reading.unit or ("" if measure is None else measure.unit),
        measure=reading.measure if measure is None else measure.name,
        node=_node_name(known.plant, reading.node),
        at=min(reading.observed_at or reading.end, reading.received_at or known.now).astimezone(known.zone),
    )


def _node_name(plant: Plant, node: str) -> str:
    """Return the name of a line, an area or the site; the id of one that the plant no longer knows."""
    nodes = ((each.id, each.name) for several in ((plant.site,), plant.areas, plant.lines) for each in several)
    return dict(nodes).get(node, node)


def _needs_somebody(row: SourceRow, now: datetime) -> bool:
    """Tell whether a source fails, is not read, lacks a device, or has told nothing for longer than it may."""
    falls = row.process is not None and not row.process.is_running
    return falls or bool(row.gone) or row.outage is not None or row.freshness.stage(now) in {Stage.STALE, Stage.MISSING}


def _outage_in(outage: Outage, zone: tzinfo) -> Outage:
    return replace(outage, since=outage.since.astimezone(zone), next_try=_at(outage.next_try, zone))


def _in_zone(process: Feeding, zone: tzinfo) -> Feeding:
    """Return how a process stands, in site time."""
    fell_at, next_try = _at(process.fell_at, zone), _at(process.next_try, zone)
    return replace(process, since=process.since.astimezone(zone), fell_at=fell_at, next_try=next_try)


def _at(moment: datetime | None, zone: tzinfo) -> datetime | None:
    return None if moment is None else moment.astimezone(zone)
