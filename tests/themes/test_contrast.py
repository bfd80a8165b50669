"""A theme that breaks a rule is told which, by how much and where to move; a theme of the house breaks none."""

from pathlib import Path

import pytest

from themes.contrast import RULES, complaints, moved, written
from themes.theme import THEMES, ThemeError, contrast, grey, load_theme, luminance
from themes.token import Token

OWN = """\
name = "plant"
like = "dark"

[colour]
"""


def own(tmp_path: Path, *colours: str, head: str = OWN, tail: str = "") -> Path:
    """Write a plant's own theme and return its path."""
    path = tmp_path / "theme.toml"
    path.write_text(head + "\n".join(colours) + "\n" + tail, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", THEMES)
def test_no_theme_of_the_house_breaks_a_rule(name: str) -> None:
    assert complaints(load_theme(name)) == ()


def test_a_theme_may_say_only_what_differs(tmp_path: Path) -> None:
    theme = load_theme(own(tmp_path, 'bg = "#000000"'))
    assert (theme.name, theme.colour("bg"), theme.colour("text")) == (
        "plant",
        (0, 0, 0),
        load_theme("dark").colour("text"),
    )
    assert complaints(theme) == ()


@pytest.mark.parametrize(
    ("colour", "sentence"),
    [
        (
            'text2 = "#777777"',
            "theme plant: text2 (#777777) on bg (#0D1115) has a contrast of 4.2:1, and needs 7:1; text2 = #",
        ),
        ('text3 = "#46525E"', "theme plant: text3 (#46525E) on panel (#151B21) has a contrast of"),
        ('miss = "#8A2018"', "theme plant: missOn (#1B0603) on miss (#8A2018) has a contrast of"),
        ('good = "#D0483A"', "theme plant: miss (#FF5C49) on good (#D0483A) has a contrast of"),
        ('missOn = "#FFFFFF"', "figures on good and on miss are both lighter than their fill"),
    ],
)
def test_what_a_theme_breaks_is_named_with_its_ratio_and_a_way_out(tmp_path: Path, colour: str, sentence: str) -> None:
    said = complaints(load_theme(own(tmp_path, colour)))
    assert [one for one in said if sentence in one], said


def test_the_colour_that_is_proposed_keeps_the_rule(tmp_path: Path) -> None:
    theme = load_theme(own(tmp_path, 'text2 = "#777777"'))
    better = moved(theme.colour("text2"), theme.colour("bg"), 7.0)
    assert better is not None
    assert 7.0 <= contrast(better, theme.colour("bg")) < 7.3
    assert f"text2 = {written(better)} would do" in complaints(theme)[0]
    assert complaints(load_theme(own(tmp_path, f'text2 = "{written(better)}"'))) == ()


def test_between_two_greys_of_the_middle_nothing_helps_but_moving_both() -> None:
    assert moved((119, 119, 119), (119, 119, 119), 7.0) is None


def test_a_theme_without_stale_colours_loses_its_hue_all_the_same(tmp_path: Path) -> None:
    theme = load_theme(own(tmp_path, 'miss = "#FF3FA0"', 'missLine = "#FF7565"'))
    stale = theme.stale()
    miss = stale.colour("miss")
    assert max(miss) == min(miss)
    assert luminance(miss) == pytest.approx(luminance(theme.colour("miss")), abs=0.01)
    assert stale.colour("good") == load_theme("dark").stale().colour("good")


def test_a_stale_colour_with_a_hue_is_named(tmp_path: Path) -> None:
    said = complaints(load_theme(own(tmp_path, tail='[stale]\nmiss = "#FF5C49"\n')))
    assert [one for one in said if "stale: miss (#FF5C49) still has a hue" in one]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('like = "pink"\n', 'has like = "pink": expected one of dark, light, colourblind, highcontrast'),
        ('good_border_u = "wide"\nlike = "dark"\n', "has good_border_u = wide: expected 0 to 8"),
        ("good_border_u = true\n", "has good_border_u = True"),
    ],
)
def test_what_cannot_be_used_is_said(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(ThemeError, match=sentence):
        load_theme(own(tmp_path, head=text))


def test_a_file_that_is_not_utf_8_is_said(tmp_path: Path) -> None:
    path = tmp_path / "theme.toml"
    path.write_bytes('name = "grün"\n'.encode("cp1252"))
    with pytest.raises(ThemeError, match="is not saved as UTF-8"):
        load_theme(path)


def test_the_rules_are_those_of_the_screens() -> None:
    least = {(rule.above, rule.below): rule.least for rule in RULES}
    first: tuple[tuple[Token, Token], ...] = (("text", "bg"), ("text2", "bg"))
    assert all(least[pair] == 7 for pair in first)
    assert min(ratio for pair, ratio in least.items() if pair != ("miss", "good")) == 4.5


def test_a_grey_is_as_light_as_its_colour() -> None:
    for colour in ((255, 92, 73), (27, 98, 69), (0, 0, 0), (255, 255, 255), (3, 2, 1)):
        assert luminance(grey(colour)) == pytest.approx(luminance(colour), abs=0.005)
