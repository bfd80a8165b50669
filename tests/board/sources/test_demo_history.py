"""The demo plant's past can be believed: it follows its plan, misses some of it, and agrees with itself."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest

from board.kpi.figure import Figure
from board.kpi.judgement import Judgement, judge, target_on
from board.kpi.reading import Batch
from board.plant.calendar import works_on
from board.plant.plant import Kpi, MeasureKind
from tests.board.sources.demo_stage import NOW, PLANT, Sums, by_key, look, sums_of

WHOLE: Mapping[str, Kpi] = {kpi.id: kpi for kpi in PLANT.kpis}
HEADLINES = ("scrap-rate", "cost-per-case", "plan-attainment", "crew")
LEVELS = {measure.id for measure in PLANT.measures if measure.kind is MeasureKind.LEVEL}
TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def batches() -> list[Batch]:
    """Return all that a new board hears on the pictures' day."""
    return look(NOW, history_months=13)


@pytest.fixture(scope="module")
def told(batches: list[Batch]) -> Sums:
    """Return what that comes to."""
    return sums_of(by_key(batches).values())


def value(kpi: str, line: str, days: Sums, first: date, last: date) -> Fraction | None:
    """Return a KPI of a line over those days of which all was entered."""
    sums: dict[str, Fraction | None] = defaultdict(Fraction)
    figure = Figure.of(WHOLE[kpi])
    entered: dict[date, dict[str, Fraction]] = defaultdict(lambda: defaultdict(Fraction))
    for (node, day, measure, _), amount in days.items():
        if node == line and first <= day <= last and measure in figure.measures:
            entered[day][measure] += amount
    for found in entered.values():
        if found.keys() == figure.measures:
            for measure, amount in found.items():
                sums[measure] = amount if measure in LEVELS else (sums[measure] or Fraction(0)) + amount
    return figure.value(sums)


def days_of(told: Sums, line: str) -> dict[date, Sums]:
    """Return a line's sums by day."""
    found: dict[date, Sums] = defaultdict(dict)
    for key, amount in told.items():
        if key[0] == line:
            found[key[1]][key] = amount
    return found


def months(last: date, count: int) -> list[date]:
    """Return the first days of so many months, the last of them before that of a day."""
    first = last.year * 12 + last.month - 1
    return [date((first - back) // 12, (first - back) % 12 + 1, 1) for back in range(count, 0, -1)]


def end_of(month: date) -> date:
    """Return the last day of a month."""
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def test_every_figure_of_every_line_has_a_value_in_every_month(told: Sums) -> None:
    for line in PLANT.lines:
        days = days_of(told, line.id)
        for month in months(TODAY, 13):
            of_month = {key: found for day in days if day.replace(day=1) == month for key, found in days[day].items()}
            for kpi in WHOLE:
                assert value(kpi, line.id, of_month, month, end_of(month)) is not None, (line.id, month, kpi)


def test_most_days_keep_their_target_and_some_do_not(told: Sums) -> None:
    for line in PLANT.lines:
        days = {day: sums for day, sums in days_of(told, line.id).items() if date(2025, 10, 1) <= day < TODAY}
        assert all(works_on(PLANT, line.id, day) for day in days)
        for kpi in HEADLINES:
            named = [target for target in WHOLE[kpi].targets if line.id in target.nodes]
            targets = named or [target for target in WHOLE[kpi].targets if not target.nodes]
            stood = [
                judge(found, WHOLE[kpi].better, target_on(targets, day))
                for day, sums in days.items()
                if (found := value(kpi, line.id, sums, day, day)) is not None
            ]
            missed = sum(judgement is Judgement.MISS for judgement in stood) / len(stood)
            assert len(stood) > 0.95 * len(days)
            assert 0.01 < missed < 0.3, (line.id, kpi, missed)


def test_no_day_beats_what_is_possible(told: Sums) -> None:
    for line in PLANT.lines:
        for day, sums in days_of(told, line.id).items():
            if day in (TODAY, date(2025, 10, 4)) and (line.id, day, "good", None) not in sums:
                continue
            oee = value("oee", line.id, sums, day, day)
            attained = value("plan-attainment", line.id, sums, day, day)
            if oee is None or attained is None or day == TODAY:
                continue
            assert 50 < oee < 95, (line.id, day, float(oee))
            assert 60 < attained < 110, (line.id, day, float(attained))
            scrap = value("scrap-rate", line.id, sums, day, day)
            assert scrap is not None
            assert 0 < scrap < 8, (line.id, day, float(scrap))


def test_line_3_comes_to_the_months_of_the_pictures(told: Sums) -> None:
    year = {
        "scrap-rate": (2.7, 2.6, 2.8, 2.7, 2.3, 2.1, 1.8),
        "cost-per-case": (42.6, 42.9, 42.3, 41.8, 41.6, 41.8, 41.5),
        "plan-attainment": (96.4, 96.1, 97.0, 97.2, 96.8, 97.1, 97.9),
        "material-yield": (97.3, 97.4, 97.4, 97.6, 97.7, 97.8, 97.9),
        "near-misses": (7, 6, 8, 5, 7, 9, 8),
        "cross-trained": (7, 8, 8, 9, 9, 10, 11),
    }
    mine = {key: found for key, found in told.items() if key[0] == "line-3"}
    for kpi, wanted in year.items():
        for month, said in zip(months(TODAY, 7), wanted, strict=True):
            found = value(kpi, "line-3", mine, month, end_of(month))
            assert found is not None
            assert abs(float(found) - said) <= 0.06, (kpi, month, float(found))


def test_the_month_of_the_pictures_has_their_good_and_bad_days(told: Sums) -> None:
    days = days_of(told, "line-3")
    bad = {
        "scrap-rate": {4, 12, 18},
        "cost-per-case": {4, 18},
        "plan-attainment": {6, 11, 19},
        "crew": {9},
    }
    for kpi, wanted in bad.items():
        stood = {
            number: judge(
                value(kpi, "line-3", days[TODAY.replace(day=number)], TODAY.replace(day=number), TODAY),
                WHOLE[kpi].better,
                target_on([target for target in WHOLE[kpi].targets if not target.nodes], TODAY),
            )
            for number in range(1, 20)
        }
        assert {number for number, judgement in stood.items() if judgement is Judgement.MISS} == wanted, kpi
        assert {number for number, judgement in stood.items() if judgement is None} == (
            {13} if kpi == "crew" else set()
        ), kpi
    scrapped = {key[3]: found for key, found in days[date(2026, 11, 18)].items() if key[2] == "scrap"}
    assert max(scrapped, key=lambda reason: scrapped[reason]) == "cap-torque"
    assert set(scrapped) <= {reason.code for reason in PLANT.reasons_of("line-3", "scrap")}


def test_accidents_are_few_and_the_last_one_is_never_forgotten(told: Sums) -> None:
    found = sorted(key[1] for key, count in told.items() if key[:3:2] == ("line-3", "lost_time_accident") and count)
    assert found == [date(2024, 9, 11), date(2025, 10, 4)]
    later = sums_of(by_key(look(datetime(2027, 9, 1, 9, tzinfo=UTC), history_months=2)).values())
    assert max(key[1] for key, count in later.items() if key[0] == "line-3" and "lost" in key[2] and count) >= found[-1]
    every = {(key[0], key[1]) for key, count in told.items() if key[2] == "lost_time_accident" and count}
    assert len(every) < 12


def test_the_last_accidents_are_the_same_however_much_is_told(told: Sums) -> None:
    def accidents(of: Sums) -> set[tuple[str, date]]:
        return {(key[0], key[1]) for key, count in of.items() if key[2] == "lost_time_accident" and count}

    short = sums_of(by_key(look(NOW, history_months=1)).values())
    assert accidents(short) == accidents(told)
    assert {line for line, _ in accidents(told)} == {line.id for line in PLANT.lines}


@pytest.mark.parametrize(
    "at",
    [
        datetime(2024, 2, 29, 5, 30, tzinfo=UTC),
        datetime(2026, 2, 28, 23, 59, tzinfo=UTC),
        datetime(2027, 1, 1, 0, 0, tzinfo=UTC),
        datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
        datetime(2031, 7, 13, 12, 0, tzinfo=UTC),
    ],
)
def test_any_moment_has_thirteen_months_behind_it(at: datetime) -> None:
    told = sums_of(by_key(look(at, history_months=13, lines=["line-3"])).values())
    days = days_of(told, "line-3")
    for month in months(at.date(), 13):
        of_month = {key: found for day in days if day.replace(day=1) == month for key, found in days[day].items()}
        worked = {day for day in days if day.replace(day=1) == month}
        assert worked == {
            day
            for day in (month + timedelta(days=step) for step in range((end_of(month) - month).days + 1))
            if works_on(PLANT, "line-3", day)
        }
        oee = value("oee", "line-3", of_month, month, end_of(month))
        scrap = value("scrap-rate", "line-3", of_month, month, end_of(month))
        assert oee is not None
        assert scrap is not None
        assert 75 < oee < 88
        assert 1 < scrap < 4


def test_thirteen_months_are_not_too_much_to_read(batches: list[Batch]) -> None:
    first = sum(len(batch.readings) for batch in batches[: next(n for n, b in enumerate(batches) if b.progress)])
    assert first < 6_000
    assert 40_000 < sum(len(batch.readings) for batch in batches) < 65_000
