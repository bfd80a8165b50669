"""Drop folders for the tests of sources."""

import socket
from pathlib import Path

import pytest

from tests.board.sources.drop import PARTS, TOTALS, Drop


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
