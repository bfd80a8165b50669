"""A place in the plant that a board can be of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A node that can be gone to: its id and name, and the name of what it lies in."""

    node: str
    name: str
    within: str = ""
