"""What a kind of source says of itself and of what it found, so that a person can set it up without its manual."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC
from zoneinfo import ZoneInfo

from board.sources.hide import hidden
from board.sources.moment import MomentError, Spelling, read_moment
from board.sources.number import NumberError, read_number

MOST_SAMPLES = 5
LONGEST_SAMPLE = 60
MOST_FOUND = 500

_UTC = Spelling(zone=ZoneInfo("UTC"), month_first=False)
_EARLIEST_YEAR, _LATEST_YEAR = 1990, 2100


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One setting that a kind of source asks for."""

    key: str
    says: str
    example: str = ""  # as the plant file would write it
    needed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a kind of source is, in one sentence, and the settings of its own, those it needs first."""

    kind: str
    says: str
    settings: tuple[Asked, ...] = ()
    maps: bool = True  # whether it is told what its columns mean (node, time, measure and so on)
    listens: bool = False  # whether it tells by itself, so that a look at it lasts a while


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One column, field, topic or tag of a source: its name as the settings write it, and values that stood there."""

    name: str
    samples: tuple[str, ...] = ()
    rows: str = ""  # the path to the rows it stands in, where that has to be set too

    @property
    def looks_like(self) -> str:
        """Return what its samples are: "time", "number", "word", or "nothing" where it was always empty."""
        given = [sample for sample in self.samples if sample.strip()]
        if not given:
            return "nothing"
        if all(map(_is_time, given)):
            return "time"
        return "number" if all(map(_is_number, given)) else "word"


def found_in(records: Iterable[Mapping[str, str]], *, rows: str = "") -> tuple[Found, ...]:
    """Return the columns of records, in the order in which they came up, with different samples of each."""
    samples: dict[str, list[str]] = {}
    for record in records:
        for name, text in record.items():
            if name not in samples and len(samples) >= MOST_FOUND:
                continue
            kept = samples.setdefault(name, [])
            short = "".join(letter if letter.isprintable() else "\ufffd" for letter in hidden(text)[:LONGEST_SAMPLE])
            if short.strip() and short not in kept and len(kept) < MOST_SAMPLES:
                kept.append(short)
    return tuple(Found(name=name, samples=tuple(kept), rows=rows) for name, kept in samples.items())


def _is_time(text: str) -> bool:
    try:
        moment = read_moment(text, _UTC)
        year = (moment if moment.tzinfo is None else moment.astimezone(UTC)).year
    except (MomentError, OverflowError):
        return False
    return _EARLIEST_YEAR <= year <= _LATEST_YEAR


def _is_number(text: str) -> bool:
    try:
        read_number(text)
    except NumberError as error:
        return "two ways" in str(error)
    return True
