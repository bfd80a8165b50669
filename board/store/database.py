"""The one writer of a board's database: what it returns from is on disk."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import apsw

from board.journal.adjusted import adjusted
from board.journal.chain import Anchor
from board.journal.clean import EARLIEST
from board.journal.clock import microseconds
from board.journal.entry import Draft, Entry, UnusableError, drafted
from board.journal.intention import Intention
from board.journal.payload import ADJUSTMENTS, DayEntered, PersonChanged
from board.kpi.reading import Batch
from board.plant.calendar import production_day
from board.plant.history import PlantHistory
from board.plant.told import told
from board.store import anchor, plant_version, source_news, source_state, withdrawal
from board.store.adjustment import erase_name, write_name
from board.store.connect import Access
from board.store.intake import Changed
from board.store.migrate import TooNewError
from board.store.refused import SENTENCES, Cause, Refused, cause_of, refusal
from board.store.rescue import Lock, condemn, open_sound
from board.store.room import DiskState, Limits, Room
from board.store.session import Session
from board.store.slot import Slots

SLIGHTLY = timedelta(minutes=5)  # a clock may be set back by so little without anybody minding
FAILURES = 10  # in a row, after which the files are opened anew
LOG_PAGES = 500  # a longer log is brought home after a batch of readings
LONG_LOG_PAGES = 5_000  # and one as long as this even after a touch
__all__ = ["Changed", "DiskState", "Store"]


class Store:
    """The connection that writes; used by one thread. `replaced` is where a damaged database was moved to."""

    def __init__(self, path: Path, *, station: str, zone: str, now: datetime, access: Access, limits: Limits) -> None:
        self.path = path
        self.replaced: Path | None = None
        self.damage = ""  # what was wrong with the replaced one
        self.findings: tuple[str, ...] = ()  # losses seen at opening, in sentences
        self._station = station
        self._zone = ZoneInfo(zone)
        self._now = now  # of the last call that named it
        self._access = access
        self._room = Room(path, limits)
        self._slots: Slots | None = None
        self._accepted: PlantHistory | None = None
        self._session: Session | None = None
        self._anchor = anchor.AnchorFile(path)
        self._failures = 0  # in a row
        self._lock = Lock(path)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        station: str,
        zone: str,
        now: datetime,
        access: Access | None = None,
        limits: Limits | None = None,
    ) -> "Store":
        """Open or make the database; a damaged one is moved aside and kept.

        Raises Refused where the disk or another program does not allow it, or a later version wrote the file.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            access, limits = access or Access(), limits or Limits()
            store = cls(path, station=station, zone=zone, now=now, access=access, limits=limits)
        except OSError as error:
            raise refusal(error) from error
        try:
            store._begin(now)
        except BaseException:
            store._lock.release()
            raise
        return store

    def _begin(self, now: datetime) -> None:
        if self._room.free_bytes() < self._room.limits.taps:
            self._room.drop_ballast()
        before = anchor.read(self.path)
        try:
            session = self._connect(now)
            missing = None if before is None else anchor.complaint(before, session.mark)
            self.findings = (*((missing,) if missing and self.replaced is None else ()), *session.tail_findings())
            session.record(self.findings, now)
        except (apsw.Error, OSError) as error:
            self._drop_session()
            raise refusal(error) from error
        self._anchor.write(session.mark)
        self._room.load_ballast()

    def _connect(self, now: datetime) -> Session:
        def begin(connection: apsw.Connection) -> Session:
            return Session(connection, station=self._station, now=now)

        try:
            session, replaced, damage = open_sound(self.path, self._access, now, begin)
        except TooNewError as error:
            raise Refused(Cause.TOO_NEW, str(error)) from error
        session.plan.accepted = self._accepted
        if replaced is not None:
            self.replaced, self.damage = replaced, damage
            self._slots = None if session.plan.history is None else Slots(session.plan.history)
        session.totals.use(self._slots)
        self._session = session
        return session

    @contextmanager
    def _writing(self, now: datetime) -> Iterator[Session]:
        """Give the session; errors of the disk come out as Refused.

        A session outlives a disk that fails, because the next commit then overwrites what a failed one had written to
        the log; opened anew, the log could bring a refused touch back. Only damage, or a disk that goes on failing
        (its files may not be ours any more), ends it.
        """
        self._now = now
        try:
            yield self._session or self._connect(now)
        except (apsw.Error, OSError, UnicodeDecodeError, OverflowError) as error:
            number = 0 if self._session is None else self._session.connection.system_errno
            cause = cause_of(error, number)
            self._failures += 1
            if cause is Cause.DAMAGED:
                condemn(self.path, str(error))
            if cause is Cause.DAMAGED or self._failures % FAILURES == 0 or self._stuck():
                self._drop_session()
            raise Refused(cause, SENTENCES[cause]) from error
        self._failures = 0

    def _stuck(self) -> bool:
        return self._session is not None and self._session.connection.in_transaction

    def _drop_session(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            try:
                session.connection.close(force=True)
            except apsw.Error:
                return

    def _twice(self, work: Callable[[], Entry]) -> Entry:
        """Try again without the ballast where the disk turned out to be full."""
        try:
            return work()
        except Refused as refused:
            if refused.cause is not Cause.DISK_FULL or not self._room.drop_ballast():
                raise
            return work()

    def keep(self, intention: Intention, now: datetime) -> Entry:
        """Keep what a person did; returns once it is on disk. The same id again returns the entry kept before.

        Raises Refused, with a sentence and its cause, when nothing was kept.
        """
        try:
            draft = drafted(intention)
        except UnusableError as error:
            raise Refused(Cause.UNUSABLE, error.args[0]) from error
        return self._twice(lambda: self._keep(draft, now))

    def _keep(self, draft: Draft, now: datetime) -> Entry:
        with self._writing(now) as session:
            known = session.ledger.find(draft.id)
            if known is not None:
                return _the_same(known, draft)
            if not self._room.takes_taps():
                raise Refused(Cause.DISK_FULL, SENTENCES[Cause.DISK_FULL])
            self._check_clock(draft, now)
            entry = self._write(session, draft, now)
            session.ledger.kept(entry)
            self._anchor.write(session.mark)
            session.shorten_log(LONG_LOG_PAGES)
        return entry

    def _check_clock(self, draft: Draft, now: datetime) -> None:
        """Refuse a change of the plan while the clock is far behind: it would judge anew what is over."""
        said = self.clock_complaint(now + SLIGHTLY)
        if draft.kind in ADJUSTMENTS and said is not None:
            raise Refused(
                Cause.UNUSABLE, told("{complaint} Set the clock right, then change the plan.", complaint=said)
            )

    def _write(self, session: Session, draft: Draft, now: datetime) -> Entry:
        """Write an entry and all that follows from it, in one transaction."""
        try:
            with session.transaction():
                whole = session.checked(draft, now)
                entry = session.ledger.write(whole, self._zone, now)
                if draft.name and isinstance(entry.payload, PersonChanged):
                    write_name(session.connection, entry.id, entry.payload.person, draft.name)
                session.totals.follow(session.projection.follow(entry))
                slots = self._laid_anew(session) if session.plan.concerns(draft) else self._slots
        except BaseException:
            session.totals.use(self._slots)
            raise
        self._slots = slots
        return entry

    def _laid_anew(self, session: Session) -> Slots | None:
        """Bring day totals in step with what was changed on the wall, within a transaction."""
        history = session.plan.history
        if history is None or (self._slots is not None and history is self._slots.history):
            return self._slots
        slots = Slots(history)
        session.totals.adopt(slots)
        return slots

    def erase_person(self, person: str, now: datetime) -> bool:
        """Erase every name that was given to somebody on the wall; their entries stay and speak of a former colleague.

        Tells whether there was a name. Copies made before (backups) still have it, and so has a plant folder.
        """
        with self._writing(now) as session:
            session.connection.execute("PRAGMA secure_delete=ON")
            with session.transaction():
                found = erase_name(session.connection, person)
            session.connection.execute("PRAGMA secure_delete=OFF")
            with suppress(apsw.Error):  # a reader is looking: the log goes home a little later
                session.checkpoint(whole=True)
        return found

    def take(self, batch: Batch, now: datetime) -> tuple[Changed, ...]:
        """Keep what a source told, its watermark and the day totals, in one transaction; says which time has changed.

        A reading that cannot be kept is left out and told as a complaint of the source. Raises Refused.
        """
        with self._writing(now) as session:
            if not self._room.takes_readings():
                raise Refused(Cause.DISK_FULL, SENTENCES[Cause.DISK_FULL])
            at = microseconds(now)
            with session.transaction():
                taken = session.intake.readings(batch.readings, at, seen=source_state.seen(batch, at))
                source_state.follow(session.connection, session.intake, batch, taken, at)
                source_news.follow(session.connection, batch.source, taken.added, day=self._day(now), at=at)
                session.totals.follow(taken)
            session.batches += 1
            self._anchor.write(session.mark)
            changes = (*taken.changes(session.terms), *(Changed(node=node, first=now, last=now) for node in batch.gone))
            session.shorten_log(LOG_PAGES)
        return changes

    def withdraw(self, source: str, now: datetime, *, since: datetime | None = None) -> int:
        """Take back what a source told, or what of it starts from `since` on; it is then read from the start.

        What stood is kept as what was known until now. Returns how many readings it was. Raises Refused.
        """
        first = microseconds(EARLIEST if since is None else since)
        count = 0
        key: str | None = ""
        with self._writing(now) as session, session.transaction():
            withdrawal.begin(session.connection, source, all_of_it=since is None)
        while key is not None:
            with self._writing(now) as session, session.transaction():
                taken, key = withdrawal.take_back(
                    session.connection, session.intake, source, after=key, since=first, at=microseconds(now)
                )
                session.totals.follow(taken)
                count += len(taken.added)
        return count

    def _day(self, now: datetime) -> int:
        """Return the site's production day, or before it is known that of UTC, as an ordinal."""
        history = self._accepted
        return (now.date() if history is None else production_day(history.at(now), now)).toordinal()

    def adopt(self, history: PlantHistory, *, settle: bool = True) -> None:
        """Use the accepted plants for day totals and for the zone of entries; days they move are made anew.

        What was changed on the wall is laid on top of them here, as this database has it. With `settle` False the days
        are only marked: call `settle()` until it returns False, between other work.
        """
        with self._writing(self._now) as session, session.transaction():
            slots = Slots(adjusted(history, session.adjustments.read()))
            session.totals.adopt(slots)
            session.plan.accepted = history
        self._accepted, self._slots = history, slots
        self._zone = history.latest.site.zone
        while settle and self.settle():
            continue

    def settle(self) -> bool:
        """Make some of the marked days' totals anew, then add up months; tells whether more are left to do.

        Each call is one short transaction. Months are those that are over and have changed.
        """
        with self._writing(self._now) as session, session.transaction():
            return session.totals.settle() or session.totals.settle_months(self._now)

    def record_plant(self, files: Mapping[str, str], now: datetime, in_force_from: datetime) -> None:
        """Keep a plant folder's text as the version accepted now; the same text as the newest is kept once."""
        with self._writing(now) as session, session.transaction():
            plant_version.record(session.connection, files, microseconds(now), microseconds(in_force_from))

    def free_bytes(self) -> int:
        """Return the room on the disk."""
        return self._room.free_bytes()

    def disk_state(self) -> DiskState:
        """Tell whether the disk takes taps; after a failure it tries the disk itself."""
        try:
            free = self._room.free_bytes()
        except OSError:
            return DiskState.REFUSING
        if free < self._room.limits.taps or (self._failures and not self._room.can_write()):
            return DiskState.REFUSING
        return DiskState.LOW if free < self._room.limits.low else DiskState.OK

    def clock_complaint(self, now: datetime) -> str | None:
        """Return why the wall clock cannot be right (before the last entry), in a sentence, or None."""
        last = None if self._session is None else self._session.ledger.last_wall
        if last is None or now >= last:
            return None
        return told(
            "The clock says {now}, but the last entry was made at {last} (UTC).",
            now=f"{now:%Y-%m-%d %H:%M}",
            last=f"{last:%Y-%m-%d %H:%M}",
        )

    @property
    def anchor(self) -> Anchor | None:
        """Return where the journal ends; None while the database cannot be opened."""
        return None if self._session is None else self._session.ledger.anchor

    def checkpoint(self) -> None:
        """Bring the write-ahead log home and set room aside; for moments without other work."""
        with self._writing(self._now) as session:
            session.checkpoint(whole=False)
        self._room.load_ballast()

    def close(self) -> None:
        """Bring the write-ahead log home and close."""
        if self._session is not None:
            try:
                self._session.checkpoint(whole=True)
            except apsw.Error:
                self._failures += 1  # a reader is still there, or the disk is full: the log stays and is read again
        self._drop_session()
        self._anchor.close()
        self._lock.release()


def _the_same(known: Entry, draft: Draft) -> Entry:
    stored = known.payload.asked if isinstance(known.payload, DayEntered) else known.stored
    said = (known.node, known.kind, known.subject, known.actor, stored)
    if said != (draft.node, draft.kind, draft.subject, draft.actor, draft.stored):
        taken = told("The id {id} already belongs to another entry. Touch once more.", id=draft.id)
        raise Refused(Cause.UNUSABLE, taken)
    return known
