"""Drop folders for the tests of sources."""

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
