"""Views as plain values."""

from datetime import UTC, date, datetime, time
from fractions import Fraction

from board.plant.span import Span
from board.views.bowling import MonthCell
from board.views.mark import Judgement, Mark, Phase
from board.views.plain import plain
from board.views.sicb import OeeFigure, ReasonTile


def test_exact_quantities_have_four_places_and_ratios_six() -> None:
    figure = OeeFigure(
        plan="shift",
        until=datetime(2025, 9, 5, 16, tzinfo=UTC),
        planned_minutes=Fraction(2580),
        oee=Fraction(132460, 154800),
        quality_ratio=None,
        good=1790,
        rejected=93,
    )
    told = plain(figure)
    assert isinstance(told, dict)
    assert told["oee"] == 0.855685
    assert told["planned_minutes"] == 2580
    assert told["quality_ratio"] is None
    assert told["until"] == "2025-09-05T16:00:00+00:00"
    assert plain(Fraction(21600, 37), "plan_exact") == 583.7838


def test_marks_spans_and_nested_values() -> None:
    assert plain(Mark(Phase.CLOSED, Judgement.MISS)) == {"phase": "closed", "judgement": "miss"}
    span = Span(datetime(2025, 9, 5, 8, tzinfo=UTC), datetime(2025, 9, 5, 10, tzinfo=UTC))
    assert plain((span,)) == [{"start": "2025-09-05T08:00:00+00:00", "end": "2025-09-05T10:00:00+00:00"}]
    tile = ReasonTile(code="other", name="Other", icon="other", more=(ReasonTile(code="a", name="A", icon="crew"),))
    told = plain(tile)
    assert isinstance(told, dict)
    assert told["more"] == [{"code": "a", "name": "A", "icon": "crew", "more": []}]


def test_only_what_counts_parts_calls_its_actual_good() -> None:
    month = MonthCell(month=date(2026, 4, 1), mark=Mark(Phase.CLOSED, Judgement.GOOD), plan=None, actual=Fraction(1, 3))
    told = plain(month)
    assert isinstance(told, dict)
    assert told["actual"] == 0.333333
    assert "good" not in told


def test_times_of_day_are_told_as_such() -> None:
    assert plain(time(14, 30)) == "14:30:00"
