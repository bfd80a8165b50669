"""Keeps secrets out of everything a source says: what was hidden once never stands in a sentence again."""

import base64
from dataclasses import replace
from typing import TypeVar
from urllib.parse import quote, quote_plus

from board.kpi.reading import Batch, Complaint, Reading
from board.plant.plant import PlannedRun

HIDDEN = "(hidden)"
SHORTEST_SECRET = 4  # characters; a shorter one would blank out ordinary words

_OF_A_READING = ("reason", "product", "order", "unit", "key")
_OF_A_RUN = ("product", "order")
_OF_A_COMPLAINT = ("where", "said")
_Value = TypeVar("_Value", Reading, PlannedRun, Complaint)

_secrets: set[str] = set()


def hide(secret: str) -> None:
    """Hide a secret from now on, also as an address or a header writes it."""
    if len(secret) < SHORTEST_SECRET:
        return
    spelled = {secret, quote(secret, safe=""), quote(secret), quote_plus(secret), repr(secret)[1:-1]}
    spelled.add(base64.b64encode(secret.encode("utf-8", "replace")).decode().rstrip("="))
    _secrets.update(spelled)


def hidden(text: str) -> str:
    """Return a text without any secret."""
    for secret in sorted(_secrets, key=len, reverse=True):
        if secret in text:
            text = text.replace(secret, HIDDEN)
    return text


def hidden_batch(batch: Batch) -> Batch:
    """Return a batch in which nothing that people read holds a secret, even where a server sent it back."""
    if not _secrets:
        return batch
    return replace(
        batch,
        readings=tuple(_without(reading, _OF_A_READING) for reading in batch.readings),
        runs=tuple(_without(run, _OF_A_RUN) for run in batch.runs),
        complaints=tuple(_without(complaint, _OF_A_COMPLAINT) for complaint in batch.complaints),
    )


def _without(value: _Value, names: tuple[str, ...]) -> _Value:
    """Return a value without secrets in those of its texts."""
    changed = {}
    for name in names:
        text = getattr(value, name)
        if text and (clean := hidden(text)) != text:
            changed[name] = clean
    return replace(value, **changed) if changed else value
