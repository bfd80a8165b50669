"""Writes small workbooks byte by byte, as Excel, LibreOffice and old programs do, so that tests can spoil any of it."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from xml.sax.saxutils import escape, quoteattr

DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001  # workbooks know no zone
STYLES = (0, 14, 22, 21, 46)  # number formats: general, date, date and time, time, hours beyond a day
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and what it last came to; None where it was never worked out."""

    text: str
    value: object


@dataclass(frozen=True, slots=True)
class Shown:
    """A number with one of STYLES."""

    value: float
    style: int


Rows = Sequence[Sequence[object]]


def letters(column: int) -> str:
    """Return a column, counted from 0, as a workbook names it."""
    return (letters(column // 26 - 1) if column >= 26 else "") + chr(65 + column % 26)


def serial(value: object) -> tuple[float, int]:
    """Return a time as the number and the style with which a workbook keeps it."""
    if isinstance(value, Shown):
        return value.value, value.style
    if isinstance(value, datetime):
        return (value - DAY_ZERO) / timedelta(days=1), 2
    if isinstance(value, date):
        return float((value - DAY_ZERO.date()).days), 1
    if isinstance(value, time):
        return (value.hour * 3600 + value.minute * 60 + value.second) / 86_400, 3
    assert isinstance(value, timedelta)
    return value / timedelta(days=1), 4


# xlsx


def xlsx(
    sheets: Mapping[str, Rows],
    *,
    merged: Sequence[str] = (),
    hidden: Sequence[str] = (),
    first_row: int = 1,
    from_1904: bool = False,
) -> bytes:
    """Return a workbook as Excel writes it."""
    return zipped(xlsx_parts(sheets, merged=merged, hidden=hidden, first_row=first_row, from_1904=from_1904))


def _xlsx_frame(names: Sequence[str], hidden: Sequence[str], *, from_1904: bool) -> dict[str, str]:
    """Return the parts that name the sheets and the styles."""
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _rels([("officeDocument", "xl/workbook.xml")]),
        "xl/_rels/workbook.xml.rels": _rels(
            [
                *(("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(names) + 1)),
                ("sharedStrings", "sharedStrings.xml"),
                ("styles", "styles.xml"),
            ]
        ),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f'<workbookPr date1904="{int(from_1904)}"/><sheets>'
        + "".join(
            f"<sheet name={quoteattr(name)} sheetId='{number}' r:id='rId{number}'"
            + (" state='hidden'/>" if name in hidden else "/>")
            for number, name in enumerate(names, 1)
        )
        + "</sheets></workbook>",
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs>'
        + "".join(f'<xf numFmtId="{style}" applyNumberFormat="1"/>' for style in STYLES)
        + "</cellXfs></styleSheet>",
    }


def xlsx_parts(
    sheets: Mapping[str, Rows],
    *,
    merged: Sequence[str] = (),
    hidden: Sequence[str] = (),
    first_row: int = 1,
    from_1904: bool = False,
) -> dict[str, str]:
    """Return the parts of a workbook as Excel writes it."""
    texts: dict[str, int] = {}
    found = _xlsx_frame(list(sheets), hidden, from_1904=from_1904)
    for number, rows in enumerate(sheets.values(), 1):
        body = "".join(_xlsx_row(row, place, texts) for place, row in enumerate(rows, first_row))
        spans = "".join(f'<mergeCell ref="{each}"/>' for each in merged)
        found[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData>'
            + (f'<mergeCells count="{len(merged)}">{spans}</mergeCells>' if merged else "")
            + "</worksheet>"
        )
    found["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{MAIN}">' + "".join(f"<si><t>{escape(t)}</t></si>" for t in texts) + "</sst>"
    )
    return found


def zipped(parts: Mapping[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return parts as an archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", packing) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


def _rels(targets: Sequence[tuple[str, str]]) -> str:
    rows = (
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{"".join(rows)}</Relationships>'


def _xlsx_row(row: Sequence[object], number: int, texts: dict[str, int]) -> str:
    cells = "".join(_xlsx_cell(value, f"{letters(place)}{number}", texts) for place, value in enumerate(row))
    return f'<row r="{number}">{cells}</row>'


def _xlsx_cell(value: object, place: str, texts: dict[str, int]) -> str:  # noqa: PLR0911
    if value is None:
        return ""
    if isinstance(value, Formula):
        inner = _xlsx_cell(value.value, place, texts) or f'<c r="{place}"></c>'
        return inner.replace(">", f"><f>{escape(value.text)}</f>", 1)
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value!r}</v></c>'
    if isinstance(value, str) and value.startswith("#"):
        return f'<c r="{place}" t="e"><v>{escape(value)}</v></c>'
    if isinstance(value, str):
        return f'<c r="{place}" t="s"><v>{texts.setdefault(value, len(texts))}</v></c>'
    number, style = serial(value)
    return f'<c r="{place}" s="{style}"><v>{number!r}</v></c>'


# ods


def ods(sheets: Mapping[str, Rows], *, spans: Mapping[tuple[int, int], tuple[int, int]] | None = None) -> bytes:
    """Return a workbook as LibreOffice writes it; `spans`: rows and columns of merged cells, by place from 0."""
    return zipped(ods_parts(sheets, spans=spans))


def ods_parts(
    sheets: Mapping[str, Rows], *, spans: Mapping[tuple[int, int], tuple[int, int]] | None = None
) -> dict[str, str]:
    """Return the parts of a workbook as LibreOffice writes it."""
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    tables = "".join(
        f"<table:table table:name={quoteattr(name)}>"
        + "".join(_ods_row(row, number, spans or {}) for number, row in enumerate(rows))
        + '<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        'table:number-columns-repeated="1024"/></table:table-row></table:table>'
        for name, rows in sheets.items()
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return {
        "mimetype": kind,
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{space}manifest:1.0"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
        "content.xml": f'<office:document-content xmlns:office="{space}office:1.0" xmlns:table="{space}table:1.0" '
        f'xmlns:text="{space}text:1.0"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>'
        "</office:document-content>",
    }


def _ods_row(row: Sequence[object], number: int, spans: Mapping[tuple[int, int], tuple[int, int]]) -> str:
    covered = {
        (top + down, left + right)
        for (top, left), (height, width) in spans.items()
        for down in range(height)
        for right in range(width)
        if down or right
    }
    cells = []
    for place, value in enumerate(row):
        span = spans.get((number, place))
        extra = (
            "" if span is None else f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"'
        )
        cell = _ods_cell(value, extra)
        cells.append(cell.replace("table-cell", "covered-table-cell") if (number, place) in covered else cell)
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _ods_cell(value: object, extra: str) -> str:  # noqa: PLR0911
    def cell(kind: str, attribute: str, text: object) -> str:
        given = f'office:value-type="{kind}" office:{attribute}="{text}"'
        return f"<table:table-cell {given}{extra}><text:p>{text}</text:p></table:table-cell>"

    if value is None:
        return f"<table:table-cell{extra}/>"
    if isinstance(value, bool):
        return cell("boolean", "boolean-value", str(value).lower())
    if isinstance(value, int | float):
        return cell("float", "value", value)
    if isinstance(value, datetime | date):
        return cell("date", "date-value", value.isoformat())
    if isinstance(value, time):
        return cell("time", "time-value", f"PT{value.hour:02}H{value.minute:02}M{value.second:02}S")
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return cell("time", "time-value", f"PT{seconds // 3600}H{seconds // 60 % 60:02}M{seconds % 60:02}S")
    text = escape(str(value))
    return f'<table:table-cell office:value-type="string"{extra}><text:p>{text}</text:p></table:table-cell>'
