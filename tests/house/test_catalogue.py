"""The catalogues are whole: every visible word is in each of them, nothing is left behind, and they are compiled."""

import string
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tests.house.catalogue import (
    FOLDER,
    SOURCE,
    Key,
    Message,
    UnreadableError,
    compiled,
    forms_of,
    messages,
    read,
    renew,
    write,
)
from tests.house.tree import ROOT

CATALOGUES = sorted(FOLDER.glob("*.ts"))
WANTED = messages()
HINT = "run `make words`, and write what it names"


def fields(text: str) -> set[str]:
    """Return the names in braces that a text has."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_languages_are_those_that_were_promised() -> None:
    assert [path.stem for path in CATALOGUES] == ["de", "en", "es", "fr", "hi", "pl"]


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_every_visible_word_is_in_every_catalogue(catalogue: Path) -> None:
    said = read(catalogue)
    assert [key.text for key in WANTED if key not in said or not said[key].is_finished] == [], HINT


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_nothing_is_left_behind_in_a_catalogue(catalogue: Path) -> None:
    assert [key.text for key in read(catalogue) if key not in WANTED] == [], HINT


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_what_is_filled_in_has_its_place_in_every_language(catalogue: Path) -> None:
    wrong = []
    for key, message in read(catalogue).items():
        alone = {"n"} if message.one and "{n}" not in message.one else set()
        allowed = (fields(key.text), fields(key.text) - alone)
        wrong += [form for form in message.forms if fields(form) not in allowed]
    assert wrong == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_what_is_counted_has_the_forms_of_its_language(catalogue: Path) -> None:
    counted = {key: message for key, message in WANTED.items() if message.one}
    said = read(catalogue)
    assert counted
    assert {len(said[key].forms) for key in counted} == {forms_of(catalogue.stem)}


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_what_is_compiled_is_what_is_written(catalogue: Path, tmp_path: Path) -> None:
    fresh = compiled(catalogue, tmp_path)
    assert fresh.read_bytes() == catalogue.with_suffix(".qm").read_bytes(), HINT


@pytest.mark.parametrize(("tag", "count", "said"), [
    ("pl", 1, "1 dzień"), ("pl", 3, "3 dni"), ("pl", 25, "25 dni"), ("de", 1, "1 Tag"), ("fr", 0, "0 jour"),
    ("en", 1, "1 day"), ("en", 2, "2 days"),
])  # fmt: skip
def test_languages_count_by_their_own_rules(tag: str, count: int, said: str) -> None:
    catalogue = QTranslator()
    assert catalogue.load(str(FOLDER / f"{tag}.qm"))
    assert (catalogue.translate("board", "{n} days", "", count) or "").format(n=count) == said


def test_a_word_that_is_new_is_named_and_one_that_is_gone_goes(tmp_path: Path) -> None:
    path = tmp_path / "de.ts"
    path.write_bytes((FOLDER / "de.ts").read_bytes())
    new, gone = Key("board", "Weigh"), Key("board", "Save")
    changed = {key: message for key, message in WANTED.items() if key != gone} | {new: Message(key=new)}
    assert [message.key for message in renew(path, changed)] == [new]
    assert gone not in read(path)
    assert not read(path)[new].is_finished


def test_a_catalogue_is_written_as_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "pl.ts"
    write(path, read(FOLDER / "pl.ts").values())
    assert path.read_bytes() == (FOLDER / "pl.ts").read_bytes()


@pytest.mark.parametrize("call", ['translate("board", f"{n} days")', 'translate("board", name)', 'plural("a", b, 2)'])
def test_a_text_that_is_put_together_is_refused(call: str, tmp_path: Path) -> None:
    path = tmp_path / "put_together.py"
    path.write_text(f"said = {call}\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"put_together\.py:1"):
        messages([path])


def test_a_text_is_found_however_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "found.py"
    path.write_text(
        'a = translate("board", "one "\n    "two")\nb = f"{translate(\'board\', \'three\')}"\n'
        'c = QCoreApplication.translate("Pages", "four")\nd = words.plural("{n} ox", "{n} oxen", 3)\n'
        'e = translate("board", "open", "of a day")\nf = painter.translate(3)\n',
        encoding="utf-8",
    )
    found = messages([path])
    assert {"one two", "three", "four", "{n} oxen", "open"} <= {key.text for key in found}
    assert found[Key("board", "{n} oxen")].one == "{n} ox"
    assert Key("board", "open", "of a day") in found


def test_english_says_what_the_code_says() -> None:
    said = read(FOLDER / f"{SOURCE}.ts")
    assert {key.text for key in WANTED} == {message.forms[-1] for message in said.values()}
    assert (ROOT / "assets/catalogues/en.qm").exists()
