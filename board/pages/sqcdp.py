"""Builds the board of letters of a line, an area or the site, for one moment."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from board.pages.freshness import freshness_by_measure, freshness_of, freshness_of_all
from board.pages.head import common_shift, head_of
from board.pages.letter_book import Asked, LetterBook
from board.pages.letter_month import letter_month
from board.pages.name import path_of
from board.pages.rule import rules_of
from board.plant.calendar import ShiftRun
from board.plant.history import PlantHistory
from board.store.intake import Changed
from board.store.reader import Reader
from board.views.freshness import Freshness
from board.views.sqcdp import Sqcdp


class SqcdpPages:
    """Build boards of letters from one reader; closed days are kept until `forget` hears of a change.

    `book` judges and keeps the days; the pages of single letters may share it.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.book = LetterBook(reader)

    def forget(self, changes: Sequence[Changed]) -> None:
        """Drop what was kept of the days that changed."""
        self.book.forget(changes)

    def board(self, node: str, history: PlantHistory, *, now: datetime, known_at: datetime | None = None) -> Sqcdp:
        """Return the letters of a line, an area or the site for the month of `now`.

        `known_at`: only what had been received by then. KeyError for a node the plant does not know.
        """
        asked = self.book.ask(node, history, now=now, known_at=known_at)
        plant = asked.plant
        month = asked.today.replace(day=1)
        head = head_of(plant, asked.lines, now)
        return Sqcdp(
            node=node,
            path=path_of(plant, node),
            month=month,
            today=asked.today,
            shift=head.shift,
            starts=head.starts,
            ends=head.ends,
            now=head.now,
            letters=tuple(
                replace(letter_month(self.book, letter, month, asked), freshness=seen)
                for letter, seen in zip(plant.letters, self._seen(asked), strict=True)
            ),
            freshness=fresh(self._reader, asked),
        )

    def _seen(self, asked: Asked) -> tuple[Freshness | None, ...]:
        """Return how old that is which each letter is judged by, None where it is as old as the node."""
        figures = rules_of(asked.plant).figures
        wanted = [
            frozenset(measure for kpi in letter.kpis for measure in figures[kpi].measures)
            | {rung.measure for rung in letter.ladder}
            for letter in asked.plant.letters
        ]
        return freshness_by_measure(self._reader, asked.plant, asked.node, wanted)


def fresh(reader: Reader, asked: Asked) -> Freshness:
    """Return how old what is known of the node is."""
    found = freshness_of if asked.is_line else freshness_of_all
    return found(reader, asked.plant, asked.node, asked.sight.moment.now)


def shift_of(asked: Asked) -> ShiftRun | None:
    """Return the shift that runs, where all lines that work run the same one."""
    return common_shift(asked.plant, asked.lines, asked.sight.moment.now)
