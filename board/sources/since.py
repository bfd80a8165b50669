"""How far rows were read: the newest value of a column, kept as a text, and as what the next question is told."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final

from board.sources.moment import EARLIEST, MomentError, Spelling, format_problem, read_moment, to_utc
from board.sources.setting import Settings

FORMS: Final = ("time", "iso", "epoch s", "epoch ms", "number", "text")
LONGEST: Final = 1000  # characters of a value
_MOST_DIGITS: Final = 40
_MICRO = timedelta(microseconds=1)
_AROUND = timedelta(hours=3)

Value = int | Decimal | str  # microseconds since 1970, a number, or a text


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """Which column moves on, and how the other end wants to be told how far we are."""

    column: str
    form: str  # one of FORMS, or a pattern such as "%Y%m%d%H%M%S"
    first: timedelta | None  # how far back the first question goes; None: all there is
    overlap: timedelta  # read once more, since clocks and transactions overtake one another
    spelling: Spelling
    first_number: Decimal = Decimal(0)
    overlap_number: int = 0
    is_spelt_so: bool = True  # rows spell the value as it is asked; else as they spell any time

    @property
    def is_bare(self) -> bool | None:
        """Tell whether times are counted without a zone; None where the first row tells."""
        return None if self.form == "time" else self.form not in FORMS and "%z" not in self.form

    @property
    def is_time(self) -> bool:
        """Tell whether what moves on is a time."""
        return self.form not in {"number", "text"}

    def value_of(self, text: str, is_bare: bool | None) -> tuple[Value, bool | None]:
        """Return how far a row brings us, and whether it says so without a zone; ValueError where it says nothing.

        Times are counted in microseconds since 1970, those without a zone as the clock on the wall shows them: so they
        stay in the order in which the table has them, also where clocks are put back.
        """
        text = text.strip()
        if self.form == "text":
            if not text or len(text) > LONGEST:
                raise ValueError("no text that can be kept")
            return text, None
        if self.form == "number":
            return _number(text), None
        if self.form.startswith("epoch") and self.is_spelt_so:
            return int(_number(text) * (1_000_000 if self.form == "epoch s" else 1000)), None
        moment = read_moment(text, self.spelling)
        is_bare = moment.tzinfo is None if is_bare is None else is_bare
        if is_bare:
            wall = moment if moment.tzinfo is None else _on_the_wall(moment, self.spelling)
            return (wall.replace(tzinfo=UTC) - EARLIEST) // _MICRO, is_bare
        return (to_utc(moment, self.spelling.zone)[0] - EARLIEST) // _MICRO, is_bare

    def kept(self, text: str) -> Value | None:
        """Return the value that a watermark kept as a text; None where it kept none."""
        if not text or self.form == "text":
            return text or None
        return _number(text) if self.form == "number" else int(text)

    def later(self, kept: str, value: Value) -> str:
        """Return the later of a value that is kept, if any, and another, both of them no texts."""
        before = self.kept(kept)
        return str(value) if before is None or before < value else kept  # type: ignore[operator]

    def earlier(self, kept: str, value: Value) -> str:
        """Return the earlier of a value that is kept, if any, and another, both of them no texts."""
        before = self.kept(kept)
        return str(value) if before is None or value < before else kept  # type: ignore[operator]

    def before(self, kept: str) -> str:
        """Return what lies just before a value that is kept, so that its row is asked for again."""
        value = self.kept(kept)
        return kept if value is None or isinstance(value, str) else str(value - 1)

    def bound(self, value: Value | None, now: datetime, *, is_bare: bool, is_exact: bool) -> object:
        """Return what the next query is told: how far we are, less what is read once more."""
        if self.form == "text":
            return "" if value is None else value
        if self.form == "number":
            if value is None:
                return _whole(self.first_number)
            return _whole(Decimal(value) - (0 if is_exact else self.overlap_number))
        if not isinstance(value, int):
            return self.written(EARLIEST if self.first is None else now - self.first, is_bare=is_bare)
        moment = _counted(value) - (timedelta(0) if is_exact else self.overlap)
        if is_bare and not is_exact:
            moment -= _put_back(moment, self.spelling)
        return self._spelled(max(moment, EARLIEST), is_bare=is_bare)

    def written(self, moment: datetime, *, is_bare: bool) -> object:
        """Return a moment as the query wants it."""
        local = moment.astimezone(self.spelling.zone).replace(tzinfo=UTC) if is_bare else moment
        return self._spelled(local, is_bare=is_bare)

    def _spelled(self, moment: datetime, *, is_bare: bool) -> object:
        """Return a moment, or what the clock on the wall shows, as the query wants it."""
        if self.form == "epoch s":
            return (moment - EARLIEST) // timedelta(seconds=1)
        if self.form == "epoch ms":
            return (moment - EARLIEST) // timedelta(milliseconds=1)
        if self.form == "iso":
            return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        bare = moment.replace(tzinfo=None) if is_bare else moment.astimezone(UTC)
        return (
            bare
            if self.form == "time"
            else (bare if is_bare else moment.astimezone(self.spelling.zone)).strftime(self.form)
        )

    def is_too_late(self, value: Value, now: datetime, ahead: timedelta, *, is_bare: bool) -> bool:
        """Tell whether a value is a time beyond all that our clocks may be apart: nobody goes on behind such a one."""
        if not self.is_time or isinstance(value, str):
            return False
        latest = now + ahead
        if is_bare:
            latest = latest.astimezone(self.spelling.zone).replace(tzinfo=UTC)
            latest += _put_back(latest, self.spelling)
        return value > (latest - EARLIEST) // _MICRO


def form_of(table: Settings, default: str, forms: tuple[str, ...]) -> str:
    """Return how a value is spelt: one of some forms, or a pattern."""
    form = table.text("as", default)
    if form in forms or ("%" in form and format_problem(form) is None):
        return form
    table.fault("as", f'one of {", ".join(forms)} or a pattern such as "%Y-%m-%d %H:%M:%S"')
    return default


def _number(text: str) -> Decimal:
    try:
        found = Decimal(text)
    except InvalidOperation as error:
        raise ValueError("no number") from error
    if not found.is_finite() or found.adjusted() > _MOST_DIGITS:
        raise ValueError("no number that can be kept")
    return found


def _whole(number: Decimal) -> int | Decimal:
    return int(number) if number == number.to_integral_value() else number


def _counted(micros: int) -> datetime:
    try:
        return EARLIEST + micros * _MICRO
    except OverflowError as error:
        raise MomentError("is not a date the calendar has") from error


def _on_the_wall(moment: datetime, spelling: Spelling) -> datetime:
    try:
        return moment.astimezone(spelling.zone)
    except OverflowError as error:
        raise MomentError("is not a date the calendar has") from error


def _put_back(wall: datetime, spelling: Spelling) -> timedelta:
    """Return by how much clocks are put back around a time on the wall: later rows may then stand before it."""
    here = wall.replace(tzinfo=spelling.zone)
    before, after = ((here + step).utcoffset() for step in (-_AROUND, _AROUND))
    return max(before - after, timedelta(0)) if before is not None and after is not None else timedelta(0)
