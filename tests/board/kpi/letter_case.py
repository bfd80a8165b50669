"""The cases of the letters and of safety, computed."""

from calendar import monthrange
from datetime import date
from fractions import Fraction

from board.kpi.day import Known, LetterDay, day_of_shifts
from board.kpi.judgement import Judgement
from board.kpi.library import definition
from board.kpi.safety import LADDER, Classified, days_since, ladder_day, standing
from tests.board.kpi.case import F, Inputs, case, known

COLOURS = {"green": Judgement.GOOD, "yellow": Judgement.WATCH, "red": Judgement.MISS}
WORDS = {judgement: colour for colour, judgement in COLOURS.items()}


def part(colour: str) -> LetterDay | None:
    return None if colour == "non_working" else LetterDay(judgement=COLOURS[colour], known=Known.WHOLE)


def colour(day: LetterDay | None) -> str:
    if day is None or day.judgement is None:
        return "grey"
    return WORDS[day.judgement]


@case("lt-03")
def _split(inputs: Inputs) -> dict[str, object]:
    parts = [part(found) for found in inputs["shifts"].values()]
    return {"cells": [colour(found) for found in parts], "day": colour(day_of_shifts(parts))}


@case("lt-06")
def _cells(inputs: Inputs) -> dict[str, object]:
    months = [date.fromisoformat(f"{month}-01") for month in inputs["months"]]
    return {"cells": [monthrange(month.year, month.month)[1] for month in months]}


@case("sf-02")
def _no_hours(inputs: Inputs) -> dict[str, object]:
    sums: dict[str, Fraction | None] = {
        "hours_worked": known(inputs["hours"]),
        "recordables": known(inputs["recordables"]),
        "lost_time_injuries": known(inputs["lost_time"]),
    }
    return {"trir": definition("trir").value(sums), "ltifr": definition("ltifr").value(sums)}


@case("sf-04")
def _reclassified(inputs: Inputs) -> dict[str, object]:
    happened, found = (date.fromisoformat(inputs[name]) for name in ("event_date", "reclassified_on"))
    trail = (
        Classified(event="e1", day=happened, measure=inputs["first_class"], on=happened),
        Classified(event="e1", day=happened, measure=inputs["new_class"], on=found),
    )

    def of(day: date, on: date) -> str:
        held = [entry.measure for entry in standing(trail, known_on=on) if entry.day == day]
        return colour(ladder_day(LADDER, {measure: F(held.count(measure)) for measure in held}))

    assert of(happened, happened) == "yellow"
    same = of(found, happened) == of(found, found)
    return {
        "colour_of_2026_04_14": of(happened, found),
        "colour_of_2026_04_17": "unchanged" if same else "changed",
        "audit_entries": len(trail),
    }


@case("sf-05")
def _days(inputs: Inputs) -> dict[str, object]:
    return {"days": days_since([date.fromisoformat(inputs["last_lost_time"])], date.fromisoformat(inputs["today"]))}
