"""Damaged databases: found at the start, found by verify, or nothing wrong is shown."""

import random
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import apsw
import pytest

from board.kpi.reading import Complaint
from board.plant.plant import PlannedRun
from board.plant.span import Span
from board.store.database import Store
from board.store.reader import Reader
from board.store.verify import verify
from tests.board.store.shop import (
    HISTORY,
    NO_LIMITS,
    at,
    batch,
    count,
    detail,
    miss,
    open_store,
    reading,
    review,
    span,
    undo,
)
from tests.helpers.scale import times

pytestmark = pytest.mark.faults
NAME = "board.db"
PAGE = 4096
ALWAYS = Span(datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
Injury = Callable[[bytearray, random.Random], None]


def filled(folder: Path, rng: random.Random) -> None:
    """Lay out a database with its log as a running board has them, with something in every table."""
    store = open_store(folder / "running" / NAME)
    store.adopt(HISTORY)
    store.record_plant({"plant.toml": "[site]\nid = 'works'\n" * 20}, at(5), at(5))
    for number in range(30):
        rows = []
        for row in range(60):
            start = at(6) + timedelta(seconds=rng.randrange(500_000))
            value = rng.choice([Fraction(rng.randrange(50)), Fraction(rng.randrange(9), 7), None])
            rows.append(
                reading(
                    f"log:{number % 25}:{row}",
                    start,
                    value,
                    end=start + timedelta(seconds=rng.choice([0, 0, 3600, 40_000])),
                    order=f"O{number % 4}",
                    reason=rng.choice([None, "E001", "E002"]),
                    measure=rng.choice(["good", "scrap"]),
                )
            )
        run = PlannedRun(node="line", start=at(6, day=number), end=at(14, day=number), product="P", quantity=2000)
        complaints = (Complaint(source="machine", where=f"line {number}", said="'x' is no number"),)
        store.take(batch(*rows, watermark=str(number), runs=(run,), complaints=complaints), at(8, number))
        logged = miss(span(6, 8), number, comment="the labeller again")
        for intention in (logged, detail(logged.id, minutes=number), review(span(8, 10)), count(span(8, 10), number)):
            store.keep(intention, at(9, number))
        if number % 4 == 0:
            store.keep(undo(logged.id), at(9, number))
    store._drop_session()  # closes, which brings the log home
    for number in range(6):
        store.keep(miss(span(10, 12), number), at(10, number))
    for name in (NAME, f"{NAME}-wal", f"{NAME}.anchor"):
        shutil.copy(store.path.with_name(name), folder / name)
    store.close()


def shown(path: Path) -> list[object]:
    """Return everything that a board could show of a database."""
    reader = Reader.open(path)
    try:
        days = (date(2026, 2, 1), date(2026, 4, 30))
        spans = [Span(at(hour), at(hour + 2)) for hour in range(6, 22, 2)]
        return [
            list(reader.entries()),
            reader.readings("line", ALWAYS),
            reader.readings("line", ALWAYS, known_at=at(8, 10)),
            reader.tallies("line", spans),
            reader.crossing("line", spans),
            reader.lacks(["line", "other"], ALWAYS),
            reader.misses("line", span(0, 24)),
            reader.misses("line", span(0, 24), known_at=at(9, 15)),
            reader.reviews("line", span(0, 24)),
            reader.runs("line", ALWAYS),
            reader.sources(),
            reader.complaints(),
            reader.day_totals(["line", "other"], *days),
            reader.plant_versions(),
            reader.order_end("line", "O1", 40),
        ]
    finally:
        reader.close()


def flip(data: bytearray, rng: random.Random) -> None:
    for _ in range(rng.choice([1, 1, 2, 8])):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def truncate(data: bytearray, rng: random.Random) -> None:
    del data[rng.randrange(len(data)) :]


def zero_page(data: bytearray, rng: random.Random) -> None:
    start = rng.randrange(len(data)) // PAGE * PAGE
    data[start : start + PAGE] = bytes(len(data[start : start + PAGE]))


def garbage_page(data: bytearray, rng: random.Random) -> None:
    start = rng.randrange(len(data)) // PAGE * PAGE
    data[start : start + PAGE] = rng.randbytes(len(data[start : start + PAGE]))


def stale_page(data: bytearray, rng: random.Random) -> None:
    """Let one page say what another says, as a misdirected write does."""
    one, other = (rng.randrange(len(data)) // PAGE * PAGE for _ in range(2))
    data[one : one + PAGE] = data[other : other + len(data[one : one + PAGE])]


def change_text(data: bytearray, rng: random.Random) -> None:
    """Change a letter of something that people wrote or a machine said: the file stays well-formed."""
    words = [b"labeller", b"log:", b"good", b"scrap", b"again", b"E001", b'"quantity":1', b"'x' is", b"works"]
    places = [at_ for word in words for at_ in _all(data, word)]
    if places:
        data[rng.choice(places)] ^= 1


def change_comment(data: bytearray, rng: random.Random) -> None:
    """Change a letter of a comment."""
    places = _all(data, b"labeller again")
    if places:
        data[rng.choice(places)] ^= 1


def _all(data: bytearray, word: bytes) -> list[int]:
    found, start = [], data.find(word)
    while start >= 0:
        found.append(start + len(word) - 1)
        start = data.find(word, start + 1)
    return found


INJURIES: tuple[Injury, ...] = (flip, flip, truncate, zero_page, garbage_page, stale_page, change_text, change_text)


def injured(
    template: Path, folder: Path, rng: random.Random, injuries: tuple[Injury, ...] = INJURIES
) -> tuple[Path, str]:
    """Copy the template and injure one of its files."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder, ignore=shutil.ignore_patterns("running"))
    file = folder / rng.choice([NAME, NAME, f"{NAME}-wal"])
    injury = rng.choice(injuries)
    data = bytearray(file.read_bytes())
    injury(data, rng)
    file.write_bytes(data)
    return folder / NAME, f"{injury.__name__} of {file.name}"


def verdict(path: Path, right: list[object], look: Callable[[Path], tuple[str, ...]]) -> str:
    """Open the database as a board does, and say how the damage came to light, or that it did not."""
    store = Store.open(path, station="s", zone="Europe/London", now=at(12), limits=NO_LIMITS)
    try:
        if store.replaced is not None:
            assert store.replaced.exists()
            return "found at the start"
        if store.findings:
            return "found at the start"
        try:
            if shown(path) == right:
                return "nothing wrong is shown"
        except (apsw.Error, ValueError, OverflowError, IndexError):
            return "an error when read"
        return "found by verify" if look(path) else "WRONG AND SILENT"
    finally:
        store.close()


def test_no_damage_shows_anything_wrong_silently(tmp_path: Path, rng: random.Random) -> None:
    template = tmp_path / "template"
    template.mkdir()
    filled(template, rng)
    whole = tmp_path / "whole"
    shutil.copytree(template, whole)
    right = shown(whole / NAME)
    assert verdict(whole / NAME, right, verify) == "nothing wrong is shown"
    tally: Counter[str] = Counter()
    for _ in range(times(80, 300)):
        path, what = injured(template, tmp_path / "injured", rng)
        how = verdict(path, right, lambda path: verify(path, history=HISTORY))
        tally[how] += 1
        assert how != "WRONG AND SILENT", what
    print(dict(tally))
    assert len(tally) >= 3


def test_control_the_file_check_alone_overlooks_damage(tmp_path: Path, rng: random.Random) -> None:
    """Without chain, projections and seals, changes that leave the file well-formed are shown as if they were true."""

    def file_check(path: Path) -> tuple[str, ...]:
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        said = connection.execute("PRAGMA integrity_check").fetchall()
        connection.close()
        return () if said == [("ok",)] else (str(said),)

    template = tmp_path / "template"
    template.mkdir()
    filled(template, rng)
    right = shown(template / NAME)
    tally: Counter[str] = Counter()
    while tally.total() < 200 and not tally["WRONG AND SILENT"]:
        path, _ = injured(template, tmp_path / "injured", rng, (change_comment,))
        tally[verdict(path, right, file_check)] += 1
    print(dict(tally))
    assert tally["WRONG AND SILENT"] > 0
