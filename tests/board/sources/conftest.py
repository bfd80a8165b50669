"""Drop folders for the tests of sources."""

import socket
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.board.sources.drop import PARTS, TOTALS, Drop

BEGAN = datetime.now(UTC)


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be now when a test begins, not when its file was read: real servers do not wait for the others."""
    now = datetime.now(UTC).replace(microsecond=0)
    for name, module in list(sys.modules.items()):
        read_at = getattr(module, "NOW", None) if name.startswith("tests.board.sources.") else None
        if isinstance(read_at, datetime) and abs(read_at - BEGAN) < timedelta(minutes=10):
            monkeypatch.setattr(module, "NOW", now)


@pytest.fixture
def parts(tmp_path: Path) -> Drop:
    """Return a folder of part logs."""
    return Drop(tmp_path, PARTS)


@pytest.fixture
def totals(tmp_path: Path) -> Drop:
    """Return a folder of totals."""
    return Drop(tmp_path, TOTALS)


@pytest.fixture
def unused_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
