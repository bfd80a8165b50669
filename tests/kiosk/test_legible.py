"""What can be read on a screen follows from its millimetres and from where people stand."""

import pytest

from kiosk.legible import too_small_to_read
from themes.size import mm_per_u, unit_of

FULL_HD = (1920, 1080)


def test_a_55_inch_screen_is_read_from_five_metres() -> None:
    assert list(too_small_to_read(FULL_HD, 55, 5)) == []
    assert list(too_small_to_read((3840, 2160), 55, 5)) == []
    assert list(too_small_to_read((1080, 1920), 55, 5)) == []


def test_a_panel_at_the_machine_is_read_from_two_metres_and_not_from_five() -> None:
    assert list(too_small_to_read(FULL_HD, 21.5, 2)) == []
    said = "\n".join(too_small_to_read(FULL_HD, 21.5, 5))
    for sentence in (
        "on this 21.5-inch screen at 5 m the headline figures (19.1 mm) cannot be read; from 4.1 m they can",
        "at 5 m the figures and marks of intervals and letters (9.4 mm) cannot be read; from 2 m they can",
        "at 3 m the names of letters, cards and reasons (6.1 mm) cannot be read; from 1.3 m they can",
        "at 2 m the day numbers, the bowling chart and the legend (3.6 mm) cannot be read; from 0.8 m they can",
    ):
        assert sentence in said


def test_what_is_said_to_be_readable_from_nearer_is() -> None:
    far = list(too_small_to_read(FULL_HD, 32, 8))
    assert len(far) == 4
    nearest = min(float(said.rpartition("from ")[2].partition(" m")[0]) for said in far)
    assert list(too_small_to_read(FULL_HD, 32, nearest)) == []


def test_a_unit_is_that_of_the_tokens_and_smaller_where_a_screen_is_almost_square() -> None:
    assert mm_per_u(FULL_HD, 55) == pytest.approx(0.634, abs=0.001)
    assert mm_per_u((1080, 1920), 32) == pytest.approx(0.369, abs=0.001)
    assert unit_of(1920, 1080) == 1.0
    assert unit_of(720, 1280) == pytest.approx(2 / 3)
    assert unit_of(1280, 1024) == pytest.approx(1280 / 1728)
    assert unit_of(1920, 1200) == pytest.approx(1200 / 1080)
