"""The contract every source keeps: check what is set, then read what is new in batches, each with its watermark."""

import os
import time as clock
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast
from zoneinfo import ZoneInfo

from board.kpi.reading import Batch, Complaint
from board.plant.plant import Plant, SourceSpec
from board.sources.setting import Settings

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

READINGS_A_BATCH = 200  # so that a tap never waits long behind an import
SHORTEST_LOOK, LONGEST_LOOK = timedelta(seconds=5), timedelta(seconds=60)  # between looks, where poll_s is not set
ENTRY_POINTS = "gembaboard.sources"
KINDS: Mapping[str, str] = {
    "csv": "board.sources.csv_folder:CsvFolder",
    "demo": "board.sources.demo:Demo",
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


class SettingsError(SourceError):
    """The settings of a source cannot be used; `problems` holds one sentence for each fault."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        """Keep every sentence, so that all faults can be mended at once."""
        super().__init__("; ".join(problems))
        self.problems = problems


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
        )

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
        """Take one bounded look: yield what came after the watermark (None: all there is), 500 readings a batch.

        A look at a source that answers yields at least one batch, if an empty one. Its last batch has a `progress`
        below 1 where more is waiting; then look again at once. SourceError where the source does not answer.
        """
        ...


def open_source(spec: SourceSpec, context: SourceContext) -> Source:
    """Return the source of a specification; SettingsError where its kind is unknown or its settings are wrong."""
    look_every(spec)
    kind = KINDS.get(spec.kind)
    if kind is None:
        return _from_elsewhere(spec, context)
    module, _, name = kind.partition(":")
    return cast(Source, getattr(import_module(module), name)(spec, context))


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


def _from_elsewhere(spec: SourceSpec, context: SourceContext) -> Source:
    """Return a source that another package provides under our entry point group."""
    for point in _installed():
        if point.name == spec.kind:
            return cast(Source, point.load()(spec, context))
    raise SettingsError(
        (f"source {spec.id}, key kind: found {spec.kind!r}, expected one of {', '.join(known_kinds())}",)
    )


def _installed() -> "EntryPoints":
    """Return the kinds that other packages provide; looked up late, since the module for it costs 3 MB."""
    return cast("EntryPoints", import_module("importlib.metadata").entry_points(group=ENTRY_POINTS))
