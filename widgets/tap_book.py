"""The taps of this board that are neither confirmed nor refused yet, and what is saved but not yet in the view."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from board.plant.span import Span
from board.views.sicb import Interval

KEPT: Final = 16
"""Saved quantities that are remembered until the view shows them."""


class TapKind(Enum):
    """What a tap means."""

    MISS = "miss"
    COUNT = "count"
    REVIEW = "review"
    DETAIL = "detail"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """One tap as the person saw it: words and quantity are what stood on the screen.

    `subject` is the journal id of what is taken back or detailed; `label` names the interval, 08–10.
    """

    kind: TapKind
    node: str
    span: Span | None = None
    subject: str = ""
    label: str = ""
    reason: str = ""  # code
    name: str = ""
    icon: str = ""
    quantity: int = 0
    unit: str = ""

    def answers(self, other: "Tap") -> bool:
        """Tell whether an answer about `other` is about this tap."""
        if (self.kind, self.node) != (other.kind, other.node):
            return False
        if self.kind in {TapKind.UNDO, TapKind.DETAIL}:
            return self.subject == other.subject
        return self.span == other.span and (not other.reason or self.reason == other.reason)


class TapBook:
    """Remembers taps in their order, so that each answer finds its own and no tap is asked twice."""

    def __init__(self) -> None:
        self._pending: list[Tap] = []
        self._queued: list[Tap] = []
        self._ahead: dict[str, Tap] = {}

    def add(self, tap: Tap) -> bool:
        """Note a tap that goes down now; False where the very same one is pending already.

        A second reason for the same gap waits for the answer to the first: it may have taken all there was.
        """
        if tap in self._pending or tap in self._queued or self._is_undoing(tap):
            return False
        if tap.kind is TapKind.MISS and any(_is_miss(other, tap.node, tap.span) for other in self._pending):
            self._queued.append(tap)
            return False
        self._pending.append(tap)
        return True

    def confirm(self, entry: str, said: Tap) -> Tap | None:
        """Take the answer that a tap is on disk; return that tap, None where this board did not make it."""
        tap = self._pop(said)
        if said.kind is TapKind.MISS:
            self._ahead[entry] = tap or said
            while len(self._ahead) > KEPT:
                del self._ahead[next(iter(self._ahead))]
        if said.kind is TapKind.UNDO:
            self._ahead.pop(said.subject, None)
        return tap

    def refuse(self, said: Tap | None) -> tuple[Tap, ...]:
        """Take the answer that a tap was not kept; without knowing which, all that are pending were not.

        What waited for its answer is not kept either: the person is told, and touches again.
        """
        if said is not None:
            tap = self._pop(said)
            return () if tap is None else (tap, *self.drop_queued(tap.node, tap.span))
        taps = (*self._pending, *self._queued)
        self._pending.clear()
        self._queued.clear()
        return taps

    def next_miss(self, node: str, span: Span | None) -> Tap | None:
        """Return the reason that waited for an answer about the same gap, no longer waiting."""
        for tap in self._queued:
            if (tap.node, tap.span) == (node, span):
                self._queued.remove(tap)
                return tap
        return None

    def drop_queued(self, node: str, span: Span | None) -> tuple[Tap, ...]:
        """Return the reasons that waited for an answer about a gap; they wait no longer."""
        dropped = tuple(tap for tap in self._queued if (tap.node, tap.span) == (node, span))
        self._queued = [tap for tap in self._queued if tap not in dropped]
        return dropped

    def misses(self, node: str, span: Span | None) -> tuple[Tap, ...]:
        """Return the reasons given for a gap that are not answered yet, queued ones too."""
        return tuple(tap for tap in (*self._pending, *self._queued) if _is_miss(tap, node, span))

    def pending(self, kind: TapKind, node: str) -> tuple[Tap, ...]:
        """Return the taps of a kind that are not answered yet."""
        return tuple(tap for tap in self._pending if (tap.kind, tap.node) == (kind, node))

    def ahead(self, node: str, interval: Interval) -> tuple[tuple[str, Tap], ...]:
        """Return entries and taps that are saved for an interval and not in it yet, the view being older."""
        seen = {part.entry for part in interval.parts}
        return tuple(
            (entry, tap)
            for entry, tap in self._ahead.items()
            if entry not in seen and _is_miss(tap, node, interval.span)
        )

    def see(self, intervals: Iterable[Interval]) -> None:
        """Forget what was ahead of the view and is in it now."""
        for interval in intervals:
            for part in interval.parts:
                self._ahead.pop(part.entry, None)

    def _is_undoing(self, tap: Tap) -> bool:
        """Tell whether the same entry is being taken back already, from the bar or from the list of reasons."""
        return tap.kind is TapKind.UNDO and any(other.answers(tap) for other in self._pending)

    def _pop(self, said: Tap) -> Tap | None:
        for tap in self._pending:
            if tap.answers(said):
                self._pending.remove(tap)
                return tap
        return None


def _is_miss(tap: Tap, node: str, span: Span | None) -> bool:
    return (tap.kind, tap.node, tap.span) == (TapKind.MISS, node, span)
