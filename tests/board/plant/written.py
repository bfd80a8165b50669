"""Plants as they are written, for tests: a good one, and what to put in its place."""

import pytest

from board.plant.load import parse_plant
from board.plant.plant import Plant
from board.plant.problem import PlantError

SITE = """
[site]
id = "works"
name = "Works"
timezone = "{zone}"
day_starts = "{day_starts}"
"""
LINE = """
[[area]]
id = "hall"
name = "Hall"

[[line]]
id = "line-1"
area = "hall"
name = "Line 1"
rate = 60
"""
EARLY = """
[[shift]]
name = "Early"
starts = "06:00"
ends = "14:00"
"""


def text(*more: str, zone: str = "Europe/Berlin", day_starts: str = "06:00", shifts: str = EARLY) -> str:
    """Return a whole good plant with more tables after it."""
    return "\n".join((SITE.format(zone=zone, day_starts=day_starts), LINE, shifts, *more))


def plant(*more: str, zone: str = "Europe/Berlin", day_starts: str = "06:00", shifts: str = EARLY) -> Plant:
    """Return the plant of that text."""
    return parse_plant({"plant.toml": text(*more, zone=zone, day_starts=day_starts, shifts=shifts)})


def shift(name: str, starts: str, ends: str, more: str = "") -> str:
    """Return a `[[shift]]` table."""
    return f'\n[[shift]]\nname = "{name}"\nstarts = "{starts}"\nends = "{ends}"\n{more}\n'


def sentences(files: dict[str, str] | str) -> list[str]:
    """Return what is said about a plant that is not good."""
    with pytest.raises(PlantError) as caught:
        parse_plant({"plant.toml": files} if isinstance(files, str) else files)
    assert str(caught.value).splitlines() == [problem.sentence for problem in caught.value.problems]
    return [problem.sentence for problem in caught.value.problems]
