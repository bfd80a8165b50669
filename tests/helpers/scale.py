"""How much a fault suite does: fast with every change, long on request (`make faults LONG=1`)."""

import os


def is_long() -> bool:
    """Tell whether the long form was asked for."""
    return os.environ.get("LONG", "") not in ("", "0")


def times(fast: int, long: int) -> int:
    """Return how often to do something: `fast` with every change, `long` on request."""
    return long if is_long() else fast
