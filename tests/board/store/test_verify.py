"""Every change behind the board's back is told."""

import re
from dataclasses import dataclass
from pathlib import Path

import apsw
import pytest

from board.plant.plant import PlannedRun
from board.store.seal import DAY_TOTAL, checksum
from board.store.verify import verify
from tests.board.store.shop import HISTORY, at, batch, count, detail, miss, reading, review, shop, span, undo


@pytest.fixture
def filled(store_path: Path) -> Path:
    """Return a database with something in every table."""
    with shop(store_path) as (store, _):
        store.record_plant({"plant.toml": "a = 1"}, at(5), at(5))
        run = PlannedRun(node="line", start=at(6), end=at(14), product="P", order="O", quantity=2000, key="O")
        store.take(batch(reading("1", at(7), 40), reading("2", at(9), 7, product="P"), runs=(run,)), at(9))
        store.take(batch(reading("1", at(7), 41), reading("", at(7), 1)), at(10))
        first, second = miss(span(6, 8), 12), miss(span(8, 10), 5)
        typed = count(span(6, 8), 3)
        for intention in (first, second, detail(first.id, minutes=4), review(span(6, 8)), typed, undo(second.id)):
            store.keep(intention, at(11))
    return store_path


@dataclass(frozen=True)
class Forgery:
    """A statement that changes a table as no board would, and what must be said of it."""

    sql: str
    told: str


@pytest.mark.parametrize(
    "forgery",
    [
        Forgery("UPDATE entry SET payload = replace(payload, '12', '11') WHERE number = 1", "entry 1 is not"),
        Forgery("UPDATE entry SET actor = 'p9' WHERE number = 2", "entry 2 is not"),
        Forgery("DELETE FROM entry WHERE number = 3", "entries 3 to 3 are missing"),
        Forgery("DELETE FROM entry WHERE number = 6", "ends at entry 5, but 6"),
        Forgery("UPDATE miss SET quantity = 11", "miss .* is not what the journal says"),
        Forgery("UPDATE miss SET undone = 0", "miss .* is not what the journal says"),
        Forgery("DELETE FROM review", "review .* is not what the journal says"),
        Forgery("UPDATE reading SET value = 400 WHERE key = '1'", "readings of line on 2026-03-02"),
        Forgery("UPDATE reading SET received = received + 1 WHERE key = '2'", "readings of line on 2026-03-02"),
        Forgery(
            "UPDATE reading SET \"end\" = start + 1000000000000000000 WHERE key = '2'", "readings of line on 2026-03-02"
        ),
        Forgery("UPDATE reading SET value = x'07' WHERE key = '2'", "readings of line on 2026-03-02"),
        Forgery("UPDATE reading SET value = 7.5 WHERE key = '2'", "readings of line on 2026-03-02"),
        Forgery("DELETE FROM reading WHERE key = '2'", "readings of line on 2026-03-02"),
        Forgery("DELETE FROM reading WHERE source = (SELECT id FROM term WHERE text = 'journal')", "count .* is not"),
        Forgery("UPDATE superseded SET value = 0", "earlier readings of line"),
        Forgery("UPDATE day_total SET value = 1", "day totals of line on 2026-03-02"),
        Forgery("DELETE FROM day_total", "day totals of line on 2026-03-02"),
        Forgery("UPDATE run SET quantity = 1", "1 planned runs"),
        Forgery("UPDATE run_place SET start = start + 1", "1 planned runs"),
        Forgery("UPDATE source SET watermark = 'x'", "source machine"),
        Forgery("UPDATE complaint SET said = 'all is well'", "source machine"),
        Forgery("UPDATE plant_version SET files = '{}'", "Plant version 1"),
        Forgery("UPDATE plant_version SET in_force = 0", "Plant version 1"),
    ],
)
def test_a_forged_row_is_found(filled: Path, forgery: Forgery) -> None:
    assert verify(filled, history=HISTORY) == ()
    forger = apsw.Connection(str(filled))
    forger.execute(forgery.sql)
    assert forger.changes() > 0
    forger.close()
    findings = verify(filled, history=HISTORY)
    assert re.search(forgery.told, " ".join(findings)), findings


def test_totals_that_fit_their_seal_but_not_their_readings_are_found(filled: Path) -> None:
    """The control for the comparison itself: a total written by a board that adds up wrongly."""
    forger = apsw.Connection(str(filled))
    forger.execute("UPDATE day_total SET value = value + 1")
    rows = forger.execute("SELECT * FROM day_total").fetchall()
    forger.execute("UPDATE seal SET checksum = ? WHERE kind = ?", (sum(map(checksum, rows)), DAY_TOTAL))
    forger.close()
    assert verify(filled, history=HISTORY) == ("The day totals of line on 2026-03-02 differ from its readings.",)


@pytest.mark.parametrize("there", [b"", b"no database", None])
def test_what_is_no_database_is_told_in_a_sentence(store_path: Path, there: bytes | None) -> None:
    store_path.parent.mkdir(parents=True)
    if there is not None:
        store_path.write_bytes(there)
    (finding, *_) = verify(store_path)
    assert finding.endswith(".")


def test_verify_looks_at_a_database_in_use(store_path: Path) -> None:
    with shop(store_path) as (store, _):
        store.keep(miss(span(6, 8)), at(8))
        assert verify(store_path) == ()
        store.keep(miss(span(6, 8)), at(8))
        assert verify(store_path) == ()
