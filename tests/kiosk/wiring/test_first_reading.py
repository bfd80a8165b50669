"""While a source is read for the first time the wall says how far that has come, and says it no more at the end."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import Qt

from board.kpi.reading import Batch
from board.store.reader import Reader
from board.views.feeding import Feeding
from board.views.frame import Notice, NoticeLine
from kiosk.wiring.first_reading import PATIENCE_S, PAUSE_S, FirstReading
from tests.helpers.logfail import ExpectLog
from tests.kiosk.wiring.house import House, house
from widgets.wire import notice_words

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
ROWS = 4_000
NOTE = "made without a stop and put on the pallet behind the line as on the day before"


class Wall:
    """Writes down what it is to say, by a clock that the test turns."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self.said: list[str | None] = []
        self.reading = FirstReading(self._say, lambda: self.now_s)

    def hear(self, share: Fraction | None, *, source: str = "log", later_s: float = 0.0) -> None:
        self.now_s += later_s
        self.reading.hear(Batch(source=source, readings=(), watermark="", seen_at=NOW, progress=share))

    def _say(self, key: str, line: NoticeLine | None) -> None:
        assert key == "first reading log"
        self.said.append(None if line is None else notice_words(line))


def test_the_share_that_is_read_is_said_and_taken_back_at_the_end() -> None:
    wall = Wall()
    for percent in (1, 40, 99):
        wall.hear(Fraction(percent, 100), later_s=PAUSE_S)
    wall.hear(Fraction(1))
    wall.hear(None)
    said = "Past figures are being read in: log, "
    assert wall.said == [f"{said}1 %", f"{said}40 %", f"{said}99 %", None]


def test_it_is_said_only_a_few_times_a_second_and_once_for_each_share() -> None:
    wall = Wall()
    for number in range(100):
        wall.hear(Fraction(number + 1, 200), later_s=PAUSE_S / 10)
    assert 5 <= len(wall.said) <= 12


def test_a_source_that_does_not_know_how_much_it_has_is_named_once_it_takes_long() -> None:
    wall = Wall()
    wall.hear(Fraction(0))
    wall.hear(None)
    assert wall.said == []
    wall.hear(Fraction(0))
    wall.hear(Fraction(0), later_s=PATIENCE_S)
    wall.hear(None)
    assert wall.said == ["Past figures are being read in: log", None]


def test_nothing_is_said_of_what_is_only_new(tmp_path: Path) -> None:
    with house(tmp_path) as found:
        found.drop(7)
        found.open()
        found.wait_for(lambda: found.made() == 7)
        assert not [key for key in found.noticed if key.startswith("first reading")]


def test_a_year_that_is_read_in_is_told_of_on_the_way_and_is_all_there(tmp_path: Path) -> None:
    with house(tmp_path) as found:
        shares = shares_of(found)
        write_past(found)
        found.open()
        found.wait_for(lambda: shares and "first reading log" not in found.notices)
        found.drop(7)
        found.wait_for(lambda: found.made() == 7)
        assert rows_of(found) == ROWS + 1
    assert shares == sorted(shares)


def test_a_source_that_fails_on_the_way_is_no_longer_said_to_be_read(tmp_path: Path, expect_log: ExpectLog) -> None:
    expect_log("source log fails")
    with house(tmp_path) as found:
        found.open()
        assert found.parts._back is not None
        back = found.parts._back
        batch = Batch(source="log", readings=(), watermark="", seen_at=NOW, progress=Fraction(1, 2))
        back.batch(batch, lambda: None)
        found.wait_for(lambda: found.notices["first reading log"].notice is Notice.READS_IN)
        back.source_said("log", "failing", "the share is gone")
        assert "first reading log" not in found.notices
        back.batch(replace(batch, source="other"), lambda: None)
        back.feeding(Feeding(sources=("other",), is_running=False, since=NOW))
        assert "first reading other" not in found.notices


def write_past(found: House) -> None:
    """Lay down a file of many counts."""
    rows = (
        f"{NOW - timedelta(minutes=15) * number:%Y-%m-%d %H:%M},{number % 9},{NOTE}" for number in range(ROWS, 0, -1)
    )
    (found.plant / "drop" / "past.csv").write_text("Start,Good,Note\n" + "\n".join(rows) + "\n", encoding="utf-8")


def shares_of(found: House) -> list[int]:
    """Return a list that fills with the shares that are told."""
    shares: list[int] = []

    def hear(key: str, line: NoticeLine | None) -> None:
        if key == "first reading log" and line is not None:
            shares.append(int(line.detail.split()[1]))

    found.bridge.noticed.connect(hear, Qt.ConnectionType.DirectConnection)
    return shares


def rows_of(found: House) -> int:
    """Return how many readings are on disk."""
    reader = Reader.open(found.database)
    try:
        return sum(state.rows for state in reader.sources())
    finally:
        reader.close()
