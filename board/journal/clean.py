"""Text and numbers as they may enter the journal and the store: what would poison a database stays outside."""

import re
from datetime import UTC, datetime
from fractions import Fraction
from hashlib import sha256

NAME_CHARACTERS = 200
COMMENT_CHARACTERS = 2_000
LARGEST = 10**12  # beyond this a quantity is a fault of the sender, and sums would leave 64 bits
FINEST = 10**18  # largest denominator that is kept
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)

_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def clean_text(text: str, longest: int) -> str:
    """Return the text without control characters, half characters (lone surrogates) and over-length.

    A character that cannot be kept becomes U+FFFD; text that is cut ends in an ellipsis.
    """
    if text.isprintable() and len(text) <= longest:
        return text
    whole = _BAD.sub("�", text)
    return whole if len(whole) <= longest else whole[: longest - 1] + "…"


def clean_key(key: str) -> str:
    """Return a key of at most 200 characters; a longer or unclean one keeps its beginning and gains its digest."""
    cleaned = clean_text(key, NAME_CHARACTERS)
    if cleaned == key:
        return key
    digest = sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return f"{cleaned[: NAME_CHARACTERS - 33]}#{digest}"


def usable(value: object) -> bool:
    """Tell whether a number is exact, finite and of a size that a factory can mean."""
    if isinstance(value, Fraction):
        return abs(value.numerator) <= LARGEST * value.denominator and value.denominator <= FINEST
    return isinstance(value, int) and abs(value) <= LARGEST


def plausible(moment: datetime) -> bool:
    """Tell whether a time bears a zone and lies between 1990 and 2200."""
    return moment.tzinfo is not None and EARLIEST <= moment < LATEST
