"""Finds out when a row was: its start and end as instants, after a look at whether they can be true."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from board.sources.cell_value import number, quoted
from board.sources.contract import SourceContext
from board.sources.mapping import FILE_COLUMN, UNITS_OF_TIME, RecordMapping
from board.sources.moment import EARLIEST, MomentError, both_passes, read_moment, to_utc
from board.sources.number import NumberError
from board.sources.passage import Passage, Who

FARTHEST_PLAN = timedelta(days=400)
Record = Mapping[str, str]
Complain = Callable[[str, str], None]  # the column ("" for the whole row) and what is wrong with it


class Unusable(Exception):  # noqa: N818  # it never leaves the reader of records
    """A row that gives no reading, with the column that spoils it."""

    def __init__(self, column: str, said: str) -> None:
        """Keep column and sentence apart."""
        super().__init__(said)
        self.column = column
        self.said = said


class Ahead(Unusable):
    """A row whose time has not come."""

    def __init__(self, column: str, said: str, start: datetime) -> None:
        """Keep when its time comes."""
        super().__init__(column, said)
        self.start = start


class RowTime:
    """Finds out when the rows of one source were."""

    def __init__(self, mapping: RecordMapping, context: SourceContext) -> None:
        """Prepare to tell the sorts of rows apart: by all that is neither time, value nor key."""
        self._mapping = mapping
        self._context = context
        timing = mapping.timing
        apart = {*timing.start, *timing.end, timing.length_column or "", *mapping.key}
        apart |= {column for entry in mapping.entries for column in entry.columns}
        self._sort = tuple(sorted(mapping.columns - apart - {FILE_COLUMN}))

    def span(
        self, record: Record, passage: Passage, now: datetime, complain: Complain, *, node: str, key: str
    ) -> tuple[datetime, datetime]:
        """Return start and end of a record in UTC."""
        timing, zone, latest = self._mapping.timing, self._mapping.spelling.zone, self._latest(now)
        local = self._moment(record, timing.start)
        if timing.whole_day:
            local = datetime.combine(self._day(local, timing.start), self._context.day_starts)
        who = Who(node=node, sort="\x1f".join(record[name] for name in self._sort) if self._is_span else "", key=key)
        try:
            start, is_moved = passage.start(local, zone, who, latest)
        except MomentError as error:
            raise Unusable(timing.start[0], f"{local} {error}") from error
        self._tell(local, timing.start, complain, is_moved=is_moved)
        if start > latest:
            raise Ahead(timing.start[0], f"{_shown(record, timing.start)} lies in the future", start)
        if start < EARLIEST:
            raise Unusable(timing.start[0], f"{_shown(record, timing.start)} is before 1970")
        if timing.whole_day:
            return start, to_utc(local + timedelta(days=1), zone)[0]
        if self._mapping.run is not None and timing.end and not any(record[column].strip() for column in timing.end):
            return start, start  # nobody knows yet
        end = self._end(record, start, complain) if timing.end else start + self._length(record)
        if end < start:
            raise Unusable(
                (timing.end or timing.start)[0], f"{_shown(record, timing.end)} is before the start of its row"
            )
        return start, end

    def _latest(self, now: datetime) -> datetime:
        """Return from when on a row is of a time that has not come; what is planned may be."""
        return now + (self._mapping.ahead if self._mapping.run is None else FARTHEST_PLAN)

    @property
    def _is_span(self) -> bool:
        timing = self._mapping.timing
        return timing.whole_day or bool(timing.end or timing.length or timing.length_column)

    def _end(self, record: Record, start: datetime, complain: Complain) -> datetime:
        """Return the end of a row; one in a doubled hour is the first time of it that comes after the start."""
        timing, zone = self._mapping.timing, self._mapping.spelling.zone
        local = self._moment(record, timing.end)
        try:
            both = both_passes(local, zone)
            end, is_moved = to_utc(local, zone) if both is None else (both[both[0] <= start], False)
        except MomentError as error:
            raise Unusable(timing.end[0], f"{local} {error}") from error
        self._tell(local, timing.end, complain, is_moved=is_moved)
        return end

    def _tell(self, local: datetime, columns: tuple[str, ...], complain: Complain, *, is_moved: bool) -> None:
        if is_moved:
            complain(columns[0], f"{local} was skipped when the clocks went forward; counted on from the hour before")

    def _day(self, local: datetime, columns: tuple[str, ...]) -> date:
        try:
            return (local.astimezone(self._mapping.spelling.zone) if local.tzinfo else local).date()
        except OverflowError as error:
            raise Unusable(columns[0], f"{local} is not a date the calendar has") from error

    def _moment(self, record: Record, columns: tuple[str, ...]) -> datetime:
        text = record[columns[0]].strip()
        if len(columns) == 2:
            day = text.removesuffix("00:00:00.000").removesuffix("00:00:00").removesuffix(" 00:00").rstrip(" T")
            text = f"{day} {record[columns[1]].strip()}"
        if not text.strip():
            raise Unusable(columns[0], "is empty, so nobody knows when this was")
        try:
            return read_moment(text, self._mapping.spelling)
        except MomentError as error:
            raise Unusable(columns[0], f"{quoted(text)} {error}") from error

    def _length(self, record: Record) -> timedelta:
        timing = self._mapping.timing
        if timing.length is not None or timing.length_column is None:
            return timing.length or timedelta(0)
        text = record[timing.length_column]
        try:
            minutes = number(text, self._mapping) * UNITS_OF_TIME[timing.length_unit]
        except NumberError as error:
            raise Unusable(timing.length_column, f"{quoted(text)} {error}") from error
        if not 0 <= minutes <= 366 * 1440:
            raise Unusable(timing.length_column, f"{quoted(text)} is no length of time between nothing and a year")
        return timedelta(microseconds=round(minutes * 60_000_000))


def _shown(record: Record, columns: tuple[str, ...]) -> str:
    return quoted(" ".join(record[column].strip() for column in columns))
