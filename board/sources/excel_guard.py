"""Looks at the bytes of a workbook before anything reads its cells: what they are, and what they unpack to."""

import io
import struct
import zipfile
import zlib
from typing import Final
from xml.parsers import expat  # entities are refused, and only so much is handed to it

MOST_MEMBERS: Final = 2_000
PIECE: Final = 256 * 1024
DEEPEST: Final = 10_000
MIB: Final = 1024 * 1024

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STRANGERS: Final = (
    (b"\x1f\x8b", "is a packed file (gzip), not a workbook; unpack it"),
    (b"%PDF", "is a PDF document, not a workbook"),
    (b"{", "is text, not a workbook"),
    (b"SQLite format 3", "is a database, not a workbook"),
)
_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, EOFError),
    *(ValueError, OverflowError, LookupError, OSError, expat.ExpatError),
)


class BookError(Exception):
    """A file that cannot be read as a workbook; one sentence without the file's name."""


def look_through(data: bytes, most_unpacked: int) -> int:
    """Return how many bytes a workbook unpacks to; BookError where it is none, or they are more than is allowed."""
    if data.startswith(_ZIP):
        try:
            return _unpack(data, most_unpacked)
        except _UNREADABLE as error:
            raise BookError("is damaged or not whole; save it again") from error
    if not data.startswith(_OLE):
        raise BookError(_stranger(data))
    return len(data)


def _unpack(data: bytes, most: int) -> int:
    """Unpack every member, keep nothing, and stop where it is too much: what a member says of itself may be a lie."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if len(members) > MOST_MEMBERS:
            raise BookError(f"holds more than {MOST_MEMBERS:,} parts, as no workbook does")
        if sum(member.file_size for member in members) > most:
            raise _too_large(most)
        if any(member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for member in members):
            raise BookError("is packed in a way no workbook is; save it again")
        left = most
        for member in members:
            check = _Check() if member.filename.endswith((".xml", ".rels")) else None
            with archive.open(member) as stream:
                while piece := stream.read(PIECE):
                    left -= len(piece)
                    if left < 0:
                        raise _too_large(most)
                    if check is not None:
                        check.feed(piece)
            if check is not None:
                check.close()
    return most - left


class _Check:
    """Tells whether a part is XML that is not nested too deeply; of what is none, its reader may look on for ever."""

    def __init__(self) -> None:
        self._parser = parser()
        self._depth = 0

    def feed(self, piece: bytes) -> None:
        """Take some bytes; the depth is reckoned roughly, since counting each element would take half a second."""
        begun = piece.count(b"<") - piece.count(b"<?") - piece.count(b"<!") - piece.count(b"/>")
        self._depth += begun - 2 * piece.count(b"</")
        if self._depth > DEEPEST:
            raise BookError("is nested more deeply than a workbook can be; save it again")
        self._parser.Parse(piece, False)  # noqa: FBT003  # expat takes isfinal by position only

    def close(self) -> None:
        """Tell that there are no more bytes."""
        self._parser.Parse(b"", True)  # noqa: FBT003  # expat takes isfinal by position only


def parser() -> expat.XMLParserType:
    """Return a parser of XML that takes no entities."""
    found = expat.ParserCreate()
    found.EntityDeclHandler = _refuse
    return found


def _refuse(*_entity: object) -> None:
    raise BookError("declares entities, as no workbook does; save it again")


def _too_large(most: int) -> BookError:
    return BookError(
        f"unpacks to more than {most // MIB} MiB; split it, take out what the board does not need, or raise largest_mib"
    )


def _stranger(data: bytes) -> str:
    """Return what bytes are that are no workbook."""
    if not data.strip(b"\0"):
        return "holds nothing, as after a power cut or a copy that broke off"
    for magic, said in _STRANGERS:
        if data.startswith(magic):
            return said
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<html", b"<!doctype html", b"<table", b"<meta")):
        return "is a web page with the name of a workbook; open it in Excel and save it as .xlsx"
    if head.startswith(b"<?xml"):
        return "is XML with the name of a workbook; open it in Excel and save it as .xlsx"
    if b"\0" not in data[:2048]:
        return 'is text with the name of a workbook; read it with kind = "csv"'
    return "is no workbook; expected xlsx, xls or ods"
