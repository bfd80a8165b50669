"""Logs that can be left alone for years: they rotate under one cap, hide secrets and never stop the board."""

import logging
import os
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from typing_extensions import override

from kiosk.repeat import Repeats

LOG = logging.getLogger(__name__)

CAP_BYTES: Final = 20 * 1024 * 1024  # of all log files together
FILES: Final = 5
MOST_CHARS: Final = 16384  # of one line with its traceback
SHORTEST_SECRET: Final = 6
_SECRET_NAMES: Final = ("PASSWORD", "SECRET", "TOKEN", "KEY")
_QT_LEVELS: Final = (
    logging.DEBUG,
    logging.WARNING,
    logging.ERROR,
    logging.CRITICAL,
    logging.INFO,
)  # in QtMsgType's order


class PlainFormatter(logging.Formatter):
    """One line per event with its time in UTC; line breaks in a message are shown, not obeyed; secrets are hidden."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s.%(msecs)03dZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime
        self._secrets: set[str] = set()

    def hide(self, secrets: Iterable[str]) -> None:
        """Replace these texts from now on wherever they would appear; very short ones are taken for ordinary words."""
        self._secrets.update(secret for secret in secrets if len(secret) >= SHORTEST_SECRET)

    @override
    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = record.message.replace("\r", "\\r").replace("\n", "\\n")
        return super().formatMessage(record)

    @override
    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        for secret in sorted(self._secrets, key=len, reverse=True):
            text = text.replace(secret, "(hidden)")
        return text if len(text) <= MOST_CHARS else f"{text[:MOST_CHARS]} (cut, {len(text)} characters)"


class CappedFile(RotatingFileHandler):
    """A log file that rotates under one cap for all; where the disk refuses, lines are dropped, never the board."""

    def __init__(self, path: Path, *, cap_bytes: int = CAP_BYTES, files: int = FILES) -> None:
        super().__init__(
            path,
            maxBytes=max(1, cap_bytes // files),
            backupCount=files - 1,
            encoding="utf-8",
            errors="backslashreplace",
            delay=True,
        )

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        stream, self.stream = self.stream, None  # opened again with the next line
        if stream is not None:
            with suppress(OSError, ValueError):
                stream.close()


_formatter = PlainFormatter()
_handlers: list[logging.Handler] = []


def start_log(
    folder: Path,
    *,
    level: int = logging.INFO,
    cap_bytes: int = CAP_BYTES,
    files: int = FILES,
    is_interactive: bool | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Path | None:
    """Log to `folder`, and to stderr as well where a person is looking; return the file, or None where it cannot be.

    The values of environment variables whose names end in PASSWORD, SECRET, TOKEN or KEY are hidden in every line.
    """
    stop_log()
    hide(secrets_of(environ))
    path: Path | None = folder / "gembaboard.log"
    problem = _cannot_write(folder)
    if path is not None and problem is None:
        _handlers.append(CappedFile(path, cap_bytes=cap_bytes, files=files))
    else:
        path = None
    if path is None or (sys.stderr.isatty() if is_interactive is None else is_interactive):
        _handlers.append(logging.StreamHandler())
    root = logging.getLogger()
    root.setLevel(level)
    for handler in _handlers:
        handler.setFormatter(_formatter)
        root.addHandler(handler)
    if problem is not None:
        LOG.warning("No log is kept on disk: %s cannot be written (%s).", folder, problem)
    return path


def stop_log() -> None:
    """Write what is waiting and log no more."""
    while _handlers:
        handler = _handlers.pop()
        logging.getLogger().removeHandler(handler)
        handler.close()


def hide(secrets: Iterable[str]) -> None:
    """Keep these values out of every log line from now on: for whoever reads a secret from a setting or a file."""
    _formatter.hide(secrets)


def secrets_of(environ: Mapping[str, str]) -> frozenset[str]:
    """Return the values of environment variables that are secrets by their names."""
    return frozenset(value for name, value in environ.items() if name.upper().endswith(_SECRET_NAMES) and value)


def route_qt_messages() -> None:
    """Bring Qt's own messages into the log, each distinct text once and then at the 10th, 100th time and so on."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler  # noqa: PLC0415  only for a window

    told = Repeats()
    qt_log = logging.getLogger("qt")

    def heard(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        counted = told.count((kind.value, text))
        if Repeats.is_worth_telling(counted):
            suffix = f" ({counted} times by now)" if counted > 1 else ""
            qt_log.log(_QT_LEVELS[kind.value], "%s: %s%s", context.category, text, suffix)

    qInstallMessageHandler(heard)


def _cannot_write(folder: Path) -> str | None:
    """Return why no file can be made in the folder, or None."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "gembaboard.log").open("ab"):
            return None
    except OSError as problem:
        return problem.strerror or type(problem).__name__
