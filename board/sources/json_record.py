"""Turns the rows of a JSON document into records by column name, as the mapping of every kind of source reads them."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final

from board.sources.json_path import JsonPath, PathError, Spot
from board.sources.number import as_number
from board.sources.setting import Settings

MOST_DEEP: Final = 6  # levels that are looked into when somebody looks round
MOST_BRACKETS: Final = 300_000  # of one document: each costs up to a quarter of a KiB once it is read
LONGEST_TEXT: Final = 4096  # of a cell; no word, number or time of a factory is longer

Complain = Callable[[str, str], None]


class JsonError(ValueError):
    """Bytes that cannot be read as a JSON document; says why."""


class Real(str):
    """A number with a point, as it is spelled in a document: a text, but no word."""

    __slots__ = ()


class _Untold(str):
    """An empty cell of a row that does not have the column at all."""

    __slots__ = ()


UNTOLD: Final = _Untold()


def read_json(data: bytes) -> object:
    """Return the document of some bytes, numbers with a point as they are spelled; JsonError for anything else."""
    if data.count(b"[") + data.count(b"{") > MOST_BRACKETS:
        raise JsonError(f"holds more than {MOST_BRACKETS:,} lists and objects")
    try:
        return json.loads(data.decode("utf-8-sig"), parse_float=Real, parse_constant=str)
    except UnicodeDecodeError as error:
        raise JsonError("is not UTF-8") from error
    except RecursionError as error:
        raise JsonError("is nested too deeply") from error
    except ValueError as error:
        raise JsonError(f"is not JSON ({str(error)[:120]})") from error


def rows_of(document: object, rows: JsonPath | None) -> Iterator[Spot]:
    """Yield the rows of a document: where the path leads, else each item of a list, else the document itself."""
    top = Spot(document)
    if rows is not None:
        yield from rows.find(top)
    elif isinstance(document, list):
        yield from (Spot(value, place, top) for place, value in enumerate(document))
    else:
        yield top


def read_path(settings: Settings, key: str) -> JsonPath | None:
    """Return the path that stands under a key, or None where it is not set."""
    text = settings.text(key)
    if not text:
        return None
    try:
        return JsonPath.parse(text)
    except PathError as error:
        settings.fault(key, str(error).removeprefix("expected "))
        return None


class RecordMaker:
    """Takes from each row the columns that the mapping wants; a column is a name, or a path."""

    def __init__(self, columns: Iterable[str], totals: Collection[str] = ()) -> None:
        """Read the paths; PathError where one is none. `totals` are the columns that are read as numbers."""
        self._totals = frozenset(totals)
        self._paths = {column: JsonPath.parse(column) for column in sorted(columns)}
        self._unmet = set(self._paths)
        self._rows = 0

    def record(self, row: Spot, document: object, complain: Complain) -> dict[str, str]:
        """Return the row as a record; what is absent, null, a list or an object is an empty cell."""
        self._rows += 1
        record: dict[str, str] = {}
        for column, path in self._paths.items():
            spot = _spot(row, document, column, path)
            if spot is None:
                record[column] = UNTOLD
                continue
            self._unmet.discard(column)
            if isinstance(spot.value, list | dict):
                complain(column, "holds a list or an object, not one value")
                record[column] = ""
            else:
                text = cell_text(spot.value)
                is_number = isinstance(spot.value, Real) and column in self._totals
                record[column] = as_number(text) if is_number else text
        return record

    def has(self, row: Spot, document: object, column: str) -> bool:
        """Tell whether a row has a column at all, be it null."""
        return _spot(row, document, column, self._paths[column]) is not None

    def unmet(self) -> tuple[str, ...]:
        """Return the columns that no row had so far, once there were rows; each is told once."""
        if not self._rows:
            return ()
        told, self._unmet = tuple(sorted(self._unmet)), set()
        return told


def cell_text(value: object) -> str:
    """Return a single value of a document as the text of a cell, clean of what no database takes."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)[:LONGEST_TEXT]
    if "\0" in text or not text.isascii():
        text = "".join("\ufffd" if letter == "\0" or "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return text


def flat(row: Spot) -> dict[str, str]:
    """Return every single value of a row by its path, for somebody who looks round."""
    found: dict[str, str] = {}
    waiting: list[tuple[str, object, int]] = [("", row.value, 0)]
    while waiting:
        path, value, depth = waiting.pop()
        if isinstance(value, dict) and depth < MOST_DEEP:
            inner = [(f"{path}{_step(str(name), path)}", each, depth + 1) for name, each in value.items()]
            waiting += reversed(inner)
        elif isinstance(value, list) and depth < MOST_DEEP and not path:
            waiting += reversed([(f"[{place}]", each, depth + 1) for place, each in enumerate(value[:50])])
        elif not isinstance(value, list | dict):
            found[path or "@"] = cell_text(value)
    return found


def likely_rows(document: object) -> tuple[str, list[Spot]]:
    """Return the path to the longest list of a document, and its items; the document itself where there is none."""
    best: tuple[str, list[object]] = ("", [])
    waiting: list[tuple[str, object, int]] = [("$", document, 0)]
    while waiting:
        path, value, depth = waiting.pop()
        if isinstance(value, list) and len(value) > len(best[1]):
            best = (f"{path}[*]", value)
        if isinstance(value, dict) and depth < MOST_DEEP:
            waiting += [(f"{path}{_step(str(name), path)}", each, depth + 1) for name, each in value.items()]
    if not best[0]:
        return "$", [Spot(document)]
    return best[0], [Spot(value, place) for place, value in enumerate(best[1])]


def _spot(row: Spot, document: object, column: str, path: JsonPath) -> Spot | None:
    value = row.value
    if isinstance(value, dict) and column in value:  # a name as it stands, whatever marks it holds
        return Spot(value[column], column, row)
    if path.is_key:
        return None if row.key is None else Spot(row.key)
    return next(path.find(Spot(document) if path.from_document else row), None)


def _step(name: str, path: str) -> str:
    """Return a name as a step of a path."""
    if any(mark in name for mark in ".[]*^$@") or name != name.strip():
        return f"['{name}']" if "'" not in name else f'["{name}"]'
    return f".{name}" if path else name
