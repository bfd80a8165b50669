"""What the page of sources shows, part by part: its head, a card for each source, and how many have no room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from board.views.feeding import Feeding
from board.views.freshness import Stage
from board.views.sources import SourceRow, Sources
from widgets import words
from widgets.sources_say import (
    Age,
    age_words,
    figure,
    kind_words,
    of_words,
    process_words,
    row_aloud,
    summary,
    today_words,
    told_words,
    troubles,
)
from widgets.words import plural, translate

MOST_PROCESSES = 3


class Sign(Enum):
    """The mark of a source: how it stands at one glance."""

    LIVE = "live"
    LATE = "late"
    STALE = "stale"
    MISSING = "missing"
    FAILS = "fails"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadFace:
    """The title, how all sources stand, and the programs that read them: each in words, and whether it is well."""

    title: str
    summary: str
    well: bool
    processes: tuple[tuple[str, bool], ...]
    lines: tuple[tuple[str, bool], ...] = ()  # the programs as they are broken here


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFace:
    """One source as its card shows it; `aloud` is all of it in one sentence."""

    sign: Sign
    name: str
    kind: str
    value: str
    unit: str
    of: str
    age: str
    told: str
    rows: str
    today: str
    stale: bool  # what it told is too old to look live
    troubles: tuple[str, ...]
    aloud: str
    lines: tuple[str, ...] = ()  # the troubles as they are broken here


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreFace:
    """The way to the sources that have no room."""

    words: str


def head_face(view: Sources) -> HeadFace:
    """Return the head of the page; the programs that fell stand first."""
    processes = sorted(view.processes, key=_is_well)
    alone = len(processes) == 1
    said = [(process_words(each, view.now, alone=alone), _is_well(each)) for each in processes[:MOST_PROCESSES]]
    rest = len(processes) - len(said)
    if rest > 0:
        said.append((plural("and {n} more program", "and {n} more programs", rest).format(n=rest), True))
    return HeadFace(
        title=translate("board", "Sources"), summary=summary(view), well=not view.troubled, processes=tuple(said)
    )


def source_face(row: SourceRow, age: Age, view: Sources) -> SourceFace:
    """Return the card of a source whose age is that."""
    return SourceFace(
        sign=_sign(row, age[0]),
        name=row.id,
        kind=kind_words(row.kind),
        value="" if row.last is None else figure(row.last.value),
        unit="" if row.last is None else row.last.unit,
        of=of_words(row, view.now),
        age=age_words(age),
        told=told_words(row, view.now),
        rows=words.number(row.rows_today),
        today=today_words(row),
        stale=age[0] in {Stage.STALE, Stage.MISSING},
        troubles=troubles(row, age, view.now),
        aloud=row_aloud(row, age, view.now),
    )


def more_face(rows: Sequence[SourceRow]) -> MoreFace:
    """Return how many sources have no room here."""
    said = plural("and {n} more source", "and {n} more sources", len(rows))
    return MoreFace(words=said.format(n=words.number(len(rows))))


def ages_of(view: Sources) -> Mapping[str, Age]:
    """Return how old what each source told is by the view's own moment."""
    return {row.id: (row.freshness.stage(view.now), row.freshness.age_s(view.now)) for row in view.rows}


def _sign(row: SourceRow, stage: Stage) -> Sign:
    if row.outage is not None or (row.process is not None and not row.process.is_running):
        return Sign.FAILS
    return Sign(stage.value)


def _is_well(process: Feeding) -> bool:
    return process.is_running and process.fall is None
