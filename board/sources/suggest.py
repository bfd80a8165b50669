"""Guesses what found columns mean from their names and samples, so that whoever sets up a source mostly nods."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from board.plant.toml_text import toml_key, toml_value
from board.sources.about import Found
from board.sources.contract import BUILT_IN_MEASURES, SourceContext
from board.sources.mapping import fold

DAY_ONLY: Final = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}")
SEVERAL: Final = 3  # different samples of a column before it can be taken for a key

# Words of the shop floor, folded, without accents; each language of the board is heard.
_TIMES: Final[Mapping[str, tuple[str, ...]]] = {
    "start": ("start", "from", "begin", "began", "started", "von", "beginn", "ab", "debut", "inicio", "desde", "od"),
    "end": ("end", "to", "until", "finish", "finished", "ended", "bis", "ende", "fin", "hasta", "do", "koniec"),
    "time": ("time", "timestamp", "at", "when", "zeit", "zeitstempel", "datum", "date", "heure", "hora", "czas", "ts"),
}
_MEASURES: Final[Mapping[str, tuple[str, ...]]] = {
    "good": ("good", "ok", "gut", "gutteile", "io", "bons", "buenas", "dobre", "produced", "made", "output", "pieces",
             "quantity", "qty", "menge", "anzahl", "count", "parts", "stueck", "stuck", "units",
             "stueckzahl", "stuckzahl", "produziert", "gefertigt", "gutmenge", "produits", "quantite",
             "cantidad", "ilosc"),
    "scrap": ("scrap", "scrapped", "ausschuss", "reject", "rejects", "rejected", "ng", "nok", "nio", "bad", "defect",
              "defects", "rebut", "rebuts", "desecho", "braki", "schlecht"),
    "rework": ("rework", "reworked", "nacharbeit", "retouche", "retrabajo"),
    "downtime": ("downtime", "stop", "stopped", "stoppage", "stillstand", "stoerung", "arret", "parada", "postoj"),
    "setup": ("setup", "ruesten", "rusten", "changeover", "reglage"),
    "planned_busy_time": ("planned_busy_time",),
}  # fmt: skip
_VALUES: Final = ("value", "val", "wert", "valeur", "valor", "wartosc")
_TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "node": ("node", "line", "machine", "linie", "anlage", "maschine", "station", "cell", "workcenter", "workcentre",
             "workplace", "arbeitsplatz", "ligne", "linea", "maquina", "linia", "asset", "equipment"),
    "product": ("product", "article", "artikel", "material", "sku", "item", "produkt", "produit", "producto"),
    "order": ("order", "auftrag", "job", "workorder", "batch", "lot", "charge", "ordre", "orden", "zlecenie"),
    "reason": ("reason", "cause", "code", "grund", "ursache", "raison", "motivo", "przyczyna", "fault"),
    "key": ("id", "key", "uuid", "guid", "number", "serial", "no", "nr", "seq", "sequence"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What columns may mean, each answer as somebody would type it: a column, a line, words and what they mean.

    `answers` are by target (node, time, start, end, day, product, order, reason, key, or a measure); `words` holds for
    the column of the node and that of the reason which word of the source is which of ours, as far as they are alike.
    """

    answers: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def suggest(found: Sequence[Found], context: SourceContext, lines: Sequence[str]) -> Suggestion:
    """Return what the columns may mean in a plant with those lines; what nothing speaks for is left out."""
    when = _when(found)
    answers = {**when, **_how_much(found, context, is_part="time" in when)}
    words: dict[str, dict[str, str]] = {}
    taken = set(answers.values())
    free = [column for column in found if column.name not in taken and column.looks_like != "time"]
    node = _node(free, context)
    if node is not None:
        answers["node"] = node.name
        words["node"] = _alike(node.samples, context.nodes)
    elif len(lines) == 1:
        answers["node"] = lines[0]
    for target in ("product", "order", "reason", "key"):
        column = _named(free, _TEXTS[target], but=set(answers.values()))
        if column is not None and (target != "key" or _tells_apart(column)):
            answers[target] = column.name
    if (reason := answers.get("reason")) is not None:
        samples = next(column.samples for column in found if column.name == reason)
        words["reason"] = _alike(samples, context.reasons)
    return Suggestion(answers=answers, words={target: each for target, each in words.items() if each})


def _when(found: Sequence[Found]) -> dict[str, str]:
    """Return which columns say when: a start with its end, else a day, else an instant."""
    times = [column for column in found if column.looks_like == "time"]
    start, end = _named(times, _TIMES["start"]), _named(times, _TIMES["end"])
    if start is not None and end is not None and start is not end:
        return {"start": start.name, "end": end.name}
    column = _named(times, _TIMES["time"]) or start or (times[0] if times else None)
    if column is None:
        return {}
    is_day = all(DAY_ONLY.fullmatch(sample.strip()) for sample in column.samples)
    return {"day" if is_day else "time": column.name}


def _how_much(found: Sequence[Found], context: SourceContext, *, is_part: bool) -> dict[str, str]:
    """Return the columns of measures; where nothing can be one and a row is of an instant, it is a good part."""
    numbers = [column for column in found if column.looks_like == "number"]
    if tall := _tall(found, context):
        return tall
    answers: dict[str, str] = {}
    for measure in context.measures:
        own = (measure, *_MEASURES.get(measure, ()))
        column = _named(numbers, own, but=set(answers.values()))
        if column is not None:
            answers[measure] = column.name
    if answers or not is_part or any(not _is_name(column) for column in numbers):
        return answers
    return {"good": ""} if "good" in context.measures else {}


def _is_name(column: Found) -> bool:
    """Tell whether the numbers of a column are names: of a part, an order, an article."""
    return any(_named([column], names) is not None for names in _TEXTS.values())


def _tall(found: Sequence[Found], context: SourceContext) -> dict[str, str]:
    """Return the measures of rows of which each has one value, and a column that says of what; empty for others."""
    value = _named([column for column in found if _has_numbers(column)], _VALUES)
    if value is None:
        return {}
    for column in found:
        told: dict[str, str] = {}
        for measure in context.measures if column.looks_like == "word" else ():
            own = {_bare(name) for name in (measure, *_MEASURES.get(measure, ()))}
            words = [word for word in column.samples if _bare(word) in own or own & set(_words(word))]
            if words:
                when = f"{{ {toml_key(column.name)} = {toml_value(words[0])} }}"
                told[measure] = f"{{ value = {{ column = {toml_value(value.name)} }}, when = {when} }}"
        if told:
            return told
    return {}


def _has_numbers(column: Found) -> bool:
    """Tell whether some values of a column are numbers: where each row is of something else, others are words."""
    return any(Found(name=column.name, samples=(sample,)).looks_like == "number" for sample in column.samples)


def _node(free: Sequence[Found], context: SourceContext) -> Found | None:
    """Return the column that names lines: its samples do, or its own name does."""
    for column in free:
        if column.samples and len(_alike(column.samples, context.nodes)) == len(column.samples):
            return column
    return _named([column for column in free if column.looks_like == "word"], _TEXTS["node"])


def _alike(samples: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Return which words of a source are an id or a name of ours, however they are written."""
    ours = {_bare(name): one for one, name in known.items()} | {_bare(one): one for one in known}
    return {sample: ours[_bare(sample)] for sample in samples if _bare(sample) in ours}


def _named(columns: Sequence[Found], names: Iterable[str], *, but: Iterable[str] = ()) -> Found | None:
    """Return the column that bears one of the names, or has it among its words; earlier names speak louder."""
    free = [column for column in columns if column.name not in set(but)]
    bare = [_bare(name) for name in names]
    for name in bare:
        for column in free:
            if _bare(column.name) == name:
                return column
    for name in bare:
        for column in free:
            if name in _words(column.name):
                return column
    return None


def _tells_apart(column: Found) -> bool:
    """Tell whether a column's samples let it tell rows apart."""
    return len(column.samples) >= SEVERAL


def _bare(text: str) -> str:
    """Return a text as it is compared: without accents, capitals, and what parts words."""
    plain = unicodedata.normalize("NFKD", fold(text).replace("ü", "ue").replace("ö", "oe").replace("ä", "ae"))
    return "".join(letter for letter in plain if letter.isalnum() or letter == ".")


def _words(name: str) -> list[str]:
    """Return the words of a column's name: counts.ok, GoodParts and good_parts have two."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name)
    return [_bare(word) for word in re.split(r"[\W_]+", parted) if word]


def measures_first(context: SourceContext) -> tuple[str, ...]:
    """Return the measures of a plant in the order in which people are asked for them."""
    own = [measure for measure in context.measures if measure not in BUILT_IN_MEASURES]
    return (*(measure for measure in BUILT_IN_MEASURES if measure in context.measures), *own)
