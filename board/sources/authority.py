"""Who counts what: of each line and measure only one source may count, or every part counts twice.

What a source tells of is known from its mapping where that names lines, in a fixed text or as the meaning of a column's
words. Where it takes lines as a column spells them, only its rows say. A line that is counted by hand has a source too:
the people who type what it made. Only measures of the kind "count" are looked at: of an energy or a downtime several
sources may each tell a part.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from board.plant.plant import Line, SourceSpec
from board.sources.contract import SourceContext

MADE: Final = "good"  # what people type of a line that is counted by hand

Cell = tuple[str, str]
"""Node and measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Twice:
    """A measure of a node that several sources count."""

    node: str
    measure: str
    sources: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """Return what is wrong, and what to do."""
        first, *others = self.sources
        return (
            f"{self.node}: {self.measure} is counted by {first} and by {' and '.join(others)}, so every part counts "
            f"twice; take {self.measure} of {self.node} out of all but one of them"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HandToo:
    """A line that the plant has as counted by hand, and what counts it all the same."""

    line: str
    sources: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """Return what is wrong, and what to do."""
        return (
            f"{self.line}: {MADE} is counted by {' and '.join(self.sources)}, and the plant says counted_by_hand, so "
            f"what people type would count twice; take counted_by_hand out of the line, or {MADE} out of the source"
        )


def named_cells(spec: SourceSpec) -> frozenset[Cell]:
    """Return of which nodes and measures a source tells, as far as its mapping names them."""
    return frozenset((node, measure) for node in _nodes(spec) for measure in _measures(spec))


def takes_any_node(spec: SourceSpec) -> bool:
    """Tell whether a source may tell of nodes that its mapping does not name."""
    node = spec.settings.get("node")
    return isinstance(node, Mapping) or (node is None and not _measures(spec))


def counted_twice(told: Mapping[str, Iterable[Cell]], context: SourceContext) -> tuple[Twice, ...]:
    """Return what several sources count; `told` are the nodes and measures that each source tells of, by its id."""
    counting: dict[Cell, list[str]] = {}
    for source, cells in told.items():
        for node, measure in sorted(set(cells)):
            if context.measures.get(measure) == "count" and (not context.nodes or node in context.nodes):
                counting.setdefault((node, measure), []).append(source)
    several = ((cell, sources) for cell, sources in counting.items() if len(sources) > 1)
    return tuple(Twice(node=node, measure=measure, sources=tuple(sources)) for (node, measure), sources in several)


def counted_by_hand_too(told: Mapping[str, Iterable[Cell]], lines: Iterable[Line]) -> tuple[HandToo, ...]:
    """Return the lines counted by hand of which sources tell what they made; `told` as in `counted_twice`."""
    cells = {source: set(each) for source, each in told.items()}
    found = {line.id: [source for source in cells if (line.id, MADE) in cells[source]] for line in lines
             if line.counted_by_hand}  # fmt: skip
    return tuple(HandToo(line=line, sources=tuple(sources)) for line, sources in found.items() if sources)


def counted_twice_by_name(specs: Iterable[SourceSpec], context: SourceContext) -> tuple[Twice, ...]:
    """Return what the mappings of several sources name, without asking any of them."""
    return counted_twice({spec.id: named_cells(spec) for spec in specs}, context)


def _nodes(spec: SourceSpec) -> Iterator[str]:
    node = spec.settings.get("node")
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping) and isinstance(meant := node.get("map"), Mapping):
        yield from (str(each) for each in meant.values())


def _measures(spec: SourceSpec) -> tuple[str, ...]:
    found = spec.settings.get("measure")
    tables = [found] if isinstance(found, Mapping) else found if isinstance(found, list | tuple) else []
    named = (table.get("id") for table in tables if isinstance(table, Mapping))
    return tuple(measure for measure in named if isinstance(measure, str))
