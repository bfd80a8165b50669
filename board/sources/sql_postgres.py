"""Lets PostgreSQL say times that Python has not, such as infinity, without that one such value hides every row."""

from collections.abc import Callable
from typing import Any

from psycopg import Connection, DataError
from psycopg.abc import Buffer, Loader
from psycopg.types import datetime as times

_LOADERS = {
    "date": times.DateLoader,
    "time": times.TimeLoader,
    "timetz": times.TimetzLoader,
    "timestamp": times.TimestampLoader,
    "timestamptz": times.TimestamptzLoader,
    "interval": times.IntervalLoader,
}


def take_any_time(connection: "Connection[Any]") -> None:
    """Have this connection give what is no time of Python as the text it is."""
    for name, loader in _LOADERS.items():
        connection.adapters.register_loader(name, _patient(loader))


def _patient(loader: type[Any]) -> type[Loader]:
    """Return a loader that gives a text where the other one would raise."""

    class Patient(loader):  # type: ignore[misc]
        """Loads a time, or else its text."""

        def load(self, data: Buffer) -> object:
            load: Callable[[Buffer], object] = super().load
            try:
                return load(data)
            except (DataError, ValueError, OverflowError):
                return bytes(data).decode("utf-8", "replace")

    return Patient
