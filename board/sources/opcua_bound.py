"""Ends to what the library reads of an OPC UA answer: lengths are only what a server says of itself.

Loaded only where a source is configured that needs it: asyncua is an extra. A length of four bytes may promise two
thousand million values that take no byte each (Null), or be negative, so that the library reads the same bytes again
and again. Nothing it reads has more parts than there are bytes left. Its readers are made once and kept, so that those
made before are forgotten.
"""

import functools
from collections.abc import Callable
from typing import Any, Final, TypeAlias, cast

from asyncua import ua
from asyncua.common.utils import Buffer, NotEnoughData
from asyncua.ua import ua_binary

MOST: Final = 100_000  # elements of one list
_Read: TypeAlias = Callable[[Buffer], Any]
_Make: TypeAlias = Callable[[Any], _Read]

_KEPT: Final = ("_create_uatype_deserializer", "_create_type_deserializer", "_create_dataclass_deserializer")


@functools.cache
def bound_the_library() -> None:
    """Give an end to lists, arrays, texts and dimensions, once for the process."""
    library = cast(Any, ua_binary)
    for name in ("_create_uatype_array_deserializer", "_create_list_deserializer"):
        setattr(library, name, bounded(getattr(library, name)))
    library._Bytes.unpack = staticmethod(unpacked)  # noqa: SLF001  # there is no other way in
    library._reshape = reshaped(library._reshape)  # noqa: SLF001
    for name in _KEPT:
        forget = getattr(getattr(library, name), "cache_clear", None)
        if forget is not None:
            forget()


def bounded(make: _Make) -> _Make:
    """Return the library's maker of readers of lists, whose readers refuse more elements than there are bytes left."""

    @functools.cache
    def made(of: Any) -> _Read:
        read = make(of)

        def held(data: Buffer) -> Any:
            length = ua_binary.Primitives.Int32.unpack(data.copy(4))
            if length > (0 if of is ua.VariantType.Null else min(len(data) - 4, MOST)):
                raise NotEnoughData(f"a list says that it has {length} elements, for which there is no room")
            return read(data)

        return held

    return made


def unpacked(data: Buffer) -> bytes | None:
    """Return bytes behind their length, None where it is -1; NotEnoughData where it is negative otherwise."""
    length = ua_binary.Primitives.Int32.unpack(data)
    if length == -1:
        return None
    if length < 0:
        raise NotEnoughData(f"a text says that it has {length} bytes")
    return data.read(length)


def reshaped(reshape: Callable[[list[Any], list[int]], list[Any]]) -> Callable[[list[Any], list[int]], list[Any]]:
    """Return the library's way to lay values into dimensions, for no more places than there are values."""

    def laid(flat: list[Any], dimensions: list[int]) -> list[Any]:
        places = 1
        for each in dimensions:
            places *= max(each, 1)
            if each < 0 or places > max(len(flat), 1):
                raise NotEnoughData(f"dimensions {dimensions[:9]} have no room for {len(flat)} values")
        return reshape(flat, dimensions)

    return laid
