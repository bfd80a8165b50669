"""What all tables of a plant file share, and the spelling of their values."""

from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainValidator

from board.plant import spelling

_Item = TypeVar("_Item")

Ident = Annotated[str, PlainValidator(spelling.ident)]
Label = Annotated[str, PlainValidator(spelling.label)]
Words = Annotated[str, PlainValidator(spelling.words)]
Number = Annotated[Fraction, PlainValidator(spelling.number)]
AboveZero = Annotated[Fraction, PlainValidator(spelling.above_zero)]
ZeroOrMore = Annotated[Fraction, PlainValidator(spelling.zero_or_more)]
WholeAboveZero = Annotated[int, PlainValidator(spelling.whole_above_zero)]
Clock = Annotated[time, PlainValidator(spelling.clock)]
Duration = Annotated[timedelta, PlainValidator(spelling.duration)]
Day = Annotated[date, PlainValidator(spelling.day)]
Moment = Annotated[datetime, PlainValidator(spelling.moment)]
Several = Annotated[tuple[_Item, ...], Field(strict=False)]


class Table(BaseModel):
    """What all tables of a plant file share: unknown keys are refused and nothing is guessed from another type."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
