"""The peer: Chromium in kiosk mode with the same board as a plain page, which is what a plant would use instead."""

import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from typing_extensions import override

from board.views.bowling import Bowling
from board.views.page import View
from board.views.sicb import Sicb
from board.views.sqcdp import Sqcdp
from tests.bench import peer_bowling, peer_letters, peer_sicb
from tests.bench.peer_page import document
from tests.bench.screen import Screen

FLAGS = (
    *("--kiosk", "--no-first-run", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--window-position=0,0"),
)


def is_there() -> bool:
    """Tell whether Chromium is installed."""
    return shutil.which("chromium") is not None


def page_of(view: View) -> str:
    """Return the page of a view: a line's intervals, its letters or its KPIs."""
    if isinstance(view, Sicb):
        return document(view, peer_sicb.STYLE, peer_sicb.body(view))
    if isinstance(view, Sqcdp):
        return document(view, peer_letters.STYLE, peer_letters.body(view))
    if isinstance(view, Bowling):
        return document(view, peer_bowling.STYLE, peer_bowling.body(view))
    raise TypeError(f"there is no page of a {type(view).__name__}")


class Site(ThreadingHTTPServer):
    """The page on loopback, and a channel that pushes one changed cell to it."""

    daemon_threads = True

    def __init__(self, page: str) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.page = page
        self.figure = ""
        self.asked = threading.Condition()
        self.ended = False

    @property
    def address(self) -> str:
        """Return where the page is."""
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def push(self, figure: str) -> None:
        """Change the figure that changes on the page."""
        with self.asked:
            self.figure = figure
            self.asked.notify_all()

    def end(self) -> None:
        """Close every channel and the server."""
        with self.asked:
            self.ended = True
            self.asked.notify_all()
        self.shutdown()
        self.server_close()


class _Answer(BaseHTTPRequestHandler):
    """Answers with the page, or with changes for as long as they come."""

    server: Site

    def do_GET(self) -> None:
        """Answer one request."""
        self.send_response(200)
        if self.path != "/changes":
            self._send("text/html; charset=utf-8", self.server.page)
            return
        self._send("text/event-stream", ": here\n\n")
        shown = self.server.figure
        while not self.server.ended:
            with self.server.asked:
                while self.server.figure == shown and not self.server.ended:
                    self.server.asked.wait()
                shown = self.server.figure
            self.wfile.write(f"data: {shown}\n\n".encode())

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _send(self, kind: str, text: str) -> None:
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(text.encode())


@contextmanager
def site(page: str) -> Iterator[Site]:
    """Serve a page while the context lasts."""
    served = Site(page)
    thread = threading.Thread(target=served.serve_forever, name="peer's page")
    thread.start()
    try:
        yield served
    finally:
        served.end()
        thread.join()


@contextmanager
def browser(screen: Screen, address: str) -> Iterator[subprocess.Popen[bytes]]:
    """Show the page full screen in a browser nobody used before."""
    with tempfile.TemporaryDirectory(prefix="gembaboard-peer-", ignore_cleanup_errors=True) as profile:
        size = f"--window-size={screen.width},{screen.height}"
        command = ["chromium", *FLAGS, size, f"--user-data-dir={profile}", address]
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(command, env=screen.environ, stdout=quiet, stderr=quiet)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(timeout=20)
