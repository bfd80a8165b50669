"""Two machines behind one source: what one still tells says nothing of the other, which may be dead."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import httpx_sse
import pytest

from board.kpi.reading import Batch
from board.pages.freshness import freshness_of
from board.pages.line_shift import count, line_shift
from board.plant.calendar import shift_runs
from board.plant.history import PlantHistory
from board.plant.plant import SourceSpec
from board.plant.span import Span
from board.sources.command_line import LineReader
from board.sources.contract import SourceContext, open_source
from board.sources.ear import Ear, joined
from board.sources.http_events import EventReader
from board.sources.http_mark import HttpMark
from board.sources.http_setting import read_settings
from board.sources.mapping import read_mapping
from board.sources.setting import Settings
from board.sources.wire import decode_batch, encode_batch
from board.store.database import Store
from board.store.reader import Reader
from board.views.freshness import Stage
from tests.board.sources.server import Reply, as_json, serving
from tests.board.sources.workbook import xlsx
from tests.board.store.shop import NO_LIMITS, PLANT, at

HOURS = [Span(at(hour), at(hour + 1)) for hour in (8, 9, 10, 11)]
ROW = {"node": {"column": "M"}, "time": "T", "measure": [{"id": "good"}]}
Counts = list[Fraction | None]


@dataclass
class Wall:
    """A board over one source with two lines."""

    folder: Path
    store: Store
    reader: Reader
    spec: SourceSpec
    watermark: str | None = None

    def __post_init__(self) -> None:
        self.plant = replace(PLANT, sources=(self.spec,))
        self.context = SourceContext(
            timezone="Europe/London", folder=self.folder, nodes={"line": "Line", "other": "Other"}, environment={}
        )
        self.source = open_source(self.spec, self.context) if self.spec.settings else None

    def look(self, now: datetime) -> None:
        """Take one look, over the pipe."""
        assert self.source is not None
        for batch in self.source.read(self.watermark, now):
            self.watermark = batch.watermark
            self.take(batch, now)

    def take(self, batch: Batch, now: datetime) -> None:
        self.store.take(decode_batch(encode_batch(batch)), now)

    def stage(self, line: str, now: datetime) -> Stage:
        return freshness_of(self.reader, self.plant, line, now).stage(now)

    def good(self, line: str, now: datetime) -> Counts:
        """Return what is known of the hours from 8 to 12."""
        history = PlantHistory(((datetime(2020, 1, 1, tzinfo=UTC), self.plant),))
        run = next(run for run in shift_runs(self.plant, line, now.date()) if run.span.start <= now < run.span.end)
        return [each.good for each in count(self.reader, line_shift(self.reader, history, line, run, now), HOURS)]

    def writes(self, name: str, data: bytes, now: datetime) -> None:
        """Lay down a file that stood still for two minutes."""
        path = self.folder / name
        path.write_bytes(data)
        moment = (now - timedelta(minutes=2)).timestamp()
        os.utime(path, (moment, moment))


@contextmanager
def wall(folder: Path, kind: str, settings: Mapping[str, object]) -> Iterator[Wall]:
    store = Store.open(folder / "board.db", station="x", zone="Europe/London", now=at(6), limits=NO_LIMITS)
    spec = SourceSpec(id="machine", kind=kind, settings=dict(settings), stale_after=timedelta(minutes=15))
    found = Wall(folder, store, reader := Reader.open(folder / "board.db"), spec)
    store.adopt(PlantHistory(((datetime(2020, 1, 1, tzinfo=UTC), found.plant),)))
    try:
        yield found
    finally:
        reader.close()
        store.close()


def parts(line: str, *hours: int) -> list[tuple[datetime, str]]:
    """Return a part every ten minutes of some hours."""
    return [(at(hour, minute), line) for hour in hours for minute in range(0, 60, 10)]


def as_csv(rows: list[tuple[datetime, str]], head: str = "T,M") -> bytes:
    return "\n".join([head, *(f"{moment:%Y-%m-%d %H:%M:%S},{line}" for moment, line in rows), ""]).encode()


def as_xlsx(rows: list[tuple[datetime, str]]) -> bytes:
    return xlsx({"S": [["T", "M"], *([moment.replace(tzinfo=None), line] for moment, line in rows)]})


@pytest.mark.parametrize(("kind", "name", "written"), [("csv", "a.csv", as_csv), ("excel", "a.xlsx", as_xlsx)])
def test_a_dead_machine_beside_a_live_one_makes_no_zeros_and_grows_old(
    tmp_path: Path, kind: str, name: str, written: Callable[[list[tuple[datetime, str]]], bytes]
) -> None:
    with wall(tmp_path, kind, {"path": f"*{Path(name).suffix}", "key": ["T", "M"], **ROW}) as board:
        board.writes(name, written(sorted(parts("line", 8) + parts("other", 8, 10))), at(9))
        board.look(at(11))
        board.writes(name, written(sorted(parts("line", 8, 9, 10, 11) + parts("other", 8, 10))), at(12))
        board.look(at(12))
        assert board.good("line", at(12)) == [6, 6, 6, 6]
        assert board.good("other", at(12)) == [6, 0, 6, None], "it made nothing from 9 to 10: it spoke after that"
        assert (board.stage("line", at(12)), board.stage("other", at(12))) == (Stage.LATE, Stage.STALE)


def test_a_dead_machine_beside_a_live_one_on_a_server(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = []

    def answer(_asked: object) -> Reply:
        return as_json(rows)

    with (
        serving(answer) as server,
        wall(
            tmp_path, "http", {"url": server.url, **ROW, "measure": [{"id": "good", "value": {"column": "n"}}]}
        ) as board,
    ):
        rows += [{"T": moment.isoformat(), "M": line, "n": 1} for moment, line in parts("line", 8) + parts("other", 8)]
        board.look(at(9))
        rows += [{"T": moment.isoformat(), "M": line, "n": 1} for moment, line in parts("line", 9, 10, 11)]
        board.look(at(12))
        assert board.good("line", at(12)) == [6, 6, 6, 6]
        assert board.good("other", at(12)) == [6, None, None, None]
        assert board.stage("other", at(12)) is Stage.STALE


@pytest.mark.parametrize("complete", ["newest", "seen", "closed"])
def test_a_file_that_cannot_be_read_any_more_makes_no_zeros(tmp_path: Path, complete: str) -> None:
    with wall(tmp_path, "csv", {"path": "*.csv", "complete": complete, **ROW}) as board:
        board.writes("a.csv", as_csv(parts("line", 8)), at(9))
        board.writes("b.csv", as_csv(parts("line", 9), "T,M,X"), at(10))
        board.look(at(10))
        board.writes("a.csv", as_csv(parts("line", 8, 10, 11), "Zeit,M"), at(12))
        board.writes("b.csv", as_csv([*parts("line", 9), (at(11, 59), "line")], "T,M,X"), at(12))
        board.look(at(12))
        assert board.good("line", at(12)) == [6, 6, None, 1], "from 10 to 11 the other file has six"
        board.look(at(12, 1))
        assert board.good("line", at(12)) == [6, 6, None, 1], "nor at a later look, when it is not read again"
        board.writes("a.csv", as_csv(parts("line", 8, 10, 11)), at(12, 2))
        board.look(at(12, 2))
        assert board.good("line", at(12)) == [6, 6, 6, 7]


def test_a_file_that_never_could_be_read_keeps_no_rows_in_order_from_being_known(tmp_path: Path) -> None:
    with wall(tmp_path, "csv", {"path": "*.csv", **ROW}) as board:
        board.writes("readme.csv", b"what these files are\n", at(9))
        board.writes("a.csv", as_csv(parts("line", 8, 10)), at(11))
        board.look(at(11))
        assert board.good("line", at(11)) == [6, 0, 6, None]


STATES = {
    "url": "http://x/y",
    "push": "events",
    "node": {"column": "M"},
    "time": "T",
    "state": {"column": "S", "map": {"run": "running", "stop": "stopped"}},
    "measure": [{"id": "good", "value": {"column": "n"}, "counter": "total"}],
}


def states(board: Wall, now: list[datetime]) -> Callable[[str, str, int], Batch]:
    """Return what makes a batch of what a machine says: its state and its register."""
    board.spec.settings.update(STATES)  # type: ignore[attr-defined]
    if board.spec.kind == "http":
        settings = read_settings(board.spec, board.context)
        reader, ear = (
            EventReader(board.spec, settings, board.context, HttpMark(settings=settings.digest)),
            Ear(lambda: now[0]),
        )

        def heard(line: str, state: str, made: int) -> Batch:
            text = f'{{"M": "{line}", "T": "{now[0].isoformat()}", "S": "{state}", "n": {made}}}'
            reader.read(httpx_sse.ServerSentEvent(event="message", data=text), ear)
            found = ear.take(0)
            assert found is not None
            assert found.batch is not None
            return found.batch

        return heard
    own = {key: value for key, value in STATES.items() if key not in {"url", "push"}}
    mapping = read_mapping(Settings(own, where="x"), board.context, remembers=True)
    lines = LineReader(board.spec, board.context, mapping)

    def printed(line: str, state: str, made: int) -> Batch:
        text = f'{{"M": "{line}", "T": "{now[0].isoformat()}", "S": "{state}", "n": {made}}}'
        found = lines.read(text.encode(), "", now[0])
        assert found is not None
        return found.batch

    return printed


@pytest.mark.parametrize("kind", ["http", "command"])
def test_a_state_that_one_machine_tells_says_nothing_of_the_other(tmp_path: Path, kind: str) -> None:
    now = [at(8)]
    with wall(tmp_path, kind, {}) as board:
        tell = states(board, now)
        for hour, minute, line, state, made in (
            (8, 0, "line", "run", 100),
            (8, 0, "other", "run", 100),
            (8, 50, "line", "run", 106),
            (8, 50, "other", "run", 106),
            (9, 0, "other", "run", 106),
            (11, 59, "line", "run", 106),
            (12, 0, "line", "run", 106),
        ):
            now[0] = at(hour, minute)
            board.take(tell(line, state, made), now[0])
        assert board.good("line", at(12, 1))[1:] == [0, 0, 0], "it ran and said that it made nothing"
        assert board.good("other", at(12, 1))[1:] == [None, None, None]
        assert board.stage("line", at(12, 1)) is Stage.LIVE
        assert board.stage("other", at(12, 1)) is Stage.STALE


def test_batches_that_are_joined_keep_what_each_says_of_single_nodes() -> None:
    first = Batch(source="x", readings=(), watermark="1", seen_at=at(8), through=(("line", at(8)),), by_rows=True)
    second = Batch(source="x", readings=(), watermark="2", seen_at=at(8), through=(("other", at(7)),))
    assert joined([first, second]).through == (("line", at(8)), ("other", at(7)))
    assert joined([first, second]).by_rows


def test_a_line_that_a_source_no_longer_names_is_not_waited_for(tmp_path: Path) -> None:
    with wall(tmp_path, "csv", {"path": "*.csv", **ROW}) as board:
        board.writes("a.csv", as_csv(sorted(parts("line", 8) + parts("other", 8))), at(9))
        board.look(at(9))
        board.plant = replace(PLANT, sources=(replace(board.spec, settings={"path": "*.csv", **ROW, "node": "line"}),))
        assert board.stage("other", at(9)) is Stage.MISSING
        assert board.stage("line", at(9)) is Stage.LATE


def test_what_was_wrong_stands_until_the_file_is_mended(tmp_path: Path) -> None:
    with wall(tmp_path, "csv", {"path": "*.csv", **ROW}) as board:

        def wrong() -> tuple[str | None, datetime | None]:
            (state,) = board.reader.sources()
            return state.complaint, state.complained_at

        board.writes("a.csv", as_csv(parts("line", 8)), at(9))
        board.writes("b.csv", as_csv(parts("other", 8), "Zeit,M"), at(9))
        board.look(at(9))
        said = "b.csv: b.csv has no column 'T'; it has Zeit, M"
        assert wrong() == (said, at(9))
        board.writes("a.csv", as_csv(parts("line", 8, 9)), at(10))
        board.look(at(10))
        board.look(at(10, 1))
        assert wrong() == (said, at(9)), "other files, and looks that find nothing, mend it not"
        board.writes("b.csv", as_csv(parts("other", 8)), at(11))
        board.look(at(11))
        assert wrong() == (None, None)
        board.writes("b.csv", as_csv(parts("other", 8)) + b"yesterday,other\n", at(12))
        board.look(at(12))
        assert str(wrong()[0]).startswith("b.csv line 8, column T")
        board.writes("b.csv", as_csv(parts("other", 8)) + b"yesterday,other\n" + as_csv(parts("other", 12))[4:], at(13))
        board.look(at(13))
        assert wrong()[1] == at(12), "the row that could not be used is there still"
        board.writes("b.csv", as_csv(parts("other", 8, 12)), at(13, 5))
        board.look(at(13, 5))
        assert wrong() == (None, None)


def test_what_was_wrong_in_a_workbook_stands_until_its_cell_is_mended(tmp_path: Path) -> None:
    head = ["T", "M", "n"]
    settings = {"path": "*.xlsx", **ROW, "measure": [{"id": "good", "value": {"column": "n"}}]}

    def book(*values: object) -> bytes:
        rows = [[at(8, minute).replace(tzinfo=None), "line", value] for minute, value in enumerate(values)]
        return xlsx({"S": [head, *rows]})

    with wall(tmp_path, "excel", settings) as board:

        def wrong() -> str | None:
            (state,) = board.reader.sources()
            return state.complaint

        filler = [5] * 200
        board.writes("a.xlsx", book("five", *filler), at(12))
        board.look(at(12))
        assert "'five'" in str(wrong())
        board.writes("a.xlsx", book("five", *filler, 7), at(12, 5))
        board.look(at(12, 5))
        assert "'five'" in str(wrong()), "another block of rows has changed"
        board.writes("a.xlsx", book(5, *filler, 7), at(12, 10))
        board.look(at(12, 10))
        assert wrong() is None


def test_what_was_wrong_in_an_answer_stands_until_one_is_all_well(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [{"T": at(8).isoformat(), "M": "line", "n": "many"}]
    measure = [{"id": "good", "value": {"column": "n"}}]
    with (
        serving(lambda _asked: as_json(rows)) as server,
        wall(tmp_path, "http", {"url": server.url, **ROW, "measure": measure}) as board,
    ):
        for minute in (0, 1, 2):
            board.look(at(9, minute))
            (state,) = board.reader.sources()
            assert "'many'" in str(state.complaint), "it is told once and stands"
            assert state.complained_at == at(9)
        rows[0]["n"] = 7
        board.look(at(9, 3))
        (state,) = board.reader.sources()
        assert (state.complaint, state.complained_at) == (None, None)


def test_a_cell_that_cannot_be_used_is_unknown_and_no_zero(tmp_path: Path) -> None:
    table = "From;To;OK\n" + "".join(
        f"{at(hour):%Y-%m-%dT%H:%MZ};{at(hour + 1):%Y-%m-%dT%H:%MZ};{made}\n"
        for hour, made in ((8, "100"), (9, "n/a"), (10, "0"), (11, "50"))
    )
    settings = {
        "path": "*.csv",
        "node": "line",
        "start": "From",
        "end": "To",
        "measure": [{"id": "good", "value": {"column": "OK"}}],
    }
    with wall(tmp_path, "csv", settings) as board:
        board.writes("a.csv", table.encode(), at(12, 30))
        board.look(at(12, 30))
        assert board.good("line", at(12, 30)) == [100, None, 0, 50]
