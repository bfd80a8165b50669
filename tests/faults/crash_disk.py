"""A disk that remembers every write, so that what a power cut could have left can be laid out afterwards.

`RecordingVfs` writes through to real files and notes writes, truncations, deletions and syncs in order. `Crash` then
makes files as a cut at a moment may leave them: what was synced is there; of what was not, any part may be missing,
torn at a sector of 512 bytes, or there although an earlier write is not.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import apsw
from typing_extensions import override

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a file: a write (`data`), a truncation (`size`), a sync, a creation or a deletion."""

    file: str
    what: str  # "create", "write", "truncate", "sync", "delete"
    offset: int = 0
    data: bytes = b""


@dataclass(slots=True)
class Recording:
    """Everything that happened to the files of one database, in order."""

    steps: list[Step] = field(default_factory=list)

    def add(self, file: str, what: str, offset: int = 0, data: bytes = b"") -> None:
        """Note a step."""
        self.steps.append(Step(Path(file).name, what, offset, data))


class _File(apsw.VFSFile):
    """A file that notes what is written to it."""

    def __init__(self, inherit: str, name: str | apsw.URIFilename | None, flags: list[int], notes: Recording) -> None:
        self._name = name.filename() if isinstance(name, apsw.URIFilename) else name or ""
        self._notes = notes
        new = bool(self._name) and not Path(self._name).exists()
        super().__init__(inherit, name, flags)
        if new:
            notes.add(self._name, "create")

    @override
    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self._notes.add(self._name, "write", offset, bytes(data))

    @override
    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        self._notes.add(self._name, "truncate", newsize)

    @override
    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._notes.add(self._name, "sync")


class RecordingVfs(apsw.VFS):
    """The system's own files, with notes taken."""

    def __init__(self, name: str, notes: Recording) -> None:
        self._notes = notes
        super().__init__(name, "")

    @override
    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:
        return _File("", name, flags, self._notes)

    @override
    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        self._notes.add(filename, "delete")


class Crash:
    """The files as a cut after a number of steps may leave them."""

    def __init__(self, steps: Sequence[Step], rng: random.Random) -> None:
        self._rng = rng
        self._sure: dict[str, bytearray] = {}
        self._loose: dict[str, list[Step]] = {}
        for step in steps:
            self._take(step)

    def _take(self, step: Step) -> None:
        if step.what == "create":
            self._loose.setdefault(step.file, [step])
        elif step.what == "delete":
            self._sure.pop(step.file, None)
            self._loose.pop(step.file, None)
        elif step.what == "sync":
            content = self._sure.setdefault(step.file, bytearray())
            for one in self._loose.pop(step.file, []):
                _apply(content, one)
        else:
            self._loose.setdefault(step.file, []).append(step)

    def lay_out(self, folder: Path) -> None:
        """Write one possible state of the files."""
        for name in self._sure.keys() | self._loose.keys():
            content = self._left(name)
            if content is not None:
                (folder / name).write_bytes(content)

    def _left(self, name: str) -> bytearray | None:
        loose = self._loose.get(name, [])
        if name not in self._sure and self._rng.random() < 0.5:
            return None  # its name never reached the directory
        content = bytearray(self._sure.get(name, b""))
        for step in self._survivors(loose):
            _apply(content, step)
        return content

    def _survivors(self, loose: list[Step]) -> list[Step]:
        """Return the part of what was not synced that reached the disk: by chance, all, none, a head, or any part."""
        mood = self._rng.randrange(4)
        if mood == 0:
            return []
        if mood == 1:
            return loose
        if mood == 2:
            return self._torn(loose[: self._rng.randrange(len(loose) + 1)])
        return [step for step in self._torn(loose) if self._rng.random() < 0.6]

    def _torn(self, steps: list[Step]) -> list[Step]:
        """Return the steps, the writes cut into sectors of which some are missing."""
        found: list[Step] = []
        for step in steps:
            if step.what != "write" or self._rng.random() < 0.5:
                found.append(step)
                continue
            for start in range(0, len(step.data), SECTOR):
                if self._rng.random() < 0.7:
                    piece = step.data[start : start + SECTOR]
                    found.append(Step(step.file, "write", step.offset + start, piece))
        return found


def _apply(content: bytearray, step: Step) -> None:
    if step.what == "write":
        end = step.offset + len(step.data)
        content.extend(bytes(max(0, end - len(content))))
        content[step.offset : end] = step.data
    elif step.what == "truncate":
        del content[step.offset :]
        content.extend(bytes(max(0, step.offset - len(content))))
