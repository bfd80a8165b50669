"""Write a commented plant to start from."""

import argparse
from pathlib import Path

from board.plant.template import write_template
from kiosk.command import ToldError


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands."""
    parser.add_argument("folder", type=Path, help="a folder that does not exist yet, or is empty")


def run(options: argparse.Namespace) -> int:
    """Write the plant; ToldError where the folder holds something already."""
    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ToldError(f"{folder} holds something already; name a folder that does not exist yet, or is empty")
    try:
        write_template(folder)
    except OSError as error:
        raise ToldError(f"{folder} cannot be written ({error.strerror})") from error
    print(f"wrote a plant to {folder}: change it, then try it with")
    print(f"  gembaboard check --plant {folder}")
    print(f"  gembaboard --plant {folder}")
    return 0
