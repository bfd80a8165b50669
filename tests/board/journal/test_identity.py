"""Ids made at the touch."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from board.journal.identity import new_id

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def test_an_id_is_a_uuid_of_version_7_that_bears_its_time() -> None:
    made = UUID(new_id(NOW))
    assert made.version == 7
    assert made.variant == "specified in RFC 4122"
    assert made.int >> 80 == int(NOW.timestamp() * 1000)


def test_ten_thousand_ids_of_one_moment_differ() -> None:
    assert len({new_id(NOW) for _ in range(10_000)}) == 10_000


def test_ids_sort_by_the_time_of_the_touch() -> None:
    made = [new_id(NOW + timedelta(milliseconds=step)) for step in range(100)]
    assert made == sorted(made)


@pytest.mark.parametrize("year", [1901, 1970, 2099, 9999])
def test_a_wrong_clock_still_makes_a_valid_id(year: int) -> None:
    assert UUID(new_id(datetime(year, 6, 1, tzinfo=UTC))).version == 7
