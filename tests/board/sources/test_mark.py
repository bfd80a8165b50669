"""Watermarks come back as they were, and start anew where they are of other settings or cannot be read."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.sources.mark import mark_of, moment_of, stamp_of, text_of

AT = datetime(2026, 11, 20, 11, 42, tzinfo=UTC)
FRESH: tuple[str, datetime | None] = ("", None)


def parsed(body: Mapping[str, Any]) -> tuple[str, datetime | None]:
    return body["since"][:9], moment_of(body["newest"])


def opened(text: str | None, settings: str = "a") -> tuple[str, datetime | None]:
    return mark_of(text, settings, FRESH, parsed)


def text(since: object = "7") -> str:
    return text_of({"settings": "a", "since": since, "newest": stamp_of(AT)})


def test_a_mark_comes_back_as_it_was_and_is_of_its_settings_only() -> None:
    assert opened(text()) == ("7", AT)
    assert opened(text(), settings="b") == FRESH
    assert opened(None) == opened("") == FRESH


@pytest.mark.parametrize("bad", ["{", "[]", "7", "null", '{"settings":"a"}', text(None), text(7), "[" * 100_000])
def test_a_mark_that_cannot_be_read_starts_anew(bad: str) -> None:
    assert opened(bad) == FRESH


@given(st.text())
def test_no_text_is_too_odd(odd: str) -> None:
    assert opened(odd) == FRESH
    assert opened(text_of({"settings": "a", "since": odd, "newest": odd})) == FRESH
