"""What days, deviations and changes of the plan say is exact, comes back as it was, or is refused in a sentence."""

import json
from contextlib import suppress
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.journal.adjustment import adjustment_of
from board.journal.entry import UnusableError, drafted, payload_of
from board.journal.intention import (
    Adjustment,
    ChangeDayOff,
    ChangePerson,
    ChangeReason,
    ChangeShift,
    EnterDay,
    Intention,
    LogDeviation,
    PlanRun,
    SetTarget,
)
from board.journal.payload import ADJUSTMENTS, KINDS, DayEntered, Unknown
from board.plant.plant import Role, RunKind
from board.plant.span import Span

NOW = datetime(2026, 10, 24, 22, tzinfo=UTC)
DAY = date(2026, 10, 24)
HALF = Fraction(1, 3)
ENTER = EnterDay(id="1", node="line", day=DAY, measure="good", value=HALF, before=Fraction(7), actor="p1")
DEVIATION = LogDeviation(id="2", node="line", letter="Q", day=DAY, reason="jam", text="belt", quantity=HALF)
RUN = PlanRun(
    id="3",
    node="line",
    span=Span(NOW, NOW + timedelta(hours=25)),
    kind=RunKind.CHANGEOVER,
    product="P",
    order="O",
    rate=HALF,
    quantity=5,
    crew=2,
    actor="p1",
)
SHIFT = ChangeShift(id="4", node="line", day=DAY, shift="Early", starts=time(7), ends=time(15, 30))
TARGET = SetTarget(id="5", node="line", kpi="scrap", valid_from=DAY, low=HALF, high=Fraction(2), watch=Fraction(0))
REASON = ChangeReason(id="6", node="line", code="jam", name="Stau", group="Störung", icon="belt")
PERSON = ChangePerson(id="7", node="line", person="p1", name="Ada Lovelace", role=Role.LEADER)
DAY_OFF = ChangeDayOff(id="8", node="line", first=DAY, last=DAY, name="", worked=True)
ADJUSTED: tuple[Adjustment, ...] = (RUN, SHIFT, TARGET, REASON, PERSON, DAY_OFF)


@pytest.mark.parametrize("said", ADJUSTED, ids=lambda said: type(said).__name__)
def test_a_change_of_the_plan_comes_back_from_the_journal_as_it_was_made(said: Adjustment) -> None:
    draft = drafted(said)
    assert draft.kind in ADJUSTMENTS
    assert adjustment_of(replace(draft, payload=payload_of(draft.kind, draft.stored)), draft.name) == said


def test_figures_are_stored_exactly_as_text_and_days_as_people_write_them() -> None:
    stored = json.loads(drafted(ENTER).stored)
    assert (stored["value"], stored["before"], stored["day"]) == ("1/3", "7", "2026-10-24")
    said = payload_of("day", drafted(ENTER).stored)
    assert isinstance(said, DayEntered)
    assert (said.value, said.before) == (HALF, Fraction(7))


def test_a_name_never_enters_the_journal() -> None:
    draft = drafted(PERSON)
    assert draft.name == "Ada Lovelace"
    assert "Ada" not in draft.stored
    assert "Lovelace" not in draft.stored


BAD: tuple[tuple[Intention, str], ...] = (
    (replace(ENTER, value=Fraction(10**13)), "exact number"),
    (replace(ENTER, value=0.1), "exact number"),  # type: ignore[arg-type]
    (replace(ENTER, value=True), "exact number"),  # type: ignore[arg-type]
    (replace(ENTER, value="1/0"), "exact number"),  # type: ignore[arg-type]
    (replace(ENTER, value="1e999999"), "exact number"),  # type: ignore[arg-type]
    (replace(ENTER, value=Fraction(1, 10**19)), "exact number"),
    (replace(ENTER, day=date(1980, 1, 1)), "between 1990 and 2200"),
    (replace(ENTER, measure=""), "measure is not usable"),
    (replace(DEVIATION, reason=None, text=" "), "needs a reason, or words"),
    (replace(DEVIATION, quantity=Fraction(-1)), "less than nothing"),
    (replace(RUN, span=Span(NOW, NOW)), "more than nothing"),
    (replace(RUN, span=Span(NOW, NOW + timedelta(days=32))), "at most 31 days"),
    (replace(RUN, rate=Fraction(0)), "more than nothing per hour"),
    (replace(RUN, quantity=0), "quantity is not usable"),
    (replace(SHIFT, cancelled=True), "cancelled, or starts or ends"),
    (replace(SHIFT, starts=None, ends=None), "cancelled, or starts or ends"),
    (replace(SHIFT, starts=time(7, 0, 30)), "whole minutes"),
    (replace(SHIFT, starts=time(7, tzinfo=UTC)), "site time"),
    (replace(TARGET, value=Fraction(1)), "one value, or a range"),
    (replace(TARGET, low=None, high=None), "one value, or a range"),
    (replace(TARGET, low=None), "one value, or a range"),
    (replace(TARGET, low=Fraction(3)), "from low to high"),
    (replace(TARGET, watch=Fraction(-1)), "watch band"),
    (replace(REASON, name=" "), "needs a name and a group"),
    (replace(REASON, code=""), "code is not usable"),
    (replace(PERSON, name="\x00"[:0]), "a name is needed"),
    (replace(DAY_OFF, last=DAY - timedelta(days=1)), "a first to a last day"),
    (replace(DAY_OFF, last=DAY + timedelta(days=401)), "at most 400 days"),
    (replace(SHIFT, node=""), "node"),
    (replace(TARGET, actor="\x00"), "person's id"),
)


@pytest.mark.parametrize(("wrong", "said"), BAD, ids=[f"{type(one).__name__}-{said}" for one, said in BAD])
def test_what_cannot_be_is_refused_in_a_sentence(wrong: Intention, said: str) -> None:
    with pytest.raises(UnusableError, match=said) as caught:
        drafted(wrong)
    assert str(caught.value).endswith(".")


def test_a_reason_or_a_person_may_be_taken_off_without_a_name() -> None:
    drafted(replace(REASON, name="", group="", removed=True))
    assert drafted(replace(PERSON, name="", removed=True)).name == ""


hostile = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["1/0", "2026-13-01"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(kind=st.sampled_from(sorted(KINDS)), data=st.data())
def test_whatever_a_stored_payload_holds_it_is_read_or_unknown(kind: str, data: st.DataObject) -> None:
    good: dict[str, Any] = {name: data.draw(hostile) for name in KINDS[kind].model_fields if name != "v"}
    found = payload_of(kind, json.dumps({"v": 1, **good}))
    assert isinstance(found, KINDS[kind] | Unknown)


@given(field=st.integers(0, 20), value=hostile, said=st.sampled_from([*ADJUSTED, ENTER, DEVIATION]))
def test_whatever_an_intention_holds_it_is_refused_or_reads_back(field: int, value: object, said: Intention) -> None:
    names = [
        each.name for each in fields(said) if each.name not in {"id", "node", "actor", "span", "role", "kind", "name"}
    ]
    wrong = replace(said, **{names[field % len(names)]: value})  # type: ignore[arg-type]
    with suppress(UnusableError):
        draft = drafted(wrong)
        assert not isinstance(payload_of(draft.kind, draft.stored), Unknown)
