"""The icons as paths on a grid of 24, turned once into painter paths."""

import re
from functools import cache
from math import acos, atan2, degrees, hypot, pi, sqrt
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

PATHS: Final[dict[str, str]] = {
    "tick": "M4.5 12.8 L9.6 18 L19.5 6.5",
    "cross": "M6 6 L18 18 M18 6 L6 18",
    "dash": "M5 12 H19",
    "query": "M8 9a4 4 0 1 1 5.6 3.7c-1 .5-1.6 1.2-1.6 2.3v.6 M12 19.4v.1",
    "flag": "M6 21V4 M6 4.3L20 8.8 6 13.3z",
    "clock": "M12 3.5a8.5 8.5 0 1 0 .01 0z M12 7.5V12l3.2 2",
    "person": "M12 4.2a3.6 3.6 0 1 0 .01 0z M4.8 20c.5-4 3.4-6 7.2-6s6.7 2 7.2 6",
    "up": "M12 20V5 M5.5 11 L12 4.5 L18.5 11",
    "down": "M12 4V19 M5.5 13 L12 19.5 L18.5 13",
    "right": "M4 12H19 M13 6l6 6-6 6",
    "left": "M20 12H5 M11 6l-6 6 6 6",
    "back": "M14.5 5 L7.5 12 L14.5 19",
    "chev": "M9.5 5 L16.5 12 L9.5 19",
    "undo": "M8.5 5 L4 9.5 L8.5 14 M4.5 9.5H14.5a5 5 0 0 1 0 10H9",
    "plus": "M12 5V19 M5 12H19",
    "stop": "M7 7h10v10H7z",
    "play": "M8 5.5v13l10-6.5z",
    "pause": "M9 5.5v13 M15 5.5v13",
    "link": "M4 12h16 M8 8l-4 4 4 4 M16 8l4 4-4 4",
    "offline": "M4 4l16 16 M6.5 9.5a9 9 0 0 1 3-1.8 M17.5 9.5a9 9 0 0 0-3.5-2 M9 13.2a5 5 0 0 1 2-1 M12 18v.1",
    "wifi": "M4 9.5a12 12 0 0 1 16 0 M7 13a7.5 7.5 0 0 1 10 0 M12 17.5v.1",
    "inbox": "M4 13l2.5-8h11L20 13v6H4z M4 13h5l1 2.5h4l1-2.5h5",
    "ret": "M19 5v6a4 4 0 0 1-4 4H5 M9.5 10.5 L5 15 L9.5 19.5",
    "labeller": "M9 3h6v3l1.5 3V21H7.5V9L9 6z M7.5 12.5h9 M7.5 17h9",
    "filler": "M5 4h14 M12 4v4 M9 8h6l-1 3h-4z M12 14v.1 M12 17v.1 M8 21h8",
    "caps": "M6.5 5.5h11a2 2 0 0 1 2 2v6.5h-15v-6.5a2 2 0 0 1 2-2z M4.5 18h15 M8.5 8.5v5.5 M12 8.5v5.5 M15.5 8.5v5.5",
    "palletiser": "M4 20h16 M6 16h5v4H6z M13 16h5v4h-5z M9.5 11.5h5V16h-5z M12 3v5 M9.5 8h5",
    "changeover": "M5 9a7.5 7.5 0 0 1 13.5-1 M19 4v4.5h-4.5 M19 15a7.5 7.5 0 0 1-13.5 1 M5 20v-4.5h4.5",
    "quality": "M10.5 4a6.5 6.5 0 1 0 .01 0z M15.3 15.3 L20 20 M7.8 10.6l2 2 3.5-4",
    "crew": "M8.5 5.5a2.9 2.9 0 1 0 .01 0z M3 19c.3-3.4 2.5-5.2 5.5-5.2S13.7 15.6 14 19"
    " M16 6.5a2.5 2.5 0 1 1 0 5 M17 14.2c2.3.3 3.7 2 4 4.8",
    "other": "M6.2 12a.7.7 0 1 1-1.4 0a.7.7 0 1 1 1.4 0 M12.7 12a.7.7 0 1 1-1.4 0a.7.7 0 1 1 1.4 0"
    " M19.2 12a.7.7 0 1 1-1.4 0a.7.7 0 1 1 1.4 0",
    "pareto": "M4 20V6h4v14 M10 20v-9h4v9 M16 20v-5h4v5",
    "house": "M4 11.5 L12 4.5 L20 11.5 M6.5 10v9.5h11V10",
    "pen": "M5 19l1-4L16.5 4.5l3 3L9 18z",
    "eye": "M3 12c2-4 5-6 9-6s7 2 9 6c-2 4-5 6-9 6s-7-2-9-6z M12 9.5a2.5 2.5 0 1 0 .01 0z",
    "alert": "M12 4L21 19.5H3z M12 10v4.5 M12 16.9v.1",
    "screen": "M3.5 5h17v11h-17z M8 20h8 M12 16v4",
    "globe": "M12 3.5a8.5 8.5 0 1 0 .01 0z M3.5 12h17 M12 3.5c3.6 3 3.6 14 0 17 M12 3.5c-3.6 3-3.6 14 0 17",
    "minus": "M5 12H19",
    "camera": "M4 8h4l1.5-2.5h5L16 8h4v11H4z M12 10a3.5 3.5 0 1 0 .01 0z",
    "print": "M7 9V4h10v5 M5 9h14v8h-3 M5 9v8h3 M8 14h8v6H8z",
}
"""SVG path data of every icon by name; strokes only, but for the flag."""

FILLED: Final = frozenset({"flag"})
FALLBACK: Final = "other"

_PIECE: Final = re.compile(r"[MLHVCSAZmlhvcsaz]|[-+]?(?:\d+\.?\d*|\.\d+)")
_ARGUMENTS: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7, "Z": 0}


@cache
def icon_path(name: str) -> QPainterPath:
    """Return the path of an icon on its grid of 24; a name nobody drew gets the one for "other"."""
    return _Reader(PATHS.get(name, PATHS[FALLBACK])).path


class _Reader:
    """Turns SVG path data into one painter path; arcs exactly, through their centre."""

    def __init__(self, data: str) -> None:
        self.path = QPainterPath()
        self._at = QPointF()
        self._handle = QPointF()  # the last control point, for smooth curves
        pieces = _PIECE.findall(data)
        letter = ""
        while pieces:
            if pieces[0].isalpha():
                letter = pieces.pop(0)
            count = _ARGUMENTS[letter.upper()]
            numbers, pieces = [float(piece) for piece in pieces[:count]], pieces[count:]
            self._step(letter, numbers)
            letter = {"M": "L", "m": "l"}.get(letter, letter)

    def _step(self, letter: str, numbers: list[float]) -> None:
        start = self._at if letter.islower() else QPointF()
        points = [start + QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=False)]
        match letter.upper():
            case "M":
                self.path.moveTo(points[0])
                self._at = points[0]
            case "L":
                self._line(points[0])
            case "H":
                self._line(QPointF(start.x() + numbers[0], self._at.y()))
            case "V":
                self._line(QPointF(self._at.x(), start.y() + numbers[0]))
            case "C":
                self._curve(points[0], points[1], points[2])
            case "S":
                self._curve(self._at * 2 - self._handle, points[0], points[1])
            case "A":
                self._arc(numbers, start + QPointF(numbers[5], numbers[6]))
            case _:
                self.path.closeSubpath()
                self._at = self.path.currentPosition()
        if letter.upper() not in "CS":
            self._handle = self._at

    def _line(self, end: QPointF) -> None:
        self.path.lineTo(end)
        self._at = end

    def _curve(self, first: QPointF, second: QPointF, end: QPointF) -> None:
        self.path.cubicTo(first, second, end)
        self._handle, self._at = second, end

    def _arc(self, numbers: list[float], end: QPointF) -> None:
        """Draw an arc of a circle or of an upright ellipse: the icons turn none (SVG 1.1, appendix F.6)."""
        rx, ry, _, large, sweep = numbers[:5]
        half = (self._at - end) / 2
        x, y = half.x() / rx, half.y() / ry
        reach = hypot(x, y)
        if reach > 1:
            rx, ry, x, y, reach = rx * reach, ry * reach, x / reach, y / reach, 1.0
        offset = sqrt(max(0.0, 1 / reach**2 - 1)) * (-1 if large == sweep else 1)
        cx, cy = offset * y, -offset * x
        begin = atan2(y - cy, x - cx)
        turn = acos(max(-1.0, min(1.0, (x - cx) * (-x - cx) + (y - cy) * (-y - cy))))
        turn = 2 * pi - turn if large else turn
        turn = turn if sweep else -turn
        middle = (self._at + end) / 2 + QPointF(cx * rx, cy * ry)
        box = QRectF(middle.x() - rx, middle.y() - ry, 2 * rx, 2 * ry)
        self.path.arcTo(box, -degrees(begin), -degrees(turn))
        self._at = end
