"""The contract every source keeps, ours and those of other packages.

A kind of source is a class, made as `Kind(spec, context)`; SettingsError there names every fault in its settings.

- **check** tries it and says in sentences what is wrong.
- **read** asks it: what came after a watermark, as batches, each with the watermark after it and, where the source
  knows, the time through which everything is told (`complete_through`).
  What is planned goes beside the readings, as `runs`.
- **listen**, where it has `pushes`: it tells by itself. It speaks into an ear, which holds it back while the store is
  busy, so nothing is lost and nothing piles up. Its `read` is then one short spell of listening (`hearing.overhear`).
- **describe** and **discover**, where it has them as class methods: what the kind asks for, and which columns, fields,
  topics or tags an address has, with values that stand there, before anything is mapped.

The feeds process does the rest: a thread for each source, the watermark, waiting until a batch is on disk, trying again
with longer and longer pauses, saying once that a source fails and once that it is back. A watermark is opaque to all
but its source; what was sent and not stored is asked for again, so a reading's key must be the same each time.
Packages offer a kind by an entry point in the group `gembaboard.sources`; README, "Writing a source", has an example.
"""

import os
import time as clock
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable
from zoneinfo import ZoneInfo

from board.kpi.reading import Batch, Complaint
from board.plant.plant import Plant, SourceSpec
from board.plant.span import Span
from board.sources.about import About, Found
from board.sources.ear import READINGS_A_BATCH as READINGS_A_BATCH  # noqa: PLC0414  # packages take it from here
from board.sources.ear import Ear
from board.sources.hide import hidden
from board.sources.setting import Settings
from board.sources.working import Working

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

SHORTEST_LOOK, LONGEST_LOOK = timedelta(seconds=5), timedelta(seconds=60)  # between looks, where poll_s is not set
ENTRY_POINTS = "gembaboard.sources"
KINDS: Mapping[str, str] = {
    "command": "board.sources.command:Command",
    "csv": "board.sources.csv_folder:CsvFolder",
    "demo": "board.sources.demo:Demo",
    "excel": "board.sources.excel_folder:ExcelFolder",
    "http": "board.sources.http_endpoint:HttpEndpoint",
    "mqtt": "board.sources.mqtt_broker:MqttBroker",
    "opcua": "board.sources.opcua_server:OpcuaServer",
    "sql": "board.sources.sql_query:SqlQuery",
}
BUILT_IN_MEASURES: Mapping[str, str] = {
    "good": "count",
    "scrap": "count",
    "rework": "count",
    "downtime": "duration",
    "setup": "duration",
    "planned_busy_time": "duration",
}


class SourceError(Exception):
    """A source cannot be read now; the text is one sentence for people: what happened, where, what to do."""

    def __init__(self, said: str, *, not_before: timedelta = timedelta(0)) -> None:
        """Keep the sentence without any secret in it; `not_before`: how long the other end wants to be left alone."""
        super().__init__(hidden(said))
        self.not_before = not_before


class SettingsError(SourceError):
    """The settings of a source cannot be used; `problems` holds one sentence for each fault."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        """Keep every sentence, so that all faults can be mended at once."""
        super().__init__("; ".join(problems))
        self.problems = tuple(map(hidden, problems))


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceContext:
    """What a source may know of its plant without loading it; empty tables are not checked against."""

    timezone: str  # the site's IANA zone
    folder: Path | None = None  # the plant folder; relative paths start here
    nodes: Mapping[str, str] = field(default_factory=dict)  # id to name of the lines, areas and the site
    reasons: Mapping[str, str] = field(default_factory=dict)  # code to name
    measures: Mapping[str, str] = field(default_factory=lambda: BUILT_IN_MEASURES)  # id to kind
    day_starts: time = time(0, 0)
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    stopwatch: Callable[[], float] = clock.monotonic  # bounds a look; never says what time it is
    load: Callable[[], Plant] | None = None  # gives the whole plant to the few sources that ask for it
    working: Working | None = None  # when the lines work; None: always

    @property
    def zone(self) -> ZoneInfo:
        """Return the site's zone."""
        return ZoneInfo(self.timezone)

    @classmethod
    def of(cls, plant: Plant) -> "SourceContext":
        """Return the context of a plant that is loaded already."""
        nodes = {plant.site.id: plant.site.name}
        nodes |= {area.id: area.name for area in plant.areas} | {line.id: line.name for line in plant.lines}
        return cls(
            timezone=plant.site.timezone,
            folder=plant.folder,
            nodes=nodes,
            reasons={reason.code: reason.name for reason in plant.reasons},
            measures={**BUILT_IN_MEASURES, **{measure.id: measure.kind.value for measure in plant.measures}},
            day_starts=plant.site.day_starts,
            load=lambda: plant,
            working=Working(plant),
        )

    def worked(self, node: str, span: Span) -> tuple[Span, ...]:
        """Return the parts of a time in which a node works."""
        return (span,) if self.working is None else self.working.of(node, span)

    def plant(self) -> Plant:
        """Return the whole plant, read from its folder where nobody handed it over; SourceError where there is none."""
        if self.load is not None:
            return self.load()
        if self.folder is None:
            raise SourceError("this source needs the plant, and no plant folder was given")
        return cast(Plant, import_module("board.plant.load").load_plant(self.folder))


class Source(Protocol):
    """One place readings come from; made once per process and asked again and again.

    Every kind is made by `Kind(spec, context)`, which raises SettingsError for settings it cannot use.
    """

    def check(self, now: datetime) -> tuple[Complaint, ...]:
        """Try the source without keeping anything, and say what is wrong with it and with its first rows."""
        ...

    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        """Take one bounded look: yield what came after the watermark (None: all there is), 200 readings a batch.

        A look at a source that answers yields at least one batch, if an empty one. Its last batch has a `progress`
        below 1 where more is waiting; then look again at once. SourceError where the source does not answer.
        """
        ...


@runtime_checkable
class Listener(Source, Protocol):
    """A source that tells by itself where its settings make it one (`pushes`); otherwise it is asked like any other."""

    pushes: bool

    def listen(self, watermark: str | None, ear: Ear) -> None:
        """Connect, and hand `ear` what comes after the watermark, until the ear raises EarClosed.

        Returning means that the other end has closed; it is connected again after a pause. SourceError where it cannot
        be reached or breaks off. What may wait for the other end for long is freed by `ear.when_closed`.
        """
        ...


@runtime_checkable
class _Describes(Protocol):
    """A kind that says what it is."""

    def describe(self) -> About: ...


@runtime_checkable
class _Discovers(Protocol):
    """A kind that looks round before anything is mapped."""

    def discover(self, spec: SourceSpec, context: SourceContext, now: datetime) -> tuple[Found, ...]: ...


def open_source(spec: SourceSpec, context: SourceContext) -> Source:
    """Return the source of a specification; SettingsError where its kind is unknown or its settings are wrong."""
    look_every(spec)
    kind = cast("Callable[[SourceSpec, SourceContext], Source]", _kind(spec.kind, f"source {spec.id}"))
    return kind(spec, context)


def describe(kind: str) -> About:
    """Return what a kind of source is and what it asks for; SettingsError where there is no such kind."""
    found = _kind(kind, "a source")
    if isinstance(found, _Describes):
        return found.describe()
    return About(kind=kind, says=(found.__doc__ or "").strip().partition("\n")[0])


def discover(spec: SourceSpec, context: SourceContext, now: datetime) -> tuple[Found, ...]:
    """Return what a source has to be mapped, with sample values; only the settings that lead to it need be there.

    Empty for kinds that need no mapping. SourceError where the source does not answer.
    """
    found = _kind(spec.kind, f"source {spec.id}")
    return found.discover(spec, context, now) if isinstance(found, _Discovers) else ()


def look_every(spec: SourceSpec) -> timedelta:
    """Return how often to look at a source: `poll_s` where it is set, else by how often it is expected to move on."""
    settings = Settings(spec.settings, where=f"source {spec.id}")
    usual = min(max(spec.expected_every / 60, SHORTEST_LOOK), LONGEST_LOOK)
    every = settings.number("poll_s", Fraction(str(usual.total_seconds())), low=1, high=3600)
    if settings.problems:
        raise SettingsError(tuple(settings.problems))
    return timedelta(seconds=float(every))


def known_kinds() -> tuple[str, ...]:
    """Return the kinds of source there are here, ours and those installed beside them."""
    return tuple(sorted({*KINDS, *(point.name for point in _installed())}))


def _kind(kind: str, where: str) -> object:
    """Return the class of a kind, loaded when it is asked for: ours, or one that another package provides."""
    if kind in KINDS:
        module, _, name = KINDS[kind].partition(":")
        return cast(object, getattr(import_module(module), name))
    for point in _installed():
        if point.name == kind:
            return cast(object, point.load())
    raise SettingsError((f"{where}, key kind: found {kind!r}, expected one of {', '.join(known_kinds())}",))


def _installed() -> "EntryPoints":
    """Return the kinds that other packages provide; looked up late, since the module for it costs 3 MB."""
    return cast("EntryPoints", import_module("importlib.metadata").entry_points(group=ENTRY_POINTS))
