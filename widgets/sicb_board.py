"""The whole board as faces by cell: its top, its rows, its shift; from a view, an age and the rows that have room."""

from typing import Final

from board.views.sicb import Sicb
from themes.qt import Look
from widgets import ink
from widgets.sicb_face import ActualFace, Face, FigureFace, GapFace, NeedFace, ReasonFace, SentenceFace
from widgets.sicb_head import empty_face, head_faces, total_faces
from widgets.sicb_place import Plan
from widgets.sicb_row import Row, Summary
from widgets.sicb_say import Age, Sheet, Sizes, interval_faces, scale_of
from widgets.sicb_summary import summary_faces

SIZES_U: Final = {
    "plan": ((46.0, 40.0, 34.0, 30.0), 136.0),
    "actual": ((64.0, 54.0, 46.0, 40.0), 222.0),
    "delta": ((54.0, 46.0, 40.0, 34.0), 166.0),
    "cumulative": ((40.0, 34.0, 30.0), 138.0),
}
"""Sizes of a column's figures and the room for them, in u: one size for the whole column."""


def faces_of(view: Sicb, age: Age, rows: tuple[Row, ...], plan: Plan, look: Look) -> dict[str, Face]:
    """Return what every cell of the board shows, by name: "actual:2" is the count of the third row."""
    if not view.intervals:
        return {"empty": empty_face(view)}
    faces = _build(view, age, rows, plan, Sizes())
    sizes = _fitting(faces, look)
    return faces if sizes == Sizes() else _build(view, age, rows, plan, sizes)


def spoken(faces: dict[str, Face]) -> str:
    """Return the headline as a sentence for a screen reader."""
    need, sentence = faces.get("need"), faces.get("sentence")
    said = f"{need.label} {need.figure} {need.unit}" if isinstance(need, NeedFace) else ""
    return f"{said} {sentence.first}" if isinstance(sentence, SentenceFace) else said


def _build(view: Sicb, age: Age, rows: tuple[Row, ...], plan: Plan, sizes: Sizes) -> dict[str, Face]:
    sheet = Sheet(view=view, age=age, sizes=sizes, scale=round(scale_of(view, plan.columns.bar_room), 3))
    faces: dict[str, Face] = dict(head_faces(view, age))
    for index, row in enumerate(rows):
        cells = summary_faces(row, sheet) if isinstance(row, Summary) else interval_faces(row, sheet)
        if plan.columns.gap_left is None:
            cells["reasons"] = _with_words(cells["reasons"], cells["gap"])
        faces.update({f"{column}:{index}": face for column, face in cells.items()})
    faces.update(total_faces(view, age, sizes))
    return faces


def _with_words(reasons: Face, gap: Face) -> Face:
    """Return the reasons, or where there are none the words of the gap, whose column is dropped."""
    if isinstance(reasons, ReasonFace) and isinstance(gap, GapFace) and reasons == ReasonFace() and not gap.has_bar:
        return ReasonFace(words=gap.words, colour=gap.colour)
    return reasons


def _fitting(faces: dict[str, Face], look: Look) -> Sizes:
    """Return the sizes at which the longest figure of each column fits."""
    longest: dict[str, str] = {}
    for name, face in faces.items():
        column = name.partition(":")[0].removeprefix("total-")
        if column in SIZES_U and isinstance(face, FigureFace | ActualFace) and face.size_u >= 40:
            longest[column] = max(longest.get(column, ""), face.figure, key=len)
    found = {
        column: ink.fitting_size(look, longest.get(column, ""), sizes, 700, look.px(room))
        for column, (sizes, room) in SIZES_U.items()
    }
    return Sizes(**found)
