"""A sentence for people that knows its parts, so that a wall can say it in its own language."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Told(str):
    """A sentence in English with what it was made from: its text with names in braces, and their values."""

    template: str
    parts: Mapping[str, object]

    def __new__(cls, template: str, parts: Mapping[str, object] = _NOTHING) -> Self:
        """Return the sentence with its parts filled in."""
        sentence = super().__new__(cls, template.format(**parts))
        sentence.template, sentence.parts = template, parts
        return sentence


def told(template: str, **parts: object) -> Told:
    """Return a sentence that can be said in another language; the text stands spelt out in the call."""
    return Told(template, MappingProxyType(parts))
