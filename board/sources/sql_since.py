"""The watermark of a database source, as its settings describe it."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from board.sources.moment import Spelling
from board.sources.setting import Settings
from board.sources.since import FORMS, Since, form_of


def read_since(settings: Settings, spelling: Spelling) -> Since | None:
    """Return the watermark that settings describe; None where there is none."""
    if not settings.has("watermark"):
        return None
    given = settings.values["watermark"]
    table = Settings({"column": given}, where=f"{settings.where}, watermark", problems=settings.problems)
    if isinstance(given, Mapping):
        table = Settings(given, where=table.where, problems=settings.problems)
    form = form_of(table, "time", FORMS)
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
