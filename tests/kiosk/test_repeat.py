"""What repeats is counted by kind and told ever more rarely."""

from kiosk.repeat import Repeats


def test_each_kind_is_counted_apart() -> None:
    repeats = Repeats()
    assert [repeats.count("a"), repeats.count("b"), repeats.count("a")] == [1, 1, 2]


def test_only_the_first_and_powers_of_ten_are_told() -> None:
    assert [n for n in range(1, 2000) if Repeats.is_worth_telling(n)] == [1, 10, 100, 1000]


def test_kinds_without_end_take_no_memory_without_end() -> None:
    repeats = Repeats(most_kinds=3)
    for kind in range(10):
        repeats.count(kind)
    assert repeats.count(9) == 2
    assert repeats.count(0) == 1
