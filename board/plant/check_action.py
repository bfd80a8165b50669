"""Whether the actions of a plant go together: where they belong, and in which order their days stand."""

from collections.abc import Iterator

from board.plant.draft import Draft, choice
from board.plant.problem import Problem
from board.plant.schema import ActionTable

_LATER = (("raised", "day"), ("done", "raised"), ("due", "raised"), ("verified", "done"))  # a key, the one before it


def actions_placed(draft: Draft) -> Iterator[Problem]:
    """Name the nodes of actions that the plant does not have."""
    known = [*draft.names("line"), *draft.names("area")]
    known += [] if draft.site is None else [str(draft.site.raw.get("id"))]
    for written, table in draft.of(ActionTable):
        if table.node not in known and not draft.broken_files:
            expected = f"the id of a line, an area or the site: {choice(known, table.node)}"
            yield written.problem("node", table.node, expected)


def actions_in_order(draft: Draft) -> Iterator[Problem]:
    """Find actions that are done before they are raised, or verified before they are done."""
    for written, table in draft.of(ActionTable):
        if table.verified is not None and table.done is None:
            yield written.problem("verified", table.verified, "the day it was done too, under done")
        for later, earlier in _LATER:
            found, other = getattr(table, later), getattr(table, earlier)
            if found is not None and other is not None and found < other:
                yield written.problem(later, found, f"no day before {earlier}, which is {other}")
