"""A database of an earlier form is brought to the newest, and all that was in it stands."""

from pathlib import Path

import apsw
import pytest

from board.journal.intention import LogDeviation
from board.store import migrate
from board.store.verify import verify
from tests.board.store.shop import DAY, HISTORY, at, batch, miss, reading, shop, span


@pytest.mark.parametrize("form", [1, 2])
def test_an_earlier_form_is_brought_up_with_all_that_it_holds(
    store_path: Path, form: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = [file for number, file in migrate.steps() if number <= form]
    with monkeypatch.context() as patch:
        patch.setattr(migrate, "steps", lambda: tuple(enumerate(earlier, start=1)))
        store_path.parent.mkdir(parents=True, exist_ok=True)
        connection = apsw.Connection(str(store_path))
        migrate.migrate(connection)
        connection.close()
    with shop(store_path) as (store, reader):
        assert store.replaced is None
        store.take(batch(reading("1", at(7), 5)), at(8))
        kept = store.keep(miss(span(6, 8)), at(9))
        store.keep(LogDeviation(id="d", node="line", letter="Q", day=DAY.date(), text="torn"), at(9))
        assert [one.id for one in reader.misses("line", span(6, 8))] == [kept.id]
        assert [one.text for one in reader.deviations(["line"], DAY.date(), DAY.date())] == ["torn"]
    assert verify(store_path, history=HISTORY) == ()
