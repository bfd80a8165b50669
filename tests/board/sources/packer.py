"""A packing machine that speaks PackML, and a board that listens to it, as tests use them."""

from collections.abc import Mapping
from datetime import timedelta

from board.plant.plant import SourceSpec
from tests.board.sources.machine import Machine

VALUES: Mapping[str, object] = {"state": 6, "made": 1000, "bad": 10, "order": "A-1", "why": 0}
NONE: Mapping[str, object] = {}
USUAL: Mapping[str, object] = {
    "every": "0.1 s",
    "node": "line-1",
    "nodes": {
        "state": "ns=2;s=state",
        "made": "ns=2;s=made",
        "bad": "nsu=urn:packer;s=bad",
    },
    "state": {"column": "state", "packml": True, "map": {"Held": "labeller-jam"}},
    "measure": [
        {"id": "good", "value": {"column": "made"}, "counter": "total", "maximum": 65535},
        {"id": "scrap", "value": {"column": "bad"}, "counter": "total"},
    ],
}


def spec(machine: Machine, settings: Mapping[str, object] = NONE, *, stale_after_s: float = 300) -> SourceSpec:
    """Return the specification of a source that listens to a machine; None takes a setting away."""
    given = {"url": machine.url, "poll_s": 1, **USUAL, **settings}
    kept = {key: value for key, value in given.items() if value is not None}
    return SourceSpec(id="packer", kind="opcua", settings=kept, stale_after=timedelta(seconds=stale_after_s))
