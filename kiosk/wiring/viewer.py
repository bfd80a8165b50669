"""The view thread: reads the local database on a connection of its own and builds what the page shows."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from board.plant.history import PlantHistory
from board.store.intake import Changed
from board.store.reader import Reader
from board.views.feeding import FeedsNow
from kiosk.clock import Clock
from kiosk.pages import has_page
from kiosk.wiring.builders import Builders
from kiosk.wish import Wish

if TYPE_CHECKING:
    from board.views.page import View

FASTEST_S = 0.1  # a page is built at most ten times a second
MINUTE_S = 60.0  # a view is as of its minute, and the plan of the running interval grows with it


class Viewer:
    """Build the view that is wished for, at once on a wish, a change or a new minute, but at most ten times a second.

    `show(wish, view)` is called on this thread with frozen values, and only when the view differs from the last;
    `feeds()` says how reading stands, for the page of sources.
    """

    def __init__(
        self,
        open_reader: Callable[[], Reader],
        history: PlantHistory,
        clock: Clock,
        show: "Callable[[Wish, View], None]",
        feeds: Callable[[], FeedsNow] = FeedsNow,
    ) -> None:
        self._open_reader = open_reader
        self._history = history
        self._clock = clock
        self._show = show
        self._feeds = feeds
        self._wish: Wish | None = None
        self._changes: list[Changed] = []
        self._stale = False  # the wish, the plant or figures changed since the last build
        self._anew = False
        self._something = threading.Condition()

    def want(self, wish: Wish) -> None:
        """Ask for another page."""
        with self._something:
            self._wish = wish
            self._stale = True
            self._something.notify_all()

    def changed(self, changes: tuple[Changed, ...]) -> None:
        """Hear that figures changed."""
        with self._something:
            self._changes.extend(changes)
            self._stale = True
            self._something.notify_all()

    def adopt(self, history: PlantHistory) -> None:
        """Take a new version of the plant."""
        with self._something:
            self._history = history
            self._stale = True
            self._something.notify_all()

    def open_anew(self) -> None:
        """Leave the present connection: the database may be another file now."""
        with self._something:
            self._anew = True
            self._stale = True
            self._something.notify_all()

    def wake(self) -> None:
        """Let the thread notice that it is to end."""
        with self._something:
            self._something.notify_all()

    def work(self, ending: threading.Event) -> None:
        """Build views until `ending` is set: the body of the thread."""
        while not ending.is_set():
            with self._something:
                self._stale, self._anew = True, False
            reader = self._open_reader()
            try:
                self._build_until_anew(Builders(reader, self._feeds), ending)
            finally:
                reader.close()

    def _build_until_anew(self, pages: Builders, ending: threading.Event) -> None:
        last: tuple[Wish, View] | None = None
        built_s = -FASTEST_S
        while True:
            self._wait(ending, built_s)
            if ending.is_set() or self._anew:
                return
            wish, history = self._take(pages)
            if wish is None or not has_page(history.at(self._clock.now()), wish):
                continue  # a changed plant may lack the node: the wall asks for another page once it hears of that
            view = pages.build(wish, history, self._clock.now())
            built_s = self._clock.monotonic_s()
            if (wish, view) != last:
                last = (wish, view)
                self._show(wish, view)

    def _wait(self, ending: threading.Event, built_s: float) -> None:
        with self._something:
            self._something.wait_for(lambda: self._stale or ending.is_set(), self._until_next_minute_s())
        too_soon_s = built_s + FASTEST_S - self._clock.monotonic_s()
        if too_soon_s > 0:
            ending.wait(too_soon_s)

    def _until_next_minute_s(self) -> float:
        now = self._clock.now()
        return MINUTE_S - now.second - now.microsecond / 1e6

    def _take(self, pages: Builders) -> tuple[Wish | None, PlantHistory]:
        with self._something:
            changes, self._changes = self._changes, []
            self._stale = False
            wish, history = self._wish, self._history
        pages.forget(changes)
        return wish, history
