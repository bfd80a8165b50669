"""The languages of the wall: which there are, and speaking another one.

A language is a catalogue in `assets/catalogues`; English, in which the words stand in the code, is always there. Who
speaks another language has everything painted anew: Qt tells every widget of it with a LanguageChange.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QTranslator

import assets
from widgets import words

SOURCE: Final = "en"
NAME: Final = ("languages", "English")
"""Context and text of a language's own name; a catalogue has it as the translation of "English"."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language that can be spoken: its tag and its name in itself."""

    tag: str
    name: str


class _Now:
    """What is spoken: "" before anything was taken; the catalogue in use."""

    tag: str = ""
    translator: QTranslator | None = None


def folder() -> Path:
    """Return where the catalogues are."""
    return Path(str(assets.__file__)).parent / "catalogues"


@cache
def languages() -> tuple[Language, ...]:
    """Return the languages there are by their own names, English first, the others by their tags."""
    tags = sorted({SOURCE, *(path.stem for path in folder().glob("*.qm"))}, key=lambda tag: (tag != SOURCE, tag))
    return tuple(Language(tag, _name(tag)) for tag in tags)


def take(tag: str) -> None:
    """Speak a language: its words, and its numbers and dates.

    "de-AT" has the words of "de" and the numbers of Austria. Of a language without a catalogue the words stay English.
    """
    if tag != _Now.tag:
        _Now.tag = tag
        words.speak(tag)
        use(_catalogue(tag))


def use(translator: QTranslator | None) -> None:
    """Take the words from a catalogue, or with None as they stand in the code; whatever is shown is told of it."""
    before, _Now.translator = _Now.translator, translator
    if before is not None:
        QCoreApplication.removeTranslator(before)
    if translator is not None:
        QCoreApplication.installTranslator(translator)
    app = QCoreApplication.instance()
    if before is None and translator is None and app is not None:
        QCoreApplication.sendEvent(app, QEvent(QEvent.Type.LanguageChange))


def _catalogue(tag: str) -> QTranslator | None:
    """Return the catalogue of a language, None where there is none."""
    for name in (tag, tag.partition("-")[0]):
        translator = QTranslator()
        if translator.load(str(folder() / f"{name}.qm")):
            return translator
    return None


def _name(tag: str) -> str:
    catalogue = _catalogue(tag)
    return (catalogue.translate(*NAME) if catalogue is not None else "") or (NAME[1] if tag == SOURCE else tag)
