"""Asks a database and lets nothing but reading happen: one statement, bounded in time, in a session that cannot write.

Loaded only where a source is configured that needs it: SQLAlchemy is an extra.
"""

import contextlib
import socket
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Final
from urllib.parse import quote

import sqlalchemy
from sqlalchemy.engine import URL, Connection, Engine, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from board.sources.contract import SourceContext, SourceError
from board.sources.hide import hide
from board.sources.not_installed import not_installed
from board.sources.secret import place_of
from board.sources.sql_error import Refusals, failure, too_slow
from board.sources.sql_session import CONNECT_S, connecting, prepare
from board.sources.sql_setting import SqlSettings, address_of, secrets_in
from board.sources.watchdog import Watchdog

LATER_S: Final = 2.0  # the database's own bound on time is given the chance to speak first
ROWS_AT_ONCE: Final = 200
LONGEST_VALUE: Final = 1024 * 1024  # bytes, in SQLite, whose server we are
MOST_TABLES, ROWS_SHOWN = 40, 20  # to somebody who looks round
DRIVERS: Final = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}

Rows = Iterator[Sequence[object]]


class Database:
    """One database; each question has a connection of its own, so that none is held while nothing is asked."""

    def __init__(self, settings: SqlSettings, context: SourceContext) -> None:
        """Prepare to ask; nothing is connected yet."""
        self._settings = settings
        self._context = context
        self._refusals = Refusals()

    def prepared(self) -> URL:
        """Return the address, once secrets and driver are known to be there; SourceError says what is not."""
        try:
            url = make_url(self._text())
        except (ArgumentError, ValueError) as error:
            raise SourceError("the url is no address of a database; check it") from error
        url = url.set(drivername=DRIVERS.get(url.drivername, url.drivername))
        if self._settings.password is not None:
            url = url.set(password=self._settings.password.value())
        try:
            url.get_dialect().import_dbapi()
        except NoSuchModuleError as error:
            raise SourceError(
                f"{url.drivername} is no kind of database that is known here; check the url, or install what knows it"
            ) from error
        except ModuleNotFoundError as error:
            raise SourceError(_lacking(url.drivername, str(error.name))) from error
        hide(str(url.password or ""))
        for name, text in url.query.items():
            for secret in secrets_in(name, str(text)):
                hide(secret)
        return url

    @contextlib.contextmanager
    def rows(self, query: str, values: Mapping[str, object]) -> Iterator[tuple[tuple[str, ...], Rows]]:
        """Give the names of the columns and the rows of a query, as they come; SourceError where there are none."""
        with self._connected() as connection:
            streaming = connection.execution_options(stream_results=True, max_row_buffer=ROWS_AT_ONCE)
            result = streaming.execute(sqlalchemy.text(query), dict(values))
            try:
                yield tuple(result.keys()), chain.from_iterable(result.partitions(ROWS_AT_ONCE))
            finally:
                with contextlib.suppress(SQLAlchemyError):  # of a connection that is gone
                    result.close()

    def tables(self) -> Iterator[tuple[str, tuple[str, ...], list[Sequence[object]]]]:
        """Yield each table and view of the user's own schema: its name, its columns and its first rows."""
        with self._connected() as connection:
            looking = sqlalchemy.inspect(connection)
            names = [*looking.get_table_names(), *looking.get_view_names()]
            for name in names[:MOST_TABLES]:
                asked = sqlalchemy.select(sqlalchemy.text("*")).select_from(sqlalchemy.table(name)).limit(ROWS_SHOWN)
                try:
                    result = connection.execute(asked)
                    yield name, tuple(result.keys()), [tuple(row) for row in result]
                except DBAPIError:
                    connection.rollback()  # one that may not be read hides no other

    @property
    def dialect(self) -> str:
        """Return the kind of database, as its address says it."""
        return self._text().partition(":")[0].partition("+")[0]

    def _text(self) -> str:
        return self._settings.url if self._settings.secret_url is None else self._settings.secret_url.value()

    @contextlib.contextmanager
    def _connected(self) -> Iterator[Connection]:
        """Give a connection for one question; whatever a driver raises becomes a sentence."""
        url = self.prepared()
        where = address_of(url.render_as_string(hide_password=True))
        allowed_s = self._settings.timeout.total_seconds() + LATER_S
        engine = self._engine(url)
        sqlalchemy.event.listen(engine, "handle_error", _let_go)
        watchdog = Watchdog(CONNECT_S + allowed_s)
        try:
            with engine.connect() as connection:
                watchdog.guard(lambda: _cut_off(connection))
                prepare(connection, self._settings.mapping.spelling.zone.key, self._settings.timeout)
                self._refusals.forget()
                yield connection
                watchdog.call_off()
                connection.rollback()
        except SourceError:
            raise
        except DBAPIError as error:
            if watchdog.has_bitten:
                raise too_slow(where, self._settings.timeout) from error
            raise failure(error.orig or error, where, self._settings.timeout, self._refusals) from error
        except (SQLAlchemyError, OSError, sqlite3.Error, UnicodeError) as error:  # drivers fall over names, too
            raise failure(error, where, self._settings.timeout, self._refusals) from error
        finally:
            watchdog.call_off()
            engine.dispose()

    def _engine(self, url: URL) -> Engine:
        if url.get_backend_name() == "sqlite":
            return sqlalchemy.create_engine("sqlite://", poolclass=NullPool, creator=self._opened(url))
        return sqlalchemy.create_engine(
            url,
            poolclass=NullPool,
            hide_parameters=True,
            connect_args={
                name: value for name, value in connecting(url.get_driver_name()).items() if name not in url.query
            },
        )

    def _opened(self, url: URL) -> Callable[[], sqlite3.Connection]:
        """Return what opens a file of SQLite so that nothing can be written to it, and no text of it can hide a row."""
        if not url.database or url.database == ":memory:":
            raise SourceError("the url names no file; expected one such as sqlite:///history.db")
        path = place_of(url.database, self._context)

        def opened() -> sqlite3.Connection:
            connection = sqlite3.connect(
                f"file:{quote(str(Path(path).absolute()))}?mode=ro",
                uri=True,
                timeout=CONNECT_S,
                check_same_thread=False,
            )
            connection.text_factory = _text
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
            connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)  # another file would be made where there is none
            return connection

        return opened


def _cut_off(connection: Connection) -> None:
    """Cut a connection that does not answer in time: no setting of a driver does, where the network swallows it."""
    with contextlib.suppress(Exception):  # whatever state the driver is in, the other thread says it
        cut(connection.connection.dbapi_connection)


def cut(connection: object) -> None:
    """Free whoever waits for a database on another thread."""
    if isinstance(connection, sqlite3.Connection):
        connection.interrupt()
    elif callable(number := getattr(connection, "fileno", None)):
        with socket.socket(fileno=socket.dup(number())) as shared:
            shared.shutdown(socket.SHUT_RDWR)


def _let_go(context: ExceptionContext) -> None:
    """Close what a driver holds of a question that failed."""
    cursor = getattr(context.execution_context, "cursor", None)
    if cursor is not None:
        with contextlib.suppress(Exception):  # the failure itself is told
            cursor.close()


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _lacking(drivername: str, module: str) -> str:
    """Return what to install."""
    if drivername == "postgresql+psycopg":
        return not_installed("psycopg", "gembaboard[sql,postgres]")
    return not_installed(f"the driver {module} for {drivername}", module)
