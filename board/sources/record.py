"""Turns one record of a source into readings, and says of every cell it could not use why."""

from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from hashlib import blake2b

from board.kpi.formula import Formula
from board.kpi.reading import Quality, Reading
from board.plant.plant import PlannedRun
from board.sources.cell_value import clock_minutes, number, possible, quoted
from board.sources.contract import SourceContext
from board.sources.hide import hidden_data
from board.sources.json_record import UNTOLD
from board.sources.mapping import FILE_COLUMN, Cell, Entry, RecordMapping, StateMap, fold
from board.sources.memory import Memory, Register, Seen, as_readings, counted, stopped
from board.sources.number import NumberError
from board.sources.passage import Passage as Passage  # noqa: PLC0414  # what it is read with
from board.sources.planned_row import planned_row
from board.sources.row_time import Ahead, Complain, RowTime, Unusable
from board.sources.row_time import Record as Record  # noqa: PLC0414  # what it reads
from board.sources.state import MOST_NODES, STOPPED

LONGEST_WORD = 200  # characters of a node, reason, product or order


class RecordReader:
    """Applies a mapping to the records of one source.

    Where the mapping `remembers`, `memory` is what the rows before have left; it belongs into the watermark.
    """

    def __init__(
        self, mapping: RecordMapping, context: SourceContext, source: str, memory: Memory | None = None
    ) -> None:
        """Prepare the tables in which nodes and reasons are looked up."""
        self.mapping = mapping
        self.memory = Memory.parse(None, context) if memory is None else memory
        self._source = source
        self._context = context
        self._nodes = {fold(name): node for node, name in context.nodes.items()}
        self._nodes |= {fold(node): node for node in context.nodes}
        self._reasons = {fold(name): code for code, name in context.reasons.items()}
        self._reasons |= {fold(code): code for code in context.reasons}
        self.told: dict[str, datetime] = {}  # the newest time told of each node, since it was taken last
        self.node = ""  # of the last one
        self.ahead: datetime | None = None  # when the time of the last record comes, where it lies in the future
        self.own: list[Reading] = []  # what the last record says by itself, without those before it
        self.stated: tuple[str, datetime] | None = None  # the node of whose state the last record spoke, and since when
        self._time = RowTime(mapping, context)
        self._is_of_use = False  # whether the last record gave a value or a state
        self._heard: dict[str, datetime] = {}  # when each node was heard of last
        self._back: set[str] | None = None  # the nodes heard of again since a break; None: there was none
        self._strange: set[str] = set()  # reasons and states complained of already
        self._parts = tuple(entry for entry in mapping.entries if entry.column is None)
        self._totals = tuple(entry for entry in mapping.entries if entry.column is not None)

    def read(
        self, record: Record, *, passage: Passage, now: datetime, complain: Complain, unbroken: bool | None = None
    ) -> list[Reading]:
        """Return the readings of one record, oldest rows first; what cannot be used goes to `complain`.

        `unbroken`, for counters and states: whether the source tells of each change as it comes and has missed none
        since the record before. None: it cannot say; then what a counter adds lies over the time between, and a state
        has lasted until the next.
        """
        self.ahead, self._is_of_use, self.own, self.stated = None, False, [], None
        if self.mapping.ignore and _holds(record, self.mapping.ignore):
            return []
        try:
            return self._read(record, passage, now, complain, unbroken)
        except Unusable as fault:
            self.ahead = fault.start if isinstance(fault, Ahead) else None
            complain(fault.column, fault.said)
            return []

    def lasts(
        self, until: datetime, node: str | None = None, *, heard_within: timedelta | None = None
    ) -> list[Reading]:
        """Return what grows of the stops that still last: the states of these nodes are known until then.

        They are those of one node, of all, or of all that were heard of lately: one that says nothing may be unplugged.
        One that has said nothing since a break is none of them.
        """
        nodes = None if node is None else [node]
        if heard_within is not None:
            nodes = [name for name, at in self._heard.items() if until - at <= heard_within]
        if self._back is not None:
            nodes = [name for name in sorted(self._back) if nodes is None or name in nodes]
        return as_readings(self.memory.states.lasts(until, nodes), self._source)

    def take_told(self) -> tuple[tuple[str, datetime], ...]:
        """Return the newest time told of each node since this was asked last."""
        return tuple(self.told.popitem() for _ in range(len(self.told)))

    def breaks(self) -> None:
        """Note that changes may have been missed: what was in force before is not known to have lasted until now."""
        self._back = set()
        self.memory.breaks()

    def _read(
        self, record: Record, passage: Passage, now: datetime, complain: Complain, unbroken: bool | None
    ) -> list[Reading]:
        node, key = self._node(record), self._named_key(record)
        start, end = self._time.span(record, passage, now, complain, node=node, key=key)
        over = now + (self.mapping.ahead if start == end else timedelta(0))  # nothing more comes of an instant
        unbroken = unbroken if self._is_told_on(node, now) else False
        product, order = self._word(record, self.mapping.product), self._word(record, self.mapping.order)
        if self.mapping.run is not None:
            run = PlannedRun(node=node, start=start, end=end, product=product, order=order, key=key)
            return planned_row(record, run, self.mapping, self._source, complain)
        place = "" if key else f"{node}\x1f{start.isoformat()}\x1f{end.isoformat()}\x1f{product}\x1f{order}"
        about = (_kept(product), _kept(order))
        seen = Seen(source=self._source, node=node, at=start, now=over, about=about, unbroken=unbroken)
        readings = [] if self.mapping.state is None else self._stops(record, self.mapping.state, seen, complain)
        for entry in self._matching(record):
            if entry.counter is not None:
                readings += self._counted(record, entry, seen, complain)
                continue
            value, quality = self._value(record, entry, complain)
            self._is_of_use = self._is_of_use or value is not None
            self.own.append(
                Reading(
                    node=node,
                    measure=entry.measure,
                    start=start,
                    end=end,
                    value=value,
                    source=self._source,
                    key=key + entry.suffix if key else self._content_key(record, entry, place, passage),
                    unit=entry.unit,
                    reason=None if entry.reason is None else self._reason(record, entry.reason, complain),
                    product=product,
                    order=order,
                    quality=quality,
                    final=end <= over,
                )
            )
        self._note_told(node, start)
        return [*readings, *self.own]

    def _note_told(self, node: str, start: datetime) -> None:
        """Note how far a node has told of itself: only values and states say that, of all its counters together."""
        if self._is_of_use and node in self._heard and not self.memory.unknown.has(node):
            self.told[node] = max(start, self.told.get(node, start))

    def _is_told_on(self, node: str, now: datetime) -> bool:
        """Note that a node tells something; tell whether it has since the last break."""
        self.node = node
        if node in self._heard or len(self._heard) < MOST_NODES:
            self._heard[node] = now
        if self._back is None or node in self._back:
            return True
        if len(self._back) < MOST_NODES:
            self._back.add(node)
        return False

    def _counted(self, record: Record, entry: Entry, seen: Seen, complain: Complain) -> list[Reading]:
        """Return what the total of a counter adds; a total that is missing or unusable adds nothing, and no zero."""
        column = entry.column or ""
        text = record[column]
        if text is UNTOLD:
            return []
        try:
            value = (
                None if fold(text) in self.mapping.missing else number(text, self.mapping, entry.unit, kind=entry.kind)
            )
        except NumberError as error:
            value = None
            complain(column, f"{quoted(text)} {error}")
        if value is None:
            self.memory.unknown.loses(seen.node, entry.suffix, seen.at)
            return []
        self.memory.unknown.finds(seen.node, entry.suffix, seen.at)
        self._is_of_use = True
        reason = None if entry.reason is None else self._reason(record, entry.reason, complain)
        register = Register(entry, reason, lambda said: complain(column, f"{quoted(text)} {said}"))
        return counted(self.memory, seen, register, value)

    def _stops(self, record: Record, states: StateMap, seen: Seen, complain: Complain) -> list[Reading]:
        """Return what a state changes of the stops of its node; one that nobody has mapped is said once.

        An empty cell says nothing of the state; one with a word for a missing value says that it is unknown.
        """
        if not states.speaks(record):
            return []
        given = states.cell.text(record)
        meant = states.meanings.get(fold(given))
        if meant is None and fold(given) not in self.mapping.missing:
            said = "is a state that map does not have, so nobody knows what it means"
            self._complain_once(given, states.cell.column or "", said, complain)
        elif meant is not None and meant.measure and meant.reason is None and states.reason is not None:
            is_open = self._word(record, states.reason) == STOPPED  # nobody has said why yet
            meant = meant if is_open else replace(meant, reason=_kept(self._reason(record, states.reason, complain)))
        self._is_of_use = self._is_of_use or meant is not None
        self.stated = (seen.node, seen.at)
        return stopped(
            self.memory, seen, meant, lambda said: complain(states.cell.column or "", f"{quoted(given)} {said}")
        )

    def _complain_once(self, given: str, column: str, said: str, complain: Complain) -> None:
        if given not in self._strange and len(self._strange) < 1000:
            self._strange.add(given)
            complain(column, f"{quoted(given)} {said}")

    def _matching(self, record: Record) -> list[Entry]:
        """Return the measures a record speaks of: the first part that fits, and every total that does."""
        found = [entry for entry in self._totals if not entry.when or _holds(record, entry.when)]
        for entry in self._parts:
            if not entry.when or _holds(record, entry.when):
                return [entry, *found]
        if self._parts and not found:
            column = self._parts[0].when[0][0]
            raise Unusable(column, f"{quoted(record[column])} is none of the words a measure is set for")
        return found

    def _node(self, record: Record) -> str:
        cell = self.mapping.node
        if cell.fixed is not None:
            return cell.fixed
        column = cell.column or ""
        given = cell.text(record)
        found = fold(given)
        if found in self.mapping.missing:
            raise Unusable(column, "is empty, so nobody knows which line this row belongs to")
        node = cell.words.get(found) or self._nodes.get(found)
        if node is not None:
            return node
        if self._context.nodes or cell.words:
            known = ", ".join(cell.words or self._context.nodes)
            raise Unusable(column, f"{quoted(given)} is no line of this plant; expected one of {known[:300]}")
        return " ".join(given.split())[:LONGEST_WORD]

    def _value(self, record: Record, entry: Entry, complain: Complain) -> tuple[Fraction | None, Quality]:
        """Return the value of an entry; an empty cell is missing, an unusable one is bad, and neither is zero.

        A row that does not have the column at all is none that owes a value.
        """
        if entry.column is None:
            return entry.fixed if entry.factor is None else entry.fixed * entry.factor, Quality.GOOD
        if entry.formula is not None:
            return self._computed(record, entry, entry.formula, complain)
        text = record[entry.column]
        if fold(text) in self.mapping.missing:
            is_none = entry.empty_is_zero and text is not UNTOLD
            return (Fraction(0), Quality.GOOD) if is_none else (None, _lacking(text))
        try:
            value = clock_minutes(text) if entry.kind == "duration" and ":" in text else None
            if value is None:
                value = number(text, self.mapping, entry.unit, kind=entry.kind)
                value = value if entry.factor is None else value * entry.factor
        except NumberError as error:
            complain(entry.column, f"{quoted(text)} {error}")
            return None, Quality.BAD
        return possible(value, text, entry, complain)

    def _computed(
        self, record: Record, entry: Entry, formula: Formula, complain: Complain
    ) -> tuple[Fraction | None, Quality]:
        """Return what a formula over columns comes to, exactly; missing where a cell is empty or on division by 0."""
        cells: dict[str, Fraction | None] = {}
        for column in entry.columns:
            text = record[column]
            if fold(text) in self.mapping.missing:
                return None, _lacking(text)
            try:
                cells[column] = number(text, self.mapping)
            except NumberError as error:
                complain(column, f"{quoted(text)} {error}")
                return None, Quality.BAD
        value = formula.value(cells)
        if value is None:
            return None, Quality.MISSING
        return possible(value if entry.factor is None else value * entry.factor, formula.text, entry, complain)

    def _reason(self, record: Record, cell: Cell, complain: Complain) -> str | None:
        """Return the plant's code for a reason; an unknown one is kept as given and complained of once."""
        given = self._word(record, cell)
        if given is None or cell.fixed is not None:
            return given
        code = self._reasons.get(fold(given))
        if code is None and self._reasons:
            self._complain_once(given, cell.column or "", "is no reason of this plant; it is kept as it is", complain)
        return code or given

    def _word(self, record: Record, cell: Cell | None) -> str | None:
        if cell is None:
            return None
        if cell.fixed is not None:
            return cell.fixed
        given = cell.text(record)
        found = fold(given)
        if found in self.mapping.missing:
            return None
        return cell.words.get(found) or " ".join(given.split())[:LONGEST_WORD]

    def _named_key(self, record: Record) -> str:
        """Return what the named columns hold, as the key of the row; empty where no column is named."""
        if not self.mapping.key:
            return ""
        cells = [record[column].strip() for column in self.mapping.key]
        if not any(cells):
            raise Unusable(self.mapping.key[0], "is empty, so the row cannot be told from others")
        key = "|".join(cells)
        return key if len(key) <= LONGEST_WORD else blake2b(key.encode("utf-8", "replace"), digest_size=12).hexdigest()

    def _content_key(self, record: Record, entry: Entry, place: str, passage: Passage) -> str:
        """Return a key from what the row says and how often its file has said so before.

        A part is its whole row. A total is its place without value and reason, so that it keeps its key when either is
        corrected in the file later.
        """
        if entry.column is None:
            node = place.partition("\x1f")[0]
            text = "\x1f".join([node, *(cell for name, cell in record.items() if name != FILE_COLUMN)])
        else:
            text = place + entry.suffix
        digest = blake2b(text.encode("utf-8", "replace"), digest_size=12).digest()
        before = passage.occurrence(digest)
        return digest.hex() + (f"#{before}" if before else "") + entry.suffix


def _kept(text: str | None) -> str | None:
    """Return a text as it may be remembered: without any secret."""
    return None if text is None else hidden_data(text)


def _holds(record: Record, conditions: tuple[tuple[str, frozenset[str]], ...]) -> bool:
    return all(fold(record[column]) in words for column, words in conditions)


def _lacking(text: str) -> Quality:
    """Return the quality of an empty cell: somebody should have told it, unless its row has no such column."""
    return Quality.WITHDRAWN if text is UNTOLD else Quality.MISSING
