"""Finds values in a JSON document by a path: a small part of JSONPath (RFC 9535), bounded, with the way back up.

`$.data.items[*]` names every item of a list, `machine.name` a field of a field, `['a.b']` a name with a point in it,
`[0]` and `[-1]` a place in a list, `.*` every value, `..name` every field of that name however deep (once a path).
Beyond JSONPath: `^name` is a field of the object around a row, `^^name` of the one around that, `@key` the name under
which a row stands, `@` the row itself. A path that begins with `$` starts at the document, any other at the row.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

LONGEST: Final = 300  # characters
MOST_STEPS: Final = 20

_STEP = re.compile(
    r"\.\.(?P<deep>[^.\[\]*]+)"
    r"|\.(?P<star>\*)|\[(?P<every>\*)\]"
    r"|\.(?P<name>[^.\[\]*]+)"
    r"|\[(?P<place>-?[0-9]{1,6})\]"
    r"|\[(?:'(?P<single>[^']+)'|\"(?P<double>[^\"]+)\")\]"
)
_Kind = Literal["name", "place", "every", "deep"]


class PathError(ValueError):
    """A text that is no path; says what was expected."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A value of a document, the name or place under which it stands, and what stands around it."""

    value: object
    key: str | int | None = None
    around: "Spot | None" = None

    def outer(self, levels: int) -> "Spot | None":
        """Return the object so many objects further out; None where there is none."""
        spot: Spot | None = self
        while levels and spot is not None:
            spot = spot.around
            if spot is not None and isinstance(spot.value, dict):
                levels -= 1
        return spot


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonPath:
    """A path that is read once and followed often."""

    text: str
    steps: tuple[tuple[_Kind, str | int], ...]
    from_document: bool = False
    up: int = 0  # objects to go out before the first step
    is_key: bool = False  # it names the key of the row, not a value

    @classmethod
    def parse(cls, text: str) -> "JsonPath":
        """Return the path of a text; PathError where it is none."""
        bare = text.strip()
        if not bare or len(bare) > LONGEST:
            raise PathError(f"expected a path of 1 to {LONGEST} characters")
        if bare == "@key":
            return cls(text=bare, steps=(), is_key=True)
        from_document = bare.startswith("$")
        rest = bare[1:] if bare[0] in "$@" else bare
        up = len(rest) - len(rest.lstrip("^"))
        rest = rest[up:]
        if rest and rest[0] not in ".[":
            if bare[0] in "$@":
                raise PathError(f'expected a path such as "$.data[*]", found {bare!r}')
            rest = "." + rest
        steps = tuple(_steps(rest, bare))
        if len(steps) > MOST_STEPS or sum(kind == "deep" for kind, _ in steps) > 1:
            raise PathError(f"expected at most {MOST_STEPS} steps, and '..' once")
        return cls(text=bare, steps=steps, from_document=from_document, up=up)

    def find(self, start: Spot) -> Iterator[Spot]:
        """Yield the values the path leads to from a row (or from the document), in the order of the document."""
        spot = start.outer(self.up) if self.up else start
        if spot is None:
            return
        waiting = [(spot, 0)]
        while waiting:
            spot, number = waiting.pop()
            if number == len(self.steps):
                yield spot
                continue
            kind, wanted = self.steps[number]
            if kind == "deep":
                waiting += [(child, number) for child in reversed(list(_children(spot)))]
                child = _child(spot, wanted)
                waiting += [] if child is None else [(child, number + 1)]
            elif kind == "every":
                waiting += [(child, number + 1) for child in reversed(list(_children(spot)))]
            elif (child := _child(spot, wanted)) is not None:
                waiting.append((child, number + 1))


def _steps(text: str, whole: str) -> Iterator[tuple[_Kind, str | int]]:
    at = 0
    while at < len(text):
        match = _STEP.match(text, at)
        if match is None:
            raise PathError(f"expected names, [0], [*] or ['name'] at {text[at : at + 20]!r} of {whole!r}")
        at = match.end()
        if match["deep"] is not None:
            yield "deep", match["deep"].strip()
        elif match["star"] or match["every"]:
            yield "every", "*"
        elif match["place"] is not None:
            yield "place", int(match["place"])
        else:
            yield "name", (match["name"] or match["single"] or match["double"]).strip()


def _child(spot: Spot, wanted: str | int) -> Spot | None:
    value = spot.value
    if isinstance(value, dict):
        return Spot(value[wanted], wanted, spot) if wanted in value else None
    if isinstance(value, list) and isinstance(wanted, int) and -len(value) <= wanted < len(value):
        return Spot(value[wanted], wanted, spot)
    return None


def _children(spot: Spot) -> Iterator[Spot]:
    if isinstance(spot.value, dict):
        for name, value in spot.value.items():
            yield Spot(value, name, spot)
    elif isinstance(spot.value, list):
        for place, value in enumerate(spot.value):
            yield Spot(value, place, spot)
