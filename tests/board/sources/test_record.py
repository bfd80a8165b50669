"""Rows become readings, and what is wrong with a row is said without costing another."""

import os
import re
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from board.kpi.reading import Quality
from board.plant.plant import SourceSpec
from board.sources.contract import SettingsError
from board.sources.csv_folder import CsvFolder
from board.sources.wire import decode_batch, encode_batch
from tests.board.sources.drop import HEAD, NOW, PARTS, Drop, context, counts


def test_a_row_is_a_part_by_the_word_in_a_column(parts: Drop) -> None:
    parts.write("a.csv", HEAD + "2026-11-20 08:00:35,M1,Complete,N/A\n2026-11-20 08:00:36,M2, error ,E001\n")
    first, second = parts.look()
    assert (first.measure, str(first.value), first.reason, first.node) == ("good", "1", None, "line-1")
    assert first.start == first.end == datetime(2026, 11, 20, 8, 0, 35, tzinfo=UTC)
    assert (second.measure, str(second.value), second.reason) == ("scrap", "1", "E001")
    assert parts.said == []


def test_a_row_is_the_totals_of_a_span(totals: Drop) -> None:
    totals.write("a.csv", "Start;Line;Good;Scrap\n20.11.2026 08:00; line 1 ;1.234,5;0\n20.11.2026 09:00;line-2;12;\n")
    readings = totals.look()
    assert [(each.node, each.measure, each.value, each.quality) for each in readings] == [
        ("line-1", "good", Fraction("1234.5"), Quality.GOOD),
        ("line-1", "scrap", 0, Quality.GOOD),
        ("line-2", "good", 12, Quality.GOOD),
        ("line-2", "scrap", None, Quality.MISSING),
    ]
    assert all(each.end - each.start == timedelta(hours=1) for each in readings)
    assert totals.said == []


def test_an_empty_cell_is_zero_only_where_the_mapping_says_so(tmp_path: Path) -> None:
    """So people write who note what went wrong, and leave empty what did not; a cell that is not there says nothing."""
    measures = [
        {"id": "good", "value": {"column": "Good"}},
        {"id": "scrap", "value": {"column": "Scrap", "empty": "zero"}},
        {"id": "downtime", "value": {"column": "Stopped", "empty": "zero"}, "reason": {"column": "Why"}},
    ]
    found = Drop(tmp_path, {"node": "line-1", "start": "S", "end": "E", "measure": measures})
    found.write("a.csv", "S,E,Good,Scrap,Stopped,Why\n2026-11-20 08:00,2026-11-20 09:00,,-,,\n")
    assert [(each.measure, each.value, each.quality) for each in found.look()] == [
        ("good", None, Quality.MISSING),
        ("scrap", 0, Quality.GOOD),
        ("downtime", 0, Quality.GOOD),
    ]
    assert found.said == []


@pytest.mark.parametrize(
    ("settings", "text", "span"),
    [
        ({"start": "S", "end": "E"}, "S,E,N\n2026-11-19 22:00,2026-11-19 24:00,5", "19 22:00 to 20 00:00"),
        (
            {"start": {"date": "D", "time": "T"}, "length": "30 min"},
            "D,T,N\n19.11.2026,22:00,5",
            "19 22:00 to 19 22:30",
        ),
        (
            {"start": {"date": "D", "time": "T"}, "length": {"column": "L", "unit": "h"}},
            'D,T,L,N\n2026-11-19 00:00:00,22:00,"1,5",5',
            "19 22:00 to 19 23:30",
        ),
        ({"day": "D"}, "D,N\n11/19/2026,5", "19 06:00 to 20 06:00"),
        ({"time": "T", "zone": "Asia/Kolkata"}, "T,N\n2026-11-19 22:00,5", "19 16:30 to 19 16:30"),
        ({"time": "T", "formats": ["epoch ms"]}, "T,N\n1795125600000,5", "19 22:00 to 19 22:00"),
    ],
)
def test_time_comes_in_many_shapes(tmp_path: Path, settings: Mapping[str, object], text: str, span: str) -> None:
    measure = {"measure": {"id": "good", "value": {"column": "N"}}}
    spec = SourceSpec(id="x", kind="csv", settings={"path": "*.csv", "node": "line-1", **measure, **settings})
    (tmp_path / "a.csv").write_text(text + "\n")
    source = CsvFolder(spec, context(tmp_path, day_starts=time(6, 0)))
    batches = list(source.read(None, NOW))
    (reading,) = (each for batch in batches for each in batch.readings)
    assert f"{reading.start:%d %H:%M} to {reading.end:%d %H:%M}" == span, batches
    assert reading.value == 5


def test_a_line_is_named_by_several_columns_and_a_value_is_computed_from_several(tmp_path: Path) -> None:
    settings = {
        "node": {"template": "{Hall}-{No}"},
        "day": "Date",
        "month_first": True,
        "measure": [
            {"id": "good", "value": "ratio * people"},
            {"id": "scrap", "value": "wip / people", "scale": 10},
        ],
    }
    drop = Drop(tmp_path, settings)
    drop.write(
        "a.csv",
        "Date,Hall,No,ratio,people,wip\n02-03-2026,Line ,1,0.7,30.5,\n2/13/2026,LINE,2,1.12,10,0\n"
        "2/14/2026,line,1,0.5,0,7\n2/15/2026,line,,0.5,1,7\n2/16/2026,line,1,much,1,7\n",
    )
    found = [(each.node, each.start.day, each.measure, each.value, each.quality.value) for each in drop.look()]
    assert found == [
        ("line-1", 3, "good", Fraction("21.35"), "good"),
        ("line-1", 3, "scrap", None, "missing"),
        ("line-2", 13, "good", Fraction("11.2"), "good"),
        ("line-2", 13, "scrap", 0, "good"),
        ("line-1", 14, "good", 0, "good"),
        ("line-1", 14, "scrap", None, "missing"),
        ("line-1", 16, "good", None, "bad"),
        ("line-1", 16, "scrap", 70, "good"),
    ]
    assert [said for said in drop.said if "nobody knows which line" in said]
    assert [said for said in drop.said if "'much' is not a number" in said]


@pytest.mark.parametrize(
    ("node", "value", "said"),
    [
        ({"template": "no braces"}, 1, "expected columns in braces"),
        ({"template": "{a}", "column": "b"}, 1, "and no column beside it"),
        ("line-1", "a ** b", "no sign a formula knows"),
    ],
)
def test_a_template_or_formula_that_cannot_be_is_said(tmp_path: Path, node: object, value: object, said: str) -> None:
    spec = SourceSpec(
        id="x",
        kind="csv",
        settings={"path": "*.csv", "node": node, "time": "T", "measure": {"id": "good", "value": value}},
    )
    with pytest.raises(SettingsError, match=re.escape(said)):
        CsvFolder(spec, context(tmp_path))


def test_units_scales_and_signs_make_the_boards_own_unit(tmp_path: Path) -> None:
    measures = [
        {"id": "downtime", "value": {"column": "Stopped"}, "unit": "s", "reason": {"column": "Why"}},
        {"id": "setup", "value": {"column": "Setup"}},
        {"id": "scrap", "value": {"column": "Scrap"}, "sign": -1, "scale": "1/10", "unit": "pcs"},
    ]
    drop = Drop(tmp_path, {"node": "line-1", "time": "Time", "measure": measures})
    drop.write("a.csv", "Time,Stopped,Why,Setup,Scrap\n2026-11-20 08:00,90,labeller JAM,1:30:30,-25 pcs\n")
    assert [(each.measure, each.value, each.unit, each.reason) for each in drop.look()] == [
        ("downtime", Fraction(3, 2), "min", "labeller-jam"),
        ("setup", Fraction(181, 2), "min", None),
        ("scrap", Fraction(5, 2), "pcs", None),
    ]


def test_two_machines_sharing_a_time_stamp_are_two_parts(parts: Drop) -> None:
    row = "2026-11-20 08:00:35,{},Complete,N/A\n"
    parts.write("a.csv", HEAD + row.format("M1") + row.format("M2") + row.format("M2"))
    assert len({each.key for each in parts.look()}) == 3


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("yesterday,M1,Complete,N/A", "a.csv line 3, column Time: Time 'yesterday' is not a date"),
        (
            "2026-13-40 08:00,M1,Complete,N/A",
            "a.csv line 3, column Time: Time '2026-13-40 08:00' is not a date the calendar has",
        ),
        (",M1,Complete,N/A", "a.csv line 3, column Time: Time is empty, so nobody knows when this was"),
        ("2031-01-01 08:00,M1,Complete,N/A", "a.csv line 3, column Time: Time '2031-01-01 08:00' lies in the future"),
        ("1900-01-01 08:00,M1,Complete,N/A", "a.csv line 3, column Time: Time '1900-01-01 08:00' is before 1970"),
        ("2026-11-20 08:00,M1,Paused,N/A", "a.csv line 3, column Status: Status 'Paused' is none of the words"),
        ("2026-11-20 08:00,M1", "a.csv line 3: the row has 2 cells where the header has 4"),
        ("2026-11-20 08:00,M1,Complete,N/A,extra", "a.csv line 3: the row has 5 cells where the header has 4"),
        ('2026-11-20 08:00,"M1,Complete,N/A', "a.csv line 3: the row opens a quote that is never closed"),
    ],
)
def test_a_bad_row_costs_no_good_one(parts: Drop, row: str, said: str) -> None:
    good = "2026-11-20 08:00:35,M{},Complete,N/A\n"
    parts.write("a.csv", HEAD + good.format(1) + row + "\n" + good.format(2))
    assert counts(parts.look()) == {("good", None): 2}
    assert len(parts.said) == 1
    assert parts.said[0].startswith(said), parts.said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2026-11-20 08:00;line-1;-5;1", "a.csv line 2, column Good: Good '-5' is negative, and good cannot be"),
        ("2026-11-20 08:00;line-1;many;1", "a.csv line 2, column Good: Good 'many' is not a number"),
        (
            "2026-11-20 08:00;line-1;1,234;1",
            "a.csv line 2, column Good: Good '1,234' can be read two ways: set decimal",
        ),
        (
            "2026-11-20 08:00;line-1;1.234;1",
            "a.csv line 2, column Good: Good '1.234' can be read two ways: set decimal",
        ),
    ],
)
def test_a_bad_number_is_missing_and_never_zero(totals: Drop, row: str, said: str) -> None:
    totals.write("a.csv", f"Start;Line;Good;Scrap\n{row}\n")
    good, scrap = totals.look()
    assert (good.value, good.quality, str(scrap.value)) == (None, Quality.BAD, "1")
    assert totals.said[0].startswith(said), totals.said


@pytest.mark.parametrize(
    ("marks", "value"), [({"decimal": "."}, "1.234"), ({"decimal": ","}, "1234"), ({"thousands": ","}, "1.234")]
)
def test_a_count_with_a_point_is_read_where_the_marks_are_set(
    tmp_path: Path, marks: dict[str, object], value: str
) -> None:
    mapping = {"path": "*.csv", "node": "line-1", "time": "T", "measure": [{"id": "good", "value": {"column": "N"}}]}
    marks = marks if marks != {"decimal": ","} else {**marks, "thousands": "."}
    drop = Drop(tmp_path, {**mapping, **marks})
    drop.write("a.csv", "T,N\n2026-11-20 08:00,1.234\n")
    assert [each.value for each in drop.look()] == [Fraction(value)]


def test_what_no_factory_has_is_bad_and_stops_nobody(tmp_path: Path) -> None:
    """Formulas over huge cells, and file names of another century, reach the other end of the pipe all the same."""
    source = CsvFolder(
        SourceSpec(
            id="parts",
            kind="csv",
            settings={
                "path": "*.csv",
                "node": "line-1",
                "time": "T",
                "order": {"column": "$file"},
                "key": ["$file", "T"],
                "measure": [{"id": "good", "value": "A * B"}],
            },
        ),
        context(folder=tmp_path),
    )
    huge = "9" * 30 + "e30"
    name = os.fsdecode(b"St\xfcck.csv")
    (tmp_path / name).write_text(f"T,A,B\n2026-11-20 08:00,{huge},{huge}\n2026-11-20 09:00,2,3\n")
    first, *more = source.read(None, NOW)
    assert not more
    good = decode_batch(encode_batch(first)).readings
    assert [(each.value, each.quality) for each in good] == [(None, Quality.BAD), (Fraction(6), Quality.GOOD)]
    assert "St\ufffdck.csv" in good[1].key
    assert any("more digits than any quantity of a factory" in each.said for each in first.complaints)


def test_an_unknown_line_is_named_with_those_there_are(totals: Drop) -> None:
    totals.write("a.csv", "Start;Line;Good;Scrap\n2026-11-20 08:00;line-7;5;1\n2026-11-20 08:00;;5;1\n")
    assert totals.look() == []
    assert totals.said == [
        "a.csv line 2, column Line: Line 'line-7' is no line of this plant; expected one of line-1, line-2",
        "a.csv line 3, column Line: Line is empty, so nobody knows which line this row belongs to",
    ]


def test_an_unknown_reason_is_kept_and_complained_of_once(parts: Drop) -> None:
    parts.write("a.csv", HEAD + "2026-11-20 08:00:35,M1,Error,E777\n" * 5)
    assert counts(parts.look()) == {("scrap", "E777"): 5}
    assert parts.said == ["a.csv line 2, column Code: Code 'E777' is no reason of this plant; it is kept as it is"]


def test_rows_to_be_ignored_are_passed_over_in_silence(tmp_path: Path) -> None:
    drop = Drop(tmp_path, {**PARTS, "ignore": {"Status": ["Paused", "Idle"]}})
    drop.write("a.csv", HEAD + "2026-11-20 08:00,M1,paused,N/A\n\n ,,,\n2026-11-20 08:00,M1,Complete,N/A\n")
    assert len(drop.look()) == 1
    assert drop.said == []


def test_a_span_that_has_not_ended_is_provisional(totals: Drop) -> None:
    totals.write("a.csv", "Start;Line;Good;Scrap\n2026-11-20 11:30;line-1;5;0\n")
    assert [each.final for each in totals.look()] == [False, False]
    assert totals.last.complete_through == datetime(2026, 11, 20, 11, 30, tzinfo=UTC)


@pytest.mark.parametrize("time", ["12:00:01", "12:04:00"])
def test_a_part_that_a_clock_a_little_ahead_has_stamped_is_final(parts: Drop, time: str) -> None:
    parts.write("a.csv", HEAD + f"2026-11-20 {time},M1,Complete,N/A\n")
    (part,) = parts.look()
    assert part.final, "nothing tells it again"


def test_the_name_of_a_file_can_say_the_line(tmp_path: Path) -> None:
    names = {"column": "$file", "map": {"m1.csv": "line-1", "m2.csv": "line-2"}}
    drop = Drop(tmp_path, {**PARTS, "node": names, "path": "**/*.csv"})
    (tmp_path / "sub").mkdir()
    for name in ("m1.csv", "m2.csv", "m3.csv"):
        drop.write(name, HEAD + "2026-11-20 08:00:35,M,Complete,N/A\n")
    assert sorted(each.node for each in drop.look()) == ["line-1", "line-2"]
    assert len(drop.said) == 1


def test_the_part_log_gives_the_known_counts(realdata: Path) -> None:
    settings = {
        **PARTS,
        "path": "${DATA}/workcell/production_data.csv",
        "time": "Timestamp",
        "complete": "closed",
        "measure": [
            {"id": "good", "when": {"Status": "Complete"}},
            {"id": "scrap", "when": {"Status": "Error"}, "reason": {"column": "Error_Code"}},
        ],
    }
    spec = SourceSpec(id="parts", kind="csv", settings=settings)
    plain = context(environment={"DATA": str(realdata)}, timezone="America/Chicago", reasons={})
    readings = [each for batch in CsvFolder(spec, plain).read(None, NOW) for each in batch.readings]
    assert len({each.key for each in readings}) == len(readings) == 2104
    assert Counter(each.measure for each in readings) == {"good": 2000, "scrap": 104}
    assert {each.reason for each in readings if each.measure == "good"} == {None}
    assert {each.reason for each in readings if each.measure == "scrap"} == {f"E{code:03}" for code in range(1, 11)}

    def by_interval(measure: str) -> list[int]:
        hours = Counter(
            each.start.astimezone(ZoneInfo("America/Chicago")).hour // 2 for each in readings if each.measure == measure
        )
        return [hours[hour] for hour in (4, 5, 6, 7)]

    assert by_interval("good") == [488, 461, 375, 466]
    assert by_interval("scrap") == [35, 19, 22, 17]


def test_the_garment_log_is_read_in_both_its_spellings(realdata: Path) -> None:
    settings = {
        "path": str(realdata / "garment" / "garments_worker_productivity.csv"),
        "node": {"column": "department", "map": {"sewing": "line-1", "finishing": "line-2"}},
        "day": "date",
        "month_first": True,
        "measure": {"id": "good", "value": {"column": "wip"}},
    }
    source = CsvFolder(SourceSpec(id="garment", kind="csv", settings=settings), context(timezone="Asia/Dhaka"))
    batches = list(source.read(None, NOW))
    readings = [each for batch in batches for each in batch.readings]
    assert [each.said for batch in batches for each in batch.complaints] == []
    assert Counter(each.node for each in readings) == {"line-1": 691, "line-2": 506}
    assert {each.value for each in readings if each.node == "line-2"} == {None}
    days = {each.start.astimezone(ZoneInfo("Asia/Dhaka")).date() for each in readings}
    assert (min(days).isoformat(), max(days).isoformat(), len(days)) == ("2015-01-01", "2015-03-11", 59)
