"""Whom a broker lets in, whom the board believes, and what it says where either does not."""

import socket
import subprocess
import threading
import tomllib
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from board.plant.plant import SourceSpec
from board.sources import feeder
from board.sources.contract import SettingsError, SourceError, open_source
from tests.board.sources.broker import PASSWORD, USER, Broker, publishing, serving
from tests.board.sources.drop import context
from tests.board.sources.kiosk import Kiosk, running
from tests.board.sources.uns import OK, spec, told

NOW = datetime.now(UTC).replace(microsecond=0)
TLS = Path(__file__).parents[2] / "data" / "tls"
AUTHORITY = str(TLS / "authority.pem")
SECURED = (f"cafile {AUTHORITY}", f"certfile {TLS}/server.pem", f"keyfile {TLS}/server.pem")
BOTH = pytest.mark.parametrize("version", ["5", "3.1.1"])


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeder, "LONGEST_PAUSE_S", 1.0)


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[Broker]:
    """Return a broker that asks for user and password."""
    words = tmp_path / "users"
    words.write_text(f"{USER}:{PASSWORD}\n")
    with serving("allow_anonymous false", f"password_file {words}", started=False) as broker:
        subprocess.run([broker.tool("mosquitto_passwd"), "-U", str(words)], check=True, capture_output=True)
        words.chmod(0o644)
        broker.start()
        yield broker


def secured(broker: Broker, **settings: object) -> dict[str, object]:
    """Return settings that ask for TLS."""
    return {"url": f"mqtts://127.0.0.1:{broker.port}", "authority": AUTHORITY, **settings}


def look(broker: Broker | None, **settings: object) -> list[str]:
    """Take one look; return the values."""
    environment = {"RIGHT": PASSWORD, "WRONG": "guessed-it-9", "LOCKED": "locked-for-tests"}
    with TemporaryDirectory() as folder:  # a clone gives no file to its owner alone
        for path in TLS.iterdir():
            (Path(folder) / path.name).write_bytes(path.read_bytes())
            (Path(folder) / path.name).chmod(0o600)
        source = open_source(spec(broker, **settings), context(Path(folder), environment=environment))
        assert source.check(NOW) == ()
        return [str(each.value) for batch in source.read(None, NOW) for each in batch.readings]


def refused(broker: Broker | None, **settings: object) -> SourceError:
    """Take a look that fails; return why."""
    with pytest.raises(SourceError) as caught:
        look(broker, **settings)
    assert PASSWORD not in str(caught.value)
    assert "guessed-it-9" not in str(caught.value)
    return caught.value


@BOTH
def test_the_right_user_is_let_in_and_nobody_else(guarded: Broker, version: str) -> None:
    with publishing(guarded, user=USER) as machine:
        machine.send(OK, told(5, NOW - timedelta(minutes=2)), retain=True)
    assert look(guarded, user=USER, password={"env": "RIGHT"}, version=version) == ["5"]
    for settings in ({}, {"user": USER}, {"user": USER, "password": {"env": "WRONG"}}):
        found = refused(guarded, version=version, **settings)
        assert "refuses us" in str(found)
        assert "renew user and password" in str(found)
        assert found.not_before == timedelta(minutes=1), "it is not asked again and again"


@BOTH
def test_a_broker_is_believed_by_the_plants_own_authority_alone(version: str) -> None:
    with serving("allow_anonymous true", *SECURED) as broker:
        with publishing(broker, prepare=lambda client: client.tls_set(AUTHORITY)) as machine:
            machine.send(OK, told(5, NOW - timedelta(minutes=2)), retain=True)
        assert look(broker, **secured(broker, version=version)) == ["5"]
        stranger = str(refused(broker, **secured(broker, version=version, authority="client.pem")))
        assert "is not to be trusted" in stranger
        assert "set authority" in stranger
        assert "is not to be trusted" in str(refused(broker, url=f"mqtts://127.0.0.1:{broker.port}", version=version))
        wrong_name = refused(broker, **secured(broker, version=version, url=f"mqtts://localhost:{broker.port}"))
        assert "localhost" in str(wrong_name)
        assert "check the broker's name" in str(wrong_name)
        assert "hangs up before it greets us" in str(refused(broker, version=version)), "without TLS"
    with serving() as plain:
        assert "cannot be reached" in str(refused(plain, **secured(plain, version=version)))


@BOTH
def test_a_broker_that_wants_to_know_us_is_shown_our_certificate(version: str) -> None:
    own = {
        "certificate": "client.pem",
        "certificate_key": "client.key",
        "certificate_password": {"env": "LOCKED"},
    }
    with serving("allow_anonymous true", *SECURED, "require_certificate true") as broker:
        known = [AUTHORITY, str(TLS / "client.pem"), str(TLS / "client.key")]
        with publishing(broker, prepare=lambda it: it.tls_set(*known, keyfile_password="locked-for-tests")) as machine:
            machine.send(OK, told(5, NOW - timedelta(minutes=2)), retain=True)
        assert look(broker, **secured(broker, version=version, **own)) == ["5"]
        broker.wait_for_log("New client connected")
        found = str(refused(broker, **secured(broker, version=version)))
        assert "hangs up before it greets us" in found or "cannot be reached" in found


def test_certificates_that_cannot_be_used_are_said_by_check(tmp_path: Path) -> None:
    (tmp_path / "open.key").write_bytes((TLS / "client.key").read_bytes())
    (tmp_path / "open.key").chmod(0o644)
    with serving() as broker:
        for settings, said in (
            ({"authority": "nowhere.pem"}, "the certificates cannot be used"),
            ({"certificate": str(TLS / "client.pem"), "certificate_key": "open.key"}, "can be read by others"),
            ({"user": USER, "password": {"env": "UNSET"}}, "the environment variable UNSET holds no secret"),
        ):
            source = open_source(spec(broker, **secured(broker, **settings)), context(tmp_path))
            (complaint,) = source.check(NOW)
            assert said in complaint.said


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"url": "mqtt://board:open-sesame-77@broker"}, "expected no user and password in it"),
        ({"url": "http://broker"}, "expected an address such as mqtts://broker:8883"),
        ({"url": "mqtt://broker:99999"}, "expected an address such as"),
        ({"url": "mqtt://broker/path"}, "expected an address such as"),
        ({"password": {"env": "X"}}, "key user: found nothing, expected the user whose password is set"),
        ({"user": "board", "password": "open-sesame-77"}, "the secret itself does not belong into the plant folder"),
        ({"authority": "ca.pem"}, "expected mqtts:// where certificates are set"),
        ({"certificate_key": "x"}, "expected the certificate that belongs to certificate_key"),
        ({"version": "4"}, "expected one of '5', '3.1.1'"),
        ({"client": "ä"}, "expected a name of at most 64 plain letters"),
        ({"topic": "plant/#/x"}, "expected names in braces"),
        ({"topic": "$SYS/#"}, "does not begin with $"),
        ({"topic": ["a/{x}"] * 51}, "at most 50 topics"),
    ],
)
def test_settings_that_cannot_be_are_named_and_no_secret_is_shown(settings: dict[str, object], said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        open_source(spec(None, **{"url": "mqtt://broker", **settings}), context())
    assert said in str(caught.value)
    assert "open-sesame-77" not in str(caught.value)


def test_what_is_no_broker_or_is_not_there_is_said() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        port = listening.getsockname()[1]

        def answer() -> None:
            with listening.accept()[0] as found:
                found.recv(1000)
                found.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        said = str(refused(None, url=f"mqtt://127.0.0.1:{port}"))
        thread.join()
    assert "hangs up before it greets us" in said or "does not answer as a broker does" in said
    assert "cannot be reached" in str(refused(None, url=f"mqtt://127.0.0.1:{port}"))


def test_two_boards_of_one_name_are_told_of_one_another() -> None:
    with serving() as broker, running(Kiosk(spec(broker, client="board-1"))) as board:
        broker.wait_for_subscriber()
        with running(Kiosk(spec(broker, client="board-1"))):
            board.wait_until(lambda: bool(board.said))
    assert "check the network and the broker, and that no other board is called 'board-1'" in board.said[0][2]


def test_the_examples_of_the_readme_can_be_used() -> None:
    text = (Path(__file__).parents[3] / "README.md").read_text()
    tables = [table for block in text.split("```toml\n")[1:] for table in sources_of(block.partition("```")[0])]
    found = [table for table in tables if table["kind"] == "mqtt"]
    assert [table["id"] for table in found] == ["uns", "scada"]
    for table in found:
        settings = {key: value for key, value in table.items() if key not in {"id", "kind"}}
        open_source(SourceSpec(id=str(table["id"]), kind="mqtt", settings=settings), context())


def sources_of(block: str) -> list[dict[str, object]]:
    """Return the sources of a piece of a plant file."""
    return list(tomllib.loads(block).get("source", []))
