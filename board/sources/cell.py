"""Where a text of a row comes from, and what its words mean."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

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
