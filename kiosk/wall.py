"""Brings the board, its clock and the threads behind the glass together in the GUI thread."""

from dataclasses import replace
from datetime import date, datetime, tzinfo
from math import inf
from typing import TYPE_CHECKING, Protocol

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
from kiosk.bridge import Bridge
from kiosk.clock import Ageing, Clock
from kiosk.frame import Age, alike_until_s, frame_of, in_steps, stage_of
from kiosk.language import Tongue
from kiosk.pages import places_of, tab_of, tabs_of
from kiosk.way import Way
from kiosk.wish import SOURCES, Wish
from widgets.board import Board
from widgets.language import take
from widgets.tap_book import Tap, TapKind
from widgets.topic import topic_of
from widgets.words import retold

if TYPE_CHECKING:
    from board.views.page import View
    from kiosk.source_ages import SourceAges

GOOD = "good"
LATE_MS = 20  # so late a second may come
HAIR_S = 0.01  # a tick that comes this much before a minute ends shows the next one
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

    def __init__(
        self, board: Board, bridge: Bridge, hands: Hands, *, clock: Clock, plant: Plant, way: Way, tongue: Tongue
    ) -> None:
        super().__init__(board)
        self._board = board
        self._hands = hands
        self._clock = clock
        self._plant = plant
        self._way = way
        self._tongue = tongue
        self._view: View | None = None
        self._topic = ""
        self._ageing = Ageing(clock)
        self._alike_until_s = 0.0  # until then nothing of the frame but its seconds moves on by itself
        self._waiting = 0  # as it is shown
        self._zone: tzinfo | None = None  # of the page
        self._source_ages: SourceAges | None = None
        self._notices: dict[str, NoticeLine] = {}
        self._asked: set[str] = set()  # ids of what pages asked to keep and have no answer to yet
        self._in_time = False  # the timer goes with the seconds
        self._second = QTimer(self)
        self._second.setTimerType(Qt.TimerType.PreciseTimer)
        self._second.timeout.connect(self.tick)
        self._connect(bridge)

    def start(self) -> None:
        """Ask for the home page and begin to tick."""
        self._speak()
        self._name_people_and_places()
        self._way.begin(self._clock.monotonic_s())
        self._hands.want(self._way.wish)
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
        """Show the second, and the rest of the frame where it moved on too; come again when the next second begins."""
        now = self._clock.now()
        self._keep_time(now.microsecond // 1000)
        if self._clock.monotonic_s() < self._alike_until_s and self._hands.waiting == self._waiting:
            self._board.show_clock(now.astimezone(self._zone))
        else:
            self._move_on()
        self._show_source_ages()

    def _keep_time(self, late_ms: int) -> None:
        """Tick with the seconds: a timer that goes with them is left alone."""
        if not self._in_time or late_ms > LATE_MS:
            self._in_time = late_ms <= LATE_MS
            self._second.start(1000 if self._in_time else 1000 - late_ms)

    def _move_on(self) -> None:
        """Turn to another page where that is due, and show the whole frame."""
        if self._way.turned(self._clock.monotonic_s()):
            self._hands.want(self._way.wish)
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
        board.keep_asked.connect(self._keep_asked)
        board.page_chosen.connect(self._page_chosen)
        board.language_chosen.connect(self._language_chosen)
        board.node_chosen.connect(self._node_chosen)
        board.letter_touched.connect(self._letter_touched)
        board.day_touched.connect(self._day_touched)
        board.month_touched.connect(self._month_touched)
        board.time_chosen.connect(self._time_chosen)
        board.intervals_asked.connect(self._intervals_asked)
        board.back_asked.connect(self._back_asked)
        board.stirred.connect(self._stirred)
        board.quiet.connect(self._go_home)

    @Slot(object, object)
    def _viewed(self, wish: Wish, view: "View") -> None:
        if wish != self._way.wish:
            return
        if self._view is None:
            QTimer.singleShot(FIRST_PAINT_MS, self, self.first_shown.emit)
        self._view = view
        self._topic = topic_of(view)
        if self._way.settle(view):
            self._hands.want(self._way.wish)
        self._board.show_page(view)
        self._board.show_back(visible=self._way.is_deep)
        self._show_frame()
        self._show_source_ages()

    def _show_frame(self) -> None:
        if self._view is None:
            return
        now, now_s = self._clock.now(), self._clock.monotonic_s()
        age = self._aged(self._view, now_s)
        self._waiting, self._zone = age.waiting, self._view.now.tzinfo
        self._alike_until_s = self._moves_s(self._view, now, now_s)
        frame = frame_of(
            self._view,
            age,
            page=tab_of(self._way.wish),
            tabs=tabs_of(self._plant),
            now=now,
            notices=self._notices.values(),
            topic=self._topic,
        )
        self._board.show_frame(frame)

    def _show_source_ages(self) -> None:
        """Let every source look as old as it is, while their page is up."""
        if self._view is None or self._way.wish.page != SOURCES:
            return
        if self._source_ages is None:
            from kiosk.source_ages import SourceAges  # noqa: PLC0415 - the first picture comes sooner without it

            self._source_ages = SourceAges(self._clock)
        self._board.pages.show_source_ages(self._source_ages.of(self._view))

    def _aged(self, view: "View", now_s: float) -> Age:
        """Return what of the frame moves on by itself beside the clock."""
        age_s = self._ageing.age_s(view.freshness.seen_at)
        stage, waiting = stage_of(view.freshness, age_s), self._hands.waiting
        return Age(stage, in_steps(age_s), waiting, self._way.passed(now_s))

    def _moves_s(self, view: "View", now: datetime, now_s: float) -> float:
        """Return when more of the frame than its seconds moves on by itself: with the minute at the latest."""
        minute_s = now_s + 60 - now.second - now.microsecond / 1e6 - HAIR_S
        age_s = self._ageing.exact_s(view.freshness.seen_at)
        older_s = inf if age_s is None else now_s + alike_until_s(view.freshness, age_s) - age_s
        return min(minute_s, older_s, self._way.moves_s(now_s))

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

    @Slot(object)
    def _keep_asked(self, intention: Intention) -> None:
        """Give an id to what a page wants kept, and pass it down."""
        named = replace(intention, id=self._id())
        self._asked.add(named.id)
        self._hands.keep(named)

    # where to go

    @Slot(str)
    def _page_chosen(self, page: str) -> None:
        self._way.page(page)
        self._hands.want(self._way.wish)

    @Slot(str)
    def _node_chosen(self, node: str) -> None:
        self._way.node(node)
        self._hands.want(self._way.wish)

    @Slot(str, str)
    def _letter_touched(self, node: str, code: str) -> None:
        self._way.letter(node, code)
        self._hands.want(self._way.wish)

    @Slot(str, str, object)
    def _day_touched(self, node: str, code: str, day: date) -> None:
        self._way.letter(node, code, day)
        self._hands.want(self._way.wish)

    @Slot(str, str, str, object)
    def _month_touched(self, node: str, code: str, kpi: str, month: date) -> None:
        self._way.month(node, code, kpi, month)
        self._hands.want(self._way.wish)

    @Slot(object)
    def _time_chosen(self, time: dict[str, date | None]) -> None:
        self._way.look(**time)
        self._hands.want(self._way.wish)

    @Slot(str)
    def _intervals_asked(self, node: str) -> None:
        self._way.intervals(node)
        self._hands.want(self._way.wish)

    @Slot()
    def _back_asked(self) -> None:
        self._way.back()
        self._hands.want(self._way.wish)

    @Slot()
    def _go_home(self) -> None:
        before = self._way.wish
        self._way.begin(self._clock.monotonic_s())
        self._alike_until_s = 0.0
        if self._way.wish != before:
            self._hands.want(self._way.wish)

    @Slot()
    def _stirred(self) -> None:
        """Let no page turn by itself from now on; the next second shows it."""
        self._way.hold()
        self._alike_until_s = 0.0

    # what came of it

    @Slot(object, object)
    def _kept(self, intention: Intention, entry: object) -> None:
        del entry
        tap = tap_of(intention)
        if tap is None or intention.id in self._asked:
            self._asked.discard(intention.id)
            self._board.show_kept(intention)
            return
        subject = intention.subject if isinstance(intention, DetailMiss | Undo) else intention.id
        self._board.show_saved(subject, tap, self._clock.true_now().astimezone(self._plant.site.zone))

    @Slot(object, object)
    def _refused(self, intention: Intention, sentence: str) -> None:
        tap, said = tap_of(intention), retold(sentence)
        if tap is None or intention.id in self._asked:
            self._asked.discard(intention.id)
            self._board.show_not_kept(intention, said)
            return
        self._board.show_refused(said, tap)

    @Slot(object)
    def _plant_taken(self, plant: Plant) -> None:
        self._plant = plant
        self._tongue.site = plant.site.language
        self._speak()
        if self._way.take(plant):
            self._hands.want(self._way.wish)
        self._name_people_and_places()

    @Slot(str)
    def _language_chosen(self, tag: str) -> None:
        self._tongue.touched = tag
        self._speak()

    def _speak(self) -> None:
        """Speak the language that is asked for; what was told in another one is told anew."""
        take(self._tongue.tag)
        if self._view is not None:
            self._topic = topic_of(self._view)
            self._show_frame()

    def _name_people_and_places(self) -> None:
        plant = self._plant
        self._board.show_people(tuple((person.id, person.name) for person in plant.people if not person.retired))
        self._board.show_places(places_of(plant))


def tap_of(intention: Intention) -> Tap | None:
    """Return which tap on a line's own page an intention came from; None: it came from another page."""
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
    if not isinstance(intention, DetailMiss | Undo):
        return None
    kind = TapKind.DETAIL if isinstance(intention, DetailMiss) else TapKind.UNDO
    return Tap(kind=kind, node=intention.node, subject=intention.subject)
