"""Verify a database: the journal's chain, what is worked out from it, and the day totals."""

import argparse

from board.store.verify import verify
from kiosk.commands.common import add_plant_options, settings_of, stored, told


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands."""
    add_plant_options(parser)


def run(options: argparse.Namespace) -> int:
    """Print each finding in a sentence; 1 where there is any."""
    path = stored(settings_of(options))
    with told():
        findings = verify(path)
    for finding in findings:
        print(finding)
    print(f"{path}: {_counted(len(findings))}")
    return 1 if findings else 0


def _counted(findings: int) -> str:
    return "sound" if not findings else "1 finding" if findings == 1 else f"{findings} findings"
