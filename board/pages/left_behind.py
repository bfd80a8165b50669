"""Sources that the plant no longer has, and whose readings count beside those of one that it has."""

from datetime import datetime, timedelta

from board.plant.plant import Plant
from board.plant.span import Span
from board.store.reader import Reader

LOOKED_BACK = timedelta(days=31)
COUNTS = ("good", "scrap", "rework")


def left_behind(reader: Reader, plant: Plant, now: datetime) -> tuple[str, ...]:
    """Return a sentence for each line and each such source: what it told in the same hours counts twice.

    One hour is left out where there are more: in it one source took over from another.
    """
    present = {spec.id for spec in plant.sources}
    known = {state.id for state in reader.sources()}
    said = []
    for line in plant.lines:
        told = reader.counting(line.id, Span(now - LOOKED_BACK, now))
        twice: dict[tuple[str, str], None] = {}
        for (old, measure), hours in told.items():
            if old in present or old not in known or measure not in COUNTS:
                continue
            for new in sorted(present):
                shared = len(hours & told.get((new, measure), frozenset()))
                if shared > 1 or (shared and len(hours) == 1):
                    twice[old, new] = None
        said += [
            f"{line.id}: what source {old} told is still counted beside what {new} tells, and the plant has no {old} "
            f"any more; `gembaboard source withdraw {old}` takes it back"
            for old, new in twice
        ]
    return tuple(said)
