"""Where everything stands on the bowling chart: one storey a KPI on a wide page, two on an upright one; in u."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from themes.token import MARGIN_U

MONTHS: Final = 12
ROW_U: Final = 72.8
"""Twelve KPIs fill a wide page, and leave room for the frame of stale data."""
HEAD_U: Final = 61.0
STACKED_ROW_U: Final = 132.0
STACKED_HEAD_U: Final = 100.0
HEAD_STOREY_U: Final = 50.0
STACKED_BELOW_U: Final = 1600.0
"""A page narrower than this has the months of a KPI under its name."""
STOREY_U: Final = 60.0
"""How far under its name the months of a KPI begin there."""
OWNER_FROM_U: Final = 1840.0
"""From this width the owner has a column of its own, else a place beside the unit."""
USUAL_U: Final = 1920.0
LETTER_U: Final = 44.0
PITCH_U: Final = 85.0
GAP_U: Final = 5.0
BEFORE_U: Final = 0.5
"""Of the gap beside a cell, what belongs to it at its left; a flag flies over the rest."""
PLAN_U: Final = 20.0
CELL_TOP_U: Final = 32.0
CELL_TALL_U: Final = 36.0
YEAR_U: Final = 92.0
ALARM_U: Final = 152.0
RUN_U: Final = 108.0
"""What a run of misses takes of the second line; without one the line is the name's."""
START_U: Final = 70.0
TREND_LEAST_U: Final = 90.0
TREND_U: Final = 181.0
NAME_LEAST_U: Final = 240.0
NAME_U: Final = 240.0
OWNER_U: Final = 135.0

Reach = tuple[float, float]
"""Left and right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The arrangement of a page: what stands between which edges. None: there is no room for it, and it is left out."""

    stacked: bool
    head: float
    row: float
    right: float  # where rules end
    name: Reach
    owner: Reach | None
    start: Reach
    months: float  # left edge of the first
    pitch: float
    year: Reach
    year_plan: Reach | None  # beside the cell rather than over it
    trend: Reach | None

    @property
    def cell(self) -> float:
        """Return the width of a month's cell."""
        return self.pitch - GAP_U

    @property
    def storey(self) -> float:
        """Return how far under the top of a row its months begin."""
        return STOREY_U if self.stacked else 0.0

    def month(self, number: int) -> float:
        """Return the left edge of a month's cell."""
        return self.months + number * self.pitch

    def panel(self, number: int | None) -> Reach | None:
        """Return the edges of the panel on which a month stands, or None where there is no such month."""
        left = self.month(number or 0) - GAP_U / 2
        return None if number is None else (left, left + self.pitch)

    def rows_in(self, height_u: float) -> int:
        """Return how many rows fit under the head on a page of that height."""
        return max(1, int((height_u - self.head + 0.5) // self.row))


def columns_of(width_u: float) -> Columns:
    """Return the arrangement of a page of that width."""
    if width_u < STACKED_BELOW_U:
        return _stacked(width_u)
    return _wide(width_u) if width_u >= OWNER_FROM_U else _tight(width_u)


def head_places(columns: Columns) -> dict[str, QRectF]:
    """Return the places of what stands over the columns."""
    first = HEAD_STOREY_U if columns.stacked else columns.head
    top, bottom = (HEAD_STOREY_U, columns.head) if columns.stacked else (12.0, columns.head)
    places = {
        "name": _between(columns.name, 2, first - 4),
        "start": _between(columns.start, 2, first - 4),
        "year": _between(columns.year, 2, first - 4),
    }
    if columns.owner is not None:
        places["owner"] = _between(columns.owner, 2, first - 4)
    if columns.trend is not None:
        places["trend"] = _between(columns.trend, 2, first - 4)
    if columns.year_plan is not None:
        places["plan"] = _between(columns.year_plan, 2, first - 4)
    for number in range(MONTHS):
        left = columns.month(number) - GAP_U / 2
        places[str(number)] = QRectF(left, top, columns.pitch, bottom - top - 2)
    return places


def row_places(columns: Columns, top: float) -> dict[str, QRectF]:
    """Return the places of the parts of a row whose top is there, each a little inside the rules around it."""
    first = columns.storey or columns.row
    tall, line = first - 3, 32.0 if columns.stacked else 36.0
    second, rest = top + 3 + line, first - line - 3.5
    run_left = columns.start[1] - ALARM_U
    places = {
        "letter": QRectF(MARGIN_U - 2, top + 2, LETTER_U, tall),
        "name": _between(columns.name, top + 2, line),
        "unit": _between((columns.name[0], run_left - 8), second, rest),
        "start": _between(columns.start, top + 2, line),
        "run": _between((run_left, columns.start[1]), second, rest),
    }
    if columns.owner is not None:
        places["owner"] = _between(columns.owner, top + 2, line)
    if columns.stacked and columns.year_plan is not None:
        left = columns.year_plan[0]
        places["year"] = QRectF(left, top + 2, columns.year[1] - left + GAP_U - BEFORE_U, tall)
    else:
        places["year"] = QRectF(columns.year[0] - BEFORE_U, top + 2, columns.year[1] - columns.year[0] + GAP_U, tall)
    if columns.trend is not None:
        places["trend"] = _between((columns.trend[0] - 4, columns.trend[1]), top + 2, tall)
    months = top + columns.storey
    for number in range(MONTHS):
        left = columns.month(number) - BEFORE_U
        places[str(number)] = QRectF(left, months + 2, columns.pitch, columns.row - columns.storey - 3.5)
    return places


def _wide(width: float) -> Columns:
    """Return the arrangement of the picture; a wider page gives each of its parts more room."""
    more = width - USUAL_U
    name = NAME_U + min(230.0, max(0.0, more) * 0.25)
    owner = OWNER_U + min(120.0, max(0.0, more) * 0.1)
    trend = TREND_U + min(140.0, max(0.0, more) * 0.2) + min(0.0, more)
    months = MARGIN_U + LETTER_U + name + 8 + owner + START_U + 12
    pitch = (width - MARGIN_U - trend - 27 - YEAR_U - 11 - months) / MONTHS
    name_left = MARGIN_U + LETTER_U
    year = months + MONTHS * pitch + 11
    owner_left = name_left + name + 8
    return Columns(
        stacked=False, head=HEAD_U, row=ROW_U, right=width - MARGIN_U,
        name=(name_left, name_left + name), owner=(owner_left, owner_left + owner),
        start=(owner_left + owner, owner_left + owner + START_U), months=months, pitch=pitch,
        year=(year, year + YEAR_U), year_plan=None, trend=(year + YEAR_U + 27, width - MARGIN_U),
    )  # fmt: skip


def _tight(width: float) -> Columns:
    """Return the arrangement without a column of owners, and without trends where the names need the room."""
    name_left = MARGIN_U + LETTER_U
    free = width - name_left - START_U - 8 - 18 - MONTHS * PITCH_U - 11 - YEAR_U - MARGIN_U
    trend = min(TREND_U, free - NAME_LEAST_U - 27)
    has_trend = trend >= TREND_LEAST_U
    name = free - (trend + 27 if has_trend else 0.0)
    start = name_left + name + 8
    months = start + START_U + 18
    year = months + MONTHS * PITCH_U + 11
    return Columns(
        stacked=False, head=HEAD_U, row=ROW_U, right=width - MARGIN_U,
        name=(name_left, name_left + name), owner=None, start=(start, start + START_U), months=months,
        pitch=PITCH_U, year=(year, year + YEAR_U), year_plan=None,
        trend=(year + YEAR_U + 27, width - MARGIN_U) if has_trend else None,
    )  # fmt: skip


def _stacked(width: float) -> Columns:
    """Return the arrangement of two storeys: name, year and trend above, the months below."""
    more = width - 1080.0
    name_left, right = MARGIN_U + LETTER_U, width - MARGIN_U
    trend = right - TREND_U
    year = trend - 24 - YEAR_U
    plan = (year - 10 - 72, year - 10)
    start = plan[0] - 14
    owner_left = name_left + 346 + 0.6 * more
    return Columns(
        stacked=True, head=STACKED_HEAD_U, row=STACKED_ROW_U, right=right,
        name=(name_left, owner_left - 10), owner=(owner_left, start - START_U), start=(start - START_U, start),
        months=MARGIN_U, pitch=(width - 2 * MARGIN_U + GAP_U) / MONTHS,
        year=(year, year + YEAR_U), year_plan=plan, trend=(trend, right),
    )  # fmt: skip


def _between(reach: Reach, top: float, tall: float) -> QRectF:
    return QRectF(reach[0], top, reach[1] - reach[0], tall)
