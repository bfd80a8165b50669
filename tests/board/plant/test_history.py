"""A past day is judged by the plant that was in force then."""

import timeit
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.plant.history import PlantHistory
from tests.board.plant.written import plant

FIRST, SECOND, THIRD = (plant(day_starts=f"0{hour}:00") for hour in (5, 6, 7))


def month(number: int) -> datetime:
    return datetime(2026, number, 1, tzinfo=UTC)


def test_each_moment_has_the_plant_of_its_time() -> None:
    history = PlantHistory(((month(2), FIRST),)).with_version(month(5), SECOND)
    assert history.at(month(1)) is FIRST  # the first version also judges what came before it
    assert history.at(month(4)) is FIRST
    assert history.at(month(5)) is SECOND
    assert history.latest is SECOND


def test_the_plant_accepted_last_counts_from_its_own_start() -> None:
    history = PlantHistory(((month(2), FIRST), (month(9), SECOND))).with_version(month(5), THIRD)
    assert history.at(month(4)) is FIRST
    assert history.at(month(6)) is history.at(month(10)) is THIRD
    ahead = PlantHistory(((month(2), FIRST), (month(9), SECOND)))
    assert ahead.latest is SECOND
    assert ahead.at(month(3)) is FIRST


def test_before_all_versions_the_earliest_judges() -> None:
    assert PlantHistory(((month(5), FIRST), (month(2), SECOND))).at(month(1)) is SECOND


def test_history_needs_a_plant_and_a_zone() -> None:
    with pytest.raises(ValueError, match="at least one plant"):
        PlantHistory(())
    with pytest.raises(ValueError, match="with a zone"):
        PlantHistory(((datetime(2026, 1, 1), FIRST),))  # noqa: DTZ001


@given(starts=st.lists(st.integers(1, 12), min_size=1, max_size=8), asked=st.integers(1, 12))
def test_the_plant_in_force_is_the_last_accepted_of_those_that_had_started(starts: list[int], asked: int) -> None:
    plants = [replace(FIRST, digest=str(number)) for number in range(len(starts))]
    history = PlantHistory(tuple((month(start), one) for start, one in zip(starts, plants, strict=True)))
    started = [one for start, one in zip(starts, plants, strict=True) if start <= asked]
    assert history.at(month(asked)) is (started[-1] if started else history.turns[0][1])
    assert [since for since, _ in history.turns] == sorted({since for since, _ in history.turns})
    assert all(history.at(since) is one for since, one in history.turns)


def test_thousands_of_versions_are_found_at_once() -> None:
    history = PlantHistory(tuple((month(1) + timedelta(hours=hour), FIRST) for hour in range(5_000)))
    assert timeit.timeit(lambda: history.at(month(1)), number=1_000) < 0.05
