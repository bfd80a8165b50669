"""Lays what was changed on the wall on top of the plants that were accepted, each change from its own moment on.

History is not repainted. A change is in force from its entry on; its own date (of a target, a day off, a run) lies
within the plant that follows from it. Taking a change back is a change from that moment on: days that were over keep
it. A plant folder that is accepted later keeps the standing changes on top of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from board.journal.adjustment import Adjusted
from board.journal.clean import EARLIEST
from board.journal.stack import State, Turn, begun, stepped
from board.plant.history import PlantHistory
from board.plant.plant import Plant

_ANSWERS_KEPT = 16
_Versions = tuple[tuple[datetime, Plant], ...]


def adjusted(
    history: PlantHistory, adjustments: Sequence[Adjusted], *, known_at: datetime | None = None
) -> PlantHistory:
    """Return the plants with the changes on top; `known_at`: those that had been made, or taken back, by then.

    Equal changes on the same plants give the identical plants again, and the identical history. One more change, or
    one taken back, costs only itself. A history that bears changes already gets these in their place.
    """
    history = history.accepted or history
    changes = tuple(known_by(adjustments, known_at)) if known_at is not None else tuple(adjustments)
    for kept in tuple(_answers):
        if kept.history is history and kept.changes is changes:
            return kept.result
    answer = _answer(history, changes)
    _answers.insert(0, answer)
    del _answers[_ANSWERS_KEPT:]
    return answer.result


def known_by(adjustments: Sequence[Adjusted], known_at: datetime) -> list[Adjusted]:
    """Return what had been said by a moment, as it stood then."""
    return [
        replace(each, undone_at=None) if each.undone_at is not None and each.undone_at > known_at else each
        for each in adjustments
        if each.at <= known_at
    ]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was answered, and how it stood after the last turn: the next answer often goes on from there."""

    history: PlantHistory
    changes: tuple[Adjusted, ...]
    result: PlantHistory
    versions: _Versions
    state: State
    last: Turn


_answers: list[_Answer] = []


def _answer(history: PlantHistory, changes: tuple[Adjusted, ...]) -> _Answer:
    before, turns = _going_on(history, changes)
    if before is not None:
        versions, state, last = before.versions, before.state, before.last
    else:
        first = history.turns[0][1]
        start = turns[0].at if turns[0].plant is not None else min(EARLIEST, turns[0].at)
        versions, state, last = ((start, first),), begun(first), turns[0]
    found = list(versions)
    for turn in turns:
        state, last = stepped(state, turn), turn
        if found[-1][0] == turn.at:
            found.pop()
        if not found or found[-1][1] is not state.plant:
            found.append((turn.at, state.plant))
    versions = tuple(found)
    return _Answer(history, changes, _history_of(history, versions), versions, state, last)


def _history_of(history: PlantHistory, versions: _Versions) -> PlantHistory:
    """Return the history of these versions, one that was answered before if it has the same."""
    known = [(history.turns, history), *((kept.versions, kept.result) for kept in tuple(_answers))]
    for others, found in known:
        if len(others) == len(versions) and all(
            this is that and since == start for (since, this), (start, that) in zip(others, versions, strict=True)
        ):
            return found
    return PlantHistory(versions, accepted=history)


def _going_on(history: PlantHistory, changes: tuple[Adjusted, ...]) -> tuple[_Answer | None, list[Turn]]:
    """Return an answer that these changes only add to, and the turns they add; else None and all the turns."""
    for kept in tuple(_answers):
        more = _more(kept.changes, changes) if kept.history is history else None
        if more is not None and all(turn.order > kept.last.order for turn in more):
            return kept, more
    accepted = [Turn(at=since, plant=plant) for since, plant in history.turns]
    return None, sorted([*accepted, *_turns_of(changes)], key=lambda turn: turn.order)


def _more(before: tuple[Adjusted, ...], after: tuple[Adjusted, ...]) -> list[Turn] | None:
    """Return the turns by which changes are more than they were before, None where they are others."""
    if len(after) < len(before):
        return None
    turns: list[Turn] = []
    for old, new in zip(before, after, strict=False):
        if old is new or old == new:
            continue
        if new.undone_at is None or new.undone_at <= new.at or old != replace(new, undone_at=None):
            return None
        turns.append(Turn(at=new.undone_at, change=new, back=True))
    return sorted([*turns, *_turns_of(after[len(before) :])], key=lambda turn: turn.order)


def _turns_of(changes: Sequence[Adjusted]) -> list[Turn]:
    """Return the turns of changes; one that was taken back before it was made never was."""
    turns: list[Turn] = []
    for each in changes:
        if each.undone_at is not None and each.undone_at <= each.at:
            continue
        turns.append(Turn(at=each.at, change=each))
        if each.undone_at is not None:
            turns.append(Turn(at=each.undone_at, change=each, back=True))
    return turns
