"""What is wrong in the same words is said once and counted, and what is wrong in many words is said of the first."""

from board.sources.complaining import MOST, WITHIN_S, Complaining
from board.sources.hide import hide

STRANGE = "'M9' is no line of this plant"
CANARY = "kanari-vogel-41"


class Watch:
    """A stopwatch that the test turns."""

    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def said(complaining: Complaining) -> list[str]:
    return [f"{each.where}: {each.said}" for each in complaining.take()]


def test_a_word_that_nobody_knows_is_said_once_a_minute_with_how_often_it_came() -> None:
    watch = Watch()
    complaining = Complaining("it", watch)
    for number in range(1, 41):
        complaining.add(f"line {number}", STRANGE, about="Machine")
    complaining.add("line 41", "'M8' is no line of this plant", about="Machine")
    assert said(complaining) == [f"line 1: {STRANGE}", "line 41: 'M8' is no line of this plant"]
    watch.now_s = WITHIN_S
    assert said(complaining) == [f"the minute before: {STRANGE} (39 more times)"], "without any new complaint"
    complaining.add("line 42", STRANGE, about="Machine")
    complaining.add("line 43", STRANGE, about="Machine")
    assert said(complaining) == [f"line 42: {STRANGE}"]
    watch.now_s = 2 * WITHIN_S
    assert said(complaining) == [f"the minute before: {STRANGE} (once more)"]


def test_the_same_words_of_another_place_are_another_thing() -> None:
    complaining = Complaining("it", Watch())
    for node in ("state", "made", "state"):
        complaining.add(node, "is Bad")
    assert said(complaining) == ["state: is Bad", "made: is Bad"]


def test_of_many_different_things_the_first_are_said_and_the_rest_is_counted() -> None:
    watch = Watch()
    complaining = Complaining("it", watch)
    for number in range(MOST + 30):
        complaining.add("a row", f"{number} is wrong")
        complaining.add("a row", f"{number} is wrong")
    assert len(said(complaining)) == MOST
    watch.now_s = WITHIN_S
    told = said(complaining)
    assert len(told) == MOST + 1
    assert told[-1] == "the minute before: 30 more complaints"


def test_no_secret_is_said_in_either_way() -> None:
    hide(CANARY)
    watch = Watch()
    complaining = Complaining("it", watch)
    for _ in range(2):
        complaining.add(CANARY, f"{CANARY} is wrong")
    watch.now_s = WITHIN_S
    assert len(told := said(complaining)) == 2
    assert CANARY not in " ".join(told)
