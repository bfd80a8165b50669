"""One message of a broker, and what its payload holds."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Final

from board.sources.complaining import Complaining
from board.sources.contract import SourceError
from board.sources.hide import hidden
from board.sources.json_record import LONGEST_TEXT, JsonError, cell_text, read_json

LARGEST: Final = 1024 * 1024  # bytes of a payload that is looked at
MOST_DEEP: Final = 100  # lists and objects within one another
BARE: Final = "value"  # the column of a payload that is one value without a name
_OPENS, _CLOSES = b"[{", b"]}"


class TooLargeError(SourceError):
    """A broker sends us what has no end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What came, and how; `number` tells it from others that wait for our receipt, 0 where none is asked for."""

    topic: str
    payload: bytes
    retained: bool = False
    again: bool = False  # the broker has sent it before and got no receipt
    number: int = 0

    @property
    def digest(self) -> str:
        """Return what tells the message from others with the same number."""
        return blake2b(self.topic.encode("utf-8", "replace") + b"\0" + self.payload, digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """What messages come to beside readings: what we ask for in turn, and nodes that are known to tell no more."""

    wishes: tuple[tuple[str, bytes], ...] = ()  # topic and payload
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """When a message came; where it may have lain at the broker, it was sent at some time after `since`."""

    at: datetime
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A message, when it came, and whom to tell what is wrong with it."""

    message: Message
    arrival: Arrival
    complaining: Complaining

    def complain(self, column: str, said: str) -> None:
        """Say what is wrong with a column of the message, or with all of it."""
        where = shown(self.message.topic)
        self.complaining.add(
            f"{where}, {column}" if column else where, f"{column or 'the message'} {said}", about=column
        )


def read_payload(data: bytes) -> object:
    """Return the document of a payload; one that is neither list nor object is the value of an object with just that.

    JsonError for anything that is too large, nested too deeply or no text.
    """
    if len(data) > LARGEST:
        raise JsonError(f"is larger than {LARGEST // 1024} KiB")
    bare = data.strip(b" \t\r\n\xef\xbb\xbf")
    if bare[:1] in (b"{", b"["):
        if _is_too_deep(bare):
            raise JsonError("is nested too deeply")
        return read_json(bare)
    if bare[:1] == b'"':
        return {BARE: read_json(bare)}
    try:
        text = bare.decode("utf-8")
    except UnicodeDecodeError as error:
        raise JsonError("is not UTF-8") from error
    if len(text) > LONGEST_TEXT:
        raise JsonError(f"is one value of more than {LONGEST_TEXT} characters")
    return {BARE: cell_text(text)}


def shown(text: str) -> str:
    """Return a topic or a name as a person may read it: short, and without anything that moves a cursor."""
    whole = hidden(text)
    clean = "".join(letter if letter.isprintable() else "\ufffd" for letter in whole[:80])
    return clean + ("…" if len(whole) > 80 else "")


def _is_too_deep(data: bytes) -> bool:
    """Tell whether lists and objects stand too deep in one another; brackets within texts count too."""
    if data.count(b"[") + data.count(b"{") <= MOST_DEEP:
        return False
    depth = deepest = 0
    for mark in data.translate(None, delete=_NO_BRACKETS):
        depth += 1 if mark in _OPENS else -1
        deepest = max(deepest, depth)
    return deepest > MOST_DEEP


_NO_BRACKETS: Final = bytes(set(range(256)) - set(_OPENS + _CLOSES))
