"""Looks whether a database still says what was put into it, and tells in sentences where it does not."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import apsw

from board.journal.adjusted import adjusted
from board.plant.history import PlantHistory
from board.plant.load import parse_plant
from board.plant.problem import PlantError
from board.store import anchor, connect, plant_version, run, source_state
from board.store.adjustment import Adjustments
from board.store.intake import Intake
from board.store.ledger import COLUMNS as ENTRY_COLUMNS
from board.store.ledger import chain_findings, to_entry
from board.store.migrate import definitions, expected, has_table, migrate, steps
from board.store.month_total import month_of, month_rows
from board.store.projection import Projection
from board.store.query import anchor as end_of
from board.store.row import COLUMNS, TYPED, Row
from board.store.seal import DAY_TOTAL, READING, SUPERSEDED, broken
from board.store.slot import Slots
from board.store.term import Terms
from board.store.total import Key, Summing, calendar_text

MOST = 20  # findings of one kind that are told; damage of a whole table needs no thousand sentences
_ALL_TOTALS = "SELECT * FROM day_total WHERE node = ?"


def verify(path: Path, *, history: PlantHistory | None = None) -> tuple[str, ...]:
    """Return what is wrong with a database, in sentences; nothing where all is well.

    Checks the file itself, the hash chain, how far it once had come, that the journal gives the same projections, the
    seals of readings and totals, and the day totals against the readings (with `history`, or the plants on record).
    """
    try:
        connection = connect.reader(path)
    except (apsw.Error, OSError) as error:
        return (f"The database {path} cannot be opened: {error}.",)
    try:
        connection.execute("BEGIN")
        return tuple(_Inspection(connection, path, history).findings())
    except apsw.Error as error:
        return (f"The database {path} cannot be read: {error}.",)
    finally:
        connection.close(force=True)


class _Inspection:
    """One look at a database that stands still meanwhile."""

    def __init__(self, connection: apsw.Connection, path: Path, history: PlantHistory | None) -> None:
        self._connection = connection
        self._path = path
        self._history = history
        self._terms = Terms(connection)

    def findings(self) -> Iterator[str]:
        """Yield all that is wrong."""
        checks: tuple[tuple[str, Callable[[], Iterator[str]]], ...] = (
            ("file", self._file),
            ("journal", self._chain),
            ("journal's end", self._end),
            ("tables that follow from the journal", self._projections),
            ("readings", self._seals),
            ("sources, runs and plants", self._rest),
            ("day totals", self._totals),
            ("month totals", self._months),
        )
        for name, check in checks:
            try:
                for number, finding in enumerate(check()):
                    if number == MOST:
                        yield f"More of the same in the {name} is not listed."
                        break
                    yield finding
            except (apsw.Error, ValueError, TypeError, IndexError, KeyError, OverflowError) as error:
                yield f"The {name} cannot be read: {error}."

    def _rows(self, sql: str, *bound: int | str) -> Iterator[Any]:
        yield from self._connection.execute(sql, bound)

    def _file(self) -> Iterator[str]:
        for (said,) in self._rows(f"PRAGMA integrity_check({MOST})"):
            if said != "ok":
                yield f"The file is damaged: {said}."
        if self._connection.pragma("user_version") == steps()[-1][0] and definitions(self._connection) != expected():
            yield "The tables are not defined as they were written."
        for (sentence,) in self._rows("SELECT sentence FROM finding ORDER BY number"):
            yield f"Found at an earlier start: {sentence}"

    def _chain(self) -> Iterator[str]:
        yield from chain_findings(self._connection)

    def _end(self) -> Iterator[str]:
        before = anchor.read(self._path)
        epoch = self._connection.execute("SELECT value FROM meta WHERE name = 'epoch'").fetchone()
        batches = self._connection.execute("SELECT coalesce(sum(batches), 0) FROM source").fetchone()
        if before is None or epoch is None or batches is None:
            return
        here = anchor.Mark(anchor=anchor.standing(end_of(self._connection), str(epoch[0])), batches=int(batches[0]))
        missing = anchor.complaint(before, here)
        if missing is not None:
            yield missing

    def _projections(self) -> Iterator[str]:
        """Write the journal's consequences once more, in memory, and compare."""
        other = apsw.Connection(":memory:")
        try:
            migrate(other)
            terms = Terms(other)
            projection = Projection(other, terms, Intake(other, terms))
            with other:
                for row in self._rows(f"SELECT {ENTRY_COLUMNS} FROM entry ORDER BY number"):
                    projection.follow(to_entry(row))
            tables = ("miss", "review", "day_entry", "deviation", "adjustment")
            for table in (table for table in tables if has_table(self._connection, table)):
                rows = f"SELECT * FROM {table} ORDER BY id"
                for name in _differing(self._connection.execute(rows), other.execute(rows)):
                    yield f"The {table} {name} is not what the journal says."
            for table in ("reading", "superseded"):
                for name in _differing(_counts(self._connection, self._terms, table), _counts(other, terms, table)):
                    yield f"The count {name} is not what the journal says."
        finally:
            other.close()

    def _seals(self) -> Iterator[str]:
        tables = (
            (READING, "readings", f"SELECT {COLUMNS} FROM reading"),
            (SUPERSEDED, "earlier readings", f"SELECT {COLUMNS}, replaced FROM superseded"),
            (DAY_TOTAL, "day totals", "SELECT * FROM day_total"),
        )
        for kind, name, sql in tables:
            for node, day in broken(self._connection, kind, self._rows(sql)):
                unix = 0 if kind == DAY_TOTAL else date(1970, 1, 1).toordinal()
                when = date.fromordinal(min(max(1, day + unix), date.max.toordinal()))
                yield f"The {name} of {self._terms.word(node)} on {when} are not as they were written."

    def _rest(self) -> Iterator[str]:
        for source in source_state.damaged(self._connection):
            yield f"What is known of source {source} is not as it was written."
        count = run.damaged(self._connection)
        if count:
            yield f"{count} planned runs are not as they were written."
        for number in plant_version.damaged(self._connection):
            yield f"Plant version {number} is not as it was written."

    def _totals(self) -> Iterator[str]:
        accepted = self._history or self._recorded()
        history = None if accepted is None else adjusted(accepted, Adjustments(self._connection).read())
        calendar = self._connection.execute("SELECT value FROM meta WHERE name = 'calendar'").fetchone()
        if history is None or calendar is None or calendar[0] != calendar_text(history):
            return  # their seals hold, and no plant is known to make them anew
        summing = Summing(Slots(history), self._terms)
        unsettled = {row[0] for row in self._rows("SELECT node FROM unsettled")}
        for node in [row[0] for row in self._rows("SELECT DISTINCT node FROM seal")]:
            if node in unsettled:
                continue
            rows = (Row(*row) for row in self._rows(f"SELECT {COLUMNS} FROM reading WHERE node = ?", node))
            wanted = {key: total.row(key) for key, total in summing.fresh(rows).items() if total.rows}
            kept: dict[Key, Any] = {row[:7]: row for row in self._rows(_ALL_TOTALS, node)}
            for day in sorted({key[1] for key in wanted.keys() | kept.keys() if wanted.get(key) != kept.get(key)}):
                yield f"The day totals of {self._terms.word(node)} on {date.fromordinal(day)} differ from its readings."

    def _months(self) -> Iterator[str]:
        if not has_table(self._connection, "month_total"):
            return
        levels = {row[0] for row in self._rows("SELECT DISTINCT measure FROM month_total WHERE level = 1")}
        due = set(self._rows("SELECT node, month FROM month_due"))
        days = self._rows("SELECT DISTINCT node, day FROM day_total ORDER BY node, day")
        kept = set(self._rows("SELECT DISTINCT node, month FROM month_total"))
        for node, month in sorted({(node, month_of(day)) for node, day in days} | kept | due):
            rows = f"SELECT * FROM month_total WHERE node = {node} AND month = {month} ORDER BY measure"
            wanted = [] if (node, month) in due else month_rows(self._connection, node, month, levels)
            if list(self._rows(rows)) != wanted:
                name, first = self._terms.word(node), date.fromordinal(month)
                yield f"The month totals of {name} in {first:%B %Y} differ from its day totals."

    def _recorded(self) -> PlantHistory | None:
        versions = plant_version.read(self._connection)
        try:
            plants = tuple((version.in_force_from, parse_plant(version.files)) for version in versions)
        except PlantError:
            return None
        return PlantHistory(plants) if plants else None


def _counts(connection: apsw.Connection, terms: Terms, table: str) -> Iterator[tuple[object, ...]]:
    """Yield what was typed by hand, with words for numbers, by key; what was taken back has no value, nor a quality."""
    sql = f"SELECT {COLUMNS} FROM {table} WHERE source IN (?, ?) ORDER BY key, revision"
    for values in connection.execute(sql, tuple(terms.find(source) for source in TYPED)):
        row = Row(*values)
        words = tuple(terms.word(number) for number in (row.node, row.measure, row.reason, row.product, row.job))
        quality = None if row.value is None else row.quality  # earlier forms called it missing
        yield (row.key, *words, row.start, row.end, row.value, quality, row.final, row.observed, *row[15:])


def _differing(these: Iterator[Any] | apsw.Cursor, those: Iterator[Any] | apsw.Cursor) -> list[str]:
    """Return the names (first values) of rows that are not the same in both."""
    here, there = set(these), set(those)
    return sorted({str(row[0]) for row in here ^ there})
