"""Says in a sentence why a database did not answer, and how long it is better left alone."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from board.sources.contract import SourceError

FIRST_REFUSAL, LONGEST_REFUSAL = timedelta(minutes=1), timedelta(minutes=15)  # a locked account helps nobody
LONGEST_WHY: Final = 200

_REFUSED, _UNREADABLE, _UNCLEAR, _WRITES, _SLOW, _AWAY, _BUSY = range(7)
_CODES: Final[Mapping[str, int]] = {  # of SQL, of PostgreSQL, of MySQL
    **dict.fromkeys(("28000", "28P01", "1044", "1045"), _REFUSED),
    **dict.fromkeys(("42501", "1142", "1143"), _UNREADABLE),
    **dict.fromkeys(("42601", "42P01", "42703", "42883", "42P02", "1054", "1064", "1146", "22P02"), _UNCLEAR),
    **dict.fromkeys(("25006", "1290", "1792"), _WRITES),
    **dict.fromkeys(("57014", "55P03", "1205", "1969", "3024"), _SLOW),
    **dict.fromkeys(("57P01", "57P02", "57P03", "2003", "2006", "2013"), _AWAY),
    **dict.fromkeys(("53300", "1040"), _BUSY),
}
_WORDS: Final = (  # of those that give no code
    ("readonly database", _WRITES),
    ("not authorized", _WRITES),
    ("no such table", _UNCLEAR),
    ("no such column", _UNCLEAR),
    ("syntax error", _UNCLEAR),
    ("interrupted", _SLOW),
    ("password authentication failed", _REFUSED),
    ("access denied", _REFUSED),
    ("login failed", _REFUSED),
    ("could not connect", _AWAY),
    ("connection failed", _AWAY),
    ("connection refused", _AWAY),
    ("server closed the connection", _AWAY),
    ("consuming input failed", _AWAY),
    ("the connection is lost", _AWAY),
    ("unable to open database file", _AWAY),
    ("timeout expired", _AWAY),
)


class Refusals:
    """Counts how often a database refused us, one time after the other."""

    def __init__(self) -> None:
        """Begin without any."""
        self._count = 0

    def forget(self) -> None:
        """Note that it let us in."""
        self._count = 0

    def pause(self) -> timedelta:
        """Note one more, and return how long to leave the database alone."""
        self._count += 1
        return min(FIRST_REFUSAL * (1 << min(self._count - 1, 10)), LONGEST_REFUSAL)


def failure(error: BaseException, where: str, timeout: timedelta, refusals: Refusals) -> SourceError:
    """Return what a driver raised as a sentence."""
    why = _first_line(error)
    kind = _kind(error, why)
    if kind == _REFUSED:
        pause = refusals.pause()
        return SourceError(f"{where} refuses us ({why}); check user and password", not_before=pause)
    if kind == _SLOW:
        return too_slow(where, timeout)
    said = {
        _UNREADABLE: f"{where} does not let us read ({why}); grant the user SELECT on what the query names",
        _UNCLEAR: f"{where} does not understand the query ({why}); check it",
        _WRITES: f"the query wants to write, and {where} is only read ({why}); check it",
        _AWAY: f"{where} cannot be reached ({why}); check the address, the network and the server",
        _BUSY: f"{where} takes no more connections ({why}); asked again later",
    }
    return SourceError(said.get(kind, f"{where} could not answer ({why}); check the query and the server"))


def too_slow(where: str, timeout: timedelta) -> SourceError:
    """Return that a database took too long."""
    length = f"{timeout.total_seconds():.0f} s"
    return SourceError(f"{where} has not answered within {length}; ask for less, add an index, or raise timeout")


def _kind(error: BaseException, why: str) -> int:
    codes = [getattr(error, "sqlstate", None), getattr(error, "pgcode", None), *error.args[:1]]
    for code in codes:
        if isinstance(code, str | int) and str(code) in _CODES:
            return _CODES[str(code)]
    plain = f"{why} {error}".lower()
    return next((kind for words, kind in _WORDS if words in plain), -1)


def _first_line(error: BaseException) -> str:
    """Return the first lines of what a driver says, without what moves a cursor."""
    text = " ".join(str(error).split()) or type(error).__name__
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text[:LONGEST_WHY])
