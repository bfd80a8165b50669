"""The boards of intervals in words, for somebody who does not see them: what is painted, in the order it is read."""

from collections.abc import Hashable, Mapping

from board.views.sicb import SicbLines
from widgets.sicb_face import (
    ActualFace,
    DeadlineFace,
    EmptyFace,
    FigureFace,
    GapFace,
    LabelFace,
    NeedFace,
    ReasonFace,
    ReviewFace,
    SentenceFace,
    TotalFace,
)
from widgets.sicb_lines_face import LineFace, SquareFace
from widgets.sqcdp_face import mark_words
from widgets.words import span_label, translate

Faces = Mapping[str, Hashable]


def row_words(label: str, faces: Faces, index: int) -> str:
    """Return a row of intervals in words: its time, its state, its figures, its gap and its reasons."""
    cells = [faces.get(f"{column}:{index}") for column in ("actual", "plan", "delta", "gap", "reasons")]
    return _said(label, cells, faces.get(f"review:{index}"))


def shift_words(faces: Faces) -> str:
    """Return the row of the whole shift in words."""
    label = faces.get("total-interval")
    said = label.label if isinstance(label, LabelFace) else ""
    below = label.below if isinstance(label, LabelFace) else ""
    cells = [faces.get(f"total-{column}") for column in ("actual", "plan", "delta", "bar")]
    return _joined([_said(said, cells), below])


def head_words(face: Hashable) -> str:
    """Return a cell of the headline in words."""
    match face:
        case NeedFace():
            return _joined([" ".join((face.label, face.figure, face.unit)), face.stamp])
        case SentenceFace():
            return _joined([face.first, *face.parts])
        case DeadlineFace():
            return _joined([f"{face.label} {face.figure}", face.rest])
        case EmptyFace():
            return f"{face.title}. {face.words}"
    return ""


def line_words(face: LineFace) -> str:
    """Return the head of a line in words."""
    return _joined([face.name, face.need, face.note])


def cell_words(view: SicbLines, name: str, face: Hashable) -> str:
    """Return a cell of the board of several lines in words: a line, one of its intervals, or its shift."""
    kind, _, place = name.partition(":")
    if isinstance(face, LineFace):
        return line_words(face)
    if not isinstance(face, SquareFace):
        return ""
    node, _, column = place.rpartition(":") if kind == "square" else (place, "", "")
    line = next(line.name for line in view.lines if line.node == node)
    label = span_label(*view.column_labels[int(column)]) if column else translate("board", "shift")
    return square_words(line, label, face)


def square_words(line: str, column: str, face: SquareFace) -> str:
    """Return one interval of one line in words."""
    state = mark_words(face.mark) if face.mark is not None else ""
    if face.quiet and face.mark is None:
        state = translate("board", "to come") if face.plan else ""
    plan = f"{translate('board', 'plan')} {face.plan}" if face.plan else ""
    figure = f"{translate('board', 'actual')} {face.figure}" if face.figure not in {"", "?"} else ""
    said = _joined([state, figure, plan, face.delta])
    return f"{line}, {column}: {said}" if said else ""


def _said(label: str, cells: list[Hashable], review: Hashable = None) -> str:
    """Return a row of cells: state and count, plan, difference, gap, reasons, review."""
    actual, plan, delta, *rest = cells
    parts = []
    if isinstance(actual, ActualFace):
        parts += [_state(actual), _named("actual", actual.figure if actual.figure != "?" else ""), actual.note]
    if isinstance(plan, FigureFace):
        parts += [_named("plan", plan.figure), plan.below]
    if isinstance(delta, FigureFace):
        parts.append(_named("delta", delta.figure))
    for one in rest:
        parts += _details(one)
    if isinstance(review, ReviewFace):
        parts.append(" ".join(part for part in (review.first, review.second) if part))
    said = _joined(parts)
    return f"{label}: {said}" if said else label


def _details(face: Hashable) -> list[str]:
    match face:
        case GapFace() | TotalFace():
            return [face.words]
        case ReasonFace():
            return [face.words, *(" ".join(part for part in (line.name, line.right) if part) for line in face.lines)]
    return []


def _state(face: ActualFace) -> str:
    if face.off:
        return translate("board", "not worked")
    if face.future:
        return translate("board", "to come")
    return mark_words(face.mark) if face.mark is not None else ""


def _named(column: str, figure: str) -> str:
    names = {
        "actual": translate("board", "actual"),
        "plan": translate("board", "plan"),
        "delta": translate("board", "delta"),
    }
    return f"{names[column]} {figure}" if figure else ""


def _joined(parts: list[str]) -> str:
    return ", ".join(part for part in parts if part)
