"""Counters that show a total, turned into what was added: through resets, roll-overs, corrections and late messages.

A measure whose `counter` is "total" is read from a register that only rises. What each value adds is found by these
rules, always against the value before it in time:

- The first value ever seen adds nothing: what was counted before it is not known.
- A rise adds the rise. The same value again adds 0, the same message again changes nothing.
- A fall from the last quarter of the range below `maximum` to the beginning of the range is a roll-over.
- A fall of no more than `correction`, to half or more of what it showed, is a correction: it adds nothing, and nothing
  more is added until the counter has passed the highest value it had shown.
- Any other fall is a reset: it adds what the counter has shown since, which is its value less `begins_at`.
- A step of more than `most` is not believed until the next value goes on from there; then counting goes on from it.
- What is no value, or none that the counter can show, is left out: its neighbours bridge it, and it is never a zero.
- A message that comes late is put in its place in time, as long as it is among the last KEPT of its counter; what it
  splits is told again. An older one is left out, which changes no sum; of one from before the first that is said.

Steps are told apart by their end alone, so a step that is told again is a correction of the same reading. All that has
to be remembered is in `Counters.body`, which a source stores in its watermark: so counting goes on behind a restart.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Final, cast

from board.sources.number import read_number
from board.sources.setting import Settings

KEPT: Final = 8  # values of a counter: so late may one come
MOST_COUNTERS: Final = 500  # of one source; the one unheard of for longest is forgotten
LONGEST_BODY: Final = 200_000  # characters of all counters; a watermark takes 512 KiB
LONGEST_GAP: Final = timedelta(days=31)  # over a longer one nobody can say when it was made
LARGEST: Final = 10**18
FINEST: Final = 10**9  # the largest denominator
ROLES: Final = ("difference", "total")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)

Complain = Callable[[str], object]
About = tuple[str | None, ...]  # what else a value says that its step says too, such as product and order


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterRule:
    """How one counter counts."""

    maximum: Fraction | None = None  # the last value before it begins anew; None: it does not roll over
    begins_at: Fraction = Fraction(0)  # what it shows after a reset or a roll-over
    correction: Fraction = Fraction(10)  # the largest fall that is a correction, and no reset
    most: Fraction | None = None  # the largest step that is believed at once; None: any

    @property
    def range(self) -> Fraction | None:
        """Return how much it counts from one roll-over to the next; None where it has no maximum."""
        if self.maximum is None:
            return None
        is_whole = self.maximum.denominator == self.begins_at.denominator == 1
        return self.maximum - self.begins_at + int(is_whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What was added over [start, end]; where start is end, at that instant."""

    start: datetime
    end: datetime
    added: Fraction
    about: About = ()


@dataclass(frozen=True, slots=True)
class _Sample:
    """What a counter showed; `unbroken`: any change since the sample before it would have been told."""

    at: datetime
    value: Fraction
    unbroken: bool
    about: About


@dataclass(frozen=True, slots=True)
class _Level:
    """What is believed after a sample: when and what the counter showed, the most it had shown, and what is doubted."""

    at: datetime
    value: Fraction
    peak: Fraction
    doubt: tuple[datetime, Fraction] | None = None

    @property
    def seen(self) -> datetime:
        """Return until when anything is taken into account, be it doubted."""
        return self.at if self.doubt is None else max(self.at, self.doubt[0])


class Counter:
    """One register and its last values."""

    def __init__(self, rule: CounterRule) -> None:
        """Begin with nothing seen."""
        self._rule = rule
        self._before: _Level | None = None  # after the samples that are not kept any more
        self._samples: list[_Sample] = []
        self._levels: list[_Level] = []  # after each sample
        self._broken = True
        self._first: datetime | None = None  # the oldest sample ever, once it is not kept any more

    def breaks(self) -> None:
        """Note that changes may be missed between the value before and the next one."""
        self._broken = True

    def take(
        self, at: datetime, value: Fraction, complain: Complain, *, unbroken: bool = False, about: About = ()
    ) -> list[Step]:
        """Return what a value adds, and what it changes of the steps after it where it comes late.

        `unbroken`: the source would have told of any change since the value before, so this one was made just now.
        """
        if not self._is_possible(value):
            complain("is no value that this counter can show")
            return []
        sample = _Sample(at, value, unbroken and not self._broken, about)
        if not self._samples or at > self._samples[-1].at:
            self._broken = False
            return self._append(sample, complain)
        return self._insert(sample, complain)

    def _is_possible(self, value: Fraction) -> bool:
        rule = self._rule
        if value < rule.begins_at or (rule.maximum is not None and value > rule.maximum):
            return False
        return abs(value) <= LARGEST and value.denominator <= FINEST

    def _append(self, sample: _Sample, complain: Complain) -> list[Step]:
        last = self._levels[-1] if self._levels else self._before
        level, step = _follow(self._rule, last, sample, complain)
        self._samples.append(sample)
        self._levels.append(level)
        self._trim()
        return [] if step is None or not _is_told(step) else [step]

    def _insert(self, sample: _Sample, complain: Complain) -> list[Step]:
        """Put a late sample in its place; of two at the same instant the greater one stands."""
        if self._before is not None and sample.at <= self._before.seen:
            if self._first is not None and sample.at < self._first:
                complain(
                    "is older than the first value of its counter, so it is left out; oldest values have to come first"
                )
            return []
        place = next(n for n, each in enumerate(self._samples) if each.at >= sample.at)
        before = {at: step for at, step in self._steps(place) if _is_told(step)}
        found = self._samples[place]
        if found.at == sample.at:
            if found.value >= sample.value:
                return []
            self._samples[place] = sample
        else:
            self._samples.insert(place, sample)
        self._levels = self._levels[:place]
        after = dict(self._steps(place, complain))
        changed = [step for at, step in after.items() if before.get(at) != step and (_is_told(step) or at in before)]
        gone = [Step(start=at, end=at, added=Fraction(0), about=before[at].about) for at in before.keys() - after]
        self._trim()
        return sorted([*changed, *gone], key=lambda step: step.end)

    def _steps(self, place: int, complain: Complain = str) -> Iterator[tuple[datetime, Step]]:
        """Yield the steps from a place on, and bring the levels up to date with the samples."""
        for number in range(place, len(self._samples)):
            last = self._levels[number - 1] if number else self._before
            level, step = _follow(self._rule, last, self._samples[number], complain)
            self._levels[number : number + 1] = [level]
            if step is not None:
                yield step.end, step

    def _trim(self) -> None:
        while len(self._samples) > KEPT:
            self._first = self._samples[0].at if self._before is None else self._first
            self._before = self._levels.pop(0)
            del self._samples[0]

    def body(self, most: int = KEPT) -> list[object]:
        """Return all that has to be remembered, as JSON takes it; with fewer samples, less late a value may come."""
        before: object = None
        kept = self._samples[-most:]
        past = len(self._samples) - len(kept)
        if (level := self._levels[past - 1] if past else self._before) is not None:
            doubt = None if level.doubt is None else [_stamp(level.doubt[0]), _text(level.doubt[1])]
            before = [_stamp(level.at), _text(level.value), _text(level.peak), doubt]
        samples = [
            [_stamp(each.at), _text(each.value), int(each.unbroken), *([list(each.about)] if any(each.about) else [])]
            for each in kept
        ]
        first = self._samples[0].at if past and self._before is None else self._first
        return [before, samples, *([] if first is None else [_stamp(first)])]

    @classmethod
    def parse(cls, rule: CounterRule, body: object) -> "Counter":
        """Return the counter of a body; ValueError or TypeError where it is none."""
        found = cls(rule)
        before, samples, *first = cast("list[list[object]]", body)
        found._first = _moment(first[0]) if first else None
        if before is not None:
            at, value, peak, doubt = before
            told = cast("list[object] | None", doubt)
            doubted = None if told is None else (_moment(told[0]), _value(told[1]))
            found._before = _Level(_moment(at), _value(value), _value(peak), doubted)
        for each in cast("list[list[object]]", samples):
            about = tuple(None if one is None else str(one) for one in cast("list[object]", (each[3:] or [()])[0]))
            found._samples.append(_Sample(_moment(each[0]), _value(each[1]), bool(each[2]), about))
        for _ in found._steps(0):
            pass
        return found


@dataclass(slots=True)
class Counters:
    """The counters of one source, each by a name that the source gives it."""

    _counters: dict[str, tuple[CounterRule, Counter]] = field(default_factory=dict)
    _waiting: dict[str, object] = field(default_factory=dict)  # bodies whose rule is not known yet
    _bodies: dict[str, tuple[object, int]] = field(default_factory=dict)  # with their sizes, until the next value

    def take(
        self,
        name: str,
        rule: CounterRule,
        at: datetime,
        value: Fraction,
        complain: Complain,
        *,
        unbroken: bool = False,
        about: About = (),
    ) -> list[Step]:
        """Return what a value of a counter adds; see Counter.take."""
        self._bodies.pop(name, None)
        known = self._counters.pop(name, None)
        counter = known[1] if known is not None and known[0] == rule else self._opened(name, rule)
        self._counters[name] = rule, counter
        if len(self._counters) + len(self._waiting) > MOST_COUNTERS:
            complain(f"there are more than {MOST_COUNTERS} counters; the one unheard of for longest is forgotten")
            self._forget_one()
        return counter.take(at, value, complain, unbroken=unbroken, about=about)

    def breaks(self, names: Iterable[str] | None = None) -> None:
        """Note that changes of some counters, or of all, may be missed until their next value."""
        for name in list(self._counters) if names is None else names:
            if name in self._counters:
                self._counters[name][1].breaks()

    def body(self) -> dict[str, object]:
        """Return all that has to be remembered, as JSON takes it.

        Where that is too much, each counter is told with fewer samples, and only then are the oldest left out.
        """
        total = sum(self._size(name, counter) for name, (_, counter) in self._counters.items())
        bodies = {**self._waiting, **{name: self._bodies[name][0] for name in self._counters}}
        total += sum(map(_size, self._waiting.items()))
        if total > LONGEST_BODY:
            bodies |= {name: counter.body(1) for name, (_, counter) in self._counters.items()}
            total = sum(map(_size, bodies.items()))
        for name in list(bodies):
            if total <= LONGEST_BODY:
                break
            total -= _size((name, bodies.pop(name)))
        return bodies

    def _size(self, name: str, counter: Counter) -> int:
        """Return how long the body of a counter is, which is kept until its next value."""
        if name not in self._bodies:
            body = counter.body()
            self._bodies[name] = body, _size((name, body))
        return self._bodies[name][1]

    @classmethod
    def parse(cls, body: object) -> "Counters":
        """Return the counters of a body; none where it is none."""
        found = cls()
        if isinstance(body, Mapping):
            found._waiting = {str(name): each for name, each in list(body.items())[:MOST_COUNTERS]}
        return found

    def _opened(self, name: str, rule: CounterRule) -> Counter:
        body = self._waiting.pop(name, None)
        try:
            return Counter(rule) if body is None else Counter.parse(rule, body)
        except (ValueError, TypeError, KeyError, IndexError, ArithmeticError, AttributeError):
            return Counter(rule)

    def _forget_one(self) -> None:
        oldest = self._waiting or self._counters
        name = next(iter(oldest))
        self._bodies.pop(name, None)
        del cast("dict[str, object]", oldest)[name]


def _size(named: tuple[str, object]) -> int:
    """Return how many characters a body and its name take in a watermark."""
    return len(json.dumps({named[0]: named[1]}))


def read_counter(table: Settings) -> CounterRule | None:
    """Return the rule of a measure whose `counter` is "total"; None where each value is a difference."""
    role = table.text("counter", "difference", one_of=ROLES)
    own = [key for key in ("maximum", "begins_at", "correction", "most") if key in table.values]
    if role != "total":
        for key in own:
            table.has(key)
            table.fault(key, 'it only beside counter = "total"')
        return None
    begins_at = table.number("begins_at", Fraction(0), low=-LARGEST, high=LARGEST)
    rule = CounterRule(
        maximum=table.number("maximum", Fraction(0), low=-LARGEST, high=LARGEST) if "maximum" in own else None,
        begins_at=begins_at,
        correction=table.number("correction", Fraction(10), low=0, high=LARGEST),
        most=table.number("most", Fraction(0), low=0, high=LARGEST) if "most" in own else None,
    )
    if rule.maximum is not None and rule.maximum <= begins_at:
        table.fault("maximum", "the last value before it begins anew, such as 65535")
    if rule.most is not None and not rule.most:
        table.fault("most", "more than 0")
    return rule


def _follow(rule: CounterRule, last: _Level | None, sample: _Sample, complain: Complain) -> tuple[_Level, Step | None]:
    """Return what is believed after a sample, and the step that leads to it; None where it adds nothing known."""
    at, value = sample.at, sample.value
    if last is None:
        return _Level(at, value, value), None
    found = _added(rule, last.value, last.peak, value)
    if found is None:
        return last, None
    start = last.at
    if rule.most is not None and found[0] > rule.most:
        again = None if last.doubt is None else _added(rule, last.doubt[1], last.doubt[1], value)
        if last.doubt is None or again is None or again[0] > rule.most:
            complain(f"rose by {_shown(found[0])} at once, which is more than {_shown(rule.most)}; it is not counted")
            return _Level(last.at, last.value, last.peak, (at, value)), None
        start, found = last.doubt[0], again
    level = _Level(at, value, found[1])
    if sample.unbroken:
        return level, Step(start=at, end=at, added=found[0], about=sample.about)
    if at - start > LONGEST_GAP:
        complain(f"was not seen for {(at - start).days} days; what it counted meanwhile is left out")
        return level, None
    return level, Step(start=start, end=at, added=found[0], about=sample.about)


def _is_told(step: Step) -> bool:
    """Tell whether a step is worth telling: that nothing was made over a time is; at an instant it is not."""
    return bool(step.added) or step.start < step.end


def _added(rule: CounterRule, last: Fraction, peak: Fraction, value: Fraction) -> tuple[Fraction, Fraction] | None:
    """Return what a value adds and the highest value then; None for a late one from before a roll-over."""
    zero, whole = Fraction(0), rule.range
    if value >= last:
        if whole is not None and value > last and whole - (value - last) <= min(rule.correction, whole / 4):
            return None
        return max(zero, value - peak), max(peak, value)
    if whole is not None and (forward := whole - (last - value)) * 4 <= whole:
        return max(zero, forward - (peak - last)), value
    is_small = last - value <= rule.correction and (value - rule.begins_at) * 2 >= last - rule.begins_at
    if is_small and value != rule.begins_at:
        return zero, peak
    return value - rule.begins_at, value


def _shown(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):.6g}"


def _stamp(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def _moment(stamp: object) -> datetime:
    return _EPOCH + int(str(stamp)) * _MICROSECOND


def _text(value: Fraction) -> int | str:
    return value.numerator if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def _value(text: object) -> Fraction:
    above, _, below = str(text).partition("/")
    return read_number(above) / (read_number(below) if below else 1)
