"""A secret stands in nothing that a source says, however it is spelled."""

import base64
import json
import time
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from board.kpi.reading import Batch, Complaint, Reading
from board.sources import hide
from board.sources.contract import SettingsError, SourceError
from board.sources.hide import HIDDEN, hidden, hidden_batch

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SECRET = "käse & wein/7"


@pytest.fixture(autouse=True)
def one_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hide, "_secrets", {})
    hide.hide(SECRET)


@pytest.mark.parametrize(
    "text",
    [
        f"401 for {SECRET}",
        "https://x/?key=k%C3%A4se%20%26%20wein%2F7&a=1",
        "https://x/?key=k%C3%A4se+%26+wein%2F7",
        f"Basic {base64.b64encode(SECRET.encode()).decode()}",
        f"repr: {SECRET!r}",
        "http://x/K%c3%a4se%20&%20wein/7",
        "http://x/k%25C3%25A4se%2520&%20wein/7",
        json.dumps(SECRET),
        json.dumps(SECRET).replace("/", "\\/"),
    ],
)
def test_no_spelling_of_a_secret_is_said(text: str) -> None:
    clean = hidden(text)
    assert HIDDEN in clean
    assert "wein" not in clean
    assert "wein" not in str(SourceError(text))
    assert "wein" not in str(SettingsError((text,)).problems)


def test_a_secret_that_comes_back_as_a_value_is_hidden_too() -> None:
    reading = Reading(
        node="line-1", measure="good", start=NOW, end=NOW, value=Fraction(1), source="x", key=SECRET, product=SECRET
    )
    complaint = Complaint(source="x", where=SECRET, said=f"{SECRET} is no number")
    batch = Batch(source="x", readings=(reading,), watermark="w", seen_at=NOW, complaints=(complaint,))
    assert "wein" not in repr(hidden_batch(batch))
    assert hidden_batch(batch).readings[0].value == 1


def test_a_short_secret_spoils_no_serial_number_that_holds_it_by_chance() -> None:
    """It would count under another key from the moment on at which the secret is known."""
    hide.hide("1234")
    reading = Reading(
        node="line-1",
        measure="good",
        start=NOW,
        end=NOW,
        value=Fraction(1),
        source="x",
        key="SN 00123457",
        order="P 1234",
    )
    complaint = Complaint(source="x", where="1234", said="password 1234 is refused")
    batch = hidden_batch(Batch(source="x", readings=(reading,), watermark="", seen_at=NOW, complaints=(complaint,)))
    assert batch.readings == (reading,)
    assert "1234" not in repr(batch.complaints)


def test_hiding_much_costs_little() -> None:
    hide.hide("(a+)+" * 40)
    hide.hide(" " * 100)
    began = time.thread_time()
    hidden("(a+" * 20_000 + " %20+" * 1000 + "\\" * 5000)
    assert time.thread_time() - began < 2


def test_a_very_short_text_is_no_secret() -> None:
    hide.hide("abc")
    assert hidden("abc") == "abc"
