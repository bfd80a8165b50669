"""All that one cell of the short interval control board shows, as values that can be compared."""

from dataclasses import dataclass

from board.views.mark import Mark
from board.views.sicb import ReviewState
from themes.token import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFace:
    """What lies under a row: nothing, or the band that says "now"."""

    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelFace:
    """An interval or the word for the shift; `now_u` is how far the running one has come, in u."""

    label: str
    colour: Token = "text"
    size_u: float = 52
    weight: int = 600
    now_u: int | None = None
    below: str = ""
    below_short: str = ""  # where there is no room for the other
    below_colour: Token = "text3"
    below_weight: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFace:
    """A plan, a difference or a cumulative difference, right-aligned; `below` is a smaller line under it."""

    figure: str
    size_u: float
    weight: int = 500
    colour: Token = "text2"
    below: str = ""
    struck: bool = False
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ActualFace:
    """What was made, its chip, and a note under it; one to come has an empty box, one not worked a flat one."""

    figure: str = ""
    size_u: float = 64
    weight: int = 700
    colour: Token = "text"
    mark: Mark | None = None
    note: str = ""
    future: bool = False
    off: bool = False
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GapFace:
    """The gap as a bar (quantities; `scale` is u per unit on every row), or words where there is none."""

    parts: tuple[int, ...] = ()
    rest: int = 0  # not explained
    surplus: int = 0  # explained beyond the gap
    ahead: int = 0
    over: bool = False  # so far ahead that the plan looks wrong: no extra green
    scale: float = 1.0
    open: bool = False  # still running: what is not explained is no fault yet
    words: str = ""
    size_u: float = 24
    weight: int = 500
    colour: Token = "text2"

    @property
    def has_bar(self) -> bool:
        """Tell whether there is a gap to draw."""
        return bool(self.parts or self.rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonLine:
    """A reason with its icon, and its minutes or quantity at the right."""

    icon: str
    name: str
    right: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonFace:
    """The reasons of a gap, an invitation to touch, or words."""

    lines: tuple[ReasonLine, ...] = ()
    tap: str = ""
    short_tap: str = ""  # where the first finds no room
    words: str = ""
    colour: Token = "text3"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFace:
    """The leader's stamp: not yet, due (hold to sign) or done."""

    state: ReviewState
    first: str
    second: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalFace:
    """The bar of the whole shift; shares from 0 to 1 in thousandths, None where there is no plan."""

    words: str
    made: int | None = None
    plan_now: int | None = None
    plan_now_words: str = ""
    to_go: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrayFace:
    """How many closed intervals wait for an explanation."""

    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedFace:
    """The headline; `stamp` is the time of the data once they are stale."""

    label: str
    figure: str
    unit: str
    stamp: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceFace:
    """What the headline means, in two lines."""

    first: str
    parts: tuple[str, ...] = ()  # of the second line; the last ones are dropped where there is no room


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineFace:
    """The last moment, or what else stands beside the headline."""

    label: str
    figure: str
    rest: str = ""
    colour: Token = "text"
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PathFace:
    """The small picture of the gap: points (thousandths of the shift, units), and where recovery must begin."""

    points: tuple[tuple[int, int], ...]
    recover_from: int | None = None
    label: str = ""
    best_end: int | None = None  # where the best way ends, once the plan is out of reach
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyFace:
    """Why there is no board."""

    title: str
    words: str


Face = (
    RowFace
    | LabelFace
    | FigureFace
    | ActualFace
    | GapFace
    | ReasonFace
    | ReviewFace
    | TotalFace
    | TrayFace
    | NeedFace
    | SentenceFace
    | DeadlineFace
    | PathFace
    | EmptyFace
)
