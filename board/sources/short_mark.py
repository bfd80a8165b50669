"""Tells the marks of many files in short, those changed longest ago first, so that a watermark takes them all.

A mark in short only knows of which state of its file nothing more was to be had, and when there will be. A file that
stands so is left alone; one that has changed is read from its start, as one that was written anew.
"""

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import Final

from board.sources.wire import LONGEST_WATERMARK

ROOM: Final = LONGEST_WATERMARK - 1024  # for the names and signs around the parts of a mark
_MINUTE: Final = timedelta(minutes=1)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """What is told of a file in short: how it stood, what `kind` of mark it has, and when it is due although it does.

    `rank`: those that are lower are told in short before others.
    """

    size: int
    changed: int
    kind: str = ""
    again: datetime | None = None
    rank: int = 0

    def text(self) -> str:
        """Return it as a mark holds it."""
        minutes = "" if self.again is None else str(-((_EPOCH - self.again) // _MINUTE))
        return f"{_state(self.size, self.changed)}{self.kind}.{minutes}"


def fitted(
    full: Mapping[str, object], shorts: Mapping[str, Short | None], taken: int
) -> tuple[dict[str, object], dict[str, str]]:
    """Return the marks that are told in full, and those in short, beside which so many characters are `taken`.

    A file whose mark cannot be told in short is forgotten where there is no room for it, oldest first.
    """
    sizes = {name: len(json.dumps({name: body}, separators=(",", ":"))) for name, body in full.items()}
    left = ROOM - taken - sum(sizes.values())
    kept, told = dict(full), dict[str, str]()
    names = sorted(full, key=lambda name: _order(shorts[name]))
    for name in names:
        if left >= 0:
            return kept, told
        short = shorts[name]
        del kept[name]
        left += sizes[name]
        if short is not None:
            told[_named(name)] = text = short.text()
            left -= len(text) + 20
    for place in list(told):
        if left >= 0:
            break
        left += len(told.pop(place)) + 20
    return kept, told


def found_short(told: Mapping[str, object], name: str, size: int, changed: int) -> tuple[str, datetime | None] | None:
    """Return kind and time of the short mark of a file, which stands as it did; None where it has none."""
    text = told.get(_named(name)) if told else None
    state, _, minutes = str(text or "").partition(".")
    print_, kind = state[:8], state[8:]
    if print_ != _state(size, changed):
        return None
    return kind, _EPOCH + int(minutes) * _MINUTE if minutes.isdigit() else None


def _order(short: Short | None) -> tuple[bool, int, int]:
    """Return a key by which those that can be told in short come first, the oldest of them before others."""
    return (True, 0, 0) if short is None else (False, short.rank, short.changed)


def _named(name: str) -> str:
    return _digest(name, 9)


def _state(size: int, changed: int) -> str:
    return _digest(f"{size} {changed}", 6)


def _digest(text: str, size: int) -> str:
    return b64encode(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest(), b"-_").decode()
