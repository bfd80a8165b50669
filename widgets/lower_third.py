"""Everything that docks at the bottom of the board: which panel is up, for what, and what its touches mean."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtWidgets import QWidget

from board.plant.span import Span
from board.views.sicb import ReviewState, Sicb, TrayItem
from themes.qt import Look
from widgets.detail_panel import TAKE_BACK, DetailFields, DetailPanel
from widgets.dock import Dock, Pace
from widgets.finger import Finger
from widgets.number_pad import NumberPad, Tally
from widgets.opening import Opening, opening
from widgets.reason_sheet import ReasonSheet
from widgets.shift_shown import ShiftShown, Subject
from widgets.tap_book import Tap, TapBook, TapKind
from widgets.text_pad import TextPad
from widgets.tray_sheet import TraySheet
from widgets.undo_bar import Saved, UndoBar
from widgets.words import span_label, translate


class LowerThird(QObject):
    """The docks of one board. Nothing says saved before the board is told so; no tap is asked twice or dropped."""

    miss_chosen = Signal(str, object, str, int)
    undo_chosen = Signal(str, str)
    detail_given = Signal(str, str, object)
    count_entered = Signal(str, object, int)
    review_given = Signal(str, object)
    node_chosen = Signal(str)
    subject_changed = Signal(object)
    """The Span that the open panel is about, or None once no panel is open."""

    def __init__(self, look: Look, finger: Finger, board: QWidget, *, pace: Pace | None = None) -> None:
        super().__init__(board)
        self._subject: Subject | None = None
        self._wanted: tuple[str, Span] | None = None
        self._late = ""
        self._book: Final = TapBook()
        self._shift: Final = ShiftShown(self._book)
        self.bar: Final = UndoBar(look, finger, board, pace=pace)
        self.sheet: Final = ReasonSheet(look, finger, board, pace=pace)
        self.pad: Final = NumberPad(look, finger, board, pace=pace)
        self.panel: Final = DetailPanel(look, finger, board, pace=pace)
        self.tray: Final = TraySheet(look, finger, board, pace=pace)
        self.text: Final = TextPad(look, finger, board, pace=pace)
        self._panels: Final[tuple[Dock, ...]] = (self.sheet, self.pad, self.panel, self.tray, self.text)
        self._connect()

    @property
    def open_panel(self) -> Dock | None:
        """Return the panel that is up; the bar after a save is none."""
        return next((dock for dock in self._panels if dock.is_open), None)

    @property
    def docks(self) -> tuple[Dock, ...]:
        """Return all docks, the bar first."""
        return (self.bar, *self._panels)

    def show_look(self, look: Look, room: QRectF) -> None:
        """Take another theme or size, and the room that docks may cover."""
        for dock in self.docks:
            dock.show_look(look)
            dock.settle(room)

    def show_people(self, people: Mapping[str, str]) -> None:
        """Take the people who may be named, names by id."""
        self.panel.show_people(people)

    def show_view(self, view: Sicb) -> None:
        """Take a newer view; what an open panel says follows, its tiles stay where they are."""
        self._shift.show_view(view)
        self.tray.show_tray(view.tray, view.unit, {view.node: view.path.line or ""})
        if self._subject is not None and self._subject.node != view.node:
            self._shut_panels()
        self._follow()
        self._tell_aside()
        if self._wanted is not None and self._wanted[0] == view.node:
            _, span = self._wanted
            self._wanted = None
            self.touch_interval(span)

    def leave_line(self) -> None:
        """Close what is open about the line that was on show; the bar after a save stays."""
        self._wanted = None
        self._shut_panels()

    def open_later(self, node: str, span: Span) -> None:
        """Open what fits an interval of another line, once that line's view is here."""
        self._wanted = (node, span)
        self.node_chosen.emit(node)

    def touch_interval(self, span: Span) -> None:
        """Open what fits the interval that was touched."""
        view = self._shift.view
        interval = self._shift.interval(view.node, span) if view is not None else None
        if view is None or interval is None:
            return
        subject = self._shift.subject(interval)
        unexplained = self._shift.unexplained(view.node, interval)
        match opening(interval, unexplained=unexplained, by_hand=view.counted_by_hand):
            case Opening.REASONS:
                self._open(self.sheet, subject)
            case Opening.COUNT:
                self._open(self.pad, subject)
            case Opening.DETAIL:
                self.panel.show_list()
                self._open(self.panel, subject)
            case Opening.NOTHING:
                pass

    def touch_tray(self) -> None:
        """Open the list of gaps that wait for a reason."""
        self._open(self.tray, None)

    def hold_review(self, span: Span) -> None:
        """Sign an interval off, where that is due."""
        view = self._shift.view
        interval = self._shift.interval(view.node, span) if view is not None else None
        if view is None or interval is None or interval.review.state is not ReviewState.DUE:
            return
        tap = self._shift.tap(TapKind.REVIEW, self._shift.subject(interval))
        if self._book.add(tap):
            self.review_given.emit(view.node, span)

    def show_saved(self, entry: str, said: Tap, at: datetime | None) -> None:
        """Take the answer that a tap is on disk: only now anything says saved."""
        made = self._book.confirm(entry, said)
        tap = self._shift.named(made or said)
        self._late = self._give_next(tap)
        self._follow_pending()
        if tap.kind is TapKind.COUNT:
            self.pad.forget((tap.node, tap.span))
        if tap.kind is TapKind.DETAIL:
            self.panel.forget(tap.subject)
        if self._is_done(tap):
            self._shut_panels()
        self.bar.show_undoing(undoing=False)
        shown = self._shift.interval(tap.node, tap.span) is not None
        self.bar.show_saved(Saved(entry=entry, tap=tap, at=at, has_detail=shown), self._late or self._shift.aside(tap))
        self._raise_panel()

    def show_refused(self, sentence: str, said: Tap | None = None) -> None:
        """Take the answer that a tap was not kept, and say so where it was made."""
        self._book.refuse(said)
        self._follow_pending()
        self.bar.show_undoing(undoing=False)
        panel = self.open_panel
        if panel is not None:
            panel.show_refusal(sentence)
        else:
            self.bar.show_refused(sentence)

    def _connect(self) -> None:
        self.sheet.reason_chosen.connect(self._reason_chosen)
        self.sheet.count_wanted.connect(self._count_wanted)
        self.sheet.given_wanted.connect(self._given_wanted)
        self.pad.count_entered.connect(self._count_entered)
        self.pad.reasons_wanted.connect(self._reasons_wanted)
        self.panel.take_back_touched.connect(self._take_back)
        self.panel.detail_given.connect(self._detail_given)
        self.panel.text_wanted.connect(self._text_wanted)
        self.text.text_given.connect(self._text_given)
        self.text.closed.connect(self._text_left)
        self.tray.gap_chosen.connect(self._gap_chosen)
        self.bar.undo_touched.connect(self._undo)
        self.bar.detail_touched.connect(self._detail_wanted)
        for dock in self._panels:
            if dock is not self.text:
                dock.closed.connect(self._closed)

    # what the panels say

    def _reason_chosen(self, code: str) -> None:
        subject, gap = self._subject, self._shift.gap(self._subject)
        if subject is None or gap is None:
            return
        tap = replace(self._shift.tap(TapKind.MISS, subject), reason=code, quantity=gap.unexplained)
        self._give(self._shift.named(tap))

    def _give(self, tap: Tap) -> None:
        """Pass a reason down, or keep it until the answer to the one before it is there."""
        given = self._book.add(tap)
        self._follow_pending()
        if given and tap.span is not None:
            self.miss_chosen.emit(tap.node, tap.span, tap.reason, tap.quantity)

    def _count_entered(self, difference: int) -> None:
        subject = self._subject
        if subject is None:
            return
        if self._book.add(replace(self._shift.tap(TapKind.COUNT, subject), quantity=difference)):
            self._follow_pending()
            self.count_entered.emit(subject.node, subject.span, difference)

    def _take_back(self, entry: str) -> None:
        subject = self._subject
        part = self._shift.part(subject, entry)
        if subject is None or part is None:
            return
        tap = self._shift.tap(TapKind.UNDO, subject)
        self._undo_tap(replace(tap, subject=entry, name=part.name, icon=part.icon, quantity=part.quantity))

    def _undo(self, entry: str) -> None:
        if self.bar.saved is not None:
            self.bar.show_undoing(undoing=True)
            self._undo_tap(replace(self.bar.saved.tap, kind=TapKind.UNDO, subject=entry, reason=""))

    def _undo_tap(self, tap: Tap) -> None:
        if self._book.add(tap):
            self._follow_pending()
            self.undo_chosen.emit(tap.node, tap.subject)

    def _detail_given(self, entry: str, given: DetailFields) -> None:
        subject = self._subject
        part = self._shift.part(subject, entry)
        if subject is None or part is None:
            return
        tap = replace(self._shift.tap(TapKind.DETAIL, subject), subject=entry, name=part.name, icon=part.icon)
        if self._book.add(tap):
            self._follow_pending()
            self.detail_given.emit(subject.node, entry, given.changed)

    def _detail_wanted(self, entry: str) -> None:
        saved = self.bar.saved
        if saved is None or saved.tap.span is None:
            return
        self.panel.show_entry(entry)
        self._open(self.panel, Subject(node=saved.tap.node, span=saved.tap.span, label=saved.tap.label))

    def _count_wanted(self) -> None:
        self._open(self.pad, self._subject)

    def _reasons_wanted(self) -> None:
        self._open(self.sheet, self._subject)

    def _given_wanted(self) -> None:
        self.panel.show_list()
        self._open(self.panel, self._subject)

    def _text_wanted(self, text: str) -> None:
        self.text.show_text(translate("board", "Comment"), text)
        self._open(self.text, self._subject)

    def _text_given(self, text: str) -> None:
        self.panel.take_text(text)
        self._open(self.panel, self._subject)

    def _text_left(self) -> None:
        self._text_given(self.text.text.strip())

    def _gap_chosen(self, item: TrayItem) -> None:
        if self._shift.view is not None and item.node != self._shift.view.node:
            self._shut_panels()
            self.open_later(item.node, item.span)
            return
        self._open(self.sheet, Subject(node=item.node, span=item.span, label=span_label(item.starts, item.ends)))

    # what the panels show

    def _open(self, dock: Dock, subject: Subject | None) -> None:
        """Bring up one panel for a subject, in the place of any other."""
        self._subject, self._wanted = subject, None
        for other in self._panels:
            if other is not dock:
                other.shut()
        self._follow_pending()
        self._fill(dock)
        dock.open()
        self.subject_changed.emit(subject.span if subject is not None else None)

    def _fill(self, dock: Dock) -> None:
        """Give a panel what it shows of its subject."""
        view, subject = self._shift.view, self._subject
        if view is None or subject is None:
            return
        interval = self._shift.interval(subject.node, subject.span)
        gap = self._shift.gap(subject)
        if dock is self.sheet and gap is not None and not self.sheet.waits:
            self.sheet.show_gap(gap, view.tiles)
        elif dock is self.pad and interval is not None:
            left = gap.unexplained if gap is not None else 0
            tally = Tally(label=subject.label, unit=view.unit, present=interval.actual, unexplained=left)
            self.pad.show_tally((subject.node, subject.span), tally)
        elif dock is self.panel and interval is not None:
            self.panel.show_explained(self._shift.explained(subject, interval))

    def _follow(self) -> None:
        """Let the open panel follow the view; what has nothing left to ask closes."""
        panel, subject = self.open_panel, self._subject
        if panel is None or subject is None:
            return
        if not panel.waits and self._is_empty(panel, subject):
            panel.leave()
        else:
            self._fill(panel)

    def _is_empty(self, panel: Dock, subject: Subject) -> bool:
        """Tell whether a panel has nothing left to ask or to list."""
        gap, interval = self._shift.gap(subject), self._shift.interval(subject.node, subject.span)
        if panel is self.sheet:
            return gap is not None and not gap.unexplained
        return panel is self.panel and interval is not None and not self._shift.parts(subject.node, interval)

    def _tell_aside(self) -> None:
        """Let the bar say what the save did to the gap, as the view now knows it."""
        saved = self.bar.saved
        if self.bar.is_open and saved is not None:
            self.bar.show_aside(self._late or self._shift.aside(saved.tap))

    def _follow_pending(self) -> None:
        """Show on every panel what of it is neither confirmed nor refused."""
        subject = self._subject
        if subject is None:
            return
        self.sheet.show_pending(frozenset(tap.reason for tap in self._book.misses(subject.node, subject.span)))
        counts = self._book.pending(TapKind.COUNT, subject.node)
        self.pad.show_pending(pending=any(tap.span == subject.span for tap in counts))
        details = self._book.pending(TapKind.DETAIL, subject.node)
        undone = self._book.pending(TapKind.UNDO, subject.node)
        names = [tap.subject for tap in details] + [TAKE_BACK + tap.subject for tap in undone]
        self.panel.show_pending(names[0] if names else None)

    def _give_next(self, tap: Tap) -> str:
        """Pass down a reason that waited for this answer, or say why there is nothing left for it."""
        if tap.kind is not TapKind.MISS:
            return ""
        interval = self._shift.interval(tap.node, tap.span)
        left = self._shift.unexplained(tap.node, interval) if interval is not None else 0
        waiting = self._book.next_miss(tap.node, tap.span) if left else None
        if waiting is not None:
            self._give(replace(waiting, quantity=left))
            return ""
        dropped = ", ".join(late.name for late in self._book.drop_queued(tap.node, tap.span))
        words = translate("board", "{reason} not added: nothing is left to explain")
        return words.format(reason=dropped) if dropped else ""

    def _is_done(self, tap: Tap) -> bool:
        """Tell whether the open panel has its answer."""
        subject, panel = self._subject, self.open_panel
        if panel is None or subject is None or panel.waits or (tap.node, tap.span) != (subject.node, subject.span):
            return False
        return {TapKind.MISS: self.sheet, TapKind.COUNT: self.pad, TapKind.DETAIL: self.panel}.get(tap.kind) is panel

    def _shut_panels(self) -> None:
        for dock in self._panels:
            dock.shut()
        self._closed()

    def _closed(self) -> None:
        if self.open_panel is None:
            self._subject = None
            self.subject_changed.emit(None)

    def _raise_panel(self) -> None:
        """Keep an open panel above the bar: the finger is there."""
        panel = self.open_panel
        if panel is not None:
            panel.raise_()
            panel.setFocus()
