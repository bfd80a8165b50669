"""The garment factory's letters over its real record: each team by its own target, a month by its workers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.figure import Figure
from board.kpi.judgement import Judgement, judge
from board.pages.day_book import DayBook, DaySums, Moment, rolled
from board.pages.rule import rules_of
from board.pages.sqcdp import SqcdpPages
from board.plant.history import PlantHistory
from board.plant.load import load_plant
from board.plant.plant import Target
from board.sources.contract import SourceContext
from board.sources.feed import collect
from board.store.database import Store
from board.store.reader import Reader
from board.views.mark import Mark, Phase
from board.views.sqcdp import LetterView

GARMENT = Path(__file__).parents[3] / "assets" / "plants" / "garment"
LOOKED = datetime(2026, 11, 20, tzinfo=UTC)
FIRST, LAST = date(2015, 1, 1), date(2015, 3, 11)
TEAMS = tuple(range(1, 13))
EVERY_DAY = tuple(FIRST + timedelta(days=step) for step in range((LAST - FIRST).days + 1))
NOT_WORKED = {day for day in EVERY_DAY if day.weekday() == 4} | {date(2015, 2, 21)}


@dataclass(frozen=True)
class Factory:
    """The record in a store, with its pages."""

    reader: Reader
    pages: SqcdpPages
    history: PlantHistory

    def productivity(self, node: str, now: datetime) -> LetterView:
        """Return the letter of productivity at a moment."""
        return next(one for one in self.pages.board(node, self.history, now=now).letters if one.code == "P")

    def sums(self, nodes: tuple[str, ...]) -> dict[tuple[str, date], DaySums]:
        """Return the day totals that the pages are built from."""
        return DayBook(self.reader).of(nodes, FIRST, LAST, Moment(history=self.history, now=LOOKED))


def at_end_of(day: date) -> datetime:
    """Return the end of a day in Dhaka, six hours ahead."""
    return datetime(day.year, day.month, day.day, 18, tzinfo=UTC) - timedelta(microseconds=1)


def rows_of(found: Factory) -> list[tuple[str, date, DaySums]]:
    """Return what each team entered, day by day."""
    nodes = tuple(line.id for line in found.history.latest.lines)
    return [(node, day, part) for (node, day), part in found.sums(nodes).items() if part.whole]


@pytest.fixture(scope="module")
def factory(realdata: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Factory]:
    plant = load_plant(GARMENT)
    history = PlantHistory(((datetime(1970, 1, 1, tzinfo=UTC), plant),))
    path = tmp_path_factory.mktemp("garment") / "board.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GEMBABOARD_REAL_DATA", str(realdata))
        store = Store.open(path, station="test", zone=plant.site.timezone, now=LOOKED)
        store.adopt(history)
        for batch in collect(plant.sources, SourceContext.of(plant), {}, LOOKED):
            assert batch.complaints == ()
            store.take(batch, LOOKED)
    reader = Reader.open(path)
    yield Factory(reader=reader, pages=SqcdpPages(reader), history=history)
    reader.close()
    store.close()


@pytest.mark.parametrize(
    ("area", "by_month", "by_teams"),
    [("sewing", [0.7355, 0.7074, 0.7205], 691), ("finishing", [0.7987, 0.7604, 0.7400], 506)],
)
def test_a_month_is_weighted_by_workers(factory: Factory, area: str, by_month: list[float], by_teams: int) -> None:
    figure = _figure(factory)
    sums = factory.sums(tuple(f"{area}-{team}" for team in TEAMS))
    assert sum(bool(part.whole) for part in sums.values()) == by_teams
    measures = rules_of(factory.history.latest).measures
    for month, expected in enumerate(by_month, start=1):
        parts = [part for (_, day), part in sums.items() if day.month == month]
        value = figure.value(rolled(parts, figure.measures, measures))
        assert value is not None
        assert round(float(value), 4) == expected


def test_march_in_sewing_is_met_by_its_weighted_target_and_missed_as_a_mean_of_rows(factory: Factory) -> None:
    figure = _figure(factory)
    parts = [part for node, day, part in rows_of(factory) if node.startswith("sewing") and day.month == 3]
    sums = rolled(parts, {"work_done", "work_aimed", "workers"}, {})
    value, aim = figure.value(sums), figure.target.value(sums) if figure.target else None
    assert value is not None
    assert aim is not None
    assert (round(float(value), 6), round(float(aim), 6)) == (0.720460, 0.720457)
    assert judge(value, figure.kpi.better, Target(valid_from=FIRST, value=aim)) is Judgement.GOOD
    ratios = [part.whole["work_done"] / part.whole["workers"] for part in parts]
    assert sum(ratios, Fraction(0)) / len(ratios) < Fraction("0.72")


def test_each_team_is_judged_by_its_own_target_before_rounding(factory: Factory) -> None:
    rows = rows_of(factory)
    assert len(rows) == 1197
    shown = {
        (node, cell.day): cell.mark
        for node in {node for node, _, _ in rows}
        for month in (1, 2, 3)
        for cell in factory.productivity(node, at_end_of(date(2015, month, {1: 31, 2: 28, 3: 11}[month]))).days
    }
    changed = 0
    for node, day, part in rows:
        value = part.whole["work_done"] / part.whole["workers"]
        aim = part.whole["work_aimed"] / part.whole["workers"]
        mark = shown[node, day]
        assert mark.judgement is (Judgement.GOOD if value >= aim else Judgement.MISS), (node, day)
        changed += (value >= aim) != (round(value, 2) >= aim)
    assert changed == 20  # the control: so many would change colour if rounded first


def test_what_has_no_rows_is_not_worked_or_unrecorded_and_never_green(factory: Factory) -> None:
    entered = {(node, day) for node, day, _ in rows_of(factory)}
    assert {day for day in EVERY_DAY if not any((node, day) in entered for node in _lines(factory))} == NOT_WORKED
    for month, last in ((1, 31), (2, 28), (3, 11)):
        for node in _lines(factory):
            for cell in factory.productivity(node, at_end_of(date(2015, month, last))).days[: last - 1]:
                if cell.day in NOT_WORKED:
                    assert cell.mark == Mark(Phase.OFF)
                elif (node, cell.day) not in entered:
                    assert cell.mark == Mark(Phase.UNRECORDED)


def test_an_area_shows_n_of_m_and_is_not_simply_always_red(factory: Factory) -> None:
    found = factory.productivity("sewing", at_end_of(date(2015, 1, 31)))
    colours = [cell.mark.judgement for cell in found.days if cell.mark.phase is Phase.CLOSED]
    assert (colours.count(Judgement.GOOD), colours.count(Judgement.MISS)) == (17, 8)
    first = found.days[0]
    assert (first.met, first.due, first.mark.judgement) == (9, 12, Judgement.MISS)
    assert found.days[2].met == 11
    closed = [cell for cell in found.days if cell.mark.phase is Phase.CLOSED]
    assert sum(cell.met == cell.due for cell in closed) <= 1  # the control: the worst of twelve teams is always red


def test_work_in_progress_of_finishing_is_missing_and_not_zero(factory: Factory) -> None:
    board = factory.pages.board("finishing", factory.history, now=at_end_of(date(2015, 1, 31)))
    wip = next(letter for letter in board.letters if letter.code == "D")
    assert {cell.value for cell in wip.days} == {None}
    assert Phase.NO_TARGET not in {cell.mark.phase for cell in wip.days}


def _figure(found: Factory) -> Figure:
    return rules_of(found.history.latest).letters["P"][1][0]


def _lines(found: Factory) -> tuple[str, ...]:
    return tuple(line.id for line in found.history.latest.lines)
