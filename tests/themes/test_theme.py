"""Colours by meaning: every theme can be read, from near and from afar, in colour and in grey."""

from pathlib import Path

import pytest

from themes.theme import THEMES, Theme, ThemeError, contrast, load_theme, luminance, mix
from themes.token import TOKENS, Token

SEVEN: tuple[tuple[Token, Token], ...] = (("text", "bg"), ("text2", "bg"), ("text", "well"))
TEXT: tuple[tuple[Token, Token], ...] = (
    ("text", "panel"), ("text2", "panel"), ("text3", "bg"), ("text3", "panel"), ("text", "raised"), ("text2", "raised"),
    ("text3", "raised"), ("text", "press"), ("text2", "well"), ("text3", "well"), ("goodOn", "good"),
    ("missOn", "miss"), ("watchOn", "watch"), ("offOn", "off"), ("futOn", "bg"), ("futOn", "panel"),
    ("missLine", "bg"), ("missLine", "panel"), ("missLine", "raised"), ("neutralOn", "neutral"),
    ("neutral2On", "neutral2"), ("text2", "track"), ("bg", "text"),
)  # fmt: skip
MARKS: tuple[tuple[Token, Token], ...] = (("goodMark", "good"), ("missOn", "miss"), ("watchOn", "watch"))


def every_look() -> list[Theme]:
    themes = [load_theme(name) for name in THEMES]
    return themes + [theme.stale() for theme in themes]


def name_of(theme: object) -> str:
    return f"{theme.name}{' stale' if theme.is_stale else ''}" if isinstance(theme, Theme) else str(theme)


@pytest.mark.parametrize("theme", every_look(), ids=name_of)
def test_words_and_marks_stand_out_from_what_is_under_them(theme: Theme) -> None:
    short = {pair: round(theme.contrast(*pair), 2) for pair in SEVEN if theme.contrast(*pair) < 7}
    short |= {pair: round(theme.contrast(*pair), 2) for pair in TEXT + MARKS if theme.contrast(*pair) < 4.5}
    assert not short


@pytest.mark.parametrize("theme", every_look(), ids=name_of)
def test_misses_can_be_counted_in_grey(theme: Theme) -> None:
    assert theme.contrast("miss", "good") >= 2.3
    assert theme.contrast("miss", "bg") >= 4.5


@pytest.mark.parametrize("theme", every_look(), ids=name_of)
def test_a_miss_and_a_met_day_differ_in_polarity(theme: Theme) -> None:
    def light_on_dark(above: Token, below: Token) -> bool:
        return luminance(theme.colour(above)) > luminance(theme.colour(below))

    assert light_on_dark("goodOn", "good") != light_on_dark("missOn", "miss")


@pytest.mark.parametrize("name", THEMES)
def test_what_is_stale_has_no_hue_and_keeps_its_structure(name: str) -> None:
    theme = load_theme(name)
    stale = theme.stale()
    statuses: tuple[Token, ...] = ("good", "miss", "watch", "goodLine", "missLine", "watchLine", "goodMark")
    for token in statuses:
        colour = stale.colour(token)
        assert max(colour) - min(colour) <= 30, token
    kept: tuple[Token, ...] = ("bg", "text", "text2", "text3", "raised", "line")
    for token in kept:
        assert stale.colour(token) == theme.colour(token), token
    assert stale.stale() is stale


def test_every_theme_says_every_colour() -> None:
    for name in THEMES:
        assert set(load_theme(name).colours) == set(TOKENS)


def test_themes_that_look_alike_are_equal() -> None:
    assert load_theme("dark") == load_theme("dark")
    assert load_theme("dark") != load_theme("light")
    assert len({load_theme("dark"), load_theme("dark")}) == 1


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21.0)
    assert contrast((255, 255, 255), (255, 255, 255)) == pytest.approx(1.0)
    assert contrast((0xFF, 0x5C, 0x49), (0x0D, 0x11, 0x15)) == pytest.approx(6.2, abs=0.1)


def test_mixing_is_linear_per_channel() -> None:
    assert mix((0, 100, 200), (100, 0, 200), 0.25) == (25, 75, 200)


def test_only_high_contrast_borders_what_is_met() -> None:
    assert {name: load_theme(name).good_border_u for name in THEMES} == {
        "dark": 0, "light": 0, "colourblind": 0, "highcontrast": 3,
    }  # fmt: skip


def test_a_theme_of_ones_own_comes_from_a_file(tmp_path: Path) -> None:
    text = (Path("themes") / "dark.toml").read_text(encoding="utf-8").replace('bg = "#0D1115"', 'bg = "#000000"')
    own = tmp_path / "own.toml"
    own.write_text(text, encoding="utf-8")
    assert load_theme(own).colour("bg") == (0, 0, 0)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[colour]\nbg = 1\n", 'has bg = "1": expected a colour such as'),
        ('[colour]\nbg = "#12345"\n', 'has bg = "#12345"'),
        ('[colour]\nbg = "#000000"\n', "lacks colours for panel"),
        ('[colour]\nsky = "#000000"\n', r"unknown colours in \[colour\]: sky"),
        ("colour = [", "is not valid TOML"),
        ("colour = 3\n", r"expected a table \[colour\]"),
    ],
)
def test_a_theme_that_cannot_be_used_says_why(tmp_path: Path, text: str, sentence: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(ThemeError, match=sentence):
        load_theme(own)


def test_a_theme_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(ThemeError, match="dark, light, colourblind, highcontrast"):
        load_theme("pink")
