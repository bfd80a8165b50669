"""Another language for the length of a test."""

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import QTranslator

from widgets import language, words


@contextmanager
def speaking(tag: str) -> Generator[None]:
    """Speak a language as the wall does, and then the one before."""
    before = words.spoken()
    language.take(tag)
    try:
        yield
    finally:
        language.take(before)


@contextmanager
def numbers_of(tag: str) -> Generator[None]:
    """Write numbers and dates as a language does, with the words as they are."""
    before = words.spoken()
    words.speak(tag)
    try:
        yield
    finally:
        words.speak(before)


@contextmanager
def worded(translator: QTranslator) -> Generator[None]:
    """Take every word from a translator in place of a catalogue."""
    before = words.spoken()
    language.take("")
    language.use(translator)
    words.speak(before)
    try:
        yield
    finally:
        language.use(None)
        language.take(before)
