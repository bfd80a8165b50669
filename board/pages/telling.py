"""Which sources tell of a line, as far as the plant of today lets them."""

from board.plant.plant import Plant, SourceSpec
from board.store.reader import Reader, SourceState


def telling(reader: Reader, plant: Plant, line: str) -> tuple[SourceState, ...]:
    """Return the sources that ever told a value of the line, without those that the plant no longer lets tell of it."""
    specs = {spec.id: spec for spec in plant.sources}
    told = (state for state in reader.sources() if line in state.nodes)
    return tuple(state for state in told if not specs or (state.id in specs and _may_tell(specs[state.id], line)))


def _may_tell(spec: SourceSpec, line: str) -> bool:
    """Tell whether a source may tell of the line: one whose settings name a single node tells of no other."""
    node = spec.settings.get("node")
    return not isinstance(node, str) or node == line
