"""How much room the disk has, and a ballast that is thrown off before a tap has to be refused."""

import os
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

MB = 1_000_000


class DiskState(Enum):
    """Whether the disk takes what people and sources tell."""

    OK = "ok"
    LOW = "low"  # a banner
    REFUSING = "refusing"  # a tap cannot be kept now


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Free room, in bytes: below `low` a banner, below `readings` sources wait, below `taps` taps are refused."""

    low: int = 500 * MB
    readings: int = 64 * MB
    taps: int = 8 * MB
    ballast: int = 16 * MB


class Room:
    """The room around one database."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.limits = limits
        self._folder = path.parent
        self._ballast = path.with_name(f"{path.name}.ballast")

    def free_bytes(self) -> int:
        """Return the bytes that may still be written."""
        found = os.statvfs(self._folder)
        return found.f_bavail * found.f_frsize

    def load_ballast(self) -> None:
        """Set room aside while there is plenty; a disk that does not give it is left alone."""
        if self._ballast.exists() or self.limits.ballast == 0 or self.free_bytes() < self.limits.low:
            return
        try:
            with self._ballast.open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, self.limits.ballast)
        except OSError:
            self.drop_ballast()

    def drop_ballast(self) -> bool:
        """Throw the ballast off; tells whether there was any."""
        try:
            self._ballast.unlink()
        except OSError:
            return False
        return True

    def takes_taps(self) -> bool:
        """Tell whether a tap may be kept; the ballast goes first."""
        return self.free_bytes() >= self.limits.taps or (self.drop_ballast() and self.free_bytes() >= self.limits.taps)

    def takes_readings(self) -> bool:
        """Tell whether readings may be kept; they wait earlier than taps, because their sources still have them."""
        return self.free_bytes() >= self.limits.readings

    def can_write(self) -> bool:
        """Try the disk itself with a small file."""
        trial = self._ballast.with_suffix(".trial")
        try:
            with trial.open("wb") as file:
                file.write(bytes(4096))
                file.flush()
                os.fsync(file.fileno())
            trial.unlink()
        except OSError:
            return False
        return True
