"""A word that no map knows is complained of once at each look, with how many rows have it, whatever kind of source."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.board.sources.drop import context
from tests.board.sources.every_kind import Rows, said_in, told_by

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
MAPPED: Mapping[str, object] = {
    "node": {"column": "Machine", "map": {"M1": "line-1"}},
    "time": "At",
    "key": ["Machine", "At"],
    "measure": [{"id": "good", "value": {"column": "Made"}, "reason": {"column": "Why"}}],
}
ROWS: Rows = [
    {"Machine": machine, "At": f"2026-11-20T08:{number:02}:00Z", "Made": "5", "Why": "haste"}
    for number, machine in enumerate(["M1", "M9", "M9", "M7", "M9", "M1", "M9"])
]


@pytest.mark.parametrize("way", ["csv", "excel", "sql", "http"])
def test_each_word_is_said_once_and_counted(tmp_path: Path, way: str) -> None:
    said = said_in(told_by(way, ROWS, MAPPED, context(tmp_path), NOW))
    of_nine = [each for each in said if "'M9' is no line of this plant" in each]
    assert len(of_nine) == 2
    assert of_nine[1] == f"{of_nine[0]} (3 more times)"
    assert len([each for each in said if "'M7'" in each]) == 1
    assert len([each for each in said if "'haste'" in each]) == 1
