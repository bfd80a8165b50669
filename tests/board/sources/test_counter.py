"""A counter's total becomes what was added, whatever order, repetition, reset or restart its values come with."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.sources import counter
from board.sources.counter import KEPT, Counter, CounterRule, Counters, Step

START = datetime(2026, 11, 20, 8, tzinfo=UTC)
WORD = CounterRule(maximum=Fraction(65535))
Told = dict[datetime, Step]


def at(number: float) -> datetime:
    return START + timedelta(minutes=number)


def run(
    values: Iterable[tuple[float, float | str | Fraction]], rule: CounterRule | None = None, *, unbroken: bool = True
) -> tuple[Told, list[str]]:
    """Return the steps that stand at the end, by their end, and what was complained of."""
    told: Told = {}
    said: list[str] = []
    found = Counter(rule or CounterRule())
    for minute, value in values:
        for step in found.take(at(minute), Fraction(value), said.append, unbroken=unbroken):
            told[step.end] = step
    return told, said


def added(*values: float | str, rule: CounterRule | None = None) -> list[float]:
    """Return what each value but the first adds, one a minute."""
    told, _ = run(list(enumerate(values)), rule)
    return [float(told[at(n)].added) if at(n) in told else 0 for n in range(1, len(values))]


def total(told: Told) -> Fraction:
    return sum((step.added for step in told.values()), Fraction(0))


@pytest.mark.parametrize(
    ("values", "expected", "rule"),
    [
        ((7,), [], None),
        ((7, 7, 9), [0, 2], None),
        ((100, 0, 4), [0, 4], None),  # a reset to nothing
        ((100, 6, 8), [6, 2], None),  # one that has counted on since
        ((100, 1000, 1002), [0, 2], CounterRule(begins_at=Fraction(1000))),  # 100 is none of its values
        ((5000, 1003), [3], CounterRule(begins_at=Fraction(1000))),  # a reset to another base
        ((100, 97, 99, 101), [0, 0, 1], None),  # a correction: nothing until it is past where it was
        ((100, 95, 89, 101), [0, 0, 1], None),
        ((100, 80), [80], None),
        ((100, 80, 101), [0, 1], CounterRule(correction=Fraction(20))),
        ((8, 3), [3], None),  # little, but less than half: a reset
        ((65534, 65535, 0, 2), [1, 1, 2], WORD),
        ((65530, 4), [10], WORD),
        ((30000, 4), [4], WORD),  # too far from the end to have rolled over
        ((32766, -32767), [3], CounterRule(maximum=Fraction(32767), begins_at=Fraction(-32768))),
        ((4294967290, 9), [15], CounterRule(maximum=Fraction(2**32 - 1))),
        (("9999.5", "0.5"), [0.9], CounterRule(maximum=Fraction("9999.9"))),
        ((3, 65534, 5), [0, 2], WORD),  # a late message from before the roll-over
        ((65535, 65530, 2), [0, 3], WORD),  # a correction at the very end
    ],
)
def test_each_value_adds_what_its_counter_counted(
    values: tuple[float | str, ...], expected: list[float], rule: CounterRule | None
) -> None:
    assert added(*values, rule=rule) == expected


def test_a_value_the_counter_cannot_show_is_said_and_never_zero() -> None:
    told, said = run([(0, 10), (1, -1), (2, 70000), (3, 12)], WORD)
    assert said == ["is no value that this counter can show"] * 2
    assert {step.end: step.added for step in told.values()} == {at(3): 2}


def test_a_step_that_cannot_be_is_not_counted_until_the_next_value_goes_on_from_there() -> None:
    rule = CounterRule(most=Fraction(50))
    told, said = run([(0, 100), (1, 4_000_000), (2, 101)], rule)
    assert total(told) == 1
    assert said == ["rose by 3999900 at once, which is more than 50; it is not counted"]
    told, _ = run([(0, 100), (1, 4_000_000), (2, 4_000_003), (3, 4_000_004)], rule)
    assert total(told) == 4
    assert total(run([(0, 100), (1, 4_000_000)], CounterRule())[0]) == 3_999_900, "without `most` it would count"


def test_where_changes_may_be_missed_the_step_lies_over_the_time_between() -> None:
    found = Counter(CounterRule())
    said: list[str] = []
    found.take(at(0), Fraction(5), said.append, unbroken=True)
    assert found.take(at(1), Fraction(6), said.append, unbroken=True) == [
        Step(start=at(1), end=at(1), added=Fraction(1))
    ]
    found.breaks()
    assert found.take(at(9), Fraction(8), said.append, unbroken=True) == [
        Step(start=at(1), end=at(9), added=Fraction(2))
    ]
    assert found.take(at(10), Fraction(9), said.append) == [Step(start=at(9), end=at(10), added=Fraction(1))]
    assert found.take(at(11), Fraction(9), said.append) == [Step(start=at(10), end=at(11), added=Fraction(0))]
    assert found.take(at(12), Fraction(9), said.append, unbroken=True) == []
    assert found.take(at(12 + 32 * 1440), Fraction(99), said.append) == []
    assert said == ["was not seen for 32 days; what it counted meanwhile is left out"]


def test_a_late_value_splits_its_step_and_a_later_message_of_the_same_instant_only_raises_it() -> None:
    found = Counter(CounterRule())
    found.take(at(0), Fraction(0), str, about=("a",))
    assert found.take(at(10), Fraction(10), str, about=("a",))[0].added == 10
    late = found.take(at(4), Fraction(3), str, about=("b",))
    assert late == [
        Step(start=at(0), end=at(4), added=Fraction(3), about=("b",)),
        Step(start=at(4), end=at(10), added=Fraction(7), about=("a",)),
    ]
    assert found.take(at(4), Fraction(3), str, about=("b",)) == []
    assert found.take(at(4), Fraction(1), str, about=("b",)) == []
    assert [step.added for step in found.take(at(4), Fraction(4), str)] == [4, 6]


registers = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 400)), min_size=1, max_size=KEPT)


@given(registers, st.data(), st.sampled_from([CounterRule(), WORD, CounterRule(most=Fraction(100))]))
def test_order_and_repetition_change_nothing(
    samples: list[tuple[int, int]], data: st.DataObject, rule: CounterRule
) -> None:
    once = dict(sorted(samples))  # one value for each instant, the greatest
    values = [(float(minute), float(value)) for minute, value in once.items()]
    arrived = data.draw(st.permutations(values)) + data.draw(st.lists(st.sampled_from(values), max_size=9))
    inorder, shuffled = run(values, rule, unbroken=False)[0], run(arrived, rule, unbroken=False)[0]
    assert {end: step for end, step in shuffled.items() if step.added} == {
        end: step for end, step in inorder.items() if step.added
    }


@given(
    st.lists(st.integers(0, 70_000), max_size=40),
    st.lists(st.integers(0, 40), max_size=6),
    st.sampled_from([CounterRule(), WORD, CounterRule(most=Fraction(50))]),
)
def test_a_restart_at_any_point_gives_the_same_sum(values: list[int], stops: list[int], rule: CounterRule) -> None:
    counters, told = Counters(), Fraction(0)
    for number, value in enumerate(values):
        if number in stops:
            counters = Counters.parse(json.loads(json.dumps(counters.body())))
        for step in counters.take("good", rule, at(number), Fraction(value, 7), str, unbroken=True):
            told += step.added
    assert told == total(run([(n, Fraction(value, 7)) for n, value in enumerate(values)], rule)[0])


@given(st.lists(st.integers(0, 90), min_size=1, max_size=60), st.integers(0, 65535))
def test_a_register_that_rolls_over_loses_no_part(increments: list[int], first: int) -> None:
    values, shown = [], first
    for increment in increments:
        values.append(shown)
        shown = (shown + increment) % 65536
    values.append(shown)
    assert total(run(list(enumerate(values)), WORD)[0]) == sum(increments)


@given(st.lists(st.integers(0, 500), min_size=1, max_size=40), st.lists(st.integers(0, 9), max_size=40))
def test_small_falls_never_count_twice(increments: list[int], falls: list[int]) -> None:
    true, values = 1000, []
    for number, increment in enumerate(increments):
        values.append(true - (falls[number] if number < len(falls) else 0))
        true += increment
    assert total(run(list(enumerate(values)))[0]) == max(values[: len(values)]) - values[0]


def test_what_is_remembered_is_bounded() -> None:
    counters = Counters()
    said: list[str] = []
    for number in range(3 * counter.MOST_COUNTERS):
        for minute in range(12):
            counters.take(f"{number}", CounterRule(), at(minute), Fraction(minute * 10**15, 7), said.append)
    kept = counters.body()
    assert len(kept) <= counter.MOST_COUNTERS
    assert len(json.dumps(kept)) <= counter.LONGEST_BODY * 1.1
    assert str(3 * counter.MOST_COUNTERS - 1) in kept, "the one heard of last is kept"
    assert f"more than {counter.MOST_COUNTERS} counters" in said[0]


def test_many_counters_with_products_and_orders_all_count_on_from_look_to_look() -> None:
    """What has to be remembered stays within a watermark, and no counter is forgotten for it."""
    about = ("Bracket 4711 left", "PO-2026-004711")
    gained = dict.fromkeys(range(460), Fraction(0))
    body: dict[str, object] = {}
    for look in range(12):
        counters = Counters.parse(json.loads(json.dumps(body)))
        for number in gained:
            value = Fraction(1000 * number + 5 * look)
            for step in counters.take(f"line-{number:03}:good", CounterRule(), at(look), value, str, about=about):
                gained[number] += step.added
        body = counters.body()
        assert len(json.dumps(body)) < 1.2 * counter.LONGEST_BODY
    assert set(gained.values()) == {Fraction(5 * 11)}


@pytest.mark.parametrize("body", [None, [], "x", {"good": None}, {"good": [1]}, {"good": [None, [["x", 1, 1]]]},
                                  {"good": [[1, "1/0", 1, None], []]}, {"good": [None, [[10**40, 1, 1]]]}])  # fmt: skip
def test_what_is_remembered_wrongly_is_begun_anew(body: object) -> None:
    counters = Counters.parse(body)
    assert counters.take("good", CounterRule(), at(0), Fraction(5), str) == []
    assert counters.take("good", CounterRule(), at(1), Fraction(6), str)[0].added == 1


def test_what_comes_before_a_doubted_value_is_not_counted_from_it() -> None:
    values = [(0, 0), (20, 1000), *((21 + n, 1001 + n) for n in range(KEPT)), (10, 1005)]
    told, said = run(values, CounterRule(most=Fraction(10)), unbroken=False)
    assert all(step.start <= step.end for step in told.values())
    assert (total(told), len(said)) == (Fraction(8), 1)
