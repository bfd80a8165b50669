"""Checks changes of the plan against the plant they are made for, and lays them on top of it for the day totals."""

from dataclasses import replace
from datetime import UTC, datetime

from board.journal.adjusted import adjusted
from board.journal.adjustment import Adjusted, adjustment_of
from board.journal.admit import complaint, undo_complaint
from board.journal.entry import Draft
from board.journal.payload import ADJUSTMENTS
from board.plant.history import PlantHistory
from board.store.adjustment import Adjustments
from board.store.refused import Cause, Refused


class WallPlan:
    """The accepted plants of a board, and what was changed on the wall."""

    def __init__(self, adjustments: Adjustments) -> None:
        self._adjustments = adjustments
        self.accepted: PlantHistory | None = None

    @property
    def history(self) -> PlantHistory | None:
        """Return the plants with the changes on top; None while no plant was adopted."""
        return None if self.accepted is None else adjusted(self.accepted, self._adjustments.read())

    def concerns(self, draft: Draft) -> bool:
        """Tell whether an entry changes the plan, or takes a change of it back."""
        return draft.kind in ADJUSTMENTS or self._subject(draft) is not None

    def check(self, draft: Draft, number: int, now: datetime) -> None:
        """Raise Refused where a change names what is not there, or would repaint what was."""
        if self.accepted is None:
            return
        changes, at = self._adjustments.read(), now.astimezone(UTC)
        subject = self._subject(draft)
        said = adjustment_of(draft, draft.name)
        sentence = None
        if subject is not None:
            sentence = undo_complaint(self.accepted, changes, subject, replace(subject, undone_at=at))
        elif said is not None:
            change = Adjusted(entry=draft.id, number=number, at=at, node=draft.node, said=said, actor=draft.actor)
            sentence = complaint(self.accepted, changes, change)
        if sentence is not None:
            raise Refused(Cause.UNUSABLE, sentence)

    def _subject(self, draft: Draft) -> Adjusted | None:
        """Return the change that an undo takes back."""
        if draft.kind != "undo":
            return None
        return next((each for each in self._adjustments.read() if each.entry == draft.subject), None)
