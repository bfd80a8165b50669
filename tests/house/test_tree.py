"""The house is built as it is drawn: its rooms, the size of its files, and no word that does not belong in it."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.tree import ROOT, files, python_files

TOP_LEVEL = {
    *("board", "themes", "widgets", "kiosk", "assets", "tests"),
    *("pyproject.toml", "README.md", "Makefile", "requirements.lock", "CHANGELOG.md", "LICENSE"),
}
ROOMS = {"plant", "kpi", "journal", "sources", "store", "views", "pages"}
MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 40

# Written so that this file does not find itself.
FOREIGN_WORD = re.compile(
    r"(?<![\w.])/(?:wor[k]|tm[p]|roo[t])/"  # a folder of one machine
    r"|\.\./share[d]"
    r"|py[p]i\.org|pythonhoste[d]\.org|deb\.debia[n]\.org|npmj[s]\.org"
    r"|(?:index-ur[l]|find-link[s]) *[= ]",
    re.IGNORECASE,
)
UNFINISHED = re.compile(r"#.*\b(TOD[O]|FIXM[E]|XX[X])\b")


def texts() -> list[tuple[Path, str]]:
    """Return every text file of the project with its text."""
    found = []
    for path in files():
        content = (ROOT / path).read_bytes()
        if b"\0" not in content[:8192]:
            found.append((path, content.decode("utf-8", errors="replace")))
    return found


def functions(path: Path) -> list[tuple[str, int]]:
    """Return each function of a file with the number of its lines."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    defined = [node for node in ast.walk(tree) if isinstance(node, kinds)]
    return [(node.name, (node.end_lineno or node.lineno) - node.lineno + 1) for node in defined]


def test_the_top_level_is_the_house_as_drawn() -> None:
    names = {path.parts[0] for path in files()}
    assert {name for name in names if not name.startswith(".")} <= TOP_LEVEL
    assert names >= TOP_LEVEL


def test_the_board_has_its_rooms() -> None:
    found = {path.parts[1] for path in python_files() if path.parts[0] == "board" and len(path.parts) > 2}
    assert found == ROOMS


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in python_files() if path.parts[0] == "tests"}
    assert [str(folder) for folder in folders if not (ROOT / folder / "__init__.py").exists()] == []


def test_no_file_is_too_long() -> None:
    lengths = {str(path): len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_no_function_is_too_long() -> None:
    found = {f"{path}: {name}": lines for path in python_files() for name, lines in functions(path)}
    assert {name: lines for name, lines in found.items() if lines > MOST_LINES_OF_A_FUNCTION} == {}


def test_every_module_says_what_it_is() -> None:
    trees = {str(path): ast.parse((ROOT / path).read_text(encoding="utf-8")) for path in python_files()}
    silent = [name for name, tree in trees.items() if tree.body and not ast.get_docstring(tree)]
    assert silent == []


def test_no_foreign_word_is_in_the_project() -> None:
    found = [f"{path}: {match.group()}" for path, text in texts() for match in FOREIGN_WORD.finditer(text)]
    assert found == []


def test_nothing_is_left_for_later() -> None:
    found = [f"{path}: {match.group()}" for path, text in texts() for match in UNFINISHED.finditer(text)]
    assert found == []


@pytest.mark.parametrize(
    "word", ["/wor" + "k/main", "cd /tm" + "p/x", "../share" + "d/data", "https://py" + "pi.org/x"]
)
def test_a_foreign_word_would_be_found(word: str) -> None:
    assert FOREIGN_WORD.search(word)


def test_a_relative_path_is_no_foreign_word() -> None:
    assert not FOREIGN_WORD.search("assets/wor" + "k/x and a/tm" + "p/b")
