"""Asks a server only for what is new: how the newest value of a column becomes a parameter of the next request."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from board.sources.moment import Spelling
from board.sources.setting import Settings
from board.sources.since import FORMS, Since, form_of

PLACE: Final = "{since}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How the server wants to be told how far we are."""

    parameter: str
    template: str
    since: Since

    def asked(self, kept: str, now: datetime) -> dict[str, str]:
        """Return the parameter for the next request; none where there is nothing to leave out yet."""
        since, value = self.since, self.since.kept(kept)
        if value is None and (since.first is None or not since.is_time):
            return {}
        bound = since.bound(value, now, is_bare=bool(since.is_bare), is_exact=False)
        return {self.parameter: self.template.replace(PLACE, str(bound))}


def read_since(settings: Settings, spelling: Spelling) -> Asking | None:
    """Return how to ask for what is new; None where nothing is set."""
    if not settings.has("since"):
        return None
    table = settings.table("since")
    if table is None:
        settings.fault("since", 'a table such as { parameter = "after", column = "modified" }')
        return None
    overlap = table.length("overlap")
    found = Asking(
        parameter=table.text("parameter", needed=True),
        template=table.text("template", PLACE),
        since=Since(
            column=table.text("column", needed=True).strip(),
            form=form_of(table, "iso", tuple(form for form in FORMS if form != "time")),
            overlap=timedelta(minutes=1) if overlap is None else overlap,
            first=table.length("first"),
            spelling=spelling,
            is_spelt_so=False,
        ),
    )
    if PLACE not in found.template:
        table.fault("template", f"a text with {PLACE} in it")
    table.finish()
    return found
