"""Names for journal entries: UUID version 7, so that ids sort by the time of the touch."""

import secrets
from datetime import UTC, datetime, timedelta
from uuid import UUID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def new_id(now: datetime) -> str:
    """Return a fresh UUIDv7 for a touch at `now`: 48 bits of milliseconds (0 before 1970) and 74 random bits."""
    milliseconds = max(0, (now - _EPOCH) // _MILLISECOND) & ((1 << 48) - 1)
    chance = secrets.randbits(74)
    value = milliseconds << 80 | 7 << 76 | (chance >> 62) << 64 | 0b10 << 62 | chance & ((1 << 62) - 1)
    return str(UUID(int=value))
