"""What an HTTP server is shown of us, and what it may do to us: TLS, refusals, endless and packed bodies."""

import base64
import gzip
import json
import ssl
import threading
import time
import zlib
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from typing_extensions import override

from board.plant.plant import SourceSpec
from board.sources.assignment import Assignment
from board.sources.contract import SettingsError, SourceError, open_source
from board.sources.feeder import Feeder
from board.sources.http_endpoint import HttpEndpoint
from board.sources.http_request import Requester, TimeOutError
from board.sources.http_setting import read_settings
from board.sources.outlet import Outlet
from tests.board.sources.desk import NOW, TOTALS, Desk, always, row, spec
from tests.board.sources.drop import context
from tests.board.sources.server import Asked, Reply, Server, as_json, serving

TLS = Path(__file__).parents[2] / "data" / "tls"


@pytest.mark.parametrize(
    ("auth", "shown"),
    [
        ({"bearer": {"env": "MES_TOKEN"}}, "Bearer open-sesame-77"),
        ({"user": "board", "password": {"file": "pass"}}, "Basic " + base64.b64encode(b"board:file-sesame").decode()),
        ({"header": "X-API-Key", "key": {"env": "MES_TOKEN"}}, "open-sesame-77"),
        ({"parameter": "apikey", "key": {"env": "MES_TOKEN"}}, "open-sesame-77"),
    ],
)
def test_a_request_shows_who_asks(auth: dict[str, object], shown: str, tmp_path: Path) -> None:
    (tmp_path / "pass").write_text("file-sesame\n")
    (tmp_path / "pass").chmod(0o600)
    with serving(always({"data": []})) as server:
        Desk(server, tmp_path, auth=auth, query={"a": "1"}, headers={"X-Line": "7"}).look()
        (asked,) = server.asked
    assert shown in (asked.headers.get("Authorization"), asked.headers.get("X-API-Key"), asked.query.get("apikey"))
    assert asked.query["a"] == "1"
    assert asked.headers["X-Line"] == "7"


def test_a_renewed_secret_is_taken_up(tmp_path: Path) -> None:
    def answer(asked: Asked) -> Reply:
        return as_json({"data": []}) if asked.headers["Authorization"] == "Bearer second-token" else Reply(status=401)

    secret = tmp_path / "token"
    secret.write_text("first-token")
    secret.chmod(0o600)
    with serving(answer) as server:
        desk = Desk(server, tmp_path, auth={"bearer": {"file": "token"}})
        said = desk.failure()
        assert "refuses us (401 Unauthorized); renew what auth names" in str(said)
        assert said.not_before == timedelta(minutes=1)
        assert desk.failure().not_before == timedelta(minutes=2)
        secret.write_text("second-token")
        assert desk.look() == []


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"auth": "Bearer abc-secret"}, "key auth: expected just one of bearer"),
        ({"auth": {"bearer": "abc-secret"}}, 'auth, key bearer: expected { env = "NAME" } or { file = "PATH" }'),
        ({"auth": {"bearer": {"env": "A"}, "user": "abc-secret"}}, "key auth: expected just one of bearer"),
        ({"auth": {"user": "board"}}, "auth, key password: found nothing"),
        ({"headers": {"Authorization": "abc-secret"}}, "Authorization looks like a secret"),
        ({"query": {"api_key": "abc-secret"}}, "api_key looks like a secret"),
        ({"url": "http://board:abc-secret@mes/x"}, "expected no user and password in it"),
        ({"url": "http://mes/x?token=abc-secret"}, "expected no secret behind the ?"),
        ({"url": "ftp://mes/x"}, "expected an address such as"),
        ({"url": "http://mes:99999/x"}, "expected an address such as"),
        ({"proxy": "http://board:abc-secret@proxy"}, "key proxy: expected an address"),
        ({"key": None}, ""),
        ({"paging": {"by": "page", "parameter": "p"}}, "paging, key size: found nothing"),
        ({"paging": {"by": "cursor", "parameter": "p"}}, "paging, key path: found nothing"),
        ({"paging": "page"}, "key paging: found 'page', expected a table"),
        ({"since": {"parameter": "p", "column": "at", "as": "%Q"}}, "since, key as"),
        ({"since": {"parameter": "p", "column": "at", "template": "x"}}, "a text with {since} in it"),
        ({"push": "events", "since": {"parameter": "p", "column": "at"}}, "no paging and no since"),
        ({"rows": "$x"}, "key rows: found '$x', expected a path such as"),
        ({"certificate_key": "board.key"}, "the certificate that belongs to certificate_key"),
        ({"verify": False}, "key verify: is not known"),
    ],
)
def test_settings_that_cannot_be_used_are_named_and_no_secret_is_shown(settings: dict[str, object], said: str) -> None:
    given = {"url": "http://mes/x", **TOTALS, **settings}
    given = {key: value for key, value in given.items() if value is not None}
    if not said:
        open_source(SourceSpec(id="mes", kind="http", settings=given), context())
        given["paging"] = {"by": "link"}
        said = "key key: found nothing, expected the fields that tell a row from every other"
    with pytest.raises(SettingsError) as caught:
        open_source(SourceSpec(id="mes", kind="http", settings=given), context())
    assert said in str(caught.value)
    assert "abc-secret" not in str(caught.value)


def test_check_says_which_secret_cannot_be_had(tmp_path: Path) -> None:
    with serving(always({"data": []})) as server:
        (complaint,) = Desk(server, auth={"bearer": {"env": "NOT_THERE"}}).source.check(NOW)
        assert complaint.said == "the environment variable NOT_THERE holds no secret; set it"
        (tmp_path / "token").write_text("open-sesame")
        (tmp_path / "token").chmod(0o640)
        (complaint,) = Desk(server, tmp_path, auth={"bearer": {"file": "token"}}).source.check(NOW)
        assert complaint.said.endswith("token can be read by others (its mode is 640); set it to 600")
        assert Desk(server).source.check(NOW) == ()
        assert server.asked == []


@pytest.fixture
def certificates(tmp_path: Path) -> Path:
    """Return a folder with an authority, and a client's certificate and key as they should lie there."""
    for name in ("authority.pem", "client.pem", "client.key"):
        (tmp_path / name).write_bytes((TLS / name).read_bytes())
    (tmp_path / "client.key").chmod(0o600)
    return tmp_path


def secured(*, asks_back: bool = False) -> ssl.SSLContext:
    """Return how a server shows who it is, and perhaps asks who we are."""
    found = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    found.load_cert_chain(TLS / "server.pem")
    if asks_back:
        found.load_verify_locations(TLS / "authority.pem")
        found.verify_mode = ssl.CERT_REQUIRED
    return found


def test_a_server_is_believed_only_with_the_authority_that_vouches_for_it(certificates: Path) -> None:
    with serving(always({"data": [row(1)]}), secured()) as server:
        assert "is not to be trusted" in str(Desk(server, certificates).failure())
        assert len(Desk(server, certificates, authority="authority.pem").look()) == 1
        elsewhere = Desk(
            server, certificates, authority="authority.pem", url=server.url.replace("127.0.0.1", "localhost")
        )
        assert "is not to be trusted" in str(elsewhere.failure())


def test_a_server_that_asks_who_we_are_is_shown_a_certificate(
    certificates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: dict[str, object] = {
        "authority": "authority.pem",
        "certificate": "client.pem",
        "certificate_key": "client.key",
        "certificate_password": {"env": "MES_TOKEN"},
    }
    with serving(always({"data": [row(1)]}), secured(asks_back=True)) as server:
        assert "broke off" in str(Desk(server, certificates, authority="authority.pem").failure())
        desk = Desk(server, certificates, **shown)
        assert "the certificates cannot be used" in str(desk.failure())
        locked = context(certificates, environment={"MES_TOKEN": "locked-for-tests"})
        source = open_source(spec(server, **shown), locked)
        assert sum(len(batch.readings) for batch in source.read(None, NOW)) == 1
        (certificates / "client.key").chmod(0o644)
        source = open_source(spec(server, **shown), locked)
        with pytest.raises(SourceError, match=r"client\.key can be read by others"):
            list(source.read(None, NOW))


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(status=404), "answers 404 Not Found; check the url and the query"),
        (Reply(status=500), "has an error of its own (500 Internal Server Error)"),
        (Reply(status=302, headers={"Location": "/login?token=abc"}), "has moved to http://127.0.0.1"),
        (Reply(status=302, headers={"Location": "http://[x"}), "has moved to"),
        (Reply(status=599), "has an error of its own (599)"),
        (Reply(b"<!DOCTYPE html>", headers={"Content-Type": "text/html"}), "perhaps a page to sign in; check auth"),
        (Reply(b'{"data": [', headers={"Content-Type": "application/json"}), "is not JSON"),
        (Reply(b"\xff\xfe\x00"), "is not UTF-8"),
        (Reply(b"[" * 200_000), "is nested too deeply"),
        (Reply(b"[" + b"{}," * 310_000 + b"{}]"), "holds more than 300,000 lists and objects"),
        (Reply(b"x", headers={"Content-Encoding": "br"}), "sends a body packed as 'br', which was not asked for"),
        (Reply(b"rubbish", headers={"Content-Encoding": "gzip"}), "sends a body that cannot be unpacked"),
        (Reply(b"\xff" * 9, headers={"Content-Encoding": "deflate"}), "sends a body that cannot be unpacked"),
        (Reply(gzip.compress(b"[]")[:-4], headers={"Content-Encoding": "gzip"}), "sends a packed body that breaks off"),
        (
            Reply(gzip.compress(b"[" + b" " * 50_000_000 + b"]"), headers={"Content-Encoding": "gzip"}),
            "more than 1 MiB",
        ),
        (Reply(pieces=[b"x" * 65536] * 10_000), "sends more than 1 MiB; ask for less at once, or raise largest_mib"),
        (None, "broke off"),
    ],
)
def test_an_answer_that_is_no_good_is_told(reply: Reply | None, said: str) -> None:
    with serving(lambda _asked: reply) as server:
        desk = Desk(server, largest_mib=1)
        began = time.monotonic()
        failure = str(desk.failure())
        assert said in failure
        assert "token=abc" not in failure
        assert time.monotonic() - began < 5
        server.answer = always({"data": [row(1)]})
        assert len(desk.look()) == 1, "the next answer is read as if nothing had been"


@pytest.mark.parametrize("wbits", [31, 15, -15])
def test_packed_answers_are_unpacked(wbits: int) -> None:
    packer = zlib.compressobj(wbits=wbits)
    body = packer.compress(json.dumps({"data": [row(1)]}).encode()) + packer.flush()
    packing = "gzip" if wbits == 31 else "deflate"
    with serving(lambda _asked: Reply(body, headers={"Content-Encoding": packing})) as server:
        assert len(Desk(server).look()) == 1


def test_a_server_that_does_not_answer_or_drips_is_given_up() -> None:
    def dripping(server: Server) -> Reply:
        def pieces() -> object:
            while not server.ending.wait(0.1):
                yield b" "

        return Reply(pieces=pieces())  # type: ignore[arg-type]  # a generator of bytes

    with serving(lambda _asked: None) as server:
        desk = Desk(server, timeout="1 s")
        server.answer = lambda _asked: (server.ending.wait(60), None)[1]
        assert "has not answered" in str(desk.failure())
        server.answer = lambda _asked: dripping(server)
        began = time.monotonic()
        assert "has not answered in full within 1 s" in str(desk.failure())
        assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("headers", "pause_s"),
    [
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": "Fri, 20 Nov 2026 12:00:30 GMT", "Date": "Fri, 20 Nov 2026 12:00:00 GMT"}, 30),
        ({"Retry-After": "999999"}, 3600),
        ({"Retry-After": "-5"}, 30),
        ({"Retry-After": "soon"}, 30),
        ({}, 30),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_left_alone_for_as_long_as_it_wants(
    status: int, headers: dict[str, str], pause_s: int
) -> None:
    with serving(lambda _asked: Reply(status=status, headers=headers)) as server:
        assert abs(Desk(server).failure().not_before.total_seconds() - pause_s) <= 1


@pytest.mark.parametrize("status", [401, 403])
def test_a_server_that_refuses_us_is_left_alone_longer_and_longer_until_it_lets_us_in(status: int) -> None:
    with serving(lambda _asked: Reply(status=status)) as server:
        desk = Desk(server)
        pauses = [desk.failure().not_before.total_seconds() / 60 for _ in range(6)]
        assert pauses == [1, 2, 4, 8, 15, 15], "minutes"
        server.answer = always({"data": [row(1)]})
        assert len(desk.look()) == 1
        server.answer = lambda _asked: Reply(status=status)
        assert desk.failure().not_before.total_seconds() == 60


class Waits(threading.Event):
    """Is waited for so many times without waiting, and writes down for how long it would have been."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        self.waited: list[float] = []

    @override
    def wait(self, timeout: float | None = None) -> bool:
        self.waited.append(timeout or 0.0)
        return len(self.waited) >= self.most


def test_a_server_in_trouble_is_asked_again_after_longer_and_longer_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.sources.feeder.random.uniform", lambda *_: 1.0)
    said: list[str] = []
    with serving(lambda _asked: Reply(status=500)) as server:
        outlet = Outlet(lambda _line: None)
        outlet.ended = waits = Waits(10)
        assignment = Assignment(context=context(), specs=(spec(server),), watermarks={})
        feeder = Feeder(spec(server), assignment, outlet, lambda: NOW, lambda _source, state, _said: said.append(state))
        feeder.work()
        assert len(server.asked) == 9
    assert waits.waited == [0, 2, 4, 8, 16, 32, 60, 60, 60, 60]
    assert said == ["failing"], "once"


def test_a_server_that_is_away_is_told(unused_port: int) -> None:
    source = HttpEndpoint(
        SourceSpec(id="mes", kind="http", settings={"url": f"http://127.0.0.1:{unused_port}/x", **TOTALS}), context()
    )
    with pytest.raises(SourceError, match=r"127\.0\.0\.1:\d+/x cannot be reached .*; check the address, the network"):
        list(source.read(None, NOW))


@pytest.mark.parametrize(
    ("error", "is_held"), [(httpx.ReadTimeout, True), (httpx.ConnectTimeout, False), (httpx.WriteTimeout, False)]
)
def test_only_a_server_that_was_reached_can_hold_a_question(
    error: type[httpx.TimeoutException], is_held: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swallowed(*_: object, **__: object) -> None:
        raise error("timed out")

    monkeypatch.setattr(httpx.Client, "send", swallowed)
    source = SourceSpec(id="mes", kind="http", settings={"url": "http://mes/x", "push": "long poll", **TOTALS})
    requester = Requester(read_settings(source, context()), context())
    with pytest.raises(SourceError) as caught:
        requester.get("http://mes/x", {}, {})
    assert isinstance(caught.value, TimeOutError) == is_held
