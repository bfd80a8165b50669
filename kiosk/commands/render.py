"""Render any page to a PNG file; no display needed."""

import argparse
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from board.plant.plant import Plant
from board.views.page import View
from kiosk.command import ToldError
from kiosk.commands.common import (
    add_moment_options,
    add_plant_options,
    day_in,
    moment,
    plant_folder,
    plant_in,
    progress,
    settings_of,
    size_of,
)
from kiosk.report import node_in, only_node, sicb_of
from kiosk.settings import Settings
from kiosk.theme import theme_named
from kiosk.wiring.builders import Builders
from kiosk.wiring.glance import Glance, glance
from kiosk.wish import BOWLING, CHANGES, LETTER, LINES, SICB, SOURCES, SQCDP, Wish
from themes.theme import ThemeError

FULL_HD = (1920, 1080)
PAGES = (SICB, LINES, SQCDP, LETTER, BOWLING, CHANGES, SOURCES)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands."""
    parser.add_argument("out", type=Path, help="the PNG file to write")
    add_plant_options(parser)
    add_moment_options(parser)
    parser.add_argument("--page", choices=PAGES, default=SICB, help="default: sicb")
    parser.add_argument("--letter", metavar="CODE", help="which letter, for --page letter (default: the first)")
    parser.add_argument("--day", metavar="DATE", help="a day of that letter, or of the fiscal year, such as 2026-11-18")
    parser.add_argument("--size", default="1920x1080", metavar="WIDTHxHEIGHT", help="default: 1920x1080")
    parser.add_argument("--theme", help="dark, light, colourblind, highcontrast or a .toml file")
    parser.add_argument("--language", help="what the page speaks, such as de or pl (default: the site's language)")


def run(options: argparse.Namespace) -> int:
    """Write the picture and print where it is; ToldError where it cannot be made."""
    settings = settings_of(options, node=options.node, theme=options.theme, language=options.language)
    size = size_of(options.size)
    folder = plant_folder(settings)
    plant = plant_in(folder)
    at = moment(options.at, plant.site.zone)
    known_at = moment(options.as_known, plant.site.zone)
    now = at or datetime.now(UTC)
    told = progress("reading")
    wish = _wish(options, settings.node, plant, known_at)
    with glance(
        folder, settings.database, at=at, known_at=known_at, heard=told, page=wish.page, node=wish.node
    ) as found:
        try:
            view = _view(found, wish, now)
        except KeyError as error:
            raise ToldError(str(error.args[0])) from error
    _paint(view, plant, options.out, settings, page=options.page, now=now, size=size)
    print(options.out)
    return 0


def render_pages(settings: Settings, folder: Path, *, at: str | None) -> Iterator[Path]:
    """Render every page of the plant to its own file in a folder; yield each file as it is there."""
    plant_at = plant_folder(settings)
    plant = plant_in(plant_at)
    moment_at = moment(at, plant.site.zone)
    now = moment_at or datetime.now(UTC)
    with glance(plant_at, settings.database, at=now, heard=progress("reading")) as found:
        builders = Builders(found.reader)
        views = [(wish, builders.build(wish, found.history, now)) for wish in _wishes(plant)]
    for wish, view in views:
        path = folder / f"{wish.page}-{wish.node}.png"
        _paint(view, plant, path, settings, page=wish.page, now=now, size=FULL_HD)
        yield path


def _wishes(plant: Plant) -> list[Wish]:
    """Return every page of the plant: intervals line by line, all others of the whole site."""
    pages = [SQCDP] if plant.letters else []
    pages += [BOWLING] if plant.kpis else []
    pages += [LINES] if len(plant.lines) > 1 else []
    lines = [Wish(page=SICB, node=line.id) for line in plant.lines]
    return [*(Wish(page=page, node=only_node(plant, None)) for page in pages), *lines]


def _wish(options: argparse.Namespace, node: str | None, plant: Plant, known_at: datetime | None) -> Wish:
    """Return which page was asked for; ToldError for a node the plant does not know, or for no day."""
    day = day_in(options.day)
    code = options.letter or (plant.letters[0].code if plant.letters else None)
    return Wish(
        page=options.page,
        node=plant.site.id if options.page == LINES and node is None else node_in(plant, node),
        shift=options.shift,
        known_at=known_at,
        letter=code,
        day=day,
        month=None if day is None else day.replace(day=1),
        year=day,
    )


def _view(found: Glance, wish: Wish, now: datetime) -> View:
    if wish.page in {SICB, LINES}:
        return sicb_of(found, wish.node, now=now, shift=wish.shift, known_at=wish.known_at)
    return Builders(found.reader).build(wish, found.history, now)


def _paint(
    view: View, plant: Plant, out: Path, settings: Settings, *, page: str, now: datetime, size: tuple[int, int]
) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # whatever the screens here are driven by
    from kiosk.picture import paint_board  # noqa: PLC0415 - Qt is loaded when everything else went well

    try:
        theme, language = theme_named(settings, plant_folder(settings)), settings.language
        painted = paint_board(view, plant, page=page, theme=theme, now=now, size=size, language=language)
        painted.save(str(out))
    except ThemeError as error:
        raise ToldError(str(error)) from error
    except OSError as error:
        raise ToldError(f"{out} cannot be written ({error})") from error
    if not out.exists():
        raise ToldError(f"{out} cannot be written; is its folder there?")
