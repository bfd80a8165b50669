"""Keeps the batches that could not be kept: each as the line it came in, in a file that somebody may look at."""

import logging
from pathlib import Path

from board.kpi.reading import Batch
from board.sources.wire import encode_batch

LOG = logging.getLogger(__name__)
MOST_BYTES = 20 * 1024 * 1024


class Quarantine:
    """A file beside the database; whoever has seen to it takes it away."""

    def __init__(self, database: Path) -> None:
        self.path = database.with_name(f"{database.stem}.put-aside.jsonl")

    def keep(self, batch: Batch) -> None:
        """Write a batch at the end of the file; the log says where that fails or the file is full."""
        line = encode_batch(batch)
        try:
            with self.path.open("ab") as file:
                if file.tell() + len(line) > MOST_BYTES:
                    LOG.error("%s is full; what was put aside is lost: look at the file and take it away", self.path)
                    return
                file.write(line)
        except OSError as error:
            LOG.error("what was put aside could not be written to %s: %s", self.path, error.strerror or error)

    @property
    def said(self) -> str:
        """Return what is to be said of the file; empty where there is none."""
        if not self.path.exists():
            return ""
        return f"readings that could not be kept lie in {self.path}; have them looked at, then take the file away"
