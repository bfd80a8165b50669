"""How far a demo has told its story: until when, and which holes behind are still to be filled."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """Time [first, last) not told yet, filled from its end: from `fine` on by minutes, before by shifts or days.

    `begins`: nothing at all lies before it. `beside`: machines have told of it, only the other figures are missing.
    """

    first: datetime
    fine: datetime
    last: datetime
    begins: bool = True
    beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A watermark: all is told until `through` but for the holes; `whole_s` is how long they were at first."""

    through: datetime
    holes: tuple[Hole, ...] = ()
    whole_s: int = 0

    @property
    def left_s(self) -> int:
        """Return how long the holes still are."""
        return sum(int((hole.last - hole.first).total_seconds()) for hole in self.holes)

    def with_holes(self, holes: Sequence[Hole]) -> "Mark":
        """Return the mark with more holes; the newest of them is filled first."""
        found = (*(hole for hole in holes if hole.first < hole.last), *self.holes)
        mark = replace(self, holes=found)
        return replace(mark, whole_s=max(self.whole_s, mark.left_s))

    def filled(self, until: datetime) -> "Mark":
        """Return the mark after the first hole was filled down to a time."""
        first, rest = self.holes[0], self.holes[1:]
        kept = (replace(first, last=until),) if until > first.first else ()
        holes = (*kept, *rest)
        return replace(self, holes=holes, whole_s=self.whole_s if holes else 0)

    def text(self) -> str:
        """Return the mark as it is kept."""
        holes = [
            [hole.first.isoformat(), hole.fine.isoformat(), hole.last.isoformat(), hole.begins, hole.beside]
            for hole in self.holes
        ]
        return json.dumps({"through": self.through.isoformat(), "holes": holes, "whole_s": self.whole_s})


def read_mark(text: str) -> Mark | None:
    """Return the mark of a text, or None where it is none."""
    try:
        found = json.loads(text)
        holes = tuple(
            Hole(first=_time(first), fine=_time(fine), last=_time(last), begins=bool(begins), beside=bool(beside))
            for first, fine, last, begins, beside in found["holes"]
        )
        return Mark(through=_time(found["through"]), holes=holes, whole_s=int(found["whole_s"]))
    except (ValueError, TypeError, KeyError, OverflowError):
        return None


def read_bare(text: str) -> datetime | None:
    """Return the time of a watermark from before there were months behind it, or None."""
    try:
        return _time(text)
    except (ValueError, OverflowError):
        return None


def _time(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None or not timedelta(days=800) < found - datetime.min.replace(tzinfo=UTC):
        raise ValueError(f"{text} is no time of a watermark")
    return found.astimezone(UTC)
