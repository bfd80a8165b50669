"""How old what a board shows of its lines is."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from board.pages.telling import measures_named, telling
from board.plant.plant import Plant, SourceSpec
from board.plant.span import Span
from board.store.reader import Reader, SourceState
from board.views.freshness import Freshness

ENTERED_WITHIN = timedelta(hours=72)
AT_ONCE = -1  # seconds after which it is stale that a source says a line tells no more
COUNTS = ("good", "scrap", "rework")


def _last_entered(reader: Reader, line_id: str, now: datetime) -> datetime | None:
    """Return when a line was last counted, within the last three days; a count of the past is as old as its time."""
    readings = reader.readings(line_id, Span(now - ENTERED_WITHIN, now), measures=COUNTS)
    known = (min(each.received_at, each.end) for each in readings if each.received_at is not None)
    return max(known, default=None)


def freshness_of_all(reader: Reader, plant: Plant, node: str, now: datetime) -> Freshness:
    """Return the freshness of the line heard of longest ago; lines counted by hand are asked only among themselves.

    Nobody expects a line counted by hand to be live, so it makes no board of machines look stale.
    """
    lines = plant.lines_under(node)
    machines = [line for line in lines if not line.counted_by_hand] or lines
    return _oldest([freshness_of(reader, plant, line.id, now) for line in machines])


def freshness_of(reader: Reader, plant: Plant, line_id: str, now: datetime) -> Freshness:
    """Return the freshness of a line: that of its source heard of longest ago, or of the last count typed by hand."""
    line = plant.line(line_id)
    specs = {spec.id: spec for spec in plant.sources}
    if line.counted_by_hand:
        length = int(line.interval.total_seconds())
        return Freshness(seen_at=_last_entered(reader, line_id, now), late_after_s=length, stale_after_s=2 * length)
    return _oldest(
        [_told(state, specs[state.id], line_id) for state in telling(reader, plant, line_id) if state.id in specs]
    )


def freshness_by_measure(
    reader: Reader, plant: Plant, node: str, wanted: Sequence[frozenset[str]]
) -> tuple[Freshness | None, ...]:
    """Return, for each set of measures, how old that is which the sources tell that may tell of any of them.

    None where that is every source of the node, or none: then it is as old as the node itself.
    """
    specs = {spec.id: spec for spec in plant.sources}
    named = {spec.id: measures_named(spec) for spec in plant.sources}
    if not any(named.values()):
        return (None,) * len(wanted)
    lines = [line.id for line in plant.lines_under(node) if not line.counted_by_hand]
    told = [
        (_told(state, specs[state.id], line), named[state.id])
        for line in lines
        for state in telling(reader, plant, line)
        if state.id in specs
    ]
    return tuple(_oldest_of(told, measures) for measures in wanted)


def _oldest_of(told: Sequence[tuple[Freshness, frozenset[str] | None]], measures: frozenset[str]) -> Freshness | None:
    found = [fresh for fresh, named in told if named is None or not named.isdisjoint(measures)]
    return _oldest(found) if 0 < len(found) < len(told) else None


def _told(state: SourceState, spec: SourceSpec, line_id: str) -> Freshness:
    """Return how old that is which a source tells of a line."""
    return Freshness(
        seen_at=max(state.nodes[line_id], state.complete_of(line_id) or state.nodes[line_id]),
        late_after_s=2 * int(spec.expected_every.total_seconds()),
        stale_after_s=AT_ONCE if line_id in state.gone else int(spec.stale_after.total_seconds()),
    )


def _oldest(found: Sequence[Freshness]) -> Freshness:
    """Return the freshness of the one seen longest ago; one that is gone is older, and one never seen than all."""
    if not found:
        return Freshness(seen_at=None, late_after_s=120, stale_after_s=300)
    return min(
        found,
        key=lambda one: (
            one.seen_at is not None,
            one.stale_after_s != AT_ONCE,
            one.seen_at.timestamp() if one.seen_at else 0.0,
        ),
    )
