"""Print a page as the board would show it, in words or as JSON."""

import argparse
import sys
from datetime import UTC, datetime

from kiosk.command import ToldError
from kiosk.commands.common import (
    add_moment_options,
    add_plant_options,
    moment,
    plant_folder,
    plant_in,
    progress,
    settings_of,
)
from kiosk.report import only_node, print_board, print_json, print_letters, sicb_of, sqcdp_of
from kiosk.wiring.glance import glance

PAGES = ("sicb", "sqcdp")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands."""
    parser.add_argument("page", choices=PAGES, help="the page")
    add_plant_options(parser)
    add_moment_options(parser)
    parser.add_argument("--json", action="store_true", help="the view itself, for programs")


def run(options: argparse.Namespace) -> int:
    """Print the page; ToldError for an unknown node or time."""
    settings = settings_of(options, node=options.node)
    folder = plant_folder(settings)
    plant = plant_in(folder)
    at = moment(options.at, plant.site.zone)
    known_at = moment(options.as_known, plant.site.zone)
    with glance(folder, settings.database, at=at, heard=progress("reading")) as found:
        for complaint in found.complaints[:10]:
            print(f"{complaint.source}: {complaint.where}: {complaint.said}", file=sys.stderr)
        now = at or datetime.now(UTC)
        try:
            node = only_node(plant, settings.node)
            if options.page == "sqcdp":
                letters = sqcdp_of(found, node, now=now, known_at=known_at)
                (print_json if options.json else print_letters)(letters)
                return 0
            view = sicb_of(found, node, now=now, shift=options.shift, known_at=known_at)
        except KeyError as error:  # an unknown node or shift
            raise ToldError(str(error.args[0])) from error
        (print_json if options.json else print_board)(view)
    return 0
