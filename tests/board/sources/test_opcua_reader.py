"""Values of nodes, as a server tells them one by one, become readings that are right in time, place and sum."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from board.kpi.reading import Reading
from board.plant.plant import SourceSpec
from board.sources.contract import SettingsError
from board.sources.opcua_node import is_address
from board.sources.opcua_notice import Notice, ValueProblem
from board.sources.opcua_reader import NoticeReader
from board.sources.opcua_setting import read_settings
from tests.board.sources.drop import NOW, context
from tests.board.sources.packer import USUAL

BAD, OVERFLOW = 0x80050000, 0x00000480
KNOWN = context(measures={"temperature": "level", "good": "count", "scrap": "count", "downtime": "duration"})
LEVEL: Mapping[str, object] = {"state": None, "measure": [{"id": "temperature", "value": {"column": "made"}}]}
NODES = {"state": "ns=2;s=state", "made": "ns=2;s=made", "bad": "nsu=urn:packer;s=bad"}
EACH: Mapping[str, object] = {"state": None, "measure": [{"id": "good", "value": {"column": "made"}}]}


class Board:
    """Reads notices of a machine, minute by minute."""

    def __init__(self, settings: Mapping[str, object], watermark: str | None = None) -> None:
        given = {"url": "opc.tcp://packer", **USUAL, **settings}
        kept = {key: value for key, value in given.items() if value is not None}
        self.settings = read_settings(SourceSpec(id="packer", kind="opcua", settings=kept), KNOWN)
        self.reader = NoticeReader(self.settings, KNOWN, "packer", watermark)

    def hear(self, *notices: Notice, now: datetime = NOW) -> list[Reading]:
        return self.reader.read(notices, now)

    def values(self, *notices: Notice, now: datetime = NOW) -> list[str]:
        return [str(each.value) for each in self.hear(*notices, now=now)]

    @property
    def said(self) -> list[str]:
        return [f"{each.where}: {each.said}" for each in self.reader.complaining.take()]


def at(minutes_ago: float) -> datetime:
    return NOW - timedelta(minutes=minutes_ago)


def told(column: str, value: object, minutes_ago: float | None, *, status: int = 0, row: int = 0) -> Notice:
    moment = None if minutes_ago is None else at(minutes_ago)
    return Notice(row=row, column=column, value=value, status=status, source_at=moment, server_at=moment)


def test_a_level_is_told_as_it_is_and_missing_while_it_is_bad() -> None:
    board = Board(LEVEL)
    assert board.values(told("made", 5.5, 9)) == ["11/2"]
    assert board.values(told("made", 6.5, 8, status=BAD)) == ["None"]
    assert board.values(told("made", 6.5, 7, status=BAD)) == ["None"]
    assert board.values(told("made", 7, 6)) == ["7"]
    assert board.said == ["made: is BadCommunicationError, so its value is not used"]


@pytest.mark.parametrize("marks", [{"thousands": "."}, {"decimal": ","}])
def test_marks_are_those_of_texts_and_a_number_is_what_it_is(marks: Mapping[str, object]) -> None:
    board = Board({**LEVEL, **marks})
    assert board.values(told("made", 0.5, 9)) == ["1/2"]
    assert board.values(told("made", 1.234, 8)) == ["617/500"]
    assert board.values(told("made", "0.5", 7)) == ["None"]


def test_what_goes_bad_went_after_it_was_last_good() -> None:
    board = Board(LEVEL)
    board.hear(told("made", 5, 9))
    (gone,) = board.hear(told("made", None, 9, status=BAD))
    assert gone.start == NOW, "its time is that of the last good value"
    board.hear(told("made", 5, 2))
    (gone,) = board.hear(told("made", None, 1, status=BAD))
    assert gone.start == at(1)


def test_a_counter_counts_over_lost_changes_but_nobody_knows_when() -> None:
    board = Board({})
    board.hear(told("made", 100, 9))
    (step,) = board.hear(told("made", 103, 8))
    assert (step.start, step.end) == (at(8), at(8))
    (step,) = board.hear(told("made", 107, 6, status=OVERFLOW))
    assert (step.start, step.end, str(step.value)) == (at(8), at(6), "4")
    assert board.said == ["made: changed more often than the server keeps; some changes were lost"]
    board.reader.lost()
    (step,) = board.hear(told("made", 108, 4))
    assert (step.start, step.end) == (at(6), at(4))


def test_each_value_that_counts_by_itself_counts_once_over_connections() -> None:
    board = Board(EACH)
    assert board.values(told("made", 3, 20)) == [], "what stands there when we first come was counted by nobody"
    assert board.values(told("made", 4, 18)) == ["4"]
    assert board.values(told("made", 4, 17)) == ["4"], "the server tells it anew, so it was made anew"
    again = Board(EACH, board.reader.watermark)
    assert again.values(told("made", 4, 1)) == [], "it stands there still"
    other = Board(EACH, board.reader.watermark)
    assert other.values(told("made", 6, 1)) == ["6"], "it came while we were away"
    other.reader.connected()
    assert other.values(told("made", 6, 0.5)) == []


def test_parts_of_the_same_second_are_counted_each_by_itself() -> None:
    parts = {"state": None, "nodes": {"serial": "i=1"}, "on": "serial", "measure": [{"id": "good"}]}
    for settings, column in ((EACH, "made"), (parts, "serial")):
        board = Board(settings)
        board.hear(told(column, 1, 20))
        readings = board.hear(told(column, 3, 9), told(column, 4, 9), told(column, 5, 8))
        again = board.hear(told(column, 5, 8))
        assert len({each.key for each in readings}) == 3
        assert {each.key for each in again} <= {each.key for each in readings}
    board = Board(LEVEL)
    readings = board.hear(told("made", 3, 9), told("made", 4, 9))
    assert len({each.key for each in readings}) == 1, "of a level the last one stands"
    assert [str(each.value) for each in readings] == ["3", "4"]


def test_what_was_sent_twice_has_the_same_key() -> None:
    board = Board(LEVEL)
    (first,) = board.hear(told("made", 5, 9))
    (second,) = board.hear(told("made", 5, 9))
    assert first.key == second.key


def test_without_a_time_of_its_own_a_first_value_is_of_nobody_knows_which() -> None:
    board = Board(LEVEL)
    assert board.values(told("made", 5, None)) == []
    (reading,) = board.hear(told("made", 6, None))
    assert (reading.start, str(reading.value)) == (NOW, "6")
    assert board.reader.through == (("line-1", NOW),)


@pytest.mark.parametrize(("clock", "expected"), [("source", 9), ("server", 3), ("board", 0)])
def test_the_clock_that_is_set_is_believed(clock: str, expected: int) -> None:
    board = Board({**LEVEL, "clock": clock})
    board.hear(told("made", 1, 12))
    both = Notice(row=0, column="made", value=2, source_at=at(9), server_at=at(3))
    (reading,) = board.hear(both)
    assert reading.start == at(expected)


def test_times_that_are_none_are_passed_over() -> None:
    board = Board(LEVEL)
    epoch = datetime(1601, 1, 1, tzinfo=UTC)
    (reading,) = board.hear(Notice(row=0, column="made", value=2, source_at=epoch, server_at=at(3)))
    assert reading.start == at(3)
    naive = at(2).replace(tzinfo=None)
    (reading,) = board.hear(Notice(row=0, column="made", value=2, source_at=naive))
    assert reading.start == at(2)
    assert board.hear(told("made", 3, -60)) == []
    assert board.said == ["the time of a value: '2026-11-20T13:00:00+00:00' lies in the future"]


def test_a_state_that_is_bad_in_the_next_moment_was_what_it_was() -> None:
    board = Board({})
    board.hear(told("state", 6, 30))
    readings = board.hear(told("state", 11, 20), told("state", None, 15, status=BAD))
    assert [(str(each.value), each.reason, each.final) for each in readings][-1] == ("5", "labeller-jam", True)
    assert board.reader.lasts(NOW) == []


def test_the_product_of_a_part_is_the_one_that_was_set_at_its_time() -> None:
    board = Board({**EACH, "product": {"column": "ns=2;s=recipe"}})
    board.hear(told("made", 1, 30), told("ns=2;s=recipe", "tea", 40))
    readings = board.hear(
        told("made", 2, 20), told("ns=2;s=recipe", "milk", 15), told("made", 3, 10), told("made", 4, 9)
    )
    assert [(each.product, str(each.value)) for each in readings] == [("tea", "2"), ("milk", "3"), ("milk", "4")]


def test_a_stop_over_a_change_of_order_is_told_for_each() -> None:
    board = Board({"order": {"column": "ns=2;s=order"}})
    board.hear(told("state", 6, 60), told("ns=2;s=order", "A", 60))
    readings = board.hear(told("state", 9, 30), told("ns=2;s=order", "B", 20), told("state", 6, 10))
    kept = {each.key: each for each in readings}
    assert [(each.order, str(each.value)) for each in kept.values()] == [("A", "10"), ("B", "10")]


def test_what_is_no_number_makes_nothing_complete() -> None:
    board = Board({})
    board.hear(told("made", 100, 9))
    assert board.reader.through == (("line-1", at(9)),)
    board.hear(told("made", None, 5, status=BAD), told("made", "rubbish", 5), told("made", 5000, -60))
    assert board.reader.through == (("line-1", at(9)),)
    board.hear(told("made", 101, 4))
    assert board.reader.through == (("line-1", at(4)),)


def test_a_line_of_which_nothing_is_well_is_gone_and_makes_nothing_complete() -> None:
    settings = {
        "nodes": {"made": "ns=2;s={line}.made"},
        "each": {"line": ["L1", "L2"]},
        "node": {"column": "line", "map": {"L1": "line-1", "L2": "line-2"}},
        **EACH,
    }
    board = Board(settings)
    board.hear(told("made", 1, 9), told("made", 1, 8, row=1))
    assert board.reader.through == (("line-1", at(9)), ("line-2", at(8)))
    board.hear(told("made", None, 5, status=BAD, row=1))
    assert board.reader.gone() == ("line-2",)
    assert board.reader.gone() == ()
    board.hear(told("made", 2, 1))
    assert board.reader.through == (("line-1", at(1)), ("line-2", at(8)))
    assert [item.place.address for item in board.settings.items] == ["ns=2;s=L1.made", "ns=2;s=L2.made"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (-7, "-7"),
        (0.1, "0.1"),
        ("Held\0", "Held\ufffd"),
        (SimpleNamespace(Text="Halt", Locale="de"), "Halt"),
        (SimpleNamespace(Text=None, Locale=None), ""),
        (datetime(2026, 11, 20, 8, tzinfo=UTC), "2026-11-20T08:00:00+00:00"),
    ],
)
def test_values_are_spelt_so_that_they_can_be_read_one_way(value: object, text: str) -> None:
    assert Notice(row=0, column="x", value=value).text() == text


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (float("nan"), "no number"),
        (float("-inf"), "no number"),
        ([1, 2], "holds a list"),
        (b"\x01", "structure or bytes"),
        (SimpleNamespace(Speed=3), "structure or bytes"),
    ],
)
def test_values_that_no_cell_can_hold_are_said(value: object, said: str) -> None:
    with pytest.raises(ValueProblem, match=said):
        Notice(row=0, column="x", value=value).text()


def test_a_float_of_32_bits_has_the_digits_that_were_meant() -> None:
    single = 0.10000000149011612
    assert Notice(row=0, column="x", value=single, is_single=True).text() == "0.1"
    assert Notice(row=0, column="x", value=16777216.0, is_single=True).text() == "16777216"
    assert Notice(row=0, column="x", value=single).text() == "0.10000000149011612"


def test_one_item_of_a_list_is_taken() -> None:
    assert Notice(row=0, column="x", value=[5, 6], index=1).text() == "6"
    for value, said in (([5], "number 1"), (5, "holds no list")):
        with pytest.raises(ValueProblem, match=said):
            Notice(row=0, column="x", value=value, index=1).text()


@pytest.mark.parametrize(
    "text", ["ns=2;s=Packer.State", "i=2258", "nsu=http://packer/ua;i=7", "ns=4;g=09087e75-8e5e-499b-954f-f2a9603db28a",
             "ns=3;s=Count [0];=x", "ns=2;b=M/RbKBsRVkePCePcx24oRA=="]
)  # fmt: skip
def test_addresses_are_known(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize("text", ["", "state", "ns=2", "ns=x;i=1", "i=abc", "s=", "ns=2;s=\n", "s=" + "x" * 500])
def test_what_is_no_address_is_known(text: str) -> None:
    assert not is_address(text)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"nodes": {"state": "Packer.State"}}, 'such as "ns=2;s=Packer.State"'),
        ({"nodes": {"made": "ns=2;i=1"}}, "found the column 'bad'"),
        ({"nodes": "x"}, "key nodes"),
        ({"each": {"line": ["L1"], "cell": ["a", "b"]}}, "key each"),
        ({"each": {"line": [str(n) for n in range(51)]}}, "at most 50"),
        ({"each": {"line": [str(n) for n in range(50)]},
          "measure": [{"id": "good", "value": {"column": f"ns=2;i={n}"}} for n in range(10)]}, "expected at most 500"),
        ({"measure": [{"id": "good"}]}, "nothing tells when to count it"),
        ({"every": "0.001 s"}, "key every"),
        ({"nodes": {"a": "i=1", "b": "i=2"}, "state": None, "measure": [{"id": "good", "value": "a * b"}]}, "set on"),
        ({"clock": "mine"}, "key clock"),
        ({"nodes": {"made": {"node": "i=1", "index": "1/2"}}}, "a whole number"),
        ({"sampling": 5}, "is not known"),
    ],
)  # fmt: skip
def test_settings_that_cannot_be_used_are_named(settings: Mapping[str, object], said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Board(settings)
    assert said in str(caught.value)


def test_counters_go_on_unless_another_node_is_read() -> None:
    board = Board({})
    board.hear(told("made", 100, 9))
    mark = board.reader.watermark
    nodes, state = dict(NODES), {"column": "state", "packml": True, "map": {"Held": "E001"}}
    for same in ({}, {"every": "1 s"}, {"state": state}, {"product": {"column": "ns=2;s=recipe"}}):
        assert Board(same, mark).values(told("made", 103, 8)) == ["3"], same
    for other in ({"nodes": {**nodes, "made": "ns=2;s=other"}}, {"url": "opc.tcp://filler"}, {"clock": "server"}):
        assert Board(other, mark).values(told("made", 103, 8)) == [], other
