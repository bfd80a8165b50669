"""Keeps the tables that follow from the journal, in the transaction of the entry itself."""

from fractions import Fraction

import apsw

from board.journal.clock import instant, microseconds
from board.journal.entry import Draft, Entry
from board.journal.payload import (
    ADJUSTMENTS,
    CountEntered,
    DayEntered,
    DeviationLogged,
    IntervalReviewed,
    MissDetailed,
    MissLogged,
    Undone,
    Unknown,
)
from board.kpi.reading import Reading
from board.plant.told import told
from board.store.intake import Intake, Taken
from board.store.number import exact, from_stored, to_stored
from board.store.refused import Cause, Refused
from board.store.row import JOURNAL, TYPED, WHOLE_DAY, to_row
from board.store.term import Terms

_WITHIN = (
    "SELECT value FROM reading WHERE node = ? AND measure = ? AND start >= ? AND start < ? "
    'AND "end" <= ? AND value IS NOT NULL'
)
_MISS = (
    'INSERT INTO miss (id, number, node, start, "end", reason, quantity, minutes, comment, actor, wall, undone) '
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
)
_DETAIL = (
    "UPDATE miss SET quantity = coalesce(?, quantity), minutes = coalesce(?, minutes), "
    "comment = coalesce(?, comment), actor = coalesce(actor, ?) WHERE id = ? AND undone = 0"
)
_REVIEW = 'INSERT INTO review (id, number, node, start, "end", actor, wall, undone) VALUES (?, ?, ?, ?, ?, ?, ?, 0)'
_DAY = (
    "INSERT INTO day_entry (id, number, node, day, measure, value, before, actor, wall, "
    'start, "end", reading, replaces, undone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)'
)
_TYPED = (
    "SELECT id FROM day_entry WHERE node = ? AND day = ? AND measure = ? AND replaces = 1 AND undone = 0 AND id <> ?"
)
_TYPED_LAST = (
    'SELECT t.id, t.node, t.measure, t.start, t."end", t.reading, t.wall FROM day_entry AS t JOIN day_entry AS gone '
    "ON (t.node, t.day, t.measure) = (gone.node, gone.day, gone.measure) WHERE gone.id = ? AND gone.replaces = 1 "
    "AND t.replaces = 1 AND t.undone = 0 ORDER BY t.number DESC LIMIT 1"
)
_DEVIATION = (
    "INSERT INTO deviation (id, number, node, letter, day, reason, text, quantity, actor, wall, undone) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
)
_UNDONE = tuple(
    f"UPDATE {table} SET undone = ? WHERE id = ? AND undone = 0"
    for table in ("miss", "review", "day_entry", "deviation", "adjustment")
)
_TAKEN_BACK = frozenset({"miss", "count", "review", "day", "deviation"}) | ADJUSTMENTS


class Projection:
    """Checks entries against what stands, and writes what follows from them."""

    def __init__(self, connection: apsw.Connection, terms: Terms, intake: Intake) -> None:
        self._connection = connection
        self._terms = terms
        self._intake = intake

    def check(self, draft: Draft) -> None:
        """Raise Refused where a draft speaks of something that is not there or would make an interval negative."""
        said = draft.payload
        if isinstance(said, CountEntered):
            self._check_sum(draft.node, said, Fraction(said.quantity))
        elif draft.subject is not None:
            self._check_subject(draft)

    def _check_subject(self, draft: Draft) -> None:
        row = self._connection.execute("SELECT kind FROM entry WHERE id = ?", (draft.subject,)).fetchone()
        kind = None if row is None else str(row[0])
        fits = kind == "miss" if draft.kind == "miss-detail" else kind in _TAKEN_BACK
        if not fits:
            said = told(
                "Entry {entry} is not in the journal, so it cannot be changed. Look once more.", entry=draft.subject
            )
            if kind is not None:
                said = told(
                    "Entry {entry} is a {kind} and cannot be changed by a {by}. Look once more.",
                    entry=draft.subject,
                    kind=kind,
                    by=draft.kind,
                )
            raise Refused(Cause.UNKNOWN_SUBJECT, said)
        undo = "SELECT 1 FROM entry WHERE subject = ? AND kind = 'undo'"
        if self._connection.execute(undo, (draft.subject,)).fetchone() is not None:
            said = told("Entry {entry} was taken back before; nothing is left to do.", entry=draft.subject)
            raise Refused(Cause.ALREADY_UNDONE, said)
        if kind == "count" and draft.subject is not None:
            self._check_undo_of_count(draft.subject)

    def _check_undo_of_count(self, subject: str) -> None:
        row = self._connection.execute(
            'SELECT r.node, r.measure, r.start, r."end", r.value FROM reading AS r WHERE r.source = ? AND r.key = ?',
            (self._terms.find(JOURNAL), subject),
        ).fetchone()
        if row is None or row[4] is None:
            return
        left = self._sum(row[0], row[1], row[2], row[3]) - exact(row[4])
        if left < 0:
            self._refuse_negative(self._terms.word(row[1]), left)

    def _check_sum(self, node: str, said: CountEntered, more: Fraction) -> None:
        node_id, measure_id = self._terms.find(node), self._terms.find(said.measure)
        standing = Fraction(0)
        if node_id is not None and measure_id is not None:
            standing = self._sum(node_id, measure_id, microseconds(said.start), microseconds(said.end))
        if standing + more < 0:
            self._refuse_negative(said.measure, standing + more)

    def _sum(self, node: int, measure: int, start: int, end: int) -> Fraction:
        rows = self._connection.execute(_WITHIN, (node, measure, start, end, end))
        return sum((from_stored(value) or Fraction(0) for (value,) in rows), Fraction(0))

    def _refuse_negative(self, measure: str, left: Fraction) -> None:
        raise Refused(
            Cause.NEGATIVE_INTERVAL,
            told(
                "This would leave {left} of {measure} in the interval, and fewer than none cannot be. "
                "Enter a smaller correction.",
                left=left,
                measure=measure,
            ),
        )

    def follow(self, entry: Entry) -> Taken:
        """Write what follows from an entry; kinds of other versions have no consequence here."""
        said, taken, number, at = entry.payload, Taken(), entry.number, microseconds(entry.wall)
        write = self._connection.execute
        match said:
            case MissLogged():
                start, end = microseconds(said.start), microseconds(said.end)
                fields = (said.reason, said.quantity, said.minutes, said.comment, entry.actor, at)
                write(_MISS, (entry.id, number, entry.node, start, end, *fields))
            case MissDetailed():
                write(_DETAIL, (said.quantity, said.minutes, said.comment, entry.actor, entry.subject))
            case IntervalReviewed():
                start, end = microseconds(said.start), microseconds(said.end)
                write(_REVIEW, (entry.id, number, entry.node, start, end, entry.actor, at))
            case CountEntered():
                self._intake.rows([to_row(_reading(entry, said), self._terms, at)], taken, at)
            case DayEntered() if said.start is not None and said.end is not None and said.reading is not None:
                self._follow_day(entry, said, taken)
            case DeviationLogged():
                what = (said.letter, said.day.toordinal(), said.reason, said.text, to_stored(said.quantity))
                write(_DEVIATION, (entry.id, number, entry.node, *what, entry.actor, at))
            case Undone():
                self._follow_undo(entry, taken)
            case _ if entry.kind in ADJUSTMENTS and not isinstance(said, Unknown):
                write("INSERT INTO adjustment VALUES (?, ?, 0)", (number, entry.id))
        return taken

    def _follow_day(self, entry: Entry, said: DayEntered, taken: Taken) -> None:
        """Keep a figure of a day and the reading it comes to; it may take the place of those typed before."""
        at, day = microseconds(entry.wall), said.day.toordinal()
        reading = _day_reading(entry, said)
        row = to_row(reading, self._terms, at)
        if said.replaces:
            for (earlier,) in self._connection.execute(_TYPED, (entry.node, day, said.measure, entry.id)).fetchall():
                self._intake.withdraw(WHOLE_DAY, str(earlier), taken, at)
        figures = (to_stored(said.value), to_stored(said.before), entry.actor, at)
        lies = (row.start, row.end, to_stored(reading.value), int(said.replaces))
        self._connection.execute(_DAY, (entry.id, entry.number, entry.node, day, said.measure, *figures, *lies))
        self._intake.rows([row], taken, at)

    def _follow_undo(self, entry: Entry, taken: Taken) -> None:
        """Take back whatever an entry had said; a figure that it had replaced stands again."""
        at, subject = microseconds(entry.wall), entry.subject or ""
        for sql in _UNDONE:
            self._connection.execute(sql, (entry.number, subject))
        for source in TYPED:
            self._intake.withdraw(source, subject, taken, at)
        row = self._connection.execute(_TYPED_LAST, (subject,)).fetchone()
        if row is None:
            return
        again = Reading(
            node=row[1],
            measure=row[2],
            start=instant(row[3]),
            end=instant(row[4]),
            value=from_stored(row[5]),
            source=WHOLE_DAY,
            key=row[0],
            observed_at=instant(row[6]),
        )
        self._intake.rows([to_row(again, self._terms, at)], taken, at)


def _day_reading(entry: Entry, said: DayEntered) -> Reading:
    return Reading(
        node=entry.node,
        measure=said.measure,
        start=said.start or entry.wall,
        end=said.end or entry.wall,
        value=said.reading,
        source=WHOLE_DAY,
        key=entry.id,
        observed_at=entry.wall,
    )


def _reading(entry: Entry, said: CountEntered) -> Reading:
    return Reading(
        node=entry.node,
        measure=said.measure,
        start=said.start,
        end=said.end,
        value=Fraction(said.quantity),
        source=JOURNAL,
        key=entry.id,
        product=said.product,
        order=said.order,
        observed_at=entry.wall,
    )
