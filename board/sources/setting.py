"""Reads the settings of a source and says of every fault which key, what was found and what was expected."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from fractions import Fraction

from board.sources.number import NumberError, read_number

_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d{1,3})?)\s*([a-z]+)\s*", re.ASCII)
_UNITS = {
    **dict.fromkeys(("s", "sec", "second", "seconds"), 1),
    **dict.fromkeys(("min", "minute", "minutes"), 60),
    **dict.fromkeys(("h", "hour", "hours"), 3600),
    **dict.fromkeys(("d", "day", "days"), 86400),
}
COMMON = frozenset({"poll_s"})  # read by the feeds process, whatever the kind


class Settings:
    """One table of settings; every key is asked for, and `finish` names those nobody asked for."""

    def __init__(self, values: Mapping[str, object], *, where: str, problems: list[str] | None = None) -> None:
        """Take the values; `where` opens each sentence, e.g. "source parts"."""
        self.values = values
        self.where = where
        self.problems: list[str] = [] if problems is None else problems
        self._asked: dict[str, None] = {}

    def has(self, key: str) -> bool:
        """Tell whether the key is set."""
        self._asked[key] = None
        return key in self.values

    def fault(self, key: str, expected: str) -> None:
        """Note that what stands under a key is not what was expected."""
        found = repr(self.values[key])[:80] if key in self.values else "nothing"
        self.problems.append(f"{self.where}, key {key}: found {found}, expected {expected}")

    def text(self, key: str, default: str = "", *, one_of: Sequence[str] = (), needed: bool = False) -> str:
        """Return a text, perhaps one of a few words."""
        if not self.has(key):
            if needed:
                self.fault(key, "a text")
            return default
        found = self.values[key]
        if not isinstance(found, str) or not found.strip() or len(found) > 1000:
            self.fault(key, "a text")
            return default
        if one_of and found not in one_of:
            self.fault(key, "one of " + ", ".join(repr(word) for word in one_of))
            return default
        return found

    def texts(self, key: str, default: tuple[str, ...] = (), *, empty: bool = False) -> tuple[str, ...]:
        """Return a list of texts; a single text is a list of one."""
        if not self.has(key):
            return default
        found = self.values[key]
        found = [found] if isinstance(found, str) else found
        if isinstance(found, list | tuple) and (found or empty) and all(isinstance(each, str) for each in found):
            return tuple(str(each).strip() for each in found)
        self.fault(key, "a text or a list of texts")
        return default

    def flag(self, key: str, default: bool | None = None) -> bool | None:
        """Return true or false."""
        if not self.has(key):
            return default
        found = self.values[key]
        if isinstance(found, bool):
            return found
        self.fault(key, "true or false")
        return default

    def length(self, key: str, default: timedelta | None = None) -> timedelta | None:
        """Return a length of time written like "15 min"."""
        if not self.has(key):
            return default
        found = self.values[key]
        match = _LENGTH.fullmatch(found) if isinstance(found, str) else None
        if match is not None and match[2] in _UNITS:
            return timedelta(seconds=float(match[1]) * _UNITS[match[2]])
        self.fault(key, 'a length of time such as "15 min" or "2 h"')
        return default

    def number(self, key: str, default: Fraction, *, low: int, high: int) -> Fraction:
        """Return a number within bounds; a ratio may be written as "1/1000"."""
        if not self.has(key):
            return default
        found = self.values[key]
        try:
            if isinstance(found, bool) or not isinstance(found, int | float | str):
                raise NumberError("is not a number")
            above, _, below = str(found).partition("/")
            value = read_number(above.strip(), decimal=".") / (read_number(below.strip(), decimal=".") if below else 1)
        except (NumberError, ZeroDivisionError):
            self.fault(key, f"a number from {low} to {high}")
            return default
        if not low <= value <= high:
            self.fault(key, f"a number from {low} to {high}")
            return default
        return value

    def table(self, key: str) -> "Settings | None":
        """Return the settings within a key, or None where it is not a table."""
        found = self.values.get(key) if self.has(key) else None
        return self._inner(found, key) if isinstance(found, Mapping) else None

    def tables(self, key: str) -> tuple["Settings", ...]:
        """Return the settings of each table in a list; a single table is a list of one."""
        if not self.has(key):
            return ()
        found = self.values[key]
        each = [found] if isinstance(found, Mapping) else found
        if not isinstance(each, list | tuple) or not all(isinstance(table, Mapping) for table in each):
            self.fault(key, "a list of tables")
            return ()
        return tuple(self._inner(table, f"{key} {number}") for number, table in enumerate(each, 1))

    def words(self, key: str) -> dict[str, str]:
        """Return a table from text to text, e.g. from the words of a column to our own."""
        inner = self.table(key)
        if inner is None:
            if key in self.values:
                self.fault(key, "a table from text to text")
            return {}
        return {name.strip(): inner.text(name) for name in inner.values}

    def finish(self, also: Iterable[str] = ()) -> None:
        """Name the keys that nobody asked for."""
        known = {*self._asked, *also}
        for key in self.values:
            if key not in known:
                self.problems.append(f"{self.where}, key {key}: is not known; expected {', '.join(sorted(known))}")

    def _inner(self, values: Mapping[str, object], key: str) -> "Settings":
        return Settings(values, where=f"{self.where}, {key}", problems=self.problems)
