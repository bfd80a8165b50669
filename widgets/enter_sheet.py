"""The question before a figure is entered: which one? Each with what stands in it now."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from themes.qt import Look
from themes.token import MARGIN_U
from widgets.button import Button, Face, grid
from widgets.dock import Dock, Pace
from widgets.finger import Finger
from widgets.words import translate

PLACES: Final = 8
NEXT: Final = "next"
NO_EVENT: Final = "no event"
TILE: Final = "measure "


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A figure that may be entered: its measure and name, and what stands in it, in words."""

    measure: str
    name: str
    stands: str


class EnterSheet(Dock):
    """One tile for each figure; with a ladder of events also one that says that there was none."""

    measure_chosen = Signal(str)
    no_event_chosen = Signal()

    LANDSCAPE_U: ClassVar[float] = 476.0
    PORTRAIT_U: ClassVar[float] = 736.0

    def __init__(self, look: Look, finger: Finger, parent: QWidget | None = None, *, pace: Pace | None = None) -> None:
        self._lead = ""
        self._choices: tuple[Choice, ...] = ()
        self._no_event = False
        self._pending = False
        self._page = 0
        super().__init__(look, finger, parent, pace=pace)

    def show_choices(self, lead: str, choices: Sequence[Choice], *, no_event: bool = False) -> None:
        """Take the figures; `no_event`: nobody has said yet that there was none."""
        if (lead, tuple(choices), no_event) != (self._lead, self._choices, self._no_event):
            self._lead, self._choices, self._no_event = lead, tuple(choices), no_event
            self._change()

    def show_pending(self, *, pending: bool) -> None:
        """Keep "No event" pressed while it is neither confirmed nor refused."""
        if pending != self._pending:
            self._pending = pending
            self.stay()
            self._change()

    @override
    def open(self) -> None:
        """Come up on the first page."""
        self._page = 0
        super().open()

    @property
    @override
    def waits(self) -> bool:
        return self._pending

    @override
    def heading(self) -> tuple[str, str]:
        return self._lead, translate("board", "What do you enter?")

    @override
    def place_buttons(self) -> tuple[Button, ...]:
        columns, rows, gap_u = (2, 4, 16) if self.is_portrait else (4, 2, 20)
        top_u, bottom_u = (248, 712) if self.is_portrait else (112, 452)
        places = list(grid(self.room(MARGIN_U, top_u, -MARGIN_U, bottom_u), columns, rows, self.apart(gap_u)))
        found = []
        if self._no_event:
            words = translate("board", "No event")
            rect = places.pop(0)
            found.append(
                Button(name=NO_EVENT, rect=rect, words=words, face=Face.PRIMARY, icon="tick", held=self._pending)
            )
        shown, more = self._shown(len(places))
        found += [
            Button(name=TILE + one.measure, rect=place, words=one.name, face=Face.FIELD, more=one.stands)
            for one, place in zip(shown, places, strict=False)
        ]
        if more:
            words = translate("board", "More figures")
            found.append(Button(name=NEXT, rect=places[-1], words=words, face=Face.TILE, icon="other", leads_on=True))
        return tuple(found)

    def _shown(self, places: int) -> tuple[tuple[Choice, ...], bool]:
        """Return the figures of the present page, and whether there are more pages than one."""
        if len(self._choices) <= places:
            return self._choices, False
        each = places - 1
        start = (self._page * each) % (-(-len(self._choices) // each) * each)
        return self._choices[start : start + each], True

    @override
    def act(self, name: str) -> None:
        if self._pending:
            return
        if name == NEXT:
            self._page += 1
            self._change()
        elif name == NO_EVENT:
            self.no_event_chosen.emit()
        else:
            self.measure_chosen.emit(name.removeprefix(TILE))

    def _change(self) -> None:
        self.arrange()
        self.update()
