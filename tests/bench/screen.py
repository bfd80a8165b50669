"""A screen in memory whose pixels can be looked at: an X server that keeps its frame buffer in a file."""

import mmap
import os
import struct
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType

ROWS_LOOKED_AT = 16
SETTLED_S = 1.5
SHARE_OF_COLOURS = 0.9


class Screen:
    """An X server of one screen, 32 bits a pixel; a context manager."""

    def __init__(self, width: int = 1920, height: int = 1080) -> None:
        self.width, self.height = width, height
        self._looked_at: list[bytes] = []
        self._counted = 0
        self._folder = tempfile.TemporaryDirectory(prefix="gembaboard-screen-")
        ear, mouth = os.pipe()
        command = [
            "Xvfb",
            "-displayfd",
            str(mouth),
            "-screen",
            "0",
            f"{width}x{height}x24",
            "-fbdir",
            self._folder.name,
        ]
        quiet = subprocess.DEVNULL
        self._server = subprocess.Popen([*command, "-nolisten", "tcp"], pass_fds=(mouth,), stdout=quiet, stderr=quiet)
        os.close(mouth)
        with os.fdopen(ear) as told:
            self.display = f":{told.readline().strip()}"
        self._open()

    def __enter__(self) -> "Screen":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pixels.release()
        self._buffer.close()
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()

    @property
    def environ(self) -> dict[str, str]:
        """Return the environment of a program that is to open its window here."""
        kept = {name: value for name, value in os.environ.items() if name not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        return kept | {"DISPLAY": self.display}

    def row(self, y: int) -> bytes:
        """Return one row of pixels, four bytes each."""
        start = self._first + y * self._stride
        return bytes(self._pixels[start : start + self.width * 4])

    def colours(self) -> int:
        """Return how many colours some rows of the lower nine tenths hold: text and marks bring many.

        They are counted only where a row has changed since the last look, so that looking costs little.
        """
        step = self.height * 9 // 10 // ROWS_LOOKED_AT
        rows = [self.row(y) for y in range(self.height // 10 + step // 2, self.height, step)]
        if rows != self._looked_at:
            self._looked_at = rows
            self._counted = len({pixel for row in rows for pixel in memoryview(row).cast("I")})
        return self._counted

    def painted_after_s(self, began_s: float, *, limit_s: float = 60.0) -> float:
        """Return the seconds from `began_s` (monotonic) until the picture that then stays was there.

        It counts as there from the first look at which it held nine tenths of its final colours.
        """
        seen: list[tuple[float, int]] = []
        changed_s = began_s
        while (now_s := time.monotonic()) - began_s < limit_s:
            colours = self.colours()
            if not seen or colours != seen[-1][1]:
                seen.append((now_s, colours))
                changed_s = now_s
            if colours > 8 and now_s - changed_s > SETTLED_S:
                final = seen[-1][1]
                return next(at_s for at_s, count in seen if count >= final * SHARE_OF_COLOURS) - began_s
            time.sleep(0.002)
        raise TimeoutError(f"nothing that stays was painted within {limit_s:g} s (now {self.colours()} colours)")

    def _open(self) -> None:
        """Map the file and find where its pixels begin."""
        path = Path(self._folder.name) / "Xvfb_screen0"
        with path.open("rb") as file:
            self._buffer = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        self._pixels = memoryview(self._buffer)
        head = struct.unpack(">25I", self._buffer[:100])
        self._stride = head[12]
        self._first = head[0] + head[19] * 12  # after the header come the colours of a palette, 12 bytes each
