"""The rows of files that are half-written, foreign or broken."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.sources.csv_text import (
    LONGEST_RECORD,
    MOST_LINES,
    Dialect,
    FileError,
    Row,
    read_lines,
    read_rows,
    sniff_delimiter,
    sniff_encoding,
)


def rows(data: bytes, *, encoding: str = "auto", whole: bool = True, quote: str = '"') -> list[Row]:
    """Return the rows of a file."""
    found, start, eol = sniff_encoding(data[:65536], encoding)
    dialect = Dialect(encoding=found, start=start, end_of_line=eol, delimiter=",", quote=quote)
    lines = read_lines(io.BytesIO(data), dialect, start=start, number=1, stop=len(data), whole=whole)
    return list(read_rows(lines, dialect, whole=whole))


def cells(data: bytes, *, encoding: str = "auto", whole: bool = True, quote: str = '"') -> list[list[str]]:
    """Return the cells of the rows that are no faults."""
    return [row.cells for row in rows(data, encoding=encoding, whole=whole, quote=quote) if not row.fault]


def faults(data: bytes) -> list[tuple[int, str]]:
    """Return the faulty rows with their lines."""
    return [(row.number, row.fault) for row in rows(data) if row.fault]


@pytest.mark.parametrize(
    "data",
    [
        "Ü,1\nß,2\n".encode(),
        "Ü,1\r\nß,2\r\n".encode(),
        "Ü,1\rß,2\r".encode(),
        "\ufeffÜ,1\nß,2\n".encode(),
        "Ü,1\nß,2\n".encode("cp1252"),
        b"\xff\xfe" + "Ü,1\r\nß,2\r\n".encode("utf-16-le"),
        b"\xfe\xff" + "Ü,1\nß,2\n".encode("utf-16-be"),
        "Ü,1\n\nß,2".encode(),
    ],
)
def test_encodings_and_line_ends_are_found_out(data: bytes) -> None:
    assert cells(data) == [["Ü", "1"], ["ß", "2"]]


def test_a_set_encoding_is_obeyed() -> None:
    assert cells("Ü,1\n".encode("utf-16-le"), encoding="utf-16") == [["Ü", "1"]]
    assert rows("Ü,1\nx,2\n".encode("cp1252"), encoding="utf-8")[0].fault == "is not utf-8"
    assert cells("Ü,1\nx,2\n".encode("cp1252"), encoding="utf-8") == [["x", "2"]]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 rest", "a workbook or a ZIP archive, not CSV"),
        (b"%PDF-1.7", "a PDF document"),
        (b"a,b\0c\n", "holds NUL bytes"),
        ("a,b\n".encode("utf-16-le"), 'set encoding = "utf-16"'),
    ],
)
def test_what_is_no_text_is_named(data: bytes, said: str) -> None:
    with pytest.raises(FileError, match=said):
        rows(data)


def test_quotes_hold_delimiters_quotes_and_line_breaks() -> None:
    data = b'a,"b,""c""\nd",e\n1,2,3\n'
    assert cells(data) == [["a", 'b,"c"\nd', "e"], ["1", "2", "3"]]
    assert [(row.number, row.last) for row in rows(data)] == [(1, 2), (3, 3)]
    assert cells(b'5" pipe,2\nx,3\n') == [['5" pipe', "2"], ["x", "3"]]
    assert cells(b'"a,1\nb,2\n', quote="") == [['"a', "1"], ["b", "2"]]


def test_a_quote_that_is_never_closed_costs_its_own_line_only() -> None:
    good = b"".join(b"x,%d\n" % number for number in range(MOST_LINES * 3))
    data = b'a,1\n"b,2\n' + good
    assert cells(data) == [["a", "1"], *([["x", str(number)] for number in range(MOST_LINES * 3)])]
    assert faults(data) == [(2, "opens a quote that is never closed")]
    short = b'"b,2\nx,1\nx,2\n'
    assert cells(short) == [["x", "1"], ["x", "2"]]


def test_an_open_record_at_the_end_of_a_growing_file_is_held_back() -> None:
    data = b'a,1\nb,"half\nof it\n'
    assert cells(data, whole=False) == [["a", "1"]]
    assert [row.after for row in rows(data, whole=False)] == [4]
    assert cells(b"a,1\nb,2", whole=False) == [["a", "1"]]
    assert cells(b"a,1\nb,2", whole=True) == [["a", "1"], ["b", "2"]]


def test_a_line_too_long_is_left_out_and_the_next_is_read() -> None:
    for length in (LONGEST_RECORD + 1, LONGEST_RECORD * 3, 1_000_000):
        data = b"a,1\n" + b"x" * length + b"\nb,2\n"
        assert cells(data) == [["a", "1"], ["b", "2"]]
        assert faults(data) == [(2, "is longer than 64 KiB")]
        assert rows(data)[-1].after == len(data)
    wide = b"\xff\xfe" + ("a,1\n" + "x" * 200_000 + "\nb,2\n").encode("utf-16-le")
    assert cells(wide) == [["a", "1"], ["b", "2"]]


def test_nul_bytes_after_a_power_cut_cost_their_line_only() -> None:
    for before in (10, 2000):
        data = b"a,1\n" * before + b"\0\0\0\0\nb,2\n"
        assert cells(data)[-1] == ["b", "2"]
        assert faults(data) == [(before + 1, "holds NUL bytes, as after a power cut")]


def test_the_delimiter_is_the_one_that_shows_the_columns() -> None:
    wanted = frozenset({"Line", "Good"})
    assert sniff_delimiter("Start;Line;Good, net;Good", wanted) == ";"
    assert sniff_delimiter("Line\tGood", wanted) == "\t"
    assert sniff_delimiter("Line|Good", wanted) == "|"
    assert sniff_delimiter('"Line","Good"', wanted) == ","
    assert sniff_delimiter("a;b;c", frozenset()) == ";"


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs"]), max_size=5),
            min_size=2,
            max_size=3,
        ),
        max_size=8,
    )
)
def test_whatever_was_written_properly_is_read_back(table: list[list[str]]) -> None:
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table]
    data = "".join(line + "\n" for line in quoted).encode()
    assert cells(data, encoding="utf-8") == table


@given(st.binary(max_size=300), st.integers(0, 300))
def test_reading_on_from_any_row_gives_the_same_rows(data: bytes, cut: int) -> None:
    data = data.replace(b"\0", b"")
    dialect = Dialect(encoding="auto", start=0, end_of_line=b"\n", delimiter=",", quote="")

    def read(start: int, number: int) -> list[Row]:
        lines = read_lines(io.BytesIO(data), dialect, start=start, number=number, stop=len(data), whole=True)
        return list(read_rows(lines, dialect, whole=True))

    everything = read(0, 1)
    if everything:
        row = everything[cut % len(everything)]
        assert read(row.after, row.last + 1) == [later for later in everything if later.number > row.number]
