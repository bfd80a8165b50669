"""A plant's letters made ready to judge: their KPIs as figures, and how its measures add up."""

from dataclasses import dataclass, replace
from typing import TypeVar

from board.kpi.figure import DERIVED_MEASURES, Figure
from board.plant.plant import Letter, Measure, MeasureKind, Plant

BUSY = "planned_busy_time"
_PLANTS_KEPT = 1024  # those that differ in nothing that judges share what was made of it
_KINDS_KEPT = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What judges a day under one version of the plant; `derives`: a KPI reads what follows from counts."""

    plant: Plant
    letters: dict[str, tuple[Letter, tuple[Figure, ...]]]
    measures: dict[str, Measure]
    kinds: dict[str, MeasureKind]
    lines: frozenset[str]
    split: bool  # some letter shows shifts
    derives: bool
    figures: dict[str, Figure]  # of every KPI, whether or not a letter has it
    levels: frozenset[str]  # the measures of which the last value stands
    loose: frozenset[str]  # those that are not entered every day
    runs: bool  # a KPI reads planned run times


_rules: dict[int, Rules] = {}  # by identity of the plant, which the rules keep alive
_kinds: dict[tuple[int, ...], Rules] = {}  # by identity of what judges


def rules_of(plant: Plant) -> Rules:
    """Return the rules of a plant, made once."""
    found = _rules.get(id(plant))
    if found is None:
        kind = tuple(map(id, (plant.kpis, plant.letters, plant.measures, plant.lines)))
        made = _kinds.get(kind)
        if made is None:
            made = _made(plant)
            _put(_kinds, kind, made, _KINDS_KEPT)
        found = made if made.plant is plant else replace(made, plant=plant)
        _put(_rules, id(plant), found, _PLANTS_KEPT)
    return found


_Key = TypeVar("_Key")


def _put(kept: dict[_Key, Rules], key: _Key, rules: Rules, most: int) -> None:
    for oldest in tuple(kept)[: max(0, len(kept) + 1 - most)]:
        kept.pop(oldest, None)
    kept[key] = rules


def _made(plant: Plant) -> Rules:
    figures = {kpi.id: Figure.of(kpi) for kpi in plant.kpis}
    read = {measure for figure in figures.values() for measure in figure.measures}
    return Rules(
        plant=plant,
        letters={letter.code: (letter, tuple(figures[kpi] for kpi in letter.kpis)) for letter in plant.letters},
        measures={measure.id: measure for measure in plant.measures},
        kinds={measure.id: measure.kind for measure in plant.measures},
        lines=frozenset(line.id for line in plant.lines),
        split=any(letter.by_shift for letter in plant.letters),
        derives=bool(read & (DERIVED_MEASURES | {BUSY})),
        figures=figures,
        levels=frozenset(measure.id for measure in plant.measures if measure.kind is MeasureKind.LEVEL),
        loose=frozenset(measure.id for measure in plant.measures if not measure.daily),
        runs=bool(read & DERIVED_MEASURES),
    )
