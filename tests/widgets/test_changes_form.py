"""Forms as values: what steps, keys and choices make of a field, and what saving then means or why it means nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from board.journal.entry import drafted
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
from board.plant.plant import Role, RunKind
from board.plant.span import Span
from board.views.changes import Changes, DayOffNow
from widgets.changes_editor import ERASE
from widgets.changes_form import (
    SAVE,
    TAKE_BACK,
    Editor,
    Entry,
    Form,
    Value,
    as_typed,
    displayed,
    fraction,
    shown,
    stepped,
    typed,
)
from widgets.changes_form_list import new_code, new_person
from widgets.changes_forms import Section, form_of, items_of
from widgets.scene_changes import changes, changes_area, changes_empty, changes_many
from widgets.scene_shift import DAY, NODE, at

VIEW = changes()
BERLIN = ZoneInfo("Europe/Berlin")
TOMORROW = date(2026, 11, 21)


def form(key: str, view: Changes = VIEW) -> Form:
    found = form_of(view, key)
    assert found is not None, key
    return found


def meant(key: str, draft: Mapping[str, Value], view: Changes = VIEW, deed: str = SAVE) -> Adjustment | Undo | str:
    made = form(key, view)
    found = made.deed(deed)
    assert found is not None, f"{key} has no {deed}"
    return found.make(made.filled(draft))


FIGURE = Entry(name="value", words="Value", editor=Editor.FIGURE, decimals=2, signed=True)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("125", "125"), ("0", "0"), ("007", "7"), ("1.25", "1.25"), ("1.255", "1.25"), (".5", "0.5"), ("1..5", "1.5"),
        ("-5", "-5"), ("5-", "-5"), ("5--", "5"), ("-0.5", "-0.5"), ("12345678", "1234567"), ("1.2<", "1."),
        ("1<", ""), ("-5<", ""), ("<", ""), ("-.5", "-0.5"),
    ],
)  # fmt: skip
def test_keys_make_figures(keys: str, said: str) -> None:
    value: Value = None
    for key in keys:
        value = typed(FIGURE, value, ERASE if key == "<" else key)
    assert value == said


def test_a_whole_field_takes_no_mark() -> None:
    assert typed(replace(FIGURE, decimals=0), "12", ".") == "12"


@pytest.mark.parametrize(
    ("said", "value"),
    [("1.25", Fraction(5, 4)), ("1.", Fraction(1)), ("-0.5", Fraction(-1, 2)), ("", None), ("-", None)],
)
def test_figures_are_exact_numbers(said: str, value: Fraction | None) -> None:
    assert fraction(said) == value


@pytest.mark.parametrize(
    ("value", "decimals", "said"),
    [
        (Fraction(2), 1, "2.0"), (Fraction(9, 5), 1, "1.8"), (Fraction(1, 8), 1, "0.125"), (Fraction(1150), 0, "1150"),
        (Fraction(-1, 2), 0, "-0.5"), (None, 1, None),
    ],
)  # fmt: skip
def test_a_number_stands_as_if_it_had_been_typed(value: Fraction | None, decimals: int, said: str | None) -> None:
    assert as_typed(value, decimals) == said


CLOCK = Entry(name="at", words="At", editor=Editor.CLOCK)


@pytest.mark.parametrize(
    ("value", "size", "then"),
    [
        (at(11, 45), 15, at(12)), (at(11, 42), 15, at(11, 45)), (at(11, 42), -15, at(11, 30)),
        (at(11, 45), -15, at(11, 30)), (at(11, 42), 60, at(12, 42)), (at(23, 50), 15, at(0) + timedelta(days=1)),
    ],
)  # fmt: skip
def test_times_step_to_quarters(value: datetime, size: int, then: datetime) -> None:
    assert stepped(CLOCK, value, size) == then


def test_an_hour_is_an_hour_when_the_clocks_change() -> None:
    before = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)  # the first 02:30 of that night
    after = stepped(CLOCK, before, 60)
    assert isinstance(after, datetime)
    assert (after.hour, after.minute, after.fold) == (2, 30, 1)


def test_steps_stop_at_the_limits_of_a_field() -> None:
    day = Entry(name="day", words="Day", editor=Editor.DAY, least=DAY, most=TOMORROW)
    assert stepped(day, DAY, -1) == DAY
    assert stepped(day, DAY, 7) == TOMORROW
    length = Entry(name="length", words="Length", editor=Editor.LENGTH, least=5, most=60)
    assert stepped(length, 10, -15) == 5
    assert stepped(length, 30, 15) == 45


@pytest.mark.parametrize(
    ("entry", "value", "said"),
    [
        (FIGURE, "1234.5", "1\u2009234.5"), (FIGURE, "-2", "\u22122"), (FIGURE, None, "–"), (FIGURE, "-", "–"),
        (replace(FIGURE, unit="%"), "2", "2 %"), (replace(FIGURE, empty="standard rate"), None, "standard rate"),
        (CLOCK, at(6), "06:00"), (CLOCK, at(0) + timedelta(days=1), "00:00 tomorrow"),
        (Entry(name="d", words="D", editor=Editor.DAY), TOMORROW, "tomorrow"),
        (Entry(name="d", words="D", editor=Editor.DAY), date(2026, 12, 1), "Tue 1 Dec"),
        (Entry(name="l", words="L", editor=Editor.LENGTH), 90, "1 h 30"),
    ],
)  # fmt: skip
def test_what_a_field_holds_is_said_in_words(entry: Entry, value: Value, said: str) -> None:
    assert shown(entry, value, DAY) == said


def test_between_the_steps_a_day_is_told_with_its_date_and_a_time_with_its_day() -> None:
    assert displayed(Entry(name="d", words="D", editor=Editor.DAY), TOMORROW, DAY) == ("tomorrow", "Sat 21 Nov 2026")
    assert displayed(CLOCK, at(0) + timedelta(days=1), DAY) == ("00:00", "tomorrow")


# what saving means


def test_a_run_stands_over_the_running_shift_unless_it_is_said_otherwise() -> None:
    said: dict[str, Value] = {"product": "PET 2 L", "order": " 4713 ", "rate": "1150.5", "quantity": "800", "crew": "4"}
    assert meant("run ", said) == PlanRun(
        id="", node=NODE, span=Span(at(6), at(14)), product="PET 2 L", order="4713", rate=Fraction(2301, 2),
        quantity=800, crew=4,
    )  # fmt: skip
    given = meant("run ", {"product": "PET 2 L", "starts": at(10), "ends": at(12)})
    assert given == PlanRun(id="", node=NODE, span=Span(at(10), at(12)), product="PET 2 L")


@pytest.mark.parametrize(
    ("shifts", "now", "span"),
    [
        (slice(0, 3), at(11, 42), (at(6), at(14))),
        (slice(0, 3), at(15), (at(14), at(22) + timedelta(hours=2))),
        (slice(0, 1), at(3), (at(6), at(14))),
        (slice(0, 1), at(20), (at(6), at(14))),
        (slice(2, 3), at(11, 42), (at(11, 45), at(23, 45))),  # the night is cancelled
        (slice(0, 0), at(11, 45), (at(11, 45), at(23, 45))),
    ],
)
def test_a_run_begins_with_the_running_or_the_next_shift(
    shifts: slice, now: datetime, span: tuple[datetime, datetime]
) -> None:
    values = form("run ", replace(VIEW, shifts=VIEW.shifts[shifts], now=now)).values
    assert (values["starts"], values["ends"]) == span


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        ({}, "Say what is made: a product, an order, a rate or a quantity."),
        ({"product": "A", "ends": at(5)}, "A run ends after it starts: choose a later end or an earlier start."),
        ({"product": "A", "ends": at(6)}, "A run ends after it starts: choose a later end or an earlier start."),
        ({"product": "A", "rate": "0"}, "A rate is more than nothing; erase it for the standard rate."),
        ({"product": "A", "crew": "0"}, "Quantity and crew are more than nothing; erase what is not known."),
        ({"product": "A" * 61}, "A name has at most 60 letters; this one has 61."),
    ],
)
def test_a_run_that_means_nothing_is_refused_in_words(draft: dict[str, Value], sentence: str) -> None:
    assert meant("run ", draft) == sentence
    assert isinstance(meant("run ", {"product": "A"}), PlanRun)


def test_a_planned_run_comes_up_as_it_is_and_can_be_taken_back() -> None:
    wanted = next(run for run in VIEW.runs if run.entry == "e-run")
    given = form("run e-run")
    assert (given.values["product"], given.values["crew"], given.values["starts"]) == ("PET 1.5 L", "5", wanted.starts)
    assert meant("run e-run", {}, deed=TAKE_BACK) == Undo(id="", node=NODE, subject="e-run")
    assert form("run ").deed(TAKE_BACK) is None


def test_a_changeover_has_a_duration() -> None:
    given = meant("changeover ", {"length": 45, "product": "PET 2 L"})
    assert given == PlanRun(
        id="", node=NODE, span=Span(at(11, 45), at(12, 30)), kind=RunKind.CHANGEOVER, product="PET 2 L"
    )


@pytest.mark.parametrize(
    ("shift", "draft", "starts", "ends"),
    [
        ("Early", {"ends": at(15, 30)}, None, time(15, 30)),
        ("Early", {"starts": at(7)}, time(7), None),
        ("Early", {"starts": at(7), "ends": at(13)}, time(7), time(13)),
        ("Late", {"ends": at(22)}, time(14), time(22)),  # back to the usual times
        ("Night", {}, time(22), time(6)),  # cancelled before
    ],
)
def test_a_shift_at_other_times(shift: str, draft: dict[str, Value], starts: time | None, ends: time | None) -> None:
    wanted = ChangeShift(id="", node=NODE, day=DAY, shift=shift, starts=starts, ends=ends)
    assert meant(f"shift {shift}", draft) == wanted


def test_a_shift_is_cancelled_with_one_deed_and_a_cancelled_one_only_taken_back() -> None:
    wanted = ChangeShift(id="", node=NODE, day=DAY, shift="Early", cancelled=True)
    assert meant("shift Early", {}, deed="cancel") == wanted
    assert [deed.name for deed in form("shift Night").deeds] == [TAKE_BACK, SAVE]


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        ({}, "Nothing is different yet: choose another start or end."),
        ({"ends": at(6)}, "A shift ends after it starts: choose a later end or an earlier start."),
        ({"ends": at(7) + timedelta(days=1)}, "A shift lasts at most 24 hours."),
    ],
)
def test_a_shift_that_means_nothing_is_refused_in_words(draft: dict[str, Value], sentence: str) -> None:
    assert meant("shift Early", draft) == sentence


def test_a_target_holds_from_tomorrow_unless_it_is_said_otherwise_and_keeps_its_watch_band() -> None:
    watched = replace(VIEW, targets=(replace(VIEW.targets[0], watch=Fraction(1, 2)),))
    wanted = SetTarget(id="", node=NODE, kpi="scrap", valid_from=TOMORROW, value=Fraction(19, 10), watch=Fraction(1, 2))
    assert meant("target scrap", {"value": "1.9"}, watched) == wanted
    assert meant("target scrap", {"value": "1.9", "valid_from": DAY}, watched) == replace(wanted, valid_from=DAY)


def test_a_range_needs_both_ends_in_order() -> None:
    wanted = SetTarget(id="", node=NODE, kpi="crew", valid_from=TOMORROW, low=Fraction(16), high=Fraction(18))
    assert meant("target crew", {"low": "16"}) == wanted
    assert meant("target crew", {"low": None}) == "A range has a lowest and a highest value."
    assert meant("target crew", {"low": "19"}) == ("The lowest value is above the highest: change one of the two.")


@pytest.mark.parametrize(
    ("draft", "refused"),
    [
        ({}, True),  # 2.0 as today
        ({"value": "1.8"}, False),  # earlier than planned
        ({"value": "1.8", "valid_from": date(2026, 12, 1)}, True),  # as planned
        ({"value": "2.0", "valid_from": date(2026, 12, 1)}, False),
        ({"value": None}, True),
    ],
)
def test_a_target_that_holds_on_that_day_already_is_refused(draft: dict[str, Value], refused: bool) -> None:
    assert isinstance(meant("target scrap", draft), str) is refused


def test_a_new_reason_has_a_readable_code_of_its_own() -> None:
    given = meant("reason ", {"name": "  Cap  torque ", "group": "Quality", "icon": "caps"})
    assert isinstance(given, ChangeReason)
    assert (given.node, given.name, given.group, given.icon, given.removed) == (
        NODE, "Cap torque", "Quality", "caps", False,
    )  # fmt: skip
    assert given.code.startswith("cap-torque-")
    assert new_code("Überlauf") != new_code("Überlauf")
    assert new_code("漏れ").startswith("reason-")


def test_a_reason_renamed_or_taken_off_keeps_its_code() -> None:
    renamed = ChangeReason(id="", node=NODE, code="caps", name="Caps late", group="Material", icon="caps")
    assert meant("reason caps", {"name": "Caps late"}) == renamed
    assert meant("reason caps", {}, deed="remove") == replace(renamed, name="No caps", removed=True)


@pytest.mark.parametrize(
    ("key", "draft", "sentence"),
    [
        ("reason ", {"group": "G"}, "Type the name of the reason."),
        ("reason ", {"name": "Leak"}, "Choose a group, or type a new one."),
        ("reason ", {"name": "no CAPS", "group": "G"}, "There is a reason of this name already."),
        ("reason caps", {}, "Nothing is different yet."),
        ("person ", {}, "Type the name of the person."),
        ("person p-1", {}, "Nothing is different yet."),
        ("day ", {}, "Type why these days are not worked."),
    ],
)
def test_names_that_are_missing_or_taken_are_refused(key: str, draft: dict[str, Value], sentence: str) -> None:
    assert meant(key, draft) == sentence


def test_a_new_persons_id_says_nothing_of_the_name() -> None:
    given = meant("person ", {"name": "A. Novak", "role": "leader"})
    assert isinstance(given, ChangePerson)
    assert (given.node, given.name, given.role) == (NODE, "A. Novak", Role.LEADER)
    assert "novak" not in given.person.lower()
    assert new_person() != new_person()


def test_a_person_with_another_role_or_taken_off_keeps_the_id() -> None:
    wanted = ChangePerson(id="", node=NODE, person="p-1", name="R. Patel", role=Role.SUPERVISOR)
    assert meant("person p-1", {"role": "supervisor"}) == wanted
    assert meant("person p-1", {}, deed="remove") == replace(wanted, role=Role.LEADER, removed=True)


@pytest.mark.parametrize(("where", "node"), [("here", NODE), ("site", "northgate")])
def test_days_not_worked_here_or_on_the_whole_site(where: str, node: str) -> None:
    wanted = ChangeDayOff(id="", node=node, first=TOMORROW, last=date(2026, 11, 23), name="Overhaul")
    draft: dict[str, Value] = {"name": "Overhaul", "last": date(2026, 11, 23), "where": where}
    assert meant("day ", draft) == wanted


def test_the_last_day_follows_the_first() -> None:
    later = date(2026, 12, 1)
    given = meant("day ", {"name": "Fair", "first": later})
    assert given == ChangeDayOff(id="", node=NODE, first=later, last=later, name="Fair")


def test_days_off_are_worked_after_all() -> None:
    wanted = ChangeDayOff(
        id="", node="northgate", first=date(2026, 12, 25), last=date(2026, 12, 26), name="Christmas", worked=True
    )
    assert meant("day 2026-12-25 Christmas", {}) == wanted
    assert meant("day 2026-12-25 Christmas", {"where": "here"}) == replace(wanted, node=NODE)
    only = meant("day 2026-12-25 Christmas", {"first": date(2026, 12, 26)})
    assert only == replace(wanted, first=date(2026, 12, 26))


def test_of_days_off_that_run_only_those_to_come_are_worked_after_all() -> None:
    off = DayOffNow(first=DAY - timedelta(days=3), last=DAY + timedelta(days=3), name="Overhaul", whole_site=False)
    given = meant(f"day {off.first.isoformat()} Overhaul", {}, replace(VIEW, days_off=(off,)))
    assert isinstance(given, ChangeDayOff)
    assert (given.first, given.last) == (DAY, off.last)


# which things there are


@pytest.mark.parametrize("view", [VIEW, changes_empty(), changes_many(), changes_area()])
@pytest.mark.parametrize("section", Section)
def test_everything_that_is_listed_has_a_form(view: Changes, section: Section) -> None:
    for item in items_of(view, section):
        made = form(item.form, view)
        assert made.deeds[-1].name == SAVE
        assert set(made.filled({})) == {entry.name for entry in made.entries}


def test_the_plan_is_changed_on_a_line_only() -> None:
    assert items_of(changes_area(), Section.PLAN) == ()
    assert form_of(changes_area(), "run ") is None


def test_a_thing_that_is_gone_has_no_form() -> None:
    for key in ("run x", "changeover x", "shift x", "target x", "reason x", "person x", "day x", "x y"):
        assert form_of(VIEW, key) is None


@pytest.mark.parametrize(
    ("key", "draft", "deed"),
    [
        ("run ", {"product": "PET 2 L", "rate": "900.5", "crew": "4"}, SAVE),
        ("run e-run", {}, TAKE_BACK),
        ("changeover ", {}, SAVE),
        ("shift Early", {"ends": at(15)}, SAVE),
        ("shift Early", {}, "cancel"),
        ("shift Late", {"ends": at(22)}, SAVE),
        ("shift Night", {}, SAVE),
        ("target scrap", {"value": "1.75"}, SAVE),
        ("target crew", {"low": "16"}, SAVE),
        ("reason ", {"name": "漏れ", "group": "Quality"}, SAVE),
        ("reason caps", {}, "remove"),
        ("person ", {"name": "A. Novak"}, SAVE),
        ("person p-1", {}, "remove"),
        ("day ", {"name": "Fair"}, SAVE),
        ("day 2026-12-25 Christmas", {}, SAVE),
    ],
)
def test_the_journal_takes_what_every_form_means(key: str, draft: dict[str, Value], deed: str) -> None:
    given, entry = meant(key, draft, deed=deed), new_id(at(11, 42))
    assert not isinstance(given, str)
    assert drafted(replace(given, id=entry)).id == entry
