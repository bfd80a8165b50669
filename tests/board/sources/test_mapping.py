"""Settings of a source: each fault is named with its key, what was found and what was expected."""

import pytest

from board.plant.plant import SourceSpec
from board.sources.contract import SettingsError, SourceContext, open_source
from tests.board.sources.drop import PARTS, TOTALS, context

MEASURE = {"id": "good", "value": {"column": "Good"}}


def problems(settings: dict[str, object]) -> list[str]:
    """Return what is wrong with the settings of a CSV source."""
    spec = SourceSpec(id="parts", kind="csv", settings={"path": "*.csv", **settings})
    with pytest.raises(SettingsError) as caught:
        open_source(spec, context())
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"node": None}, "source parts, key node: found None, expected a text"),
        ({"node": "line-9"}, "source parts, key node: found 'line-9', expected one of line-1, line-2"),
        ({"node": {"column": "M", "map": {"M1": "line-9"}}}, "source parts, key node: found 'line-9', expected one of"),
        ({"node": {"colum": "M"}}, "source parts, node, key column: found nothing, expected a text"),
        ({"node": {"column": "M", "map": "x"}}, "key map: found 'x', expected a table from text to text"),
        ({"time": 5}, "source parts, key time: found 5, expected a text"),
        ({"start": "Start"}, "found time and start, expected just one of time (an instant), start (a span) and day"),
        ({"formats": ["%H"]}, "key formats: found '%H', expected auto, iso, epoch s, epoch ms or a pattern such as"),
        ({"zone": "Mars/Olympus"}, "key zone: found 'Mars/Olympus', expected an IANA time zone such as"),
        ({"month_first": "yes"}, "key month_first: found 'yes', expected true or false"),
        ({"decimal": ";"}, "key decimal: found ';', expected one of '.', ','"),
        ({"decimal": ",", "thousands": ","}, "key thousands: found ',', expected another mark than the decimal mark"),
        ({"measure": []}, 'key measure: found [], expected at least one table such as { id = "good" }'),
        ({"measure": "good"}, "key measure: found 'good', expected a list of tables"),
        ({"measure": [{"id": "gud"}]}, "source parts, measure 1, key id: found 'gud', expected one of 'good', 'scrap'"),
        (
            {"measure": [MEASURE, {"id": "good", "sign": 2}]},
            "measure 2, key sign: found 2, expected a number from -1 to 1",
        ),
        ({"measure": [{**MEASURE, "scale": "0"}]}, "measure 1, key scale: found '0', expected another number than 0"),
        (
            {"measure": [{**MEASURE, "unitt": "s"}]},
            "measure 1, key unitt: is not known; expected counter, id, may_be_negative",
        ),
        (
            {"measure": [{"id": "good", "value": {"column": "Good", "empty": 0}}]},
            "measure 1, value, key empty: found 0, expected a text",
        ),
        (
            {"measure": [{"id": "good", "value": {"column": "Good", "empty": "zero"}, "counter": "total"}]},
            "measure 1, value, key empty: found 'zero', expected \"missing\": an empty cell is zero only of",
        ),
        (
            {"measure": [{"id": "downtime", "unit": "week"}]},
            "measure 1, key unit: found 'week', expected one of s, min",
        ),
        ({"measure": [{"id": "good", "when": "Complete"}]}, "key when: found 'Complete', expected a table such as"),
        ({"encoding": "ebcdic"}, "key encoding: found 'ebcdic', expected one of 'auto', 'utf-8'"),
        ({"delimiter": "x"}, "key delimiter: found 'x', expected one of ',', ';', 'tab'"),
        ({"complete": "never"}, "key complete: found 'never', expected one of 'newest', 'seen', 'closed'"),
        ({"lag": "soon"}, 'key lag: found \'soon\', expected a length of time such as "15 min" or "2 h"'),
        ({"look_mib": "9999"}, "key look_mib: found '9999', expected a number from 1 to 1024"),
        ({"poll_s": 0}, "key poll_s: found 0, expected a number from 1 to 3600"),
        ({"path": 7}, "key path: found 7, expected a text"),
        ({"colour": "red"}, "source parts, key colour: is not known; expected"),
    ],
)
def test_a_fault_is_named_with_what_was_found_and_expected(change: dict[str, object], sentence: str) -> None:
    assert any(sentence in problem for problem in problems({**PARTS, **change})), problems({**PARTS, **change})


def test_all_faults_are_named_at_once() -> None:
    found = problems({"tme": "Time", "decimal": "?"})
    for key in ("node", "tme", "decimal", "measure"):
        assert any(f"key {key}" in problem for problem in found), found


def test_a_span_needs_an_end_or_a_length_and_not_both() -> None:
    lone = {key: value for key, value in TOTALS.items() if key != "length"}
    assert "key start: expected just one of end and length" in problems(lone)[0]
    assert "key start: expected just one of end and length" in problems({**TOTALS, "end": "End"})[0]


def test_an_unknown_kind_names_the_kinds_there_are() -> None:
    spec = SourceSpec(id="x", kind="teleprinter", settings={})
    with pytest.raises(SettingsError, match="key kind: found 'teleprinter', expected one of command, csv, demo"):
        open_source(spec, SourceContext(timezone="Europe/London"))
