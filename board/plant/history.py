"""The plants that were in force one after another, so that a past day is judged by the plant it had."""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import datetime

from board.plant.plant import Plant


@dataclass(frozen=True, slots=True)
class PlantHistory:
    """Plants in the order in which they were accepted, each with the instant from which it is in force."""

    versions: tuple[tuple[datetime, Plant], ...]
    accepted: "PlantHistory | None" = field(default=None, repr=False, compare=False)
    """The plants without the changes on top of them; None: these are those."""
    turns: tuple[tuple[datetime, Plant], ...] = field(init=False, repr=False, compare=False)
    """Each plant that ever came into force, in order of time, with the instant at which it did."""
    _since: tuple[datetime, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse a history without a plant, and a start without a zone; put the turns in order of time."""
        if not self.versions:
            raise ValueError("a plant history needs at least one plant")
        if any(since.tzinfo is None for since, _ in self.versions):
            raise ValueError("a plant version needs the instant of its start with a zone")
        turns: list[tuple[datetime, Plant]] = []
        newest = -1
        for number, (since, plant) in sorted(enumerate(self.versions), key=lambda each: (each[1][0], each[0])):
            if number < newest:
                continue
            newest = number
            if turns and turns[-1][0] == since:
                turns.pop()
            turns.append((since, plant))
        object.__setattr__(self, "turns", tuple(turns))
        object.__setattr__(self, "_since", tuple(since for since, _ in turns))

    def at(self, instant: datetime) -> Plant:
        """Return the plant in force: the one accepted last of those that had started; the first also judges before."""
        return self.turns[max(0, bisect_right(self._since, instant) - 1)][1]

    @property
    def latest(self) -> Plant:
        """Return the plant accepted last, even where it is in force only from a later day."""
        return self.versions[-1][1]

    def with_version(self, since: datetime, plant: Plant) -> "PlantHistory":
        """Return the history with one more accepted plant, in force from `since`."""
        return PlantHistory((*self.versions, (since, plant)))
