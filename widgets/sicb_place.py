"""Where everything of the short interval control board stands, in u from the top left of the page's content.

Wide: one storey a row. Narrow (portrait): figures above, the gap, its reasons and the review below. What does not fit
is dropped by width: first the path, then the cumulative column, then the bars of the gap; nothing shrinks.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from widgets.sicb_row import Row, Summary

NARROW_BELOW_U: Final = 1200.0
CUMULATIVE_FROM_U: Final = 1840.0
PATH_FROM_U: Final = 1840.0
GAP_FROM_U: Final = 1560.0

WIDE_ROWS_TOP_U: Final = 211.0
NARROW_ROWS_TOP_U: Final = 308.0
ROW_U: Final = 146.0
ROW_LEAST_U: Final = 104.0
ROW_MOST_U: Final = 180.0
NARROW_ROW_LEAST_U: Final = 184.0
NARROW_ROW_MOST_U: Final = 292.0
SUMMARY_U: Final = 62.0
ROW_INSET_U: Final = 1.0
TOTAL_U: Final = 146.0
TOTAL_LEAST_U: Final = 124.0
NARROW_TOTAL_U: Final = 208.0
STORIES_U: Final = 240.0
UPPER_SHARE: Final = 0.54
"""The two storeys of a narrow row, around its middle, and the share of them for its figures."""
STAMP_U: Final = 206.0
TRAY_U: Final = 152.0
FIGURES: Final = ("interval", "plan", "actual", "delta", "cumulative")
STORIES: Final = ("gap", "reasons", "review")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Left and right edges to which the columns are aligned, in u; None: the column is dropped."""

    interval_left: float = 52.0
    plan_right: float = 386.0
    actual_right: float = 618.0
    chip_left: float = 640.0
    delta_right: float = 868.0
    cumulative_right: float | None = 1024.0
    gap_left: float | None
    reasons_left: float
    review_left: float
    right: float

    @property
    def bar_room(self) -> float:
        """Return how long the longest gap is drawn, with its question mark beside it."""
        return self.reasons_left - (self.gap_left or 0.0) - 49.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A row's top and height in u."""

    top: float
    height: float
    summary: bool = False

    @property
    def bottom(self) -> float:
        """Return where the next row begins."""
        return self.top + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The arrangement of a page of that size: columns, a band for each row, and one for the shift."""

    width: float
    height: float
    narrow: bool
    columns: Columns
    rows: tuple[Band, ...]
    total: Band

    @property
    def head_base(self) -> float:
        """Return the baseline of the names of the columns."""
        return 290.0 if self.narrow else 193.3

    @property
    def rows_top(self) -> float:
        """Return where the first row begins."""
        return NARROW_ROWS_TOP_U if self.narrow else WIDE_ROWS_TOP_U

    @property
    def has_path(self) -> bool:
        """Tell whether there is room for the small picture of the gap."""
        return self.narrow or self.width >= PATH_FROM_U

    @property
    def deadline_left(self) -> float:
        """Return where the last recoverable moment stands."""
        if self.narrow:
            return 640.0
        return self.width - (784.0 if self.has_path else 390.0)

    @property
    def path(self) -> tuple[float, float, float, float]:
        """Return left, top, width and height of the small picture's lines."""
        return self.width - 374.0, (36.0 if self.narrow else 48.0), 334.0, 81.0


def is_narrow(width_u: float) -> bool:
    """Tell whether a page of that width has two storeys a row."""
    return width_u < NARROW_BELOW_U


def room_of(width_u: float, height_u: float, count: int, touch_u: float = 0.0) -> int:
    """Return how many intervals get a row of their own on a page of that size; no row is lower than `touch_u`."""
    narrow = is_narrow(width_u)
    least = max(NARROW_ROW_LEAST_U if narrow else ROW_LEAST_U, touch_u)
    free = _free(width_u, height_u, tight=True)
    if count * least <= free and (narrow or count <= 5):
        return count
    room = int((free - summary_u(touch_u)) // least)
    return max(1, min(room, 5))


def summary_u(touch_u: float) -> float:
    """Return the height of the row that sums up, in u: a finger must find it."""
    return max(SUMMARY_U, touch_u + 2 * ROW_INSET_U)


def plan_of(width_u: float, height_u: float, rows: tuple[Row, ...], touch_u: float = 0.0) -> Plan:
    """Return the arrangement for these rows; heights depend on how many there are, not on what they say."""
    summary = summary_u(touch_u)
    narrow = is_narrow(width_u)
    summaries = sum(isinstance(row, Summary) for row in rows)
    full = max(1, len(rows) - summaries)
    loose = _free(width_u, height_u, tight=False) - summaries * summary
    tight = not narrow and full * (ROW_U if summaries else ROW_LEAST_U) > loose
    free = _free(width_u, height_u, tight=tight) - summaries * summary
    most = NARROW_ROW_MOST_U if narrow else ROW_MOST_U
    pitch = min(most, free / full)
    top = NARROW_ROWS_TOP_U if narrow else WIDE_ROWS_TOP_U
    bands = []
    for row in rows:
        band = Band(top=top, height=summary if isinstance(row, Summary) else pitch, summary=isinstance(row, Summary))
        bands.append(band)
        top = band.bottom
    total = _total_u(narrow=narrow, tight=tight)
    return Plan(
        width=width_u,
        height=height_u,
        narrow=narrow,
        columns=_columns(width_u),
        rows=tuple(bands),
        total=Band(top=height_u - total, height=total),
    )


def head_places(plan: Plan, need_px: float, scale: float) -> dict[str, QRectF]:
    """Return the places of the top's cells, in pixels; the sentence follows the headline, so many pixels wide."""
    need_right = 40 + need_px / scale
    if plan.narrow:
        places = {
            "need": _rect(24, 8, 694, 150, scale),
            "sentence": _rect(40, 122, plan.deadline_left - 24, 250, scale),
            "deadline": _rect(plan.deadline_left - 8, 122, plan.width - 24, 262, scale),
        }
    else:
        deadline_right = plan.path[0] - 8 if plan.has_path else plan.width - 24
        places = {
            "need": _rect(24, 8, need_right + 10, 150, scale),
            "sentence": _rect(need_right + 39, 20, max(need_right + 40, plan.deadline_left - 20), 150, scale),
            "deadline": _rect(plan.deadline_left - 8, 20, deadline_right, 162, scale),
        }
    if plan.has_path:
        left, top, width, tall = plan.path
        places["path"] = _rect(left - 10, top - 36, left + width + 12, top + tall + 44, scale)
    return places


def cells_of(plan: Plan, index: int, *, scale: float) -> dict[str, QRectF]:
    """Return the places of a row's cells by column, in pixels; `scale` is pixels per u."""
    band, columns = plan.rows[index], plan.columns
    places = {"row": _rect(24, band.top + ROW_INSET_U, plan.width - 24, band.bottom - ROW_INSET_U, scale)}
    if plan.narrow and not band.summary:
        tall = min(band.height, STORIES_U)
        top = band.top + (band.height - tall) / 2
        middle = top + tall * UPPER_SHARE
        places.update(_figure_cells(plan, top, middle, scale))
        places.update(_story_cells(columns, middle, top + tall - 6, scale))
        return places
    places.update(_figure_cells(plan, band.top, band.bottom, scale))
    if plan.narrow:
        del places["delta"], places["cumulative"]
        places["gap"] = _rect(702, band.top + 3, plan.width - 30, band.bottom - 3, scale)
        return places
    places.update(_story_cells(columns, band.top, band.bottom, scale))
    return places


def total_cells(plan: Plan, *, scale: float) -> dict[str, QRectF]:
    """Return the places of the shift's cells, in pixels."""
    band = plan.total
    middle = band.top + (104 if plan.narrow else band.height - 6)
    figures = _figure_cells(plan, band.top, middle, scale)
    tray_left = plan.columns.delta_right + 16
    places = {f"total-{name}": rect for name, rect in figures.items() if name != "cumulative"}
    places["tray"] = _rect(tray_left, band.top + 6, tray_left + TRAY_U, middle - 2 if plan.narrow else middle, scale)
    if plan.narrow:
        places["total-bar"] = _rect(plan.columns.interval_left - 10, middle, plan.width - 24, band.bottom - 6, scale)
        return places
    after_tray = tray_left + TRAY_U + 16 if plan.columns.cumulative_right is None else 0.0
    bar_left = max(plan.columns.gap_left or plan.columns.reasons_left, after_tray)
    places["total-bar"] = _rect(bar_left - 10, band.top + 3, plan.width - 24, band.bottom - 6, scale)
    return places


def _free(width_u: float, height_u: float, *, tight: bool) -> float:
    """Return the height for rows."""
    narrow = is_narrow(width_u)
    top = NARROW_ROWS_TOP_U if narrow else WIDE_ROWS_TOP_U
    return max(0.0, height_u - top - _total_u(narrow=narrow, tight=tight))


def _total_u(*, narrow: bool, tight: bool) -> float:
    if narrow:
        return NARROW_TOTAL_U
    return TOTAL_LEAST_U if tight else TOTAL_U


def _columns(width_u: float) -> Columns:
    right = width_u - 40
    if is_narrow(width_u):
        return Columns(gap_left=52.0, reasons_left=420.0, review_left=right - STAMP_U, right=right)
    cumulative = width_u >= CUMULATIVE_FROM_U
    left = 1066.0 if cumulative else 910.0
    stamp = STAMP_U if width_u >= GAP_FROM_U else 160.0
    has_gap = width_u >= GAP_FROM_U
    return Columns(
        cumulative_right=1024.0 if cumulative else None,
        gap_left=left if has_gap else None,
        reasons_left=left + 0.37 * (right - left) if has_gap else left,
        review_left=right - stamp,
        right=right,
    )


def _figure_cells(plan: Plan, top: float, bottom: float, scale: float) -> dict[str, QRectF]:
    columns = plan.columns
    edges = {
        "interval": (36.0, 250.0),
        "plan": (250.0, columns.plan_right + 10),
        "actual": (columns.plan_right + 10, columns.chip_left + 60),
        "delta": (columns.chip_left + 60, columns.delta_right + 8),
    }
    if columns.cumulative_right is not None:
        edges["cumulative"] = (columns.delta_right + 8, columns.cumulative_right + 14)
    return {name: _rect(left, top + 3, right, bottom - 3, scale) for name, (left, right) in edges.items()}


def _story_cells(columns: Columns, top: float, bottom: float, scale: float) -> dict[str, QRectF]:
    edges = {
        "reasons": (columns.reasons_left - 8, columns.review_left - 8),
        "review": (columns.review_left - 6, columns.right + 6),
    }
    if columns.gap_left is not None:
        edges["gap"] = (columns.gap_left - 10, columns.reasons_left - 8)
    return {name: _rect(left, top + 3, right, bottom - 3, scale) for name, (left, right) in edges.items()}


def _rect(left: float, top: float, right: float, bottom: float, scale: float) -> QRectF:
    return QRectF(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale)
