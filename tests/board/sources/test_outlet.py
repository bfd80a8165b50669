"""The way out of the feeds process: a batch that is too long for a line, and what is said with it."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.reading import Batch, Complaint, Reading
from board.sources import outlet
from board.sources.outlet import Outlet
from board.sources.wire import decode_batch
from tests.board.sources.drop import NOW
from tests.board.store.shop import shop

LONG = 40  # readings of a batch that goes in parts


def reading(number: int) -> Reading:
    """Return one part made a second ago."""
    return Reading(
        node="line", measure="good", start=NOW, end=NOW, value=Fraction(1), source="x", key=str(number), reason="y" * 99
    )


@pytest.mark.parametrize("readings", [1, LONG])
def test_what_is_wrong_with_a_batch_stands_however_many_lines_it_takes(
    store_path: Path, monkeypatch: pytest.MonkeyPatch, readings: int
) -> None:
    monkeypatch.setattr(outlet, "LONGEST_LINE", 2_000)
    wrong = Complaint(source="x", where="a.csv line 9", said="is no number")
    batch = Batch(source="x", readings=(), watermark="1", seen_at=NOW, complaints=(wrong,), mended=("a.csv",))
    sent: list[Batch] = []

    def write(line: bytes) -> None:
        sent.append(decode_batch(line))
        way.acknowledge(sent[-1].number)

    way = Outlet(write)
    assert way.send(replace(batch, readings=tuple(map(reading, range(readings)))), "", check=True)
    assert (len(sent) > 1) == (readings == LONG)
    assert sum(len(each.readings) for each in sent) == readings
    with shop(store_path) as (store, reader):
        for each in sent:
            store.take(each, NOW)
        (state,) = reader.sources()
    assert state.complaint == "a.csv line 9: is no number", "the file is read anew, and this was found in it"
