"""Columns are guessed from their names and samples, in the languages of the shop floor."""

import pytest

from board.sources.about import Found
from board.sources.suggest import measures_first, suggest
from tests.board.sources.drop import context

TIMES = ("2026-11-20 08:00", "2026-11-20 09:00")
NUMBERS = ("120", "118.5")


def columns(**samples: tuple[str, ...]) -> list[Found]:
    """Return found columns; in a name a double underscore is a space."""
    return [Found(name=name.replace("__", " "), samples=each) for name, each in samples.items()]


@pytest.mark.parametrize(
    ("found", "answers"),
    [
        (
            columns(Start=TIMES, Ende=TIMES, Maschine=("line-1",), Gut=NUMBERS, Ausschuss=("3", "")),
            {"start": "Start", "end": "Ende", "node": "Maschine", "good": "Gut", "scrap": "Ausschuss"},
        ),
        (columns(Timestamp=TIMES, Line=("Line 1", "line-2")), {"time": "Timestamp", "node": "Line", "good": ""}),
        (
            columns(Date=("2026-11-20", "21.11.2026"), Parts__made=NUMBERS, Rejected__parts=("1",)),
            {"day": "Date", "good": "Parts made", "scrap": "Rejected parts"},
        ),
        (
            columns(at=TIMES, GoodCount=NUMBERS, Article=("A", "B"), JobNo=("J1", "J2"), Cause=("jam",)),
            {"time": "at", "good": "GoodCount", "product": "Article", "order": "JobNo", "reason": "Cause"},
        ),
        (columns(id=("1", "2", "3"), when=TIMES, Qty=NUMBERS), {"key": "id", "time": "when", "good": "Qty"}),
        (columns(id=("1", "1"), when=TIMES, Qty=NUMBERS), {"time": "when", "good": "Qty"}),
        (
            columns(Von=TIMES, Bis=TIMES, Linie=("line-1",), Produziert=NUMBERS),
            {"start": "Von", "end": "Bis", "node": "Linie", "good": "Produziert"},
        ),
        (columns(Von=TIMES, Bis=TIMES, Summe=NUMBERS), {"start": "Von", "end": "Bis"}),  # no row is one part
        (columns(at=TIMES, Hub=NUMBERS), {"time": "at"}),  # nobody knows what the number is
        (
            columns(at=TIMES, tag=("ok", "state"), value=("5", "RUN")),
            {"time": "at", "good": '{ value = { column = "value" }, when = { tag = "ok" } }'},
        ),
        (columns(at=TIMES, Serial=("7", "8")), {"time": "at", "good": ""}),
        ([], {}),
    ],
)
def test_what_columns_may_mean(found: list[Found], answers: dict[str, str]) -> None:
    assert suggest(found, context(), ["line-1", "line-2"]).answers == answers


def test_a_plant_with_one_line_needs_no_column_for_it() -> None:
    assert suggest(columns(Time=TIMES, Status=("Complete",)), context(), ["line-1"]).answers["node"] == "line-1"


def test_words_that_are_names_of_ours_are_known() -> None:
    found = columns(Time=TIMES, Machine=("LINE 1", "press"), Grund=("labeller jam", "Sonstiges"))
    guess = suggest(found, context(), ["line-1", "line-2"])
    assert guess.words == {"node": {"LINE 1": "line-1"}, "reason": {"labeller jam": "labeller-jam"}}


def test_a_measure_of_the_plant_is_found_by_its_id() -> None:
    plant = context(measures={"good": "count", "energy": "amount", "scrap": "count"})
    found = columns(Time=TIMES, Energy=NUMBERS, Good=NUMBERS)
    assert suggest(found, plant, ["line-1"]).answers["energy"] == "Energy"
    assert measures_first(plant) == ("good", "scrap", "energy")


def test_rows_of_one_value_each_say_of_what_it_is() -> None:
    found = columns(line=("line-1",), tag=("Good_Count", "RejectCount", "Speed"), value=NUMBERS, ts=TIMES)
    answers = suggest(found, context(), ["line-1", "line-2"]).answers
    assert answers["good"] == '{ value = { column = "value" }, when = { tag = "Good_Count" } }'
    assert answers["scrap"] == '{ value = { column = "value" }, when = { tag = "RejectCount" } }'
    assert (answers["node"], answers["time"]) == ("line", "ts")
