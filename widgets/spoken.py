"""A painted cell as somebody meets it who does not see it: where it is, what it says, whether it can be pressed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

NEAR_PX = 1.0
"""How far a rectangle may stand out of the one that holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One cell in words. `press`: a touch on it does something; `chosen` and `dim` are how it looks now."""

    name: str
    rect: QRectF
    words: str
    press: bool = False
    chosen: bool = False
    dim: bool = False


def nested(cells: Sequence[Spoken]) -> dict[str, str | None]:
    """Return for each cell the name of the smallest one with a press that holds it, None for those on the ground."""
    boxes = {cell.name: _box(cell.rect) for cell in cells}
    holders = sorted((cell for cell in cells if cell.press), key=lambda cell: _area(boxes[cell.name]))
    found: dict[str, str | None] = {}
    for cell in cells:
        box, area = boxes[cell.name], _area(boxes[cell.name])
        found[cell.name] = next(
            (
                one.name
                for one in holders
                if one is not cell
                and (_area(boxes[one.name]) > area or not cell.press)
                and _holds(boxes[one.name], box)
            ),
            None,
        )
    return found


_Box = tuple[float, float, float, float]


def _box(rect: QRectF) -> _Box:
    return rect.left(), rect.top(), rect.right(), rect.bottom()


def _area(box: _Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _holds(outer: _Box, inner: _Box) -> bool:
    return (
        outer[0] <= inner[0] + NEAR_PX
        and outer[1] <= inner[1] + NEAR_PX
        and outer[2] >= inner[2] - NEAR_PX
        and outer[3] >= inner[3] - NEAR_PX
    )
