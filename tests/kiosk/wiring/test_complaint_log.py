"""What sources could not use stands in the log, and one message wrong a thousand times does not fill it."""

from datetime import UTC, datetime, timedelta

import pytest
from typing_extensions import override

from board.kpi.reading import Batch, Complaint
from kiosk.clock import Clock
from kiosk.wiring.complaint_log import ComplaintLog

AT = datetime(2026, 3, 2, 8, tzinfo=UTC)


class Still(Clock):
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        super().__init__()
        self.at = AT

    @override
    def now(self) -> datetime:
        return self.at


def batch(source: str, said: str, row: int) -> Batch:
    complaint = Complaint(source=source, where=f"line {row}", said=said)
    return Batch(source=source, readings=(), watermark="", seen_at=AT, complaints=(complaint,))


def test_the_same_again_is_logged_ever_more_rarely_and_anew_in_the_next_hour(caplog: pytest.LogCaptureFixture) -> None:
    clock = Still()
    log = ComplaintLog(clock)
    for row in range(1, 1001):
        log.hear(batch("scale", f"found {row} kg, expected a JSON line", row))
    assert [record.getMessage() for record in caplog.records] == [
        "scale: line 1: found 1 kg, expected a JSON line",
        "scale: line 10: found 10 kg, expected a JSON line (for the 10th time within the hour)",
        "scale: line 100: found 100 kg, expected a JSON line (for the 100th time within the hour)",
        "scale: line 1000: found 1000 kg, expected a JSON line (for the 1000th time within the hour)",
    ]
    clock.at += timedelta(hours=1)
    log.hear(batch("scale", "found 7 kg, expected a JSON line", 1001))
    assert caplog.records[-1].getMessage() == "scale: line 1001: found 7 kg, expected a JSON line"


def test_another_complaint_and_another_source_are_logged_at_once(caplog: pytest.LogCaptureFixture) -> None:
    log = ComplaintLog(Still())
    for source, said in (("scale", "no number"), ("scale", "no line of this plant"), ("uns", "no number")):
        log.hear(batch(source, said, 1))
        log.hear(batch(source, said, 2))
    assert [record.getMessage() for record in caplog.records] == [
        "scale: line 1: no number",
        "scale: line 1: no line of this plant",
        "uns: line 1: no number",
    ]
