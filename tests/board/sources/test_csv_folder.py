"""A CSV folder from the first look on: what arrives, what is complained of, and what is not counted twice."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from board.kpi.reading import Quality, Reading
from board.plant.plant import SourceSpec
from board.sources.contract import SourceError
from board.sources.csv_folder import CsvFolder
from tests.board.sources.drop import NOW, PARTS, TOTALS, Drop, context

HEAD = "Time,Machine,Status,Code\n"


@pytest.fixture
def parts(tmp_path: Path) -> Drop:
    """Return a folder of part logs."""
    return Drop(tmp_path, PARTS)


@pytest.fixture
def totals(tmp_path: Path) -> Drop:
    """Return a folder of totals."""
    return Drop(tmp_path, TOTALS)


def counts(readings: list[Reading]) -> Counter[tuple[str, str | None]]:
    """Return how many parts there are of each measure and reason."""
    return Counter((reading.measure, reading.reason) for reading in readings)


def values(readings: list[Reading]) -> list[tuple[str, str, str]]:
    """Return start, measure and value of each reading."""
    return [(f"{reading.start:%d %H:%M}", reading.measure, str(reading.value)) for reading in readings]


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


def test_a_second_look_gives_nothing_and_is_a_sign_of_life(parts: Drop) -> None:
    parts.write("a.csv", HEAD + "2026-11-20 08:00:35,M1,Complete,N/A\n")
    parts.look()
    assert parts.look(seconds_later=5) == []
    assert parts.last.seen_at == NOW + timedelta(seconds=5)
    assert parts.look(seconds_later=5, restart=True) == []


def test_a_grown_file_gives_only_what_is_new(parts: Drop) -> None:
    parts.write("a.csv", HEAD + "2026-11-20 08:00:35,M1,Complete,N/A\n")
    first = parts.look()
    for restart in (False, True):
        parts.append("a.csv", "2026-11-20 08:00:35,M1,Complete,N/A\n", minutes_ago=4 - restart)
        grown = parts.look(seconds_later=5, restart=restart)
        assert len(grown) == 1
        assert grown[0].key not in {each.key for each in first}
        first += grown
    assert [each.key for each in first] == [each.key for each in Drop(parts.folder, PARTS).look()]


def test_two_machines_sharing_a_time_stamp_are_two_parts(parts: Drop) -> None:
    row = "2026-11-20 08:00:35,{},Complete,N/A\n"
    parts.write("a.csv", HEAD + row.format("M1") + row.format("M2") + row.format("M2"))
    assert len({each.key for each in parts.look()}) == 3


def test_a_file_that_is_moved_copied_or_written_anew_changes_nothing(parts: Drop) -> None:
    text = HEAD + "".join(f"2026-11-20 08:{minute:02}:00,M1,Complete,N/A\n" * 2 for minute in range(30))
    path = parts.write("a.csv", text)
    keys = [each.key for each in parts.look()]
    assert len(set(keys)) == 60
    path.rename(parts.folder / "archive.csv")
    assert [each.key for each in parts.look(seconds_later=5)] == keys
    parts.write("copy.csv", text, minutes_ago=3)
    assert [each.key for each in parts.look(seconds_later=5)] == keys
    parts.write("copy.csv", text.replace("\n", "\r\n"), minutes_ago=2)
    assert [each.key for each in parts.look(seconds_later=5)] == keys


def test_a_corrected_total_keeps_its_key(totals: Drop) -> None:
    head = "Start;Line;Good;Scrap\n"
    totals.write("a.csv", head + "2026-11-20 08:00;line-1;10;1\n")
    before = totals.look()
    totals.write("a.csv", head + "2026-11-20 08:00;line-1;12;1\n", minutes_ago=3)
    after = totals.look(seconds_later=5)
    assert [each.key for each in before] == [each.key for each in after]
    assert values(after) == [("20 08:00", "good", "12"), ("20 08:00", "scrap", "1")]


def test_a_named_key_lets_a_part_change_its_mind(tmp_path: Path) -> None:
    drop = Drop(tmp_path, {**PARTS, "key": ["Time", "Machine"]})
    drop.write("a.csv", HEAD + "2026-11-20 08:00:35,M1,Complete,N/A\n")
    (before,) = drop.look()
    drop.write("a.csv", HEAD + "2026-11-20 08:00:35,M1,Error,E001\n", minutes_ago=3)
    (after,) = drop.look(seconds_later=5)
    assert before.key == after.key == "2026-11-20 08:00:35|M1"
    assert (before.measure, after.measure) == ("good", "scrap")


def test_a_half_written_last_line_waits_until_it_is_whole(parts: Drop) -> None:
    parts.write("a.csv", HEAD + "2026-11-20 08:00:35,M1,Complete,N/A\n2026-11-20 08:00:36,M", minutes_ago=0)
    assert len(parts.look()) == 1
    parts.append("a.csv", "2,Error,E001\n", minutes_ago=0)
    assert counts(parts.look(seconds_later=5)) == {("scrap", "E001"): 1}


def test_a_last_line_without_its_end_is_taken_once_the_file_stands_still(parts: Drop) -> None:
    parts.write("a.csv", HEAD + "2026-11-20 08:00:35,M1,Complete,N/A", minutes_ago=0)
    assert parts.look() == []
    assert parts.look(seconds_later=1) == []
    (taken,) = parts.look(seconds_later=5)
    parts.append("a.csv", "\n2026-11-20 08:00:36,M2,Complete,N/A\n", minutes_ago=0)
    again, new = parts.look(seconds_later=5)
    assert again.key == taken.key
    assert new.key != taken.key
    assert parts.look(seconds_later=5) == []


def test_a_file_truncated_and_written_anew_is_read_again(parts: Drop) -> None:
    parts.write("a.csv", HEAD + "2026-11-20 08:00:35,M1,Complete,N/A\n" * 3)
    assert len(parts.look()) == 3
    parts.write("a.csv", HEAD + "2026-11-20 09:00:35,M1,Complete,N/A\n", minutes_ago=3)
    assert values(parts.look(seconds_later=5)) == [("20 09:00", "good", "1")]
    parts.write("a.csv", "", minutes_ago=2)
    assert parts.look(seconds_later=5) == []
    assert parts.said == []


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
    ],
)
def test_a_bad_number_is_missing_and_never_zero(totals: Drop, row: str, said: str) -> None:
    totals.write("a.csv", f"Start;Line;Good;Scrap\n{row}\n")
    good, scrap = totals.look()
    assert (good.value, good.quality, str(scrap.value)) == (None, Quality.BAD, "1")
    assert totals.said[0].startswith(said), totals.said


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


def test_many_bad_rows_are_counted_rather_than_listed(parts: Drop) -> None:
    parts.write("a.csv", HEAD + "x,M1,Complete,N/A\n" * 500 + "2026-11-20 08:00:35,M1,Complete,N/A\n")
    assert len(parts.look()) == 1
    assert len(parts.said) == 21
    assert parts.said[-1] == "a.csv: 480 more of its rows could not be used"


def test_rows_to_be_ignored_are_passed_over_in_silence(tmp_path: Path) -> None:
    drop = Drop(tmp_path, {**PARTS, "ignore": {"Status": ["Paused", "Idle"]}})
    drop.write("a.csv", HEAD + "2026-11-20 08:00,M1,paused,N/A\n\n ,,,\n2026-11-20 08:00,M1,Complete,N/A\n")
    assert len(drop.look()) == 1
    assert drop.said == []


def test_a_missing_column_is_named_with_those_there_are(parts: Drop) -> None:
    parts.write("a.csv", "Tme,Status,Code\n1,2,3\n")
    parts.write("b.csv", HEAD + "2026-11-20 08:00:35,M1,Complete,N/A\n")
    assert len(parts.look()) == 1
    assert parts.said == ["a.csv: a.csv has no column 'Time'; it has Tme, Status, Code"]
    assert parts.look(seconds_later=5) == []
    assert parts.said == []


def test_one_odd_file_costs_no_other(parts: Drop) -> None:
    parts.write("book.csv", b"PK\x03\x04...")
    (parts.folder / "folder.csv").mkdir()
    parts.write("binary.csv", bytes(range(256)) * 10)
    parts.write("good.csv", HEAD + "2026-11-20 08:00:35,M1,Complete,N/A\n")
    (parts.folder / "dangling.csv").symlink_to(parts.folder / "nowhere")
    assert len(parts.look()) == 1
    assert sorted(parts.said) == [
        'binary.csv: binary.csv is not text (it holds NUL bytes); if it is UTF-16, set encoding = "utf-16"',
        "book.csv: book.csv is a workbook or a ZIP archive, not CSV",
        "folder.csv: folder.csv is a folder, not a file",
    ]


def test_a_file_that_cannot_be_opened_is_tried_again(parts: Drop, monkeypatch: pytest.MonkeyPatch) -> None:
    parts.write("a.csv", HEAD + "2026-11-20 08:00:35,M1,Complete,N/A\n")
    real_open = Path.open

    def locked(path: Path, *args: object, **kwargs: object) -> object:
        if path.name == "a.csv":
            raise PermissionError(13, "Permission denied")
        return real_open(path, *args, **kwargs)  # type: ignore[call-overload]

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", locked)
        assert parts.look() == []
        assert parts.said == ["a.csv: a.csv cannot be read (Permission denied); it is tried again at every look"]
        assert parts.last.complete_through is None
        parts.look(seconds_later=5)
        assert parts.said == []
    assert len(parts.look(seconds_later=5)) == 1


def test_a_path_that_leads_nowhere_says_what_to_do(tmp_path: Path) -> None:
    def refusal(path: str) -> str:
        spec = SourceSpec(id="x", kind="csv", settings={**PARTS, "path": path})
        source = CsvFolder(spec, context(tmp_path, environment={"EMPTY": ""}))
        with pytest.raises(SourceError) as caught:
            list(source.read(None, NOW))
        assert [each.said for each in source.check(NOW)] == [str(caught.value)]
        return str(caught.value)

    why = "cannot be read (No such file or directory); check the path"
    assert refusal("gone/*.csv") == f"the folder {tmp_path}/gone {why}, the share and the rights"
    assert refusal("a.csv") == f"{tmp_path}/a.csv {why} and the rights"
    assert refusal(".").endswith('is a folder; end the path with "/*.csv" to read the files in it')
    assert refusal("${LOGS}/workcell/parts.csv") == (
        "parts.csv: the environment variable LOGS is not set; it must name the folder that holds workcell/"
    )
    assert refusal("${EMPTY}/*.csv").startswith("*.csv: the environment variable EMPTY is not set")


def test_check_reads_the_first_rows_and_keeps_nothing(parts: Drop) -> None:
    assert [each.said for each in parts.source.check(NOW)] == [f"no file matches {parts.folder}/*.csv yet"]
    parts.write("a.csv", HEAD + "x,M1,Complete,N/A\n")
    assert [each.said for each in parts.source.check(NOW)] == ["Time 'x' is not a date"]
    parts.look()
    assert len(parts.said) == 1


def test_what_is_complete_follows_the_setting(tmp_path: Path) -> None:
    def through(**settings: object) -> datetime | None:
        drop = Drop(tmp_path, {**PARTS, **settings})
        drop.write("a.csv", HEAD + "2026-11-20 08:00:35,M1,Complete,N/A\n2026-11-20 08:00:05,M1,Complete,N/A\n")
        drop.look()
        return drop.last.complete_through

    newest = datetime(2026, 11, 20, 8, 0, 35, tzinfo=UTC)
    assert through() == newest
    assert through(lag="10 min") == newest - timedelta(minutes=10)
    assert through(complete="seen", lag="1 min") == NOW - timedelta(minutes=1)
    assert through(complete="closed") == NOW


def test_a_span_that_has_not_ended_is_provisional(totals: Drop) -> None:
    totals.write("a.csv", "Start;Line;Good;Scrap\n2026-11-20 11:30;line-1;5;0\n")
    assert [each.final for each in totals.look()] == [False, False]
    assert totals.last.complete_through == datetime(2026, 11, 20, 11, 30, tzinfo=UTC)


def test_batches_are_small_and_each_bears_its_watermark(parts: Drop) -> None:
    rows = "".join(f"2026-11-20 08:{n // 60:02}:{n % 60:02},M1,Complete,N/A\n" for n in range(1201))
    parts.write("a.csv", HEAD + rows)
    whole = parts.look()
    assert [len(batch.readings) for batch in parts.batches] == [500, 500, 201]
    assert [batch.complete_through is None for batch in parts.batches] == [True, True, False]
    for number, batch in enumerate(parts.batches, 1):
        again = Drop(parts.folder, PARTS, watermark=batch.watermark)
        assert [each.key for each in again.look()] == [each.key for each in whole[number * 500 :]]


def test_a_large_file_is_read_in_slices_with_progress(tmp_path: Path) -> None:
    drop = Drop(tmp_path, {**PARTS, "look_mib": 1})
    row = "2026-11-20 08:{:02}:{:02},M{},Complete," + "x" * 200 + "\n"
    drop.write("a.csv", HEAD + "".join(row.format(n // 60 % 60, n % 60, n) for n in range(26000)))
    keys: list[str] = []
    progress: list[Fraction] = []
    for _ in range(20):
        keys += [each.key for each in drop.look(restart=len(keys) % 3 == 0)]
        progress.append(drop.last.progress or Fraction(0))
        if drop.last.progress in {None, 1}:
            break
    assert len(keys) == len(set(keys)) == 26000
    assert progress[0] < Fraction(1, 2)
    assert len(progress) >= 6


def test_a_look_ends_after_ten_seconds_and_the_next_goes_on(tmp_path: Path) -> None:
    ticks = iter(range(0, 10_000_000, 3))
    spec = SourceSpec(id="x", kind="csv", settings={"path": "*.csv", **PARTS})
    source = CsvFolder(spec, context(tmp_path, stopwatch=lambda: float(next(ticks))))
    (tmp_path / "a.csv").write_text(HEAD + "2026-11-20 08:00:00,M1,Complete,N/A\n" * 1000)
    (first,) = source.read(None, NOW)
    assert 0 < len(first.readings) < 1000
    assert first.progress is not None
    assert first.progress < 1
    (second,) = source.read(first.watermark, NOW)
    assert {each.key for each in first.readings}.isdisjoint(each.key for each in second.readings)


def test_the_newest_files_are_read_where_there_are_too_many(tmp_path: Path) -> None:
    drop = Drop(tmp_path, {**PARTS, "most_files": 2})
    for number in range(4):
        drop.write(f"{number}.csv", HEAD + f"2026-11-20 08:0{number}:00,M1,Complete,N/A\n", minutes_ago=20 - number)
    assert [each.start.minute for each in drop.look()] == [2, 3]
    assert drop.said[0].endswith("2 older files are not read; move them away, narrow the path or raise most_files")


def test_other_settings_read_everything_again(parts: Drop) -> None:
    parts.write("a.csv", HEAD + "2026-11-20 08:00:35,M1,Complete,N/A\n")
    parts.look()
    drop = Drop(parts.folder, {**PARTS, "node": "line-2"}, watermark=parts.watermark)
    assert [each.node for each in drop.look()] == ["line-2"]
    assert Drop(parts.folder, {**PARTS, "poll_s": 9}, watermark=parts.watermark).look() == []


@pytest.mark.parametrize("watermark", ["", "{", "[]", "7", '{"settings":1}', '{"settings":null,"newest":1,"files":[]}'])
def test_a_watermark_that_cannot_be_read_means_from_the_start(parts: Drop, watermark: str) -> None:
    parts.write("a.csv", HEAD + "2026-11-20 08:00:35,M1,Complete,N/A\n")
    parts.watermark = watermark
    assert len(parts.look()) == 1


def test_a_file_without_header_has_its_columns_set(tmp_path: Path) -> None:
    drop = Drop(tmp_path, {**PARTS, "columns": ["Time", "Status", "Code"], "skip_lines": 2})
    drop.write("a.csv", "made by a machine\n\n2026-11-20 08:00:35;Complete;\n")
    assert counts(drop.look()) == {("good", None): 1}


def test_the_name_of_a_file_can_say_the_line(tmp_path: Path) -> None:
    names = {"column": "$file", "map": {"m1.csv": "line-1", "m2.csv": "line-2"}}
    drop = Drop(tmp_path, {**PARTS, "node": names, "path": "**/*.csv"})
    (tmp_path / "sub").mkdir()
    for name in ("m1.csv", "m2.csv", "m3.csv"):
        drop.write(name, HEAD + "2026-11-20 08:00:35,M,Complete,N/A\n")
    assert sorted(each.node for each in drop.look()) == ["line-1", "line-2"]
    assert len(drop.said) == 1


def test_the_doubled_hour_of_an_autumn_night_is_told_apart_across_looks(tmp_path: Path) -> None:
    drop = Drop(tmp_path, PARTS)
    drop.write("a.csv", HEAD + "".join(f"2026-10-25 01:{m}:00,M1,Complete,N/A\n" for m in (10, 50)))
    first = drop.look()
    drop.append("a.csv", "".join(f"2026-10-25 0{h}:10:00,M1,Complete,N/A\n" for h in (1, 2)))
    second = drop.look(seconds_later=5, restart=True)
    assert [f"{each.start:%H:%M}" for each in first + second] == ["00:10", "00:50", "01:10", "02:10"]


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
