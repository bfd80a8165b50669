"""Remembers from which file each reading came, so that two files that both count one thing are noticed."""

from collections.abc import Container, Sequence
from hashlib import blake2b
from itertools import islice
from typing import Final

from board.kpi.reading import Reading
from board.sources.cell_value import quoted

MOST: Final = 20_000  # readings; some 3 MB


class Origins:
    """From which file the readings of one source without a named key came."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._of: dict[int, tuple[str, int]] = {}  # by key: the file, and what it said
        self._has_told = False

    def fault(self, readings: Sequence[Reading], file: str, files: Container[str]) -> str:
        """Return what is wrong where another file, still there, said something else of the same; once, as a sentence.

        Equal rows in two files are no fault: one is a copy of the other.
        """
        found = ""
        for reading in readings:
            key, said = hash(reading.key), _print(reading)
            other, before = self._of.get(key, (file, said))
            if other != file and before != said and other in files:
                found = other
            if len(self._of) >= MOST:
                for old in list(islice(self._of, MOST // 2)):
                    del self._of[old]
            self._of[key] = file, said
        if not found or self._has_told:
            return ""
        self._has_told = True
        return (
            f"says something else of the same line and time than {quoted(found)}, and only what is read last counts; "
            'where both are to count, name the columns of the key, with "$file" among them'
        )


def _print(reading: Reading) -> int:
    text = f"{reading.value}\x1f{reading.quality}\x1f{reading.reason}"
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=6).digest())
