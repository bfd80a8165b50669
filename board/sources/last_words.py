"""Standard error of the feeds process: what libraries and falling threads print there holds no secret either."""

import io
import threading
from typing import TextIO

from typing_extensions import override

from board.sources.hide import hidden

LONGEST = 64 * 1024  # characters of a line that does not end


class LastWords(io.TextIOBase):
    """Passes lines on as they end, each without any secret; lines of several threads do not mix."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._begun = threading.local()

    @override
    def write(self, text: str) -> int:
        """Take a part of a line, or several lines."""
        whole = getattr(self._begun, "line", "") + text
        ended = len(whole) if len(whole) > LONGEST else whole.rfind("\n") + 1
        self._begun.line = whole[ended:]
        if ended:
            self._stream.write(hidden(whole[:ended]))
            self._stream.flush()
        return len(text)

    @override
    def flush(self) -> None:
        """Pass on what has ended: that is done already."""

    @override
    def fileno(self) -> int:
        """Return the number under which the system knows it."""
        return self._stream.fileno()
