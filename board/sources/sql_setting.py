"""The settings of an SQL source, checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from urllib.parse import SplitResult, parse_qsl, urlsplit

from board.plant.plant import SourceSpec
from board.sources.contract import SettingsError, SourceContext
from board.sources.digest import digest_of
from board.sources.mapping import RecordMapping, no_mapping, read_mapping
from board.sources.secret import Secret, is_secret_name, read_secret
from board.sources.setting import COMMON, Settings
from board.sources.since import Since
from board.sources.sql_since import read_since
from board.sources.sql_statement import faults_in, values_in
from board.sources.typed_cell import with_marks

COMPLETE: Final = ("newest", "seen")
LONGEST_QUERY: Final = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SqlSettings:
    """Which database is asked what, and what its rows mean."""

    url: str  # without a password; empty where `secret_url` has it
    secret_url: Secret | None
    password: Secret | None
    query: str
    values: frozenset[str]  # those that the query wants to have filled in
    since: Since | None
    mapping: RecordMapping
    timeout: timedelta
    complete: str
    lag: timedelta
    digest: str

    @property
    def wanted(self) -> frozenset[str]:
        """Return the columns that mean something."""
        return self.mapping.columns | ({self.since.column} if self.since is not None else set())


def read_settings(spec: SourceSpec, context: SourceContext, *, mapped: bool = True) -> SqlSettings:
    """Return the checked settings of a source; SettingsError names every fault. Not `mapped`: only how to ask."""
    settings = Settings(spec.settings, where=f"source {spec.id}")
    mapping = with_marks(read_mapping(settings, context, remembers=True)) if mapped else no_mapping(context)
    since = read_since(settings, mapping.spelling)
    query = _query(settings, needed=mapped)
    found = SqlSettings(
        url=_url(settings),
        secret_url=_secret_url(settings, context),
        password=read_secret(settings, "password", context),
        query=query,
        values=values_in(query),
        since=since,
        mapping=mapping,
        timeout=settings.length("timeout") or timedelta(seconds=10),
        complete=settings.text("complete", "newest", one_of=COMPLETE),
        lag=settings.length("lag") or timedelta(0),
        digest=digest_of(
            spec, context, asked={"url", "query", "watermark"}, place={"url", "query"}, apart={"password"}
        ),
    )
    if ("watermark" in found.values) != (since is not None) and query:
        settings.fault(
            "watermark", "the column that moves on, and :watermark in the query that asks only for what is new"
        )
    if mapped and not mapping.key and (since is not None or any(entry.column is None for entry in mapping.entries)):
        settings.fault("key", "the columns that tell a row from every other: a row may come twice")
    settings.finish(also=COMMON if mapped else settings.values)
    if settings.problems:
        raise SettingsError(tuple(settings.problems))
    return found


def address_of(url: str) -> str:
    """Return an address as a sentence may show it: without user, password and options."""
    parts = _split(url)
    if parts is None or not parts.scheme:
        return "the database"
    return f"{parts.scheme.partition('+')[0]}://{parts.netloc.rpartition('@')[2]}{parts.path}"[:200]


def url_fault(url: str) -> str:
    """Return what is wrong with an address, as the end of a sentence that begins with "expected"; never the address."""
    parts = _split(url)
    if parts is None or not parts.scheme or not url.isprintable() or " " in url:
        return "an address such as postgresql://board@historian/plant"
    if parts.password is not None:
        return "no password in it; set password"
    if any(True for name, value in parse_qsl(parts.query, keep_blank_values=True) for _ in secrets_in(name, value)):
        return "no secret behind the ?; set password, or the url as a whole as a secret"
    return ""


def secrets_in(name: str, value: str) -> Iterator[str]:
    """Yield the secrets in an option of an address: all of it by its name, or some of the settings of ODBC in it."""
    if is_secret_name(name):
        yield value
    elif name.casefold() == "odbc_connect":
        for each in value.split(";"):
            inner, mark, secret = each.partition("=")
            if mark and is_secret_name(inner) and "authentication" not in inner.casefold():
                yield secret.strip()


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port, parts.password
    except ValueError:
        return None
    return parts


def _url(settings: Settings) -> str:
    """Return the address; one with a password in it is refused without being shown."""
    if isinstance(settings.values.get("url"), dict):
        return ""
    url = settings.text("url", needed=True)
    fault = url_fault(url) if url else ""
    if fault:
        settings.problems.append(f"{settings.where}, key url: expected {fault}")
    return url


def _secret_url(settings: Settings, context: SourceContext) -> Secret | None:
    return read_secret(settings, "url", context) if isinstance(settings.values.get("url"), dict) else None


def _query(settings: Settings, *, needed: bool) -> str:
    """Return the query; it may be longer than other settings."""
    if not settings.has("query"):
        if needed:
            settings.fault("query", "a query such as SELECT ... WHERE changed > :watermark ORDER BY changed")
        return ""
    query = settings.values["query"]
    if not isinstance(query, str) or not query.strip() or len(query) > LONGEST_QUERY or "\0" in query:
        settings.fault("query", f"a text of at most {LONGEST_QUERY:,} characters")
        return ""
    for fault in faults_in(query):
        settings.problems.append(f"{settings.where}, key query: expected {fault}")
    return query.strip().rstrip(";").rstrip()
