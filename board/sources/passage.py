"""What is remembered from row to row, so that each is told from its like and a doubled hour from itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from typing import Any, Final
from zoneinfo import ZoneInfo

from board.sources.mark import moment_of, stamp_of
from board.sources.moment import both_passes, to_utc

MOST_REMEMBERED: Final = 40_000  # contents of a file; some 6 MB
MOST_NODES: Final = 1_000
MOST_OF_A_NIGHT: Final = 4_000  # rows of a doubled hour, by their keys
_NEAR: Final = timedelta(hours=4)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Whose row it is: of which node, of what sort among its rows, and its key where it has one."""

    node: str
    sort: str
    key: str = ""


@dataclass(slots=True)
class _Start:
    """A start that rows of one sort have: which rows, and how many had the start before it."""

    at: datetime
    rows: set[str]
    usual: int


@dataclass(slots=True)
class Passage:
    """What is remembered from row to row: the order of time by node, and how often a content came lately.

    Not `in_order`: rows come again and again in any order, so that a row of the doubled hour is known by its key.
    """

    last: datetime | None = None
    in_order: bool = True
    _seen: dict[bytes, int] = field(default_factory=dict)
    _lasts: dict[str, datetime] = field(default_factory=dict)  # by node
    _starts: dict[str, _Start] = field(default_factory=dict)  # by node and sort
    _known: dict[str, bool] = field(default_factory=dict)  # rows of a doubled hour: whether of its second passing
    _rows: int = 0

    def occurrence(self, digest: bytes) -> int:
        """Return how often a content came before, and count it; like rows stand near one another in a log."""
        before = self._seen.pop(digest, 0)
        _thin_out(self._seen, MOST_REMEMBERED)
        self._seen[digest] = before + 1
        return before

    def start(self, local: datetime, zone: ZoneInfo, who: Who, latest: datetime) -> tuple[datetime, bool]:
        """Return the instant at which a row begins, as `to_utc`; one of a doubled hour is not later than `latest`.

        Of a doubled hour it is the second passing where the row before it says so, or where as many rows of its sort
        have this start already as have others.
        """
        if not _is_around_a_night(local.date(), zone):
            instant, is_moved = to_utc(local, zone)
            self.last = instant
            return instant, is_moved
        both = both_passes(local, zone)
        if both is None:
            instant, is_moved = to_utc(local, zone)
        else:
            instant, is_moved = both[self._is_second(local, zone, both, who, latest)], False
        self._note(instant, who)
        return instant, is_moved

    def _is_second(
        self, local: datetime, zone: ZoneInfo, both: tuple[datetime, datetime], who: Who, latest: datetime
    ) -> bool:
        key = _short(who.key) if who.key else ""
        if key in self._known:
            return self._known[key]
        found = to_utc(local, zone, self._lasts.get(who.node, self.last))[0] == both[1]
        start = self._starts.get(who.node + who.sort)
        if not found and start is not None and (key or self.in_order) and start.at == both[0] and start.usual:
            found = len(start.rows - {key}) >= start.usual
        found = found and both[1] <= latest
        if key and not self.in_order:
            _thin_out(self._known, MOST_OF_A_NIGHT)
            self._known[key] = found
        return found

    def _note(self, instant: datetime, who: Who) -> None:
        _thin_out(self._lasts, MOST_NODES)
        before = self._lasts.get(who.node, instant)
        self._lasts[who.node] = instant if self.in_order else max(instant, before)
        self.last = instant
        name = who.node + who.sort
        start = self._starts.get(name)
        if start is None or start.at != instant:
            _thin_out(self._starts, MOST_NODES)
            start = self._starts[name] = _Start(instant, set(), 0 if start is None else len(start.rows))
        self._rows += 1
        if len(start.rows) < MOST_NODES:
            start.rows.add(_short(who.key) if who.key else str(self._rows))

    def body(self, now: datetime, zone: ZoneInfo) -> dict[str, object] | None:
        """Return what has to be kept in a watermark, as JSON takes it; None but in nights that put clocks back."""
        before, after = ((now + step).astimezone(zone).utcoffset() for step in (-_NEAR, _NEAR))
        if before is None or after is None or before <= after:
            return None
        return {"lasts": {node: stamp_of(at) for node, at in self._lasts.items()}, "second": dict(self._known)}

    @classmethod
    def parse(cls, body: Mapping[str, Any] | None) -> "Passage":
        """Return the passage over rows in any order that a watermark has kept."""
        found = cls(in_order=False)
        try:
            for node, stamp in (body or {}).get("lasts", {}).items():
                if (at := moment_of(stamp)) is not None:
                    found._lasts[str(node)] = at
            found._known = {str(key): bool(second) for key, second in (body or {}).get("second", {}).items()}
        except (ValueError, TypeError, AttributeError):  # kept by nobody we know
            return cls(in_order=False)
        return found


@lru_cache(maxsize=4096)
def _is_around_a_night(day: date, zone: ZoneInfo) -> bool:
    """Tell whether clocks are put back within a day or two of a day; on all others a row needs no one before it."""
    try:
        before, after = (datetime.combine(day + step, time(12), zone).utcoffset() for step in (-2 * _DAY, 2 * _DAY))
    except OverflowError:
        return False
    return before is not None and after is not None and before > after


def _thin_out(found: dict[Any, Any], most: int) -> None:
    """Forget the older half of what is remembered where it is full."""
    if len(found) >= most:
        for old in list(islice(found, most // 2)):
            del found[old]


def _short(key: str) -> str:
    return blake2b(key.encode("utf-8", "replace"), digest_size=6).hexdigest()
