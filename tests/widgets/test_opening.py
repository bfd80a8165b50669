"""Which touch opens what."""

from dataclasses import replace

import pytest

from board.views.mark import Judgement, Mark, Phase
from board.views.sicb import Interval
from tests.widgets.shift import all_explained, interval, rows
from widgets.opening import Opening, opening

MET, MISSED, RUNNING, TO_COME = rows()
UNRECORDED = replace(interval(8, Phase.CLOSED, None, 2300, None), mark=Mark(Phase.UNRECORDED))
OFF = replace(TO_COME, mark=Mark(Phase.OFF))
SHORT = interval(10, Phase.OPEN, Judgement.MISS, 1380, 1300)


@pytest.mark.parametrize(
    ("row", "by_hand", "expected"),
    [
        (MET, False, Opening.NOTHING),
        (MET, True, Opening.COUNT),
        (MISSED, False, Opening.REASONS),
        (MISSED, True, Opening.REASONS),
        (all_explained(), False, Opening.DETAIL),
        (RUNNING, False, Opening.NOTHING),
        (RUNNING, True, Opening.COUNT),
        (SHORT, False, Opening.REASONS),
        (SHORT, True, Opening.COUNT),
        (UNRECORDED, False, Opening.NOTHING),
        (UNRECORDED, True, Opening.COUNT),
        (TO_COME, False, Opening.NOTHING),
        (TO_COME, True, Opening.NOTHING),
        (OFF, True, Opening.NOTHING),
    ],
)
def test_a_touch_opens(row: Interval, by_hand: bool, expected: Opening) -> None:
    assert opening(row, unexplained=row.unexplained, by_hand=by_hand) is expected


def test_a_gap_whose_reason_is_saved_but_not_in_the_view_yet_is_no_gap() -> None:
    assert opening(MISSED, unexplained=0, by_hand=False) is Opening.DETAIL
