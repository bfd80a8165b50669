"""Which counters of a node nobody knows, since the last that was said of them was no value."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from board.sources.hide import hidden_data
from board.sources.mark import moment_of, stamp_of

MOST: Final = 200  # of one source; of further ones nothing is noted
LONGEST: Final = 100  # characters of a name
LONGEST_BODY: Final = 40_000  # characters; a watermark takes 512 KiB


@dataclass(slots=True)
class Unknown:
    """The counters of each node that said last that they have no value, and since when."""

    nodes: dict[str, dict[str, datetime]] = field(default_factory=dict)

    @classmethod
    def parse(cls, body: object) -> "Unknown":
        """Return what a body remembers; nothing for anything else."""
        found = cls()
        for node, counters in body.items() if isinstance(body, Mapping) else ():
            for name, text in counters.items() if isinstance(counters, Mapping) else ():
                try:
                    since = moment_of(text)
                except (ValueError, OverflowError):
                    continue
                if since is not None:
                    found.loses(str(node), str(name), since)
        return found

    def body(self) -> dict[str, object]:
        """Return all that has to be remembered, as JSON takes it; what came last is left out where it is too much."""
        bodies: dict[str, object] = {}
        left = LONGEST_BODY
        for node, counters in self.nodes.items():
            body = {name: stamp_of(since) for name, since in counters.items()}
            left -= len(json.dumps({node: body}))
            if left < 0:
                break
            bodies[node] = body
        return bodies

    def loses(self, node: str, counter: str, at: datetime) -> None:
        """Note that a counter of a node has no value since a moment."""
        node, counter = hidden_data(node)[:LONGEST], hidden_data(counter)[:LONGEST]
        if counter in self.nodes.get(node, {}) or sum(map(len, self.nodes.values())) < MOST:
            counters = self.nodes.setdefault(node, {})
            counters[counter] = max(at, counters.get(counter, at))

    def finds(self, node: str, counter: str, at: datetime) -> None:
        """Note that a counter of a node has had a value at a moment."""
        if not self.nodes:
            return
        node, counter = hidden_data(node)[:LONGEST], hidden_data(counter)[:LONGEST]
        counters = self.nodes.get(node, {})
        if counter in counters and at >= counters[counter]:
            del counters[counter]
            if not counters:
                del self.nodes[node]

    def has(self, node: str) -> bool:
        """Tell whether anything of a node is not known now."""
        return bool(self.nodes) and hidden_data(node)[:LONGEST] in self.nodes
