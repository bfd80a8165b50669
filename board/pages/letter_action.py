"""What people are to do about a letter's misses, as it stood on the day of the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from board.pages.letter_book import Asked
from board.pages.name import person_name
from board.plant.plant import Action
from board.views.sqcdp import ActionCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The days whose misses have an action: `waiting` until the last of them was verified, then `verified`."""

    waiting: frozenset[date]
    verified: frozenset[date]

    @classmethod
    def of(cls, actions: Sequence[Action], today: date) -> "Answers":
        """Return how the days stand that these actions answer."""
        waiting = frozenset(one.day for one in actions if one.day is not None and not _by(one.verified, today))
        answered = frozenset(one.day for one in actions if one.day is not None)
        return cls(waiting=waiting, verified=answered - waiting)


def answers_to(asked: Asked, code: str) -> tuple[Action, ...]:
    """Return the actions of a letter on the node and all below it, as far as they had been raised."""
    return tuple(
        action
        for action in asked.plant.actions
        if action.letter == code and action.node in asked.nodes and action.raised <= asked.today
    )


def by_pressure(actions: Sequence[Action], today: date) -> list[Action]:
    """Return the open actions, earliest due first, so that overdue ones lead; those without a date come last."""
    open_ = [action for action in actions if not _by(action.done, today) and not _by(action.verified, today)]
    return sorted(open_, key=lambda action: (action.due or date.max, action.raised, action.id))


def most_pressing(actions: Sequence[Action], today: date) -> Action | None:
    """Return the most important open action, None where there is none."""
    return next(iter(by_pressure(actions, today)), None)


def card_of(action: Action, asked: Asked) -> ActionCard:
    """Return an action as it is shown."""
    today = asked.today
    done = action.done if _by(action.done, today) else None
    verified = _by(action.verified, today)
    late = action.due is not None and done is None and not verified and action.due < today
    return ActionCard(
        title=action.what,
        owner=person_name(asked.plant, action.owner),
        due=action.due,
        late_days=(today - action.due).days if late and action.due is not None else 0,
        day=action.day,
        done=done,
        verified=verified,
    )


def cards_of(actions: Sequence[Action], day: date, asked: Asked) -> tuple[ActionCard, ...]:
    """Return the actions that answer a day, open ones first, then the letter's other open ones."""
    pressing = by_pressure(actions, asked.today)
    of_day = [action for action in actions if action.day == day]
    open_ones = [action for action in pressing if action in of_day]
    ended = sorted((action for action in of_day if action not in pressing), key=lambda one: (one.raised, one.id))
    others = [action for action in pressing if action not in of_day]
    return tuple(card_of(action, asked) for action in (*open_ones, *ended, *others))


def _by(day: date | None, today: date) -> bool:
    return day is not None and day <= today
