"""Sizes, type scale, timings and the names of colours, as data; lengths are in u, 1/1080 of the shorter side."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

Token = Literal[
    "bg", "panel", "raised", "press", "well", "line", "line2",
    "text", "text2", "text3",
    "good", "goodOn", "goodMark", "goodLine",
    "miss", "missOn", "missLine",
    "watch", "watchOn", "watchLine",
    "off", "offOn", "ghost", "futLine", "futOn", "nrHatch", "nrLine",
    "ring", "focus", "info", "neutral", "neutralOn", "neutral2", "neutral2On", "track",
]  # fmt: skip
"""A colour by its meaning."""

TOKENS: Final[tuple[Token, ...]] = get_args(Token)

HatchKind = Literal["good", "miss", "watch", "unrecorded", "unexplained", "none"]
"""A striped surface: an open period by its judgement, a period nobody entered, a gap nobody explained."""


@dataclass(frozen=True, slots=True)
class TypeSize:
    """One step of the type scale: size and tracking in u, weight 500 to 700."""

    size_u: float
    weight: int = 500
    tracking_u: float = 0.0


@dataclass(frozen=True, slots=True)
class Hatch:
    """Stripes at 45 degrees: stripe and pitch across the stripe, in u; how far each mixes towards the ground."""

    colour: Token
    stripe_u: float
    pitch_u: float
    stripe_mix: float
    gap_mix: float
    ground: Token = "bg"


FLOOR_U: Final = 20.0
"""Nothing is ever set smaller than this."""

DISPLAY: Final = TypeSize(172, 700, -4)
HEADLINE: Final = TypeSize(106, 700, -2)
STATUS: Final = TypeSize(62, 700)
STRONG: Final = TypeSize(52, 600)
TITLE: Final = TypeSize(40, 600)
CARD: Final = TypeSize(34, 600)
BODY_PLUS: Final = TypeSize(28, 600)
BODY: Final = TypeSize(24, 500)
SMALL: Final = TypeSize(21, 500)

MARGIN_U: Final = 40.0
GUTTER_U: Final = 20.0
HEADER_U: Final = 80.0
FOOTER_U: Final = 56.0
PROGRESS_U: Final = 3.0
HAIRLINE_U: Final = 2.0
DASHED_FRAME_U: Final = 4.0
DASHED_FRAME: Final = (22.0, 14.0)

CHIP_U: Final = 52.0
LEGEND_CHIP_U: Final = 26.0
CHIP_RADIUS: Final = 0.18
"""Of a chip's side."""
CARD_RADIUS_U: Final = 12.0
BUTTON_RADIUS_U: Final = 14.0
BAR_RADIUS_U: Final = 4.0

ICON_GRID: Final = 24.0
ICON_STROKE: Final = 2.2
MARK_STROKE: Final = 3.4
MARK_OUTLINE: Final = 8.5
"""Widths of strokes on the icon grid."""
MARK_SHARE: Final = 0.66
"""Of a chip's side that its mark takes."""
FIGURE_OUTLINE_U: Final = 5.0
FIGURE_DROP: Final = 0.36
"""Baseline below the centre of a cell, of the font size."""

HATCHES: Final[dict[HatchKind, Hatch]] = {
    "good": Hatch("goodLine", 3.2, 9.0, 0.45, 0.80),
    "miss": Hatch("miss", 5.0, 10.0, 0.0, 0.72),
    "watch": Hatch("watch", 5.0, 10.0, 0.0, 0.72),
    "unrecorded": Hatch("nrHatch", 3.2, 9.0, 0.0, 1.0, "panel"),
    "unexplained": Hatch("missLine", 3.2, 9.0, 0.5, 1.0),
    "none": Hatch("futLine", 3.2, 9.0, 0.0, 0.80),
}

QUIET_S: Final = 30.0
"""A panel closes after this long without a touch."""
UNDO_S: Final = 8.0
HOLD_S: Final = 0.8
SECOND_TOUCH_S: Final = 0.25
PRESS_OUT_MS: Final = 80
SLIDE_MS: Final = 140
CROSSFADE_MS: Final = 160
