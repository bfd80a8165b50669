"""An empty cell never leaves a sum that looks whole: not of an interval, not of a day, and of nothing made from it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from io import StringIO
from pathlib import Path

import pytest

from board.journal.intention import EnterDay
from board.kpi.reading import Quality
from board.pages.letter import LetterPages
from board.pages.sicb import SicbPages
from board.pages.sqcdp import SqcdpPages
from board.plant.history import PlantHistory
from board.plant.load import parse_plant
from board.plant.span import Span
from board.sources.contract import SourceContext, open_source
from board.store.database import Store
from board.store.reader import Reader
from board.store.verify import verify
from board.views.letter import KpiOfDay, LetterPage
from board.views.mark import Judgement, Mark, Phase
from board.views.sqcdp import DayCell
from kiosk.report_page import print_letter
from tests.board.sources.works import WORKS

PLANT = (
    WORKS
    + """
[[measure]]
id = "water"
name = "Water"
kind = "amount"
unit = "l"
daily = {daily}

[[measure]]
id = "wip"
name = "Waiting"
kind = "level"
unit = "parts"

[[letter]]
code = "Q"
name = "Quality"
kpis = ["scrap-rate"]

[[letter]]
code = "C"
name = "Cost"
by_shift = true
kpis = ["water"]

[[letter]]
code = "D"
name = "Delivery"
kpis = ["wip"]

[[kpi]]
id = "scrap-rate"
name = "Scrap"
unit = "%"
formula = "100 * scrap / (good + scrap)"
better = "lower"
targets = [{{ from = 2026-01-01, value = 2 }}]

[[kpi]]
id = "water"
name = "Water"
formula = "water / good"
better = "lower"
targets = [{{ from = 2026-01-01, value = 1 }}]

[[kpi]]
id = "wip"
name = "Waiting"
formula = "wip"
better = "lower"
targets = [{{ from = 2026-01-01, value = 50 }}]

[[source]]
id = "log"
kind = "csv"
path = "*.csv"
node = "line-1"
start = "Start"
length = "1 h"
key = "Start"
complete = "closed"
measure = [
    {{ id = "good", value = {{ column = "Good" }} }},
    {{ id = "scrap", value = {{ column = "Scrap" }} }},
    {{ id = "water", value = {{ column = "Water" }} }},
    {{ id = "wip", value = {{ column = "Wip" }} }},
]
"""
)
DAY = date(2026, 11, 19)  # a Thursday
NOW = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)
SHOWN = Mark(Phase.CLOSED, Judgement.GOOD)


class Log:
    """A line whose hours stand in a CSV file."""

    def __init__(self, folder: Path, *, daily: bool) -> None:
        self.plant = parse_plant({"plant.toml": PLANT.format(daily=str(daily).lower())})
        context = replace(SourceContext.of(self.plant), folder=folder)
        self.history = PlantHistory(((datetime(1970, 1, 1, tzinfo=UTC), self.plant),))
        self.path = folder / "board.db"
        self.store = Store.open(self.path, station="x", zone="Europe/London", now=NOW)
        self.store.adopt(self.history)
        self.reader = Reader.open(self.path)
        self.letters = LetterPages(self.reader, SqcdpPages(self.reader))
        self.folder, self.now = folder, NOW
        self._source, self._watermark = open_source(self.plant.sources[0], context), ""

    def says(self, name: str, *rows: str, day: date = DAY) -> None:
        """Lay down a file of rows, and read it."""
        self.now += timedelta(minutes=1)
        file = self.folder / name
        file.write_text("Start,Good,Scrap,Water,Wip\n" + "".join(f"{day} {row}\n" for row in rows))
        laid = (self.now - timedelta(hours=1)).timestamp()
        os.utime(file, (laid, laid))
        for batch in self._source.read(self._watermark, self.now):
            assert not batch.complaints
            self.letters.forget(self.store.take(batch, self.now))
            self._watermark = batch.watermark

    def page(self, code: str = "Q", *, day: date = DAY, known_at: datetime | None = None) -> LetterPage:
        """Return the page of a letter on a day."""
        return self.letters.page("line-1", code, self.history, now=self.now, day=day, known_at=known_at)

    def cell(self, code: str = "Q", *, day: date = DAY, node: str = "line-1") -> DayCell:
        """Return the cell of a day."""
        page = self.letters.page(node, code, self.history, now=self.now, day=day)
        return next(cell for cell in page.letter.days if cell.day == day)

    def provisional(self) -> list[bool]:
        """Return which intervals of the day's shift are not final."""
        at = datetime(2026, 11, 19, 16, tzinfo=UTC)
        board = SicbPages(self.reader).line("line-1", self.history, now=at, shift="Early")
        return [interval.provisional for interval in board.intervals]


@contextmanager
def a_log(folder: Path, *, daily: bool = True) -> Iterator[Log]:
    log = Log(folder, daily=daily)
    try:
        yield log
    finally:
        log.reader.close()
        log.store.close()


def whole_day(**instead: str) -> list[str]:
    """Return the rows of a shift, some hours otherwise."""
    return [instead.get(f"h{hour}", f"{hour:02}:00,60,1,30,20") for hour in range(6, 14)]


def only(page: LetterPage) -> KpiOfDay:
    (kpi,) = page.kpis
    return kpi


def test_an_empty_cell_of_scrap_leaves_no_day_and_no_interval_that_looks_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_log(tmp_path) as log:
        log.says("a.csv", *whole_day(h9="09:00,60,,30,20"))
        assert log.provisional() == [False, True, False, False], "09:00 to 10:00 lies in the second"
        cell, page = log.cell(), log.page()
        assert (cell.mark, cell.incomplete) == (Mark(Phase.UNRECORDED), True)
        assert (only(page).judgement, only(page).entered) == (None, False)
        assert only(page).value == Fraction(700, 487), "what is known stands"
        out = StringIO()
        print_letter(page, out)
        assert "not everything was entered" in out.getvalue()
        site = log.cell(node="works")
        assert (site.incomplete, site.mark.judgement, site.met, site.due) == (True, None, 0, 1)
        assert log.cell("C").mark == SHOWN, "what is not made of it stands"
        early = log.now
        log.says("a.csv", *whole_day())
        assert log.provisional() == [False] * 4
        cell = log.cell()
        assert (cell.mark, cell.incomplete) == (SHOWN, False), "it was told later"
        assert only(log.page(known_at=early)).entered is False, "so it was known then"
        assert only(log.page()).entered
        monkeypatch.setattr(Reader, "lacks", lambda *_args, **_known: ())
        assert only(log.page(known_at=early)).entered
        log.says("a.csv", *whole_day(h9="09:00,60,,30,20"))
        assert log.cell().mark == SHOWN, "the control: without what is lacking, a good day is made up"
    assert verify(tmp_path / "board.db") == ()


def test_a_miss_stays_a_miss_though_a_cell_is_empty(tmp_path: Path) -> None:
    with a_log(tmp_path) as log:
        log.says("a.csv", *whole_day(h9="09:00,60,,30,20", h7="07:00,60,40,30,20"))
        cell = log.cell()
        assert (cell.mark, cell.incomplete) == (Mark(Phase.CLOSED, Judgement.MISS), True)


def test_what_is_withdrawn_is_owed_by_nobody(tmp_path: Path) -> None:
    with a_log(tmp_path) as log:
        log.says("a.csv", *whole_day())
        since = datetime(2026, 11, 19, 12, tzinfo=UTC)
        assert log.store.withdraw("log", log.now, since=since) == 8
        log.letters = LetterPages(log.reader, SqcdpPages(log.reader))
        readings = log.reader.readings("line-1", Span(since, since + timedelta(hours=2)))
        assert {each.quality for each in readings if each.value is None} == {Quality.WITHDRAWN}
        assert (log.cell().mark, log.cell().incomplete) == (SHOWN, False)
        assert log.provisional() == [False] * 4
    assert verify(tmp_path / "board.db") == ()


def test_a_shift_lacks_what_was_not_told_of_it(tmp_path: Path) -> None:
    with a_log(tmp_path) as log:
        log.says("a.csv", *whole_day(h9="09:00,60,1,,20"))
        cell = log.cell("C")
        assert cell.parts == (Mark(Phase.UNRECORDED),)
        assert (cell.mark, cell.incomplete) == (Mark(Phase.UNRECORDED), True)
        assert log.cell().mark == SHOWN
        log.says("b.csv", *whole_day())
        assert log.cell("C").parts == (SHOWN,)


@pytest.mark.parametrize(
    ("row", "daily", "code", "why"),
    [
        ("09:00,60,1,,20", False, "C", "water is not entered every day"),
        ("09:00,60,1,30,", True, "D", "the last level stands"),
        ("15:00,60,,30,20", True, "Q", "nobody works then"),
    ],
)
def test_what_may_be_empty_lacks_nothing(tmp_path: Path, row: str, *, daily: bool, code: str, why: str) -> None:
    with a_log(tmp_path, daily=daily) as log:
        log.says("a.csv", *[each for each in whole_day() if each[:5] != row[:5]], row)
        assert (log.cell(code).mark, log.cell(code).incomplete) == (SHOWN, False), why


def test_an_hour_that_is_not_over_lacks_nothing_yet(tmp_path: Path) -> None:
    today = NOW.date()
    with a_log(tmp_path) as log:
        log.says("a.csv", "06:00,60,1,30,20", "07:00,30,,15,20", day=today)
        cell = log.cell(day=today)
        assert (cell.mark, cell.incomplete) == (Mark(Phase.OPEN, Judgement.GOOD), False)
        log.now += timedelta(minutes=40)
        log.says("b.csv", "06:00,60,1,30,20", day=today)
        cell = log.cell(day=today)
        assert (cell.mark, cell.incomplete) == (Mark(Phase.OPEN), True), "its hour is over"


def test_a_figure_typed_for_the_day_tells_of_all_of_it(tmp_path: Path) -> None:
    with a_log(tmp_path) as log:
        log.says("a.csv", *whole_day(h9="09:00,60,,30,20"))
        seen = next(one.value for one in log.page().enterable if one.measure == "scrap")
        assert seen == 7
        log.now += timedelta(minutes=1)
        entered = EnterDay(id="e", node="line-1", day=DAY, measure="scrap", value=Fraction(8), before=seen)
        log.store.keep(entered, log.now)
        log.letters = LetterPages(log.reader, SqcdpPages(log.reader))
        assert (log.cell().mark, log.cell().incomplete) == (SHOWN, False)
        log.says("a.csv", *whole_day(h9="09:00,60,,30,20", h10="10:00,60,,30,20"))
        assert log.cell().incomplete, "of a cell that came empty since, nobody has told"
