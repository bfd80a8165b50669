"""Short ways to write instants and spans of one day in tests."""

from datetime import UTC, datetime, timedelta

from board.plant.span import Span

DAY = datetime(2026, 5, 6, tzinfo=UTC)


def at(clock: str) -> datetime:
    hour, minute = clock.split(":")
    return DAY + timedelta(hours=int(hour), minutes=int(minute))


def span(start: str, end: str) -> Span:
    return Span(at(start), at(end))
