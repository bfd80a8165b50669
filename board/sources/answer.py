"""Turns answers as a person types them (node=Machine, start=From, good=Counts.ok) into the mapping of a source."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from board.sources.about import Found
from board.sources.contract import SourceContext
from board.sources.mapping import FILE_COLUMN, fold

TIMES: Final = ("time", "start", "end", "length", "day")
TEXTS: Final = ("node", "product", "order")
OTHERS: Final = ("reason", "key")
RUN: Final = "run"  # with what a schedule says of each: run.quantity, run.rate, run.crew, run.kind
NOTHING: Final = "-"
"""What is answered where a suggestion is not wanted."""
SCREENED: Final = "good"
"""The one built-in measure that is lost for no reason."""
_LENGTH: Final = re.compile(r"\d+(?:\.\d+)?\s*[a-z]+", re.ASCII)
_BRACES: Final = re.compile(r"\{[^{}]+\}")


class AnswerError(Exception):
    """An answer that cannot be meant; the text is a sentence."""


def mapping_of(
    answers: Mapping[str, str],
    words: Mapping[str, Mapping[str, str]],
    found: Sequence[Found],
    context: SourceContext,
) -> dict[str, object]:
    """Return the settings of a mapping; AnswerError for an answer that names no column, line or measure.

    `answers` are by target: what `targets` returns, or measure.key such as `downtime.unit`; where one is of a planned
    run (`run.quantity`), the rows tell what is planned, and of no measure. `words` says for a target
    (node, or a measure's reason as `reason`) what the source's words mean.
    """
    desk = _Desk(found, context)
    given = {target: answer.strip() for target, answer in answers.items() if answer.strip() != NOTHING}
    settings: dict[str, object] = {}
    for target in (*TEXTS, *TIMES):
        if given.get(target):
            settings[target] = desk.time(target, given[target]) if target in TIMES else desk.text(target, given[target])
    if given.get("key"):
        columns = [desk.column(name) for name in _listed(given["key"])]
        settings["key"] = columns[0] if len(columns) == 1 else columns
    _with_words(settings, "node", words)
    if any(target.partition(".")[0] == RUN for target in given):
        return {**settings, RUN: _run(given, desk)}
    measures = _measures(given, desk)
    if given.get("reason"):
        _give_reason(measures, desk.text("reason", given["reason"]))
    for measure in measures:
        _with_words(measure, "reason", words)
    if measures:
        settings["measure"] = measures
    return settings


def targets(context: SourceContext) -> tuple[str, ...]:
    """Return everything that a column can be mapped to."""
    return (*TEXTS, *TIMES, *OTHERS, RUN, *context.measures)


def is_target(name: str, context: SourceContext) -> bool:
    """Tell whether something can be mapped to a name; `downtime.unit` is a key of a measure."""
    return name.partition(".")[0] in targets(context)


class _Desk:
    """Knows which columns and nodes there are, and reads answers that name them."""

    def __init__(self, found: Sequence[Found], context: SourceContext) -> None:
        self._columns = [column.name for column in found]
        self._folded = {fold(name): name for name in reversed(self._columns)}
        self._context = context

    def column(self, answer: str) -> str:
        """Return the column an answer names, as the source spells it; where none were found any will do."""
        if not self._columns or answer in self._columns or answer == FILE_COLUMN:
            return answer
        if fold(answer) in self._folded:
            return self._folded[fold(answer)]
        shown = ", ".join(self._columns[:20]) + (" …" if len(self._columns) > 20 else "")
        raise AnswerError(f"there is no column {answer!r}; there are {shown}")

    def has(self, answer: str) -> bool:
        """Tell whether an answer names a column that was found."""
        return answer in self._columns or fold(answer) in self._folded

    def text(self, target: str, answer: str) -> object:
        """Return a fixed text, a column or a template over several."""
        spelt = None if self.has(answer) else _as_toml(answer)
        if spelt is not None:
            return spelt
        if target == "node" and answer in self._context.nodes and not self.has(answer):
            return answer
        if _BRACES.search(answer) and not self.has(answer):
            return {"template": answer}
        try:
            return {"column": self.column(answer)}
        except AnswerError as error:
            lines = f", and no line {answer!r}; there are {', '.join(self._context.nodes)}" if target == "node" else ""
            fixed = "" if target == "node" else f'; for a fixed text put it in quotes: "{answer}"'
            raise AnswerError(f"{target}: {error}{lines}{fixed}") from error

    def time(self, target: str, answer: str) -> object:
        """Return a column, two (date + time), or a length of time."""
        spelt = None if self.has(answer) else _as_toml(answer)
        if spelt is not None:
            return spelt
        if target == "length":
            is_length = _LENGTH.fullmatch(answer) and not self.has(answer)
            return answer if is_length else {"column": self._named(target, answer)}
        date, plus, clock = answer.partition("+")
        if plus and not self.has(answer):
            return {"date": self._named(target, date.strip()), "time": self._named(target, clock.strip())}
        return self._named(target, answer)

    def value(self, measure: str, answer: str) -> dict[str, object]:
        """Return what one measure is: a column's number, a formula over columns, or the row itself."""
        spelt = None if self.has(answer) else _as_toml(answer)
        if isinstance(spelt, Mapping):
            return {"id": measure, **spelt}
        if not answer:
            return {"id": measure}
        if isinstance(spelt, int | float):
            return {"id": measure, "value": spelt}
        if not self.has(answer) and re.search(r"\s[-+*/]\s", answer):
            return {"id": measure, "value": answer}
        return {"id": measure, "value": {"column": self._named(measure, answer)}}

    def _named(self, target: str, answer: str) -> str:
        try:
            return self.column(answer)
        except AnswerError as error:
            raise AnswerError(f"{target}: {error}") from error


def _measures(given: Mapping[str, str], desk: _Desk) -> list[dict[str, object]]:
    """Return the measures in the order of their answers, each with what was said of its own keys."""
    found: dict[str, dict[str, object]] = {}
    for target, answer in given.items():
        measure, dot, key = target.partition(".")
        if measure in (*TEXTS, *TIMES, *OTHERS):
            continue
        if not dot:
            found[measure] = {**desk.value(measure, answer), **found.get(measure, {})}
            continue
        told = found.setdefault(measure, {"id": measure})
        spelt = _as_toml(answer)
        told[key] = desk.text(key, answer) if key == "reason" else answer if spelt is None else spelt
    return list(found.values())


def _run(given: Mapping[str, str], desk: _Desk) -> dict[str, object]:
    """Return what the rows say of each planned run."""
    run: dict[str, object] = {}
    for target, answer in given.items():
        name, _, key = target.partition(".")
        if name == RUN and key and answer:
            told = None if desk.has(answer) else _as_toml(answer)
            run[key] = desk.text(key, answer) if told is None else told
    return run


def _give_reason(measures: list[dict[str, object]], reason: object) -> None:
    """Let a column of reasons stand for all that is lost, or for what there is."""
    lost = [measure for measure in measures if measure["id"] != SCREENED] or measures
    for measure in lost:
        measure.setdefault("reason", dict(reason) if isinstance(reason, Mapping) else reason)


def _with_words(table: dict[str, object], key: str, words: Mapping[str, Mapping[str, str]]) -> None:
    """Say of a column what its words mean."""
    cell, meant = table.get(key), words.get(key)
    if meant and isinstance(cell, Mapping) and "map" not in cell:
        table[key] = {**cell, "map": dict(meant)}


def _as_toml(answer: str) -> object:
    """Return what an answer says where it is spelt as TOML (a table, a list, a number, a text in quotes), or None."""
    if not answer.startswith(("{", "[", '"', "'")) and not re.fullmatch(r"[-+]?\d[\d_.]*|true|false", answer):
        return None
    try:
        found: object = tomllib.loads(f"answer = {answer}")["answer"]
    except tomllib.TOMLDecodeError:
        return None
    return found


def spelt(answer: str) -> object:
    """Return the value of a setting as it was typed: TOML where it is that, else the text itself."""
    found = _as_toml(answer.strip())
    return answer if found is None else found


def _listed(answer: str) -> Iterable[str]:
    return [name.strip() for name in answer.split(",") if name.strip()]
