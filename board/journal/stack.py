"""The plant as changes are laid on it and taken back, one turn after another; what was worked out once is kept."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from board.journal.adjustment import Adjusted
from board.journal.intention import (
    Adjustment,
    ChangeDayOff,
    ChangePerson,
    ChangeReason,
    ChangeShift,
    PlanRun,
    SetTarget,
)
from board.journal.lay import lay_day_off, lay_person, lay_reason, lay_run, lay_shift, lay_target
from board.plant.calendar import production_day
from board.plant.plant import Plant

_DAY = timedelta(days=1)
_STEPS_KEPT = 50_000

_PARTS: dict[type[Adjustment], tuple[str, Callable[[Any, Any, Plant, datetime], Any]]] = {
    PlanRun: ("runs", lay_run),
    ChangeShift: ("shift_changes", lay_shift),
    SetTarget: ("kpis", lay_target),
    ChangeReason: ("reasons", lay_reason),
    ChangePerson: ("people", lay_person),
    ChangeDayOff: ("days_off", lay_day_off),
}


@dataclass(frozen=True, slots=True)
class Turn:
    """What changes the plant: a folder accepted (`plant`), a change laid on, or one taken back."""

    at: datetime
    plant: Plant | None = None
    change: Adjusted | None = None
    back: bool = False

    @property
    def order(self) -> tuple[datetime, bool, bool, int]:
        """Return its place in time; at one moment folders come first, then changes, then what is taken back."""
        return self.at, self.plant is None, self.back, 0 if self.change is None else self.change.number

    @property
    def mark(self) -> tuple[object, ...]:
        """Return what tells it from any other turn, however often it was read from the journal."""
        if self.change is None:
            return self.at, id(self.plant)
        return self.at, self.change.number, self.back, self.change.said


@dataclass(frozen=True, slots=True)
class _Laid:
    """A change that stands, on top of those below it, and what its part of the plant came to with it."""

    change: Adjusted
    said: Adjustment
    value: Any
    below: "_Laid | None"

    def downwards(self) -> Iterator["_Laid"]:
        """Yield this change and all below it."""
        laid: _Laid | None = self
        while laid is not None:
            yield laid
            laid = laid.below


@dataclass(frozen=True, slots=True)
class State:
    """An accepted plant, the changes that stand on each part of it, and the plant that follows."""

    base: Plant
    tops: tuple[tuple[str, _Laid], ...]
    plant: Plant

    def top(self, part: str) -> _Laid | None:
        """Return the newest change of a part."""
        return dict(self.tops).get(part)

    def with_top(self, part: str, top: _Laid | None) -> "State":
        """Return the state with another stack of changes on a part."""
        tops = dict(self.tops)
        tops.pop(part, None)
        if top is not None:
            tops[part] = top
        value = getattr(self.base, part) if top is None else top.value
        if not tops:
            return State(self.base, (), self.base)
        plant = self.plant if value is getattr(self.plant, part) else replace(self.plant, **{part: value})
        return State(self.base, tuple(tops.items()), plant)


_steps: dict[tuple[object, ...], tuple[object, State]] = {}  # by identity of what came before, which is kept alive


def begun(plant: Plant) -> State:
    """Return an accepted plant without any change."""
    return _kept(plant, ("begun",), lambda: State(plant, (), plant))


def stepped(state: State, turn: Turn) -> State:
    """Return the state after a turn, the identical one where the same was worked out before."""
    return _kept(state, turn.mark, lambda: _worked_out(state, turn))


def _kept(before: object, mark: tuple[object, ...], work: Callable[[], State]) -> State:
    key = (id(before), *mark)
    known = _steps.get(key)
    if known is not None and known[0] is before:
        return known[1]
    if len(_steps) >= _STEPS_KEPT:
        _steps.clear()
    state = work()
    _steps[key] = (before, state)
    return state


def _worked_out(state: State, turn: Turn) -> State:
    change = turn.change
    if change is None:
        return _rebased(state, turn.plant or state.base)
    part = _PARTS[type(change.said)][0]
    top = state.top(part)
    if not turn.back:
        return state.with_top(part, _on_top(state.base, top, change, change.said))
    standing = [] if top is None else list(top.downwards())
    above = [laid for laid in standing if laid.change.number != change.number]
    rest = _what_stays(change.said, state.base, turn.at)
    if rest is None and standing and standing[0].change.number == change.number:
        return state.with_top(part, standing[0].below)
    kept = [*((laid.change, laid.said) for laid in above), *([] if rest is None else [(change, rest)])]
    return state.with_top(part, _stacked(state.base, kept))


def _what_stays(said: Adjustment, plant: Plant, undone_at: datetime) -> Adjustment | None:
    """Return what remains of a change that is taken back: the days that were over keep it."""
    today = production_day(plant, undone_at)
    if isinstance(said, ChangeShift) and said.day < today:
        return said
    if isinstance(said, ChangeDayOff) and said.first < today:
        return replace(said, last=min(said.last, today - _DAY))
    return None


def _rebased(state: State, base: Plant) -> State:
    """Return the state with its changes on another accepted plant."""
    fresh = State(base, (), base)
    for part, top in state.tops:
        fresh = fresh.with_top(part, _stacked(base, [(laid.change, laid.said) for laid in top.downwards()]))
    return fresh


def _stacked(base: Plant, changes: list[tuple[Adjusted, Adjustment]]) -> _Laid | None:
    """Return changes laid on a plant in the order in which they were made."""
    top: _Laid | None = None
    for change, said in sorted(changes, key=lambda each: (each[0].at, each[0].number)):
        top = _on_top(base, top, change, said)
    return top


def _on_top(base: Plant, top: _Laid | None, change: Adjusted, said: Adjustment) -> _Laid:
    part, lay = _PARTS[type(change.said)]
    value = getattr(base, part) if top is None else top.value
    return _Laid(change, said, lay(value, said, base, change.at), top)
