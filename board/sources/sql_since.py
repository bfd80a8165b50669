"""How far a table was read: the newest value of a column, kept as a text, and as what it is bound to the next query."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from fractions import Fraction
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
    """Which column moves on, and how the query wants to be told how far we are."""

    column: str
    form: str  # one of FORMS, or a pattern such as "%Y%m%d%H%M%S"
    first: timedelta | None  # how far back the first query goes; None: all there is
    first_number: Decimal
    overlap: timedelta  # read once more, since clocks and transactions overtake one another
    overlap_number: int
    spelling: Spelling

    @property
    def is_bare(self) -> bool | None:
        """Tell whether times stand in the table without a zone; None where its first row tells."""
        return None if self.form == "time" else self.form not in FORMS

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
        if self.form.startswith("epoch"):
            return int(_number(text) * (1_000_000 if self.form == "epoch s" else 1000)), None
        moment = read_moment(text, self.spelling)
        is_bare = moment.tzinfo is None if is_bare is None else is_bare
        if is_bare:
            wall = moment if moment.tzinfo is None else moment.astimezone(self.spelling.zone)
            return (wall.replace(tzinfo=UTC) - EARLIEST) // _MICRO, is_bare
        return (to_utc(moment, self.spelling.zone)[0] - EARLIEST) // _MICRO, is_bare

    def kept(self, text: str) -> Value | None:
        """Return the value that a watermark kept as a text; None where it kept none."""
        if not text or self.form == "text":
            return text or None
        return _number(text) if self.form == "number" else int(text)

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
        return bare if self.form == "time" else bare.strftime(self.form)


def read_since(settings: Settings, spelling: Spelling) -> Since | None:
    """Return the watermark that settings describe; None where there is none."""
    if not settings.has("watermark"):
        return None
    given = settings.values["watermark"]
    table = Settings({"column": given}, where=f"{settings.where}, watermark", problems=settings.problems)
    if isinstance(given, Mapping):
        table = Settings(given, where=table.where, problems=settings.problems)
    form = table.text("as", "time")
    if form not in FORMS and ("%" not in form or format_problem(form) is not None):
        table.fault("as", f'one of {", ".join(FORMS)} or a pattern such as "%Y-%m-%d %H:%M:%S"')
        form = "time"
    is_number = form == "number"
    overlap = None if is_number else table.length("overlap")
    high = 10**18
    number = table.number("first", Fraction(0), low=-high, high=high) if is_number else Fraction(0)
    found = Since(
        column=table.text("column", needed=True).strip(),
        form=form,
        first=None if is_number else table.length("first"),
        first_number=Decimal(number.numerator) / number.denominator,
        overlap=timedelta(minutes=1) if overlap is None else overlap,
        overlap_number=int(table.number("overlap", Fraction(100), low=0, high=high)) if is_number else 0,
        spelling=spelling,
    )
    table.finish()
    return found


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


def _put_back(wall: datetime, spelling: Spelling) -> timedelta:
    """Return by how much clocks are put back around a time on the wall: later rows may then stand before it."""
    here = wall.replace(tzinfo=spelling.zone)
    before, after = ((here + step).utcoffset() for step in (-_AROUND, _AROUND))
    return max(before - after, timedelta(0)) if before is not None and after is not None else timedelta(0)
