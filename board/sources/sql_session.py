"""What each kind of database is told before it is asked: to let nothing be written, and to give up in time."""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from importlib import import_module
from typing import Final

from sqlalchemy.engine import Connection

CONNECT_S: Final = 5
_PLAIN_ZONE = re.compile(r"[A-Za-z0-9_+/-]{1,64}", re.ASCII)

# By driver: the setting that bounds how long connecting takes.
_CONNECTING: Final[Mapping[str, Mapping[str, object]]] = {
    "psycopg": {"connect_timeout": CONNECT_S, "application_name": "gembaboard"},
    "psycopg2": {"connect_timeout": CONNECT_S, "application_name": "gembaboard"},
    "pymysql": {"connect_timeout": CONNECT_S},
    "mysqldb": {"connect_timeout": CONNECT_S},
    "mysqlconnector": {"connection_timeout": CONNECT_S},
    "mariadbconnector": {"connect_timeout": CONNECT_S},
    "pyodbc": {"timeout": CONNECT_S},
    "oracledb": {"tcp_connect_timeout": CONNECT_S},
}


def connecting(driver: str) -> dict[str, object]:
    """Return what a driver is told when it connects."""
    return dict(_CONNECTING.get(driver, {}))


def prepare(connection: Connection, zone: str, timeout: timedelta) -> None:
    """Make a session one that cannot write, where the database has such, and that gives up in time."""
    name = connection.dialect.name
    if connection.dialect.driver == "psycopg":
        import_module("board.sources.sql_postgres").take_any_time(connection.connection.dbapi_connection)
    for statement in _statements(connection, zone, timeout):
        connection.exec_driver_sql(statement)
    if name != "oracle":  # there it is said anew in each transaction
        connection.commit()


def _statements(connection: Connection, zone: str, timeout: timedelta) -> Iterator[str]:
    """Yield what is said to a database of this kind; to one that nobody knows here, nothing."""
    millis = round(timeout.total_seconds() * 1000)
    name = connection.dialect.name
    if name == "postgresql":
        yield "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"
        yield f"SET statement_timeout = {millis}"
        yield f"SET lock_timeout = {millis}"
        yield f"SET idle_in_transaction_session_timeout = {6 * millis}"
        if _PLAIN_ZONE.fullmatch(zone):
            yield f"SET TIME ZONE '{zone}'"
    elif name in {"mysql", "mariadb"}:
        yield "SET SESSION TRANSACTION READ ONLY"
        is_mariadb = name == "mariadb" or getattr(connection.dialect, "is_mariadb", False)
        yield (
            f"SET SESSION max_statement_time = {millis / 1000}"
            if is_mariadb
            else f"SET SESSION max_execution_time = {millis}"
        )
    elif name == "oracle":
        yield "SET TRANSACTION READ ONLY"
    elif name == "mssql":
        yield f"SET LOCK_TIMEOUT {millis}"
    elif name == "sqlite":
        yield "PRAGMA query_only = ON"
        yield "PRAGMA trusted_schema = OFF"
