"""Reads what the store keeps, on a connection of its own that can never hold up the writer."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from board.journal.adjustment import Adjusted
from board.journal.chain import Anchor
from board.journal.clock import instant, microseconds
from board.journal.day import DayEntry, Deviation
from board.journal.entry import Entry
from board.journal.miss import Miss, Stamp, replay
from board.kpi.reading import Reading
from board.plant.history import PlantHistory
from board.plant.plant import PlannedRun
from board.plant.span import Span
from board.store import connect, plant_version, query, run, said_of_day, source_news, source_state, withdrawal
from board.store.adjustment import Adjustments, as_known
from board.store.day import DayTotal, day_totals, days_of
from board.store.known_day import changed_after, heard_after, known_day_totals
from board.store.lack import Lack, lacks
from board.store.ledger import to_entry
from board.store.month import ALL, MonthTotal, RateTotal, kept_months, month_totals, rate_totals
from board.store.plant_version import StoredPlant
from board.store.row import to_reading
from board.store.source_news import SourceNews
from board.store.source_state import PastComplaint, SourceState
from board.store.tally import Tally, order_end, tallies
from board.store.term import Terms

__all__ = [
    "Adjusted",
    "DayEntry",
    "DayTotal",
    "Deviation",
    "Lack",
    "PastComplaint",
    "Reader",
    "SourceNews",
    "SourceState",
    "StoredPlant",
    "Tally",
]


class Reader:
    """A read-only view of one database; each call sees one moment, `snapshot()` makes several calls see the same."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = _identity(path)
        self._connection = connect.reader(path)
        self._terms = Terms(self._connection)
        self._adjustments = Adjustments(self._connection)

    @classmethod
    def open(cls, path: Path) -> "Reader":
        """Open a database that a store has made; apsw.CantOpenError where there is none."""
        return cls(path)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let every read within see the same moment; keep it short, the log cannot be emptied meanwhile."""
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("COMMIT")

    def stale(self) -> bool:
        """Tell whether another file has taken the place of the one that is read: then open a new reader."""
        return _identity(self._path) != self._file

    def changes(self) -> int:
        """Return a number that differs once the writer has committed something since."""
        return int(self._connection.pragma("data_version"))

    def readings(
        self, node: str, span: Span, *, measures: Iterable[str] | None = None, known_at: datetime | None = None
    ) -> tuple[Reading, ...]:
        """Return the readings that meet the span, by start; `known_at`: as they had been received by then."""
        rows = query.meeting(self._connection, self._terms, node, span, measures=measures, known_at=known_at)
        return tuple(to_reading(row, self._terms) for row in rows)

    def tallies(self, node: str, spans: Sequence[Span], *, known_at: datetime | None = None) -> tuple[Tally, ...]:
        """Return exact sums, by span and dimension, of the readings that lie wholly in one span.

        What was typed for a whole day is left out, here and in `crossing`: it tells nothing of intervals.
        """
        return tallies(self._connection, self._terms, node, spans, known_at=known_at)

    def lacks(self, nodes: Sequence[str], span: Span, *, known_at: datetime | None = None) -> tuple[Lack, ...]:
        """Return what is lacking of some nodes in readings that begin within the span: unusable, or not told at all.

        What was taken back is none of it, nor a reason that did not come up.
        """
        return lacks(self._connection, self._terms, nodes, span, known_at=known_at)

    def crossing(self, node: str, spans: Sequence[Span], *, known_at: datetime | None = None) -> tuple[Reading, ...]:
        """Return the readings that lie over the start or the end of a span, each once, by start."""
        rows = query.crossing(self._connection, self._terms, node, spans, known_at=known_at)
        return tuple(to_reading(row, self._terms) for row in rows)

    def began(self, node: str, *, whole_days: bool = True) -> datetime | None:
        """Return the start of the earliest reading of a node, or None where it has none.

        Without `whole_days` what was typed for a whole day is left out: it tells nothing of intervals.
        """
        return query.began(self._connection, self._terms, node, whole_days=whole_days)

    def order_end(
        self, node: str, order: str, quantity: int, *, measure: str = "good", known_at: datetime | None = None
    ) -> datetime | None:
        """Return when the order's count had reached its quantity (the end of that reading), or None."""
        return order_end(self._connection, self._terms, node, order, quantity, measure=measure, known_at=known_at)

    def misses(self, node: str, span: Span, *, known_at: datetime | None = None) -> tuple[Miss, ...]:
        """Return the misses that stand for intervals meeting the span, in the order in which they were logged."""
        found = query.misses(self._connection, node, span)
        if known_at is None:
            return found
        entries = query.entries_about(self._connection, "miss", node, span, known_at)
        return replay(to_entry(row) for row in entries)[0]

    def reviews(self, node: str, span: Span, *, known_at: datetime | None = None) -> tuple[Stamp, ...]:
        """Return the leader's stamps that stand for intervals meeting the span."""
        if known_at is None:
            return query.stamps(self._connection, node, span)
        entries = query.entries_about(self._connection, "review", node, span, known_at)
        return replay(to_entry(row) for row in entries)[1]

    def day_entries(
        self, nodes: Sequence[str], first_day: date, last_day: date, *, known_at: datetime | None = None
    ) -> tuple[DayEntry, ...]:
        """Return the figures typed for whole days, both days inclusive, taken back or not, in the order of entry."""
        return said_of_day.day_entries(self._connection, nodes, first_day, last_day, known_at)

    def deviations(
        self, nodes: Sequence[str], first_day: date, last_day: date, *, known_at: datetime | None = None
    ) -> tuple[Deviation, ...]:
        """Return the deviations that stand for letters on days, both inclusive, in the order of entry."""
        return said_of_day.deviations(self._connection, nodes, first_day, last_day, known_at)

    def adjustments(self, *, known_at: datetime | None = None) -> tuple[Adjusted, ...]:
        """Return all changes of the plan in order; the identical value again while nothing was changed.

        `adjusted` lays them on top of the accepted plants.
        """
        return as_known(self._adjustments.read(), known_at)

    def runs(self, node: str, span: Span, *, known_at: datetime | None = None) -> tuple[PlannedRun, ...]:
        """Return the planned runs of sources that meet the span, by start."""
        return run.meeting(self._connection, self._terms, node, span, known_at)

    def sources(self) -> tuple[SourceState, ...]:
        """Return what is known of each source, by id."""
        return source_state.read(self._connection)

    def counting(self, node: str, span: Span) -> withdrawal.Counting:
        """Return which sources told what of a node within a span, and in which of its hours."""
        first, last = microseconds(span.start), microseconds(span.end)
        return withdrawal.counting(self._connection, self._terms, node, first, last)

    def source_news(self) -> dict[str, SourceNews]:
        """Return what came last from each source, by its id; one that never gave a reading is left out."""
        return source_news.read(self._connection, self._terms)

    def complaints(self, source: str | None = None) -> tuple[PastComplaint, ...]:
        """Return what sources could not use, the newest first; 500 of each source are kept."""
        return source_state.complaints(self._connection, source)

    def day_totals(self, nodes: Sequence[str], first_day: date, last_day: date) -> tuple[DayTotal, ...]:
        """Return exact sums by production day, both days inclusive, and shift; ordered by node and day."""
        return day_totals(self._connection, self._terms, nodes, first_day, last_day)

    def known_day_totals(
        self,
        history: PlantHistory,
        nodes: Sequence[str],
        first_day: date,
        last_day: date,
        *,
        at: datetime,
        known_at: datetime | None = None,
    ) -> tuple[DayTotal, ...]:
        """Return day totals of what had happened by `at`, summed anew; `known_at`: as had been received by then."""
        return known_day_totals(
            self._connection, self._terms, history, nodes, (first_day, last_day), at=at, known_at=known_at
        )

    def heard_after(self, moment: datetime) -> bool:
        """Tell whether a source or a person said anything after a moment."""
        return heard_after(self._connection, moment)

    def month_totals(
        self, node: str, month: date, levels: Collection[str], *, days: int = ALL
    ) -> dict[str, MonthTotal]:
        """Return the measures of a node's month by name, added up now; `levels` are those of which the last one stands.

        `days`: only those of it, bit 0 for the first.
        """
        return month_totals(self._connection, self._terms, node, month, levels, days=days)

    def kept_months(
        self, nodes: Sequence[str], months: Sequence[date], levels: Collection[str]
    ) -> dict[tuple[str, date], dict[str, MonthTotal]]:
        """Return those of some nodes' months, in order of time, that are kept added up; the others are left out."""
        return kept_months(self._connection, self._terms, nodes, months, levels)

    def rate_totals(self, node: str, month: date, measure: str, *, days: int = ALL) -> tuple[RateTotal, ...]:
        """Return a measure of a node's month, or of some `days` of it, by shift and product."""
        return rate_totals(self._connection, self._terms, node, month, measure, days=days)

    def changed_after(self, node: str, span: Span, known_at: datetime) -> bool:
        """Tell whether anything that bears on a span of a node came in, or was replaced, after a moment."""
        return changed_after(self._connection, self._terms, node, span, known_at)

    def days_of(self, nodes: Sequence[str], measures: Sequence[str]) -> tuple[tuple[str, date], ...]:
        """Return the nodes and days of all years on which one of the measures came to more than nothing."""
        return days_of(self._connection, self._terms, nodes, measures)

    def settled(self) -> bool:
        """Tell whether all day totals are made; if not, some days still follow an earlier plant."""
        return self._connection.execute("SELECT 1 FROM unsettled").fetchone() is None

    def plant_versions(self) -> tuple[StoredPlant, ...]:
        """Return the accepted plant folders in the order in which they were accepted."""
        return plant_version.read(self._connection)

    def entry(self, entry_id: str) -> Entry | None:
        """Return the journal entry of that id."""
        return next((to_entry(row) for row in query.entries(self._connection, entry_id=entry_id)), None)

    def entries(
        self,
        *,
        after: int = 0,
        node: str | None = None,
        limit: int = -1,
        known_at: datetime | None = None,
    ) -> Iterator[Entry]:
        """Yield journal entries in order, after a number; all of them, one by one, however many there are."""
        at = None if known_at is None else microseconds(known_at)
        for row in query.entries(self._connection, after=after, node=node, limit=limit, known_at=at):
            yield to_entry(row)

    def findings(self) -> tuple[tuple[datetime, str], ...]:
        """Return the losses that were found when the database was opened, with their times."""
        rows = self._connection.execute("SELECT wall, sentence FROM finding ORDER BY number")
        return tuple((instant(row[0]), str(row[1])) for row in rows)

    def anchor(self) -> Anchor | None:
        """Return where the journal ends, or None while it is empty."""
        return query.anchor(self._connection)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
