"""A database as a source: that nothing is ever written to it, and what is said when it cannot be asked."""

import sys
from pathlib import Path

import pytest

from board.plant.plant import SourceSpec
from board.sources import sql_query
from board.sources.contract import SettingsError, SourceError, describe, discover, open_source
from tests.board.sources.drop import NOW, context
from tests.board.sources.ledger import HOURS, QUERY, TOKENS, Book, Ledger, hour, spec

URL = "sqlite:///ledger.db"
SECRET = "abc-secret"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


@pytest.fixture
def ledger(book: Book) -> Ledger:
    return Ledger(URL, book.path.parent)


# that nothing is written


@pytest.mark.parametrize(
    "query",
    [
        "INSERT INTO hour (id) VALUES (9)",
        "SELECT 1; DROP TABLE hour",
        "WITH x AS (SELECT 1) DELETE FROM hour",
        "SELECT * INTO other FROM hour",
        "/* SELECT */ UPDATE hour SET good = 1",
        "PRAGMA writable_schema = 1",
        "ATTACH DATABASE 'other.db' AS other",
    ],
)
def test_a_query_that_would_write_is_refused_and_could_not(
    book: Book, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings: dict[str, object] = {"query": query, "watermark": None}
    with pytest.raises(SettingsError, match="key query: expected a "):
        open_source(spec(URL, **settings), context())
    book.write(hour(1))
    before = book.path.read_bytes()
    monkeypatch.chdir(book.path.parent)
    monkeypatch.setattr("board.sources.sql_setting.faults_in", lambda _query: [])
    ledger = Ledger(URL, book.path.parent, **settings)
    assert str(ledger.failure())
    assert book.path.read_bytes() == before
    assert [path.name for path in book.path.parent.iterdir()] == ["ledger.db"]


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    ledger = Ledger("sqlite:///gone.db", tmp_path)
    assert "cannot be reached (unable to open database file)" in str(ledger.failure())
    assert list(tmp_path.iterdir()) == []
    assert "names no file" in str(Ledger("sqlite://", tmp_path).failure())


def test_a_query_without_end_is_interrupted(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.sources.sql_database.LATER_S", 0.2)
    monkeypatch.setattr("board.sources.sql_database.CONNECT_S", 0)
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
    ledger = Ledger(URL, book.path.parent, query=endless, watermark=None, timeout="1 s")
    assert "has not answered within 1 s; ask for less, add an index, or raise timeout" in str(ledger.failure())


# what is said of it


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("DROP TABLE hour", "does not understand the query (no such table: hour); check it"),
        ("ALTER TABLE hour RENAME COLUMN good TO goods", "does not understand the query (no such column: good)"),
    ],
)
def test_a_table_that_has_changed_is_a_sentence(book: Book, ledger: Ledger, change: str, said: str) -> None:
    assert ledger.look() == []
    book.run(change)
    assert said in str(ledger.failure())


def test_a_file_that_is_no_database_is_a_sentence(book: Book, ledger: Ledger) -> None:
    book.path.write_bytes(b"rubbish" * 1000)
    assert "could not answer (file is not a database)" in str(ledger.failure())


def test_a_file_whose_names_are_no_letters_is_a_sentence(book: Book, ledger: Ledger) -> None:
    book.path.write_bytes(book.path.read_bytes().replace(b"CREATE TABLE hour (", b"CREATE TABLE hour \xe5"))
    assert "could not answer ('utf-8' codec" in str(ledger.failure())


def test_columns_that_the_query_does_not_give_are_named(book: Book) -> None:
    ledger = Ledger(URL, book.path.parent, query="SELECT ID, line, changed FROM hour WHERE changed > :watermark")
    said = "the query gives no column 'at' and no column 'good' and no column 'scrap'; it gives id, line, changed"
    assert str(ledger.failure()) == said


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"url": None}, "key url: found nothing, expected a text"),
        ({"url": f"postgresql://board:{SECRET}@erp/x"}, "key url: expected no password in it; set password"),
        ({"url": f"postgresql://erp/x?sslpassword={SECRET}"}, "key url: expected no secret behind the ?"),
        (
            {"url": f"mssql+pyodbc:///?odbc_connect=DRIVER%3D%7Bx%7D%3BUID%3Dsa%3BPWD%3D{SECRET}"},
            "key url: expected no secret behind the ?",
        ),
        ({"url": f"{SECRET}"}, "key url: expected an address such as"),
        ({"url": {"value": SECRET}}, 'key url: expected { env = "NAME" }'),
        ({"password": SECRET}, 'key password: expected { env = "NAME" } or { file = "PATH" }'),
        ({"query": None}, "key query: found nothing, expected a query such as"),
        ({"query": "SELECT ':watermark' FROM hour"}, "expected the column that moves on, and :watermark in the query"),
        ({"watermark": None}, "key watermark: found nothing"),
        ({"query": QUERY.replace(":watermark", ":since")}, "no other values than :watermark and :now, and not :since"),
        ({"watermark": {"column": "changed", "as": "%Q"}}, "watermark, key as: found '%Q'"),
        ({"watermark": {"column": "changed", "forst": "1 d"}}, "watermark, key forst: is not known"),
        ({"key": None}, "key key: found nothing, expected the columns that tell a row from every other"),
        ({"verify": False}, "key verify: is not known"),
    ],
)
def test_settings_that_cannot_be_used_are_named_and_no_secret_is_shown(settings: dict[str, object], said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        open_source(spec(settings.pop("url", URL), **settings), context())
    assert said in str(caught.value)
    assert SECRET not in str(caught.value)


def test_what_has_to_be_installed_is_said(book: Book, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ledger.source.check(NOW) == ()
    for url, said in (
        ("mysql+pymysql://erp/x", "the driver pymysql for mysql+pymysql is not installed here; install it with: "),
        ("nosuch://erp/x", "nosuch is no kind of database that is known here"),
    ):
        other = Ledger(url, book.path.parent)
        (complaint,) = other.source.check(NOW)
        assert said in complaint.said
        assert said in str(other.failure())

    def lacks(name: str) -> object:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(sql_query, "import_module", lacks)
    ledger.restart()
    said = f"SQLAlchemy is not installed here; install it with: {sys.executable} -m pip install 'gembaboard[sql]'"
    assert str(ledger.failure()) == said
    (complaint,) = ledger.source.check(NOW)
    assert complaint.said == said


def test_it_says_what_it_asks_for_and_nothing_it_does_not_know() -> None:
    asked = {each.key for each in describe("sql").settings}
    known = {"url": URL, "query": QUERY, "watermark": "changed", "password": {"env": "X"}, "timeout": "5 s"}
    known |= {"complete": "seen", "lag": "1 h"}
    open_source(SourceSpec(id="x", kind="sql", settings={**HOURS, **known}), context())
    assert asked == set(known)


def test_whoever_looks_round_finds_tables_and_columns_and_then_those_of_a_query(book: Book) -> None:
    book.write(hour(2), hour(1, None))
    book.run("CREATE VIEW broken AS SELECT * FROM nowhere")
    book.run('CREATE TABLE "order" ("no" TEXT, due DATE)')
    folder = context(book.path.parent, environment=TOKENS)
    columns = discover(SourceSpec(id="x", kind="sql", settings={"url": URL}), folder, NOW)
    assert [(each.rows, each.name, each.looks_like) for each in columns] == [
        ("hour", "id", "number"),
        ("hour", "line", "word"),
        ("hour", "at", "time"),
        ("hour", "good", "number"),
        ("hour", "scrap", "number"),
        ("hour", "changed", "time"),
        ("order", "no", "nothing"),
        ("order", "due", "nothing"),
    ]
    query = "SELECT line, sum(good) AS made FROM hour WHERE changed > :watermark GROUP BY line"
    asked = {"url": URL, "query": query, "watermark": "changed"}
    columns = discover(SourceSpec(id="x", kind="sql", settings=asked), folder, NOW)
    assert [(each.name, each.samples) for each in columns] == [("line", ("Line 1",)), ("made", ("5",))]
    with pytest.raises(SourceError, match="unable to open"):
        discover(SourceSpec(id="x", kind="sql", settings={"url": "sqlite:///gone.db"}), folder, NOW)
