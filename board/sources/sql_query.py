"""A database that is asked again and again: each row of a query one part, or the totals of a span."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, cast

from board.kpi.reading import Batch, Complaint
from board.plant.plant import SourceSpec
from board.sources.about import About, Asked, Found, found_in
from board.sources.contract import SourceContext, SourceError
from board.sources.not_installed import not_installed
from board.sources.recent import Recent
from board.sources.sql_look import SqlLook
from board.sources.sql_mark import SqlMark
from board.sources.sql_setting import SqlSettings, read_settings
from board.sources.typed_cell import CellError, CellWriter

if TYPE_CHECKING:
    from board.sources.sql_database import Database

ROWS_SHOWN = 50

_ASKED = (
    Asked(key="url", says="the address of the database", example='"postgresql://board@historian/plant"', needed=True),
    Asked(
        key="query",
        says="what is asked",
        example='"SELECT ... WHERE changed > :watermark ORDER BY changed"',
        needed=True,
    ),
    Asked(key="password", says="the password", example='{ env = "HISTORIAN_PASSWORD" }'),
    Asked(key="watermark", says="the column that moves on", example='{ column = "changed", first = "30 days" }'),
    Asked(key="timeout", says="how long an answer may take", example='"10 s"'),
    Asked(key="complete", says='how far intervals are final: "newest" or "seen"'),
    Asked(key="lag", says="how long rows may come late", example='"2 min"'),
)


class SqlQuery:
    """A source of kind "sql"."""

    def __init__(self, spec: SourceSpec, context: SourceContext) -> None:
        """Check the settings; SettingsError names every fault in them."""
        self._spec = spec
        self._context = context
        self._settings = read_settings(spec, context)
        self._database: Database | None = None
        self._recent = Recent()

    @classmethod
    def describe(cls) -> About:
        """Say what this kind is and what it asks for."""
        return About(kind="sql", says="a database that is asked again and again, and only read", settings=_ASKED)

    @classmethod
    def discover(cls, spec: SourceSpec, context: SourceContext, now: datetime) -> tuple[Found, ...]:
        """Return the columns of the query, or of each table where there is none yet, with samples."""
        settings = read_settings(spec, context, mapped=False)
        database = _opened(settings, context)
        if not settings.query:
            return tuple(
                column
                for table, names, rows in database.tables()
                for column in found_in([dict.fromkeys(names, ""), *(_shown(names, each) for each in rows)], rows=table)
            )
        look = SqlLook(spec.id, settings, context, SqlMark(settings=settings.digest))
        with database.rows(settings.query, look.values(database.dialect, now)) as (names, rows):
            shown = [_shown(names, row) for row in islice(rows, ROWS_SHOWN)]
        return found_in([dict.fromkeys(names, ""), *shown])

    def check(self, now: datetime) -> tuple[Complaint, ...]:
        """Say which secret or driver is not there; what the database answers is told by `read`."""
        del now
        try:
            _opened(self._settings, self._context).prepared()
        except SourceError as error:
            return (Complaint(source=self._spec.id, where="url", said=str(error)),)
        return ()

    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        """Take one bounded look at the database; SourceError where it does not answer as it should."""
        if self._database is None:
            self._database = _opened(self._settings, self._context)
        mark = SqlMark.parse(watermark, self._settings.digest)
        look = SqlLook(self._spec.id, self._settings, self._context, mark)
        yield from look.run(self._database, self._recent, now)


def _opened(settings: SqlSettings, context: SourceContext) -> "Database":
    """Return the database, with what it takes to ask one loaded only now."""
    try:
        module = import_module("board.sources.sql_database")
    except ModuleNotFoundError as error:
        raise SourceError(not_installed("SQLAlchemy", "gembaboard[sql]")) from error
    return cast("Database", module.Database(settings, context))


def _shown(names: Sequence[str], row: Sequence[object]) -> dict[str, str]:
    """Return a row for somebody who looks round."""
    writer, found = CellWriter(None), {}
    for name, value in zip(names, row, strict=True):
        try:
            found[name] = writer.text(name, value)
        except CellError:
            found[name] = ""
    return found
