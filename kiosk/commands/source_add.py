"""Walks through connecting a source: what it is, what it has, what that means, what the board makes of it."""

import argparse
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from board.plant.plant import Plant, SourceSpec
from board.sources.about import About, Found
from board.sources.authority import Cell
from board.sources.contract import SettingsError, SourceContext, describe, discover, known_kinds, open_source
from board.sources.feeder import in_words
from board.sources.hide import hidden
from board.sources.suggest import measures_first, suggest
from kiosk.command import ToldError
from kiosk.commands.asking import Asking, somebody
from kiosk.commands.common import plant_in, settings_of
from kiosk.commands.source_draft import ROWS, SHEET, Draft
from kiosk.commands.source_shown import (
    nothing_in,
    only_begins,
    print_empty,
    print_found,
    print_listening,
    print_registers,
    print_trial,
)
from kiosk.commands.source_write import agree_on_twice, write
from kiosk.commands.trial import hide_environment, try_source

LATER: Final = "leave it empty to look round first"
REGISTERS: Final = frozenset({"mqtt", "opcua"})  # kinds whose counts are mostly totals that rise
MEND: Final = "what shall change? name=value, Enter tries again, q leaves"
ASKED_FOR: Final = {
    "node": "which column names the line, or which line is it always",
    "product": "which column names the product",
    "order": "which column names the order",
    "reason": "which column says why",
    "key": "which column tells a row from every other",
}


def add_source(options: argparse.Namespace) -> int:
    """Connect a source; 0 where it was written. ToldError says why it was not."""
    settings = settings_of(options)
    if settings.plant is None:
        raise ToldError("name the plant that gets the source: --plant FOLDER (the demo plant is left as it is)")
    hide_environment()
    plant = plant_in(settings.plant)
    asking = somebody(assume=options.yes)
    kind = options.kind or _kind(asking)
    try:
        about = describe(kind)
    except SettingsError as error:
        raise ToldError(str(error)) from error
    walk = _Walk(options, asking, plant, about)
    spec = walk.connected()
    agree_on_twice(asking, plant, spec, walk.cells)
    return write(options, asking, plant, spec)


def _kind(asking: Asking) -> str:
    if asking.is_person:
        for kind in known_kinds():
            print(f"  {kind:<10} {describe(kind).says}")
    return asking.ask("kind of source", "csv" if asking.is_person else "", option="--kind")


class _Walk:
    """One walk from the address of a source to readings that the board understands."""

    def __init__(self, options: argparse.Namespace, asking: Asking, plant: Plant, about: About) -> None:
        self._options = options
        self._asking = asking
        self._plant = plant
        self._context = SourceContext.of(plant)
        self._draft = Draft(about, self._context)
        self._id = options.id or _free_id(about.kind, plant)
        self._found: tuple[Found, ...] = ()
        self._read: tuple[Found, ...] = ()  # those of the rows that will be read
        self.cells: set[Cell] = set()  # of which nodes and measures the first rows told
        for said in options.set:
            key, _, value = said.partition("=")
            self._draft.set(key.strip(), value)
        for said in options.map:
            target, _, answer = said.partition("=")
            self._draft.map(target.strip(), answer)
        for said in options.word:
            self._draft.word(said)

    def connected(self) -> SourceSpec:
        """Return the source once somebody is content with what the board makes of it."""
        self._ask_needed()
        self._look_round()
        self._suggest()
        self._ask_mapping()
        while True:
            try:
                spec = self._draft.mapped(self._id, self._found)
            except ToldError as error:
                self._mend(error)
                continue
            if self._options.untried:
                self._refuse_unusable(spec)
                return self._paced(spec)
            print_listening(self._draft.about)
            trial = try_source(spec, self._context)
            self.cells = trial.cells
            print_trial(trial, self._plant.site.zone)
            print_empty(trial, self._context)
            found = trial.readings + trial.planned or only_begins(trial)
            if not self._asking.is_person and spec.kind in REGISTERS:
                print_registers(spec.settings, self._context)
            if found and not (self._asking.is_person and self._wants_change()):
                return self._paced(spec)
            if not found:
                self._mend(ToldError(nothing_in(trial)))

    def _ask_needed(self) -> None:
        """Ask for the settings without which there is no way to it; all but the first may wait for a look round."""
        for number, asked in enumerate(asked for asked in self._draft.about.settings if asked.needed):
            if asked.key in self._draft.settings:
                continue
            can_wait = number > 0 and self._asking.is_person
            question = f"{asked.key}, {asked.says}" + (f" ({LATER})" if can_wait else "")
            question += f", such as {asked.example}" if asked.example else ""
            self._ask_setting(asked.key, question, option="" if can_wait else f"--set {asked.key}=…")

    def _ask_setting(self, key: str, question: str, *, option: str) -> None:
        while answer := self._asking.ask(question, option=option):
            try:
                self._draft.set(key, answer)
            except ToldError as error:
                if not self._asking.is_person:
                    raise
                print(error)
            else:
                return

    def _look_round(self) -> None:
        """Find what columns there are; somebody who sees them can say what was left open."""
        if self._options.untried:
            return
        while True:
            spec = self._draft.spec(self._id)
            print_listening(self._draft.about)
            try:
                found = discover(spec, self._context, datetime.now(UTC))
            except Exception as error:  # the border to whatever a source may be
                self._mend(ToldError(f"{spec.kind} cannot be reached: {in_words(error)}"))
                continue
            self._found = tuple(_hidden(found))
            if self._asking.is_person:
                print_found(self._found)
            if not self._open_settings():
                break
            self._ask_needed()
        self._choose_rows()

    def _open_settings(self) -> bool:
        """Tell whether something that is needed was left open until the look round."""
        needed = [asked.key for asked in self._draft.about.settings if asked.needed]
        return self._asking.is_person and any(key not in self._draft.settings for key in needed)

    def _choose_rows(self) -> None:
        """Choose between several places of rows, such as the sheets of a workbook, where the kind has such a setting.

        What is read where nobody says more has an empty place.
        """
        places = list(dict.fromkeys(column.rows for column in self._found))
        known = {asked.key for asked in self._draft.about.settings}
        key = next((key for key in (ROWS, SHEET) if key in known), "")
        self._read = self._found
        if not key or key in self._draft.settings or not places:
            return
        place = self._place(key, places) if len(places) > 1 else places[0]
        self._read = tuple(column for column in self._found if column.rows == place)
        if place:
            self._draft.settings[key], self._found = place, self._read
        if self._asking.is_person and len(places) > 1:
            print_found(self._read)

    def _place(self, key: str, places: Sequence[str]) -> str:
        """Return the place of rows that is to be read."""
        named = [place for place in places if place]
        question = f"which {key}: {', '.join(named)}" + (
            " (Enter: the one that is shown first)" if "" in places else ""
        )
        while (answer := self._asking.ask(question, places[0])) not in places:
            print(f"there is no {answer!r} among them")
        return answer

    def _suggest(self) -> None:
        """Fill in what the columns look like; where something was mapped by hand, only what that leaves open."""
        draft = self._draft
        if not self._needs_mapping():
            return
        guess = suggest(self._read, self._context, [line.id for line in self._plant.lines])
        given = set(draft.answers) | ({"time", "start", "day"} & set(draft.settings))
        measures = {target.partition(".")[0] for target in draft.answers}
        for target, answer in guess.answers.items():
            if draft.says(target):
                continue
            is_time = target in {"time", "start", "end", "day"}
            told = given & {"time", "start", "day"} if is_time else measures & set(self._context.measures)
            if target in {"product", "order", "reason", "key"}:
                told = given
            if target not in given and (target == "node" or not told):
                draft.answers[target] = answer
        for target, words in guess.words.items():
            if guess.answers.get(target) == draft.answers.get(target):
                draft.words[target] = {**words, **draft.words.get(target, {})}

    def _needs_mapping(self) -> bool:
        """Tell whether columns are to be mapped: not where what the source says is understood as it stands."""
        if not self._draft.about.maps or self._draft.answers:
            return self._draft.about.maps
        try:
            open_source(self._draft.spec(self._id), self._context)
        except SettingsError:
            return True
        except Exception:  # the border to whatever a source may be
            return True
        return False

    def _ask_mapping(self) -> None:
        """Let somebody nod at what was suggested, or say better."""
        if not self._asking.is_person or not self._read or not self._needs_mapping():
            return
        print('What do the columns mean? Answer with a name or a number, "-" for none, q leaves.')
        draft = self._draft
        if not draft.says("node"):
            self._ask_column("node", ASKED_FOR["node"])
            self._ask_words("node", self._context.nodes)
        if not {"time", "start", "day"} & set(draft.settings):
            self._ask_times()
        for measure in measures_first(self._context):
            if not draft.says(measure) and (measure in draft.answers or self._is_left("number")):
                self._ask_column(measure, f"{measure}: which column counts it")
                self._ask_counter(measure)
        for target in ("product", "order", "reason", "key"):
            if not draft.says(target) and (target in draft.answers or self._is_left("number", "word")):
                self._ask_column(target, ASKED_FOR[target])
        self._ask_words("reason", self._context.reasons)

    def _ask_counter(self, measure: str) -> None:
        """Ask of a number that a machine or a broker tells whether it only rises."""
        answers, target = self._draft.answers, f"{measure}.counter"
        kind = self._context.measures[measure]
        if self._draft.about.kind not in REGISTERS or kind in {"level", "sample"} or target in answers:
            return
        if answers.get(measure, "-") in {"-", ""}:
            return
        if self._asking.agree(f"  does {measure} only rise, so that what it gained counts", default=True):
            answers[target] = "total"

    def _is_left(self, *looks: str) -> bool:
        """Tell whether there is a column of such a look that nothing is mapped to."""
        used = " ".join(self._draft.answers.values())
        return any(column.looks_like in looks and column.name not in used for column in self._read)

    def _ask_column(self, target: str, question: str) -> None:
        default = self._draft.answers.get(target, "-")
        shown = default or "each row is one"
        while True:
            answer = self._asking.ask(question, shown)
            if answer == shown:
                return
            if answer.isdecimal() and 1 <= int(answer) <= len(self._read):
                answer = self._read[int(answer) - 1].name
            before = dict(self._draft.answers)
            self._draft.answers[target] = answer
            try:
                self._draft.mapped(self._id, self._found)
            except ToldError as error:
                print(error)
                self._draft.answers = before
                continue
            if answer == "-":
                self._draft.answers.pop(target)
            return

    def _ask_times(self) -> None:
        answers = self._draft.answers
        usual = "span" if "start" in answers else "day" if "day" in answers else "time"
        how = self._asking.ask("is a row of an instant (time), of a span, or of a production day (day)", usual)
        wanted = {"span": ("start", "end"), "day": ("day",)}.get(how, ("time",))
        columns = [answers[target] for target in ("start", "time", "day") if target in answers]
        end = answers.get("end", "-")
        for target in ("time", "start", "end", "day", "length"):
            answers.pop(target, None)
        if columns:
            answers[wanted[0]] = columns[0]
        if "end" in wanted:
            answers["end"] = end
        for target in wanted:
            self._ask_column(target, f"{target}: which column, or date + time")
        if "end" in wanted and answers.get("end", "-") == "-":
            answers.pop("end", None)
            self._ask_column("length", "length of the span: which column, or a time such as 1 h")

    def _ask_words(self, target: str, known: Mapping[str, str]) -> None:
        """Ask what the words of a column mean that are none of the plant's own."""
        column = next((each for each in self._read if each.name == self._draft.answers.get(target)), None)
        if column is None or not known:
            return
        words = self._draft.words.setdefault(target, {})
        for sample in column.samples:
            if sample in words or sample in known:
                continue
            question = f'  "{sample}" is which of {", ".join(known)}'
            while (answer := self._asking.ask(question, "-")) not in {*known, "-"}:
                print(f"there is no {answer!r} among them; - for none")
            if answer != "-":
                words[sample] = answer
        if not words:
            del self._draft.words[target]

    def _mend(self, error: ToldError) -> None:
        """Say what is wrong, and take what shall be different; nobody to ask: it is the end."""
        if not self._asking.is_person:
            raise error
        print(error)
        self._change(MEND)

    def _wants_change(self) -> bool:
        return self._change("is that right? Enter goes on, name=value changes something, q leaves")

    def _change(self, question: str) -> bool:
        """Take changes until there are none; tell whether there was one."""
        changed = False
        while answer := self._asking.ask(question):
            try:
                self._draft.amend(answer)
                changed = True
            except ToldError as error:
                print(error)
        return changed

    def _refuse_unusable(self, spec: SourceSpec) -> None:
        """Refuse settings that could never be used, of a source that is not tried."""
        try:
            open_source(spec, self._context)
        except SettingsError as error:
            raise ToldError("\n".join(error.problems)) from error

    def _paced(self, spec: SourceSpec) -> SourceSpec:
        """Return the source under the name it is to bear."""
        if self._asking.is_person and self._options.id is None:
            self._id = self._asking.ask("its name in the plant (letters, digits, dash)", self._id)
        return SourceSpec(id=self._id, kind=spec.kind, settings=spec.settings)


def _free_id(kind: str, plant: Plant) -> str:
    """Return a name for the source that no other bears."""
    taken = {source.id for source in plant.sources}
    names = [kind, *(f"{kind}-{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)


def _hidden(found: Sequence[Found]) -> list[Found]:
    """Return what was found without any secret that a source gave back."""
    return [
        Found(name=each.name, samples=tuple(hidden(sample) for sample in each.samples), rows=each.rows)
        for each in found
    ]
