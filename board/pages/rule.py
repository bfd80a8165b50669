"""A plant's letters made ready to judge: their KPIs as figures, and how its measures add up."""

from dataclasses import dataclass

from board.kpi.figure import DERIVED_MEASURES, Figure
from board.plant.plant import Letter, Measure, MeasureKind, Plant

BUSY = "planned_busy_time"
_PLANTS_KEPT = 32


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


_rules: dict[int, Rules] = {}  # by identity of the plant, which the rules keep alive


def rules_of(plant: Plant) -> Rules:
    """Return the rules of a plant, made once."""
    found = _rules.get(id(plant))
    if found is None:
        for oldest in tuple(_rules)[: max(0, len(_rules) + 1 - _PLANTS_KEPT)]:
            _rules.pop(oldest, None)
        found = _rules[id(plant)] = _made(plant)
    return found


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
    )
