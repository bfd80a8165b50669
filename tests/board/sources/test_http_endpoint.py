"""A real HTTP server as a source: what is asked, what is believed, and what is said when it fails."""

import base64
import gzip
import json
import ssl
import time
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.reading import Batch, Quality, Reading
from board.plant.plant import SourceSpec
from board.sources import feeder, http_look
from board.sources.contract import SettingsError, SourceError, discover, open_source
from board.sources.http_endpoint import HttpEndpoint
from tests.board.sources.drop import context
from tests.board.sources.kiosk import Kiosk, running
from tests.board.sources.server import Answering, Asked, Reply, Server, as_json, serving

TLS = Path(__file__).parents[2] / "data" / "tls"
NOW = datetime.now(UTC).replace(microsecond=0)
TOTALS: Mapping[str, object] = {
    "rows": "$.data[*]",
    "node": {"column": "line"},
    "start": "at",
    "length": "1 min",
    "key": "id",
    "measure": [{"id": "good", "value": {"column": "made.ok"}}],
}


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeder, "LONGEST_PAUSE_S", 1.0)


def row(
    number: int, ok: object = 5, *, minutes_ago: float = 10, line: str = "Line 1", **more: object
) -> dict[str, object]:
    """Return one row as the server has it."""
    at = NOW - timedelta(minutes=minutes_ago)
    return {"id": number, "line": line, "at": at.isoformat(), "made": {"ok": ok}, **more}


def spec(server: Server, **settings: object) -> SourceSpec:
    """Return the specification of a source that asks a server every second."""
    return SourceSpec(id="mes", kind="http", settings={"url": server.url, "poll_s": 1, **TOTALS, **settings})


class Desk:
    """Looks at a server again and again, as the feeds process does, one look at a time."""

    def __init__(self, server: Server, folder: Path | None = None, **settings: object) -> None:
        self.source = open_source(
            spec(server, **settings), context(folder, environment={"MES_TOKEN": "open-sesame-77"})
        )
        self.watermark: str | None = None
        self.batches: list[Batch] = []

    def look(self, now: datetime | None = None) -> list[Reading]:
        """Take one look, and return what it gave."""
        self.batches = list(self.source.read(self.watermark, now or datetime.now(UTC)))
        self.watermark = self.batches[-1].watermark
        return [reading for batch in self.batches for reading in batch.readings]

    @property
    def complaints(self) -> list[str]:
        """Return the complaints of the last look, each with its place."""
        return [f"{each.where}: {each.said}" for batch in self.batches for each in batch.complaints]

    def failure(self) -> SourceError:
        """Take a look that fails, and return why."""
        with pytest.raises(SourceError) as caught:
            self.look()
        return caught.value


def always(document: object, **headers: str) -> Answering:
    return lambda _asked: as_json(document, **headers)


# what is read


def test_rows_of_a_document_become_readings() -> None:
    with serving(always({"data": [row(1), row(2, "7.25", line="line-2")], "more": 1})) as server:
        desk = Desk(server)
        first, second = desk.look()
    assert (first.node, first.measure, first.value, first.key) == ("line-1", "good", Fraction(5), "1:good")
    assert first.end - first.start == timedelta(minutes=1)
    assert (second.node, second.value, second.source) == ("line-2", Fraction(29, 4), "mes")
    assert desk.complaints == []
    assert desk.batches[-1].complete_through == first.end


@pytest.mark.parametrize(
    ("ok", "quality", "complaints"),
    [
        (None, Quality.MISSING, 0),
        ("", Quality.MISSING, 0),
        ("broken", Quality.BAD, 1),
        (-1, Quality.BAD, 1),
        ([1], Quality.MISSING, 1),
        ({}, Quality.MISSING, 1),
        (True, Quality.BAD, 1),
        (float("inf"), Quality.BAD, 1),
        (float("nan"), Quality.MISSING, 0),
    ],
)
def test_a_value_that_is_none_is_missing_and_never_zero(ok: object, quality: Quality, complaints: int) -> None:
    with serving(always({"data": [row(1, ok)]})) as server:
        desk = Desk(server)
        (found,) = desk.look()
    assert (found.value, found.quality) == (None, quality)
    assert len(desk.complaints) == complaints


def test_the_same_answer_twice_is_sent_once_and_complained_of_once() -> None:
    document = {"data": [row(1), row(2, "broken"), row(3, line="Line 9")]}
    with serving(lambda _asked: as_json(document)) as server:
        desk = Desk(server)
        assert len(desk.look()) == 2
        assert len(desk.complaints) == 2
        assert desk.look() == []
        assert desk.complaints == []
        document["data"][0] = row(1, 6)
        document["data"].insert(0, row(4))
        assert [reading.key for reading in desk.look()] == ["4:good", "1:good"]
        assert desk.complaints == [], "the rows moved, what is wrong with them is the same"


def test_a_long_answer_goes_in_batches_and_only_the_last_moves_the_watermark() -> None:
    with serving(always({"data": [row(number) for number in range(950)]})) as server:
        desk = Desk(server)
        assert len(desk.look()) == 950
    assert [len(batch.readings) for batch in desk.batches] == [200, 200, 200, 200, 150]
    assert len({batch.watermark for batch in desk.batches[:-1]}) == 1
    assert [batch.complete_through is None for batch in desk.batches] == [True, True, True, True, False]


def test_rows_that_are_nowhere_and_columns_that_no_row_has_are_told() -> None:
    with serving(always({"items": [row(1)], "count": 1})) as server:
        desk = Desk(server)
        assert desk.look() == []
        assert desk.complaints == ["the answer, rows: rows leads nowhere in the answer, which has items, count"]
        desk = Desk(server, rows="$.items[*]", product={"column": "article"})
        assert len(desk.look()) == 1
        assert desk.complaints == ["all rows, article: article is in no row; look what the rows have"]
    with serving(always({"data": []})) as server:
        desk = Desk(server)
        assert (desk.look(), desk.complaints) == ([], [])


# who asks


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


# over TLS


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


# how a long answer goes on


def pages(asked: Asked, rows: int = 7, size: int = 3) -> Reply:
    """Answer in pages of three, in every way there is."""
    query = asked.query
    number = int(query.get("page", 1)) - 1
    first = int(query.get("skip") or query.get("cursor") or number * size)
    found = [row(number) for number in range(rows)][first : first + size]
    then = first + size
    is_more = then < rows
    link = (
        f'</parts?skip=0>; rel="first", </parts?skip={then}>; rel="next"' if is_more else '</parts?skip=0>; rel="first"'
    )
    there = f"/parts?skip={then}" if is_more else None
    return as_json({"data": found, "cursor": then if is_more else None, "next": there}, Link=link)


@pytest.mark.parametrize(
    "paging",
    [
        {"by": "page", "parameter": "page", "size": 3, "size_parameter": "per_page"},
        {"by": "offset", "parameter": "skip", "size": 3},
        {"by": "link"},
        {"by": "next", "path": "$.next"},
        {"by": "cursor", "parameter": "cursor", "path": "$.cursor"},
    ],
)
def test_a_long_answer_is_read_to_its_end(paging: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(pages) as server:
        desk = Desk(server, paging=paging, query={"line": "7"})
        assert [reading.key for reading in desk.look()] == [f"{number}:good" for number in range(7)]
        assert len(server.asked) == 3
        assert server.asked[0].query["line"] == "7"
        monkeypatch.setattr(http_look, "MOST_PAGES", 1)
        server.asked.clear()
        desk = Desk(server, paging=paging)
        looks = [len(desk.look()) for _ in range(3)]
        assert looks == [3, 3, 1], "a look that is cut short goes on where it was"
        assert desk.batches[-1].progress is None
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("document", "paging", "said"),
    [
        ({"data": [row(1)] * 3}, {"by": "page", "parameter": "p", "size": 3}, "gives the same page again and again"),
        (
            {"data": [row(1)], "next": "https://elsewhere/x?a=1"},
            {"by": "next", "path": "$.next"},
            "on another server (https://elsewhere/x), which is not asked",
        ),
        ({"data": [row(1)], "next": "http://[x"}, {"by": "next", "path": "$.next"}, "in a way nobody can follow"),
        ({"data": [row(1)], "next": "x" * 9000}, {"by": "next", "path": "$.next"}, "in a way nobody can follow"),
        ({"data": [row(1)], "next": "a\nb"}, {"by": "cursor", "parameter": "c", "path": "$.next"}, "nobody can follow"),
    ],
)
def test_pages_that_lead_astray_are_not_followed(document: object, paging: dict[str, object], said: str) -> None:
    with serving(always(document)) as server:
        assert said in str(Desk(server, paging=paging).failure())
        assert len(server.asked) <= 2


def test_a_next_address_that_holds_our_key_is_kept_without_it() -> None:
    def answer(asked: Asked) -> Reply:
        assert asked.query["apikey"] == "open-sesame-77"
        there = f"/parts?skip=3&apikey={asked.query['apikey']}" if "skip" not in asked.query else None
        return as_json({"data": [row(int(asked.query.get("skip", 0)))], "next": there})

    with serving(answer) as server, pytest.MonkeyPatch.context() as patched:
        patched.setattr(http_look, "MOST_PAGES", 1)
        key = {"parameter": "apikey", "key": {"env": "MES_TOKEN"}}
        desk = Desk(server, auth=key, paging={"by": "next", "path": "$.next"})
        desk.look()
        assert desk.watermark is not None
        assert "skip=3" in desk.watermark
        assert "sesame" not in desk.watermark
        assert [reading.key for reading in desk.look()] == ["3:good"]


# only what is new


@pytest.mark.parametrize(
    ("form", "first", "then"),
    [
        ("iso", "2026-11-19T12:00:00Z", "2026-11-20T09:59:00Z"),
        ("epoch s", "1795089600", "1795168740"),
        ("epoch ms", "1795089600000", "1795168740000"),
        ("%Y-%m-%d %H:%M:%S", "2026-11-19 12:00:00", "2026-11-20 09:59:00"),
    ],
)
def test_only_what_is_new_is_asked_for(form: str, first: str, then: str) -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    rows = [row(1, changed="2026-11-20T10:00:00Z"), row(2, changed="2026-11-20T08:00:00Z")]
    for each in rows:
        each["at"] = "2026-11-20T07:00:00Z"
    with serving(always({"data": rows})) as server:
        desk = Desk(server, since={"parameter": "after", "column": "changed", "as": form, "first": "1 d"})
        assert len(desk.look(now)) == 2
        assert desk.look(now) == []
        queries = [asked.query["after"] for asked in server.asked]
    assert queries == [first, then]


@pytest.mark.parametrize(("form", "then"), [("number", "12"), ("text", "7")])
def test_numbers_and_texts_are_watermarks_too(form: str, then: str) -> None:
    since = {"parameter": "q", "column": "id", "as": form, "template": '[["id",">=","{since}"]]'}
    with serving(always({"data": [row(3), row(12), row(7)]})) as server:
        desk = Desk(server, since=since)
        desk.look()
        desk.look()
        assert server.asked[0].query == {}
        assert server.asked[1].query == {"q": f'[["id",">=","{then}"]]'}


def test_the_watermark_moves_only_when_every_page_was_read() -> None:
    trouble = True

    def answer(asked: Asked) -> Reply:
        if asked.query["page"] == "2" and trouble:
            return Reply(status=500)
        found = [row(number, changed=NOW.isoformat()) for number in range(3)] if asked.query["page"] == "1" else []
        return as_json({"data": found})

    with serving(answer) as server:
        desk = Desk(
            server,
            paging={"by": "page", "parameter": "page", "size": 3},
            since={"parameter": "after", "column": "changed"},
        )
        desk.failure()
        assert desk.watermark is None
        trouble = False
        desk.look()
        desk.look()
    assert ["after" in asked.query for asked in server.asked] == [False, False, False, False, True, True]


def test_a_row_that_does_not_say_when_it_changed_is_told_and_read() -> None:
    with serving(always({"data": [row(1, changed="some day")]})) as server:
        desk = Desk(server, since={"parameter": "after", "column": "changed"})
        assert len(desk.look()) == 1
        assert "changed does not say when the row was changed" in desk.complaints[0]


def test_a_server_that_knows_what_we_have_need_not_send_it_again() -> None:
    def answer(asked: Asked) -> Reply:
        if asked.headers.get("If-None-Match") == '"v1"':
            return Reply(status=304)
        return as_json({"data": [row(1)]}, ETag='"v1"')

    with serving(answer) as server:
        desk = Desk(server, complete="seen", lag="2 min")
        assert len(desk.look()) == 1
        restarted = Desk(server, complete="seen", lag="2 min")
        restarted.watermark = desk.watermark
        now = datetime.now(UTC)
        assert restarted.look(now) == []
        assert restarted.batches[-1].seen_at == now
        assert restarted.batches[-1].complete_through == now - timedelta(minutes=2)
        assert [asked.headers.get("If-None-Match") for asked in server.asked] == [None, '"v1"']


def test_what_lies_ahead_or_is_not_final_is_asked_for_again() -> None:
    for ahead in (row(1, minutes_ago=-60), row(1, minutes_ago=0)):
        with serving(always({"data": [ahead]}, ETag='"v1"')) as server:
            desk = Desk(server, length="10 min")
            desk.look()
            desk.look()
            assert "If-None-Match" not in server.asked[1].headers


# what a server may do to us


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


def test_a_server_that_is_away_is_told(unused_port: int) -> None:
    source = HttpEndpoint(
        SourceSpec(id="mes", kind="http", settings={"url": f"http://127.0.0.1:{unused_port}/x", **TOTALS}), context()
    )
    with pytest.raises(SourceError, match=r"127\.0\.0\.1:\d+/x cannot be reached .*; check the address, the network"):
        list(source.read(None, NOW))


def test_it_starts_late_goes_away_comes_back_and_sends_rubbish_the_past_and_everything_twice() -> None:
    rows = [row(1)]
    replies: list[Reply] = []
    with serving(lambda _asked: replies[0] if replies else as_json({"data": rows})) as server:
        server.stop()
        with running(Kiosk(spec(server))) as board:
            board.wait_until(lambda: board.states == ["failing"])
            server.start()
            board.wait_for_readings(1)
            board.wait_until(lambda: board.states == ["failing", "well"])
            server.stop()
            board.wait_until(lambda: board.states == ["failing", "well", "failing"])
            rows[:] = [row(1), row(2, minutes_ago=3 * 24 * 60), row(1), row(2, minutes_ago=3 * 24 * 60)]
            server.start()
            board.wait_for_readings(2)
            board.wait_until(lambda: board.states == ["failing", "well"] * 2)
            replies.append(Reply(b"<html>"))
            board.wait_until(lambda: board.states == [*["failing", "well"] * 2, "failing"])
            replies.clear()
            rows.append(row(3))
            board.wait_for_readings(3)
            board.wait_until(lambda: board.states == ["failing", "well"] * 3)
    assert [reading.key for reading in board.readings] == ["1:good", "2:good", "3:good"]
    assert board.readings[1].end < NOW - timedelta(days=2)


# setting it up


def test_what_an_answer_has_is_found_before_anything_is_mapped() -> None:
    document = {"meta": {"page": 1}, "data": [row(1), row(2, "7")]}
    with serving(always(document)) as server:
        settings = {"url": server.url}
        found = discover(SourceSpec(id="mes", kind="http", settings=settings), context(), NOW)
        server.answer = always("x")
        assert [
            each.name for each in discover(SourceSpec(id="mes", kind="http", settings=settings), context(), NOW)
        ] == ["@"]
        server.answer = lambda _asked: Reply(b"<html>")
        with pytest.raises(SourceError, match="is not JSON"):
            discover(SourceSpec(id="mes", kind="http", settings=settings), context(), NOW)
    assert [(each.name, each.looks_like) for each in found] == [
        ("id", "number"),
        ("line", "word"),
        ("at", "time"),
        ("made.ok", "number"),
    ]
    assert {each.rows for each in found} == {"$.data[*]"}
