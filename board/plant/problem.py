"""What is wrong with a plant folder, in sentences a fitter understands."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to put right: in which file, at which key, what stands there and what should."""

    file: str  # relative to the plant folder; the folder itself where no single file is to blame
    key: str  # e.g. 'line "line-3": rate'; empty where the whole file is meant
    found: str  # e.g. "-5"
    expected: str  # e.g. "a number above 0"

    @property
    def sentence(self) -> str:
        """Return the problem as one sentence: file, key, what was found, what was expected."""
        where = f"{self.file}: {self.key}" if self.key else self.file
        return f"{where}: found {self.found}, expected {self.expected}."


class PlantError(Exception):
    """A plant that cannot be used; carries every problem found, and says them one per line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.sentence for problem in self.problems))
