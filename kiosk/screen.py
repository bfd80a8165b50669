"""Opens the board on a screen and keeps it there: start, watch over errors and hangs, end."""

import logging
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QInputDevice, QMouseEvent, QScreen
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from board.plant.plant import Plant
from board.plant.problem import PlantError
from board.views.frame import Notice, NoticeLine
from kiosk.anew import start_anew
from kiosk.bridge import Bridge
from kiosk.clock import Clock
from kiosk.command import ToldError
from kiosk.crash import ErrorHook, FaultFile
from kiosk.cycles import resume_search, search_everything
from kiosk.language import Tongue
from kiosk.log import route_qt_messages, start_log
from kiosk.notify import notify
from kiosk.pages import home_of
from kiosk.rotation import Stop, parse_stops
from kiosk.settings import Settings
from kiosk.theme import theme_of
from kiosk.wall import Wall
from kiosk.way import Way, page_of
from kiosk.wiring.parts import Parts
from kiosk.wiring.places import Places
from themes.theme import ThemeError
from widgets.board import Board
from widgets.dock import Pace
from widgets.finger import Finger, Screen, TouchRule
from widgets.language import take

LOG = logging.getLogger(__name__)
HANG_S: Final = 30.0
SWITCH_S: Final = 0.0005  # a thread that imports gives way to a touch ten times sooner than Python's own 5 ms
BEAT_MS: Final = 10_000
REST_AT_LATEST_MS: Final = 1000
CRASH_TOLD_MS: Final = 600_000
POINTER_STAYS_MS: Final = 5000
WINDOW: Final = (1600, 900)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What a start was asked for beyond the settings; `at` None: the true time."""

    plant: Path
    station: str
    at: datetime | None = None
    size: tuple[int, int] | None = None


class Kiosk:
    """One board on one screen with everything behind it: made, opened, run and ended by one thread."""

    def __init__(self, settings: Settings, opening: Opening) -> None:
        """Make everything but start nothing; ToldError where the plant, a theme or a node cannot be used."""
        sys.setswitchinterval(SWITCH_S)
        start_log(settings.log_folder)
        self._opening = opening
        self._faults = FaultFile(settings.log_folder)
        self._hook = ErrorHook(note=self._faults.note, leave=start_anew)
        self._hook.install()
        bridge, clock = Bridge(), Clock.opened_at(opening.at)
        self.parts: Final = Parts(_places(settings, opening), clock, bridge)
        with _told():
            plant = self.parts.read_plant()
            home = home_of(plant, settings.node, settings.page)
            way = Way(plant, home, _stops(plant, settings, home.node))
            theme = theme_of(settings, opening.plant)
        known = QApplication.instance()
        self._app = known if isinstance(known, QApplication) else QApplication(["gembaboard"])
        route_qt_messages()
        tongue = Tongue(site=plant.site.language, screen=settings.language)
        take(tongue.tag)
        finger = Finger(_glass(_screen_named(settings.screen), settings), rule=TouchRule(palm_mm=settings.palm_mm))
        still = {"slide_ms": 0} if settings.reduced_motion else {}
        pace = Pace(quiet_s=settings.quiet_s, home_s=settings.home_s, **still)
        self.board: Final = Board(theme, finger, pace=pace)
        self.wall: Final = Wall(self.board, bridge, self.parts, clock=clock, plant=plant, way=way, tongue=tongue)
        self._house = _House(self.board, self.parts, settings, self._faults)

    def open(self) -> None:
        """Start the threads and show the window."""
        self.wall.start()
        self.parts.start()
        self._house.place(self._opening.size)
        self.wall.first_shown.connect(self._house.start_rest)
        QTimer.singleShot(REST_AT_LATEST_MS, self._house, self._house.start_rest)
        self._house.tell_of_crash(self.wall)

    def run(self) -> int:
        """Run until the window is closed or the system asks for the end; return the exit code."""
        _end_on_signals(self._app)
        return self._app.exec()

    def end(self) -> None:
        """End in order: every touch is on disk, nothing is reported as a crash."""
        notify("STOPPING=1")
        self._faults.beat(HANG_S)  # the threads may take almost as long as a hang that is due before the next beat
        self.parts.end()
        self._hook.remove()
        self._faults.close()


def open_board(settings: Settings, opening: Opening) -> int:
    """Show the board until its window is closed; return the exit code."""
    kiosk = Kiosk(settings, opening)
    try:
        kiosk.open()
        return kiosk.run()
    finally:
        kiosk.end()


@contextmanager
def _told() -> Iterator[None]:
    """Turn what cannot be used into sentences for the person who starts the board."""
    try:
        yield
    except PlantError as error:
        raise ToldError("\n".join(problem.sentence for problem in error.problems)) from error
    except (KeyError, ThemeError) as error:
        raise ToldError(str(error.args[0])) from error


def _stops(plant: Plant, settings: Settings, home: str) -> tuple[Stop, ...]:
    """Return the pages that turn by themselves; KeyError for one that the plant does not have."""
    stops = parse_stops(settings.rotation)
    for stop in stops:
        if page_of(plant, stop, home) is None:
            raise KeyError(f"the rotation wants {stop.page} of {stop.node or home}, and the plant has no such page")
    return stops


def _places(settings: Settings, opening: Opening) -> Places:
    return Places(
        plant=opening.plant,
        database=settings.database,
        backups=settings.backup_folder,
        station=opening.station,
        feeds_memory_mib=settings.feeds_memory_mib,
    )


class _House(QObject):
    """Keeps the window on its screen, the pointer out of sight and the watchdogs fed."""

    def __init__(self, board: Board, parts: Parts, settings: Settings, faults: FaultFile) -> None:
        super().__init__(board)
        self._board = board
        self._parts = parts
        self._settings = settings
        self._faults = faults
        self._pointer: _Pointer | None = None
        self._beats = QTimer(self, interval=BEAT_MS)
        self._beats.timeout.connect(self._beat)
        self._beats.start()
        self._beat()

    def place(self, size: tuple[int, int] | None) -> None:
        """Show the window: full on its screen, or in the size asked for; and again whenever a screen comes or goes."""
        board = self._board
        board.setWindowTitle("Gembaboard")
        if self._settings.windowed:
            board.resize(*(size or WINDOW))
            board.show()
            return
        if self._settings.pointer_hidden:
            self._pointer = _Pointer(board)
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._fill_screen)
            app.screenRemoved.connect(self._fill_screen)
        self._fill_screen()

    def tell_of_crash(self, wall: Wall) -> None:
        """Say for ten minutes that the last run crashed, where it did."""
        if self._faults.last_crash() is None:
            return
        wall.say("crash", NoticeLine(notice=Notice.RESTARTED_AFTER_CRASH, detail=str(self._settings.log_folder)))
        QTimer.singleShot(CRASH_TOLD_MS, wall, wall.forget_crash)

    @Slot()
    def start_rest(self) -> None:
        """Load what the first picture did without: docks here, writer and feeds on a thread beside."""
        notify("READY=1")
        self._board.make_docks()
        if self._pointer is not None:
            self._pointer.watch()
        threading.Thread(target=self._start_parts, name="starter", daemon=True).start()

    def _start_parts(self) -> None:
        try:
            self._parts.start_rest()
        finally:
            resume_search()

    @Slot()
    def _fill_screen(self) -> None:
        screen = _screen_named(self._settings.screen)
        self._board.setScreen(screen)
        self._board.setGeometry(screen.geometry())
        self._board.showFullScreen()

    @Slot()
    def _beat(self) -> None:
        """Say that the GUI thread is alive, to the fault file and to systemd where it asks, and tidy up."""
        self._faults.beat(HANG_S)
        notify("WATCHDOG=1")
        search_everything()


class _Pointer(QObject):
    """Hides the mouse pointer until a mouse moves, and again a few seconds after."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self._hide = QTimer(self, singleShot=True, interval=POINTER_STAYS_MS)
        self._hide.timeout.connect(self._go)
        self._go()

    def watch(self) -> None:
        """See the mouse over the window, which is there now; on each widget it would hear of all that is painted."""
        window = self._board.windowHandle()
        if window is not None:
            window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the pointer while it moves; everything is passed on."""
        moved = isinstance(event, QMouseEvent) and event.deviceType() is QInputDevice.DeviceType.Mouse
        if moved and event.type() is QEvent.Type.MouseMove and not self._hide.isActive():
            self._board.unsetCursor()
            self._hide.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _go(self) -> None:
        self._board.setCursor(Qt.CursorShape.BlankCursor)


def _screen_named(name: str | None) -> QScreen:
    """Return the screen of that name, or the first one while it is away."""
    for screen in QGuiApplication.screens():
        if screen.name() == name:
            return screen
    if name is not None:
        names = ", ".join(screen.name() for screen in QGuiApplication.screens())
        LOG.warning("the screen %s is not there, only %s: the board stands on the first", name, names)
    return QGuiApplication.primaryScreen()


def _glass(screen: QScreen, settings: Settings) -> Screen:
    size = screen.geometry()
    return Screen.of(size.width(), size.height(), settings.diagonal_inch)


def _end_on_signals(app: QApplication) -> None:
    """End in order when asked to by the system; Python hears of it with the next second's tick."""

    def end(number: int, frame: FrameType | None) -> None:
        del number, frame
        app.quit()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, end)
