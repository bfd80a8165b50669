"""The settings of an Excel source, checked."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import Final

from board.plant.plant import SourceSpec
from board.sources.contract import SettingsError, SourceContext
from board.sources.digest import digest_of
from board.sources.mapping import RecordMapping, no_mapping, read_mapping
from board.sources.setting import COMMON, Settings
from board.sources.typed_cell import with_marks

COMPLETE: Final = ("newest", "seen", "closed")
SHEET_COLUMN: Final = "$sheet"  # stands for the name of the sheet a row came from
MOST_ROWS: Final = 1_048_576


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcelSettings:
    """Where the workbooks lie, which cells count and when their intervals are final."""

    path: str
    mapping: RecordMapping
    sheet: str  # a name, perhaps with wild cards, or a number from 1; empty: the first that is shown
    header: tuple[int, ...]  # first and last row that name the columns; none: found out
    columns: tuple[str, ...]  # names of the columns from A on, where no row has them
    complete: str
    lag: timedelta
    most_files: int
    most_rows: int
    largest: int  # bytes of a workbook
    timeout: timedelta
    digest: str  # of all that decides what a row means: others mean that everything is read again

    @property
    def wanted(self) -> tuple[str, ...]:
        """Return the columns that mean something."""
        return tuple(sorted(self.mapping.columns - {SHEET_COLUMN}))


def read_settings(spec: SourceSpec, context: SourceContext, *, mapped: bool = True) -> ExcelSettings:
    """Return the checked settings of a source; SettingsError names every fault. Not `mapped`: only where to look."""
    settings = Settings(spec.settings, where=f"source {spec.id}")
    found = ExcelSettings(
        path=settings.text("path", needed=True),
        mapping=with_marks(_mapping(settings, context)) if mapped else no_mapping(context),
        sheet=_sheet(settings),
        header=_header(settings),
        columns=settings.texts("columns"),
        complete=settings.text("complete", "newest", one_of=COMPLETE),
        lag=settings.length("lag") or timedelta(0),
        most_files=int(settings.number("most_files", Fraction(500), low=1, high=2000)),
        most_rows=int(settings.number("most_rows", Fraction(100_000), low=1, high=MOST_ROWS)),
        largest=int(settings.number("largest_mib", Fraction(5), low=1, high=50) * 1024 * 1024),
        timeout=settings.length("timeout") or timedelta(seconds=10),
        digest=digest_of(spec, context),
    )
    settings.finish(also=COMMON if mapped else settings.values)
    if settings.problems:
        raise SettingsError(tuple(settings.problems))
    return found


def _mapping(settings: Settings, context: SourceContext) -> RecordMapping:
    """Return the mapping; rows that are parts need a key, since people change rows of a workbook."""
    mapping = read_mapping(settings, context, remembers=True)
    if not mapping.key and any(entry.column is None for entry in mapping.entries):
        settings.fault("key", "the columns that tell a part from every other: a row that is changed would count twice")
    return mapping


def _sheet(settings: Settings) -> str:
    """Return the sheet: a name, or a number from 1."""
    found = settings.values.get("sheet")
    if isinstance(found, int) and not isinstance(found, bool) and settings.has("sheet"):
        if not 1 <= found <= 1000:
            settings.fault("sheet", "a name, or a number from 1")
        return str(found)
    return settings.text("sheet").strip()


def _header(settings: Settings) -> tuple[int, ...]:
    """Return the first and the last row of the head."""
    if not settings.has("header"):
        return ()
    found = settings.values["header"]
    rows = found if isinstance(found, list) else [found, found]
    good = [row for row in rows if isinstance(row, int) and not isinstance(row, bool) and 1 <= row <= 1000]
    if len(good) != 2 or len(rows) != 2 or good[0] > good[1]:
        settings.fault("header", "a row such as 3, or the first and the last row of a head, such as [3, 4]")
        return ()
    return tuple(good)
