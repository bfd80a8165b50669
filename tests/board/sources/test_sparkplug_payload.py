"""Payloads of Sparkplug B are read as Google's own library writes them, and nothing else is."""

import struct
import tracemalloc

import pytest

from board.sources import sparkplug_payload
from board.sources.sparkplug_payload import Metric, SparkplugError, decode_payload, encode_flag
from tests.board.sources.edge import held, metric, payload, varint, whole

AT = 1795176000000
BIRTH = bytes.fromhex(  # written by the protobuf package from the definition of Eclipse Tahu
    "0880d4cfc69f3412120a0562645365711880d4cfc69f342008580712210a144e6f646520436f6e74726f6c2f526562697274681880d4"
    "cfc69f34200b700012170a0454656d7010011880d4cfc69f34200150fbffffff0f121d0a054c6576656c10021880d4cfc69f34200458"
    "80ccbbbcdeffffffff0112170a044d61646510031880d4cfc69f34200750ffffffff0f12170a05537065656410041880d4cfc69f3420"
    "0965cdcccc3d121c0a06456e6572677910051880d4cfc69f34200a6900000000004a9340121a0a05537461746510061880d4cfc69f34"
    "200c7a064cc3a475667412140a034f6c64100718a0ffcbc69f34200328015004120c0a044e6f6e65100820033801123a0a04506f6f72"
    "10091880d4cfc69f34200342034201644a200a07656e67556e69740a075175616c6974791205080c4201431205080318f40350041219"
    "0a055461626c6520108a010d0801120161180322040a020805121a0a0354706c20139201100a0131120b0a05696e6e65722003500112"
    "0d0a04426c6f62201182010200ff1800220175"
)
DATA = bytes.fromhex("08e8dbcfc69f34120b10031884dbcfc69f34500c120c100118b6dbcfc69f3450f9011801")
DEATH = bytes.fromhex("08d0e3cfc69f3412120a0562645365711880d4cfc69f3420085807")
REBIRTH = bytes.fromhex("0880d4cfc69f3412210a144e6f646520436f6e74726f6c2f526562697274681880d4cfc69f34200b7001")


def only(data: bytes) -> Metric:
    """Return the one metric of a payload."""
    (found,) = decode_payload(data).metrics
    return found


def test_a_birth_is_read_as_it_was_written() -> None:
    found = decode_payload(BIRTH)
    assert (found.timestamp, found.seq) == (AT, 0)
    assert [(each.name, each.text()) for each in found.metrics[:10]] == [
        ("bdSeq", "7"),
        ("Node Control/Rebirth", "false"),
        ("Temp", "-5"),
        ("Level", "-9000000000"),
        ("Made", "4294967295"),
        ("Speed", "0.1"),
        ("Energy", "1234.5"),
        ("State", "Läuft"),
        ("Old", "4"),
        ("None", ""),
    ]
    by_name = {each.name: each for each in found.metrics}
    assert (by_name["Old"].is_historical, by_name["Old"].timestamp, by_name["Old"].alias) == (True, AT - 60_000, 7)
    assert (by_name["Poor"].quality, by_name["Temp"].quality) == (500, 192)
    assert [each.name for each in found.metrics if not each.is_single] == ["Table", "Tpl", "Blob"]


def test_data_and_deaths_are_read_as_they_were_written() -> None:
    data, death = decode_payload(DATA), decode_payload(DEATH)
    assert (data.timestamp, data.seq) == (AT + 1000, 1)
    assert [(each.alias, each.timestamp, each.text(kind)) for each, kind in zip(data.metrics, (7, 1), strict=True)] == [
        (3, AT + 900, "12"),
        (1, AT + 950, "-7"),
    ], "with the sign that the birth's data type gives it, however few bits were written"
    assert death.seq is None
    assert [(each.name, each.value) for each in death.metrics] == [("bdSeq", 7)]


def test_the_wish_for_a_birth_is_what_others_write() -> None:
    assert encode_flag("Node Control/Rebirth", AT) == REBIRTH


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff", "breaks off"),
        (b"<html>", "has a field of an unknown kind"),
        (b'{"value": 5}', "has a field of an unknown kind"),
        (b"\x0a\x00", "of another kind"),
        (b"\x08" + b"\xff" * 11, "a number without end"),
        (b"\x12\x7f", "breaks off"),
        (b"\x00\x00", "without a number"),
        (held(2, whole(1, 5)), "of another kind"),
        (held(2, held(1, b"x" * 400)), "longer than 300 bytes"),
        (held(9, b"x"), "holds nothing of Sparkplug B"),
        (b"x" * (1024 * 1024 + 1), "larger than 1024 KiB"),
        (payload(*[metric(1, alias=1)] * 5_001), "more than 5,000 metrics"),
        (held(2, whole(4, 3) * 60_001), "more than 60,000 fields"),
        (held(2, held(9, held(1, b"k") * 101)), "more than 100 properties"),
    ],
)
def test_what_is_no_payload_is_refused_with_a_reason(data: bytes, said: str) -> None:
    with pytest.raises(SparkplugError, match=said):
        decode_payload(data)


def test_a_birth_cut_off_anywhere_is_refused_or_holds_less() -> None:
    whole_one = decode_payload(BIRTH).metrics
    for length in range(1, len(BIRTH)):
        try:
            found = decode_payload(BIRTH[:length]).metrics
        except SparkplugError:
            continue
        assert found == whole_one[: len(found)]


def test_numbers_that_are_none_are_no_numbers() -> None:
    for value in (float("nan"), float("inf")):
        single = held(2, varint(12 << 3 | 5) + struct.pack("<f", value))
        assert only(single).text() in {"nan", "inf"}
    assert only(held(2, whole(12, 7))).text() == "", "a value of another kind than its field is none"
    assert only(held(2, held(15, b"a\x00\xff"))).text() == "a\ufffd\ufffd"


def test_templates_within_templates_cost_nothing() -> None:
    nested = b"x" * 900_000
    for _ in range(2_000):
        nested = held(18, held(2, nested))
    tracemalloc.start()
    try:
        found = decode_payload(held(2, nested))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [each.is_single for each in found.metrics] == [False]
    assert peak < 8 * sparkplug_payload.LARGEST
