"""A CSV folder over many looks: what arrives, what is said, and what is not counted twice."""

import os
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.plant.plant import SourceSpec
from board.sources.contract import READINGS_A_BATCH, SourceError
from board.sources.csv_folder import CsvFolder
from tests.board.sources.drop import HEAD, NOW, PARTS, TOTALS, Drop, context, counts, values


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
    assert parts.look(seconds_later=5) == [], "a writer that empties its buffer now and then may be in mid-row"
    (taken,) = parts.look(seconds_later=60)
    parts.append("a.csv", "\n2026-11-20 08:00:36,M2,Complete,N/A\n", minutes_ago=0)
    again, new = parts.look(seconds_later=5)
    assert again.key == taken.key
    assert new.key != taken.key
    assert parts.look(seconds_later=5) == []


def test_a_row_that_was_told_before_its_end_came_is_taken_back(tmp_path: Path) -> None:
    drop = Drop(tmp_path, {"node": "line-1", "time": "Time", "order": {"column": "Order"}, "measure": [{"id": "good"}]})
    drop.write("a.csv", "Time,Order\n2026-11-20 08:00:35,A100\n2026-11-20 08:01:35,A1", minutes_ago=2)
    led = {each.key: each for each in drop.look()}
    assert [each.order for each in led.values()] == ["A100", "A1"]
    assert drop.look(seconds_later=5, restart=True) == []
    drop.append("a.csv", "01\n2026-11-20 08:02:35,A102\n", minutes_ago=0)
    led |= {each.key: each for each in drop.look(seconds_later=5, restart=True)}
    assert [f"{each.order} {each.value}" for each in led.values()] == ["A100 1", "None 0", "A101 1", "A102 1"]
    assert drop.look(seconds_later=5) == []


@pytest.mark.parametrize("restart", [False, True])
def test_a_row_of_a_time_to_come_is_told_when_it_comes(parts: Drop, restart: bool) -> None:
    rows = ["12:10:00,M1", "11:00:00,M1", "13:00:00,M1", "12:10:00,M1"]
    parts.write("a.csv", HEAD + "".join(f"2026-11-20 {row},Complete,N/A\n" for row in rows))
    assert [each.start.hour for each in parts.look()] == [11]
    assert "Time '2026-11-20 12:10:00' lies in the future" in parts.said[0]
    assert parts.look(seconds_later=60, restart=restart) == []
    parts.append("a.csv", "2026-11-20 11:30:00,M1,Complete,N/A\n")
    assert [each.start.minute for each in parts.look(seconds_later=60)] == [30]
    twice = parts.look(seconds_later=600, restart=restart)
    assert [each.start.minute for each in twice] == [10, 10]
    assert len({each.key for each in twice}) == 2
    assert parts.said == []
    assert [each.start.hour for each in parts.look(seconds_later=3600, restart=restart)] == [13]
    assert parts.look(seconds_later=3600) == []


def test_a_correction_in_the_middle_of_a_large_file_is_noticed(tmp_path: Path) -> None:
    drop = Drop(tmp_path, {**TOTALS, "look_mib": 50})
    rows = [f"2026-11-{1 + number // 24:02} {number % 24:02}:00;line-1;5;0{' ' * 55_000}\n" for number in range(120)]
    drop.write("a.csv", "Start;Line;Good;Scrap\n" + "".join(rows))
    drop.look()
    rows[60] = rows[60].replace(";line-1;", ";line-2;")
    drop.write("a.csv", "Start;Line;Good;Scrap\n" + "".join(rows), minutes_ago=3)
    assert {each.node for each in drop.look(seconds_later=5)} == {"line-1", "line-2"}


def test_a_file_truncated_and_written_anew_is_read_again(parts: Drop) -> None:
    parts.write("a.csv", HEAD + "2026-11-20 08:00:35,M1,Complete,N/A\n" * 3)
    assert len(parts.look()) == 3
    parts.write("a.csv", HEAD + "2026-11-20 09:00:35,M1,Complete,N/A\n", minutes_ago=3)
    assert values(parts.look(seconds_later=5)) == [("20 09:00", "good", "1")]
    parts.write("a.csv", "", minutes_ago=2)
    assert parts.look(seconds_later=5) == []
    assert parts.said == []


def test_many_bad_rows_are_counted_rather_than_listed(parts: Drop) -> None:
    rows = "".join(f"x{number},M1,Complete,N/A\n" for number in range(500))
    parts.write("a.csv", HEAD + rows + "2026-11-20 08:00:35,M1,Complete,N/A\n")
    assert len(parts.look()) == 1
    assert len(parts.said) == 21
    assert parts.said[-1] == "a.csv: 480 more of its rows could not be used"


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
    os.mkfifo(parts.folder / "pipe.csv")
    assert len(parts.look()) == 1
    assert sorted(parts.said) == [
        'binary.csv: binary.csv is not text (it holds NUL bytes); if it is UTF-16, set encoding = "utf-16"',
        "book.csv: book.csv is a workbook or a ZIP archive, not CSV",
        "folder.csv: folder.csv is a folder, not a file",
        "pipe.csv: pipe.csv is no plain file",
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


def test_batches_are_small_and_each_bears_its_watermark(parts: Drop) -> None:
    rows = "".join(f"2026-11-20 08:{n // 60:02}:{n % 60:02},M1,Complete,N/A\n" for n in range(2 * READINGS_A_BATCH + 1))
    parts.write("a.csv", HEAD + rows)
    whole = parts.look()
    assert [len(batch.readings) for batch in parts.batches] == [READINGS_A_BATCH, READINGS_A_BATCH, 1]
    assert [batch.complete_through is None for batch in parts.batches] == [True, True, False]
    for number, batch in enumerate(parts.batches, 1):
        again = Drop(parts.folder, PARTS, watermark=batch.watermark)
        assert [each.key for each in again.look()] == [each.key for each in whole[number * READINGS_A_BATCH :]]


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


def test_reading_on_in_a_large_file_remembers_the_rows_that_can_repeat(tmp_path: Path) -> None:
    drop = Drop(tmp_path, {**PARTS, "look_mib": 64})
    row = "2026-11-20 08:{:02}:{:02},M{},Complete," + "x" * 1000 + "\n"
    drop.write("a.csv", HEAD + "".join(row.format(n // 60 % 60, n % 60, n) * 2 for n in range(3000)))
    keys = [each.key for each in drop.look()]
    drop.append("a.csv", row.format(49, 59, 2999), minutes_ago=4)
    keys += [each.key for each in drop.look(seconds_later=5, restart=True)]
    drop.append("a.csv", row.format(49, 59, 2999) + row.format(49, 58, 2998), minutes_ago=3)
    keys += [each.key for each in drop.look(seconds_later=5)]
    assert len(keys) == len(set(keys)) == 6003
    assert [key.partition("#")[2] for key in keys[-3:]] == ["2", "3", "2"]


def test_a_look_ends_after_ten_seconds_and_the_next_goes_on(tmp_path: Path) -> None:
    ticks = iter(range(0, 10_000_000, 3))
    spec = SourceSpec(id="x", kind="csv", settings={"path": "*.csv", **PARTS})
    source = CsvFolder(spec, context(tmp_path, stopwatch=lambda: float(next(ticks))))
    (tmp_path / "a.csv").write_text(HEAD + "2026-11-20 08:00:00,M1,Complete,N/A\n" * 1000)
    first = tuple(source.read(None, NOW))
    read = {each.key for batch in first for each in batch.readings}
    assert 0 < len(read) < 1000
    assert first[-1].progress is not None
    assert first[-1].progress < 1
    second = tuple(source.read(first[-1].watermark, NOW))
    assert read.isdisjoint(each.key for batch in second for each in batch.readings)


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


def test_the_doubled_hour_of_an_autumn_night_is_told_apart_across_looks(tmp_path: Path) -> None:
    drop = Drop(tmp_path, PARTS)
    drop.write("a.csv", HEAD + "".join(f"2026-10-25 01:{m}:00,M1,Complete,N/A\n" for m in (10, 50)))
    first = drop.look()
    drop.append("a.csv", "".join(f"2026-10-25 0{h}:10:00,M1,Complete,N/A\n" for h in (1, 2)))
    second = drop.look(seconds_later=5, restart=True)
    assert [f"{each.start:%H:%M}" for each in first + second] == ["00:10", "00:50", "01:10", "02:10"]


def test_two_files_that_say_different_things_of_one_hour_are_told_of(tmp_path: Path) -> None:
    head, rows = "Start;Line;Good;Scrap\n", "2026-11-20 08:00;line-1;{};0\n2026-11-20 09:00;line-1;{};0\n"
    drop = Drop(tmp_path, TOTALS)
    drop.write("m1.csv", head + rows.format(10, 12))
    drop.write("m2.csv", head + rows.format(7, 8), minutes_ago=9)
    drop.write("copy.csv", head + rows.format(7, 8), minutes_ago=8)
    drop.look()
    (said,) = drop.said
    assert said.startswith("m2.csv line 2: the row says something else of the same line and time than 'm1.csv'")
    both = Drop(tmp_path, {**TOTALS, "key": ["$file", "Start", "Line"]})
    (tmp_path / "copy.csv").unlink()
    led = {each.key: each.value for each in both.look() if each.measure == "good"}
    assert sum(value or 0 for value in led.values()) == 10 + 12 + 7 + 8
    assert both.said == []


def test_a_file_that_took_the_place_of_another_is_not_told_of(tmp_path: Path) -> None:
    drop = Drop(tmp_path, TOTALS)
    drop.write("m1.csv", "Start;Line;Good;Scrap\n2026-11-20 08:00;line-1;10;0\n")
    drop.look()
    (tmp_path / "m1.csv").unlink()
    drop.write("m2.csv", "Start;Line;Good;Scrap\n2026-11-20 08:00;line-1;7;0\n", minutes_ago=3)
    assert values(drop.look(seconds_later=5)) == [("20 08:00", "good", "7"), ("20 08:00", "scrap", "0")]
    assert drop.said == []
