"""The parts of the page of one letter in words, for somebody who does not see them."""

from collections.abc import Hashable, Iterable

from widgets.letter_page_face import (
    ActionsFace,
    BarsFace,
    DayTitleFace,
    MarksFace,
    RecordFace,
    RecordRow,
    TitleFace,
    VerdictFace,
)
from widgets.run_chart import RunFace
from widgets.sqcdp_face import CardFace, mark_words


def part_words(face: Hashable) -> str:
    """Return a part of the page in words; nothing for one that says nothing of its own."""
    said = ""
    match face:
        case TitleFace():
            said = _listed((face.month, *face.met[:1]))
        case DayTitleFace():
            said = _listed((face.day, face.closed))
        case VerdictFace():
            said = _verdict(face)
        case RunFace():
            rows: Iterable[str] = (*(label.words for label in face.labels), *_notes(face))
            said = _titled(face.title, face.empty, rows)
        case BarsFace():
            rows = (" ".join(part for part in (bar.name, bar.figure, face.unit) if part) for bar in face.bars)
            said = _titled(face.title, face.empty, rows)
        case MarksFace():
            rows = (_listed((row.name, mark_words(row.mark), f"{row.figure} {face.unit}".strip())) for row in face.rows)
            said = _titled(face.title, "", rows)
        case RecordFace():
            said = _titled(face.title, face.empty, map(_record, face.rows))
        case ActionsFace():
            said = _titled(face.title, "", map(_card, face.cards))
    return said


def _verdict(face: VerdictFace) -> str:
    others = (f"{name}: {mark_words(mark)}" for mark, name in face.others)
    why = "".join(run.text for run in face.runs)
    return ". ".join(part for part in (why, face.behind, *others, *face.orders, face.stamp) if part)


def _notes(face: RunFace) -> Iterable[str]:
    return (dot.note for dot in face.dots if dot.note)


def _record(row: RecordRow) -> str:
    return _listed((row.lead, row.figure, row.note))


def _card(card: CardFace) -> str:
    return _listed((card.title, card.owner, card.when))


def _titled(title: str, empty: str, rows: Iterable[str]) -> str:
    said = "; ".join(row for row in rows if row) or empty
    return f"{title}: {said}" if said else title


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
