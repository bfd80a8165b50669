"""Writes values that come with a type, as workbooks and databases have them, as texts that a mapping reads rightly."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Final
from uuid import UUID

from board.sources.json_record import LONGEST_TEXT, cell_text
from board.sources.mapping import UNITS_OF_TIME, RecordMapping
from board.sources.number import as_number

MOST_BITS: Final = 512  # of a whole number; a quantity of a factory has fewer
MOST_EXPONENT: Final = 60
_CLOCK = re.compile(r"(\d{1,6}):([0-5]\d)(?::([0-5]\d))?", re.ASCII)


class CellError(ValueError):
    """A value that is no single text, number or time; says what it is."""


class Role(Enum):
    """What a column is read as; it decides how a value in it is written."""

    WORD = "word"
    TIME = "time"  # a moment, or its date
    CLOCK = "clock"  # the time of day beside a date
    NUMBER = "number"
    LENGTH = "length"  # a length of time, as a number of its unit


def with_marks(mapping: RecordMapping) -> RecordMapping:
    """Return a mapping whose decimal mark is known wherever its mark of thousands would be taken for one."""
    return replace(mapping, decimal=",") if mapping.thousands == "." and not mapping.decimal else mapping


def roles_of(mapping: RecordMapping) -> Mapping[str, Role]:
    """Return what each column of a mapping is read as."""
    roles = dict.fromkeys(mapping.columns, Role.WORD)
    roles |= {column: Role.NUMBER for entry in mapping.entries for column in entry.columns}
    timing = mapping.timing
    if timing.length_column is not None:
        roles[timing.length_column] = Role.LENGTH
    for columns in (timing.start, timing.end):
        roles |= dict(zip(columns, (Role.TIME, Role.CLOCK), strict=False))
    return roles


class CellWriter:
    """Writes the values of one source's columns."""

    def __init__(self, mapping: RecordMapping | None) -> None:
        """Look up what each column is read as; without a mapping, each is a word."""
        self.roles = {} if mapping is None else roles_of(mapping)
        self._mark = "." if mapping is None else mapping.decimal or "."
        self._unit_s = 60.0 if mapping is None else float(UNITS_OF_TIME[mapping.timing.length_unit] * 60)

    def text(self, column: str, value: object) -> str:
        """Return a value as the text of a column; CellError where it is a list, an object or worse."""
        role = self.roles.get(column, Role.WORD)
        if role is Role.LENGTH:
            value = self._length(value)
        if isinstance(value, str) or value is None:
            return cell_text(value)
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int | float | Decimal):
            written = as_number(number_text(value)) if role is Role.NUMBER else number_text(value)
            return written if role is Role.TIME or self._mark == "." else written.replace(".", self._mark)
        return _other(value, role)

    def _length(self, value: object) -> object:
        """Return a length of time as a number of the unit in which the mapping counts it."""
        seconds = _seconds(value)
        return value if seconds is None else seconds / self._unit_s


def number_text(value: float | Decimal) -> str:
    """Return a number with a point; of a binary one the 15 digits it is good for."""
    if isinstance(value, int):
        return str(value) if value.bit_length() <= MOST_BITS else "a number without end"
    if isinstance(value, float):
        return f"{value:.15g}"
    parts = value.as_tuple()
    if isinstance(parts.exponent, int) and abs(parts.exponent) <= MOST_EXPONENT:
        return f"{value:f}"
    return str(value)[:LONGEST_TEXT]


def _other(value: object, role: Role) -> str:
    """Return what is neither text nor number as a text."""
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time | timedelta):
        return _clock(value, role)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value[: LONGEST_TEXT // 2]).hex()
    raise CellError("holds a list or an object, not one value")


def _moment(value: datetime) -> str:
    if value.tzinfo is None:
        bare = value.isoformat(" ")
        return bare[:10] if bare[10:] == " 00:00:00" else bare
    try:
        return value.astimezone(UTC).isoformat(" ")
    except OverflowError:
        return value.replace(tzinfo=None).isoformat(" ")


def _clock(value: time | timedelta, role: Role) -> str:
    """Return a time of day or a length of time as hours:minutes:seconds; a sum is counted in whole seconds."""
    if isinstance(value, time) and role is not Role.NUMBER:
        return value.replace(tzinfo=None).isoformat()
    seconds = _seconds(value)
    whole = 0 if seconds is None else round(seconds)
    sign, whole = ("-", -whole) if whole < 0 else ("", whole)
    return f"{sign}{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def _seconds(value: object) -> float | None:
    """Return the seconds of a length of time; None for what is none."""
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, time):
        return value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1_000_000
    match = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        return None
    return float(int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3] or 0))
