"""States of machines turned into stops: what each state means, when it began, how long it lasted or lasts so far.

A source tells that a node is in a state since a moment; the state map says what that means: the line runs, it stands
for a reason, it is set up, or nothing is planned. From the changes come stretches of downtime and setup by these rules:

- A state lasts until the next one. One that still lasts is told so far, in whole minutes, and told again as it grows.
- Only time that the calendar has as worked is told: a line that stands through a break or the night loses nothing. So
  a stop over the border of a shift counts in each, and within a shift it is shared out over its intervals.
- A state that nobody has mapped is unknown: it ends the one before it, and its own time is not told at all.
- Where changes may have been missed, a state is told for as long as it is known to have lasted.
- A stop without a reason takes the one that comes while it lasts.
- A message that comes late is put in its place in time, as long as it is among the last KEPT of its node. An older one
  is left out; of one from before the first that is said. The same message again changes nothing.

Stretches are told apart by node and start, so one that is told again is a correction of the same reading; one that was
none after all is told again without length. All that has to be remembered is in `States.body`, for the watermark.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Final, cast

from board.kpi.exact import minutes
from board.kpi.reading import Reading
from board.plant.span import Span

KEPT: Final = 8  # changes of a node: so late may one come
MOST_NODES: Final = 500  # of one source; the one unheard of for longest is forgotten
LONGEST_BODY: Final = 200_000  # characters of all nodes; a watermark takes 512 KiB
LONGEST_STOP: Final = timedelta(days=62)  # what stands for longer is no stop that a shift could do anything about
GROWS_BY: Final = timedelta(minutes=1)
RUNNING, STOPPED, SETUP, PLANNED = "running", "stopped", "setup", "planned"
MEANINGS: Final = (RUNNING, STOPPED, SETUP, PLANNED)
PACKML: Final[Mapping[str, str]] = {
    "1": "Clearing", "2": "Stopped", "3": "Starting", "4": "Idle", "5": "Suspended", "6": "Execute", "7": "Stopping",
    "8": "Aborting", "9": "Aborted", "10": "Holding", "11": "Held", "12": "Unholding", "13": "Suspending",
    "14": "Unsuspending", "15": "Resetting", "16": "Completing", "17": "Complete",
}  # fmt: skip
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)

About = tuple[str | None, ...]  # what else a state says that its stop says too: product and order
Worked = Callable[[str, Span], Sequence[Span]]  # of a node and a time: the parts of it that are worked


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What a state means: the measure its time counts for ("": none, as nothing is lost) and why."""

    measure: str = ""
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Time in which a node stood; `lasts`: it still does. One without length takes back what was told of its start."""

    node: str
    start: datetime
    end: datetime
    measure: str
    reason: str | None
    lasts: bool = False
    about: About = ()

    def reading(self, source: str) -> Reading:
        """Return the stretch as a reading of a source."""
        product, order = (*self.about, None, None)[:2]
        return Reading(
            node=self.node,
            measure=self.measure,
            start=self.start,
            end=self.end,
            value=minutes(self.end - self.start),
            source=source,
            key=f"stop {self.node[:100]} {self.start.astimezone(UTC).isoformat()}",
            unit="min",
            reason=self.reason,
            product=product,
            order=order,
            final=not self.lasts,
        )


@dataclass(frozen=True, slots=True)
class _Change:
    """A state that began; `meant` None: unknown. `known_to`: how long the one before is known to have lasted.

    Of the one in force when those that are kept begin, `known_to` is when it was said last.
    """

    at: datetime
    meant: Meant | None
    known_to: datetime | None  # None: until this one began
    about: About


@dataclass(frozen=True, slots=True)
class _Stop:
    """A state with its end, as the changes after it tell; those of the same meaning are one."""

    start: datetime
    end: datetime
    meant: Meant | None
    about: About
    is_last: bool


@dataclass(slots=True)
class _Node:
    """The last changes of one node."""

    before: _Change | None = None  # the one in force when those that are kept begin
    changes: list[_Change] = field(default_factory=list)
    held: datetime = _EPOCH  # until then the last state is known to last
    first: datetime | None = None  # the oldest change ever, once it is not kept any more

    def is_too_late(self, at: datetime) -> bool:
        """Tell whether a change at a moment has no place among those that are kept."""
        return self.before is not None and at <= (self.before.known_to or self.before.at)

    def add(self, change: _Change) -> None:
        """Put a change in its place; another state at the same instant replaces what was said of it."""
        if self.is_too_late(change.at):
            return
        if not self.changes or change.at > self.changes[-1].at:
            self.changes.append(change)
        else:
            place = next(number for number, each in enumerate(self.changes) if each.at >= change.at)
            found = self.changes[place]
            if found.at == change.at:
                self.changes[place] = replace(change, known_to=found.known_to)
            else:
                self.changes.insert(place, replace(change, known_to=None))
        self.held = max(self.held, self.changes[-1].at)

    def trim(self) -> None:
        """Forget the oldest changes, but for the one in force when the others begin."""
        while len(self.changes) > KEPT:
            self.first = self.changes[0].at if self.before is None else self.first
            stops = self.stops()
            last = self.changes.pop(0)
            began = max(stop.start for stop in stops if stop.start <= last.at)  # earlier where the meaning stayed so
            self.before = replace(last, at=began, known_to=last.at)

    def times(self) -> object:
        """Return until when the last state is held, and when the first was, as JSON takes them."""
        return _stamp(self.held) if self.first is None else [_stamp(self.held), _stamp(self.first)]

    def stops(self) -> list[_Stop]:
        """Return the states in order of time, each with its end."""
        every = [self.before, *self.changes] if self.before is not None else self.changes
        found: list[_Stop] = []
        for number, change in enumerate(every):
            then = every[number + 1] if number + 1 < len(every) else None
            end = self.held if then is None else then.at if then.known_to is None else min(then.at, then.known_to)
            stop = _Stop(change.at, max(change.at, end), change.meant, change.about, then is None)
            found.append(stop)
        return _joined(_with_reasons(_joined(found)))


@dataclass(slots=True)
class States:
    """The states of the nodes of one source."""

    worked: Worked = lambda _node, span: (span,)
    _nodes: dict[str, _Node] = field(default_factory=dict)
    _left_out: dict[str, int] = field(default_factory=dict)  # changes of each node that came too late
    _told_on: set[str] = field(default_factory=set)  # nodes of which a change was the newest, or is so

    def late(self) -> int:
        """Return how many changes were left out since this was asked last, of nodes that told nothing new meanwhile."""
        found = sum(count for node, count in self._left_out.items() if node not in self._told_on)
        self._left_out, self._told_on = {}, set()
        return found

    def take(
        self,
        node: str,
        at: datetime,
        meant: Meant | None,
        complain: Callable[[str], object] = str,
        *,
        unbroken: bool = True,
        about: About = (),
    ) -> list[Stretch]:
        """Return what changes of the stretches of a node that is in a state since `at`; None: nobody knows in which.

        `unbroken`: the source would have told of any change since the one before.
        """
        found = self._node(node)
        if not found.changes or at >= found.changes[-1].at:
            self._told_on.add(node)
        elif found.is_too_late(at) and (found.first is None or at >= found.first):
            self._left_out[node] = self._left_out.get(node, 0) + 1
        if found.first is not None and at < found.first:
            complain("is older than the first state of its line, so it is left out; oldest states have to come first")
        before = self._stretches(node, found)
        known_to = None if unbroken or not found.changes else found.held
        found.add(_Change(at, meant, known_to, about if any(about) else ()))  # as `body` remembers it
        changed = _changed(before, self._stretches(node, found))
        found.trim()
        return changed

    def take_back(self, node: str, at: datetime) -> list[Stretch]:
        """Return what changes of the stretches of a node that has said nothing at an instant after all."""
        found = self._nodes.get(node)
        if found is None:
            return []
        before = self._stretches(node, found)
        found.changes = [change for change in found.changes if change.at != at]
        return _changed(before, self._stretches(node, found))

    def lasts(self, until: datetime, nodes: Iterable[str] | None = None) -> list[Stretch]:
        """Return what grows of the stretches of some nodes, or of all, whose last state is known to last until then."""
        changed: list[Stretch] = []
        for name in list(self._nodes) if nodes is None else nodes:
            found = self._nodes.get(name)
            if found is not None and found.changes and until > found.held:
                before = self._stretches(name, found)
                found.held = until
                changed += _changed(before, self._stretches(name, found))
        return changed

    def body(self) -> dict[str, object]:
        """Return all that has to be remembered, as JSON takes it; the oldest are left out where it is too much."""
        bodies: dict[str, object] = {
            name: [None if node.before is None else _write(node.before), node.times(), *map(_write, node.changes)]
            for name, node in self._nodes.items()
        }
        sizes = {name: len(json.dumps({name: body})) for name, body in bodies.items()}
        total = sum(sizes.values())
        for name in list(bodies):
            if total <= LONGEST_BODY:
                break
            total -= sizes[name]
            del bodies[name]
        return bodies

    @classmethod
    def parse(cls, body: object, worked: Worked) -> "States":
        """Return the states of a body; what of it is none is left out."""
        found = cls(worked)
        for name, each in list(body.items())[:MOST_NODES] if isinstance(body, Mapping) else ():
            try:
                before, times, *changes = cast("list[object]", each)
                held, *first = cast("list[object]", times) if isinstance(times, list) else [times]
                node = _Node(None if before is None else _read(before), [_read(one) for one in changes], _moment(held))
                node.first = _moment(first[0]) if first else None
            except (ValueError, TypeError, KeyError, IndexError, ArithmeticError, AttributeError):
                continue
            found._nodes[str(name)] = node
        return found

    def _node(self, name: str) -> _Node:
        """Return a node, as the one heard of last."""
        found = self._nodes.pop(name, None) or _Node()
        self._nodes[name] = found
        if len(self._nodes) > MOST_NODES:
            gone = next(iter(self._nodes))
            del self._nodes[gone]
            self._left_out.pop(gone, None)
            self._told_on.discard(gone)
        return found

    def _stretches(self, name: str, node: _Node) -> dict[datetime, Stretch]:
        """Return the stretches of a node by their start."""
        return {each.start: each for stop in node.stops() for each in self._of_stop(name, stop)}

    def _of_stop(self, name: str, stop: _Stop) -> Iterator[Stretch]:
        if stop.meant is None or not stop.meant.measure:
            return
        end = min(stop.end, stop.start + LONGEST_STOP)
        if stop.is_last:
            end = stop.start + (end - stop.start) // GROWS_BY * GROWS_BY
        for part in self.worked(name, Span(stop.start, end)) if end > stop.start else ():
            yield Stretch(
                node=name,
                start=part.start,
                end=part.end,
                measure=stop.meant.measure,
                reason=stop.meant.reason,
                lasts=stop.is_last and part.end == end,
                about=stop.about,
            )


def meanings(words: Mapping[str, str], *, packml: bool = False) -> dict[str, Meant]:
    """Return what states mean, by the folded word of the source, from a meaning or a reason for each.

    With `packml` Execute runs and every other state of PackML stands unless `words` say more; a state may be written by
    its number or its name.
    """
    found: dict[str, Meant] = {}
    if packml:
        for number, name in PACKML.items():
            found[number] = found[fold(name)] = _meant(RUNNING if name == "Execute" else STOPPED)
    numbers = {fold(name): number for number, name in PACKML.items()} if packml else {}
    for word, meaning in words.items():
        state = fold(word)
        found[state] = _meant(meaning)
        for other in (numbers.get(state), fold(PACKML.get(state, "")) if packml else None):
            if other:
                found[other] = found[state]
    return found


def fold(text: str) -> str:
    """Return a state without what people vary when they write the same word."""
    return " ".join(text.split()).casefold()


def _meant(meaning: str) -> Meant:
    """Return what a word of the state map means: one of MEANINGS, or the code of a reason."""
    if meaning in {RUNNING, PLANNED}:
        return Meant()
    if meaning == SETUP:
        return Meant(measure="setup")
    return Meant(measure="downtime", reason=None if meaning == STOPPED else meaning)


def _joined(stops: list[_Stop]) -> list[_Stop]:
    """Return stops of which those that pass into one of the same meaning are one."""
    found: list[_Stop] = []
    for stop in stops:
        last = found[-1] if found else None
        if last is not None and last.end == stop.start and (last.meant, last.about) == (stop.meant, stop.about):
            found[-1] = replace(last, end=stop.end, is_last=stop.is_last)
        else:
            found.append(stop)
    return found


def _with_reasons(stops: list[_Stop]) -> list[_Stop]:
    """Give stops without a reason that of the stop they pass into."""
    for number in range(len(stops) - 2, -1, -1):
        stop, then = stops[number], stops[number + 1]
        if stop.meant is None or then.meant is None or stop.end < then.start:
            continue
        if stop.meant.measure == then.meant.measure and stop.meant.reason is None:
            stops[number] = replace(stop, meant=then.meant)
    return stops


def _changed(before: Mapping[datetime, Stretch], after: Mapping[datetime, Stretch]) -> list[Stretch]:
    """Return what is to be told, in order of time."""
    gone = [replace(each, end=start, lasts=False) for start, each in before.items() if start not in after]
    return sorted([*gone, *(each for start, each in after.items() if before.get(start) != each)], key=_start)


def _start(stretch: Stretch) -> datetime:
    return stretch.start


def _stamp(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def _moment(stamp: object) -> datetime:
    return _EPOCH + int(str(stamp)) * _MICROSECOND


def _write(change: _Change) -> list[object]:
    meant = None if change.meant is None else [change.meant.measure, change.meant.reason]
    known_to = None if change.known_to is None else _stamp(change.known_to)
    return [_stamp(change.at), meant, known_to, *([list(change.about)] if any(change.about) else [])]


def _read(body: object) -> _Change:
    at, meant, known_to, *about = cast("list[object]", body)
    found = None
    if meant is not None:
        measure, reason = cast("list[object]", meant)
        found = Meant(measure=str(measure), reason=_word(reason))
    told = tuple(_word(one) for one in cast("list[object]", about[0])) if about else ()
    return _Change(_moment(at), found, None if known_to is None else _moment(known_to), told)


def _word(found: object) -> str | None:
    return None if found is None else str(found)
