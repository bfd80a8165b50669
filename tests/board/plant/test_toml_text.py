"""What is spelt as TOML reads back as what it was."""

import tomllib
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.plant.toml_text import toml_table, toml_value

LETTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES = st.recursive(
    st.booleans() | st.integers(-(10**9), 10**9) | LETTERS | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(LETTERS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(LETTERS, VALUES, max_size=5))
def test_a_table_reads_back_as_it_was(values: dict[str, object]) -> None:
    assert tomllib.loads(toml_table("source", values)) == {"source": [values]}


def test_a_wide_list_of_tables_has_a_table_a_line() -> None:
    measures = [
        {"id": name, "value": {"column": f"The column of {name} parts"}} for name in ("good", "scrap", "rework")
    ]
    text = toml_table("source", {"path": r"\\share\drop\*.csv", "measure": measures})
    assert text.splitlines() == [
        "[[source]]",
        r"path = '\\share\drop\*.csv'",
        "measure = [",
        '    { id = "good", value = { column = "The column of good parts" } },',
        '    { id = "scrap", value = { column = "The column of scrap parts" } },',
        '    { id = "rework", value = { column = "The column of rework parts" } },',
        "]",
    ]


def test_numbers_that_are_no_whole_ones_stay_exact() -> None:
    assert (toml_value(Fraction(3)), toml_value(Fraction(1, 3))) == ("3", '"1/3"')
    assert toml_value([date(2026, 11, 20), 1.5]) == "[2026-11-20, 1.5]"


def test_what_toml_cannot_say_is_refused() -> None:
    with pytest.raises(TypeError, match="NoneType"):
        toml_value({"a": None})
