"""Count what happens again and again, and say when that is worth a line in the log."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Final

MOST_KINDS: Final = 500


class Repeats:
    """Count by kind; worth telling at the 1st, 10th, 100th time. Any thread may count; old kinds are forgotten."""

    def __init__(self, most_kinds: int = MOST_KINDS) -> None:
        self._most_kinds = most_kinds
        self._counts: OrderedDict[Hashable, int] = OrderedDict()
        self._lock = threading.Lock()

    def count(self, kind: Hashable) -> int:
        """Count one more of a kind and return how many there were."""
        with self._lock:
            counted = self._counts.pop(kind, 0) + 1
            self._counts[kind] = counted
            if len(self._counts) > self._most_kinds:
                self._counts.popitem(last=False)
            return counted

    @staticmethod
    def is_worth_telling(counted: int) -> bool:
        """Tell whether a count is 1 or a power of ten."""
        return str(counted).strip("0") == "1"
