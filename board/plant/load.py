"""Reads a plant folder, checks it as a whole and returns it as frozen values, or says all that is wrong with it."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from board.plant.check import checked
from board.plant.draft import Draft, read_draft
from board.plant.measure import BUILT_IN_MEASURES
from board.plant.plant import Plant, Site
from board.plant.problem import PlantError, Problem
from board.plant.schema import (
    ActionTable,
    AreaTable,
    DayOffTable,
    LetterTable,
    LineTable,
    MeasureTable,
    PersonTable,
    RateTable,
    ReasonTable,
    RunTable,
    ShiftTable,
    SiteTable,
    SourceTable,
    in_utc,
)
from board.plant.schema_kpi import KpiTable

SETTINGS_FILE = "kiosk.toml"  # the kiosk's own; it may lie in the plant folder and is no part of the plant
THEME_FILE = "theme.toml"  # the plant's own colours; how it looks is no part of what it is


def read_files(folder: Path) -> dict[str, str]:
    """Return name and text of every *.toml in the folder, by name; PlantError where one cannot be read."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    try:
        paths = sorted(path for path in folder.iterdir() if _is_plant_file(path))
    except OSError as error:
        raise PlantError([Problem(str(folder), "", _said(error), "a folder that can be read")]) from error
    for path in paths:
        try:
            texts[path.name] = path.read_bytes().decode("utf-8-sig")
        except OSError as error:
            problems.append(Problem(path.name, "", _said(error), "a file that can be read"))
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            problems.append(
                Problem(path.name, f"line {line}", "a character that is not UTF-8", "a file saved as UTF-8")
            )
    if not paths:
        problems.append(
            Problem(str(folder), "", "no .toml file", "a plant; `gembaboard init` writes one to start from")
        )
    if problems:
        raise PlantError(problems)
    return texts


def parse_plant(files: Mapping[str, str], *, folder: Path | None = None) -> Plant:
    """Return the plant that the files define together; PlantError carries every problem in them."""
    draft = read_draft(files)
    draft.problems.extend(checked(draft))
    site = draft.site.table if draft.site is not None else None
    if draft.problems or not isinstance(site, SiteTable):
        raise PlantError(draft.problems)
    return _plant(draft, site.value(), digest_of(files), folder)


def load_plant(folder: Path) -> Plant:
    """Return the plant of a folder; PlantError carries every problem in it."""
    return parse_plant(read_files(folder), folder=folder)


def digest_of(files: Mapping[str, str]) -> str:
    """Return the SHA-256 over names and texts of a folder's files."""
    digest = hashlib.sha256()
    for name in sorted(files):
        for part in (name, files[name]):
            data = part.encode()
            digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def _is_plant_file(path: Path) -> bool:
    others = {SETTINGS_FILE, THEME_FILE}
    return path.suffix.lower() == ".toml" and not path.name.startswith(".") and path.name not in others


def _said(error: OSError) -> str:
    """Return what the system said, in small letters."""
    return (error.strerror or str(error)).lower()


def _plant(draft: Draft, site: Site, digest: str, folder: Path | None) -> Plant:
    """Return the values of a draft without problems."""
    zone = site.zone
    return Plant(
        site=site,
        areas=tuple(table.value() for _, table in draft.of(AreaTable)),
        lines=tuple(table.value() for _, table in draft.of(LineTable)),
        shifts=tuple(table.value() for _, table in draft.of(ShiftTable)),
        rates=tuple(table.value() for _, table in draft.of(RateTable)),
        days_off=tuple(table.value() for _, table in draft.of(DayOffTable)),
        runs=tuple(table.value(zone) for _, table in draft.of(RunTable)),
        measures=(*BUILT_IN_MEASURES, *(table.value() for _, table in draft.of(MeasureTable))),
        letters=tuple(table.value() for _, table in draft.of(LetterTable)),
        kpis=tuple(table.value() for _, table in draft.of(KpiTable)),
        reasons=tuple(table.value() for _, table in draft.of(ReasonTable)),
        people=tuple(table.value() for _, table in draft.of(PersonTable)),
        sources=tuple(table.value() for _, table in draft.of(SourceTable)),
        valid_from=_valid_from(draft.valid_from, site, zone),
        digest=digest,
        folder=folder,
        actions=tuple(table.value() for _, table in draft.of(ActionTable)),
    )


def _valid_from(found: object, site: Site, zone: ZoneInfo) -> datetime | None:
    """Return the UTC instant from which the plant says it is in force: a bare date means the start of that day."""
    if isinstance(found, datetime):
        return in_utc(found, zone)
    return in_utc(datetime.combine(found, site.day_starts), zone) if isinstance(found, date) else None
