"""Finds the merged cells of an OpenDocument workbook, of which the reader of its cells says nothing."""

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat  # what is handed to it was looked through before

from board.sources.excel_guard import BookError, parser
from board.sources.excel_merge import Corner

MOST_RANGES: Final = 50_000
_CONTENT: Final = "content.xml"
_SPANNED = re.compile(rb"number-(?:rows|columns)-spanned=[\"'](?!1[\"'])")
_CELLS = ("table-cell", "covered-table-cell")

Ranges = list[tuple[Corner, Corner]]


def merged_cells(data: bytes) -> Mapping[str, Ranges]:
    """Return the merged cells of each sheet of an OpenDocument workbook; nothing for any other."""
    if not data.startswith(b"PK"):
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if _CONTENT not in archive.namelist():
            return {}
        content = archive.read(_CONTENT)
    return _Walk().through(content) if _SPANNED.search(content) else {}


class _Walk:
    """One walk through a document, from cell to cell."""

    def __init__(self) -> None:
        self._found: dict[str, Ranges] = {}
        self._ranges: Ranges = []
        self._row, self._column, self._rows = 0, 0, 1
        self._count = 0

    def through(self, content: bytes) -> Mapping[str, Ranges]:
        """Return the merged cells of each table."""
        walk = parser()
        walk.StartElementHandler = self._begins
        walk.EndElementHandler = self._ends
        try:
            walk.Parse(content, True)  # noqa: FBT003  # expat takes isfinal by position only
        except expat.ExpatError as error:
            raise BookError("is damaged or not whole; save it again") from error
        return self._found

    def _begins(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        given = {each.rpartition(":")[2]: text for each, text in attributes.items()}
        if kind == "table":
            self._ranges = self._found.setdefault(given.get("name", ""), [])
            self._row = 0
        elif kind == "table-row":
            self._column, self._rows = 0, _number(given, "number-rows-repeated")
        elif kind in _CELLS:
            self._cell(given)

    def _ends(self, name: str) -> None:
        if name.rpartition(":")[2] == "table-row":
            self._row += self._rows

    def _cell(self, given: Mapping[str, str]) -> None:
        height, width = _number(given, "number-rows-spanned"), _number(given, "number-columns-spanned")
        if height > 1 or width > 1:
            self._count += 1
            if self._count > MOST_RANGES:
                raise BookError(f"has more than {MOST_RANGES:,} merged cells")
            last = self._row + height - 1, self._column + width - 1
            self._ranges.append(((self._row, self._column), last))
        self._column += _number(given, "number-columns-repeated")


def _number(given: Mapping[str, str], name: str) -> int:
    text = given.get(name, "1")
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) <= 7 else 1
