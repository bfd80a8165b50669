"""Somebody who looks round at a broker finds a topic that comes only every few seconds, and does not wait for ever."""

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from board.sources import hearing, mqtt_look
from board.sources.contract import discover, open_source
from tests.board.sources.broker import Broker, Publisher, publishing, serving
from tests.board.sources.drop import context
from tests.board.sources.uns import OK, spec, told

PATIENCE_S = 30.0
UNMAPPED: Mapping[str, object] = {"topic": None, "node": None, "measure": None}


@contextmanager
def seldom(broker: Broker, publisher: Publisher, after_s: float) -> Iterator[None]:
    """Publish a value so long after somebody has subscribed."""
    ended = threading.Event()

    def tell() -> None:
        broker.wait_for_subscriber()
        if not ended.wait(after_s):
            publisher.send(OK, told(5, datetime.now(UTC)))

    teller = threading.Thread(target=tell, name="seldom tells")
    teller.start()
    try:
        yield
    finally:
        ended.set()
        teller.join()


def test_a_topic_that_says_nothing_at_first_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    spell = replace(mqtt_look.SPELL, silence=timedelta(seconds=PATIENCE_S), length=timedelta(seconds=0.2))
    monkeypatch.setattr(mqtt_look, "SPELL", spell)
    with serving() as broker, publishing(broker) as publisher, seldom(broker, publisher, 1.0):
        found = discover(spec(broker, **UNMAPPED), context(), datetime.now(UTC))
    assert [each.name for each in found] == [OK]


def test_a_value_that_comes_late_is_shown_by_one_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(hearing.overhear.__kwdefaults__ or {}, "silence_s", PATIENCE_S)
    with serving() as broker, publishing(broker) as publisher, seldom(broker, publisher, hearing.QUIET_S + 0.5):
        batches = list(open_source(spec(broker), context()).read(None, datetime.now(UTC)))
    assert [str(each.value) for batch in batches for each in batch.readings] == ["5"]


def test_a_broker_without_a_word_is_left_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mqtt_look, "SPELL", replace(mqtt_look.SPELL, silence=timedelta(seconds=0.5)))
    monkeypatch.setitem(hearing.overhear.__kwdefaults__ or {}, "silence_s", 0.5)
    began_s = time.monotonic()
    with serving() as broker:
        assert discover(spec(broker, **UNMAPPED), context(), datetime.now(UTC)) == ()
        (last,) = open_source(spec(broker), context()).read(None, datetime.now(UTC))
    assert last.readings == ()
    assert time.monotonic() - began_s < PATIENCE_S
    assert mqtt_look.SPELL.length + timedelta(seconds=hearing.SILENCE_S) <= timedelta(seconds=15)
