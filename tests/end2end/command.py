"""Runs the installed command in a home of its own."""

import os
import subprocess
import sys
from pathlib import Path

COMMAND = Path(sys.executable).with_name("gembaboard")


def environment(home: Path, **variables: str) -> dict[str, str]:
    """Return an environment in which no setting of this user stands."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GEMBABOARD_", "XDG_"))}
    return kept | {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"} | variables


def run(*words: str, home: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run the command to its end."""
    return subprocess.run(
        [COMMAND, *words],
        capture_output=True,
        text=True,
        env=environment(home, **variables),
        timeout=60,
        check=False,
    )


def start(*words: str, home: Path, **variables: str) -> "subprocess.Popen[str]":
    """Start the command."""
    return subprocess.Popen(
        [COMMAND, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(home, **variables),
    )
