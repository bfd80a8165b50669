"""A table that is added to a plant folder: held against the whole plant first, then put into its file at one stroke."""

import os
import re
import stat
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import cast

from board.plant.load import parse_plant, read_files
from board.plant.plant import Plant
from board.plant.problem import PlantError, Problem
from board.plant.toml_text import toml_table

BOM = b"\xef\xbb\xbf"


class AdditionError(Exception):
    """Something that kept a table from being added; the text is a sentence, and the file is as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A table that would go into a file, and the plant as it would be then."""

    path: Path
    text: str  # the table itself, as it will stand there
    plant: Plant
    before: bytes
    after: bytes

    def write(self) -> None:
        """Put the table into its file: wholly or not at all; AdditionError where that cannot be done."""
        path = self.path.resolve()  # a link stays a link
        try:
            if path.read_bytes() != self.before:
                raise AdditionError(f"{self.path} was changed by somebody else meanwhile; begin again")
            _replace(path, self.after)
        except OSError as error:
            raise AdditionError(
                f"{self.path} cannot be written ({error.strerror or error}); check the rights"
            ) from error


def adding(folder: Path, kind: str, values: Mapping[str, object], *, file: str | None = None) -> Addition:
    """Return what adding a table [[kind]] to a plant folder comes to.

    It goes behind the last table of its kind, in the file that has it; without one to the end of the file with the
    site. PlantError where the folder has problems before or after, AdditionError where the file cannot take it.
    """
    files = read_files(folder)
    parse_plant(files, folder=folder)
    name = file if file is not None else _file_for(kind, files)
    if name not in files:
        raise AdditionError(f"{folder} has no file {name}; it has {', '.join(files)}")
    path = folder / name
    before = path.read_bytes()
    if before.decode("utf-8-sig") != files[name]:
        raise AdditionError(f"{path} was changed by somebody else meanwhile; begin again")
    text = toml_table(kind, values)
    written = _added(files[name], kind, text)
    plant = parse_plant({**files, name: written}, folder=folder)
    after = (BOM if before.startswith(BOM) else b"") + written.encode("utf-8")
    return Addition(path=path, text=text, plant=plant, before=before, after=after)


def _file_for(kind: str, files: Mapping[str, str]) -> str:
    """Return the file that has tables of this kind, the last of several; else the one that has the site."""
    parsed = {name: tomllib.loads(text) for name, text in files.items()}
    having = [name for name, tables in parsed.items() if tables.get(kind)]
    sited = [name for name, tables in parsed.items() if "site" in tables]
    return (having or sited or list(files))[-1]


def _added(text: str, kind: str, table: str) -> str:
    """Return a file with a table in it; everything else in it stays where and as it is."""
    before = tomllib.loads(text, parse_float=Decimal)
    added = tomllib.loads(table, parse_float=Decimal)[kind]
    meant = {**before, kind: [*cast(list[object], before.get(kind, [])), *added]}
    line = "\r\n" if "\r\n" in text else "\n"
    table = table.replace("\n", line)
    for place in _places(text, kind):
        above, below = text[:place].rstrip("\r\n \t"), text[place:].lstrip("\r\n")
        written = f"{above}{line}{line}{table}" if above else table
        written += f"{line}{below}" if below.strip() else ""
        try:
            if tomllib.loads(written, parse_float=Decimal) == meant:
                return written
        except tomllib.TOMLDecodeError:
            continue
    problem = Problem("the file", kind, "tables that are written as a list in [ ]", f"tables headed [[{kind}]]")
    raise PlantError([problem])


def _places(text: str, kind: str) -> Iterator[int]:
    """Yield where a table may go: behind the last one of its kind, before the remarks of what follows; at the end."""
    heads = list(re.finditer(r"^[ \t]*\[.*$", text, re.MULTILINE))
    own = re.compile(rf"\s*\[\[?\s*{re.escape(kind)}\s*[\].]")
    last = max((number for number, head in enumerate(heads) if own.match(head[0])), default=None)
    if last is not None and last + 1 < len(heads):
        place = heads[last + 1].start()
        remarks = re.search(r"(?:^[ \t]*(?:#.*)?\r?\n)+\Z", text[:place], re.MULTILINE)
        yield remarks.start() if remarks is not None else place
    yield len(text)


def _replace(path: Path, content: bytes) -> None:
    """Put a file in the place of another: a cut of power leaves the one or the other, never half of one."""
    new = path.with_name(f".{path.name}.new")  # no plant file: its name begins with a dot
    try:
        with new.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        new.chmod(stat.S_IMODE(path.stat().st_mode))
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
