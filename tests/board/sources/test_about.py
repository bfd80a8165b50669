"""What a kind says of itself, and what is found before anything is mapped."""

from pathlib import Path

import pytest

from board.plant.plant import SourceSpec
from board.sources.about import Found, found_in
from board.sources.contract import KINDS, SourceError, describe, discover
from tests.board.sources.drop import NOW, context

README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("samples", "looks_like"),
    [
        (("12", "1,5", "1,234"), "number"),
        (("2026-11-20 08:00", "20.11.2026 09:00"), "time"),
        (("1763589600", "1763589601"), "time"),
        (("M1", "12"), "word"),
        (("", " "), "nothing"),
        ((), "nothing"),
    ],
)
def test_samples_look_like_what_they_are(samples: tuple[str, ...], looks_like: str) -> None:
    assert Found(name="x", samples=samples).looks_like == looks_like


def test_columns_come_in_their_order_with_few_different_samples() -> None:
    records = [{"a": "1", "b": ""}, {"a": "1", "c": "x\x07" * 50}, *({"a": str(n)} for n in range(2, 20))]
    a, b, c = found_in(records)
    assert (a.name, a.samples) == ("a", ("1", "2", "3", "4", "5"))
    assert b.samples == ()
    assert c.samples == ("x\ufffd" * 30,)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_what_it_is(kind: str) -> None:
    about = describe(kind)
    assert about.kind == kind
    assert about.says


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "demo"])
def test_every_setting_of_a_kind_stands_in_the_readme(kind: str) -> None:
    assert f'`kind = "{kind}"`' in README
    assert [asked.key for asked in describe(kind).settings if f"`{asked.key}`" not in README] == []


def test_the_columns_of_a_file_are_found_before_anything_is_mapped(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_bytes(b"PK\x03\x04")
    (tmp_path / "a.csv").write_text("Zeit;Gut;Ausschuss\n20.11.2026 08:00;1,5;\n20.11.2026 09:00;2;\n")
    spec = SourceSpec(id="x", kind="csv", settings={"path": "*.csv", "measure": "not yet"})
    found = discover(spec, context(tmp_path), NOW)
    assert [(each.name, each.looks_like) for each in found] == [
        ("Zeit", "time"),
        ("Gut", "number"),
        ("Ausschuss", "nothing"),
    ]
    assert found[1].samples == ("1,5", "2")


def test_where_there_is_nothing_to_find_a_sentence_says_why(tmp_path: Path) -> None:
    spec = SourceSpec(id="x", kind="csv", settings={"path": "*.csv"})
    with pytest.raises(SourceError, match="no file matches"):
        discover(spec, context(tmp_path), NOW)
    (tmp_path / "b.csv").write_bytes(b"PK\x03\x04")
    with pytest.raises(SourceError, match=r"b\.csv is a workbook or a ZIP archive, not CSV"):
        discover(spec, context(tmp_path), NOW)
