"""A sentence of plain and loud pieces, cut into lines that fit and painted in its colours."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from themes.qt import Look
from themes.token import Token
from widgets import ink
from widgets.letter_page_words import Run

Word = tuple[Run, ...]
"""Pieces without a space between them."""
Line = tuple[Word, ...]


def fit_runs(
    look: Look, runs: Sequence[Run], weight: int, width: float, sizes: Sequence[tuple[float, int]]
) -> tuple[float, tuple[Line, ...]]:
    """Return the first size, with its most lines, at which a sentence fits a width in pixels, and its lines.

    Where it fits at none, the last size is taken and its last line ends with an ellipsis.
    """
    words = _words(runs)
    for size, most in sizes:
        lines = _wrap(look, words, size, weight, width)
        if len(lines) <= most and all(_width(look, line, size, weight) <= width for line in lines):
            return size, _balanced(look, words, size, weight, width)
    size, most = sizes[-1]
    lines = _wrap(look, words, size, weight, width)
    rest = " ".join(_plain(line) for line in lines[most - 1 :])
    last = ink.elided(look, rest, size, weight, width)
    kept = tuple(_cut(look, line, size, weight, width) for line in lines[: most - 1])
    return size, (*kept, ((Run(last),),))


def paint_line(painter: QPainter, look: Look, line: Line, at: QPointF, size: float, *, stale: bool) -> None:
    """Paint one line; what is loud in the colour of a miss, all of it thin and grey where it is old.

    Words of one colour are painted as one, because the words of some scripts run the other way.
    """
    weight, left = 500 if stale else 700, at.x()
    space = ink.text_width(look, " ", size, weight)
    for run in _joined(line):
        token: Token = "text3" if stale else "missLine" if run.loud else "text"
        words = run.text.lstrip(" ")
        left += space * (len(run.text) - len(words))
        left += ink.text(painter, look, left, at.y(), words, size, weight, token)


def _joined(line: Line) -> tuple[Run, ...]:
    """Return the pieces of a line with the spaces between its words, as few as there are changes of colour."""
    pieces: list[Run] = []
    for number, word in enumerate(line):
        for place, run in enumerate(word):
            text = f" {run.text}" if number and not place else run.text
            if pieces and pieces[-1].loud == run.loud:
                pieces[-1] = Run(pieces[-1].text + text, loud=run.loud)
            else:
                pieces.append(Run(text, loud=run.loud))
    return tuple(pieces)


def _words(runs: Sequence[Run]) -> tuple[Word, ...]:
    """Return the words of a sentence; one that goes on from a plain piece into a loud one stays one."""
    words: list[list[Run]] = [[]]
    for run in runs:
        for number, piece in enumerate(run.text.split(" ")):
            if number:
                words.append([])
            if piece:
                words[-1].append(Run(piece, loud=run.loud))
    return tuple(tuple(word) for word in words if word)


def _wrap(look: Look, words: Sequence[Word], size: float, weight: int, width: float) -> tuple[Line, ...]:
    lines: list[list[Word]] = []
    for word in words:
        if lines and _width(look, (*lines[-1], word), size, weight) <= width:
            lines[-1].append(word)
        else:
            lines.append([word])
    return tuple(tuple(line) for line in lines)


def _balanced(look: Look, words: Sequence[Word], size: float, weight: int, width: float) -> tuple[Line, ...]:
    """Return as many lines as the width wants, none of them much shorter than the others."""
    best = _wrap(look, words, size, weight, width)
    for share in range(95, 45, -5):
        lines = _wrap(look, words, size, weight, width * share / 100)
        if len(lines) > len(best) or any(_width(look, line, size, weight) > width for line in lines):
            break
        best = lines
    return best


def _cut(look: Look, line: Line, size: float, weight: int, width: float) -> Line:
    """Return a line that is no wider than the room; one long word ends with an ellipsis."""
    if _width(look, line, size, weight) <= width:
        return line
    return ((Run(ink.elided(look, _plain(line), size, weight, width)),),)


def _width(look: Look, line: Sequence[Word], size: float, weight: int) -> float:
    words = sum(ink.text_width(look, run.text, size, weight) for word in line for run in word)
    return words + ink.text_width(look, " ", size, weight) * (len(line) - 1)


def _plain(line: Line) -> str:
    return " ".join("".join(run.text for run in word) for word in line)
