"""Answers as people type them become the mapping that a source reads."""

import pytest

from board.sources.about import Found
from board.sources.answer import AnswerError, is_target, mapping_of, spelt
from board.sources.mapping import read_mapping
from board.sources.setting import Settings
from tests.board.sources.drop import context

FOUND = [
    Found(name=name) for name in ("Date", "Clock", "From", "To", "Machine", "Dept", "OK", "NG", "Cause", "Minutes")
]


@pytest.mark.parametrize(
    ("answers", "settings"),
    [
        ({"node": "line-1", "time": "From", "good": ""},
         {"node": "line-1", "time": "From", "measure": [{"id": "good"}]}),
        ({"node": "machine", "start": "from", "end": "TO", "good": "ok"},
         {"node": {"column": "Machine"}, "start": "From", "end": "To",
          "measure": [{"id": "good", "value": {"column": "OK"}}]}),
        ({"node": "{Dept}-{Machine}", "start": "Date + Clock", "length": "1 h", "good": "OK - NG"},
         {"node": {"template": "{Dept}-{Machine}"}, "start": {"date": "Date", "time": "Clock"}, "length": "1 h",
          "measure": [{"id": "good", "value": "OK - NG"}]}),
        ({"node": "line-1", "start": "From", "length": "Minutes", "downtime": "Minutes", "downtime.unit": "h",
          "reason": "Cause", "product": '"4711"', "key": "Date, Machine", "order": "-"},
         {"node": "line-1", "product": "4711", "start": "From", "length": {"column": "Minutes"},
          "key": ["Date", "Machine"],
          "measure": [{"id": "downtime", "value": {"column": "Minutes"}, "unit": "h", "reason": {"column": "Cause"}}]}),
        ({"node": "line-1", "time": "From", "good": "OK", "scrap": "NG", "reason": "Cause"},
         {"node": "line-1", "time": "From",
          "measure": [{"id": "good", "value": {"column": "OK"}},
                      {"id": "scrap", "value": {"column": "NG"}, "reason": {"column": "Cause"}}]}),
        ({"node": "line-1", "time": "From", "good": '{ when = { Cause = "" }, value = 2 }'},
         {"node": "line-1", "time": "From", "measure": [{"id": "good", "when": {"Cause": ""}, "value": 2}]}),
    ],
)  # fmt: skip
def test_answers_become_settings_that_a_source_understands(
    answers: dict[str, str], settings: dict[str, object]
) -> None:
    assert mapping_of(answers, {}, FOUND, context()) == settings
    read = Settings(settings, where="source x")
    read_mapping(read, context())
    assert read.problems == []


def test_words_stand_beside_the_column_that_has_them() -> None:
    words = {"node": {"M1": "line-1"}, "reason": {"jam": "E001"}}
    answers = {"node": "Machine", "time": "From", "scrap": "", "reason": "Cause"}
    found = mapping_of(answers, words, FOUND, context())
    assert found["node"] == {"column": "Machine", "map": {"M1": "line-1"}}
    assert found["measure"] == [{"id": "scrap", "reason": {"column": "Cause", "map": {"jam": "E001"}}}]


def test_a_column_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(AnswerError, match=r"^good: there is no column 'Gut'; there are Date, Clock, From, To"):
        mapping_of({"good": "Gut"}, {}, FOUND, context())
    with pytest.raises(AnswerError, match=r"no column 'line-9'.*and no line 'line-9'; there are line-1, line-2"):
        mapping_of({"node": "line-9"}, {}, FOUND, context())
    with pytest.raises(AnswerError, match="in quotes"):
        mapping_of({"product": "4711"[:2] + "x"}, {}, FOUND, context())


def test_where_no_columns_are_known_any_name_will_do() -> None:
    found = mapping_of({"node": "line-1", "time": "ts", "good": "value"}, {}, [], context())
    assert found["measure"] == [{"id": "good", "value": {"column": "value"}}]


def test_only_what_the_plant_measures_can_be_mapped_to() -> None:
    assert is_target("downtime.unit", context())
    assert not is_target("goood", context())


def test_settings_are_text_unless_they_are_spelt_as_something_else() -> None:
    assert spelt("drop/*.csv") == "drop/*.csv"
    assert spelt("10 s") == "10 s"
    assert (spelt("3"), spelt("true"), spelt('["a", "b"]')) == (3, True, ["a", "b"])
    assert spelt('{ bearer = { env = "T" } }') == {"bearer": {"env": "T"}}
    assert spelt("{half") == "{half"


def test_rows_of_a_schedule_tell_of_planned_runs_and_of_no_measure() -> None:
    columns = [Found(name=name, samples=("1",)) for name in ("Line", "From", "Job", "Pieces", "Speed")]
    answers = {"node": "Line", "start": "From", "length": "8 h", "order": "Job", "key": "Job", "good": "Pieces"}
    answers |= {"run.quantity": "pieces", "run.rate": '{ column = "Speed", scale = 60 }', "run.crew": "3"}
    found = mapping_of(answers, {}, columns, context())
    assert "measure" not in found
    assert found["run"] == {"quantity": {"column": "Pieces"}, "rate": {"column": "Speed", "scale": 60}, "crew": 3}
    assert is_target("run.quantity", context())
    settings = Settings(found, where="source plan")
    assert read_mapping(settings, context()).run is not None
    assert settings.problems == []
