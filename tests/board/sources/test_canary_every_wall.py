"""One wall over every kind of source that has a secret, which its other end spills: nothing shows or keeps it."""

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.board.sources.broker import Broker
from tests.board.sources.machine import Machine
from tests.board.sources.server import Server
from tests.board.sources.spilling import Spilling as Ledger
from tests.board.sources.spilling import spilling
from tests.board.sources.test_canary import CANARY, HTTP, Spilling, Works, arguments_of, spills
from tests.board.sources.test_canary_mqtt import SOURCES, gossiping
from tests.board.sources.test_canary_wall import LEDGER, UNGUARDED, Hall, wait_for, wall
from tests.board.sources.test_opcua_canary import TABLE, packing

TLS = Path(__file__).parents[2] / "data" / "tls"
BEARER = 'auth = { bearer = { env = "MES_SECRET" } }\n'
CERTIFIED = f"""
{BEARER}
certificate = "{TLS}/client.pem"
certificate_key = "{TLS}/client.key"
certificate_password = {{ file = "mes.key" }}
"""
ASKED = ("bearer", "basic", "header", "query", "events", "held", "certified")
LISTENED = ("scale", "uns", "scada", "packer")


class Everything(Hall):
    """A plant over five servers that spill, and a program that does."""

    def __init__(self, folder: Path, server: Server, broker: Broker, machine: Machine, ledger: Ledger) -> None:
        url = f"http://127.0.0.1:{server.port}"
        Works.__init__(self, folder, url)
        self.server, self.ledger = server, ledger
        self.painted = folder / "painted.txt"
        self.homes["GEMBABOARD_PAGE"] = "sources"
        plant = folder / "plant.toml"
        tables = [plant.read_text(), SOURCES.format(url=broker.url), TABLE.format(url=machine.url)]
        tables.append(
            HTTP.format(id="held", url=url) + 'auth = { bearer = { env = "MES_SECRET" } }\npush = "long poll"\n'
        )
        tables.append(HTTP.format(id="certified", url=url) + CERTIFIED)
        tables.append(LEDGER.format(port=ledger.port))
        plant.write_text("\n".join(tables))

    def heard(self) -> bool:
        """Tell whether every other end has spilt, and something of it is painted and in the database."""
        asked = {each.path.strip("/") for each in list(self.server.asked)}
        if not asked.issuperset(ASKED) or CANARY not in self.ledger.heard:
            return False
        kept = b"".join(self.kept().values())
        return "(hidden)" in self.texts() and all(word in kept for word in (b"(hidden)", b"refuses us", b"edges"))

    def answered(self) -> bool:
        """Tell whether those that tell by themselves have told something that is kept."""
        rows = json.loads(self.said("show", "sources", "--json"))["rows"]
        return {row["id"] for row in rows if row["answered_at"]}.issuperset(LISTENED)


@pytest.fixture
def everything(tmp_path: Path) -> Iterator[Everything]:
    """Return a plant over all of them."""
    folder, apart = tmp_path / "plant", tmp_path / "apart"
    folder.mkdir()
    apart.mkdir()
    server = Server(Spilling())
    try:
        with gossiping(apart) as broker, packing(apart) as machine, spilling() as database:
            yield Everything(folder, server, broker, machine, database)
    finally:
        server.stop()


def test_no_picture_no_file_and_no_argument_has_a_secret_of_any_kind(everything: Everything) -> None:
    seen = ""
    with wall(everything) as board:
        wait_for(board, everything.heard)
        wait_for(board, everything.answered)
        seen += arguments_of(board)
    assert "board.sources.feed" in seen
    assert spills(seen) == []
    assert spills(everything.texts()) == []
    assert {name: found for name, data in everything.kept().items() if (found := spills(data))} == {}
    shown = json.loads(everything.said("show", "sources", "--json"))
    rows = {row["id"]: row for row in shown["rows"]}
    assert rows.keys() == {*ASKED, *LISTENED, "refused", "ledger"}
    for page in ("sources", "sicb"):
        everything.paint("render", str(everything.folder / f"{page}.png"), "--page", page).communicate(timeout=60)
        assert (everything.folder / f"{page}.png").exists()
    assert spills(everything.texts()) == []
    for words in (("show", "sources"), ("show", "sicb", "--json"), ("export", "readings"), ("export", "journal")):
        assert spills(everything.said(*words)) == []


def test_the_canary_would_be_seen(everything: Everything, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(UNGUARDED)
    everything.homes["PYTHONPATH"] = f"{tmp_path}{os.pathsep}{Path(__file__).parents[3]}"
    with contextlib.suppress(AssertionError), wall(everything) as board:
        wait_for(board, lambda: spills(everything.texts()) != [])
    assert spills(everything.texts()) != []
