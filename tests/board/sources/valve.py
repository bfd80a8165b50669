"""A way between a client and a server of TCP that a test can close so that nothing comes through and nobody is told."""

import contextlib
import selectors
import socket
import threading
from collections.abc import Iterator


class Valve:
    """Passes bytes on in both directions while it is open."""

    def __init__(self, port: int) -> None:
        self._behind = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self.is_open = True
        self.passed = 0
        self._ended = threading.Event()
        self._selector = selectors.DefaultSelector()
        self._pairs: dict[socket.socket, socket.socket] = {}
        self._thread = threading.Thread(target=self._work, name="valve")
        self._thread.start()

    def close(self) -> None:
        """Cut everything and end."""
        self._ended.set()
        self._thread.join()
        for each in (*self._pairs, self._listening):
            each.close()
        self._selector.close()

    def _work(self) -> None:
        self._selector.register(self._listening, selectors.EVENT_READ)
        while not self._ended.is_set():
            for key, _ in self._selector.select(0.02):
                if key.fileobj is self._listening:
                    self._connect()
                elif self.is_open and isinstance(key.fileobj, socket.socket):
                    self._pass(key.fileobj)
            if not self.is_open:
                self._ended.wait(0.02)  # what waits to be read is not read

    def _connect(self) -> None:
        near, _ = self._listening.accept()
        try:
            far = socket.create_connection(("127.0.0.1", self._behind))
        except OSError:
            near.close()
            return
        for one, other in ((near, far), (far, near)):
            self._pairs[one] = other
            self._selector.register(one, selectors.EVENT_READ)

    def _pass(self, one: socket.socket) -> None:
        data = b""
        with contextlib.suppress(OSError):
            data = one.recv(65_536)
        self.passed += len(data)
        if one not in self._pairs:
            return
        other = self._pairs[one]
        with contextlib.suppress(OSError):
            if data:
                other.sendall(data)
                return
        for each in (one, other):
            self._pairs.pop(each, None)
            with contextlib.suppress(KeyError):
                self._selector.unregister(each)
            each.close()


@contextlib.contextmanager
def between(port: int) -> Iterator[Valve]:
    """Run a valve in front of a port."""
    valve = Valve(port)
    try:
        yield valve
    finally:
        valve.close()
