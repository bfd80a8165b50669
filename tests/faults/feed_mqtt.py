"""Hostile messages of a broker: JSON and bare values, Sparkplug B, and packets of MQTT itself."""

import random
import struct
from datetime import timedelta

from tests.board.sources.drop import NOW
from tests.board.sources.edge import INT32, ROOT, UINT64, EdgeNode, held, metric, payload, varint, whole
from tests.board.sources.uns import millis
from tests.faults.feed_json import ODD, as_bytes, odd_row, scalar_or_worse, spoilt

AGO = millis(NOW - timedelta(minutes=10))
BARE: list[bytes] = [
    b"", b" ", b"5", b"7.5", b"-1", b"1,5", b"1e5", b"1e999999999", b"NaN", b"Infinity", b"null", b"true", b'"3"', b'"',
    b"\xff\xfe", b"\x00", b"\xef\xbb\xbf5", b"RUNNING", b"9" * 5000, b"[" * 5000, b"{" * 5000, b"x" * 70_000,
    b"<html>", b"\xed\xa0\x80", b'{"value": ', b"{}", b"[]", b"[[]]", b'"\\ud800"', b"12:30", b"0x1f",
]  # fmt: skip
LEVELS = ["L1", "L2", "", "ok", "nok", "$SYS", "x" * 300, "\ufffd", "ä", "\u202e", "..", "{line}", "%s", "state"]
NUMBERS = [0, 1, 2, 3, 127, 128, 255, 256, 300, 2**31, 2**32 - 1, 2**63, 2**64 - 1, AGO, AGO * 1000]


def topic(rng: random.Random) -> str:
    """Return a topic, mostly one that is looked for."""
    if rng.random() < 0.8:
        return f"plant/hall/{rng.choice(['L1', 'L2'])}/{rng.choice(['ok', 'nok', 'hour', 'state', 'made'])}"
    return "/".join(rng.choice(LEVELS) for _ in range(rng.randint(1, 6)))


def message(rng: random.Random) -> bytes:
    """Return a payload: mostly JSON of the shape that is expected, with odd values; bare ones; spoilt ones."""
    kind = rng.random()
    if kind < 0.2:
        return spoilt(rng.choice(BARE), rng, 0.1)
    if kind < 0.6:
        found: dict[str, object] = {"value": rng.choice([5, "7", 1.5]), "timestamp_ms": AGO - rng.randrange(10**7)}
        for _ in range(rng.choice([0, 0, 1, 2])):
            found[rng.choice(["value", "timestamp_ms", "timestamp", "", "\x00", "$topic", "line"])] = rng.choice(ODD)
        return spoilt(as_bytes(found), rng, 0.15)
    rows = [odd_row(rng) for _ in range(rng.randint(0, 4))]
    return spoilt(as_bytes({"data": rows} if rng.random() < 0.9 else scalar_or_worse(rng)), rng, 0.15)


def odd_metric(rng: random.Random, node: EdgeNode) -> bytes:
    """Return a metric: mostly of a kind that is known, with odd values, names, times and shapes."""
    name = rng.choice(["Bad"] * 8 + ["Made", "Made", "State", "State", "Heat", "", "x" * 280, "\x00", "Ä/ü", "bdSeq"])
    alias = node.aliases.get(name, rng.choice(NUMBERS)) if rng.random() < 0.5 else None
    value = rng.choice([5, 0, 2**32 - 1, "RUN", "JAM", "?", True, 1.5, float("nan"), float("inf"), None, "x" * 5000])
    at = NOW - timedelta(seconds=rng.randrange(7200))
    body = metric(
        value,
        name if alias is None or rng.random() < 0.2 else "",
        alias=alias,
        at=at if rng.random() < 0.8 else None,
        datatype=rng.choice([0, 0, INT32, UINT64, 1, 9, 10, 11, 12, 16, 99, 2**32 - 1]),
        historical=rng.random() < 0.1,
        quality=rng.choice([None, None, None, 0, 192, 500]),
    )
    if rng.random() < 0.15:
        extra = rng.choice(
            [whole(3, rng.choice(NUMBERS)), held(9, b"\x00" * 9), held(18, body), whole(15, 3), held(1, b"\xff"),
             varint(12 << 3 | 5) + struct.pack("<f", 1e30), held(17, held(4, b"")), whole(5, 7), held(8, b"x" * 99)]
        )  # fmt: skip
        body = held(2, body[2:] + extra)
    return body


def sparkplug(rng: random.Random, node: EdgeNode) -> tuple[str, bytes]:
    """Return topic and payload of a message of an edge node: in order or not, whole or not."""
    at = NOW - timedelta(seconds=rng.randrange(3600))
    kind = rng.random()
    if kind < 0.08:
        node.birth = rng.choice([node.birth, node.birth + 1, 0, 2**64 - 1])
        topic, data = node.born(at, {"Made": 5, "Bad": 1})
    elif kind < 0.2:
        topic, data = node.device_born(at, rng.choice(["Press1", "Press2"]), {"Made": 5, "Bad": 1, "State": "RUN"})
    elif kind < 0.21:
        topic, data = node.death()
    elif kind < 0.22:
        topic, data = node.device_dies(at, "Press1")
    else:
        metrics = [odd_metric(rng, node) for _ in range(rng.randint(0, 5))]
        node.seq = (node.seq + 1) % 256
        number = node.seq if rng.random() < 0.97 else rng.choice([None, *NUMBERS])
        topic = f"{ROOT}/{rng.choice(['DDATA'] * 7 + ['DBIRTH', 'NDATA'])}/{node.name}/Press1"
        data = payload(*metrics, at=at if rng.random() < 0.9 else None, seq=number)
    if rng.random() < 0.03:
        topic = rng.choice([topic.replace("works", "x" * 400), topic + "/more", f"{ROOT}/NBIRTH/", "spBv1.0", ""])
    if rng.random() < 0.1 and data:
        spoiled = bytearray(data)
        for _ in range(rng.randint(1, 3)):
            place = rng.randrange(len(spoiled) + 1)
            spoiled[place : place + rng.randint(0, 2)] = rng.choice(
                [b"", b"\x00", b"\xff", b"\xff" * 12, b"\x12\x7f", b"\x0b", bytes([rng.randrange(256)])]
            )
        data = bytes(spoiled)
    return topic, data


def packet(rng: random.Random) -> bytes:
    """Return a packet of MQTT 5 as a broker sends it, whole or not."""
    if rng.random() < 0.8:
        return b"\x30\x14\x00\x10plant/hall/L1/ok\x005"
    name = rng.choice([b"plant/hall/L1/ok"] * 5 + [b"", b"\xff\xfe", b"\x00", b"x" * 700, b"plant/\xed\xa0\x80"])
    qos = rng.choice([0, 0, 0, 1, 1, 1, 2, 3])
    properties = rng.choice(
        [b"\x00", b"\x00", b"\x02\x01\x01", b"\x7f", b"\x05\x26\x00", b"\x03\x03\x00\x00", b"\xff\xff"]
    )
    body = len(name).to_bytes(2, "big") + name
    body += (rng.randrange(65536).to_bytes(2, "big") if qos else b"") + properties + rng.choice([b"5", b"", b"{}"])
    head = rng.choice([0x30 | qos << 1 | rng.choice([0, 1, 8])] * 8 + [rng.randrange(256)])
    length = len(body) if rng.random() < 0.9 else rng.choice([0, 1, len(body) + 3, 2**21, 2**28 - 1])
    size = varint(length) if rng.random() < 0.97 else b"\xff\xff\xff\xff\xff"
    return spoilt(bytes([head]) + size + body, rng, 0.1)
