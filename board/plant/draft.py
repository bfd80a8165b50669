"""A plant folder as it is written: every table with the file it stands in, checked one by one against its model."""

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from board.plant import spelling
from board.plant.problem import Problem
from board.plant.schema import TABLES, SiteTable
from board.plant.table import Table

_NAMES = {"shift": "name", "rate": "line", "letter": "code", "reason": "code", "day_off": "name", "run": "line"}
_TARGET_KEYS = ["from", "value", "low", "high", "watch", "nodes"]
_INNER_KEYS = {
    "targets": _TARGET_KEYS,
    "month_targets": _TARGET_KEYS,
    "start": ["from", "value", "nodes"],
    "ladder": ["measure", "judged", "accident"],
}
_EXPECTED = {
    "string_type": "text in quotes",
    "bool_type": "true or false",
    "tuple_type": "a list in [ ]",
    "string_too_short": "some text",
    "string_too_long": "a shorter text",
}
_LONGEST_FOUND = 60
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")

_SomeTable = TypeVar("_SomeTable", bound=Table)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One table as it is written: its place, and its contents before and after its own check."""

    file: str
    key: str  # how people find it, e.g. 'line "line-3"'
    raw: Mapping[str, object]
    table: Table | None  # None: it has problems of its own

    def problem(self, key: str, found: object, expected: str) -> Problem:
        """Return a problem at a key of this table."""
        return Problem(self.file, f"{self.key}: {key}" if key else self.key, spoken(found), expected)


@dataclass(slots=True)
class Draft:
    """All tables of the folder by kind, in order of file and place, and the problems met on the way."""

    tables: dict[str, list[Written]] = field(default_factory=lambda: {kind: [] for kind in TABLES})
    site: Written | None = None
    valid_from: object = None  # as in the file, until spelt right: then a date or a datetime
    valid_from_file: str = ""
    broken_files: bool = False  # a file could not be read at all: what others name may stand in it
    problems: list[Problem] = field(default_factory=list)

    def of(self, model: type[_SomeTable]) -> list[tuple[Written, _SomeTable]]:
        """Return the sound tables of one kind."""
        kind = next(kind for kind, known in TABLES.items() if known is model)
        return [(written, written.table) for written in self.tables[kind] if isinstance(written.table, model)]

    def names(self, kind: str, key: str = "id") -> list[str]:
        """Return the names that tables of a kind bear, whether or not the tables are sound."""
        return [name for written in self.tables[kind] if isinstance(name := written.raw.get(key), str)]


def read_draft(files: Mapping[str, str]) -> Draft:
    """Read the TOML of every file and check each table by itself."""
    draft = Draft()
    site: dict[str, object] = {}
    site_files: dict[str, str] = {}
    for name in sorted(files):
        for key, found in _parsed(name, files[name], draft).items():
            if key == "site":
                _merge_site(draft, name, found, site, site_files)
            elif key == "valid_from":
                _take_valid_from(draft, name, found)
            elif key in TABLES:
                _take_tables(draft, name, key, found)
            else:
                draft.problems.append(_unknown(name, key, key, ["site", "valid_from", *TABLES]))
    _check_site(draft, site, site_files)
    return draft


def spoken(found: object) -> str:
    """Return what stands in the file as a person would read it out, cut where it is long."""
    if found is None:
        return "nothing"
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, str):
        text = f'"{found}"'
    elif isinstance(found, date | time):
        text = found.isoformat()
    elif isinstance(found, int | Decimal):
        text = str(found)
    else:
        text = "a table" if isinstance(found, dict) else f"a list of {len(found)}" if isinstance(found, list) else ""
    text = " ".join(text.split()) or "something else"
    return text if len(text) <= _LONGEST_FOUND else f"{text[:_LONGEST_FOUND]}…"


def choice(names: list[str], meant: str) -> str:
    """Return the names that would have been right, the likeliest alone where one is close."""
    if close := difflib.get_close_matches(meant, names, n=1, cutoff=0.7):
        return f'"{close[0]}"'
    shown = ", ".join(f'"{name}"' for name in names[:12]) + (" …" if len(names) > 12 else "")
    return f"one of {shown}" if len(names) > 1 else shown or "one that the plant defines"


def _parsed(name: str, text: str, draft: Draft) -> dict[str, object]:
    """Return the contents of a file; a file that is no TOML becomes a problem with its line."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        draft.broken_files = True
        said, line = "too many brackets within brackets", ""
        if isinstance(error, ValueError):
            said = _PLACE.sub("", str(error))
            said = said[:1].lower() + said[1:]
            place = _PLACE.search(str(error))
            line = f"line {place[1] or max(1, len(text.splitlines()))}" if place is not None else ""
        draft.problems.append(Problem(name, line, f"text that is not TOML ({said})", "a well-formed TOML file"))
        return {}


def _merge_site(draft: Draft, name: str, found: object, site: dict[str, object], site_files: dict[str, str]) -> None:
    """Add what a file says about the site; a key may stand in one file only."""
    if not isinstance(found, dict):
        draft.problems.append(Problem(name, "site", spoken(found), "one table headed [site]"))
        return
    for key, value in found.items():
        if key in site:
            draft.problems.append(
                Problem(name, f"site: {key}", spoken(value), f"this key only once; it stands in {site_files[key]} too")
            )
        site[key], site_files[key] = value, name
    site_files.setdefault("", name)


def _check_site(draft: Draft, site: dict[str, object], site_files: dict[str, str]) -> None:
    """Check the merged `[site]`; a plant without one has no clock."""
    if not site_files:
        if not draft.broken_files:
            draft.problems.append(Problem("the plant folder", "site", "nothing", "a table headed [site]"))
        return
    table, problems = _checked(SiteTable, site, site_files[""], "site")
    draft.site = Written(file=site_files[""], key="site", raw=site, table=table)
    for problem in problems:
        file = site_files.get(problem.key.removeprefix("site: "), problem.file)
        draft.problems.append(Problem(file, problem.key, problem.found, problem.expected))


def _take_valid_from(draft: Draft, name: str, found: object) -> None:
    """Take the moment from which this plant is in force."""
    if draft.valid_from_file:
        draft.problems.append(
            Problem(name, "valid_from", spoken(found), f"this key only once; it stands in {draft.valid_from_file} too")
        )
    draft.valid_from_file = name
    try:
        draft.valid_from = spelling.day_or_moment(found)
    except ValueError as error:
        draft.problems.append(Problem(name, "valid_from", spoken(found), str(error)))


def _take_tables(draft: Draft, name: str, kind: str, found: object) -> None:
    """Check each table of a kind in one file."""
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        draft.problems.append(Problem(name, kind, spoken(found), f"tables headed [[{kind}]], with two brackets"))
        return
    for raw in found:
        written = draft.tables[kind]
        label = raw.get(_NAMES.get(kind, "id"))
        key = f'{kind} "{label}"' if isinstance(label, str) and label else f"{kind}[{len(written) + 1}]"
        table, problems = _checked(TABLES[kind], raw, name, key)
        written.append(Written(file=name, key=key, raw=raw, table=table))
        draft.problems.extend(problems)


def _checked(
    model: type[_SomeTable], raw: Mapping[str, object], file: str, key: str
) -> tuple[_SomeTable | None, list[Problem]]:
    """Return the table as its model reads it (None where it cannot), and all that is wrong with it.

    A key that is not known is set aside, so that the rest of the table is still held against the other tables.
    """
    try:
        return model.model_validate(raw), []
    except ValidationError as error:
        problems = list(_problems(model, error, file, key))
        unknown = [each["loc"] for each in error.errors(include_url=False) if each["type"] == "extra_forbidden"]
    try:
        return model.model_validate(_without(raw, unknown)), problems
    except ValidationError:
        return None, problems


def _without(raw: Mapping[str, object], paths: list[tuple[int | str, ...]]) -> dict[str, object]:
    """Return a copy of a table without the keys at those paths."""
    copy = deepcopy(dict(raw))
    for *steps, last in paths:
        inner: Any = copy
        for step in steps:
            inner = inner[step]
        del inner[last]
    return copy


def _problems(model: type[Table], error: ValidationError, file: str, key: str) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        path = _path(detail["loc"])
        if detail["type"] == "extra_forbidden":
            known = [info.alias or name for name, info in model.model_fields.items()]
            if len(detail["loc"]) > 1:
                known = _INNER_KEYS.get(str(detail["loc"][0]), known)
            yield _unknown(file, f"{key}: {path}", str(detail["loc"][-1]), known)
        else:
            found = None if detail["type"] == "missing" else detail["input"]
            yield Problem(file, f"{key}: {path}", spoken(found), _expected(detail))


def _path(loc: tuple[int | str, ...]) -> str:
    """Return a key within a table as people count: `targets[2].from` is the second target."""
    path = ""
    for step in loc:
        path += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if path else step
    return path


def _expected(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    if detail["type"] == "missing":
        return "this key, which every such table needs"
    if detail["type"] == "value_error":
        return str(context["error"])
    if detail["type"] == "literal_error":
        return str(context["expected"]).replace("'", '"')
    return _EXPECTED.get(detail["type"], detail["msg"])


def _unknown(file: str, key: str, name: str, known: list[str]) -> Problem:
    return Problem(file, key, "a key that is not known here", choice(known, name))
