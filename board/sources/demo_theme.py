"""What a demo plays beside its counts: one theme for each figure a plant follows, and how much it moves."""

from dataclasses import dataclass
from fractions import Fraction

MICRO = 1_000_000  # levels are whole millionths of the KPI's unit
SUMMER = (0, 0, 0, 0, 4, 12, 24, 20, 8, 0, 0, 0)  # per thousand, January to December
WINTER = (60, 80, 30, 0, -20, -30, -20, -20, 0, 10, 20, 40)
NONE = (0,) * 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A figure to play; its level follows the target of the KPI that reads `reads`, and all sizes are per thousand.

    `sway` is how far months wander, `spread` how far usual days do, `spikes` how far from to bad days go.
    """

    measure: str  # its name in the settings, and what it is told as
    reads: str
    usual: Fraction  # the level where the plant has no such KPI
    higher: bool = False  # higher is better
    sway: int = 0
    spread: int = 0
    spikes: tuple[int, int] = (0, 0)
    season: tuple[int, ...] = NONE


ATTAINED = Theme(
    measure="good", reads="planned_cases", usual=Fraction(97), higher=True, sway=5, spread=5, spikes=(10, 60)
)
SCRAP = Theme(measure="scrap", reads="scrap", usual=Fraction(2), sway=40, spread=140, spikes=(60, 600))
COST = Theme(measure="conversion_cost", reads="conversion_cost", usual=Fraction(40), sway=6, spread=9, spikes=(8, 45))
ENERGY = Theme(
    measure="energy", reads="energy", usual=Fraction(1, 2), sway=14, spread=15, spikes=(20, 80), season=SUMMER
)
YIELD = Theme(
    measure="material_issued",
    reads="material_issued",
    usual=Fraction(97),
    higher=True,
    sway=1,
    spread=1,
    spikes=(2, 8),
)
COMPLAINT = Theme(measure="complaint", reads="complaint", usual=Fraction(3), sway=90)
CHANGEOVER = Theme(
    measure="changeover_time", reads="changeover_time", usual=Fraction(35), sway=25, spread=60, spikes=(80, 250)
)
ABSENT = Theme(
    measure="absent", reads="absent", usual=Fraction(9, 2), sway=40, spread=150, spikes=(200, 900), season=WINTER
)
NEAR_MISS = Theme(measure="near_miss", reads="near_miss", usual=Fraction(6), higher=True, sway=140)
CROSS_TRAINED = Theme(measure="cross_trained", reads="cross_trained", usual=Fraction(8), higher=True, sway=50)

THEMES = (ATTAINED, SCRAP, COST, ENERGY, YIELD, COMPLAINT, CHANGEOVER, ABSENT, NEAR_MISS, CROSS_TRAINED)
COUNTED_DAYS = ("near_miss", "first_aid", "complaint", "crew_missing")  # may be written day by day, as counts
