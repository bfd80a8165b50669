"""Reads and writes the few fields of Sparkplug B payloads (protocol buffers) that a board needs, and skips the rest.

Payload: 1 timestamp, 2 metrics, 3 seq. Metric: 1 name, 2 alias, 3 timestamp, 4 datatype, 5 is_historical, 7 is_null,
9 properties, 10 to 15 the value. The library for all of it would cost the feeds process 4 MB and one more dependency.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from board.sources.json_record import cell_text
from board.sources.number import Native

LARGEST: Final = 1024 * 1024  # bytes of a payload
MOST_METRICS: Final = 5_000  # of one payload
MOST_FIELDS: Final = 60_000
LONGEST_NAME: Final = 300  # bytes of a metric's name
MOST_PROPERTIES: Final = 100  # of one metric
QUALITY: Final = "Quality"
GOOD: Final = 192
BOOLEAN: Final = 11
VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
_SIGNED: Final = {1: 8, 2: 16, 3: 32, 4: 64}  # data type to width
_SINGLE: Final = frozenset(range(1, 16))  # data types with one value
_INT, _LONG, _FLOAT, _DOUBLE, _FLAG, _TEXT = 10, 11, 12, 13, 14, 15  # fields of a metric's value
_OTHERS: Final = frozenset({16, 17, 18, 19})

Raw = int | bytes
Field = tuple[int, int, Raw]  # number, wire type, value


class SparkplugError(ValueError):
    """Bytes that are no payload of Sparkplug B; says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """One value, by name or by the alias that a birth has given it."""

    name: str = ""
    alias: int | None = None
    timestamp: int | None = None  # milliseconds
    datatype: int = 0  # 0: as the birth said
    is_historical: bool = False
    is_null: bool = False
    quality: int = GOOD
    field: int = 0  # which of the fields the value stood in; 0: none
    value: int | float | bytes = 0

    @property
    def is_single(self) -> bool:
        """Tell whether it holds one value, and no data set, template or file."""
        return self.field not in _OTHERS and self.datatype in _SINGLE | {0}

    def text(self, datatype: int = 0) -> str:
        """Return the value as the text of a cell; `datatype` is that of the birth. Empty where there is none."""
        if self.is_null or not self.field:
            return ""
        if isinstance(self.value, bytes):
            return cell_text(self.value.decode("utf-8", "replace"))
        if self.field == _FLAG:
            return "true" if self.value else "false"
        if isinstance(self.value, float):
            return Native(_shortest(self.value) if self.field == _FLOAT else repr(self.value))
        width = _SIGNED.get(self.datatype or datatype)
        return str(self.value if width is None else _signed(self.value, width))


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """What one message of Sparkplug B holds."""

    timestamp: int | None = None  # milliseconds
    seq: int | None = None
    metrics: tuple[Metric, ...] = ()

    def metric(self, name: str) -> Metric | None:
        """Return the metric of a name."""
        return next((each for each in self.metrics if each.name == name), None)


def decode_payload(data: bytes) -> Payload:
    """Return the payload of some bytes; SparkplugError where they are none."""
    if len(data) > LARGEST:
        raise SparkplugError(f"is larger than {LARGEST // 1024} KiB")
    timestamp = seq = None
    metrics: list[Metric] = []
    left = [MOST_FIELDS]
    for number, wire, value in _fields(data, left):
        if number == 1:
            timestamp = _whole(value, wire)
        elif number == 2:
            if len(metrics) >= MOST_METRICS:
                raise SparkplugError(f"holds more than {MOST_METRICS:,} metrics")
            metrics.append(_metric(_bytes(value, wire), left))
        elif number == 3:
            seq = _whole(value, wire)
    if timestamp is None and seq is None and not metrics and data:
        raise SparkplugError("holds nothing of Sparkplug B")
    return Payload(timestamp=timestamp, seq=seq, metrics=tuple(metrics))


def encode_flag(name: str, at_ms: int) -> bytes:
    """Return a payload with one metric that is true, such as the wish that a node introduce itself again."""
    text = name.encode()
    metric = b"\x0a" + _varint(len(text)) + text + b"\x18" + _varint(at_ms) + b"\x20" + bytes([BOOLEAN]) + b"\x70\x01"
    return b"\x08" + _varint(at_ms) + b"\x12" + _varint(len(metric)) + metric


def _metric(data: bytes, left: list[int]) -> Metric:
    """Return one metric; of a field that comes twice the last one holds, as protocol buffers have it."""
    found: dict[str, int | str] = {}
    field, given = 0, Metric().value
    for number, wire, value in _fields(data, left):
        if number == 1:
            found["name"] = _name(_bytes(value, wire))
        elif number in _WHOLE:
            found[_WHOLE[number]] = _whole(value, wire)
        elif number == 9:
            found["quality"] = _quality(_bytes(value, wire), left)
        elif _INT <= number <= 19:
            field, given = number, _given(number, wire, value)
    return Metric(
        name=str(found.get("name", "")),
        alias=int(found["alias"]) if "alias" in found else None,
        timestamp=int(found["timestamp"]) if "timestamp" in found else None,
        datatype=int(found.get("datatype", 0)),
        is_historical=bool(found.get("is_historical", 0)),
        is_null=bool(found.get("is_null", 0)),
        quality=int(found.get("quality", GOOD)),
        field=field,
        value=given,
    )


_WHOLE: Final = {2: "alias", 3: "timestamp", 4: "datatype", 5: "is_historical", 7: "is_null"}


def _given(number: int, wire: int, value: Raw) -> int | float | bytes:
    """Return the value of a metric as the field says it."""
    if number == _INT:
        return _whole(value, wire) & 0xFFFFFFFF
    if number == _LONG:
        return _whole(value, wire)
    if number == _FLAG:
        return int(_whole(value, wire) != 0)
    if number == _FLOAT and wire == FIXED32 and isinstance(value, bytes):
        return float(struct.unpack("<f", value)[0])
    if number == _DOUBLE and wire == FIXED64 and isinstance(value, bytes):
        return float(struct.unpack("<d", value)[0])
    return _bytes(value, wire) if number == _TEXT else b""


def _quality(data: bytes, left: list[int]) -> int:
    """Return what the properties of a metric say of its quality; good where they say nothing."""
    keys: list[bytes] = []
    values: list[bytes] = []
    for number, wire, value in _fields(data, left):
        if number in {1, 2}:
            (keys if number == 1 else values).append(_bytes(value, wire))
        if len(keys) > MOST_PROPERTIES or len(values) > MOST_PROPERTIES:
            raise SparkplugError(f"has a metric with more than {MOST_PROPERTIES} properties")
    for key, inner in zip(keys, values, strict=False):
        if key == QUALITY.encode():
            for number, wire, value in _fields(inner, left):
                if number in {3, 4}:
                    return _whole(value, wire)
    return GOOD


def _fields(data: bytes, left: list[int]) -> Iterator[Field]:
    """Yield the fields of a message; `left` counts down those of the whole payload."""
    at, end = 0, len(data)
    while at < end:
        left[0] -= 1
        if left[0] < 0:
            raise SparkplugError(f"holds more than {MOST_FIELDS:,} fields")
        tag, at = _read_varint(data, at)
        number, wire = tag >> 3, tag & 7
        if not 0 < number < 1 << 29:
            raise SparkplugError("has a field without a number")
        value: Raw
        if wire == VARINT:
            value, at = _read_varint(data, at)
            yield number, wire, value
            continue
        if wire == BYTES:
            length, at = _read_varint(data, at)
        elif wire in {FIXED64, FIXED32}:
            length = 8 if wire == FIXED64 else 4
        else:
            raise SparkplugError("has a field of an unknown kind")
        if length > end - at:
            raise SparkplugError("breaks off")
        yield number, wire, data[at : at + length]
        at += length


def _read_varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of 64 bits and where it ends."""
    found = shift = 0
    while shift < 70:
        if at >= len(data):
            raise SparkplugError("breaks off")
        byte = data[at]
        at += 1
        found |= (byte & 0x7F) << shift
        if byte < 0x80:
            return found & 0xFFFFFFFFFFFFFFFF, at
        shift += 7
    raise SparkplugError("has a number without end")


def _varint(number: int) -> bytes:
    """Return a number as protocol buffers write it."""
    found = bytearray()
    while number > 0x7F:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    found.append(number)
    return bytes(found)


def _whole(value: Raw, wire: int) -> int:
    if wire != VARINT or not isinstance(value, int):
        raise SparkplugError("has a field of another kind than Sparkplug B says")
    return value


def _bytes(value: Raw, wire: int) -> bytes:
    if wire != BYTES or not isinstance(value, bytes):
        raise SparkplugError("has a field of another kind than Sparkplug B says")
    return value


def _name(data: bytes) -> str:
    if len(data) > LONGEST_NAME:
        raise SparkplugError(f"has a metric whose name is longer than {LONGEST_NAME} bytes")
    return cell_text(data.decode("utf-8", "replace"))


def _signed(value: int, width: int) -> int:
    """Return a number that was written without its sign; some writers fill more bits than it has."""
    bare = value & ((1 << width) - 1)
    return bare - (1 << width) if bare >> (width - 1) else bare


def _shortest(value: float) -> str:
    """Return a number of 32 bits with as many digits as tell it from its neighbours."""
    for digits in range(6, 10):
        text = f"{value:.{digits}g}"
        if value != value or struct.pack("<f", float(text)) == struct.pack("<f", value):  # noqa: PLR0124  # NaN
            return text
    return repr(value)
