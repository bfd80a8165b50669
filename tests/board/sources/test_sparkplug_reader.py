"""Births, aliases, lost messages and deaths of Sparkplug B: a value is what its birth calls it, or it is none."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from board.kpi.reading import Reading
from board.plant.plant import SourceSpec
from board.sources.complaining import Complaining
from board.sources.contract import SettingsError
from board.sources.mqtt_message import Arrival, Aside, Message, Telling
from board.sources.mqtt_setting import read_settings
from board.sources.sparkplug_edge import LONGEST_BODY, MOST_EDGES
from board.sources.sparkplug_reader import SparkplugReader
from tests.board.sources.drop import context
from tests.board.sources.edge import INT32, EdgeNode, metric, payload

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SETTINGS: Mapping[str, object] = {
    "url": "mqtt://broker",
    "payload": "sparkplug",
    "node": {"column": "device", "map": {"Press1": "line-1", "Press2": "line-2"}},
    "measure": [
        {"id": "good", "when": {"metric": "Made"}, "value": {"column": "value"}, "counter": "total"},
        {"id": "scrap", "when": {"metric": "Bad"}, "value": {"column": "value"}},
    ],
    "state": {"column": "value", "when": {"metric": "State"}, "map": {"RUN": "running", "JAM": "labeller-jam"}},
}


class Host:
    """A board that hears an edge node, minute by minute."""

    def __init__(self, **settings: object) -> None:
        spec = SourceSpec(id="scada", kind="mqtt", settings={**SETTINGS, **settings})
        self.settings = read_settings(spec, context())
        self.complaining = Complaining("scada")
        self.told: list[Reading] = []
        self.reader = SparkplugReader(self.settings, context(), "scada", {})

    def restart(self, memory: Mapping[str, object] | None = None) -> None:
        """Go on as a new process does."""
        remembered = json.loads(json.dumps(self.reader.remembered() if memory is None else memory))
        self.reader = SparkplugReader(self.settings, context(), "scada", remembered)

    def hear(self, minute: float, message: tuple[str, bytes], *, retained: bool = False) -> list[str]:
        """Take one message at a minute; return measure and value of what it gives."""
        at = NOW + timedelta(minutes=minute)
        came = Message(topic=message[0], payload=message[1], retained=retained)
        readings = self.reader.read(
            Telling(message=came, arrival=Arrival(at=at, since=at), complaining=self.complaining)
        )
        self.told += readings
        return [f"{each.node} {each.measure} {each.value}" for each in readings]

    def aside(self) -> Aside:
        return self.reader.aside()

    @property
    def said(self) -> list[str]:
        return [f"{each.where}: {each.said}" for each in self.complaining.take()]


def minute(number: float) -> datetime:
    return NOW + timedelta(minutes=number)


def born(host: Host, **values: object) -> EdgeNode:
    """Have an edge node with one device born at noon."""
    edge = EdgeNode()
    host.hear(0, edge.born(NOW))
    host.hear(0, edge.device_born(NOW, "Press1", values or {"Made": 100, "Bad": 3, "State": "RUN", "Heat": 81.5}))
    return edge


def test_aliases_mean_what_the_birth_says() -> None:
    host = Host()
    edge = born(host)
    assert host.told == [], "a birth says what stands there, not that anything was made"
    assert host.hear(1, edge.says(minute(1), "Press1", {"Made": 104, "Bad": 2, "Heat": 90.0})) == [
        "line-1 good 4",
        "line-1 scrap 2",
    ]
    assert host.told[1].start == host.told[1].end == minute(1)
    assert host.said == []


@pytest.mark.parametrize("marks", [{}, {"thousands": "."}, {"decimal": ","}])
def test_marks_are_those_of_texts_and_a_number_is_what_it_is(marks: Mapping[str, object]) -> None:
    host = Host(**marks)
    edge = born(host, Bad=0.5)
    assert host.hear(1, edge.says(minute(1), "Press1", {"Bad": 1.234})) == ["line-1 scrap 617/500"]


def test_the_same_again_is_the_same_reading_also_out_of_a_birth() -> None:
    host = Host(measure=[{"id": "good", "when": {"metric": "Made"}, "value": {"column": "value"}, "counter": "total"}])
    edge = born(host)
    message = edge.says(minute(1), "Press1", {"Made": 104})
    host.hear(1, message)
    host.hear(1, message)
    host.hear(2, edge.born(minute(2)))
    host.hear(2, edge.device_born(minute(1), "Press1", {"Made": 104, "Bad": 3, "State": "RUN", "Heat": 81.5}))
    assert len({each.key for each in host.told}) == 1
    assert host.said == []


def test_an_alias_without_a_birth_is_nothing_and_is_said_once() -> None:
    host = Host(rebirth=False)
    edge = EdgeNode(aliases={"Made": 1})
    for number in range(3):
        assert host.hear(number, edge.says(minute(number), "Press1", {"Made": 7})) == []
    (said,) = host.said
    assert said.startswith("edge node works/edge1: its birth was not heard, so what it tells by alias is passed over")
    assert "with rebirth = true the board would ask it for that" in said
    assert host.aside().wishes == ()


def test_an_edge_node_is_asked_for_its_birth_where_that_is_allowed() -> None:
    host = Host()
    edge = EdgeNode(aliases={"Made": 1})
    for seconds in (0, 5, 50):
        host.hear(seconds / 60, edge.says(NOW, "Press1", {"Made": 7}))
    ((topic, wish),) = host.aside().wishes
    assert topic == "spBv1.0/works/NCMD/edge1"
    assert b"Node Control/Rebirth" in wish
    assert host.said == []
    host.hear(2, edge.says(NOW, "Press1", {"Made": 7}))
    assert len(host.aside().wishes) == 1, "once a minute"
    assert ["it was asked and has not answered" in said for said in host.said] == [True]


@pytest.mark.parametrize("restarts", [False, True])
def test_after_a_lost_message_aliases_are_believed_only_behind_the_next_birth(restarts: bool) -> None:
    host = Host()
    edge = born(host)
    if restarts:
        host.restart()
    assert host.hear(1, edge.says(minute(1), "Press1", {"Made": 105})) == ["line-1 good 5"]
    edge.loses()
    if restarts:
        host.restart()
    assert host.hear(2, edge.says(minute(2), "Press1", {"Made": 110})) == []
    assert len(host.aside().wishes) == 1
    assert host.hear(2.5, edge.says(minute(2.5), "Press1", {"Made": 111})) == []
    named = payload(metric(7, "Bad", at=minute(3), datatype=INT32), seq=edge.seq + 1)
    edge.loses()
    assert host.hear(4, (f"spBv1.0/works/DDATA/{edge.name}/Press1", named)) == ["line-1 scrap 7"], "a name is a name"
    host.hear(5, edge.born(minute(5)))
    assert host.hear(5, edge.device_born(minute(5), "Press1", {"Made": 112, "Bad": 1})) == ["line-1 good 7"]
    assert host.hear(6, edge.says(minute(6), "Press1", {"Made": 113})) == ["line-1 good 1"]
    assert host.said == []


def test_over_lost_messages_nobody_says_how_long_a_stop_was() -> None:
    for lost, birth, stood in ((0, 0, 20), (1, 0, 5), (0, 1, 12)):
        host = Host()
        edge = born(host, Made=100, State="JAM", Bad=0)
        host.hear(5, edge.says(minute(5), "Press1", {"Made": 100}))
        edge.loses(lost)
        host.hear(12, edge.says(minute(12), "Press1", {"Made": 100}))
        edge.birth = birth
        host.hear(20, edge.born(minute(20)))
        host.hear(20, edge.device_born(minute(20), "Press1", {"Made": 107, "State": "RUN", "Bad": 0}))
        stops = {each.key: each for each in host.told if each.measure == "downtime"}
        assert [int(each.value or 0) for each in stops.values()] == [stood]


def test_numbers_go_round_and_the_last_one_again_is_no_gap() -> None:
    host = Host()
    edge = born(host)
    for number in range(600):
        message = edge.says(minute(number / 60), "Press1", {"Made": 100 + number})
        host.hear(number / 60, message)
        if number % 100 == 0:
            host.hear(number / 60, message)
    assert sum(each.value or 0 for each in {one.key: one for one in host.told}.values()) == 599
    assert host.said == []


def test_a_death_ends_all_that_the_edge_node_told_and_one_of_an_earlier_life_nothing() -> None:
    host = Host()
    edge = born(host)
    host.hear(1, edge.says(minute(1), "Press1", {"Made": 104, "State": "JAM"}))
    assert host.hear(6, edge.says(minute(6), "Press1", {"Made": 104}))[-1] == "line-1 downtime 5"
    old = edge.death()
    edge.birth = 1
    host.hear(7, edge.born(minute(7)))
    host.hear(7, edge.device_born(minute(7), "Press1", {"Made": 104, "State": "JAM", "Bad": 0}))
    assert host.aside().gone == ()
    host.hear(8, old)
    assert host.aside().gone == (), "the will of an earlier life comes late"
    host.hear(9, edge.says(minute(9), "Press1", {"Made": 106}))
    host.hear(10, edge.death())
    assert host.aside().gone == ("line-1",)
    assert host.hear(11, edge.says(minute(11), "Press1", {"Made": 120})) == []
    edge.birth = 2
    host.hear(20, edge.born(minute(20)))
    assert host.hear(20, edge.device_born(minute(20), "Press1", {"Made": 108, "State": "RUN", "Bad": 0})) == [
        "line-1 good 2"
    ]
    stops = {each.key: each for each in host.told if each.measure == "downtime"}
    told = [(each.start, str(each.value)) for each in stops.values()]
    assert told == [(minute(1), "5"), (minute(7), "3")], "as long as it is known to have lasted, until it died"


def test_a_device_dies_alone() -> None:
    host = Host(rebirth=False)
    edge = born(host)
    host.hear(0, edge.device_born(NOW, "Press2", {"Made": 5, "Bad": 0}))
    host.hear(1, edge.device_dies(minute(1), "Press2"))
    assert host.aside().gone == ("line-2",)
    assert host.hear(2, edge.says(minute(2), "Press1", {"Made": 101})) == ["line-1 good 1"]
    assert host.hear(2, edge.says(minute(2), "Press2", {"Made": 9})) == []
    assert ["its birth was not heard" in said for said in host.said] == [True]


def test_the_historical_is_the_past() -> None:
    host = Host()
    edge = born(host)
    host.hear(60, edge.says(minute(60), "Press1", {"Made": 130}))
    assert host.hear(61, edge.says(minute(20), "Press1", {"Made": 110, "Bad": 1}, historical=True)) == [
        "line-1 good 10",
        "line-1 good 20",
        "line-1 scrap 1",
    ]
    assert host.told[-1].end == minute(20)
    timeless = payload(metric(5, "Bad", historical=True), at=minute(62), seq=edge.seq + 1)
    assert host.hear(62, ("spBv1.0/works/DDATA/edge1/Press1", timeless)) == []
    assert host.said == ["spBv1.0/works/DDATA/edge1/Press1, Bad: Bad is historical and has no time"]


def test_what_is_null_or_of_bad_quality_is_missing_and_never_zero() -> None:
    host = Host()
    edge = born(host)
    assert host.hear(1, edge.says(minute(1), "Press1", {"Bad": None, "Made": None})) == ["line-1 scrap None"]
    poor = payload(metric(9, alias=edge.aliases["Bad"], at=minute(2), quality=0), seq=edge.seq + 1)
    assert host.hear(2, ("spBv1.0/works/DDATA/edge1/Press1", poor)) == ["line-1 scrap None"]
    good = payload(metric(9, alias=edge.aliases["Bad"], at=minute(3), quality=192), seq=edge.seq + 2)
    assert host.hear(3, ("spBv1.0/works/DDATA/edge1/Press1", good)) == ["line-1 scrap 9"]


def test_an_alias_given_twice_means_neither() -> None:
    host = Host()
    edge = EdgeNode()
    host.hear(0, edge.born(NOW))
    twice = [metric(1, name, alias=7, at=NOW, datatype=INT32) for name in ("Bad", "Made")]
    host.hear(0, ("spBv1.0/works/DBIRTH/edge1/Press1", payload(*twice, at=NOW, seq=1)))
    edge.loses()
    edge.aliases = {"Bad": 7}
    assert host.hear(1, edge.says(minute(1), "Press1", {"Bad": 5})) == []


def test_metrics_of_the_edge_node_itself_count_too() -> None:
    host = Host(node={"column": "edge", "map": {"edge1": "line-1"}})
    edge = EdgeNode()
    host.hear(0, edge.born(NOW, {"Made": 1, "Bad": 0}))
    assert host.hear(1, edge.says(minute(1), "", {"Bad": 2})) == ["line-1 scrap 2"]


def test_a_single_device_is_followed_through_all_that_its_edge_node_says() -> None:
    host = Host(topic="spBv1.0/works/{message}/{edge}/Press1", node="line-1")
    assert host.settings.topics.filters == ("spBv1.0/works/+/+/#",)
    edge = born(host)
    host.hear(0, edge.device_born(NOW, "Press2", {"Made": 5, "Bad": 0}))
    assert host.hear(1, edge.says(minute(1), "Press2", {"Made": 9})) == []
    assert host.hear(2, edge.says(minute(2), "Press1", {"Made": 101})) == ["line-1 good 1"]
    assert host.said == []


def test_what_the_broker_retained_and_what_is_none_of_sparkplug_is_no_value() -> None:
    host = Host()
    edge = EdgeNode()
    assert host.hear(0, edge.born(NOW), retained=True) == []
    for topic in ("spBv1.0/works/NCMD/edge1", "spBv1.0/STATE/scada", "spBv1.0/works/DDATA/edge1", "plant/x/y/z"):
        assert host.hear(0, (topic, b"\x08\x01")) == []
    assert [said.partition(" was ")[2][:8] for said in host.said] == ["retained"]
    assert host.hear(0, ("spBv1.0/works/NBIRTH/edge1", b"{}")) == []
    assert len(host.said) == 1


def test_a_flood_of_edge_nodes_costs_no_more_than_there_is_room_for() -> None:
    host = Host()
    edge = EdgeNode()
    for number in range(300):
        edge = EdgeNode(name=f"edge{number}")
        host.hear(0, edge.born(NOW, {"Made": 1, "Bad": 1}))
        host.hear(0, edge.device_born(NOW, "Press1", {"Made": 1, "Bad": 1, **{f"other {n}": n for n in range(50)}}))
    body = host.reader.remembered()["edges"]
    assert len(json.dumps(body)) <= LONGEST_BODY * 1.2
    assert MOST_EDGES >= len(json.loads(json.dumps(body))) > 50
    host.restart()
    assert host.hear(1, edge.says(minute(1), "Press1", {"Bad": 4})) == ["line-1 scrap 4"]


def test_births_are_asked_for_anew_once_other_metrics_are_wanted() -> None:
    host = Host()
    edge = born(host)
    host.settings = Host(measure=[{"id": "good", "when": {"metric": "Heat"}, "value": {"column": "value"}}]).settings
    host.restart()
    assert host.hear(1, edge.says(minute(1), "Press1", {"Heat": 90.0})) == []
    assert len(host.aside().wishes) == 1
    host.hear(2, edge.born(minute(2)))
    host.hear(2, edge.device_born(minute(2), "Press1", {"Made": 104, "Heat": 81.5}))
    host.restart()
    assert host.hear(3, edge.says(minute(3), "Press1", {"Heat": 90.0})) == ["line-1 good 90"]


@pytest.mark.parametrize(
    "body",
    [
        None,
        7,
        [],
        {"x": None},
        {"x": [1, "a", None, {}, {}]},
        {"x": [1, 1, 1, 5, {}]},
        {"x": [1, 1, 1, {"d": [1, [["a"]]]}, {}]},
        {"x": [1, 1, 1, {}, {"d": 5}]},
    ],
)
def test_a_watermark_that_is_none_is_begun_anew(body: object) -> None:
    host = Host()
    host.restart({"edges": body, "wanted": host.reader.remembered()["wanted"]})
    edge = born(host)
    assert host.hear(1, edge.says(minute(1), "Press1", {"Bad": 4})) == ["line-1 scrap 4"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"topic": "plant/{line}/{tag}"}, "expected one such as 'spBv1.0/{group}/{message}/{edge}/{device}'"),
        ({"rows": "$.x"}, "no rows beside payload"),
        ({"order": {"column": "job"}}, "found the column 'job', expected one of historical, metric"),
        ({"payload": "json", "rebirth": True, "topic": "a/{metric}/{device}"}, "it only beside payload"),
    ],
)
def test_settings_that_cannot_be_are_named(change: dict[str, object], said: str) -> None:
    with pytest.raises(SettingsError, match="source scada") as caught:
        Host(**change)
    assert said in str(caught.value)
