"""Asks a person at a terminal, question by question; or nobody, where all answers were given beforehand."""

import sys
from typing import Final, Protocol

from kiosk.command import ToldError

LEAVES: Final = "q"  # as an answer to any question
ENDED: Final = "ended; nothing was written"


class Asking(Protocol):
    """Whoever answers questions."""

    is_person: bool

    def ask(self, question: str, default: str = "", *, option: str = "") -> str:
        """Return an answer; `default` where there is none, `option` is how it can be given beforehand."""
        ...

    def agree(self, question: str, *, default: bool = True) -> bool:
        """Return whether the answer is yes."""
        ...


class Terminal:
    """A person who reads and types."""

    is_person = True

    def ask(self, question: str, default: str = "", *, option: str = "") -> str:
        """Ask once; an empty answer is the default; q, like the end of input, ends the command."""
        del option
        shown = f"{question} [{default}]: " if default else f"{question}: "
        try:
            answer = input(shown).strip()
        except EOFError:
            print()
            raise ToldError(ENDED) from None
        if answer == LEAVES:
            raise ToldError(ENDED)
        return answer or default

    def agree(self, question: str, *, default: bool = True) -> bool:
        """Ask for yes or no until one of them is answered."""
        while True:
            answer = self.ask(f"{question} (yes or no)", "yes" if default else "no").casefold()
            if answer in {"y", "yes", "n", "no"}:
                return answer[0] == "y"


class Nobody:
    """Takes every default; what has none was to be given as an option."""

    is_person = False

    def ask(self, question: str, default: str = "", *, option: str = "") -> str:
        """Return the default; ToldError names the option where there is none."""
        if not default and option:
            raise ToldError(f"{question}: give it with {option}")
        return default

    def agree(self, question: str, *, default: bool = True) -> bool:
        """Return what would be the answer of whoever reads on."""
        del question
        return default


def somebody(*, assume: bool) -> Asking:
    """Return who answers: a person, or nobody where all defaults are to be taken."""
    if assume:
        return Nobody()
    if not sys.stdin.isatty():
        raise ToldError("there is nobody to ask here; give the answers as options, and --yes to take all defaults")
    return Terminal()
