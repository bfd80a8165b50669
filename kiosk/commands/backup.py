"""Copy the board's database to a file, while the board runs, and try the copy."""

import argparse
from pathlib import Path

from board.store.backup import backup
from kiosk.commands.common import add_plant_options, settings_of, stored, told


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands."""
    parser.add_argument("target", type=Path, help="the file to write")
    add_plant_options(parser)


def run(options: argparse.Namespace) -> int:
    """Write the copy; ToldError where that cannot be."""
    path = stored(settings_of(options))
    with told():
        backup(path, options.target)
    print(f"copied {path} to {options.target}; the copy opens and is sound")
    return 0
