"""Where the wall is and how it came there: the home page, the page that is up, and those it was reached from."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from board.plant.plant import Plant
from kiosk.pages import at_node, has_page, home_of, turned_to
from kiosk.rotation import Rotation, Stop
from kiosk.wish import BOWLING, LETTER, SICB, Wish

if TYPE_CHECKING:
    from board.views.page import View

STEPS_KEPT: Final = 16


class Way:
    """Turns touches into wishes. Times are seconds of a clock that only goes forward."""

    def __init__(self, plant: Plant, home: Wish, stops: Sequence[Stop] = ()) -> None:
        self._plant = plant
        self._home = home
        self._stops = tuple(stops)
        self._rotation = Rotation(stops)
        self._trail: list[Wish] = []
        self.wish = self._first()

    @property
    def is_deep(self) -> bool:
        """Tell whether there is a page to go back to."""
        return bool(self._trail)

    def begin(self, now_s: float) -> None:
        """Go home, from where pages turn by themselves if they are meant to."""
        self._trail.clear()
        self.wish = self._first()
        self._rotation.begin(now_s)

    def hold(self) -> None:
        """Let no page turn by itself while somebody is at the board."""
        self._rotation.hold()

    def turned(self, now_s: float) -> bool:
        """Turn to the next page if that is due; tell whether it was."""
        stop = self._rotation.due(now_s)
        if stop is None:
            return False
        self.wish = self._of(stop)
        return True

    def passed(self, now_s: float) -> Fraction | None:
        """Return how much of its time the page that is up has had, None where it does not turn by itself."""
        return self._rotation.passed(now_s)

    def moves_s(self, now_s: float) -> float:
        """Return when the page that is up turns, or has had another step of its time; inf where it never does."""
        return self._rotation.moves_s(now_s)

    def page(self, page: str) -> None:
        """Go to another page of the same node."""
        self._trail.clear()
        self.wish = turned_to(self._plant, page, self.wish.node, self._home.node)

    def node(self, node: str) -> None:
        """Go to the same page of another node."""
        self._deeper(at_node(self._plant, self.wish, node))

    def letter(self, node: str, code: str, day: date | None = None) -> None:
        """Go to a letter, and to one of its days."""
        month = None if day is None else day.replace(day=1)
        self._deeper(Wish(page=LETTER, node=node, letter=code, day=day, month=month))

    def month(self, node: str, code: str, kpi: str, month: date) -> None:
        """Go to a month of one of a letter's KPIs."""
        self._deeper(Wish(page=LETTER, node=node, letter=code, kpi=kpi, month=month))

    def intervals(self, node: str) -> None:
        """Go to the intervals of a line."""
        self._deeper(Wish(page=SICB, node=node))

    def look(self, *, day: date | None = None, month: date | None = None, year: date | None = None) -> None:
        """Show another time on the page that is up; the way back stays as it is."""
        if self.wish.page == LETTER:
            self.wish = replace(self.wish, day=day, month=month or (day.replace(day=1) if day else None))
        elif self.wish.page == BOWLING:
            self.wish = replace(self.wish, year=year)

    def settle(self, view: "View") -> bool:
        """Stay on the day that a letter chose to tell of, whatever comes of it; tell whether that is another wish."""
        day = getattr(view, "day", None)
        if self.wish.page != LETTER or self.wish.day is not None or day is None:
            return False
        self.wish = replace(self.wish, day=day, month=day.replace(day=1))
        return True

    def back(self) -> None:
        """Go back to where this page was reached from."""
        if self._trail:
            self.wish = self._trail.pop()

    def take(self, plant: Plant) -> bool:
        """Take another version of the plant; tell whether the page that is up is gone with the old one."""
        self._plant = plant
        if not has_page(plant, self._home):
            self._home = home_of(plant, None)
        self._trail = [wish for wish in self._trail if has_page(plant, wish)]
        if has_page(plant, self.wish):
            return False
        self._trail.clear()
        self.wish = self._first()
        return True

    def _deeper(self, wish: Wish) -> None:
        if wish == self.wish:
            return
        self._trail = [*self._trail[1 - STEPS_KEPT :], self.wish]
        self.wish = wish

    def _first(self) -> Wish:
        return self._of(self._stops[0]) if self._stops else self._home

    def _of(self, stop: Stop) -> Wish:
        """Return the page of a stop; home, where the plant has it no more."""
        return page_of(self._plant, stop, self._home.node) or self._home


def page_of(plant: Plant, stop: Stop, home: str) -> Wish | None:
    """Return the page of a stop, without a node that of the board's own; None where the plant has no such page."""
    wish = turned_to(plant, stop.page, home, home) if stop.node is None else Wish(page=stop.page, node=stop.node)
    return wish if has_page(plant, wish) else None
