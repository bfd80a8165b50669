"""An edge node of Sparkplug B as tests play it: it is born, numbers what it says, dies; its bytes are made here."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from tests.board.sources.uns import millis

INT32, UINT32, UINT64, FLOAT, DOUBLE, BOOLEAN, STRING, DATA_SET = 3, 7, 8, 9, 10, 11, 12, 16
ROOT = "spBv1.0/works"


def varint(number: int) -> bytes:
    """Return a number as protocol buffers write it."""
    found = bytearray()
    while number > 0x7F:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*found, number])


def whole(number: int, value: int) -> bytes:
    """Return a field that holds a whole number."""
    return varint(number << 3) + varint(value & 0xFFFFFFFFFFFFFFFF)


def held(number: int, value: bytes) -> bytes:
    """Return a field that holds bytes."""
    return varint(number << 3 | 2) + varint(len(value)) + value


def metric(
    value: object,
    name: str = "",
    *,
    alias: int | None = None,
    at: datetime | None = None,
    datatype: int = 0,
    historical: bool = False,
    quality: int | None = None,
) -> bytes:
    """Return one metric; a value of None is null."""
    body = held(1, name.encode()) if name else b""
    body += b"" if alias is None else whole(2, alias)
    body += b"" if at is None else whole(3, millis(at))
    body += (whole(4, datatype) if datatype else b"") + (whole(5, 1) if historical else b"")
    if quality is not None:
        body += held(9, held(1, b"Quality") + held(2, whole(1, INT32) + whole(3, quality)))
    if value is None:
        return held(2, body + whole(7, 1))
    if isinstance(value, bool):
        body += whole(14, int(value))
    elif isinstance(value, int):
        body += whole(11 if datatype == UINT64 else 10, value)
    elif isinstance(value, float):
        body += varint(13 << 3 | 1) + struct.pack("<d", value)
    else:
        body += held(15, str(value).encode())
    return held(2, body)


def payload(*metrics: bytes, at: datetime | None = None, seq: int | None = None) -> bytes:
    """Return a payload."""
    return (b"" if at is None else whole(1, millis(at))) + b"".join(metrics) + (b"" if seq is None else whole(3, seq))


@dataclass
class EdgeNode:
    """One edge node with devices; each method returns the topic and the payload of one message."""

    name: str = "edge1"
    birth: int = 0
    seq: int = 0
    aliases: dict[str, int] = field(default_factory=dict)

    def born(self, at: datetime, values: Mapping[str, object] | None = None) -> tuple[str, bytes]:
        """Be born anew."""
        self.seq = 0
        own = metric(self.birth, "bdSeq", at=at, datatype=UINT64)
        return self._topic("NBIRTH", ""), payload(own, *self._named(values or {}, at), at=at, seq=0)

    def device_born(self, at: datetime, device: str, values: Mapping[str, object]) -> tuple[str, bytes]:
        """Have a device born."""
        return self._topic("DBIRTH", device), payload(*self._named(values, at), at=at, seq=self._next())

    def says(
        self, at: datetime, device: str, values: Mapping[str, object], historical: bool = False
    ) -> tuple[str, bytes]:
        """Say values by their aliases."""
        metrics = [
            metric(value, alias=self.aliases[name], at=at, historical=historical) for name, value in values.items()
        ]
        kind = "DDATA" if device else "NDATA"
        return self._topic(kind, device), payload(*metrics, at=at, seq=self._next())

    def device_dies(self, at: datetime, device: str) -> tuple[str, bytes]:
        """Have a device die."""
        return self._topic("DDEATH", device), payload(at=at, seq=self._next())

    def death(self) -> tuple[str, bytes]:
        """Return the last will of this life."""
        return self._topic("NDEATH", ""), payload(metric(self.birth, "bdSeq", datatype=UINT64))

    def loses(self, messages: int = 1) -> None:
        """Say what nobody hears."""
        for _ in range(messages):
            self._next()

    def _topic(self, kind: str, device: str) -> str:
        return f"{ROOT}/{kind}/{self.name}" + (f"/{device}" if device else "")

    def _named(self, values: Mapping[str, object], at: datetime) -> list[bytes]:
        found = []
        for name, value in values.items():
            alias = self.aliases.setdefault(name, len(self.aliases) + 1)
            kind = STRING if isinstance(value, str) else DOUBLE if isinstance(value, float) else INT32
            found.append(metric(value, name, alias=alias, at=at, datatype=kind))
        return found

    def _next(self) -> int:
        self.seq = (self.seq + 1) % 256
        return self.seq
