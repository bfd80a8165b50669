"""What a source remembers from row to row: its counters and states, and what a row of them comes to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from hashlib import blake2b
from typing import Final

from board.kpi.reading import Reading
from board.sources.contract import SourceContext
from board.sources.counter import Counters
from board.sources.hide import hidden_data
from board.sources.mapping import Entry
from board.sources.mark import mark_of, text_of
from board.sources.state import About, Meant, States, Stretch
from board.sources.unknown import Unknown

LONGEST_KEY: Final = 200
OF_MEMORY: Final = "memory"  # the settings of a watermark that holds nothing else


@dataclass(slots=True)
class Memory:
    """The counters and the states of one source; its `body` belongs into the watermark, beside the rows."""

    counters: Counters = field(default_factory=Counters)
    states: States = field(default_factory=States)
    unknown: Unknown = field(default_factory=Unknown)

    @classmethod
    def parse(cls, body: object, context: SourceContext) -> "Memory":
        """Return the memory of a body as a watermark has it; an empty one for anything else."""
        found = body if isinstance(body, Mapping) else {}
        return cls(
            counters=Counters.parse(found.get("counters")),
            states=States.parse(found.get("states"), context.worked),
            unknown=Unknown.parse(found.get("unknown")),
        )

    def body(self) -> dict[str, object]:
        """Return all that has to be remembered, as JSON takes it: some 440,000 characters at most."""
        body: dict[str, object] = {"counters": self.counters.body(), "states": self.states.body()}
        return {**body, "unknown": self.unknown.body()} if self.unknown.nodes else body

    def breaks(self) -> None:
        """Note that changes may have been missed: what a counter adds next lies over the time since its last value."""
        self.counters.breaks()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One row of a source: where, when, and whether any change since the row before it would have been told.

    `unbroken` None: nobody knows. The texts hold no secret, since they are remembered.
    """

    source: str
    node: str
    at: datetime
    now: datetime
    about: About  # product and order
    unbroken: bool | None


@dataclass(frozen=True, slots=True)
class Register:
    """One counter of a node: the measure it counts, the reason it counts for, and who hears what is wrong with it."""

    entry: Entry
    reason: str | None
    complain: Callable[[str], object]


def counted(memory: Memory, seen: Seen, register: Register, value: Fraction) -> list[Reading]:
    """Return the readings that a counter's value gives; what it changes of those before it is told again."""
    entry, reason = register.entry, register.reason
    if entry.counter is None:
        return []
    name = hidden_data(f"{seen.node}{entry.suffix}" + ("" if reason is None else f" {reason}"))
    steps = memory.counters.take(
        name, entry.counter, seen.at, value, register.complain, unbroken=bool(seen.unbroken), about=seen.about
    )
    readings = []
    for step in steps:
        product, order = (*step.about, None, None)[:2]
        readings.append(
            Reading(
                node=seen.node,
                measure=entry.measure,
                start=step.start,
                end=step.end,
                value=step.added if entry.factor is None else step.added * entry.factor,
                source=seen.source,
                key=_key(name, step.end, entry.suffix),
                unit=entry.unit,
                reason=reason,
                product=product,
                order=order,
                final=step.end <= seen.now,
            )
        )
    return readings


def stopped(memory: Memory, seen: Seen, meant: Meant | None, complain: Callable[[str], object] = str) -> list[Reading]:
    """Return the readings that change because a node is in a state since a moment; None: in an unknown one."""
    is_unbroken = seen.unbroken is not False
    changed = memory.states.take(seen.node, seen.at, meant, complain, unbroken=is_unbroken, about=seen.about)
    return as_readings(changed, seen.source)


def memory_mark(memory: Memory) -> str:
    """Return a memory as the watermark of a source that has to know nothing else."""
    return text_of({"settings": OF_MEMORY, "memory": memory.body()})


def memory_of(watermark: str | None, context: SourceContext) -> Memory:
    """Return the memory of such a watermark; an empty one where it is none."""
    body = mark_of(watermark, OF_MEMORY, None, lambda found: found.get("memory"))
    return Memory.parse(body, context)


def as_readings(stretches: list[Stretch], source: str) -> list[Reading]:
    """Return stretches as readings."""
    return [each.reading(source) for each in stretches]


def _key(name: str, at: datetime, suffix: str) -> str:
    """Return a key that is the same whenever the step with this end is told."""
    stamp = at.isoformat()
    if len(name) + len(stamp) >= LONGEST_KEY:
        name = blake2b(name.encode("utf-8", "replace"), digest_size=12).hexdigest() + suffix
    return f"{name} {stamp}"
