"""What the feeds process is told on the first line of its input: the site, the sources and how far each was read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

from board.plant.plant import Plant, SourceSpec
from board.sources.contract import BUILT_IN_MEASURES, SourceContext
from board.sources.wire import WireError, decode_object
from board.sources.working import Working

LONGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """The sources to read, in the context of their plant."""

    context: SourceContext
    specs: tuple[SourceSpec, ...]
    watermarks: Mapping[str, str | None]
    demo_shift: timedelta = timedelta(0)  # a demo lives by the board's clock, which `--at` may have moved


def write_assignment(
    plant: Plant,
    watermarks: Mapping[str, str | None],
    *,
    demo_shift: timedelta = timedelta(0),
    only: Collection[str] | None = None,
) -> dict[str, object]:
    """Return the assignment of a plant as an object for JSON, with all of its sources or `only` some."""
    context = SourceContext.of(plant)
    return {
        "timezone": context.timezone,
        "folder": None if plant.folder is None else str(plant.folder.absolute()),
        "nodes": dict(context.nodes),
        "reasons": dict(context.reasons),
        "measures": dict(context.measures),
        "day_starts": context.day_starts.isoformat(),
        "working": None if context.working is None else context.working.body(),
        "sources": [_write_spec(spec) for spec in plant.sources if only is None or spec.id in only],
        "watermarks": dict(watermarks),
        "demo_shift_s": demo_shift.total_seconds(),
    }


def read_assignment(line: bytes) -> Assignment:
    """Return the assignment of a line; WireError says what is wrong with it."""
    found = decode_object(line, LONGEST)
    folder = found.get("folder")
    try:
        context = SourceContext(
            timezone=ZoneInfo(str(found["timezone"])).key,
            folder=None if folder is None else Path(str(folder)),
            nodes=_texts(found, "nodes"),
            reasons=_texts(found, "reasons"),
            measures=_texts(found, "measures") or BUILT_IN_MEASURES,
            day_starts=time.fromisoformat(str(found.get("day_starts", "00:00"))),
            working=None if found.get("working") is None else Working.parse(found["working"]),
        )
        sources = cast(list[dict[str, object]], found["sources"])
        specs = tuple(_read_spec(source) for source in sources)
        watermarks = cast(dict[str, str | None], found.get("watermarks", {}))
        shift = _length(found.get("demo_shift_s"), timedelta(0))
        return Assignment(context=context, specs=specs, watermarks=dict(watermarks), demo_shift=shift)
    except (KeyError, TypeError, ValueError, AttributeError, OSError, OverflowError) as error:
        raise WireError(
            f"found no assignment ({error!r}), expected timezone, folder, sources and watermarks"
        ) from error


def _write_spec(spec: SourceSpec) -> dict[str, object]:
    return {
        "id": spec.id,
        "kind": spec.kind,
        "settings": _plain(spec.settings),
        "expected_every_s": spec.expected_every.total_seconds(),
        "stale_after_s": spec.stale_after.total_seconds(),
    }


def _read_spec(found: Mapping[str, object]) -> SourceSpec:
    usual = SourceSpec(id="", kind="", settings={})
    return SourceSpec(
        id=str(found["id"]),
        kind=str(found["kind"]),
        settings=dict(cast(Mapping[str, object], found.get("settings", {}))),
        expected_every=_length(found.get("expected_every_s"), usual.expected_every),
        stale_after=_length(found.get("stale_after_s"), usual.stale_after),
    )


def _length(found: object, usual: timedelta) -> timedelta:
    return usual if found is None else timedelta(seconds=float(str(found)))


def _texts(found: Mapping[str, object], name: str) -> dict[str, str]:
    return {str(key): str(text) for key, text in cast(Mapping[object, object], found.get(name, {})).items()}


def _plain(found: object) -> object:
    """Return settings as JSON can carry them: dates and times of TOML as text."""
    if isinstance(found, Mapping):
        return {str(key): _plain(each) for key, each in found.items()}
    if isinstance(found, list | tuple):
        return [_plain(each) for each in found]
    if isinstance(found, datetime | date | time):
        return found.isoformat()
    return found
