"""One value that an OPC UA server told of one node, in plain words: no type of any library."""

import math
import struct
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from board.sources.hide import hidden
from board.sources.json_record import cell_text
from board.sources.moment import EARLIEST
from board.sources.number import Native

_BAD, _SEVERITY = 0x8000_0000, 0xC000_0000
_OF_A_VALUE, _INFO_KIND, _OVERFLOW = 0x0400, 0x0C00, 0x0080
_NO_TIME: Final = datetime(1601, 1, 1, tzinfo=UTC)  # what a server has where no time is set
NAMES: Final = {
    0x8000_0000: "Bad", 0x8005_0000: "BadCommunicationError", 0x800A_0000: "BadTimeout",
    0x8031_0000: "BadNoCommunication", 0x8032_0000: "BadWaitingForInitialData", 0x8033_0000: "BadNodeIdInvalid",
    0x8034_0000: "BadNodeIdUnknown", 0x803A_0000: "BadNotReadable", 0x801F_0000: "BadUserAccessDenied",
    0x8089_0000: "BadConfigurationError", 0x808A_0000: "BadNotConnected", 0x808B_0000: "BadDeviceFailure",
    0x808C_0000: "BadSensorFailure", 0x808D_0000: "BadOutOfService", 0x4000_0000: "Uncertain",
    0x4090_0000: "UncertainLastUsableValue", 0x4091_0000: "UncertainSubstituteValue",
    0x4092_0000: "UncertainInitialValue", 0x4093_0000: "UncertainSensorNotAccurate",
}  # fmt: skip


class ValueProblem(Exception):  # noqa: N818  # it never leaves the reading of one value
    """A value that no cell can hold; the text says what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A value with its status and times; `value` is as Python has it, whatever the server sent."""

    row: int
    column: str
    value: object = None
    index: int | None = None
    status: int = 0
    source_at: datetime | None = None
    server_at: datetime | None = None
    is_single: bool = False  # a float of 32 bits

    @property
    def is_good(self) -> bool:
        """Tell whether the server vouches for the value: neither bad nor uncertain."""
        return not self.status & _SEVERITY

    @property
    def has_lost(self) -> bool:
        """Tell whether values before this one were lost, since more came than the server keeps."""
        return self.status & _INFO_KIND == _OF_A_VALUE and bool(self.status & _OVERFLOW)

    @property
    def status_name(self) -> str:
        """Return what the status is called; its severity and number where nobody has named it."""
        bare = self.status & 0xFFFF_0000
        severity = "Bad" if self.status & _BAD else "Uncertain"
        return NAMES.get(bare, f"{severity}, 0x{bare:08X}")

    def text(self) -> str:
        """Return the value as the text of a cell, empty where there is none; ValueProblem where no cell can hold it."""
        value = self.value
        if self.index is not None:
            if not isinstance(value, list | tuple):
                raise ValueProblem("holds no list, and index asks for an item of one")
            if self.index >= len(value):
                raise ValueProblem(f"holds {len(value)} items, and index asks for number {self.index}")
            value = value[self.index]
        return _text(value, is_single=self.is_single)

    def moments(self, clock: str) -> tuple[datetime, ...]:
        """Return the times it bears that can be meant, those of the wanted clock first."""
        wanted = {"source": (self.source_at, self.server_at), "server": (self.server_at,)}.get(clock, ())
        return tuple(_utc(moment) for moment in wanted if moment is not None and _utc(moment) > EARLIEST)


def _text(value: object, *, is_single: bool) -> str:
    if isinstance(value, str):
        return cell_text(hidden(value))  # first: half a secret is not known as one
    if value is None or isinstance(value, bool | int):
        return cell_text(int(value) if isinstance(value, int) and not isinstance(value, bool) else value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueProblem(f"holds {value}, which is no number")
        return Native(_shortest(value) if is_single else repr(value))
    if isinstance(value, datetime):
        return _utc(value).isoformat() if _utc(value) > _NO_TIME else ""
    inner = getattr(value, "Text", None)  # a text with its language
    if isinstance(inner, str) or hasattr(value, "Locale"):
        return cell_text(hidden(inner or ""))
    if isinstance(value, list | tuple):
        raise ValueProblem("holds a list; set index to take one item of it")
    raise ValueProblem("holds a structure or bytes, not one value")


def _shortest(value: float) -> str:
    """Return the shortest digits that mean a float of 32 bits: 0.1, and not 0.10000000149011612."""
    try:
        packed = struct.pack("<f", value)
    except OverflowError:
        return repr(value)
    for digits in range(6, 10):
        found = f"{value:.{digits}g}"
        if struct.pack("<f", float(found)) == packed:
            return found
    return repr(value)


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
