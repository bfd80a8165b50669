"""The page of changes as a supervisor reads it: 20 November 2026 is a Friday, and London is on UTC."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.journal.adjusted import adjusted
from board.journal.identity import new_id
from board.journal.intention import (
    Adjustment,
    ChangeDayOff,
    ChangePerson,
    ChangeReason,
    ChangeShift,
    PlanRun,
    SetTarget,
    Undo,
)
from board.pages.changes import ChangesPages
from board.plant.history import PlantHistory
from board.plant.plant import (
    Better,
    DayOff,
    Kpi,
    Person,
    PlannedRun,
    Plant,
    Rate,
    Reason,
    Role,
    RunKind,
    Shift,
    Target,
)
from board.plant.span import Span
from board.store.database import Store
from board.store.reader import Reader
from board.views.changes import ChangeKind, Changes
from tests.board.pages.letters_desk import PLANT as LETTERS
from tests.board.pages.letters_desk import SINCE, target, utc

NOW = utc(20)
TODAY = date(2026, 11, 20)
DAILY = frozenset(range(7))
PLANT = replace(
    LETTERS,
    shifts=(
        Shift(name="Early", starts=time(6), ends=time(14), days=DAILY),
        Shift(name="Late", starts=time(14), ends=time(22), days=DAILY),
        Shift(name="Night", starts=time(22), ends=time(6), days=DAILY, lines=frozenset({"a"})),
    ),
    rates=(
        Rate(line="a", per_hour=Fraction(900), product="PET"),
        Rate(line="b", per_hour=Fraction(700), product="Glass"),
    ),
    runs=(PlannedRun(node="a", start=utc(20, 6), end=utc(20, 10), product="PET", order="4711"),),
    reasons=(
        Reason(code="jam", name="Jam", group="Breakdown", icon="labeller"),
        Reason(code="caps", name="No caps", group="Material", lines=frozenset({"b"})),
    ),
    people=(Person(id="p1", name="R. Patel", role=Role.LEADER), Person(id="p2", name="T. Baker")),
    days_off=(
        DayOff(first=date(2026, 11, 11), last=date(2026, 11, 11), name="Fair"),
        DayOff(first=date(2026, 12, 25), last=date(2026, 12, 26), name="Christmas"),
        DayOff(first=date(2026, 11, 30), last=date(2026, 11, 30), name="Overhaul", lines=frozenset({"b"})),
    ),
)


class ChangesDesk:
    """Changes go in, pages of changes come out."""

    def __init__(self, path: Path, plant: Plant = PLANT) -> None:
        self.history = PlantHistory(((datetime(2020, 1, 1, tzinfo=UTC), plant),))
        self.store = Store.open(path, station="desk", zone="Europe/London", now=utc(1))
        self.store.adopt(self.history)
        self.reader = Reader.open(path)
        self.pages = ChangesPages(self.reader)

    def change(self, said: Adjustment, at: datetime = NOW) -> str:
        """Keep a change, and return its entry."""
        return self.store.keep(replace(said, id=new_id(at)), at).id

    def undo(self, entry: str, node: str, at: datetime = NOW) -> None:
        self.store.keep(Undo(id=new_id(at), node=node, subject=entry), at)

    def page(self, node: str = "a", now: datetime = NOW, known_at: datetime | None = None) -> Changes:
        found = adjusted(self.history, self.reader.adjustments(), known_at=known_at)
        return self.pages.page(node, found, now=now, known_at=known_at)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ChangesDesk]:
    made = ChangesDesk(tmp_path / "board.db")
    yield made
    made.reader.close()
    made.store.close()


def test_an_unchanged_plant_is_told_as_its_file_says(desk: ChangesDesk) -> None:
    page = desk.page()
    assert (page.node, page.path.line, page.today, page.site) == ("a", "A", TODAY, "site")
    assert [(one.name, one.starts, one.ends, one.cancelled, one.entry) for one in page.shifts] == [
        ("Early", utc(20, 6), utc(20, 14), False, None),
        ("Late", utc(20, 14), utc(20, 22), False, None),
        ("Night", utc(20, 22), utc(21, 6), False, None),
    ]
    assert [(run.product, run.order, run.starts, run.ends, run.entry) for run in page.runs] == [
        ("PET", "4711", utc(20, 6), utc(20, 10), None)
    ]
    assert [(one.code, one.icon) for one in page.reasons] == [("jam", "labeller")]
    assert [(one.id, one.role) for one in page.people] == [("p1", Role.LEADER), ("p2", Role.OPERATOR)]
    assert [(one.name, one.whole_site) for one in page.days_off] == [("Christmas", True)]
    assert (page.products, page.made, page.crowded) == (("PET",), (), ())
    assert (page.shift, page.starts, page.ends) == ("Early", utc(20, 6), utc(20, 14))


@pytest.mark.parametrize(
    ("node", "lines"), [("a", ("a",)), ("hall", ("a", "b")), ("yard", ("c",)), ("site", ("a", "b", "c"))]
)
def test_a_node_shows_its_lines_with_their_shifts(desk: ChangesDesk, node: str, lines: tuple[str, ...]) -> None:
    page = desk.page(node)
    assert tuple(line.id for line in page.lines) == lines
    assert {shift.line for shift in page.shifts} == set(lines)


def test_an_unknown_node_is_named(desk: ChangesDesk) -> None:
    with pytest.raises(KeyError, match="no line 'z'"):
        desk.page("z")


def test_overtime_and_a_cancelled_shift_stand_beside_the_usual_times(desk: ChangesDesk) -> None:
    over = desk.change(ChangeShift(id="", node="a", day=TODAY, shift="Late", ends=time(23, 30)))
    off = desk.change(ChangeShift(id="", node="a", day=TODAY, shift="Night", cancelled=True))
    early, late, night = desk.page().shifts
    assert early.entry is None
    assert (late.ends, late.usual_ends, late.entry) == (utc(20, 23) + timedelta(minutes=30), utc(20, 22), over)
    assert (night.cancelled, night.usual_starts, night.entry) == (True, utc(20, 22), off)
    assert desk.page(now=utc(21)).shifts[1].entry is None  # the day after is as usual


def test_a_shift_changed_twice_bears_the_later_entry_and_an_undone_one_none(desk: ChangesDesk) -> None:
    first = desk.change(ChangeShift(id="", node="a", day=TODAY, shift="Late", ends=time(23)), utc(20, 9))
    second = desk.change(ChangeShift(id="", node="a", day=TODAY, shift="Late", ends=time(21)), utc(20, 10))
    assert desk.page().shifts[1].entry == second
    desk.undo(second, "a", utc(20, 11))
    assert desk.page().shifts[1].entry == first
    desk.undo(first, "a", utc(20, 11))
    assert desk.page().shifts[1].entry is None
    assert [one.undone for one in desk.page().made] == [True, True]


def test_a_run_planned_on_the_wall_bears_its_entry_also_where_a_later_one_has_cut_it(desk: ChangesDesk) -> None:
    first = desk.change(
        PlanRun(id="", node="a", span=Span(utc(20, 14), utc(20, 22)), product="PET", crew=5, rate=Fraction(800)),
        utc(20, 9),
    )
    change = desk.change(
        PlanRun(id="", node="a", span=Span(utc(20, 16), utc(20, 17)), kind=RunKind.CHANGEOVER, product="PET 2"),
        utc(20, 10),
    )
    found = [(run.starts.hour, run.ends and run.ends.hour, run.entry) for run in desk.page().runs]
    assert found == [(6, 10, None), (14, 16, first), (16, 17, change), (17, 22, first)]
    assert desk.page().runs[1].rate == 800
    assert desk.page().products == ("PET", "PET 2")
    assert [(one.subject, one.changeover) for one in desk.page().made] == [("PET 2", True), ("PET", False)]


SCRAP_KPI = LETTERS.kpis[0]


@pytest.mark.parametrize(
    ("targets", "node", "expected"),
    [
        ((target("2"),), "a", ("2", SINCE, None)),
        ((target("2"), target("3", "a")), "a", ("3", SINCE, None)),
        ((target("2"), target("3", "a")), "b", ("2", SINCE, None)),
        ((target("2"), target("3", "hall")), "a", ("2", SINCE, None)),
        ((target("2"), target("3", "hall")), "hall", ("3", SINCE, None)),
        ((target("2"), target("1", since=date(2026, 12, 1))), "a", ("2", SINCE, "1")),
        ((target("2"), target("1", "a", since=date(2026, 12, 1))), "a", ("2", SINCE, "1")),
        ((target("2", "a"), target("1", since=date(2026, 12, 1))), "a", ("2", SINCE, None)),
        ((target("2", since=date(2026, 12, 1)),), "a", (None, None, "2")),
        ((target("3"), target("2", since=TODAY)), "a", ("2", TODAY, None)),
        ((), "a", (None, None, None)),
    ],
)
def test_the_target_in_force_and_the_next_one(
    tmp_path: Path,
    targets: tuple[Target, ...],
    node: str,
    expected: tuple[str | None, date | None, str | None],
) -> None:
    desk = ChangesDesk(tmp_path / "board.db", replace(PLANT, kpis=(replace(SCRAP_KPI, targets=targets),)))
    (found,) = desk.page(node).targets
    value, since, coming = expected
    assert (found.aim and found.aim.value) == (None if value is None else Fraction(value))
    assert found.since == since
    assert (found.coming and found.coming.value) == (None if coming is None else Fraction(coming))
    desk.reader.close()
    desk.store.close()


def test_a_target_of_days_that_add_up_to_planned_months_is_said_to_be_one(tmp_path: Path) -> None:
    monthly = (Target(valid_from=TODAY, value=Fraction(8)),)
    summed = replace(SCRAP_KPI, id="sum", formula="scrap", month_targets=monthly)
    kpis = (replace(SCRAP_KPI, month_targets=monthly), summed, replace(summed, id="none", month_targets=()))
    desk = ChangesDesk(tmp_path / "board.db", replace(PLANT, kpis=kpis))
    assert [one.of_days for one in desk.page().targets] == [False, True, False]
    desk.reader.close()
    desk.store.close()


def test_no_target_of_one_line_stands_for_the_whole_area(tmp_path: Path) -> None:
    """Where each line has its own, the site's page must not name one that holds for none of them."""
    shared, own = (
        Target(valid_from=TODAY, value=Fraction(8)),
        Target(valid_from=TODAY, value=Fraction(5), nodes=frozenset({"a"})),
    )
    desk = ChangesDesk(tmp_path / "board.db", replace(PLANT, kpis=(replace(SCRAP_KPI, targets=(shared, own)),)))
    site = PLANT.site.id
    found = {node: desk.page(node).targets[0] for node in (site, "a", "b")}
    assert {node: one.aim and one.aim.value for node, one in found.items()} == {site: None, "a": 5, "b": 8}
    assert [node for node, one in found.items() if one.by_line] == [site]
    desk.change(SetTarget(id="", node=site, kpi="scrap", valid_from=TODAY, value=Fraction(7)))
    (here,) = desk.page(site).targets
    assert here.aim is not None
    assert (here.aim.value, here.by_line) == (Fraction(7), False)
    desk.reader.close()
    desk.store.close()


def test_a_target_that_comes_with_the_data_is_said_so_until_one_is_set_here(tmp_path: Path) -> None:
    kpi = replace(SCRAP_KPI, target_formula="planned_scrap")
    desk = ChangesDesk(tmp_path / "board.db", replace(PLANT, kpis=(kpi,)))
    (before,) = desk.page().targets
    assert (before.aim, before.with_data) == (None, True)
    entry = desk.change(SetTarget(id="", node="a", kpi="scrap", valid_from=TODAY, value=Fraction(1)))
    (after,) = desk.page().targets
    assert after.aim is not None
    assert (after.aim.value, after.with_data, after.entry) == (Fraction(1), False, entry)
    desk.reader.close()
    desk.store.close()


def test_a_target_from_a_later_day_comes_with_its_entry_and_is_in_force_on_that_day(desk: ChangesDesk) -> None:
    entry = desk.change(
        SetTarget(id="", node="a", kpi="scrap", valid_from=date(2026, 12, 1), value=Fraction(9, 5), watch=Fraction(1))
    )
    found = desk.page().targets[0]
    assert found.aim is not None
    assert found.coming is not None
    assert (found.aim.value, found.coming.value, found.coming_from, found.entry) == (
        Fraction(2), Fraction(9, 5), date(2026, 12, 1), entry,
    )  # fmt: skip
    later = desk.page(now=utc(1, month=12)).targets[0]
    assert later.aim is not None
    assert (later.aim.value, later.since, later.watch, later.entry) == (
        Fraction(9, 5),
        date(2026, 12, 1),
        Fraction(1),
        entry,
    )
    assert desk.page("b").targets[0].entry is None


def test_reasons_and_people_added_renamed_and_taken_off(desk: ChangesDesk) -> None:
    new = desk.change(ChangeReason(id="", node="a", code="leak", name="Leak", group="Breakdown", icon="filler"))
    desk.change(ChangeReason(id="", node="site", code="jam", name="Jam", group="Breakdown", removed=True))
    named = desk.change(ChangePerson(id="", node="site", person="p2", name="T. Baker-Smith", role=Role.LEADER))
    desk.change(ChangePerson(id="", node="site", person="p1", name="R. Patel", role=Role.LEADER, removed=True))
    page = desk.page()
    assert [(one.name, one.entry) for one in page.reasons] == [("Leak", new)]
    assert [(one.name, one.role, one.entry) for one in page.people] == [("T. Baker-Smith", Role.LEADER, named)]
    assert [one.name for one in desk.page("b").reasons] == ["No caps"]
    assert [(one.subject, one.removed) for one in page.made] == [
        ("R. Patel", True), ("T. Baker-Smith", False), ("Jam", True), ("Leak", False),
    ]  # fmt: skip


def test_a_line_with_more_than_eight_reasons_is_named(tmp_path: Path) -> None:
    many = tuple(Reason(code=f"r{n}", name=f"R {n}", group="G", lines=frozenset({"a"})) for n in range(9))
    desk = ChangesDesk(tmp_path / "board.db", replace(PLANT, reasons=many))
    assert desk.page("hall").crowded == ("A",)
    desk.reader.close()
    desk.store.close()
    fewer = ChangesDesk(tmp_path / "other.db", replace(PLANT, reasons=many[:8]))
    assert fewer.page("hall").crowded == ()
    fewer.reader.close()
    fewer.store.close()


def test_days_off_to_come_with_those_added_and_without_those_worked_after_all(desk: ChangesDesk) -> None:
    entry = desk.change(
        ChangeDayOff(id="", node="a", first=date(2026, 11, 27), last=date(2026, 11, 28), name="Filler overhaul")
    )
    desk.change(
        ChangeDayOff(id="", node="a", first=date(2026, 12, 25), last=date(2026, 12, 25), name="Christmas", worked=True)
    )
    found = [(one.name, one.first.day, one.last.day, one.whole_site, one.entry) for one in desk.page().days_off]
    assert found == [("Filler overhaul", 27, 28, False, entry), ("Christmas", 26, 26, False, None)]


def test_the_list_is_of_the_node_what_is_above_and_what_is_below_it_the_newest_first(desk: ChangesDesk) -> None:
    for number, node in enumerate(("a", "b", "c", "hall", "site")):
        desk.change(
            SetTarget(id="", node=node, kpi="scrap", valid_from=TODAY, value=Fraction(number)), utc(20, 6 + number)
        )
    assert [one.node for one in desk.page("a").made] == ["site", "hall", "a"]
    assert [one.node for one in desk.page("hall").made] == ["site", "hall", "b", "a"]
    assert [one.node for one in desk.page("yard").made] == ["site", "c"]
    assert [one.node for one in desk.page("site").made] == ["site", "hall", "c", "b", "a"]
    newest = desk.page("a").made[0]
    assert newest.aim is not None
    assert (newest.kind, newest.subject, newest.aim.value, newest.unit, newest.node_name, newest.at.hour) == (
        ChangeKind.TARGET, "Scrap", Fraction(4), "%", "Site", 10,
    )  # fmt: skip


def test_at_most_a_hundred_changes_are_told(desk: ChangesDesk) -> None:
    for number in range(102):
        said = SetTarget(id="", node="a", kpi="scrap", valid_from=TODAY, value=Fraction(number))
        desk.change(said, utc(20, 6) + timedelta(seconds=number))
    made = desk.page().made
    assert len(made) == 100
    assert made[0].aim is not None
    assert made[0].aim.value == 101


def test_an_earlier_moment_knows_neither_later_changes_nor_that_one_was_taken_back(desk: ChangesDesk) -> None:
    entry = desk.change(ChangeShift(id="", node="a", day=TODAY, shift="Late", ends=time(23)), utc(20, 9))
    desk.undo(entry, "a", utc(20, 11))
    assert desk.page(now=utc(20, 8)).made == ()
    before = desk.page(now=utc(20, 10))
    assert [one.undone for one in before.made] == [False]
    assert before.shifts[1].ends == utc(20, 23)
    assert [one.undone for one in desk.page(now=NOW).made] == [True]
    known = desk.page(now=NOW, known_at=utc(20, 10))
    assert [one.undone for one in known.made] == [False]
    assert known.shifts[1].entry == entry


def test_a_range_is_told_with_both_ends(tmp_path: Path) -> None:
    both = Target(valid_from=SINCE, low=Fraction(15), high=Fraction(18))
    kpi = Kpi(id="crew", name="Crew", unit="", better=Better.RANGE, formula="good", targets=(both,), decimals=0)
    desk = ChangesDesk(tmp_path / "board.db", replace(PLANT, kpis=(kpi,)))
    entry = desk.change(SetTarget(id="", node="a", kpi="crew", valid_from=TODAY, low=Fraction(16), high=Fraction(18)))
    (found,) = desk.page().targets
    assert found.aim is not None
    assert (found.aim.low, found.aim.high, found.entry) == (Fraction(16), Fraction(18), entry)
    desk.reader.close()
    desk.store.close()


def test_nothing_changed_gives_an_equal_page(desk: ChangesDesk) -> None:
    desk.change(ChangeShift(id="", node="a", day=TODAY, shift="Late", ends=time(23)))
    first = desk.page()
    desk.pages.forget(())
    assert desk.page() == first
