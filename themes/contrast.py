"""The rules of contrast that every theme keeps, and what a theme that breaks one should move where."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from themes.theme import STATUSES, Colour, Theme, contrast, grey, luminance, mix
from themes.token import Token

FAR: Final = 7.0
NEAR: Final = 4.5
APART: Final = 2.3
"""Between a met and a missed fill: in grey alone the misses can still be counted."""
WHITE: Final[Colour] = (255, 255, 255)
BLACK: Final[Colour] = (0, 0, 0)
STEPS: Final = 100
STALE_SPREAD: Final = 30
"""Between the strongest and the weakest channel of a colour without hue."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What stands on what, and the least ratio of WCAG 2."""

    above: Token
    below: Token
    least: float


_FROM_AFAR: Final[tuple[tuple[Token, Token], ...]] = (("text", "bg"), ("text2", "bg"), ("text", "well"))
_FROM_NEAR: Final[tuple[tuple[Token, Token], ...]] = (
    ("text", "panel"), ("text2", "panel"), ("text3", "bg"), ("text3", "panel"), ("text", "raised"),
    ("text2", "raised"), ("text3", "raised"), ("text", "press"), ("text2", "well"), ("text3", "well"),
    ("goodOn", "good"), ("missOn", "miss"), ("watchOn", "watch"), ("goodMark", "good"), ("offOn", "off"),
    ("futOn", "bg"), ("futOn", "panel"), ("missLine", "bg"), ("missLine", "panel"), ("missLine", "raised"),
    ("neutralOn", "neutral"), ("neutral2On", "neutral2"), ("text2", "track"), ("bg", "text"), ("miss", "bg"),
)  # fmt: skip
RULES: Final = (
    *(Rule(above, below, FAR) for above, below in _FROM_AFAR),
    *(Rule(above, below, NEAR) for above, below in _FROM_NEAR),
    Rule("miss", "good", APART),
)


def complaints(theme: Theme) -> tuple[str, ...]:
    """Return in sentences which rules a theme breaks, fresh or stale: the ratio, what it should be, and a way there."""
    return tuple(dict.fromkeys((*_broken(theme, RULES), *_broken(theme.stale(), RULES), *_others(theme))))


def _broken(theme: Theme, rules: Iterable[Rule]) -> Iterator[str]:
    where = f"theme {theme.name}{', stale' if theme.is_stale else ''}"
    for rule in rules:
        above, below = theme.colour(rule.above), theme.colour(rule.below)
        ratio = contrast(above, below)
        if ratio >= rule.least:
            continue
        said = f"{where}: {rule.above} ({written(above)}) on {rule.below} ({written(below)}) has a contrast of"
        said = f"{said} {ratio:.1f}:1, and needs {rule.least:g}:1"
        better = moved(above, below, rule.least)
        yield f"{said}; {rule.above} = {written(better)} would do" if better else f"{said}; move {rule.below} too"


def _others(theme: Theme) -> Iterator[str]:
    """Yield what is no ratio: that a miss flips the polarity, and that what is stale has no hue."""

    def light_on_dark(above: Token, below: Token) -> bool:
        return luminance(theme.colour(above)) > luminance(theme.colour(below))

    if light_on_dark("goodOn", "good") == light_on_dark("missOn", "miss"):
        yield (
            f"theme {theme.name}: figures on good and on miss are both lighter than their fill, or both darker; one of"
            " the two should be the other way round, for eyes that tell red from green badly"
        )
    stale = theme.stale()
    for token in STATUSES:
        colour = stale.colour(token)
        if max(colour) - min(colour) > STALE_SPREAD:
            said = f"theme {theme.name}, stale: {token} ({written(colour)}) still has a hue"
            yield f"{said}; {written(grey(colour))} has none"


def moved(above: Colour, below: Colour, least: float) -> Colour | None:
    """Return the nearest lighter or darker shade of a colour that stands out enough; None where there is none."""
    ends = sorted((WHITE, BLACK), key=lambda end: -contrast(end, below))
    shades = (mix(above, end, step / STEPS) for end in ends for step in range(1, STEPS + 1))
    return next((shade for shade in shades if contrast(shade, below) >= least), None)


def written(colour: Colour) -> str:
    """Return a colour as theme files write it: #1B6245."""
    return "#" + bytes(colour).hex().upper()
