"""The password of a broker, which all who publish there do their best to spill, is in nothing that the board says."""

import contextlib
import os
import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.board.sources.broker import Broker, Publisher, serving
from tests.board.sources.edge import STRING, EdgeNode, metric, payload
from tests.board.sources.test_canary import AT, CANARY, PLANT, Works, arguments_of, collecting, spills

USER = "board"
SOURCES = """
[[source]]
id = "uns"
kind = "mqtt"
url = "{url}"
user = "board"
password = {{ env = "MES_SECRET" }}
topic = ["plant/{{line}}/{{tag}}", "told/#"]
node = "line-1"
time = "at"
product = {{ column = "spilt" }}
order = {{ column = "spilt" }}
measure = [
    {{ id = "good", value = {{ column = "ok" }}, reason = {{ column = "spilt" }} }},
    {{ id = "scrap", value = {{ column = "total" }}, counter = "total", reason = {{ column = "spilt" }} }},
]
state = {{ column = "state", map = {{ RUN = "running" }} }}

[[source]]
id = "scada"
kind = "mqtt"
url = "{url}"
user = "board"
password = {{ file = "mes.key" }}
payload = "sparkplug"
node = "line-1"
product = {{ column = "device" }}
order = {{ column = "metric" }}
measure = [{{ id = "rework", value = {{ column = "value" }} }}]

[[source]]
id = "refused"
kind = "mqtt"
url = "{url}"
user = "nobody"
password = {{ env = "MES_SECRET" }}
topic = "plant/{{line}}/{{tag}}"
node = "line-1"
measure = [{{ id = "downtime", value = {{ column = "value" }} }}]
"""


class Hall(Works):
    """A plant over a broker that asks for the canary."""

    def __init__(self, folder: Path, broker: Broker) -> None:
        self.folder = folder
        self.url = broker.url
        (folder / "mes.key").write_text(CANARY + "\n")
        (folder / "mes.key").chmod(0o600)
        (folder / "plant.toml").write_text(PLANT + SOURCES.format(url=broker.url))
        self.homes = {f"XDG_{name}_HOME": str(folder / "home" / name) for name in ("DATA", "CONFIG", "STATE", "CACHE")}

    def way(self) -> list[str]:
        """Return options that lead to the broker."""
        given = {"url": self.url, "user": USER, "password": '{ env = "MES_SECRET" }'}
        return [part for key, value in given.items() for part in ("--set", f"{key}={value}")]


class Gossip:
    """Somebody who publishes the secret again and again, wherever there is room for words."""

    def __init__(self, broker: Broker) -> None:
        self.machine = Publisher(broker.port, user=USER, password=CANARY)
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._tell)
        self.thread.start()

    def end(self) -> None:
        self.ended.set()
        self.thread.join()
        self.machine.close()

    def _tell(self) -> None:
        number = 0
        while not self.ended.wait(1.6):  # so that a look, which waits for a lull, is soon over
            number += 1
            row = {"at": AT, "ok": number, "total": number, "spilt": CANARY, "state": CANARY}
            for topic in (f"plant/{CANARY}/ok", "plant/L1/ok", f"told/{CANARY}", f"told/{'x' * 65}/{CANARY}"):
                self.machine.send(topic, row)
                self.machine.send(topic, {**row, "ok": CANARY, "at": CANARY})
                self.machine.send(topic, CANARY)
                self.machine.send(topic, {**row, "at": "x" * 50 + CANARY})
            at = datetime.now(UTC) - timedelta(seconds=number)
            for name in ("edge", CANARY):
                edge = EdgeNode(name=name, birth=number)
                for device in ("Press1", CANARY):
                    self.machine.send(*edge.born(at, {CANARY: number, "Made": number}))
                    self.machine.send(*edge.device_born(at, device, {CANARY: CANARY, "Made": number}))
                    self.machine.send(*edge.says(at, device, {CANARY: CANARY, "Made": number}))
                    odd = payload(metric(CANARY, CANARY, at=at, datatype=STRING), seq=77)
                    self.machine.send(f"spBv1.0/works/DDATA/{name}/{device}", odd)
                self.machine.send(*edge.death())
                self.machine.send(f"spBv1.0/works/NBIRTH/{name}", CANARY)


@contextlib.contextmanager
def gossiping(folder: Path) -> Iterator[Broker]:
    """Run a broker full of gossip, which asks for the canary."""
    words = folder / "users"
    words.write_text(f"{USER}:{CANARY}\n")
    with serving("allow_anonymous false", f"password_file {words}", started=False) as broker:
        subprocess.run([broker.tool("mosquitto_passwd"), "-U", str(words)], check=True, capture_output=True)
        words.chmod(0o644)
        broker.start()
        gossip = Gossip(broker)
        try:
            yield broker
        finally:
            gossip.end()


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    """Return a plant over a broker full of gossip."""
    with gossiping(tmp_path) as broker:
        yield Hall(tmp_path, broker)


def test_what_is_printed_holds_no_secret(hall: Hall) -> None:
    checked = hall.said("check")
    assert "refuses us" in checked
    assert "(hidden)" in checked
    assert spills(checked) == []
    printed = hall.said("collect", "--print")
    assert '"product":"(hidden)"' in printed
    assert '"source":"scada"' in printed
    assert spills(printed) == []
    wanted = ("--id", "more", "--kind", "mqtt", "--set", "topic=plant/{line}/{tag}", "--dry-run", "--yes")
    found = hall.said("source", "add", *wanted, *hall.way())
    assert "more" in found
    assert spills(found) == []


def test_what_is_kept_exported_and_run_holds_no_secret(hall: Hall) -> None:
    with collecting(hall) as board:
        until_s = time.monotonic() + 60
        seen = ""
        while not all(word in b"".join(hall.kept().values()) for word in (b"(hidden)", b"refuses us", b"edges")):
            assert time.monotonic() < until_s
            assert board.poll() is None
            seen += arguments_of(board)
            time.sleep(0.2)
        began_s = time.monotonic()
        while time.monotonic() - began_s < 3:
            seen += arguments_of(board)
            time.sleep(0.2)
    assert spills(seen) == []
    kept = hall.kept()
    assert any(name.endswith("board.db") for name in kept)
    assert {name: found for name, data in kept.items() if (found := spills(data))} == {}
    for what in ("csv", "json"):
        exported = hall.said("export", "readings", "--format", what)
        assert "(hidden)" in exported
        assert spills(exported) == []


def test_the_canary_would_be_heard(hall: Hall, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import board.sources.hide as it\nit.hidden = lambda text: text\nit.hidden_batch = lambda batch: batch\n"
    )
    hall.homes["PYTHONPATH"] = f"{tmp_path}{os.pathsep}{Path(__file__).parents[3]}"
    assert spills(hall.said("collect", "--print")) != []
