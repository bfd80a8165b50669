"""A database of an earlier form is brought to the newest, and all that was in it stands."""

from pathlib import Path

import apsw
import pytest

from board.journal.intention import ChangePerson, EnterCount, LogDeviation, Undo
from board.kpi.reading import Quality
from board.store import migrate, row, withdrawal
from board.store.reader import Reader
from board.store.verify import verify
from tests.board.store.shop import DAY, HISTORY, at, batch, miss, reading, shop, span


def make(path: Path, form: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make an empty database of an earlier form."""
    earlier = [file for number, file in migrate.steps() if number <= form]
    with monkeypatch.context() as patch:
        patch.setattr(migrate, "steps", lambda: tuple(enumerate(earlier, start=1)))
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = apsw.Connection(str(path))
        connection.execute("PRAGMA journal_mode=WAL")
        migrate.migrate(connection)
        connection.close()


def test_what_an_earlier_form_cannot_hold_is_read_as_nothing(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(store_path, 2, monkeypatch)
    reader = Reader.open(store_path)
    day = DAY.date()
    assert reader.adjustments() == ()
    assert reader.day_entries(["line"], day, day) == ()
    assert reader.deviations(["line"], day, day) == ()
    assert reader.source_news() == {}
    with shop(store_path) as (store, _):
        store.keep(ChangePerson(id="p", node="works", person="p1", name="Ada"), at(8))
        assert [one.entry for one in reader.adjustments()] == ["p"]
    reader.close()


@pytest.mark.parametrize("form", [1, 2, 3, 4, 5, 6])
def test_an_earlier_form_is_brought_up_with_all_that_it_holds(
    store_path: Path, form: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(store_path, form, monkeypatch)
    with shop(store_path) as (store, reader):
        assert store.replaced is None
        store.take(batch(reading("1", at(7), 5)), at(8))
        kept = store.keep(miss(span(6, 8)), at(9))
        store.keep(LogDeviation(id="d", node="line", letter="Q", day=DAY.date(), text="torn"), at(9))
        assert [one.id for one in reader.misses("line", span(6, 8))] == [kept.id]
        assert [one.text for one in reader.deviations(["line"], DAY.date(), DAY.date())] == ["torn"]
        assert reader.source_news()["machine"].rows == 1
    assert verify(store_path, history=HISTORY) == ()


def test_what_is_kept_of_sources_since_is_not_missed_in_an_earlier_form(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(store_path, 4, monkeypatch)
    reader = Reader.open(store_path)
    assert reader.source_news() == {}
    assert verify(store_path) == ()
    reader.close()


def test_what_an_earlier_form_called_missing_may_have_been_taken_back_so_nobody_waits_for_it(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(store_path, 6, monkeypatch)
    reader = Reader.open(store_path)
    assert reader.lacks(["line"], span(6, 9)) == ()
    reader.close()
    count = EnterCount(id="c", node="line", interval=span(6, 8), measure="good", quantity=5)
    with monkeypatch.context() as earlier:
        for quality in (Quality.MISSING, Quality.WITHDRAWN):
            earlier.setitem(row.NUMBERS, quality, 3)
        earlier.setattr(withdrawal, "_WITHDRAWN", 3)
        with shop(store_path) as (store, reader):
            bad = reading("bad", at(7), None, quality=Quality.BAD)
            store.take(batch(reading("1", at(6), 5), reading("2", at(7), None), bad), at(8))
            store.keep(count, at(8))
            store.keep(Undo(id="u", subject="c", node="line"), at(9))
            assert store.withdraw("machine", at(9)) == 1
    with shop(store_path) as (store, reader):
        assert [each.quality for each in reader.lacks(["line"], span(6, 9))] == [Quality.BAD]
        lost = [each.quality for each in reader.readings("line", span(6, 9)) if each.value is None]
        assert sorted(each.value for each in lost) == ["bad", "missing", "missing", "missing"]
        assert verify(store_path, history=HISTORY) == ()
        store.take(batch(reading("2", at(7), None)), at(10))
        assert {each.quality for each in reader.lacks(["line"], span(6, 9))} == {Quality.BAD, Quality.MISSING}
    assert verify(store_path, history=HISTORY) == ()
