"""Hostile answers of an OPC UA server: odd values, statuses and times, sound on the wire or spoilt there."""

import random
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final, cast

from asyncua import ua
from asyncua.ua.ua_binary import struct_to_binary

from tests.board.sources.drop import NOW

STATUSES: Final = (0, 0, 0, 0, 0, 0x80050000, 0x40900000, 0xC0000000, 0x00000480, 0xFFFFFFFF, 0x802B0000, 0x00A20000)
TEXTS: Final = ("", "6", "Held", "A-1", "\x00", "\ud7ff", "9" * 70, "1e99", "-5", "1,234", "NaN", "x" * 5000, "ä\u202e")
VARIANTS: Final[tuple[Callable[[random.Random], Any], ...]] = (
    lambda rng: ua.Variant(rng.choice([0, 1, 6, 11, 99, 1000, 1003, 65535]), ua.VariantType.Int32),
    lambda rng: ua.Variant(rng.randrange(2**32), ua.VariantType.UInt32),
    lambda rng: ua.Variant(rng.choice([0, 2**63 - 1, -(2**63)]), ua.VariantType.Int64),
    lambda rng: ua.Variant(rng.choice([0.0, -0.0, 1e308, 5e-324, float("nan"), float("inf")]), ua.VariantType.Double),
    lambda rng: ua.Variant(rng.choice([0.1, 1e38, 1e-45, float("-inf")]), ua.VariantType.Float),
    lambda rng: ua.Variant(rng.choice(TEXTS), ua.VariantType.String),
    lambda rng: ua.Variant(rng.random() < 0.5, ua.VariantType.Boolean),
    lambda rng: ua.Variant(rng.choice([b"", b"\xff" * 50]), ua.VariantType.ByteString),
    lambda rng: ua.Variant(uuid.UUID(int=rng.getrandbits(128)), ua.VariantType.Guid),
    lambda rng: ua.Variant(ua.LocalizedText(rng.choice(TEXTS), "de"), ua.VariantType.LocalizedText),
    lambda rng: ua.Variant(ua.QualifiedName(rng.choice(TEXTS)), ua.VariantType.QualifiedName),
    lambda rng: ua.Variant(moment(rng), ua.VariantType.DateTime),
    lambda rng: ua.Variant([rng.randrange(9) for _ in range(rng.randint(0, 5))], ua.VariantType.Int32),
    lambda rng: ua.Variant([[1, 2], [3, 4]], ua.VariantType.Int32),
    lambda rng: ua.Variant(list(TEXTS[:3]), ua.VariantType.String),
    lambda rng: ua.Variant(ua.NodeId(ua.Int32(7)), ua.VariantType.NodeId),
    lambda rng: ua.Variant(ua.StatusCode(ua.UInt32(rng.choice(STATUSES))), ua.VariantType.StatusCode),
    lambda rng: ua.Variant(nested(rng), ua.VariantType.DataValue),
    lambda rng: ua.Variant(ua.Range(), ua.VariantType.ExtensionObject),
    lambda rng: ua.Variant(None, ua.VariantType.Null),
)


def moment(rng: random.Random) -> datetime:
    """Return a time, mostly near now."""
    if rng.random() < 0.8:
        return NOW - timedelta(seconds=rng.randrange(-900, 40_000), microseconds=rng.randrange(10**6))
    years = rng.choice([1601, 1602, 1969, 1970, 2100, 9999])
    return datetime(years, 1, 1, tzinfo=UTC)


def nested(rng: random.Random) -> ua.DataValue:
    """Return values within values."""
    found = ua.DataValue(ua.Variant(1, ua.VariantType.Int32))
    for _ in range(rng.choice([1, 3, 40])):
        found = ua.DataValue(ua.Variant(found, ua.VariantType.DataValue))
    return found


def told(rng: random.Random) -> ua.DataValue:
    """Return what stands in a node."""
    variant = rng.choice(VARIANTS[:6] if rng.random() < 0.7 else VARIANTS)(rng)
    times = [cast(ua.DateTime, moment(rng)) if rng.random() < 0.8 else None for _ in range(2)]
    status = ua.StatusCode(ua.UInt32(rng.choice(STATUSES)))
    return ua.DataValue(variant, status, SourceTimestamp=times[0], ServerTimestamp=times[1])


def response(rng: random.Random, subscription: int, number: int, handles: int) -> bytes:
    """Return an answer to a question for news, spoilt or not."""
    found = ua.PublishResponse()
    found.Parameters.SubscriptionId = ua.IntegerId(subscription if rng.random() < 0.99 else rng.randrange(9))
    odd = (0, 1, 2**32 - 1, (number + 3) % 2**32, max(0, number - 1))
    found.Parameters.NotificationMessage.SequenceNumber = ua.Counter(number if rng.random() < 0.95 else rng.choice(odd))
    data: list[Any] = []
    for _ in range(rng.choice([0, 1, 1, 1, 2])):
        items = [
            ua.MonitoredItemNotification(ua.IntegerId(rng.randrange(handles + 2)), told(rng))
            for _ in range(rng.randint(0, 4))
        ]
        data.append(ua.DataChangeNotification(MonitoredItems=items))
    if rng.random() < 0.02:
        data.append(rng.choice([ua.StatusChangeNotification(ua.StatusCode(ua.UInt32(0x800A0000))),
                                ua.EventNotificationList()]))  # fmt: skip
    found.Parameters.NotificationMessage.NotificationData = data
    raw = bytearray(struct_to_binary(found))
    if rng.random() < 0.15:
        for _ in range(rng.randint(1, 4)):
            raw[rng.randrange(len(raw))] = rng.randrange(256)
    if rng.random() < 0.05:
        del raw[rng.randrange(len(raw)) :]
    return bytes(raw)
