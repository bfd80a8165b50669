"""One open connection that writes, with what it has learnt; after a fault it is thrown away and opened anew."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

import apsw

from board.journal.clock import microseconds
from board.journal.entry import Draft
from board.journal.identity import new_id
from board.journal.payload import DayEntered
from board.store.adjustment import Adjustments
from board.store.anchor import Mark
from board.store.intake import Intake
from board.store.ledger import Ledger, chain_findings
from board.store.projection import Projection
from board.store.term import Terms
from board.store.total import Totals
from board.store.typed_day import TypedDays
from board.store.wall_plan import WallPlan

TAIL = 100  # entries whose chain is checked when the database is opened


class Session:
    """The parts of the store that share one connection."""

    def __init__(self, connection: apsw.Connection, *, station: str, now: datetime) -> None:
        self.connection = connection
        self.terms = Terms(connection)
        self.intake = Intake(connection, self.terms)
        self.projection = Projection(connection, self.terms, self.intake)
        self.totals = Totals(connection, self.terms)
        self.days = TypedDays(connection, self.terms, self.totals)
        self.adjustments = Adjustments(connection)
        self.plan = WallPlan(self.adjustments)
        self.epoch = self._epoch(now)
        self.ledger = Ledger(connection, station=station, epoch=self.epoch)
        self.batches = self._count_batches()
        self.log_pages = 0  # in the write-ahead log, as of the last commit
        connection.set_wal_hook(self._committed)

    def _epoch(self, now: datetime) -> str:
        row = self.connection.execute("SELECT value FROM meta WHERE name = 'epoch'").fetchone()
        if row is not None:
            return str(row[0])
        epoch = new_id(now)
        self.connection.execute("INSERT INTO meta VALUES ('epoch', ?)", (epoch,))
        return epoch

    def _count_batches(self) -> int:
        row = self.connection.execute("SELECT coalesce(sum(batches), 0) FROM source").fetchone()
        return 0 if row is None else int(row[0])

    def _committed(self, _connection: apsw.Connection, _name: str, pages: int) -> int:
        self.log_pages = pages
        return 0

    @property
    def mark(self) -> Mark:
        """Return how far this database has come."""
        return Mark(anchor=self.ledger.anchor, batches=self.batches)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run one durable transaction; whatever goes wrong, nothing of it stays."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            self.terms.forget()
            self.adjustments.forget(after=self.ledger.anchor.number)
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    def checked(self, draft: Draft, now: datetime) -> Draft:
        """Return a draft that may be kept, complete with what follows from the plant; Refused where it may not."""
        self.projection.check(draft)
        self.plan.check(draft, self.ledger.anchor.number + 1, now)
        if draft.kind == "undo":
            subject = self.ledger.find(draft.subject or "")
            if subject is not None and isinstance(subject.payload, DayEntered):
                self.days.check_undo(subject.id, subject.payload, subject.node)
        return self.days.completed(draft, now)

    def tail_findings(self) -> tuple[str, ...]:
        """Check the chain of the last entries."""
        try:
            return tuple(chain_findings(self.connection, tail=TAIL))
        except (ValueError, OverflowError, TypeError) as error:
            return (f"The journal's last {TAIL} entries cannot all be read: {error}.",)

    def record(self, findings: tuple[str, ...], now: datetime) -> None:
        """Keep findings on record, each once."""
        known = {str(row[0]) for row in self.connection.execute("SELECT sentence FROM finding")}
        for sentence in findings:
            if sentence not in known:
                self.connection.execute(
                    "INSERT INTO finding (wall, sentence) VALUES (?, ?)", (microseconds(now), sentence)
                )

    def shorten_log(self, longest: int) -> None:
        """Bring a log of more than so many pages home; what was committed stands even where that fails."""
        if self.log_pages > longest:
            with suppress(apsw.Error):
                self.checkpoint(whole=False)

    def checkpoint(self, *, whole: bool) -> None:
        """Bring the write-ahead log home; `whole` also empties it."""
        mode = apsw.SQLITE_CHECKPOINT_TRUNCATE if whole else apsw.SQLITE_CHECKPOINT_PASSIVE
        self.connection.wal_checkpoint(mode=mode)
