"""A database server that asks for the password and then says it to everybody."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

NO_ENCRYPTION = b"N"
IN_CLEAR = b"R" + struct.pack(">II", 8, 3)
"""Send me the password as it is."""


class Spilling:
    """Speaks as much of PostgreSQL's protocol as it takes to be told a password."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])
        self._thread = threading.Thread(target=self._serve, name="spilling")
        self._thread.start()

    def close(self) -> None:
        """Go."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._socket.accept()
                client.settimeout(10)
                with client, suppress(OSError, struct.error):
                    self._greet(client)

    def _greet(self, client: socket.socket) -> None:
        while struct.unpack(">II", client.recv(8, socket.MSG_PEEK))[1] >> 16 == 1234:  # may we speak in private?
            client.recv(8)
            client.sendall(NO_ENCRYPTION)
        (length,) = struct.unpack(">I", client.recv(4))
        client.recv(length - 4)
        client.sendall(IN_CLEAR)
        (length,) = struct.unpack(">xI", client.recv(5))
        password = client.recv(length - 4).rstrip(b"\0")
        self.heard.append(password.decode())
        fields = (b"SFATAL", b"VFATAL", b"C28P01", b'Mthe password "%s" is wrong' % password, b"Dtry not %s" % password)
        body = b"\0".join(fields) + b"\0\0"
        client.sendall(b"E" + struct.pack(">I", len(body) + 4) + body)


@contextmanager
def spilling() -> Iterator[Spilling]:
    """Run such a server."""
    server = Spilling()
    try:
        yield server
    finally:
        server.close()
