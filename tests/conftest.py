"""What every test stands on: no screen, no setting of this computer, a strange time zone, helpers that watch."""

import os
import time
from pathlib import Path

import pytest

pytest_plugins = [
    "tests.helpers.accept",
    "tests.helpers.logfail",
    "tests.helpers.leftover",
    "tests.helpers.seed",
    "tests.helpers.realdata",
]

REAL_DATA = "GEMBABOARD_REAL_DATA"


def _forget_this_computer() -> None:
    """Let no setting and no font of whoever runs the tests reach them.

    A zone nobody's plant has shows who asks the system's.
    """
    for name in [name for name in os.environ if name.startswith("GEMBABOARD_") and name != REAL_DATA]:
        del os.environ[name]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["FONTCONFIG_FILE"] = str(Path(__file__).parent / "data" / "no_fonts.conf")
    os.environ["TZ"] = "Pacific/Chatham"
    time.tzset()


_forget_this_computer()


@pytest.fixture(autouse=True)
def home_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the folders of whoever runs the tests out of them, and their files out of those folders."""
    home = tmp_path_factory.getbasetemp() / "home"
    for name, folder in {"DATA": "data", "CONFIG": "config", "STATE": "state", "CACHE": "cache"}.items():
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / folder))


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    """Return where a test may lay a database: in a folder of its own, not there yet."""
    return tmp_path / "store" / "board.db"
