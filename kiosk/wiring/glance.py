"""One look at a plant without a window: at what its board knows, or at its sources when it has none yet."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from board.journal.adjusted import adjusted
from board.kpi.reading import Batch, Complaint
from board.plant.history import PlantHistory
from board.plant.load import load_plant, parse_plant
from board.plant.plant import Plant, SourceSpec
from board.sources.contract import SourceContext
from board.sources.feed import collect
from board.store.database import Store
from board.store.reader import Reader

HISTORY, LINES = "history_months", "lines"  # the settings of a demo that say how far back and of what it invents
MONTHS = {
    "sicb": 0,
    "lines": 0,
    "sources": 0,
    "sqcdp": 1,
}  # before the present one that a page looks at; any other at all there are
READINGS_AT_ONCE = 4_000  # of batches that are taken together
DEMO = "demo"  # the one kind whose readings follow the clock of the board, so that `--at` shows a living shift


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """A reader with the plant that judges what it reads, and what the sources complained about."""

    reader: Reader
    history: PlantHistory
    complaints: tuple[Complaint, ...] = ()


@contextmanager
def glance(
    folder: Path,
    database: Path,
    *,
    at: datetime | None,
    known_at: datetime | None = None,
    heard: Callable[[Batch], None] | None = None,
    page: str | None = None,
    node: str | None = None,
) -> Iterator[Glance]:
    """Open the board's database; where there is none, look at every source once into a passing one.

    `at` is the moment asked for (None: now), `known_at` that as of which the wall's changes are known. `heard` is
    called with each batch, so that a long look can show progress. Where the page and its node are said, a demo invents
    no more than they show. Raises PlantError for a folder with problems.
    """
    plant = load_plant(folder)
    if database.exists() and not (at is not None and _lives_on_the_clock(plant)):
        reader = Reader.open(database)
        try:
            yield Glance(reader=reader, history=_history(reader, plant, known_at))
        finally:
            reader.close()
        return
    with tempfile.TemporaryDirectory(prefix="gembaboard-") as passing:
        path = Path(passing) / "board.db"
        complaints = _fill(path, _narrowed(plant, page, node), at, heard)
        reader = Reader.open(path)
        try:
            history = PlantHistory(((datetime(1970, 1, 1, tzinfo=UTC), plant),))
            yield Glance(reader=reader, history=history, complaints=complaints)
        finally:
            reader.close()


def look_once(
    plant: Plant,
    watermarks: Mapping[str, str | None],
    at: datetime | None,
    failed: Callable[[Complaint], None],
) -> Iterator[Batch]:
    """Ask each source for what came after its watermark; the demo follows `at`, all others the true time.

    `failed` hears of a source that does not answer; the others are asked all the same.
    """
    context = SourceContext.of(plant)
    true_now = datetime.now(UTC)
    for spec in plant.sources:
        now = at if at is not None and spec.kind == DEMO else true_now
        yield from collect((spec,), context, watermarks, now, failed=failed)


def _fill(
    path: Path, plant: Plant, at: datetime | None, heard: Callable[[Batch], None] | None
) -> tuple[Complaint, ...]:
    complaints: list[Complaint] = []
    now = datetime.now(UTC)
    store = Store.open(path, station="glance", zone=plant.site.timezone, now=now)
    try:
        store.adopt(PlantHistory(((datetime(1970, 1, 1, tzinfo=UTC), plant),)))
        for batch in _joined(look_once(plant, {}, at, complaints.append), heard):
            store.take(batch, now)
            complaints += batch.complaints
    finally:
        store.close()
    return tuple(complaints)


def _joined(batches: Iterable[Batch], heard: Callable[[Batch], None] | None) -> Iterator[Batch]:
    """Yield small batches of a source as fewer large ones: nothing passing has to be on disk piece by piece."""
    held: Batch | None = None
    for batch in batches:
        if heard is not None:
            heard(batch)
        if held is None:
            held = batch
        elif held.source == batch.source and not held.complaints and len(held.readings) < READINGS_AT_ONCE:
            held = replace(
                batch,
                readings=held.readings + batch.readings,
                runs=held.runs + batch.runs,
                complete_through=batch.complete_through or held.complete_through,
                by_rows=batch.by_rows or held.by_rows,
                through=held.through + batch.through,
                mended=held.mended + batch.mended,
            )
        else:
            yield held
            held = batch
    if held is not None:
        yield held


def _narrowed(plant: Plant, page: str | None, node: str | None) -> Plant:
    """Return the plant with demos that invent no more than a page of a node shows."""
    months = MONTHS.get(page or "")
    lines = [] if node is None else [line.id for line in plant.lines_under(node)]
    return replace(plant, sources=tuple(_with_less(spec, months, lines) for spec in plant.sources))


def _with_less(spec: SourceSpec, months: int | None, lines: list[str]) -> SourceSpec:
    if spec.kind != DEMO:
        return spec
    own = spec.settings.get(HISTORY)
    less: dict[str, object] = {}
    if months is not None and not (isinstance(own, int) and own <= months):
        less[HISTORY] = months
    if lines and LINES not in spec.settings:
        less[LINES] = lines
    return replace(spec, settings={**spec.settings, **less})


def _lives_on_the_clock(plant: Plant) -> bool:
    return any(spec.kind == DEMO for spec in plant.sources)


def _history(reader: Reader, plant: Plant, known_at: datetime | None) -> PlantHistory:
    """Return the stored versions with the folder as it is now on top, where it differs, and with the wall's changes."""
    versions = [
        (version.in_force_from, parse_plant(version.files, folder=plant.folder)) for version in reader.plant_versions()
    ]
    if not versions or versions[-1][1].digest != plant.digest:
        versions.append((plant.valid_from or datetime.now(UTC), plant))
    return adjusted(PlantHistory(tuple(versions)), reader.adjustments(), known_at=known_at)
