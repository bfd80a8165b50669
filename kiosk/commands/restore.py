"""Put a backup in the place of the board's database; the one that was there is kept beside it."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from board.store.backup import restore
from kiosk.commands.common import add_plant_options, settings_of, told


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands."""
    parser.add_argument("file", type=Path, help="the backup")
    add_plant_options(parser)


def run(options: argparse.Namespace) -> int:
    """Restore; ToldError where the file is no sound backup or a board is running on the database."""
    path = settings_of(options).database
    with told():
        before = restore(options.file, path, datetime.now(UTC))
    if before is not None:
        print(f"what was there is kept as {before}")
    print(f"{path} now holds what {options.file} held")
    return 0
