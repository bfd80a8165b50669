"""The peer: Chromium in kiosk mode with the same board as a plain page, which is what a plant would use instead."""

import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from typing_extensions import override

from tests.bench.screen import Screen

ROWS = (
    ("06-08", 2300, 2284, -16, "Labeller jam"),
    ("08-10", 2012, 1704, -308, "Filler 180, No caps 96"),
    ("10-12", 2300, 2311, 11, ""),
    ("12-14", 1725, 1002, -61, "running"),
)
STYLE = """
body { margin: 0; background: #0D1115; color: #F3F6F8; font: 500 42px sans-serif; width: 100vw; height: 100vh }
header, footer { display: flex; justify-content: space-between; padding: 24px 40px; color: #B7C2CC }
table { width: calc(100% - 80px); margin: 0 40px; border-collapse: collapse }
th { font-size: 24px; color: #8A98A5; text-align: right } td { height: 150px; text-align: right; font-size: 60px }
tr { border-bottom: 1px solid #2B343D } .good { background: #1B6245 } .miss { background: #FF5C49; color: #1B0603 }
td:last-child, td:first-child, th:first-child, th:last-child { text-align: left; padding: 0 30px; font-size: 38px }
"""
FLAGS = (
    *("--kiosk", "--no-first-run", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--window-position=0,0"),
)


def is_there() -> bool:
    """Tell whether Chromium is installed."""
    return shutil.which("chromium") is not None


def page() -> str:
    """Return the board as a plain page with a clock that shows seconds."""
    rows = "".join(
        f'<tr><td>{name}<td>{plan}<td class="{"miss" if gap < 0 else "good"}" id="r{place}">{made}<td>{gap:+}<td>{said}'
        for place, (name, plan, made, gap, said) in enumerate(ROWS)
    )
    return f"""<!doctype html><meta charset=utf-8><title>board</title><style>{STYLE}</style>
<header><b>Northgate Works &rsaquo; Filling &rsaquo; Line 3</b><b id=clock></b></header>
<table><tr><th>interval<th>plan<th>actual<th>difference<th>reasons{rows}</table>
<footer><span>live</span><span>embedded</span></footer>
<script>
const tick = () => clock.textContent = new Date().toLocaleTimeString();
tick(); setInterval(tick, 1000);
new EventSource("/changes").onmessage = change => r3.textContent = change.data;
</script>"""


class Site(ThreadingHTTPServer):
    """The page on loopback, and a channel that pushes one changed cell to it."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.figure = ""
        self.asked = threading.Condition()
        self.ended = False

    @property
    def address(self) -> str:
        """Return where the page is."""
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def push(self, figure: str) -> None:
        """Change the last interval's figure on the page."""
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
            self._send("text/html; charset=utf-8", page())
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
def site() -> Iterator[Site]:
    """Serve the page while the context lasts."""
    served = Site()
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
