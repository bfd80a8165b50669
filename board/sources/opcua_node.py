"""Addresses of OPC UA nodes such as "ns=2;s=Packer.State": how settings write them, one for each line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from board.sources.setting import Settings

MOST_NODES: Final = 500  # of one source
MOST_ROWS: Final = 50
LONGEST: Final = 500  # characters
_ADDRESS: Final = re.compile(r"(?:ns=[0-9]{1,5};|nsu=[^;\s][^;]*;)?(?:i=[0-9]{1,10}|[sgb]=\S.*)", re.ASCII)
_NAME: Final = re.compile(r"\{([A-Za-z][A-Za-z0-9_]{0,39})\}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class NodePlace:
    """Where a column is read: a node, perhaps one item of the list that it holds."""

    address: str
    index: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One node that is listened to, for a column of one row."""

    row: int
    column: str
    place: NodePlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Nodes:
    """The nodes that names stand for, and the rows for which each is there: one, or one for each line of `each`."""

    named: Mapping[str, NodePlace]
    rows: tuple[Mapping[str, str], ...] = ({},)

    @property
    def names(self) -> frozenset[str]:
        """Return the names that the rows themselves bear, such as that of the line."""
        return frozenset(self.rows[0]) if self.rows else frozenset()

    def place(self, column: str) -> NodePlace | None:
        """Return where a column is read, by its name or as an address; None where it is neither."""
        return self.named.get(column) or (NodePlace(address=column) if is_address(column) else None)

    def items(self, columns: frozenset[str]) -> tuple[Item, ...]:
        """Return every node that some columns are read from, with the names of its row put in."""
        found = ((row, column, self.place(column)) for row in range(len(self.rows)) for column in sorted(columns))
        return tuple(
            Item(row=row, column=column, place=NodePlace(address=self._filled(place.address, row), index=place.index))
            for row, column, place in found
            if place is not None
        )

    def _filled(self, address: str, row: int) -> str:
        names = self.rows[row]
        return _NAME.sub(lambda match: names.get(match[1], match[0]), address)


def is_address(text: str) -> bool:
    """Tell whether a text is the address of a node: ns=2;s=Packer.State, nsu=http://packer;i=1001, i=2258."""
    return len(text) <= LONGEST and text.isprintable() and _ADDRESS.fullmatch(text) is not None


def read_nodes(settings: Settings) -> Nodes:
    """Return the nodes that `nodes` names and the rows that `each` makes; faults go to `settings.problems`."""
    table = settings.table("nodes")
    if table is None and "nodes" in settings.values:
        settings.fault("nodes", 'a table such as { state = "ns=2;s=Packer.State" }')
    named = {} if table is None else {name.strip(): _place(table, name) for name in table.values}
    return Nodes(named=named, rows=_rows(settings))


def _place(table: Settings, name: str) -> NodePlace:
    inner = table.table(name)
    address = table.text(name) if inner is None else inner.text("node", needed=True)
    index = None
    if inner is not None:
        if "index" in inner.values:
            found = inner.number("index", Fraction(0), low=0, high=9999)
            index = int(found)
            if found != index:
                inner.fault("index", "a whole number, 0 for the first")
        inner.finish()
    if address and not is_address(address):
        (inner or table).fault("node" if inner else name, 'the address of a node such as "ns=2;s=Packer.State"')
    return NodePlace(address=address.strip(), index=index)


def _rows(settings: Settings) -> tuple[Mapping[str, str], ...]:
    """Return the names of each row; lists of several names go side by side."""
    table = settings.table("each")
    if table is None:
        if "each" in settings.values:
            settings.fault("each", 'a table such as { line = ["L1", "L2"] }')
        return ({},)
    lists = {name: table.texts(name) for name in table.values}
    if not lists or len({len(texts) for texts in lists.values()}) != 1 or not next(iter(lists.values())):
        settings.fault("each", 'lists of the same length such as { line = ["L1", "L2"] }')
        return ({},)
    rows = tuple(dict(zip(lists, texts, strict=True)) for texts in zip(*lists.values(), strict=True))
    if len(rows) > MOST_ROWS:
        settings.fault("each", f"at most {MOST_ROWS} of each")
    return rows[:MOST_ROWS]
