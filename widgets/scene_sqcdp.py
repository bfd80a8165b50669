"""Example values of the letters' page: one November of an invented line, and what else a month can look like."""

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from board.plant.plant import Better
from board.views.freshness import Freshness
from board.views.mark import Judgement, Mark, Phase
from board.views.sicb import Path
from board.views.sqcdp import ActionCard, Aim, DayCell, Days, LetterView, Sqcdp
from widgets.scene_shift import DAY, NODE, PLACE, at

MARKS: Final = {
    "g": Mark(Phase.CLOSED, Judgement.GOOD),
    "w": Mark(Phase.CLOSED, Judgement.WATCH),
    "m": Mark(Phase.CLOSED, Judgement.MISS),
    "G": Mark(Phase.OPEN, Judgement.GOOD),
    "W": Mark(Phase.OPEN, Judgement.WATCH),
    "M": Mark(Phase.OPEN, Judgement.MISS),
    "O": Mark(Phase.OPEN),
    "?": Mark(Phase.UNRECORDED),
    "n": Mark(Phase.NO_TARGET),
    "-": Mark(Phase.OFF),
    ".": Mark(Phase.FUTURE),
}
"""A month is written as one character a day."""
NOW: Final = at(11, 42, 36)
SILENT: Final = frozenset({"letters_stale"})
NAMES: Final = {
    "S": "Safety", "Q": "Quality", "C": "Cost", "D": "Delivery", "P": "People", "E": "Energy", "I": "Inventory",
    "M": "Morale",
}  # fmt: skip
ACTIONS: Final = {
    "S": ActionCard(title="Drain cover at filler exit loose", owner="R. Patel", due=date(2026, 11, 19), late_days=1),
    "Q": ActionCard(title="Cap torque drifts on head 7", owner="J. Lindqvist", due=date(2026, 11, 23)),
    "C": ActionCard(title="Air leak at blow moulder", owner="T. Baker", due=date(2026, 11, 24)),
    "D": ActionCard(title="Labeller infeed star wheel worn", owner="M. Okafor", due=DAY),
    "P": ActionCard(title="Train second palletiser driver", owner="S. Moreau", due=date(2026, 11, 30)),
}


def letters() -> Sqcdp:
    """Return the month as it mostly is."""
    return _view((_safety(), _quality(), _cost(), _delivery(), _people()))


def letters_stale() -> Sqcdp:
    """Return the same month when the line has been silent for 23 minutes."""
    seen = Freshness(seen_at=at(11, 42, 30), late_after_s=60, stale_after_s=300)
    return replace(letters(), now=at(12, 5, 36), freshness=seen)


def letters_empty() -> Sqcdp:
    """Return a plant in which nobody has entered anything: all due and not recorded."""
    month = "-?????--?????--????O--.....--."
    found = [_letter(code, month, met=0, entered=0, action=None) for code in "SQCDP"]
    none = Freshness(seen_at=None, late_after_s=60, stale_after_s=300)
    return replace(_view(tuple(found)), freshness=none)


def letters_first_day() -> Sqcdp:
    """Return the first day of the first month: everything is still to come."""
    first = date(2026, 11, 2)
    month = "-O....--.....--.....--.....--."
    found = [_letter(code, month, met=0, due=0, worked=0, entered=0, action=None) for code in "SQCDP"]
    view = _view(tuple(found), today=first)
    now = NOW.replace(day=2)
    return replace(view, now=now, freshness=replace(view.freshness, seen_at=now - timedelta(seconds=4)))


def letters_february() -> Sqcdp:
    """Return a short month after its last day: three ghosts in every letter, days of every state."""
    month = "gwgmg--ggmgg--g?ngg--gwgmgg-"
    flags = {4: "flag", 10: "tick"}
    found = [
        replace(
            _letter(code, month, first=date(2026, 2, 1), due=19, worked=20, entered=19, flags=flags), cross=code == "S"
        )
        for code in "SQCDP"
    ]
    return _view(tuple(found), today=date(2026, 2, 28))


def letters_long_names() -> Sqcdp:
    """Return long names everywhere, and a month of which not every day was entered."""
    view = letters()
    action = ActionCard(
        title="Etikettiermaschine hinten links: Vorschub der Schutzfolie klemmt nach jedem Rollenwechsel",
        owner="Maximiliane Oberhauser-Brandstetter", due=date(2026, 11, 16), late_days=4,
    )  # fmt: skip
    found = tuple(
        replace(
            letter, name="Arbeitssicherheit und Umweltschutz", unit=letter.unit and "Kästen",
            kpi_name="Ausschussanteil der Frühschicht an allen Gebinden", action=action, days_entered=13,
        )
        for letter in view.letters
    )  # fmt: skip
    path = Path(
        site="Vereinigte Mineralbrunnen Oberschwaben, Werk Nord, Haus 2",
        area="Abfüllung und Verpackung, Halle Nord-Ost",
        line="Linie 3, Mehrwegflaschen 0,7 Liter mit Bügelverschluss",
    )
    return replace(view, letters=found, path=path)


def letters_four() -> Sqcdp:
    """Return four letters: more room for each."""
    return _view((_safety(), _quality(), _delivery(), _extra("I")))


def letters_seven() -> Sqcdp:
    """Return seven letters, with those of energy, inventory and morale: days without figures."""
    return _view((_safety(), _quality(), _cost(), _delivery(), _extra("I"), _extra("M"), _extra("E")))


def letters_other_shapes() -> Sqcdp:
    """Return a cross for safety and calendars for letters that have no shape of their own, in a running month."""
    safety, quality, *_ = letters().letters
    five_s = replace(_extra("E"), code="5S", name="5S audits", kpi_name="Audit score", unit="points")
    return _view((replace(safety, cross=True), quality, five_s, _extra("M")))


def letters_by_shift() -> Sqcdp:
    """Return days split into their three shifts."""
    return replace(letters(), letters=tuple(_by_shift(letter) for letter in letters().letters))


def letters_of_area() -> Sqcdp:
    """Return the letters of an area: n of m lines met each day."""
    found = tuple(replace(letter, days=tuple(_of_lines(cell) for cell in letter.days)) for letter in letters().letters)
    return replace(letters(), node="filling", path=Path(site="Northgate Works", area="Filling"), letters=found)


SQCDP: Final[Mapping[str, Callable[[], Sqcdp]]] = {
    scene.__name__: scene
    for scene in (
        letters, letters_stale, letters_empty, letters_first_day, letters_february, letters_long_names, letters_four,
        letters_seven, letters_other_shapes, letters_by_shift, letters_of_area,
    )
}  # fmt: skip


def _safety() -> LetterView:
    month = "-gggwg--ggggg--ggggG--.....--."
    spark = (4, 5, 3, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 11)
    letter = _letter("S", month, spark=spark, met=13, flags={})
    days = tuple(replace(cell, near_miss=cell.day.day in {6, 10, 18}) for cell in letter.days)
    return replace(
        letter, kpi_name="Near misses", value=Fraction(9), aim=Aim(better=Better.HIGHER, value=Fraction(8)),
        safety=Days(since=412, record=611), yesterday=None, decimals=0, unit="", days=days,
    )  # fmt: skip


def _quality() -> LetterView:
    month = "-ggmgg--gwgmg--gwmgG--.....--."
    spark = (14, 16, 24, 15, 13, 17, 18, 15, 21, 14, 16, 19, 32, 17, 16)
    letter = _letter("Q", month, spark=spark, met=9, flags={4: "tick", 12: "tick", 18: "flag"})
    aim = Aim(better=Better.LOWER, value=Fraction(2))
    return replace(
        letter, kpi_name="Scrap today", unit="%", decimals=1, value=Fraction(8, 5), aim=aim, yesterday=Fraction(9, 5),
        spark=_scaled(letter.spark, 10),
    )  # fmt: skip


def _cost() -> LetterView:
    month = "-ggmgw--ggwgg--ggmwW--.....--."
    spark = (406, 409, 421, 410, 416, 407, 410, 415, 412, 409, 404, 408, 430, 414, 417)
    letter = _letter("C", month, spark=spark, met=9, flags={4: "tick", 18: "flag"})
    aim = Aim(better=Better.LOWER, value=Fraction(41))
    return replace(
        letter, kpi_name="Cost per case today", unit="p", decimals=1, value=Fraction(208, 5), aim=aim,
        yesterday=Fraction(206, 5), spark=_scaled(letter.spark, 10),
    )  # fmt: skip


def _delivery() -> LetterView:
    month = "-ggggm--ggmgg--gwgmM--.....--."
    spark = (991, 985, 988, 999, 948, 986, 990, 971, 982, 986, 979, 972, 978, 959, 965)
    letter = _letter("D", month, spark=spark, met=10, flags={6: "flag", 11: "tick", 19: "flag"})
    aim = Aim(better=Better.HIGHER, value=Fraction(98))
    return replace(
        letter, kpi_name="Plan attainment today", unit="%", decimals=1, value=Fraction(193, 2), aim=aim,
        yesterday=Fraction(959, 10), spark=_scaled(letter.spark, 10),
    )  # fmt: skip


def _people() -> LetterView:
    month = "-ggggg--mggg?--ggggG--.....--."
    spark = (16, 16, 16, 16, 16, 15, 16, 16, 16, None, 16, 16, 16, 16, 16)
    letter = _letter("P", month, spark=spark, met=12, flags={9: "flag"}, entered=13)
    aim = Aim(better=Better.RANGE, low=Fraction(16), high=Fraction(16))
    return replace(
        letter, kpi_name="Crew at start of shift", unit="of 16", value=Fraction(16), aim=aim, yesterday=Fraction(16)
    )


def _extra(code: str) -> LetterView:
    month = "-ggmgw--gg?gg--ggmgG--.....--."
    spark = (31, 30, 36, 32, 31, 35, 33, None, 32, 31, 30, 32, 37, 31, 30)
    letter = _letter(code, month, spark=spark, met=10, flags={4: "flag", 18: "tick"}, action=None)
    aim = Aim(better=Better.LOWER, value=Fraction(34))
    return replace(letter, kpi_name="Energy per case", unit="Wh", value=Fraction(30), aim=aim, yesterday=Fraction(31))


def _letter(
    code: str, month: str, *, spark: Sequence[int | None] = (), met: int | None = None, due: int = 14,
    worked: int = 14, entered: int = 14, flags: Mapping[int, str] | None = None, first: date | None = None,
    action: ActionCard | None = ACTIONS["Q"],
) -> LetterView:  # fmt: skip
    """Return a letter whose days are written as characters; the spark has a value for each day worked so far."""
    start = first or DAY.replace(day=1)
    assert len(month) == monthrange(start.year, start.month)[1], month  # noqa: S101 - the example says what it means
    marks = [MARKS[sign] for sign in month]
    signs = flags or {}
    days = tuple(
        DayCell(
            day=start.replace(day=number), mark=mark, flag=signs.get(number) is not None,
            verified=signs.get(number) == "tick",
        )
        for number, mark in enumerate(marks, 1)
    )  # fmt: skip
    so_far = [mark for mark in marks if mark.phase is not Phase.FUTURE][: len(month.rstrip("-."))]
    values = iter(spark)
    line = [None if mark.phase is Phase.OFF else next(values, None) for mark in so_far]
    return LetterView(
        code=code, name=NAMES[code], kpi=f"kpi-{code.lower()}", kpi_name="Scrap today", unit="%", decimals=0,
        mark=so_far[-1], value=None, aim=None, yesterday=None,
        days_met=month.count("g") if met is None else met, days_due=due, days_entered=entered, days_worked=worked,
        days=days, spark=tuple(None if value is None else Fraction(value) for value in line), spark_marks=tuple(so_far),
        action=ACTIONS.get(code, action) if action is not None else None,
    )  # fmt: skip


def _scaled(spark: Sequence[Fraction | None], parts: int) -> tuple[Fraction | None, ...]:
    return tuple(None if value is None else value / parts for value in spark)


def _by_shift(letter: LetterView) -> LetterView:
    """Return a letter with three shifts a day: the last one of a bad day was good, that of today is to come."""
    rest = {Phase.OPEN: (MARKS["g"], None, MARKS["."]), Phase.CLOSED: (MARKS["g"], None, MARKS["g"])}
    days = []
    for cell in letter.days:
        parts = tuple(one or cell.mark for one in rest.get(cell.mark.phase, ()))
        days.append(replace(cell, parts=parts))
    return replace(letter, days=tuple(days))


def _of_lines(cell: DayCell) -> DayCell:
    met = {Judgement.GOOD: 4, Judgement.WATCH: 3, Judgement.MISS: 2}
    return cell if cell.mark.judgement is None else replace(cell, met=met[cell.mark.judgement], due=4)


def _view(letters: tuple[LetterView, ...], today: date = DAY) -> Sqcdp:
    return Sqcdp(
        node=NODE, path=PLACE, month=today.replace(day=1), today=today, shift="Early", starts=at(6), ends=at(14),
        now=NOW, letters=letters,
        freshness=Freshness(seen_at=NOW - timedelta(seconds=4), late_after_s=60, stale_after_s=300),
    )  # fmt: skip
