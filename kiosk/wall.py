"""Brings the board, its clock and the threads behind the glass together in the GUI thread."""

from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from board.journal.identity import new_id
from board.journal.intention import (
    DetailMiss,
    EnterCount,
    Intention,
    LogMiss,
    ReviewInterval,
    Undo,
)
from board.plant.plant import Plant
from board.plant.span import Span
from board.views.frame import NoticeLine
from board.views.sicb import Sicb, SicbLines
from kiosk.bridge import Bridge
from kiosk.clock import Ageing, Clock
from kiosk.frame import frame_of
from kiosk.pages import has_page, home_of, tabs_of
from kiosk.wish import LINES, SICB, Wish
from widgets.board import Board
from widgets.tap_book import Tap, TapKind

GOOD = "good"
FIRST_PAINT_MS = 30  # the first view is painted before anything else is loaded


class Hands(Protocol):
    """What the wall can ask of the threads behind the glass; nothing of it waits."""

    def keep(self, intention: Intention) -> None:
        """Put a touch on disk."""

    def want(self, wish: Wish) -> None:
        """Build another page."""

    @property
    def waiting(self) -> int:
        """Return how many touches are not on disk yet."""


class Wall(QObject):
    """One board on one screen: shows what comes up, passes down what is touched, and ticks once a second."""

    first_shown = Signal()
    """The first view is on the wall."""

    def __init__(self, board: Board, bridge: Bridge, hands: Hands, *, clock: Clock, plant: Plant, home: Wish) -> None:
        super().__init__(board)
        self._board = board
        self._hands = hands
        self._clock = clock
        self._plant = plant
        self._home = home
        self._wish = home
        self._view: Sicb | SicbLines | None = None
        self._ageing = Ageing(clock)
        self._notices: dict[str, NoticeLine] = {}
        self._second = QTimer(self)
        self._second.setSingleShot(True)
        self._second.setTimerType(Qt.TimerType.PreciseTimer)
        self._second.timeout.connect(self.tick)
        self._connect(bridge)

    def start(self) -> None:
        """Ask for the home page and begin to tick."""
        self._board.show_people(tuple((person.id, person.name) for person in self._plant.people))
        self._hands.want(self._home)
        self.tick()

    def say(self, key: str, line: NoticeLine | None) -> None:
        """Put a notice on the wall, or take it away."""
        if line is None:
            self._notices.pop(key, None)
        else:
            self._notices[key] = line
        self._show_frame()

    @Slot()
    def forget_crash(self) -> None:
        """Stop saying that the last run crashed."""
        self.say("crash", None)

    @Slot()
    def tick(self) -> None:
        """Show the second and the age of what is shown; come again when the next second begins."""
        self._second.start(1000 - self._clock.now().microsecond // 1000)
        self._show_frame()

    def _connect(self, bridge: Bridge) -> None:
        queued = Qt.ConnectionType.QueuedConnection
        bridge.viewed.connect(self._viewed, queued)
        bridge.kept.connect(self._kept, queued)
        bridge.refused.connect(self._refused, queued)
        bridge.noticed.connect(self.say, queued)
        bridge.plant_taken.connect(self._plant_taken, queued)
        board = self._board
        board.miss_chosen.connect(self._miss_chosen)
        board.undo_chosen.connect(self._undo_chosen)
        board.detail_given.connect(self._detail_given)
        board.count_entered.connect(self._count_entered)
        board.review_given.connect(self._review_given)
        board.page_chosen.connect(self._page_chosen)
        board.node_chosen.connect(self._node_chosen)
        board.quiet.connect(self._go_home)

    @Slot(object, object)
    def _viewed(self, wish: Wish, view: Sicb | SicbLines) -> None:
        if wish != self._wish:
            return
        if self._view is None:
            QTimer.singleShot(FIRST_PAINT_MS, self, self.first_shown.emit)
        self._view = view
        if isinstance(view, Sicb):
            self._board.show_sicb(view)
        else:
            self._board.show_lines(view)
        self._show_frame()

    def _show_frame(self) -> None:
        if self._view is None:
            return
        frame = frame_of(
            self._view,
            page=self._wish.page,
            tabs=tabs_of(self._plant),
            now=self._clock.now(),
            age_s=self._ageing.age_s(self._view.freshness.seen_at),
            waiting=self._hands.waiting,
            notices=self._notices.values(),
        )
        self._board.show_frame(frame)

    # what was touched

    def _id(self) -> str:
        return new_id(self._clock.true_now())

    @Slot(str, object, str, int)
    def _miss_chosen(self, node: str, span: Span, reason: str, quantity: int) -> None:
        self._hands.keep(LogMiss(id=self._id(), node=node, interval=span, reason=reason, quantity=quantity))

    @Slot(str, str)
    def _undo_chosen(self, node: str, entry: str) -> None:
        self._hands.keep(Undo(id=self._id(), node=node, subject=entry))

    @Slot(str, str, object)
    def _detail_given(self, node: str, entry: str, details: object) -> None:
        given = details if isinstance(details, dict) else {}
        self._hands.keep(DetailMiss(id=self._id(), node=node, subject=entry, **given))

    @Slot(str, object, int)
    def _count_entered(self, node: str, span: Span, difference: int) -> None:
        self._hands.keep(EnterCount(id=self._id(), node=node, interval=span, measure=GOOD, quantity=difference))

    @Slot(str, object)
    def _review_given(self, node: str, span: Span) -> None:
        self._hands.keep(ReviewInterval(id=self._id(), node=node, interval=span))

    @Slot(str)
    def _page_chosen(self, page: str) -> None:
        node = self._plant.site.id if page == LINES else self._line_to_show()
        self._go(Wish(page=page, node=node))

    @Slot(str)
    def _node_chosen(self, node: str) -> None:
        is_line = any(line.id == node for line in self._plant.lines)
        self._go(Wish(page=SICB if is_line else LINES, node=node))

    @Slot()
    def _go_home(self) -> None:
        if self._wish != self._home:
            self._go(self._home)

    def _go(self, wish: Wish) -> None:
        self._wish = wish
        self._hands.want(wish)

    def _line_to_show(self) -> str:
        if self._home.page == SICB:
            return self._home.node
        return self._plant.lines_under(self._home.node)[0].id

    # what came of it

    @Slot(object, object)
    def _kept(self, intention: Intention, entry: object) -> None:
        subject = intention.subject if isinstance(intention, DetailMiss | Undo) else intention.id
        del entry
        self._board.show_saved(subject, tap_of(intention), self._clock.true_now().astimezone(self._plant.site.zone))

    @Slot(object, str)
    def _refused(self, intention: Intention, sentence: str) -> None:
        self._board.show_refused(sentence, tap_of(intention))

    @Slot(object)
    def _plant_taken(self, plant: Plant) -> None:
        self._plant = plant
        if not has_page(plant, self._home):
            self._home = home_of(plant, None)
        if not has_page(plant, self._wish):
            self._go(self._home)
        self._board.show_people(tuple((person.id, person.name) for person in plant.people))


def tap_of(intention: Intention) -> Tap:
    """Return which tap on the screen an intention came from."""
    if isinstance(intention, LogMiss):
        return Tap(
            kind=TapKind.MISS,
            node=intention.node,
            span=intention.interval,
            reason=intention.reason,
            quantity=intention.quantity,
        )
    if isinstance(intention, EnterCount):
        return Tap(kind=TapKind.COUNT, node=intention.node, span=intention.interval, quantity=intention.quantity)
    if isinstance(intention, ReviewInterval):
        return Tap(kind=TapKind.REVIEW, node=intention.node, span=intention.interval)
    kind = TapKind.DETAIL if isinstance(intention, DetailMiss) else TapKind.UNDO
    return Tap(kind=kind, node=intention.node, subject=intention.subject)
