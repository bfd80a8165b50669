"""What docks over the page of one letter: which figure, the figure itself, a deviation, and the bar after a save."""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from board.journal.intention import EnterDay, Intention, LogDeviation, Undo
from board.views.letter import Enterable, LetterPage
from themes.qt import Look
from widgets import words
from widgets.deviation_sheet import Deviation, DeviationSheet
from widgets.dock import Dock, Pace
from widgets.enter_sheet import Choice, EnterSheet
from widgets.figure_pad import DECIMALS, Ask, FigurePad
from widgets.finger import Finger
from widgets.letter_page_words import exact_words, main_kpi, when_words
from widgets.saved_bar import SavedBar
from widgets.text_pad import TextPad
from widgets.words import translate

ARROW: Final = "→"


@dataclass(frozen=True, slots=True)
class Panels:
    """The docks of the page, made when the first of them is wanted."""

    bar: SavedBar
    sheet: EnterSheet
    pad: FigurePad
    deviation: DeviationSheet
    text: TextPad

    @property
    def own(self) -> tuple[Dock, ...]:
        """Return the panels that ask something; the bar after a save is none."""
        return (self.sheet, self.pad, self.deviation, self.text)


@dataclass(frozen=True, slots=True)
class Saved:
    """What the bar speaks of: of which node and day it was said, in words, and the entries that hold it."""

    node: str
    day: date
    words: str
    entries: tuple[str, ...]


class PageDocks(QObject):
    """Asks, gives intentions on, and says saved only when it is told so; what is refused is still there to change."""

    keep_asked = Signal(object)
    """An Intention without an id."""

    def __init__(self, look: Look, finger: Finger, page: QWidget, *, pace: Pace | None = None) -> None:
        super().__init__(page)
        self._look = look
        self._finger: Final = finger
        self._page: Final = page
        self._pace: Final = pace
        self._room = QRectF()
        self._view: LetterPage | None = None
        self._made: Panels | None = None
        self._measure: str | None = None  # that is asked for; None while the pad asks how much a deviation was
        self._pending: list[Intention] = []
        self._zeroes: list[str] = []  # entries of the "no event" that is being kept
        self._saved: Saved | None = None

    @property
    def panels(self) -> Panels:
        """Return the docks, made now if they are not there yet."""
        if self._made is None:
            self._made = self._new_panels()
        return self._made

    @property
    def open_panel(self) -> Dock | None:
        """Return the panel that is up; the bar after a save is none."""
        return None if self._made is None else next((one for one in self._made.own if one.is_open), None)

    def show_look(self, look: Look, room: QRectF) -> None:
        """Take another theme or size, and the room that docks may cover."""
        self._look, self._room = look, room
        for dock in () if self._made is None else (self._made.bar, *self._made.own):
            dock.show_look(look)
            dock.settle(room)

    def show_view(self, view: LetterPage) -> None:
        """Take a newer view; open panels follow it, and close where another day is told about."""
        before, self._view = self._view, view
        if before is not None and _subject(before) != _subject(view):
            self.shut_panels()
        if self.open_panel is not None:
            self._fill(view)

    def open_enter(self) -> None:
        """Ask which figure is entered; where there is only one, ask for it."""
        view = self._view
        if view is None or not view.enterable:
            return
        self._measure = view.enterable[0].measure
        self._fill(view)
        if len(view.enterable) == 1 and not view.ladder:
            self._up(self.panels.pad)
        else:
            self._measure = None
            self._up(self.panels.sheet)

    def open_deviation(self) -> None:
        """Ask what went wrong."""
        if self._view is not None:
            self._fill(self._view)
            self._up(self.panels.deviation)

    def shut(self) -> None:
        """Close everything, and keep what was typed."""
        self.shut_panels()
        if self._made is not None:
            self._made.bar.shut()

    def shut_panels(self) -> None:
        """Close what asks something; the bar after a save stays."""
        for dock in () if self._made is None else self._made.own:
            dock.shut()

    def show_kept(self, intention: Intention) -> None:
        """Take the answer that something this page asked for is on disk."""
        if not self._answered(intention):
            return
        view = self._view
        if view is None:
            return
        if isinstance(intention, EnterDay) and self._zeroes_left(intention):
            return
        if isinstance(intention, EnterDay | LogDeviation):
            ids = tuple(self._zeroes) or (intention.id,)
            self._saved = Saved(intention.node, intention.day, self._kept_words(view, intention), ids)
        self._forget(intention)
        self._zeroes.clear()
        if self.open_panel is not None and not self._pending:
            self.shut_panels()
        self._say_saved(taken_back=isinstance(intention, Undo))
        self._give_focus_back()

    def _say_saved(self, *, taken_back: bool) -> None:
        """Say on the bar what is on disk, or that it was taken back."""
        saved = self._saved
        if saved is not None:
            form = translate("board", "Taken back: {what}") if taken_back else translate("board", "Saved: {what}")
            entry, more = "" if taken_back else saved.entries[-1], words.short_day_text(saved.day)
            self.panels.bar.show_saved(form.format(what=saved.words), entry, more=more)

    def show_not_kept(self, intention: Intention, sentence: str) -> None:
        """Take the answer that it was not kept: what was typed is still there, with the reason above it."""
        if not self._answered(intention):
            return
        self._zeroes.clear()
        panel = self.open_panel
        for dock in (self.panels.sheet, self.panels.pad, self.panels.deviation):
            dock.show_pending(pending=False)
        if panel is None or isinstance(intention, Undo):
            self.panels.bar.show_undoing(undoing=False)
            self.panels.bar.show_refused(sentence)
        else:
            panel.show_refusal(sentence)

    def _new_panels(self) -> Panels:
        look, finger, page = self._look, self._finger, self._page
        made = Panels(
            bar=SavedBar(look, finger, page, pace=self._pace),
            sheet=EnterSheet(look, finger, page, pace=self._pace),
            pad=FigurePad(look, finger, page, pace=self._pace),
            deviation=DeviationSheet(look, finger, page, pace=self._pace),
            text=TextPad(look, finger, page, pace=self._pace),
        )
        made.bar.undo_chosen.connect(self._take_back)
        made.sheet.measure_chosen.connect(self._choose)
        made.sheet.no_event_chosen.connect(self._no_event)
        made.pad.figure_given.connect(self._figure_given)
        made.pad.back_wanted.connect(self._back_from_pad)
        made.deviation.quantity_wanted.connect(self._ask_quantity)
        made.deviation.text_wanted.connect(self._ask_text)
        made.deviation.deviation_given.connect(self._deviation_given)
        made.text.text_given.connect(self._text_given)
        made.text.closed.connect(self._back_to_deviation)
        for dock in (made.bar, *made.own):
            dock.settle(self._room)
        for dock in (made.bar, made.sheet, made.pad, made.deviation):
            dock.closed.connect(self._give_focus_back)
        return made

    def _up(self, dock: Dock) -> None:
        """Bring one panel up in the place of the others."""
        for other in (self.panels.bar, *self.panels.own):
            if other is not dock:
                other.shut()
        dock.open()

    def _fill(self, view: LetterPage) -> None:
        """Give the panels what they ask about."""
        panels = self.panels
        lead = words.short_day_text(view.day)
        choices = [Choice(measure=one.measure, name=one.name, stands=_stands(one)) for one in view.enterable]
        no_event = bool(self._unsaid(view)) and not any(rung.count for rung in view.ladder)
        panels.sheet.show_choices(lead, choices, no_event=no_event)
        panels.deviation.show_reasons(_subject(view), lead, view.reasons, _unit(view))
        one = next((one for one in view.enterable if one.measure == self._measure), None)
        if one is not None:
            panels.pad.show_ask(_figure_key(view, one.measure), _ask(view, one))

    def _choose(self, measure: str) -> None:
        if self._view is not None:
            self._measure = measure
            self._fill(self._view)
            self._up(self.panels.pad)

    def _figure_given(self, value: Fraction | None) -> None:
        view = self._view
        if view is None:
            return
        if self._measure is None:
            self.panels.deviation.take_quantity(value)
            self._up(self.panels.deviation)
            return
        one = next((one for one in view.enterable if one.measure == self._measure), None)
        if one is not None and value is not None:
            self.panels.pad.show_pending(pending=True)
            self._keep(
                EnterDay(id="", node=view.node, day=view.day, measure=one.measure, value=value, before=one.value)
            )

    def _no_event(self) -> None:
        """Say of every rung of the ladder of which nobody has spoken that there was nothing."""
        view = self._view
        if view is None:
            return
        self.panels.sheet.show_pending(pending=True)
        asked = [
            EnterDay(id="", node=view.node, day=view.day, measure=measure, value=Fraction(0))
            for measure in self._unsaid(view)
        ]
        self._pending += asked
        for one in asked:
            self.keep_asked.emit(one)

    def _deviation_given(self, said: Deviation) -> None:
        view = self._view
        if view is not None:
            self.panels.deviation.show_pending(pending=True)
            self._keep(
                LogDeviation(
                    id="", node=view.node, letter=view.letter.code, day=view.day, reason=said.reason, text=said.text,
                    quantity=said.quantity,
                )
            )  # fmt: skip

    def _ask_quantity(self) -> None:
        view, sheet = self._view, self.panels.deviation
        if view is None:
            return
        self._measure = None
        ask = Ask(
            lead=words.short_day_text(view.day), question=translate("board", "How much was it?"), unit=_unit(view),
            present=sheet.draft.quantity, optional=True, done=translate("board", "Done"),
            back=translate("board", "Back"),
        )  # fmt: skip
        key = ("how much", *_subject(view))
        self.panels.pad.forget(key)
        self.panels.pad.show_ask(key, ask)
        self._up(self.panels.pad)

    def _ask_text(self) -> None:
        self.panels.text.show_text(translate("board", "What went wrong?"), self.panels.deviation.draft.text)
        self._up(self.panels.text)

    def _text_given(self, text: str) -> None:
        self.panels.deviation.take_text(text)
        self._up(self.panels.deviation)

    def _back_to_deviation(self) -> None:
        self.panels.deviation.take_text(self.panels.text.text.strip())
        self._up(self.panels.deviation)

    def _back_from_pad(self) -> None:
        self._up(self.panels.deviation if self._measure is None else self.panels.sheet)

    def _take_back(self) -> None:
        """Ask to take back what the bar speaks of, on the node where it was said."""
        saved = self._saved
        if saved is not None:
            self.panels.bar.show_undoing(undoing=True)
            asked = [Undo(id="", node=saved.node, subject=one) for one in saved.entries]
            self._pending += asked
            for one in asked:
                self.keep_asked.emit(one)

    def _keep(self, intention: Intention) -> None:
        self._pending.append(intention)
        self.keep_asked.emit(intention)

    def _answered(self, intention: Intention) -> bool:
        """Strike out what was asked for; False where this page did not ask."""
        same = (one for one in self._pending if replace(one, id=intention.id, actor=intention.actor) == intention)
        asked = next(same, None)
        if asked is not None:
            self._pending.remove(asked)
        return asked is not None

    def _zeroes_left(self, intention: EnterDay) -> bool:
        """Gather the entries of one "no event"; True while some of them are not answered yet."""
        if self.panels.sheet.waits:
            self._zeroes.append(intention.id)
        return self.panels.sheet.waits and bool(self._pending)

    def _forget(self, intention: Intention) -> None:
        """Let go of what was typed: it is saved."""
        panels = self.panels
        if isinstance(intention, EnterDay):
            panels.pad.forget((intention.node, intention.day, intention.measure))
            panels.pad.show_pending(pending=False)
            panels.sheet.show_pending(pending=False)
        elif isinstance(intention, LogDeviation):
            panels.deviation.forget((intention.node, intention.letter, intention.day))
            panels.deviation.show_pending(pending=False)

    def _kept_words(self, view: LetterPage, intention: EnterDay | LogDeviation) -> str:
        """Return what was kept, as the bar says it."""
        if isinstance(intention, EnterDay):
            if self._zeroes:
                return translate("board", "no event")
            one = next((one for one in view.enterable if one.measure == intention.measure), None)
            return entered_words(one, intention)
        reason = next((tile.name for tile in view.reasons if tile.code == intention.reason), "")
        amount = exact_words(intention.quantity, _unit(view)) if intention.quantity is not None else ""
        return ", ".join(part for part in (reason, amount, intention.text) if part)

    def _unsaid(self, view: LetterPage) -> tuple[str, ...]:
        """Return the rungs of the ladder that may be entered and of which nobody has spoken."""
        enterable = {one.measure for one in view.enterable if one.value is None}
        return tuple(rung.measure for rung in view.ladder if rung.count is None and rung.measure in enterable)

    def _give_focus_back(self) -> None:
        if self.open_panel is None:
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)


def entered_words(one: Enterable | None, intention: EnterDay) -> str:
    """Return a figure that was entered, with the one it takes the place of: "scrap 612 → 598 cases"."""
    unit = one.unit if one is not None else ""
    name = words.within_sentence(one.name) if one is not None else ""
    value = exact_words(intention.value, unit)
    if intention.before is not None:
        value = f"{exact_words(intention.before)} {ARROW} {value}"
    return f"{name} {value}".strip()


def _subject(view: LetterPage) -> tuple[str, str, date]:
    return view.node, view.letter.code, view.day


def _figure_key(view: LetterPage, measure: str) -> tuple[str, date, str]:
    return view.node, view.day, measure


def _stands(one: Enterable) -> str:
    return translate("board", "not entered") if one.value is None else exact_words(one.value, one.unit)


def _unit(view: LetterPage) -> str:
    """Return the unit in which a deviation's size is told."""
    if view.pareto is not None and view.pareto.unit:
        return view.pareto.unit
    kpi = main_kpi(view)
    return kpi.parts[0].unit if kpi is not None and kpi.parts else ""


def _ask(view: LetterPage, one: Enterable) -> Ask:
    stands = translate("board", "now {value}").format(value=exact_words(one.value, one.unit))
    several = len(view.enterable) > 1 or bool(view.ladder)
    return Ask(
        lead=words.short_day_text(view.day),
        question=one.name,
        unit=one.unit,
        present=one.value,
        stands=stands if one.value is not None else translate("board", "not entered yet"),
        earlier=tuple(
            (
                exact_words(old.value),
                ", ".join(part for part in (words.person(old.who), when_words(old.at, view.day)) if part),
            )
            for old in one.earlier
        ),
        decimals=0 if one.whole else DECIMALS,
        back=translate("board", "Back") if several else "",
    )
