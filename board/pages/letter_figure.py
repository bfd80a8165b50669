"""The day of a letter in figures: its KPIs with what they are made of and judged by, its ladder, lines and orders."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from board.kpi.aim import common_target, own_target
from board.kpi.day import Known, KpiDay
from board.kpi.figure import Figure
from board.kpi.formula import Formula
from board.kpi.judgement import Judgement
from board.pages.day_book import DaySums, rolled
from board.pages.derived import PRODUCED
from board.pages.letter_book import Asked, LetterBook
from board.pages.letter_day import Judged
from board.pages.letter_month import aim_of, value_of
from board.pages.rule import Rules
from board.plant.plant import Kpi, Letter
from board.views.letter import KpiOfDay, LineOfDay, Part, RungOfDay
from board.views.mark import Phase

_NAME = re.compile(r"[^\W\d]\w*", re.ASCII)
_SUM = re.compile(r"\w+( *\+ *\w+)+", re.ASCII)
_PARTS = "parts"
_NOT_VOTING = (Phase.OFF, Phase.FUTURE)


def in_order(formula: Formula) -> tuple[str, ...]:
    """Return the measures a formula reads in the order in which it names them, each once."""
    named = dict.fromkeys(_NAME.findall(formula.text))
    return tuple(name for name in named if name in formula.measures)


def unit_of(measure: str, rules: Rules, lines: Sequence[str]) -> str:
    """Return a measure's unit; what is counted in plain parts is called as the lines call it, where all agree."""
    found = rules.measures.get(measure)
    if found is None:
        return ""
    if measure not in PRODUCED or found.unit != _PARTS:
        return found.unit
    said = {line.unit for line in rules.plant.lines if line.id in lines}
    return said.pop() if len(said) == 1 else found.unit


def name_of(measure: str, rules: Rules) -> str:
    """Return what people call a measure; one that follows from others has no name but its own."""
    found = rules.measures.get(measure)
    return measure.replace("_", " ") if found is None else found.name


def parts_of(
    figure: Figure, sums: Mapping[str, Fraction | None], rules: Rules, lines: Sequence[str]
) -> tuple[Part, ...]:
    """Return the sums a KPI is made of, in the order of its formula; of a share the part and the whole.

    So 100 × scrap / (good + scrap) is made of 612 and of 17,980, and 100 × good / planned of the one and the other.
    """
    measures = in_order(figure.formula)
    whole = _whole_of(figure)
    parts = [
        Part(
            measure=measure,
            name=name_of(measure, rules),
            unit=unit_of(measure, rules, lines),
            value=sums.get(measure),
        )
        for measure in (measures if not whole else measures[:1])
    ]
    if figure.weight is not None and whole:
        units = {unit_of(measure, rules, lines) for measure in whole}
        parts.append(
            Part(
                measure=figure.weight.text,
                name=" + ".join(name_of(measure, rules) for measure in whole),
                unit=units.pop() if len(units) == 1 else "",
                value=figure.weight.value(sums),
            )
        )
    return tuple(parts)


def _whole_of(figure: Figure) -> tuple[str, ...]:
    """Return the measures that add up to what a KPI is a share of, where its numerator is one of them; else none."""
    if figure.weight is None or _SUM.fullmatch(figure.weight.text.strip()) is None:
        return ()
    below = _NAME.findall(figure.weight.text)
    above = _NAME.findall(figure.formula.text)
    for name in below:
        above.remove(name)
    return tuple(below) if len(above) == 1 and above[0] in below else ()


def sums_of(figure: Figure, day: date, asked: Asked) -> Mapping[str, Fraction | None]:
    """Return the sums that a KPI of the node was computed from on a day, by the same rule as its judgement."""
    if asked.is_line:
        return asked.sight.sums(asked.node, day).whole
    told: list[DaySums] = [part for node in asked.nodes if (part := asked.sight.sums(node, day)).whole]
    whole = [part for part in told if figure.measures <= part.whole.keys()]
    return rolled(whole or told, figure.measures, asked.sight.rules(day).measures)


def kpis_of_day(code: str, day: date, judged: Judged, asked: Asked) -> tuple[KpiOfDay, ...]:
    """Return the KPIs of a letter as the plant of the day had them; on a day to come with the target that will hold."""
    rules = asked.sight.rules(day)
    letter, figures = rules.letters.get(code, (None, ()))
    if letter is None:
        return ()
    deciding = _deciding(letter, figures, judged)
    return tuple(_kpi_of_day(figure, day, judged, asked, deciding=figure.kpi.id == deciding) for figure in figures)


def ladder_of_day(code: str, day: date, asked: Asked) -> tuple[RungOfDay, ...]:
    """Return how many events of each kind were told of on a day, from lightest to gravest."""
    rules = asked.sight.rules(day)
    letter, _ = rules.letters.get(code, (None, ()))
    if letter is None:
        return ()
    told = [part for node in asked.nodes if (part := asked.sight.sums(node, day)).whole]
    counts = rolled(told, [rung.measure for rung in letter.ladder], rules.measures)
    return tuple(
        RungOfDay(
            measure=rung.measure,
            name=name_of(rung.measure, rules),
            count=counts.get(rung.measure),
            judged=Judgement(rung.judged),
        )
        for rung in letter.ladder
    )


def lines_of_day(book: LetterBook, code: str, day: date, kpi: Kpi | None, asked: Asked) -> tuple[LineOfDay, ...]:
    """Return how each line under a node stood on a day; nothing for a line itself."""
    if asked.is_line:
        return ()
    book.see(asked, day, day)
    names = {line.id: line.name for line in asked.plant.lines}
    found = [(line, book.line_day(line, code, day, asked)) for line in asked.lines]
    return tuple(
        LineOfDay(node=line, name=names[line], mark=judged.mark, value=value_of(judged, kpi)) for line, judged in found
    )


def _kpi_of_day(figure: Figure, day: date, judged: Judged, asked: Asked, *, deciding: bool) -> KpiOfDay:
    kpi = figure.kpi
    found = judged.kpis.get(kpi.id) or _unjudged(figure, day, asked)
    rules = asked.sight.rules(day)
    sums = sums_of(figure, day, asked)
    return KpiOfDay(
        kpi=kpi.id,
        name=kpi.name,
        unit=kpi.unit,
        decimals=kpi.decimals,
        value=found.value,
        aim=aim_of(kpi, found.target, rolled=kpi.id in judged.rolled),
        aim_since=found.target.valid_from if found.target is not None and found.target in kpi.targets else None,
        judgement=found.judgement,
        parts=parts_of(figure, sums, rules, asked.lines),
        deciding=deciding,
        entered=found.known is Known.WHOLE,
    )


def _unjudged(figure: Figure, day: date, asked: Asked) -> KpiDay:
    """Return a KPI on a day that is not judged: not worked, or to come."""
    target = own_target(figure, asked.node, day) or common_target(figure, day)
    return KpiDay(value=None, target=target, judgement=None, known=Known.NOTHING, aimed=target is not None)


def _deciding(letter: Letter, figures: Sequence[Figure], judged: Judged) -> str | None:
    """Return the KPI that gives the day its colour: the first that stands as the day does; a ladder needs none."""
    if letter.ladder or judged.mark.phase in _NOT_VOTING or judged.mark.judgement is None:
        return None
    voters = (figure.kpi.id for figure in figures if figure.kpi.id in judged.kpis)
    return next((kpi for kpi in voters if judged.kpis[kpi].judgement is judged.mark.judgement), None)
