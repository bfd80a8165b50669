"""Colours by meaning: a theme read from its file, its stale variant, and the contrast between two colours."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from themes.token import TOKENS, Token

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

THEMES: Final = ("dark", "light", "colourblind", "highcontrast")
STATUSES: Final[tuple[Token, ...]] = ("good", "goodMark", "goodLine", "miss", "missLine", "watch", "watchLine")
"""What loses its hue when it is stale."""
MOST_BORDER_U: Final = 8.0
_FOLDER: Final = Path(__file__).parent


class ThemeError(Exception):
    """A theme cannot be used; the sentence says which file, what is wrong and what was expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What each meaning looks like. `good_border_u`: a border around met cells, 0 for none."""

    name: str
    colours: Mapping[Token, Colour] = field(hash=False)
    stale_colours: Mapping[Token, Colour] = field(hash=False)
    good_border_u: float = 0.0
    is_stale: bool = False

    def colour(self, token: Token) -> Colour:
        """Return the colour that carries the meaning."""
        return self.colours[token]

    def stale(self) -> "Theme":
        """Return this theme for values past their age: statuses lose their hue, structure stays."""
        if self.is_stale:
            return self
        return replace(self, colours=MappingProxyType({**self.colours, **self.stale_colours}), is_stale=True)

    def contrast(self, above: Token, below: Token) -> float:
        """Return the WCAG 2 contrast ratio of one token on another, 1 to 21."""
        return contrast(self.colour(above), self.colour(below))


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """Return the colour that is `share` (0 to 1) of the way from the first to the second, linear per sRGB channel."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Return the relative luminance of WCAG 2, 0 to 1."""
    linear = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: Colour, second: Colour) -> float:
    """Return the contrast ratio of WCAG 2, 1 to 21."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def grey(colour: Colour) -> Colour:
    """Return the grey that is as light."""
    linear = luminance(colour)
    share = linear * 12.92 if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
    level = round(share * 255)
    return level, level, level


def load_theme(name_or_path: str | Path) -> Theme:
    """Return the theme of that name, or the one in that TOML file; raise ThemeError where it cannot be used.

    A file may say `like = "dark"` and then only what differs. What it does not say of stale colours is as light as the
    fresh one and has no hue.
    """
    path = _FOLDER / f"{name_or_path}.toml" if name_or_path in THEMES else Path(name_or_path)
    table = _read(path, name_or_path)
    like = _base(path, table.get("like"))
    colours = _colours(path, "colour", table.get("colour", {}))
    stale = _colours(path, "stale", table.get("stale", {}))
    border = table.get("good_border_u", like.good_border_u if like is not None else 0.0)
    if isinstance(border, bool) or not isinstance(border, int | float) or not 0 <= border <= MOST_BORDER_U:
        raise ThemeError(f"The theme file {path.name} has good_border_u = {border}: expected 0 to {MOST_BORDER_U:g}.")
    if like is not None:
        kept = {token: colour for token, colour in like.stale_colours.items() if token not in colours}
        colours, stale = {**like.colours, **colours}, {**kept, **stale}
    missing = [token for token in TOKENS if token not in colours]
    if missing:
        raise ThemeError(f"The theme file {path.name} lacks colours for {', '.join(missing)} in [colour].")
    stale = {token: grey(colours[token]) for token in STATUSES if token not in stale} | stale
    return Theme(
        name=str(table.get("name", path.stem)),
        colours=MappingProxyType(colours),
        stale_colours=MappingProxyType(
            stale | {token: grey(colours[token]) for token in STATUSES if token not in stale}
        ),
        good_border_u=float(border),
    )


def _read(path: Path, name_or_path: str | Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ThemeError(
            f"The theme {name_or_path} cannot be read: expected one of {', '.join(THEMES)} or a TOML file."
        ) from error
    except UnicodeDecodeError as error:
        raise ThemeError(f"The theme file {path.name} is not saved as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise ThemeError(f"The theme file {path.name} is not valid TOML: {error}.") from error


def _base(path: Path, like: object) -> Theme | None:
    """Return the theme that a file says it is like."""
    if like is None:
        return None
    if like not in THEMES:
        raise ThemeError(f'The theme file {path.name} has like = "{like}": expected one of {", ".join(THEMES)}.')
    return load_theme(str(like))


def _colours(path: Path, section: str, table: object) -> dict[Token, Colour]:
    """Return the colours of one table of a theme file, in the order of the tokens."""
    if not isinstance(table, Mapping):
        raise ThemeError(
            f"The theme file {path.name} has {section} = {table}: expected a table [{section}] of colours."
        )
    unknown = sorted(set(table) - set(TOKENS))
    if unknown:
        raise ThemeError(f"The theme file {path.name} names unknown colours in [{section}]: {', '.join(unknown)}.")
    return {token: _parse(path, token, table[token]) for token in TOKENS if token in table}


def _parse(path: Path, token: str, text: object) -> Colour:
    """Return the colour that "#RRGGBB" means."""
    try:
        red, green, blue = bytes.fromhex(str(text).removeprefix("#"))
    except ValueError as error:
        raise ThemeError(
            f'The theme file {path.name} has {token} = "{text}": expected a colour such as "#1B6245".'
        ) from error
    return red, green, blue
