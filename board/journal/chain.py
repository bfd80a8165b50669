"""The hash chain: each entry bears the hash of the one before, over the exact bytes that are stored."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

GENESIS = bytes(32)  # what the first entry of a database follows


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where a chain ends: kept apart from the database, it betrays a cut tail or a chain that was written anew."""

    station: str
    epoch: str
    number: int
    hash: str  # hexadecimal

    @property
    def sentence(self) -> str:
        """Return the anchor as one line for a person or a file."""
        return f"station {self.station}, epoch {self.epoch}: the journal ends at entry {self.number}, hash {self.hash}"


def link(previous: bytes, stored: Sequence[str | int | None]) -> bytes:
    """Return SHA-256 over the previous hash and every stored value, each with its type and length in front."""
    digest = hashlib.sha256(previous)
    for value in stored:
        if value is None:
            digest.update(b"n0:")
            continue
        mark = b"i" if isinstance(value, int) else b"t"
        raw = str(value).encode()
        digest.update(b"%b%d:" % (mark, len(raw)))
        digest.update(raw)
    return digest.digest()
