"""Which theme a screen wears: the one of its settings, else the plant's own, else the dark one."""

import logging
from pathlib import Path

from board.plant.load import THEME_FILE
from kiosk.settings import Settings
from themes.theme import THEMES, Theme, ThemeError, load_theme

LOG = logging.getLogger(__name__)


def theme_of(settings: Settings, plant: Path) -> Theme:
    """Return the theme for a screen of that plant; ThemeError where it cannot be used. What it breaks is logged."""
    theme = load_theme(theme_named(settings, plant))
    for said in broken_rules(theme):
        LOG.warning("%s", said)
    return theme


def theme_named(settings: Settings, plant: Path) -> str:
    """Return the name of a theme or the path of its file."""
    own = plant / THEME_FILE
    return str(own) if "theme" not in settings.model_fields_set and own.is_file() else settings.theme


def broken_rules(theme: Theme) -> tuple[str, ...]:
    """Return in sentences which rules of contrast a theme of one's own breaks."""
    if theme.name in THEMES:
        return ()
    from themes.contrast import complaints  # noqa: PLC0415 - the themes of the house are tested

    return complaints(theme)


def theme_complaints(settings: Settings, plant: Path) -> tuple[str, ...]:
    """Return in sentences what is wrong with the theme in use, whether it can be used or not."""
    try:
        return broken_rules(load_theme(theme_named(settings, plant)))
    except ThemeError as error:
        return (str(error),)
