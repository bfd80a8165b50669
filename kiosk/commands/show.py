"""Print a page as the board would show it, in words or as JSON."""

import argparse
import sys
from datetime import UTC, date, datetime

from board.views.bowling import Bowling
from board.views.letter import LetterPage
from board.views.sicb import Sicb, SicbLines
from board.views.sources import Sources
from board.views.sqcdp import Sqcdp
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
)
from kiosk.report import (
    bowling_of,
    letter_of,
    node_in,
    print_board,
    print_json,
    print_letters,
    sicb_of,
    sqcdp_of,
)
from kiosk.report_page import print_bowling, print_letter
from kiosk.report_source import print_sources, sources_of
from kiosk.wiring.glance import Glance, glance

Shown = Sicb | SicbLines | Sqcdp | LetterPage | Bowling | Sources
PAGES = ("sicb", "sqcdp", "letter", "bowling", "sources")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands."""
    parser.add_argument("page", choices=PAGES, help="the page")
    add_plant_options(parser)
    add_moment_options(parser)
    parser.add_argument("--letter", metavar="CODE", help="which letter, for the page of one (default: the first)")
    parser.add_argument("--day", metavar="DATE", help="a day of that letter, or of the fiscal year, such as 2026-11-18")
    parser.add_argument("--json", action="store_true", help="the view itself, for programs")


def run(options: argparse.Namespace) -> int:
    """Print the page; ToldError for an unknown node, letter or time."""
    settings = settings_of(options, node=options.node)
    folder = plant_folder(settings)
    plant = plant_in(folder)
    at = moment(options.at, plant.site.zone)
    known_at = moment(options.as_known, plant.site.zone)
    day = day_in(options.day)
    node = node_in(plant, settings.node)
    told = progress("reading")
    with glance(folder, settings.database, at=at, known_at=known_at, heard=told, page=options.page, node=node) as found:
        for complaint in found.complaints[:10]:
            print(f"{complaint.source}: {complaint.where}: {complaint.said}", file=sys.stderr)
        try:
            view = _view(options, found, node, now=at or datetime.now(UTC), known_at=known_at, day=day)
        except KeyError as error:  # an unknown letter or shift
            raise ToldError(str(error.args[0])) from error
        if options.json:
            print_json(view)
        else:
            _print(view)
    return 0


def _view(
    options: argparse.Namespace,
    found: Glance,
    node: str,
    *,
    now: datetime,
    known_at: datetime | None,
    day: date | None,
) -> Shown:
    match options.page:
        case "sqcdp":
            return sqcdp_of(found, node, now=now, known_at=known_at)
        case "letter":
            return letter_of(found, node, now=now, known_at=known_at, letter=options.letter, day=day)
        case "bowling":
            return bowling_of(found, node, now=now, known_at=known_at, year=day)
        case "sources":
            return sources_of(found, node, now=now)
        case _:
            return sicb_of(found, node, now=now, shift=options.shift, known_at=known_at)


def _print(view: Shown) -> None:
    match view:
        case Bowling():
            print_bowling(view)
        case LetterPage():
            print_letter(view)
        case Sqcdp():
            print_letters(view)
        case Sources():
            print_sources(view)
        case _:
            print_board(view)
