"""Lengths that a server only claims are refused before anything is made of them; the library alone would not."""

import struct
import subprocess
import sys

import pytest
from asyncua import ua
from asyncua.common.utils import Buffer
from asyncua.ua.ua_binary import struct_from_binary, struct_to_binary, variant_from_binary, variant_to_binary
from asyncua.ua.uaerrors import UaError

from board.sources.opcua_bound import MOST, bound_the_library

ARRAY, DIMENSIONS = 0x80, 0x40
CLAIMED = 200_000
HOSTILE = {
    "values that take no byte": bytes([ARRAY | 0]) + struct.pack("<i", CLAIMED),
    "texts of a negative length": bytes([ARRAY | 12]) + struct.pack("<ii", CLAIMED, -4) + b"\0" * (CLAIMED + 1),
    "dimensions of more places than values": (
        bytes([ARRAY | DIMENSIONS | 1]) + struct.pack("<i", 1) + b"\1" + struct.pack("<iii", 2, 400, 500)
    ),
    "more values than one may have": bytes([ARRAY | 24]) + struct.pack("<i", CLAIMED) + b"\0" * CLAIMED,
}
ALONE = """
import sys
from asyncua.common.utils import Buffer
from asyncua.ua.ua_binary import variant_from_binary
found = variant_from_binary(Buffer(bytes.fromhex(sys.stdin.read()))).Value
while isinstance(found[0], list) and found[0]:
    found = [each for inner in found for each in inner]
print(len(found))
"""


@pytest.fixture(autouse=True)
def bounded() -> None:
    bound_the_library()


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_a_server_only_claims_to_send_is_refused(raw: bytes) -> None:
    with pytest.raises(UaError):
        variant_from_binary(Buffer(raw))


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_library_alone_would_take_it(raw: bytes) -> None:
    found = subprocess.run([sys.executable, "-c", ALONE], input=raw.hex(), capture_output=True, text=True, check=True)
    assert int(found.stdout) == CLAIMED


@pytest.mark.parametrize(
    "value",
    [
        ua.Variant(list(range(1000)), ua.VariantType.Int32),
        ua.Variant([], ua.VariantType.String),
        ua.Variant(["", "a", None], ua.VariantType.String),
        ua.Variant([[1, 2], [3, 4]], ua.VariantType.Double),
        ua.Variant([True] * MOST, ua.VariantType.Boolean),
        ua.Variant([ua.Variant(1, ua.VariantType.Int64)] * 3, ua.VariantType.Variant),
        ua.Variant(b"", ua.VariantType.ByteString),
    ],
)
def test_what_is_sound_comes_through_as_it_was(value: ua.Variant) -> None:
    assert variant_from_binary(Buffer(variant_to_binary(value))).Value == value.Value


def test_an_answer_without_lists_comes_through_as_it_was() -> None:
    answer = ua.PublishResponse()
    assert struct_from_binary(ua.PublishResponse, Buffer(struct_to_binary(answer))) == answer
