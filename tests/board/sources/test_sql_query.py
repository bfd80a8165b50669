"""A database as a source, here a file of SQLite: what is asked, how far it was read, and what its values mean."""

from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.reading import Quality
from board.sources import sql_look
from tests.board.sources.ledger import QUERY, Book, Ledger, found, hour, utc

URL = "sqlite:///ledger.db"
SECRET = "abc-secret"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


@pytest.fixture
def ledger(book: Book) -> Ledger:
    return Ledger(URL, book.path.parent)


# what is read


def test_rows_become_readings(book: Book, ledger: Ledger) -> None:
    book.write(hour(3, 120), hour(2, 1.5, line="line-2"))
    first, scrap, second, _ = ledger.look()
    assert (first.node, first.measure, str(first.value)) == ("line-1", "good", "120")
    assert (first.key, first.source) == ("3:good", "ledger")
    assert (first.start, first.end) == (utc("2026-11-20 09:00"), utc("2026-11-20 10:00"))
    assert (scrap.measure, str(scrap.value)) == ("scrap", "0")
    assert (second.node, second.value) == ("line-2", Fraction(3, 2))
    assert ledger.said == []
    assert ledger.batches[-1].complete_through == second.end


def test_only_what_is_new_is_asked_for_and_sent_and_what_overlaps_is_not_sent_twice(book: Book, ledger: Ledger) -> None:
    book.write(hour(4), hour(3))
    assert found(ledger.look()) == [("4", "5"), ("3", "5")]
    assert ledger.look() == []
    book.write(hour(2), hour(4, 6, changed="2026-11-20 11:00:01"))
    assert found(ledger.look()) == [("2", "5"), ("4", "6")], "a correction has the key of the row"
    book.write(hour(1, changed="2026-11-20 11:00:00"))
    assert found(ledger.look()) == [("1", "5")], "what was committed late lies within the overlap"
    ledger.restart()
    assert found(ledger.look()) == [("1", "5"), ("2", "5"), ("4", "6")], "after a start the overlap comes again, once"


@pytest.mark.parametrize(
    ("value", "expected", "quality"),
    [
        (None, None, Quality.MISSING),
        ("", None, Quality.MISSING),
        ("n/a", None, Quality.MISSING),
        ("1.234,5", Fraction(12345, 10), Quality.GOOD),
        (0.1 + 0.2, Fraction(3, 10), Quality.GOOD),
        (2**62, Fraction(2**62), Quality.GOOD),
        (float("inf"), None, Quality.BAD),
        (-1, None, Quality.BAD),
        ("lots", None, Quality.BAD),
        (b"\x00\xff", None, Quality.BAD),
        ("5\x00", None, Quality.BAD),
    ],
)
def test_a_value_that_is_none_is_missing_or_bad_and_never_zero(
    book: Book, ledger: Ledger, value: object, expected: Fraction | None, quality: Quality
) -> None:
    book.write(hour(1, value))
    good = ledger.look()[0]
    assert (good.value, good.quality) == (expected, quality)
    assert len(ledger.said) == (quality is Quality.BAD)
    ledger.look()
    assert ledger.said == [], "it is said once"


def test_text_that_is_no_utf8_costs_no_other_row_anything(book: Book, ledger: Ledger) -> None:
    book.write(hour(2, line="Line 2"))
    book.run("INSERT INTO hour VALUES (1, CAST(X'ff' AS TEXT), '2026-11-20 11:00:00', 1, 1, '2026-11-20 12:00:00')")
    assert found(ledger.look()) == [("2", "5")]
    assert ledger.said == ["row 1, line: line '\ufffd' is no line of this plant; expected one of line-1, line-2"]


def test_an_hour_that_runs_is_read_again_until_it_is_over(book: Book, ledger: Ledger) -> None:
    ledger.now = utc("2026-11-20 11:30")
    book.write(hour(3), hour(1, 2, changed="2026-11-20 11:20:00"), hour(2, changed="2026-11-20 11:25:00"))
    first = {each.key: each.final for each in ledger.look()[::2]}
    assert first == {"3:good": True, "1:good": False, "2:good": True}
    assert ledger.look(seconds_later=60) == []
    assert [(each.key, each.final) for each in ledger.look(seconds_later=1800)] == [("1:good", True), ("1:scrap", True)]
    assert ledger.look(seconds_later=60) == []


def test_a_row_of_a_day_to_come_is_said_and_one_that_comes_shortly_is_waited_for(book: Book, ledger: Ledger) -> None:
    soon = hour(1, at="2026-11-20 12:30:00", changed="2026-11-20 11:00:00")
    book.write(soon, hour(2, at="2027-01-01 00:00:00", changed="2026-11-20 11:30:00"))
    assert ledger.look() == []
    assert ledger.said == ["row 2, at: at '2027-01-01 00:00:00' lies in the future"]
    assert [each.final for each in ledger.look(seconds_later=1860)] == [False, False]
    assert [each.final for each in ledger.look(seconds_later=3600)] == [True, True]


def test_without_a_watermark_the_whole_answer_is_read_each_time_and_news_are_sent(book: Book) -> None:
    ledger = Ledger(URL, book.path.parent, watermark=None, query="SELECT * FROM hour;", key=None)
    book.write(hour(2), hour(1))
    assert len(ledger.look()) == 4
    assert ledger.look() == []
    book.write(hour(1, 6))
    assert [(str(each.value), each.measure) for each in ledger.look()] == [("6", "good")]


# how far it was read


def test_a_long_table_is_read_in_looks_that_go_on_behind_one_another(
    book: Book, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sql_look, "MOST_ROWS", 100)
    book.write(*(hour(number) for number in range(1, 251)))
    book.write(*(hour(number, changed="2026-11-19 00:00:00") for number in range(1000, 1150)))
    looks: list[list[str]] = []
    while not looks or ledger.batches[-1].progress is not None:
        looks.append([reading.key for reading in ledger.look()])
        assert (ledger.batches[-1].complete_through is None) == (ledger.batches[-1].progress is not None)
        ledger.restart()
    keys = [key for look in looks for key in look]
    assert len(keys) == len(set(keys)) == 800
    assert 3 <= len(looks) <= 4
    assert max(map(len, looks)) >= 300, "rows that changed at the same instant are not torn apart"


def test_a_row_that_runs_or_lies_ahead_is_not_lost_where_a_look_is_cut_behind_it(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sql_look, "MOST_ROWS", 100)
    ledger = Ledger(URL, book.path.parent, complete="seen")
    book.write(*(hour(number) for number in range(1, 351)))
    long_ago = "2026-11-01 00:00:00"
    book.write(hour(900, at="2026-11-20 11:30:00", changed=long_ago))
    book.write(hour(901, at="2026-11-20 13:00:00", changed=long_ago))

    def of_these(seconds_later: float) -> list[tuple[str, bool]]:
        gave = ledger.to_the_end(seconds_later=seconds_later)
        return [(each.key, each.final) for each in gave if each.key in {"900:good", "901:good"}]

    assert of_these(0) == [("900:good", False)]
    assert ledger.look(seconds_later=600) == [], "nothing is read again before it is over"
    assert ledger.batches[-1].progress is None
    assert ledger.batches[-1].complete_through == utc("2026-11-20 12:10")
    ledger.look(seconds_later=1260)
    assert ledger.batches[-1].complete_through == utc("2026-11-20 12:30"), "12:31, and what ended is not read again yet"
    assert of_these(300) == [("900:good", True)]
    assert of_these(1800) == [("900:good", True), ("901:good", False)]
    assert of_these(4200) == [("900:good", True), ("901:good", True)]
    assert of_these(86400) == []


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"query": QUERY.replace("ORDER BY changed", "ORDER BY id")}, "not in the order of changed"),
        ({"query": "SELECT * FROM hour", "watermark": None}, "ask only for what is new, with :watermark and watermark"),
    ],
)
def test_more_rows_than_a_look_can_take_are_a_sentence(
    book: Book, settings: dict[str, object], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sql_look, "MOST_ROWS", 100)
    monkeypatch.setattr(sql_look, "MOST_ROWS_AT_ONCE", 200)
    book.write(*(hour(number) for number in range(1, 300)))
    ledger = Ledger(URL, book.path.parent, **settings)
    assert said in str(ledger.failure())


def test_a_number_as_watermark_is_read_again_from_some_way_before(book: Book) -> None:
    settings: dict[str, object] = {
        "query": "SELECT * FROM hour WHERE id > :watermark ORDER BY id",
        "watermark": {"column": "id", "as": "number"},
    }
    ledger = Ledger(URL, book.path.parent, **settings)
    book.write(hour(1000), hour(1200))
    assert found(ledger.look()) == [("1000", "5"), ("1200", "5")]
    book.write(hour(1099), hour(1150), hour(1201))
    assert found(ledger.look()) == [("1150", "5"), ("1201", "5")], "a transaction that was slower than its successor"
    settings["watermark"] = {"column": "id", "as": "number", "first": 1100, "overlap": 0}
    assert found(Ledger(URL, book.path.parent, **settings).look()) == [("1150", "5"), ("1200", "5"), ("1201", "5")]


def test_a_first_look_goes_back_as_far_as_it_is_told(book: Book) -> None:
    book.write(hour(100), hour(10), hour(1))
    ledger = Ledger(URL, book.path.parent, watermark={"column": "changed", "first": "1 d"})
    assert found(ledger.look()) == [("10", "5"), ("1", "5")]


@pytest.mark.parametrize(
    ("form", "changed", "later"),
    [
        ("iso", "2026-11-20T11:00:00Z", "2026-11-20T11:30:00Z"),
        ("%Y%m%d%H%M%S", "20261120110000", "20261120113000"),
        ("epoch s", 1795172400, 1795174200),
        ("epoch ms", 1795172400123, 1795174200123),
        ("text", "a17", "a18"),
    ],
)
def test_a_watermark_may_be_written_in_many_ways(book: Book, form: str, changed: object, later: object) -> None:
    ledger = Ledger(URL, book.path.parent, watermark={"column": "changed", "as": form, "overlap": "10 min"})
    row, more = hour(2), hour(1)
    book.write((*row[:5], changed))
    assert found(ledger.look()) == [("2", "5")]
    book.write((*more[:5], later))
    assert found(ledger.look()) == [("1", "5")]
    ledger.restart()
    assert ledger.look() == [] or form in {"iso", "%Y%m%d%H%M%S", "epoch s", "epoch ms"}


def test_the_night_on_which_clocks_are_put_back_loses_no_row(book: Book, ledger: Ledger) -> None:
    ledger.now = utc("2026-10-25 00:58")  # 01:58 on the wall, the first time
    book.write(hour(1, at="2026-10-25 00:00:00", changed="2026-10-25 01:57:00"))
    assert found(ledger.look()) == [("1", "5")]
    ledger.now = utc("2026-10-25 01:10")  # 01:10 on the wall, the second time
    book.write(hour(2, at="2026-10-24 23:00:00", changed="2026-10-25 01:09:00"))
    assert found(ledger.look()) == [("2", "5")]


def test_the_two_passings_of_a_doubled_hour_are_two_hours(book: Book, ledger: Ledger) -> None:
    starts: dict[str, str] = {}
    for number, wall in enumerate(["00", "01", "01", "02"], 1):
        ledger.now = utc(f"2026-10-25 0{number - 1}:01")
        over = {1: "01", 2: "01", 3: "02", 4: "03"}[number]
        book.write(hour(number, at=f"2026-10-25 {wall}:00:00", changed=f"2026-10-25 {over}:00:30"))
        starts |= {reading.key: f"{reading.start:%H:%M}" for reading in ledger.look()}
        ledger.restart()
    assert [start for key, start in starts.items() if key.endswith("good")] == ["23:00", "00:00", "01:00", "02:00"]


def test_a_row_changed_in_a_time_to_come_silences_nobody(book: Book, ledger: Ledger) -> None:
    ledger.now = utc("2026-11-20 12:00")
    book.write(hour(1, changed="9999-12-31 00:00:00"))
    assert found(ledger.look()) == [("1", "5")]
    said = "changed says that the row was changed in the future, so nobody goes on behind it"
    assert ledger.said == [f"row 1, changed: {said}"]
    book.write(hour(2, changed="2026-11-20 12:01:00"))
    assert found(ledger.look(seconds_later=120)) == [("2", "5")]


def test_a_row_that_does_not_say_when_it_was_changed_is_named(book: Book) -> None:
    query = QUERY.replace("WHERE", "WHERE changed IS NULL OR")
    ledger = Ledger(URL, book.path.parent, query=query)
    book.write((1, "Line 1", "2026-11-20 09:00:00", 5, 0, None), hour(2))
    assert found(ledger.look()) == [("1", "5"), ("2", "5")]
    assert ledger.said == ["row 1, changed: changed does not say when the row was changed, so it may not be read"]


def test_a_watermark_of_other_settings_or_rubbish_means_to_read_everything(book: Book, ledger: Ledger) -> None:
    book.write(hour(1))
    assert len(ledger.look()) == 2
    kept = ledger.watermark or ""
    spoilt = kept.replace('"bare"', '"bear"'), kept.replace("true", "7")
    for watermark in ("", "rubbish", "[]", '{"settings": 1}', *spoilt):
        ledger.watermark = watermark
        ledger.restart()
        assert len(ledger.look()) == 2


def test_a_key_that_two_rows_have_is_named_and_only_the_last_of_them_is_sent(book: Book) -> None:
    query = "SELECT id % 2 AS id, line, at, good, scrap, changed FROM hour ORDER BY good"
    ledger = Ledger(URL, book.path.parent, query=query, watermark=None)
    book.write(hour(1, 5), hour(2, 7), hour(3, 6))
    assert found(ledger.look()) == [("1", "6"), ("0", "7")]
    (said,) = ledger.said
    assert "has the key '1:good' of a row before it" in said
    assert [ledger.look(seconds_later=5) for _ in range(3)] == [[], [], []]
