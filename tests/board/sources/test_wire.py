"""Batches over a pipe: what goes in comes out, and nothing hostile gets further than a WireError."""

import json
import random
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.kpi.reading import Batch, Complaint, Quality, Reading
from board.plant.plant import PlannedRun, RunKind
from board.sources.wire import LONGEST_LINE, WireError, decode_batch, encode_batch

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)

moments = st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=20)
numbers = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6)
maybe_texts = st.none() | texts


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Draw a reading such as a source may give."""
    start = draw(moments)
    value = draw(st.none() | numbers)
    quality = draw(
        st.sampled_from([Quality.BAD, Quality.MISSING] if value is None else [Quality.GOOD, Quality.UNCERTAIN])
    )
    return Reading(
        node=draw(texts),
        measure=draw(texts),
        start=start,
        end=start + timedelta(seconds=draw(st.integers(0, 10**6))),
        value=value,
        source="parts",
        key=draw(texts),
        unit=draw(st.just("") | texts),
        reason=draw(maybe_texts),
        product=draw(maybe_texts),
        order=draw(maybe_texts),
        quality=quality,
        final=draw(st.booleans()),
        observations=draw(st.integers(0, 1000)),
        observed_at=draw(st.none() | moments),
    )


@st.composite
def runs(draw: st.DrawFn) -> PlannedRun:
    """Draw a planned run."""
    start = draw(moments)
    return PlannedRun(
        node=draw(texts),
        start=start,
        end=draw(st.none() | st.just(start + timedelta(hours=1))),
        product=draw(maybe_texts),
        order=draw(maybe_texts),
        rate=draw(st.none() | numbers),
        quantity=draw(st.none() | st.integers(0, 10**6)),
        crew=draw(st.none() | st.integers(0, 100)),
        kind=draw(st.sampled_from(RunKind)),
        origin="parts",
    )


@st.composite
def batches(draw: st.DrawFn) -> Batch:
    """Draw a batch."""
    return Batch(
        source="parts",
        readings=tuple(draw(st.lists(readings(), max_size=3))),
        watermark=draw(st.just("") | texts),
        seen_at=draw(moments),
        complete_through=draw(st.none() | moments),
        complaints=tuple(
            Complaint(source="parts", where=text, said=text) for text in draw(st.lists(texts, max_size=2))
        ),
        runs=tuple(draw(st.lists(runs(), max_size=2))),
        number=draw(st.integers(0, 10**9)),
        progress=draw(st.none() | st.fractions(min_value=0, max_value=1, max_denominator=1000)),
        gone=tuple(draw(st.lists(texts, max_size=2))),
    )


@given(batches())
def test_a_batch_comes_out_as_it_went_in(batch: Batch) -> None:
    line = encode_batch(batch)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert decode_batch(line) == batch


def message(**changes: object) -> bytes:
    """Return a line of a batch with something changed."""
    body = {"source": "p", "watermark": "", "seen_at": "2026-11-20T12:00:00Z", "readings": [], **changes}
    return json.dumps({key: value for key, value in body.items() if value != "absent"}).encode()


def one(**changes: object) -> bytes:
    """Return a line of a batch with one reading, in which something is changed."""
    body = {"node": "n", "measure": "good", "start": "2026-11-20T11:00:00Z", "value": 1, "key": "k", **changes}
    return message(readings=[{key: value for key, value in body.items() if value != "absent"}])


@pytest.mark.parametrize(
    ("line", "value"),
    [
        (one(value=1.5), Fraction(3, 2)),
        (one(value="7/3"), Fraction(7, 3)),
        (one(value="-0.1"), Fraction(-1, 10)),
        (one(value=1e3), Fraction(1000)),
        (one(value=None), None),
        (one(value="absent"), None),
        (one(start="2026-11-20T12:00:00+01:00"), Fraction(1)),
    ],
)
def test_lines_of_other_programs_are_read(line: bytes, value: Fraction | None) -> None:
    (reading,) = decode_batch(line).readings
    assert reading.value == value
    assert reading.start == NOON - timedelta(hours=1)
    assert reading.quality is (Quality.MISSING if value is None else Quality.GOOD)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"", "no JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[1]", "a list"),
        (b"{" * 100_000, "no JSON"),
        (b"[" * 1_000_000, "no JSON"),
        (b'{"source":NaN}', "NaN is no number"),
        (b'{"source":' + b"9" * 5000 + b"}", "no JSON"),
        (b" " * (LONGEST_LINE + 1), "expected at most 1048576"),
        (message(source="absent"), "source: found None, expected a text"),
        (message(source=7), "source: found a int, expected a text"),
        (message(source="a\0b"), "source: found a NUL"),
        (message(source="\ud800"), "lone surrogate"),
        (message(through=[["line"]]), "a node with its time"),
        (message(through=[["line", 7]]), "through: found a int"),
        (message(through={}), "through: expected a list"),
        (message(by_rows=1), "by_rows: found a int"),
        (message(source="x" * 5000), "source: found 5000 characters, expected at most 4096"),
        (message(seen_at="2026-11-20T12:00:00"), "without a zone"),
        (message(seen_at="0001-01-01T00:00:00+14:00"), "expected a time like"),
        (message(seen_at="noon"), "seen_at: found 'noon', expected a time like"),
        (message(number=-1), "number: found a int, expected a whole number"),
        (message(number=True), "number: found True"),
        (message(progress=2), "progress: found 2, expected 0 to 1"),
        (message(readings={}), "readings: expected a list of at most 5000"),
        (message(readings=[0] * 5001), "readings: expected a list of at most 5000"),
        (message(readings=[0]), "found a reading that is a int, expected an object"),
        (message(surprise=1), "found the field 'surprise' in a batch"),
        (message(complaints=[{"source": "p", "where": ""}]), "said: found None"),
        (message(runs=[{"node": "n", "start": "2026-11-20T12:00:00Z", "kind": "x"}]), "kind: found 'x'"),
        (one(end="2026-11-20T10:00:00Z"), "nothing before the start"),
        (one(value="1e99"), "value: found '1e99'"),
        (one(value="1/0"), "value: found '1/0'"),
        (one(value=10**200), "value: found a int"),
        (one(value=True), "value: found True"),
        (one(value=[1]), "value: found a list"),
        (one(source="q"), "expected the batch's own 'p'"),
        (one(quality="splendid"), "quality: found 'splendid'"),
        (one(quality=[]), "quality: found a list"),
        (one(quality="bad"), "expected null"),
        (one(final=1), "final: found a int, expected true or false"),
        (one(key=""), "key: found '', expected a text"),
        (one(revision=3), "found the field 'revision'"),
    ],
)
def test_a_hostile_line_says_what_is_wrong_with_it(line: bytes, said: str) -> None:
    with pytest.raises(WireError) as caught:
        decode_batch(line)
    assert said in str(caught.value)


def test_mutated_lines_raise_nothing_else(rng: random.Random) -> None:
    lines = [
        message(),
        one(),
        one(
            end="2026-11-20T12:00:00Z", reason="x", quality="uncertain", final=False, observed_at="2026-11-20T12:00:00Z"
        ),
        message(runs=[{"node": "n", "start": "2026-11-20T12:00:00Z", "quantity": 5}], progress="1/2"),
    ]
    through = 0
    for _ in range(5000):
        line = bytearray(rng.choice(lines))
        for _ in range(rng.randint(1, 3)):
            at = rng.randrange(len(line))
            line[at : at + rng.randint(0, 2)] = rng.choice(
                [
                    b"",
                    b'"',
                    b"0",
                    b"9" * 50,
                    b"{",
                    b"[",
                    b"null",
                    b"\\ud800",
                    b"\\u0000",
                    b"-",
                    b"1e9",
                    bytes([rng.randrange(256)]),
                ]
            )
        with suppress(WireError):
            decode_batch(bytes(line))
            through += 1
    assert through > 50


def test_a_complaint_of_hostile_input_is_not_hostile_itself() -> None:
    complaint = Complaint(source="parts", where="row \0", said="'\ud800\0' is no number")
    batch = Batch(source="parts", readings=(), watermark="w", seen_at=datetime.now(UTC), complaints=(complaint,))
    (found,) = decode_batch(encode_batch(batch)).complaints
    assert (found.where, found.said) == ("row \ufffd", "'\ufffd\ufffd' is no number")
