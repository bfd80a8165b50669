"""What the one row says that sums up the intervals without a row of their own."""

from board.views.mark import Judgement
from board.views.sicb import ReviewState
from widgets import words
from widgets.sicb_face import ActualFace, Face, FigureFace, GapFace, LabelFace, ReasonFace, ReviewFace, RowFace
from widgets.sicb_row import Summary
from widgets.sicb_say import Sheet, delta_colour, figure
from widgets.words import plural, translate

LABEL_U = 40
FIGURE_U = 34


def _total(counts: list[int | None]) -> int | None:
    """Return the sum of what is known, or None where nothing is."""
    known = [count for count in counts if count is not None]
    return sum(known) if known else None


def summary_faces(row: Summary, sheet: Sheet) -> dict[str, Face]:
    """Return what every cell of the row shows, by column."""
    main, sizes = row.main, sheet.sizes
    plan, actual = _total([one.plan for one in main]), _total([one.actual for one in main])
    delta = _total([one.delta for one in main])
    closed = bool(row.earlier)
    return {
        "row": RowFace(),
        "interval": LabelFace(
            label=words.span_label(main[0].starts, main[-1].ends), colour="text2" if closed else "futOn", size_u=LABEL_U
        ),
        "plan": FigureFace(
            figure=figure(plan), size_u=min(sizes.plan, FIGURE_U), colour="text2" if closed else "futOn"
        ),
        "actual": ActualFace(
            figure=figure(actual) if closed else "", size_u=min(sizes.actual, LABEL_U), weight=600, mark=row.mark
        ),
        "delta": FigureFace(
            figure=words.signed(delta) if closed and delta is not None else "",
            size_u=min(sizes.delta, FIGURE_U),
            weight=600,
            colour=delta_colour(delta, row.mark.judgement),
        ),
        "cumulative": FigureFace(figure="", size_u=sizes.cumulative),
        "gap": GapFace(words=_summary_words(row), colour="text2"),
        "reasons": ReasonFace(words=_unexplained_words(row), colour="text2"),
        "review": ReviewFace(state=ReviewState.NOT_YET, first=_later_words(row)),
    }


def _summary_words(row: Summary) -> str:
    """Return how many intervals stand in the row, and how many of them missed."""
    if not row.earlier:
        count = len(row.later)
        return plural("{n} interval to come", "{n} intervals to come", count).format(n=count)
    missed = sum(one.mark.judgement is Judgement.MISS for one in row.earlier)
    if len(row.earlier) == 1:
        return translate("board", "1 earlier interval")
    count = len(row.earlier)
    said = plural("{n} interval", "{n} intervals", count)
    if missed:
        said = plural("{n} interval, {missed} missed", "{n} intervals, {missed} missed", count)
    return said.format(n=count, missed=missed)


def _unexplained_words(row: Summary) -> str:
    if not row.unexplained:
        return ""
    return translate("board", "{n} not explained").format(n=words.number(row.unexplained))


def _later_words(row: Summary) -> str:
    if not (row.earlier and row.later):
        return ""
    return translate("board", "then {n} more").format(n=len(row.later))
