"""Logs what sources could not use, so that one message wrong a thousand times does not push all else out of the log."""

import logging
import re
from typing import Final

from board.kpi.reading import Batch
from kiosk.clock import Clock
from kiosk.repeat import Repeats

LOG = logging.getLogger(__name__)
_NUMBER: Final = re.compile(r"\d+")


class ComplaintLog:
    """Logs a complaint of a source the 1st, 10th, 100th time within an hour, whatever row or number it names."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._repeats = Repeats()

    def hear(self, batch: Batch) -> None:
        """Log the complaints of a batch that were not just said."""
        hour = f"{self._clock.now():%Y-%m-%d %H}"
        for complaint in batch.complaints:
            counted = self._repeats.count((complaint.source, _NUMBER.sub("0", complaint.said), hour))
            if self._repeats.is_worth_telling(counted):
                again = "" if counted == 1 else f" (for the {counted}th time within the hour)"
                LOG.warning("%s: %s: %s%s", complaint.source, complaint.where, complaint.said, again)
