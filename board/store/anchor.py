"""A small file beside the database that knows how far it had come: a lost tail then shows itself."""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from board.journal.chain import GENESIS, Anchor

SIZE = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The journal's end and the number of batches that had been kept."""

    anchor: Anchor
    batches: int

    def encoded(self) -> bytes:
        """Return one line of fixed length with a checksum."""
        chain = self.anchor
        text = json.dumps([chain.station, chain.epoch, chain.number, chain.hash, self.batches])
        return f"{crc32(text.encode()):08x} {text}".ljust(SIZE - 1).encode()[: SIZE - 1] + b"\n"


def place(path: Path) -> Path:
    """Return where the mark of a database lies."""
    return path.with_name(f"{path.name}.anchor")


def read(path: Path) -> Mark | None:
    """Return the mark beside a database; None where there is none or it is itself damaged (a cut may tear it)."""
    try:
        seal, text = place(path).read_text(encoding="utf-8").strip().split(" ", 1)
        if int(seal, 16) != crc32(text.encode()):
            return None
        station, epoch, number, hashed, batches = json.loads(text)
    except (OSError, ValueError):
        return None
    return Mark(anchor=Anchor(station=station, epoch=epoch, number=number, hash=hashed), batches=batches)


def standing(end: Anchor | None, epoch: str) -> Anchor:
    """Return the journal's end as a mark bears it: under the epoch that the next entry will have."""
    if end is None:
        return Anchor(station="", epoch=epoch, number=0, hash=GENESIS.hex())
    return Anchor(station=end.station, epoch=epoch, number=end.number, hash=end.hash)


def complaint(mark: Mark, now: Mark) -> str | None:
    """Return what is missing from a database that once had come as far as `mark`, in a sentence, or None."""
    before, here = mark.anchor, now.anchor
    if before.epoch != here.epoch:
        return None
    if here.number < before.number:
        return f"The journal ends at entry {here.number}, but {before.number} entries had been kept."
    if here.number == before.number and here.hash != before.hash:
        return f"The journal's last entry ({here.number}) is not the one that had been kept."
    if now.batches < mark.batches:
        return f"{mark.batches - now.batches} batches of readings are gone; their sources will send them again."
    return None


class AnchorFile:
    """The open file; it is written after each commit and never waited for, so it may be a little behind."""

    def __init__(self, path: Path) -> None:
        self._file: int | None = None
        self._path = place(path)

    def write(self, mark: Mark) -> None:
        """Write the mark; a disk that does not take it is the database's to report."""
        with suppress(OSError):
            if self._file is None:
                self._file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
            os.pwrite(self._file, mark.encoded(), 0)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
