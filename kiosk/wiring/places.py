"""Where a board keeps what it knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

Version = tuple[Mapping[str, str], datetime]
"""A plant folder's files by name, and from when they are in force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where the plant, the database and its backups live, who writes, and what a process of the sources may take."""

    plant: Path
    database: Path
    backups: Path
    station: str
    feeds_memory_mib: int = 256
