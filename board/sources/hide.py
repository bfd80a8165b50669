"""Keeps secrets out of everything a source says: what was hidden once never stands in a sentence again."""

import base64
import re
from dataclasses import replace
from typing import Any

from board.kpi.reading import Batch, Complaint

HIDDEN = "(hidden)"
SHORTEST_SECRET = 4  # characters; a shorter one would blank out ordinary words
SHORTEST_IN_DATA = 8  # in what a source tells of: a serial number holds 1234 by chance, and has to stay what it is

_OF_A_READING = ("reason", "product", "order", "unit", "key")
_OF_A_RUN = ("product", "order", "key")

_secrets: dict[str, re.Pattern[str]] = {}


def hide(secret: str) -> None:
    """Hide a secret from now on, also as an address, a header or JSON spells it."""
    if len(secret) < SHORTEST_SECRET or secret in _secrets:
        return
    shown = base64.b64encode(secret.encode("utf-8", "replace")).decode().rstrip("=")
    pattern = "".join(map(_spellings, secret)) + "|" + re.escape(shown)
    _secrets[secret] = re.compile(pattern, re.IGNORECASE)


def hidden(text: str) -> str:
    """Return a text without any secret."""
    return _without(text, SHORTEST_SECRET)


def hidden_data(text: str) -> str:
    """Return a word of a source's data without any secret that cannot stand in it by chance."""
    return _without(text, SHORTEST_IN_DATA)


def _without(text: str, shortest: int) -> str:
    for secret in sorted(_secrets, key=len, reverse=True):
        if len(secret) >= shortest:
            text = _secrets[secret].sub(HIDDEN, text)
    return text


def _spellings(letter: str) -> str:
    """Return a pattern for a letter as it stands, behind a backslash, or escaped."""
    bare = letter.encode("utf-8", "replace")
    ways = [
        rf"\\*{re.escape(letter)}",
        "".join(f"%(?:25)*{byte:02x}" for byte in bare),
        rf"\\+u{ord(letter):04x}" if ord(letter) < 1 << 16 else rf"\\U{ord(letter):08x}",
        "".join(rf"\\+x{byte:02x}" for byte in bare),
    ]
    if letter == " ":
        ways.append(r"\+")
    return f"(?:{'|'.join(ways)})"


def hidden_batch(batch: Batch) -> Batch:
    """Return a batch in which nothing that people read holds a secret, even where a server sent it back."""
    if not _secrets:
        return batch
    return replace(
        batch,
        readings=tuple(
            replace(each, **texts) if (texts := _hidden_of(each, _OF_A_READING)) else each for each in batch.readings
        ),
        runs=tuple(replace(each, **texts) if (texts := _hidden_of(each, _OF_A_RUN)) else each for each in batch.runs),
        complaints=tuple(
            Complaint(source=each.source, where=hidden(each.where), said=hidden(each.said)) for each in batch.complaints
        ),
    )


def _hidden_of(value: object, names: tuple[str, ...]) -> dict[str, Any]:
    """Return those of the texts of a value that hold a secret, without it."""
    texts: dict[str, str] = {name: getattr(value, name) or "" for name in names}
    return {name: clean for name, text in texts.items() if (clean := hidden_data(text)) != text}
