"""How the misses of a KPI's months are answered by what people do about them."""

from dataclasses import dataclass
from datetime import date

from board.kpi.fiscal import month_before
from board.pages.letter_book import Asked
from board.plant.plant import Action, Plant
from board.views.bowling import Countermeasure
from board.views.mark import Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """The actions about one KPI on a node and all below it, as they stood on the day of the page."""

    plant: Plant
    asked: Asked
    letter: str | None
    kpi: str

    def of(self, month: date, phase: Phase) -> Countermeasure | None:
        """Return how a missed month is answered; while it still runs, nobody has to have answered it."""
        actions = [action for action in self.asked.plant.actions if self._answers(action, month)]
        if not actions:
            return Countermeasure.NONE if phase is Phase.CLOSED else None
        waiting = [action for action in actions if not _by(action.verified, self.asked.today)]
        if not waiting:
            return Countermeasure.VERIFIED
        today = self.asked.today
        late = any(action.due is not None and action.due < today and not _by(action.done, today) for action in waiting)
        return Countermeasure.OVERDUE if late else Countermeasure.OPEN

    def _answers(self, action: Action, month: date) -> bool:
        """Tell whether an action is about this KPI and month.

        One that names no day answers the month it was raised in and the one before, which its review looks back at;
        one that is not done yet answers the months that follow, too.
        """
        mine = action.kpi == self.kpi or (action.kpi is None and action.letter == self.letter)
        if not mine or action.node not in self.asked.nodes or action.raised > self.asked.today:
            return False
        raised = action.raised.replace(day=1)
        first = month_before(raised) if action.day is None else action.day.replace(day=1)
        return first <= month and (month <= raised or action.done is None or month <= action.done)


def _by(day: date | None, today: date) -> bool:
    return day is not None and day <= today
