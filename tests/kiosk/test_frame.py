"""The frame moves on exactly when something of it looks otherwise."""

from datetime import UTC, datetime

import pytest

from board.views.freshness import Freshness, Stage
from kiosk.frame import alike_until_s, in_steps, stage_of

SEEN = datetime(2026, 11, 20, 11, tzinfo=UTC)


def look(freshness: Freshness, age_s: float) -> tuple[Stage, int | None]:
    return stage_of(freshness, int(age_s)), in_steps(int(age_s))


@pytest.mark.parametrize(("late_s", "stale_s"), [(60, 300), (7, 8), (130, 3600), (0, 0)])
def test_an_age_looks_alike_until_then_and_otherwise_from_then_on(late_s: int, stale_s: int) -> None:
    freshness = Freshness(seen_at=SEEN, late_after_s=late_s, stale_after_s=stale_s)
    for tenths in range(4000):
        age_s = tenths / 10
        until_s = alike_until_s(freshness, age_s)
        assert until_s > age_s
        assert look(freshness, until_s) != look(freshness, age_s)
        assert look(freshness, until_s - 0.01) == look(freshness, age_s)
