"""The settings of a CSV source, checked."""

import re
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

from board.plant.plant import SourceSpec
from board.sources.contract import SettingsError, SourceContext, SourceError
from board.sources.csv_text import DELIMITERS, ENCODINGS
from board.sources.digest import digest_of
from board.sources.mapping import RecordMapping, no_mapping, read_mapping
from board.sources.setting import COMMON, Settings

_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
COMPLETE = ("newest", "seen", "closed")


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvSettings:
    """Where the files lie, how they are written and when their intervals are final."""

    path: str
    mapping: RecordMapping
    encoding: str
    delimiter: str  # empty: found out
    quote: str
    columns: tuple[str, ...]  # where the files have no header
    skip_lines: int
    complete: str  # final up to the newest time stamp, up to the look, or wholly, since the files are done
    lag: timedelta
    look_bytes: int
    most_files: int
    digest: str  # of all that decides what a row means: others mean that everything is read again


def read_settings(spec: SourceSpec, context: SourceContext, *, mapped: bool = True) -> CsvSettings:
    """Return the checked settings of a source; SettingsError names every fault.

    Not `mapped`: only where the files lie and how they are written.
    """
    settings = Settings(spec.settings, where=f"source {spec.id}")
    delimiter = (
        settings.text("delimiter", one_of=tuple(DELIMITERS)) if settings.values.get("delimiter") != "\t" else "\t"
    )
    settings.has("delimiter")
    found = CsvSettings(
        path=settings.text("path", needed=True),
        mapping=read_mapping(settings, context, remembers=True) if mapped else no_mapping(context),
        encoding=settings.text("encoding", "auto", one_of=ENCODINGS),
        delimiter=DELIMITERS.get(delimiter, ""),
        quote=_quote(settings),
        columns=settings.texts("columns"),
        skip_lines=int(settings.number("skip_lines", Fraction(0), low=0, high=1000)),
        complete=settings.text("complete", "newest", one_of=COMPLETE),
        lag=settings.length("lag") or timedelta(0),
        look_bytes=int(settings.number("look_mib", Fraction(5), low=1, high=1024) * 1024 * 1024),
        most_files=int(settings.number("most_files", Fraction(2000), low=1, high=2000)),
        digest=digest_of(spec, context),
    )
    settings.finish(also=COMMON if mapped else settings.values)
    if settings.problems:
        raise SettingsError(tuple(settings.problems))
    return found


def expand(path: str, context: SourceContext) -> str:
    """Return the path with its environment variables filled in, from the plant folder where it is relative."""
    for match in _VARIABLE.finditer(path):
        if not context.environment.get(match[1]):
            rest = path[match.end() :].lstrip("/\\")
            held = rest.partition("/")
            holds = f"; it must name the folder that holds {held[0]}{held[1]}" if rest else ""
            name = Path(path).name
            raise SourceError(f"{name}: the environment variable {match[1]} is not set{holds}")
    whole = Path(_VARIABLE.sub(lambda match: context.environment[match[1]], path)).expanduser()
    return str(whole if whole.is_absolute() or context.folder is None else context.folder / whole)


def _quote(settings: Settings) -> str:
    """Return the quote mark; an empty text turns quotes off."""
    if settings.values.get("quote") == "":
        settings.has("quote")
        return ""
    return settings.text("quote", '"', one_of=('"', "'"))
