"""Which sources tell of a line, as far as the plant of today lets them."""

from collections.abc import Mapping, Sequence

from board.plant.plant import PlannedRun, Plant, SourceSpec
from board.store.reader import Reader, SourceState

STATES = frozenset({"downtime", "setup"})  # what the states of a machine tell of


def telling(reader: Reader, plant: Plant, line: str) -> tuple[SourceState, ...]:
    """Return the sources that ever told a value of the line, without those that the plant no longer lets tell of it."""
    specs = {spec.id: spec for spec in plant.sources}
    told = (state for state in reader.sources() if line in state.nodes)
    return tuple(state for state in told if not specs or (state.id in specs and _may_tell(specs[state.id], line)))


def measures_named(spec: SourceSpec) -> frozenset[str] | None:
    """Return the measures that a source's mapping names; None where it names none, so that it may tell of any.

    One that tells what is planned tells of no measure.
    """
    if tells_plan(spec):
        return frozenset()
    found = spec.settings.get("measure")
    tables = [found] if isinstance(found, Mapping) else found if isinstance(found, list | tuple) else []
    named = frozenset(str(table["id"]) for table in tables if isinstance(table, Mapping) and "id" in table)
    named |= STATES if "state" in spec.settings else frozenset()
    return named or None


def tells_plan(spec: SourceSpec) -> bool:
    """Tell whether a source tells planned runs, which are as old as its last answer."""
    return "run" in spec.settings


def still_planned(plant: Plant, runs: Sequence[PlannedRun]) -> tuple[PlannedRun, ...]:
    """Return those of the planned runs of sources whose source the plant has: what another one planned is off."""
    known = {spec.id for spec in plant.sources}
    return tuple(run for run in runs if not known or run.origin in known)


def _may_tell(spec: SourceSpec, line: str) -> bool:
    """Tell whether a source may tell of the line: one whose settings name a single node tells of no other."""
    node = spec.settings.get("node")
    return not isinstance(node, str) or node == line
