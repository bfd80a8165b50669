"""A secret that a server and a program do their best to spill is in nothing that the board says, keeps or shows."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.board.sources.server import STREAM, Asked, Events, Reply, Server, as_json
from tests.board.sources.works import WORKS

CANARY = "kanari/vogel & 7=singt"
SPELLINGS = (CANARY, "kanari%2Fvogel", "kanari/vogel", "a2FuYXJpL3ZvZ2VsICYgNz1zaW5nd", "vogel")
AT = (datetime.now(UTC) - timedelta(minutes=2)).replace(microsecond=0).isoformat()
PLANT = WORKS
HTTP = """
[[source]]
id = "{id}"
kind = "http"
url = "{url}/{id}"
key = "id"
node = "line-1"
time = "at"
poll_s = 1
product = {{ column = "spilt" }}
measure = [{{ id = "good", value = {{ column = "ok" }}, reason = {{ column = "spilt" }} }}]
"""
COMMAND = """
[[source]]
id = "scale"
kind = "command"
command = [{python}, "scale.py"]
environment_file = "scale.env"
poll_s = 1
"""
SCALE = f"""
import json, os, sys, time
spilt = os.environ["SCALE_PASSWORD"]
reading = {{"node": "line-1", "measure": "good", "start": {AT!r}, "value": 1, "product": spilt, "order": spilt,
           "unit": spilt, "key": "key " + spilt}}
run = {{"node": "line-1", "start": {AT!r}, "product": spilt}}
print(json.dumps({{"readings": [reading], "watermark": spilt, "runs": [run]}}))
for rubbish in (spilt, json.dumps({{"node": spilt}}), json.dumps(reading | {{"value": spilt}}),
                json.dumps({{"complaints": [{{"source": "x", "where": spilt, "said": spilt}}], "readings": []}})):
    print(rubbish)
sys.stdout.flush()
time.sleep(1)
print(spilt, file=sys.stderr)
sys.exit(spilt)
"""


class Spilling:
    """A server that says what it was shown wherever it can."""

    def __init__(self) -> None:
        self.events = Events()
        self.asked = 0

    def __call__(self, asked: Asked) -> Reply | None:
        spilt = asked.query.get("apikey") or asked.headers.get("Authorization", "").removeprefix("Bearer ")
        assert CANARY in (spilt, asked.headers.get("X-Key")) or "Basic" in spilt
        self.asked += 1
        rows = [{"id": f"{n} {spilt}", "at": AT, "ok": ok, "spilt": spilt} for n, ok in enumerate((1, spilt))]
        if asked.path.endswith("events"):
            self.events.write(f"id: {spilt}\nevent: {spilt}\ndata: {json.dumps(rows)}\n\ndata: {spilt}\n\n".encode())
            return Reply(pieces=self.events, headers=STREAM)
        if self.asked % 4 == 0:
            return Reply(status=401, headers={"WWW-Authenticate": f'Basic realm="{spilt}"'})
        if self.asked % 4 == 1:
            return Reply(status=302, headers={"Location": f"/{spilt}?token={spilt}".replace(" ", "%20")})
        if self.asked % 4 == 2:
            return Reply(spilt.encode(), headers={"Content-Type": spilt})
        return as_json(rows, ETag=f'"{spilt}"', **{"Last-Modified": spilt})


class Works:
    """A plant whose sources all have secrets."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        (folder / "scale.py").write_text(SCALE)
        for name, text in (("scale.env", f"SCALE_PASSWORD={CANARY}\n"), ("mes.key", CANARY + "\n")):
            (folder / name).write_text(text)
            (folder / name).chmod(0o600)
        ways = {
            "bearer": '{ bearer = { env = "MES_SECRET" } }',
            "basic": '{ user = "board", password = { file = "mes.key" } }',
            "header": '{ header = "X-Key", key = { env = "MES_SECRET" } }',
            "query": '{ parameter = "apikey", key = { file = "mes.key" } }',
        }
        tables = [HTTP.format(id=name, url=url) + f"auth = {auth}\n" for name, auth in ways.items()]
        tables.append(HTTP.format(id="events", url=url) + f'auth = {ways["bearer"]}\npush = "events"\n')
        tables.append(COMMAND.format(python=json.dumps(sys.executable)))
        (folder / "plant.toml").write_text(PLANT + "".join(tables))
        self.homes = {f"XDG_{name}_HOME": str(folder / "home" / name) for name in ("DATA", "CONFIG", "STATE", "CACHE")}

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start the board's command."""
        return subprocess.Popen(
            [sys.executable, "-c", "import sys; from kiosk.command import main; sys.exit(main())", *arguments],
            env={**os.environ, **self.homes, "MES_SECRET": CANARY},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def said(self, *arguments: str) -> str:
        """Run the board's command to its end, and return all it said."""
        out, err = self.start(*arguments, "--plant", str(self.folder)).communicate(timeout=120)
        return out + err

    def kept(self) -> dict[str, bytes]:
        """Return every file that the board wrote."""
        return {str(path): path.read_bytes() for path in (self.folder / "home").rglob("*") if path.is_file()}


@pytest.fixture
def works(tmp_path: Path) -> Iterator[Works]:
    """Return a plant over a server that spills."""
    server = Server(Spilling())
    try:
        yield Works(tmp_path, f"http://127.0.0.1:{server.port}")
    finally:
        server.stop()


def spills(text: str | bytes) -> list[str]:
    """Return the spellings of the secret that a text holds."""
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    return [spelling for spelling in SPELLINGS if spelling.encode() in data]


@contextmanager
def collecting(works: Works) -> Iterator["subprocess.Popen[str]"]:
    """Run the board without its window."""
    board = works.start("collect", "--plant", str(works.folder))
    try:
        yield board
    finally:
        board.send_signal(signal.SIGTERM)
        out, err = board.communicate(timeout=60)
        assert spills(out + err) == []


def arguments_of(board: "subprocess.Popen[Any]") -> str:
    """Return the arguments of the board and of all that it started."""
    found = []
    for each in (psutil.Process(board.pid), *psutil.Process(board.pid).children(recursive=True)):
        try:
            found.append(" ".join(each.cmdline()))
        except psutil.Error:
            continue
    return "\n".join(found)


def test_what_is_printed_holds_no_secret(works: Works) -> None:
    checked = works.said("check")
    assert "401" in checked or "moved" in checked
    assert "(hidden)" in checked
    assert spills(checked) == []
    printed = works.said("collect", "--print")
    assert "(hidden)" in printed
    assert '"product":"(hidden)"' in printed
    assert spills(printed) == []


def test_what_is_kept_exported_and_run_holds_no_secret(works: Works) -> None:
    with collecting(works) as board:
        until_s = time.monotonic() + 60
        seen = ""
        while not ("scale.py" in seen and b"(hidden)" in b"".join(works.kept().values())):
            assert time.monotonic() < until_s
            assert board.poll() is None
            seen += arguments_of(board)
            time.sleep(0.2)
        began_s = time.monotonic()
        while time.monotonic() - began_s < 6:  # several rounds of every kind of answer
            seen += arguments_of(board)
            time.sleep(0.2)
    assert spills(seen) == []
    kept = works.kept()
    assert any(name.endswith("board.db") for name in kept)
    assert any("log" in name for name in kept)
    assert {name: found for name, data in kept.items() if (found := spills(data))} == {}
    for what in ("csv", "json"):
        exported = works.said("export", "readings", "--format", what)
        assert "(hidden)" in exported
        assert spills(exported) == []


def test_the_canary_would_be_heard(works: Works, tmp_path: Path) -> None:
    hide = Path(__file__).parents[3] / "board" / "sources" / "hide.py"
    (tmp_path / "sitecustomize.py").write_text(
        "import board.sources.hide as it\nit.hidden = lambda text: text\nit.hidden_batch = lambda batch: batch\n"
    )
    assert hide.is_file()
    works.homes["PYTHONPATH"] = f"{tmp_path}{os.pathsep}{Path(__file__).parents[3]}"
    assert spills(works.said("check")) != []
    assert spills(works.said("collect", "--print")) != []
