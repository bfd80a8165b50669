"""A source that is being set up: what was said of it so far, without any secret, and the table it comes to."""

import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from board.plant.plant import SourceSpec
from board.sources.about import About, Asked, Found
from board.sources.answer import RUN, AnswerError, is_target, mapping_of, spelt
from board.sources.contract import SourceContext
from board.sources.secret import is_secret_name
from kiosk.command import ToldError

ROWS: Final = "rows"  # the setting that says where rows stand
SHEET: Final = "sheet"  # and that of a workbook
_IN_ADDRESS: Final = re.compile(r"://[^/\s@]*:[^/\s@]*@")
_PLACES: Final = frozenset({"env", "file"})


class Draft:
    """Settings of its kind, answers that map its columns, and what words mean; ToldError for what cannot be."""

    def __init__(self, about: About, context: SourceContext) -> None:
        self.about = about
        self.settings: dict[str, object] = {}
        self.answers: dict[str, str] = {}
        self.words: dict[str, dict[str, str]] = {}
        self._context = context
        self._asked = {asked.key: asked for asked in about.settings}

    def amend(self, said: str) -> None:
        """Take `name=value`: a setting of the kind, what a column means, or (`node:M1=line-1`) what a word means."""
        name, equals, value = said.partition("=")
        name = name.strip()
        if not equals:
            raise ToldError(f"{said!r} was not understood; write name=value")
        if name.startswith(("node:", "reason:")):
            self.word(said)
            return
        if name in self._asked or not is_target(name, self._context):
            self.set(name, value.strip())
        else:
            self.map(name, value.strip())

    def set(self, key: str, text: str) -> None:
        """Take a setting as it was typed; of a secret only where it stands."""
        if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", key):
            raise ToldError(f"{key!r} is no setting; write SETTING=VALUE")
        value = self._place_of_secret(self._asked.get(key), text) if self._is_secret(key) else spelt(text)
        if _shows_secret(value):
            raise ToldError(
                f"{key}: an address holds a password; leave it out, every board keeps a copy of the plant folder"
            )
        self.settings[key] = value
        self.answers = {target: answer for target, answer in self.answers.items() if not self.says(target)}

    def says(self, target: str) -> bool:
        """Tell whether a setting says already what an answer for a target would, as `measure` does for each of them."""
        name = target.partition(".")[0]
        if name in self._context.measures or name in {"reason", RUN}:
            return "measure" in self.settings or RUN in self.settings
        return name in self.settings

    def map(self, target: str, answer: str) -> None:
        """Take what a column means."""
        if not is_target(target, self._context):
            known = "node, time, start, end, length, day, product, order, reason, key, run.quantity"
            measures = ", ".join(self._context.measures)
            raise ToldError(f"nothing can be mapped to {target!r}, only to {known}, or a measure: {measures}")
        if self.says(target):
            said = target if target in self.settings else RUN if RUN in self.settings else "measure"
            raise ToldError(f"{target}: the setting {said} says that already; change it there, or leave {said} out")
        self.answers[target] = answer

    def word(self, said: str) -> None:
        """Take what a word of the source means: node:M1=line-1."""
        target, colon, rest = said.partition(":")
        word, equals, ours = rest.rpartition("=")
        if not colon or not equals or target not in {"node", "reason"} or not word.strip() or not ours.strip():
            raise ToldError(f"{said!r} was not understood; write node:WORD=LINE or reason:WORD=CODE")
        known: Mapping[str, str] = self._context.nodes if target == "node" else self._context.reasons
        if ours.strip() not in known:
            raise ToldError(f"the plant has no {target} {ours.strip()!r}; it has {', '.join(known)}")
        self.words.setdefault(target, {})[word.strip()] = ours.strip()

    def spec(self, name: str) -> SourceSpec:
        """Return the source as far as it leads to its columns."""
        return SourceSpec(id=name, kind=self.about.kind, settings=dict(self.settings))

    def mapped(self, name: str, found: Sequence[Found]) -> SourceSpec:
        """Return the source with what its columns mean; ToldError for an answer that cannot be meant."""
        try:
            mapping = mapping_of(self.answers, self.words, found, self._context)
        except AnswerError as error:
            raise ToldError(str(error)) from error
        return SourceSpec(id=name, kind=self.about.kind, settings={**self.settings, **mapping})

    def _is_secret(self, key: str) -> bool:
        """Tell whether a setting is a secret: its example says where one stands, or nothing but its name is known."""
        asked = self._asked.get(key)
        if asked is not None and asked.example:
            return _template(asked) is not None
        return is_secret_name(key) and not is_target(key, self._context)

    def _place_of_secret(self, asked: Asked | None, text: str) -> object:
        """Return where a secret stands; what was typed is never said again, since it may be the secret itself."""
        key = "it" if asked is None else asked.key
        value = spelt(text)
        if isinstance(value, Mapping):
            if _place_in(value) is None:
                raise ToldError(f'{key}: write where the secret stands, as {{ env = "NAME" }} or {{ file = "PATH" }}')
            return value
        if "/" in text or "\\" in text or Path(text).is_file():
            place = {"file": text}
        elif text in os.environ:
            place = {"env": text}
        else:
            raise ToldError(
                f"{key}: there is no environment variable of that name here, and it is no path of a file; the secret "
                "itself is not wanted: put it into a variable, or into a file that only its owner may read"
            )
        template = None if asked is None else _template(asked)
        return place if template is None else _filled(template, place)


def _template(asked: Asked) -> object:
    """Return the example of a setting that says where a secret stands; None for any other."""
    try:
        example: object = tomllib.loads(f"example = {asked.example}")["example"]
    except tomllib.TOMLDecodeError:
        return None
    return example if _place_in(example) is not None else None


def _place_in(value: object) -> Mapping[str, object] | None:
    """Return the table within a value that says where a secret stands, None where there is none."""
    if not isinstance(value, Mapping):
        return None
    if len(value) == 1 and set(value) <= _PLACES:
        return value
    return next((place for inner in value.values() if (place := _place_in(inner)) is not None), None)


def _filled(template: object, place: Mapping[str, str]) -> object:
    """Return an example with another place in the place of its own."""
    if not isinstance(template, Mapping):
        return template
    if _place_in(template) is template:
        return dict(place)
    return {key: _filled(inner, place) for key, inner in template.items()}


def _shows_secret(value: object) -> bool:
    """Tell whether a value, however deep, is an address with a password in it."""
    if isinstance(value, str):
        return _IN_ADDRESS.search(value) is not None
    if isinstance(value, Mapping):
        return any(map(_shows_secret, value.values()))
    return isinstance(value, list | tuple) and any(map(_shows_secret, value))
