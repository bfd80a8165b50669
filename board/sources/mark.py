"""The text of a watermark: what a source must know to go on, kept with the rows that it belongs to."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

Mark = TypeVar("Mark")

_UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)


def text_of(body: Mapping[str, object]) -> str:
    """Return what a mark holds as the opaque text that is stored; `settings` in it says of which settings it is."""
    return json.dumps(body, separators=(",", ":"))


def mark_of(text: str | None, settings: str | None, fresh: Mark, parse: Callable[[Mapping[str, Any]], Mark]) -> Mark:
    """Return the mark of a text; the fresh one where there is none, it is of other settings or cannot be read.

    `settings` None: of whatever settings it is.
    """
    if not text:
        return fresh
    try:
        body = json.loads(text)
        return parse(body) if settings is None or body["settings"] == settings else fresh
    except _UNREADABLE:
        return fresh


def stamp_of(moment: datetime | None) -> str | None:
    """Return a moment as it is written in a mark."""
    return None if moment is None else moment.astimezone(UTC).isoformat()


def moment_of(found: object) -> datetime | None:
    """Return the moment that is written in a mark; ValueError where it is none."""
    return None if found is None else datetime.fromisoformat(str(found)).astimezone(UTC)
