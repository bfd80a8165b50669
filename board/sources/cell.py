"""Where a text of a row comes from, and what its words mean."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from board.sources.setting import Settings
from board.sources.state import fold

BRACES = re.compile(r"\{([^{}]+)\}")  # a column in a template


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Where a text comes from: a fixed one, a column, or a template over several; and what its words mean."""

    fixed: str | None = None
    column: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)  # folded word of the source to ours
    template: str = ""  # such as "{department}-{team}"; then `column` is the first of them

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns it reads."""
        if self.template:
            return tuple(match[1].strip() for match in BRACES.finditer(self.template))
        return () if self.column is None else (self.column,)

    def text(self, record: Mapping[str, str]) -> str:
        """Return what a record says here; cells of a template are trimmed first, and one empty cell empties it."""
        if not self.template:
            return record[self.column or ""]
        cells = {column: record[column].strip() for column in self.columns}
        return BRACES.sub(lambda match: cells[match[1].strip()], self.template) if all(cells.values()) else ""


def read_cell(settings: Settings, key: str) -> Cell | None:
    """Return a cell: a text is fixed, a table names a column and perhaps maps its words."""
    table = settings.table(key)
    if table is None:
        return Cell(fixed=settings.text(key)) if key in settings.values else None
    words = table.words("map") if table.has("map") else {}
    template = table.text("template")
    if template:
        found = BRACES.search(template)
        column = "" if found is None else found[1].strip()
        if found is None or table.has("column"):
            table.fault("template", 'columns in braces, such as "{department}-{team}", and no column beside it')
    else:
        column = table.text("column", needed=True).strip()
    table.finish()
    return Cell(column=column, words={fold(word): own for word, own in words.items()}, template=template)
