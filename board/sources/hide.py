"""Keeps secrets out of everything a source says: what was hidden once never stands in a sentence again."""

import base64
from dataclasses import replace
from urllib.parse import quote, quote_plus

from board.kpi.reading import Batch, Complaint, Reading

HIDDEN = "(hidden)"
SHORTEST_SECRET = 4  # characters; a shorter one would blank out ordinary words

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
        readings=tuple(map(_hidden_reading, batch.readings)),
        complaints=tuple(
            Complaint(source=each.source, where=hidden(each.where), said=hidden(each.said)) for each in batch.complaints
        ),
    )


def _hidden_reading(reading: Reading) -> Reading:
    texts = (reading.reason, reading.product, reading.order, reading.key)
    clean = tuple(None if text is None else hidden(text) for text in texts)
    if clean == texts:
        return reading
    reason, product, order, key = clean
    return replace(reading, reason=reason, product=product, order=order, key=key or HIDDEN)
