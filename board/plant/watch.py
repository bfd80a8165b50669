"""Notices that somebody has changed the plant folder, by looking now and then."""

from pathlib import Path

from board.plant.load import digest_of, read_files
from board.plant.problem import PlantError


class PlantWatch:
    """Looks at a plant folder each time it is asked; contents count, not times of files, so a network drive may lie.

    A change counts once it has stood still from one look to the next: a folder that is still being copied does not.
    A folder that cannot be read is a change too, and so is its return.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known = self._looked = self._look()

    def changed(self) -> bool:
        """Tell, once for each change, whether the folder differs from when this was last told."""
        before, self._looked = self._looked, self._look()
        if self._looked == self._known or self._looked != before:
            return False
        self._known = self._looked
        return True

    def _look(self) -> str:
        """Return what identifies the folder's contents, or why it cannot be read."""
        try:
            return digest_of(read_files(self._folder))
        except PlantError as error:
            return str(error)
