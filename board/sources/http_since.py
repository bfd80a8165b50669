"""Asks a server only for what is new: how the newest value of a column becomes a parameter of the next request."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from board.sources.moment import EARLIEST, MomentError, Spelling, format_problem, read_moment, to_utc
from board.sources.setting import Settings

FORMS: Final = ("iso", "epoch s", "epoch ms", "number", "text")
LONGEST: Final = 1000  # characters of a value that a server gave
PLACE: Final = "{since}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """Which column moves on, and how the server wants to be told how far we are."""

    parameter: str
    column: str
    form: str  # one of FORMS, or a pattern such as "%Y-%m-%d %H:%M:%S"
    overlap: timedelta  # asked for once more, since clocks and transactions overtake one another
    first: timedelta | None  # how far back the first request goes; None: all there is
    template: str
    spelling: Spelling

    def value_of(self, record: Mapping[str, str], before: str) -> str:
        """Return how far a row brings us, beyond what is known before; MomentError or ValueError where it says nothing.

        Times are kept as microseconds since 1970, numbers as they are, texts as the last row has them.
        """
        text = record[self.column].strip()[:LONGEST]
        if not text:
            return before
        if self.form == "text":
            return text
        number = int(text) if self.form == "number" else _microseconds(text, self.spelling)
        return str(max(number, int(before))) if before else str(number)

    def asked(self, value: str, now: datetime) -> dict[str, str]:
        """Return the parameter for the next request; none where there is nothing to leave out yet."""
        if not value:
            if self.first is None or self.form in {"number", "text"}:
                return {}
            moment = now - self.first
        elif self.form in {"number", "text"}:
            return {self.parameter: self.template.replace(PLACE, value)}
        else:
            moment = EARLIEST + timedelta(microseconds=int(value)) - self.overlap
        return {self.parameter: self.template.replace(PLACE, self._written(max(moment, EARLIEST)))}

    def _written(self, moment: datetime) -> str:
        if self.form == "iso":
            return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        if self.form == "epoch s":
            return str((moment - EARLIEST) // timedelta(seconds=1))
        if self.form == "epoch ms":
            return str((moment - EARLIEST) // timedelta(milliseconds=1))
        return moment.astimezone(self.spelling.zone).strftime(self.form)


def read_since(settings: Settings, spelling: Spelling) -> Since | None:
    """Return how to ask for what is new; None where nothing is set."""
    if not settings.has("since"):
        return None
    table = settings.table("since")
    if table is None:
        settings.fault("since", 'a table such as { parameter = "after", column = "modified" }')
        return None
    form = table.text("as", "iso")
    if form not in FORMS and ("%" not in form or format_problem(form) is not None):
        table.fault("as", f'one of {", ".join(FORMS)} or a pattern such as "%Y-%m-%d %H:%M:%S"')
        form = "iso"
    overlap = table.length("overlap")
    found = Since(
        parameter=table.text("parameter", needed=True),
        column=table.text("column", needed=True).strip(),
        form=form,
        overlap=timedelta(minutes=1) if overlap is None else overlap,
        first=table.length("first"),
        template=table.text("template", PLACE),
        spelling=spelling,
    )
    if PLACE not in found.template:
        table.fault("template", f"a text with {PLACE} in it")
    table.finish()
    return found


def _microseconds(text: str, spelling: Spelling) -> int:
    moment, _ = to_utc(read_moment(text, spelling), spelling.zone)
    if moment < EARLIEST:
        raise MomentError("is before 1970")
    return (moment - EARLIEST) // timedelta(microseconds=1)
