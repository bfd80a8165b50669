"""Keeps the catalogues whole: every visible word of the code is in each of them, and nothing that is not.

`make words` (or `python -m tests.house.catalogue de it`, which also begins catalogues that are not there yet) reads the
code, brings each .ts file up to date and compiles it. What is new stands there as unfinished until somebody writes it.
"""

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import PySide6
from PySide6.QtCore import QTranslator

from tests.house.tree import ROOT, python_files

FOLDER: Final = ROOT / "assets/catalogues"
SOURCE: Final = "en"
FORMS: Final = {"pl": 3, "cs": 3, "sk": 3, "ru": 3, "uk": 3, "hr": 3, "ro": 3, "lt": 3, "sl": 4, "ar": 6}
"""Plural forms by language, where there are not two."""
ONE_FORM: Final = frozenset({"ja", "zh", "ko", "vi", "th", "id", "ms", "tr", "hu", "fa"})
ROOMS: Final = ("widgets", "kiosk", "board")
OWN_NAME: Final = ("languages", "English")
HOUSE: Final = "widgets/words.py"
"""Where `plural` asks Qt for what it was handed."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What a message is found by."""

    context: str
    text: str
    comment: str = ""


@dataclass(slots=True, kw_only=True)
class Message:
    """A visible text: `one` is its singular where it counts, `forms` what the language says."""

    key: Key
    one: str = ""
    places: list[str] = field(default_factory=list)
    forms: tuple[str, ...] = ()

    @property
    def is_finished(self) -> bool:
        """Tell whether every form is written."""
        return bool(self.forms) and all(self.forms)


class UnreadableError(ValueError):
    """A visible text that stands nowhere in the code as it is; says where it was asked for."""


def messages(paths: Iterable[Path] | None = None) -> dict[Key, Message]:
    """Return every visible text of the code, or of some files of it; UnreadableError for one that is put together."""
    found: dict[Key, Message] = {Key(*OWN_NAME): Message(key=Key(*OWN_NAME), places=["the language's own name"])}
    for path in paths if paths is not None else [each for each in python_files() if each.parts[0] in ROOMS]:
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        for message in _in_tree(tree, str(path)):
            known = found.setdefault(message.key, message)
            if known is not message:
                known.places += message.places
                known.one = known.one or message.one
    return found


def read(path: Path) -> dict[Key, Message]:
    """Return what a catalogue says."""
    said: dict[Key, Message] = {}
    for context in ET.parse(path).getroot().iter("context"):
        for each in context.iter("message"):
            key = Key(context.findtext("name", ""), each.findtext("source", ""), each.findtext("comment", ""))
            translation = each.find("translation")
            if translation is None:
                continue
            numerus = tuple(form.text or "" for form in translation.iter("numerusform"))
            forms = numerus or ((translation.text or ""),)
            said[key] = Message(key=key, one=each.findtext("extracomment", ""), forms=forms)
    return said


def write(path: Path, said: Iterable[Message]) -> None:
    """Write a catalogue in the order of its texts, as Qt's own tools do."""
    root = ET.Element("TS", version="2.1", language=path.stem, sourcelanguage=SOURCE)
    contexts: dict[str, ET.Element] = {}
    for message in sorted(said, key=lambda each: each.key):
        if message.key.context not in contexts:
            contexts[message.key.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[message.key.context], "name").text = message.key.context
        _write_message(contexts[message.key.context], message)
    ET.indent(root, space="    ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def forms_of(language: str) -> int:
    """Return how many plural forms a language has, as Qt counts them."""
    base = language.partition("-")[0]
    return 1 if base in ONE_FORM else FORMS.get(base, 2)


def renew(path: Path, wanted: dict[Key, Message]) -> list[Message]:
    """Bring a catalogue up to date with the code; return what is not written yet."""
    known = read(path) if path.exists() else {}
    said = []
    for key, message in wanted.items():
        count = forms_of(path.stem) if message.one else 1
        forms = known[key].forms if key in known else ()
        if path.stem == SOURCE:
            forms = (message.one, key.text)[-count:]
        forms = forms if len(forms) == count else ("",) * count
        said.append(Message(key=key, one=message.one, forms=forms))
    write(path, said)
    return [message for message in said if not message.is_finished]


def compiled(path: Path, into: Path) -> Path:
    """Compile a catalogue with Qt's own tool; return the file.

    It comes in one piece: Qt reads the file that was there for as long as a board speaks it, and dies where it shrinks.
    """
    tool = Path(str(PySide6.__file__)).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    out = into / f"{path.stem}.qm"
    new = out.with_suffix(".new")
    subprocess.run([str(tool), "-silent", "-removeidentical", str(path), "-qm", str(new)], check=True, timeout=60)
    if not QTranslator().load(str(new)):
        raise UnreadableError(f"{path} could not be compiled")
    return new.replace(out)


def main(more: Iterable[str]) -> int:
    """Bring every catalogue up to date and compile it; say what is still to be written."""
    FOLDER.mkdir(exist_ok=True)
    wanted = messages()
    names = {SOURCE, *more, *(path.stem for path in FOLDER.glob("*.ts"))}
    for name in sorted(names):
        missing = renew(FOLDER / f"{name}.ts", wanted)
        compiled(FOLDER / f"{name}.ts", FOLDER)
        for message in missing:
            sys.stdout.write(f"{name}: not written yet: {message.key.text!r} ({message.key.context})\n")
    return 0


def _in_tree(tree: ast.AST, path: str) -> Iterator[Message]:
    """Yield what a file asks to be translated, with its line."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "told" and node.args:
            where = f"{path}:{node.lineno}"
            yield Message(key=Key("told", _text(node.args[0], where)), places=[where])
        if name in {"translate", "plural"} and len(node.args) >= 2 and not (path == HOUSE and _is_attribute(node)):
            where = f"{path}:{node.lineno}"
            texts = [_text(each, where) for each in node.args[: 2 if name == "plural" else 3]]
            key = Key("board", texts[1]) if name == "plural" else Key(*texts)
            yield Message(key=key, one=texts[0] if name == "plural" else "", places=[where])


def _is_attribute(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute)


def _text(node: ast.expr, where: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise UnreadableError(f"{where}: a visible text is put together here, so no catalogue can have it")


def _write_message(context: ET.Element, message: Message) -> None:
    attributes = {"numerus": "yes"} if message.one else {}
    each = ET.SubElement(context, "message", attributes)
    ET.SubElement(each, "source").text = message.key.text
    if message.key.comment:
        ET.SubElement(each, "comment").text = message.key.comment
    if message.one:
        ET.SubElement(each, "extracomment").text = message.one
    translation = ET.SubElement(each, "translation", {} if message.is_finished else {"type": "unfinished"})
    if not message.one:
        translation.text = message.forms[0]
        return
    for form in message.forms:
        ET.SubElement(translation, "numerusform").text = form


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
