"""The plants that were in force one after another, so that a past day is judged by the plant it had."""

from dataclasses import dataclass
from datetime import datetime

from board.plant.plant import Plant


@dataclass(frozen=True, slots=True)
class PlantHistory:
    """Plants in the order in which they were accepted, each with the instant from which it is in force."""

    versions: tuple[tuple[datetime, Plant], ...]

    def __post_init__(self) -> None:
        """Refuse a history without a plant, and a start without a zone."""
        if not self.versions:
            raise ValueError("a plant history needs at least one plant")
        if any(since.tzinfo is None for since, _ in self.versions):
            raise ValueError("a plant version needs the instant of its start with a zone")

    def at(self, instant: datetime) -> Plant:
        """Return the plant in force: the one accepted last of those that had started; the first also judges before."""
        for since, plant in reversed(self.versions):
            if since <= instant:
                return plant
        return min(self.versions, key=lambda version: version[0])[1]

    @property
    def latest(self) -> Plant:
        """Return the plant accepted last, even where it is in force only from a later day."""
        return self.versions[-1][1]

    def with_version(self, since: datetime, plant: Plant) -> "PlantHistory":
        """Return the history with one more accepted plant, in force from `since`."""
        return PlantHistory((*self.versions, (since, plant)))
