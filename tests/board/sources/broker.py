"""A real Mosquitto on a port and in a folder of its own, which a test starts late, stops, kills and starts again."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import paho.mqtt.client as paho
import pytest
from paho.mqtt.enums import CallbackAPIVersion

PATIENCE_S = 20.0
PASSWORD = "open-sesame-77"
USER = "board"


class Broker:
    """One broker; it keeps its port, and after `stop` its sessions and retained messages too, while it is away."""

    def __init__(self, folder: Path, program: str, lines: Sequence[str]) -> None:
        self.folder = folder
        self.lines = list(lines)
        self.log: list[str] = []
        self.moved = threading.Condition()
        self._program = program
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None
        with socket.socket() as asked:
            asked.bind(("127.0.0.1", 0))
            self.port = int(asked.getsockname()[1])

    @property
    def url(self) -> str:
        return f"mqtt://127.0.0.1:{self.port}"

    def tool(self, name: str) -> str:
        """Return a program that came with the broker."""
        return shutil.which(name) or str(Path(self._program).with_name(name))

    def start(self) -> None:
        """Be there, unless it is already."""
        if self._process is not None:
            return
        given = [f"listener {self.port} 127.0.0.1", *(self.lines or ["allow_anonymous true"])]
        own = ["persistence true", f"persistence_location {self.folder}/", "log_dest stderr", "log_type all"]
        if os.getuid() == 0:
            own.append("user root")
        (self.folder / "mosquitto.conf").write_text("\n".join([*given, *own]) + "\n")
        before = len(self.log)
        self._process = subprocess.Popen(
            [self._program, "-c", str(self.folder / "mosquitto.conf")],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        self._reader = threading.Thread(target=self._read, args=(self._process,), name="broker's log")
        self._reader.start()
        self.wait_for_log(" running", since=before)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """Go away, keeping what it has to keep; with SIGKILL as if it had crashed."""
        if self._process is None:
            return
        self._process.send_signal(how)
        self._process.wait(PATIENCE_S)
        if self._reader is not None:
            self._reader.join()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._process = None

    def hang(self) -> None:
        """Say nothing more, and hold every connection open."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Speak again after `hang`."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def wait_for_log(self, text: str, *, since: int = 0, times: int = 1) -> list[str]:
        """Wait until the broker's log has so many lines with a text; return them."""

        def found() -> list[str]:
            return [line for line in self.log[since:] if text in line]

        with self.moved:
            assert self.moved.wait_for(lambda: len(found()) >= times, PATIENCE_S), (text, self.log[-20:])
            return found()

    def wait_for_subscriber(self, *, times: int = 1, since: int = 0) -> None:
        """Wait until somebody has subscribed."""
        self.wait_for_log("Sending SUBACK", times=times, since=since)

    def wait_for_receipts(self, count: int) -> None:
        """Wait until a board has given so many receipts."""
        self.wait_for_log("Received PUBACK from gembaboard", times=count)

    def _read(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout is not None
        for line in process.stdout:
            with self.moved:
                self.log.append(line.rstrip())
                self.moved.notify_all()


class Publisher:
    """Somebody who publishes: a machine, or a stranger."""

    def __init__(
        self,
        port: int,
        *,
        user: str = "",
        password: str = PASSWORD,
        prepare: Callable[[paho.Client], None] | None = None,
    ) -> None:
        self.client = paho.Client(CallbackAPIVersion.VERSION2)
        if user:
            self.client.username_pw_set(user, password)
        if prepare is not None:
            prepare(self.client)
        self.client.connect("127.0.0.1", port)
        self.client.loop_start()

    def send(self, topic: str, payload: object, *, qos: int = 1, retain: bool = False) -> None:
        """Publish one message and wait until the broker has it; what is neither bytes nor text is sent as JSON."""
        data = payload if isinstance(payload, bytes | str) else json.dumps(payload)
        found = self.client.publish(topic, data, qos=qos, retain=retain)
        found.wait_for_publish(PATIENCE_S)

    def crash(self) -> None:
        """Be gone without a word: the broker sends the last will."""
        self.client.loop_stop()
        found = self.client.socket()
        assert isinstance(found, socket.socket)
        found.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Go."""
        self.client.disconnect()
        self.client.loop_stop()


def program() -> str:
    """Return where Mosquitto is; without it the test is skipped at the desk and fails in CI."""
    there = shutil.which("mosquitto") or shutil.which("mosquitto", path="/usr/sbin:/usr/local/sbin")
    if there is not None:
        return there
    said = "Mosquitto is not installed here; `make test` installs it, or: apt-get install mosquitto"
    if os.environ.get("CI"):
        pytest.fail(said, pytrace=False)
    pytest.skip(said)


@contextlib.contextmanager
def serving(*lines: str, started: bool = True) -> Iterator[Broker]:
    """Run a broker for a test; `lines` of its configuration replace the one that lets everybody in."""
    there = program()
    folder = Path(tempfile.mkdtemp(prefix="gembaboard-"))
    broker = Broker(folder, there, lines)
    try:
        if started:
            broker.start()
        yield broker
    finally:
        with contextlib.suppress(AssertionError):
            broker.go_on()
        broker.stop(signal.SIGKILL)
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def publishing(broker: Broker, **how: object) -> Iterator[Publisher]:
    """Be somebody who publishes."""
    publisher = Publisher(broker.port, **how)  # type: ignore[arg-type]
    try:
        yield publisher
    finally:
        publisher.close()
