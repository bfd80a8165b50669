"""A start leaves out what libraries do for features that no board has."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

STARTED = """
import builtins
import sys
own = builtins.__import__
from kiosk.command import main
assert main(["--node", "nowhere"]) == 1  # which is found out once everything is loaded
print("read" if "importlib.metadata" in sys.modules else "spared", builtins.__import__ is own)
"""
ASKED = """
from kiosk.spare import without_plugins
without_plugins()
from pydantic.plugin._loader import get_plugins, PYDANTIC_ENTRY_POINT_GROUP
print(get_plugins(), PYDANTIC_ENTRY_POINT_GROUP)
"""


def said_by(code: str, home: Path) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GEMBABOARD_", "XDG_"))}
    environ = kept | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environ)
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("control", "said"),
    [
        ("", "spared True"),
        ("import kiosk.spare; kiosk.spare.without_plugins = lambda: None", "read True"),
        ("import contextlib, kiosk.spare; kiosk.spare.own_import = contextlib.nullcontext", "spared False"),
    ],
)
def test_a_start_reads_no_packages_and_no_sources(control: str, said: str, tmp_path: Path) -> None:
    assert said_by(control + STARTED, tmp_path) == said


def test_whoever_asks_for_more_than_plugins_gets_what_is_there(tmp_path: Path) -> None:
    assert said_by(ASKED, tmp_path) == "() pydantic"
