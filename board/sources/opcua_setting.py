"""The settings of an OPC UA source, checked."""

import json
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction
from hashlib import blake2b
from typing import Final
from urllib.parse import SplitResult, urlsplit

from board.plant.plant import SourceSpec
from board.sources.contract import SettingsError, SourceContext
from board.sources.mapping import Entry, RecordMapping, no_mapping, read_mapping
from board.sources.opcua_node import MOST_NODES, Item, Nodes, read_nodes
from board.sources.secret import Secret, read_secret
from board.sources.setting import COMMON, Settings

TIME: Final = "$time"  # the column of the moment at which a value was so
POLICIES: Final = ("Basic256Sha256", "Aes128_Sha256_RsaOaep", "Aes256_Sha256_RsaPss")
MODES: Final = ("sign and encrypt", "sign")
CLOCKS: Final = ("source", "server", "board")
PORT: Final = 4840
SUMMED: Final = frozenset({"count", "duration", "amount"})
_OF_SECURITY: Final = ("mode", "certificate", "certificate_key", "certificate_password")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """How the connection is secured, whom we believe, and who we say we are."""

    policy: str = ""  # one of POLICIES; empty: the connection is open for everybody to read
    mode: str = MODES[0]
    server: str = ""  # the file of the one certificate that we believe
    own: str = ""
    own_key: str = ""
    own_password: Secret | None = None
    user: str = ""
    password: Secret | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpcuaSettings:
    """Which server is listened to, for which nodes, and what their values mean."""

    url: str
    trust: Trust
    nodes: Nodes
    items: tuple[Item, ...]
    mapping: RecordMapping
    clock: str  # whose time a value is of, one of CLOCKS
    on: frozenset[str]  # the columns of which each change is a row; none: those that a measure reads
    every: timedelta  # how often the server looks at its nodes and tells what changed
    digest: str = ""

    @property
    def place(self) -> str:
        """Return the address as a sentence may show it."""
        parts = urlsplit(self.url)
        return f"{parts.hostname}:{parts.port or PORT}"

    def told_by(self, entry: Entry) -> frozenset[str]:
        """Return the columns of which a change tells a measure."""
        if entry.counter is None and self.on:
            return self.on
        return frozenset(entry.columns) or frozenset(column for column, _ in entry.when)

    @property
    def run_named_by(self) -> frozenset[str]:
        """Return the nodes that say which planned run stands there: by its key, else its order, else its product."""
        mapping = self.mapping
        cells = (mapping.order, mapping.product)
        several = (mapping.key, *(cell.columns for cell in cells if cell is not None))
        own = (frozenset(columns) - self.nodes.names - {TIME} for columns in several)
        return next((columns for columns in own if columns), frozenset())


def read_settings(spec: SourceSpec, context: SourceContext, *, mapped: bool = True) -> OpcuaSettings:
    """Return the checked settings of a source; SettingsError names every fault. Not `mapped`: only how to connect."""
    is_timed = any(key in spec.settings for key in ("time", "start", "day"))
    settings = Settings(spec.settings if is_timed else {**spec.settings, "time": TIME}, where=f"source {spec.id}")
    mapping = read_mapping(settings, context, remembers=True) if mapped else no_mapping(context)
    nodes = read_nodes(settings)
    if not mapping.key and mapping.run is None and mapping.timing.start == (TIME,):
        mapping = replace(mapping, key=(TIME, *sorted(nodes.names)))  # so twice told is once kept
    on = frozenset(settings.texts("on"))
    if not mapping.decimal and not mapping.thousands:
        mapping = replace(mapping, decimal=".")  # as we spell the numbers of a server, which can be read one way only
    columns = mapping.columns - {TIME} - nodes.names | on
    found = OpcuaSettings(
        url=_url(settings),
        trust=_trust(settings, context),
        nodes=nodes,
        items=nodes.items(columns if mapped else frozenset(nodes.named)),
        mapping=mapping,
        clock=settings.text("clock", "source", one_of=CLOCKS),
        on=on,
        every=timedelta(seconds=float(_every(settings))),
    )
    if mapped:
        _check_columns(settings, found, columns)
    settings.finish(also=COMMON if mapped else settings.values)
    if settings.problems:
        raise SettingsError(tuple(settings.problems))
    return replace(found, digest=_digest(found))


def _check_columns(settings: Settings, found: OpcuaSettings, columns: frozenset[str]) -> None:
    """Note columns that are no node, and measures that nothing would ever tell."""
    for column in sorted(columns):
        if found.nodes.place(column) is None:
            settings.problems.append(
                f"{settings.where}: found the column {column!r}, expected a name from nodes or the address of a node "
                'such as "ns=2;s=Packer.State"'
            )
    for entry in found.mapping.entries:
        if not found.told_by(entry) - found.nodes.names:
            settings.problems.append(
                f"{settings.where}, key measure: {entry.measure} reads no node, so nothing tells when to count it; set "
                "value, when, or on"
            )
        if entry.formula is not None and entry.kind in SUMMED and len(entry.columns) > 1 and not found.on:
            settings.problems.append(
                f"{settings.where}, key measure: {entry.measure} reads several nodes, so nobody knows which of them "
                "says that it counts once more; set on"
            )
    if found.mapping.run is not None:
        _check_run(settings, found, columns)
    if len(found.items) > MOST_NODES:
        settings.problems.append(f"{settings.where}: found {len(found.items)} nodes, expected at most {MOST_NODES}")


def _check_run(settings: Settings, found: OpcuaSettings, columns: frozenset[str]) -> None:
    """Note a planned run that no node tells of, or of which nobody knows when it begins."""
    if not columns:
        settings.problems.append(f"{settings.where}, key run: reads no node, so nothing tells what is planned")
    elif TIME in found.mapping.timing.start and not (found.on or found.run_named_by):
        settings.fault(
            "start", "the node of the start of a run, or else order, key or on: the node that changes when one begins"
        )


def _url(settings: Settings) -> str:
    """Return the address; one with a user or a password in it is refused without being shown."""
    text = settings.text("url", needed=True)
    try:
        parts = urlsplit(text)
        is_good = parts.scheme == "opc.tcp" and bool(parts.hostname) and parts.port != 0
    except ValueError:
        parts, is_good = SplitResult("", "", "", "", ""), False
    if "@" in parts.netloc:
        settings.problems.append(f"{settings.where}, key url: expected no user and password in it; set user, password")
    elif text and (not is_good or not text.isprintable() or " " in text):
        settings.problems.append(f"{settings.where}, key url: expected an address such as opc.tcp://packer:4840")
    else:
        return text if parts.port else text.replace(parts.netloc, f"{parts.netloc}:{PORT}", 1)
    return ""


def _every(settings: Settings) -> float:
    every = settings.length("every", timedelta(milliseconds=500)) or timedelta(0)
    if not timedelta(milliseconds=50) <= every <= timedelta(minutes=1):
        settings.fault("every", 'from "0.05 s" to "1 min"')
    return float(Fraction(str(every.total_seconds())))


def _trust(settings: Settings, context: SourceContext) -> Trust:
    """Return how the connection is secured; a certificate without security, or the other way round, is a fault."""
    found = Trust(
        policy=settings.text("security", one_of=POLICIES),
        mode=settings.text("mode", MODES[0], one_of=MODES),
        server=settings.text("server_certificate"),
        own=settings.text("certificate"),
        own_key=settings.text("certificate_key"),
        own_password=read_secret(settings, "certificate_password", context),
        user=settings.text("user"),
        password=read_secret(settings, "password", context),
    )
    if found.password is not None and not found.user:
        settings.fault("user", "the user whose password is set")
    if found.policy:
        for key in ("server_certificate", "certificate", "certificate_key"):
            if key not in settings.values:
                settings.fault(key, f'a file beside security = "{found.policy}"')
    else:
        for key in (*_OF_SECURITY, "server_certificate") if found.password is None else _OF_SECURITY:
            if key in settings.values:
                settings.fault(key, f'it only beside security, such as "{POLICIES[0]}"')
    return found


def _digest(found: OpcuaSettings) -> str:
    """Return a digest of where each counter and state is read; names, reasons and rules may change without a loss."""
    state = () if found.mapping.state is None else found.mapping.state.cell.columns
    counted = [(entry.suffix, entry.columns) for entry in found.mapping.entries]
    places = [(item.row, item.column, item.place.address, item.place.index) for item in found.items]
    body: list[object] = [found.url, found.clock, [sorted(row.items()) for row in found.nodes.rows], counted, state]
    body += [[place for place in places if place[1] in {*state, *(each for _, some in counted for each in some)}]]
    return blake2b(json.dumps(body).encode("utf-8", "replace"), digest_size=8).hexdigest()
