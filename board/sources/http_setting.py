"""The settings of an HTTP source, checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import Final
from urllib.parse import SplitResult, urlsplit

from board.plant.plant import SourceSpec
from board.sources.certificate import Certificates, read_certificates
from board.sources.contract import SettingsError, SourceContext
from board.sources.digest import digest_of
from board.sources.http_since import Asking, read_since
from board.sources.json_path import JsonPath, PathError
from board.sources.json_record import RecordMaker, read_path
from board.sources.mapping import RecordMapping, no_mapping, read_mapping
from board.sources.secret import Secret, is_secret_name, read_secret
from board.sources.setting import COMMON, Settings

PUSHES: Final = ("events", "long poll")
PAGINGS: Final = ("page", "offset", "link", "next", "cursor")
COMPLETE: Final = ("newest", "seen")
_ASKED: Final = frozenset({"url", "query", "headers", "rows", "since", "paging", "auth", "push"})
_APART: Final = frozenset({"proxy", "authority", "certificate", "certificate_key", "certificate_password", "wait"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Auth:
    """How a request shows who asks; just one of bearer, user, header and parameter."""

    secret: Secret
    user: str = ""  # basic
    header: str = ""
    parameter: str = ""  # none of the three: bearer


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """How a long answer goes on."""

    by: str  # one of PAGINGS
    parameter: str = ""
    first: int = 0
    size: int = 0  # rows a page; 0: the server's own
    size_parameter: str = ""
    path: JsonPath | None = None  # where the next address or cursor stands


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpSettings:
    """What is asked for, how, and what the answer means."""

    url: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    auth: Auth | None
    certificates: Certificates
    proxy: str
    timeout: timedelta
    largest: int  # bytes of a body, unpacked
    rows: JsonPath | None
    mapping: RecordMapping
    paging: Paging | None
    since: Asking | None
    push: str  # one of PUSHES, or empty
    wait: timedelta  # how long the server may hold a long poll
    events: frozenset[str]  # names of the events that count; none: all
    complete: str
    lag: timedelta
    digest: str


def read_settings(spec: SourceSpec, context: SourceContext, *, mapped: bool = True) -> HttpSettings:
    """Return the checked settings of a source; SettingsError names every fault. Not `mapped`: only how to ask."""
    settings = Settings(spec.settings, where=f"source {spec.id}")
    mapping = read_mapping(settings, context, remembers=True) if mapped else no_mapping(context)
    paging = _paging(settings)
    since = read_since(settings, mapping.spelling)
    push = settings.text("push", one_of=PUSHES)
    if mapped:
        _check_mapping(settings, mapping, needs_key=bool(push or paging or since))
    found = HttpSettings(
        url=_url(settings),
        query=_plain_texts(settings, "query"),
        headers=_plain_texts(settings, "headers"),
        auth=_auth(settings, context),
        certificates=read_certificates(settings, context),
        proxy=_proxy(settings),
        timeout=settings.length("timeout") or timedelta(seconds=10),
        largest=int(settings.number("largest_mib", Fraction(5), low=1, high=50) * 1024 * 1024),
        rows=read_path(settings, "rows"),
        mapping=mapping,
        paging=paging,
        since=since,
        push=push,
        wait=settings.length("wait") or timedelta(minutes=1),
        events=frozenset(settings.texts("events")),
        complete=settings.text("complete", "newest", one_of=COMPLETE),
        lag=settings.length("lag") or timedelta(0),
        digest=digest_of(spec, context, asked=_ASKED, place={"url"}, apart=_APART),
    )
    if push == "events" and (paging or since):
        settings.fault("push", 'no paging and no since beside "events": the server goes on behind the last event')
    settings.finish(also=COMMON if mapped else settings.values)
    if settings.problems:
        raise SettingsError(tuple(settings.problems))
    return found


def address_of(url: str) -> str:
    """Return an address as a sentence may show it: without what is behind the path, where secrets stand."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "an address that is none"
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"[:200]


def same_place(one: str, other: str) -> bool:
    """Tell whether two addresses are of the same server, so that what shows who we are may go to both."""
    return _place(urlsplit(one)) == _place(urlsplit(other))


def _place(parts: SplitResult) -> tuple[str, str, int]:
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return parts.scheme, (parts.hostname or "").lower(), port


def _url(settings: Settings) -> str:
    """Return the address; one with a user or a secret in it is refused without being shown."""
    url = settings.text("url", needed=True)
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        is_good = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_good = False
        parts = SplitResult("", "", "", "", "")
    if not is_good or not url.isprintable() or " " in url:
        settings.problems.append(f"{settings.where}, key url: expected an address such as https://mes/api/parts")
        return ""
    if parts.username is not None or "@" in parts.netloc:
        settings.problems.append(f"{settings.where}, key url: expected no user and password in it; set auth")
    names = [each.partition("=")[0] for each in parts.query.split("&")]
    if any(map(is_secret_name, names)):
        settings.problems.append(f"{settings.where}, key url: expected no secret behind the ?; set auth")
    return url


def _proxy(settings: Settings) -> str:
    proxy = settings.text("proxy")
    if proxy and (not proxy.startswith(("http://", "https://")) or "@" in proxy):
        settings.problems.append(f"{settings.where}, key proxy: expected an address such as http://proxy:3128")
        return ""
    return proxy


def _plain_texts(settings: Settings, key: str) -> dict[str, str]:
    """Return a table of texts, none of which is a secret."""
    table = settings.table(key)
    if table is None:
        if settings.has(key):
            settings.problems.append(f"{settings.where}, key {key}: expected a table from text to text")
        return {}
    found = {}
    for name, value in table.values.items():
        if is_secret_name(name):
            settings.problems.append(
                f"{settings.where}, key {key}: {name} looks like a secret, and the plant folder is no place for one; "
                "set auth"
            )
        elif not isinstance(value, str | int) or not str(value).isprintable():
            table.fault(name, "a text")
        else:
            found[name] = str(value)
    return found


def _auth(settings: Settings, context: SourceContext) -> Auth | None:
    """Return how a request shows who asks; what is wrong is said without showing what stands there."""
    if not settings.has("auth"):
        return None
    table = settings.table("auth")
    ways = {} if table is None else {way: table.has(way) for way in ("bearer", "user", "header", "parameter")}
    if table is None or sum(ways.values()) != 1:
        settings.problems.append(
            f"{settings.where}, key auth: expected just one of bearer, user with password, header with key and "
            'parameter with key, such as { bearer = { env = "MES_TOKEN" } }'
        )
        return None
    (way,) = (way for way, is_set in ways.items() if is_set)
    beside = {"bearer": "bearer", "user": "password"}.get(way, "key")
    secret = read_secret(table, beside, context)
    if secret is None:
        if not table.has(beside):
            table.fault(beside, '{ env = "NAME" } or { file = "PATH" }')
        return None
    name = "" if way == "bearer" else table.text(way, needed=True)
    table.finish()
    if way == "header" and not all(letter.isalnum() or letter in "-_" for letter in name):
        table.fault("header", "the name of a header")
    return Auth(secret=secret, **({} if way == "bearer" else {way: name}))


def _paging(settings: Settings) -> Paging | None:
    """Return how a long answer goes on."""
    if not settings.has("paging"):
        return None
    table = settings.table("paging")
    if table is None:
        settings.fault("paging", 'a table such as { by = "page", parameter = "page", size = 100 }')
        return None
    by = table.text("by", one_of=PAGINGS, needed=True)
    by_number, by_path = by in {"page", "offset"}, by in {"next", "cursor"}
    found = Paging(
        by=by,
        parameter=table.text("parameter", needed=by_number or by == "cursor"),
        first=int(table.number("first", Fraction(by == "page"), low=0, high=10)),
        size=int(table.number("size", Fraction(0), low=0, high=10_000)),
        size_parameter=table.text("size_parameter"),
        path=read_path(table, "path"),
    )
    if by_path and found.path is None:
        table.fault("path", 'where the answer has the next address or cursor, such as "$.next"')
    if by_number and not found.size:
        table.fault("size", "how many rows a page has: fewer mean that it is the last")
    table.finish()
    return found


def _check_mapping(settings: Settings, mapping: RecordMapping, *, needs_key: bool) -> None:
    """Note columns that are no paths, and rows that could count twice."""
    try:
        RecordMaker(mapping.columns)
    except PathError as error:
        settings.problems.append(f"{settings.where}: {error}")
    if needs_key and not mapping.names_rows:
        settings.fault("key", "the fields that tell a row from every other: with paging, since or push one comes twice")
