"""How thoroughly to measure, as asked for on the command line."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`runs` of what is started anew, `idle_s` of watching, a `folder` to work in, and whether to measure the peer."""

    folder: Path
    runs: int = 5
    idle_s: float = 120.0
    with_peer: bool = True
    years: float = 10.0  # of history
    every_min: float = 15.0  # one reading of each line in so many minutes
