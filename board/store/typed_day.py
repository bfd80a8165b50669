"""What a figure typed for a whole day does to the readings, worked out once, when it is kept."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction

import apsw

from board.journal.admit import day_of, knows
from board.journal.clean import usable
from board.journal.clock import instant, microseconds
from board.journal.entry import Draft
from board.journal.payload import DayEntered
from board.plant.measure import BUILT_IN_MEASURES
from board.plant.plant import MeasureKind, Plant
from board.plant.told import told
from board.store.refused import Cause, Refused
from board.store.row import WHOLE_DAY, Row
from board.store.slot import Slots
from board.store.term import Terms
from board.store.total import Level, Summing, Totals

NOT_NEGATIVE = frozenset({MeasureKind.COUNT, MeasureKind.DURATION})


class TypedDays:
    """Looks at what stands of a day before a figure for it is kept or taken back."""

    def __init__(self, connection: apsw.Connection, terms: Terms, totals: Totals) -> None:
        self._connection = connection
        self._terms = terms
        self._totals = totals

    def completed(self, draft: Draft, now: datetime) -> Draft:
        """Return the draft with what it does to the readings; Refused where the figure cannot be.

        A sum takes the difference between what was typed and what the person saw; a level or a sample takes a value
        with which the day comes to what was typed, in the place of the one typed before.
        """
        said, slots = draft.payload, self._totals.slots
        if not isinstance(said, DayEntered):
            return draft
        if slots is None:
            raise _refusal("The board does not know its plant yet, so a figure of a day cannot be kept.")
        kind = slots.kind(said.measure)
        self._check(draft, said, slots.history.at(now), now)
        place = slots.of_day(draft.node, said.day.toordinal())
        if not place:
            raise _refusal(f"There was no day {said.day} at this site.")
        if kind in {MeasureKind.LEVEL, MeasureKind.SAMPLE}:
            shifts = [slot for slot in place if slot.shift is not None] if kind is MeasureKind.SAMPLE else []
            first = last = (shifts or place)[-1].last - 1
            reading = self._instead(slots, draft.node, said, kind)
        else:
            first, last = place[0].first, place[-1].last
            if first < (at := microseconds(now)) < last:
                last = at  # of a day that runs, it tells what was until now
            reading = said.value - (said.before or 0)
            if kind in NOT_NEGATIVE:
                self._check_left(said.measure, self._sum(slots, draft.node, said.day, said.measure) + reading)
        if not usable(reading):
            raise _refusal(
                told("The difference between the two figures is not one that can be kept; enter it rounded.")
            )
        done = {"start": instant(first), "end": instant(last), "reading": reading, "replaces": first == last}
        payload = said.model_copy(update=done)
        return replace(draft, payload=payload, stored=payload.model_dump_json())

    def check_undo(self, subject: str, payload: DayEntered, node: str) -> None:
        """Raise Refused where taking a figure back would leave fewer than none."""
        slots = self._totals.slots
        if slots is None or payload.replaces or payload.reading is None:
            return
        row = self._connection.execute("SELECT undone FROM day_entry WHERE id = ?", (subject,)).fetchone()
        if row == (0,) and slots.kind(payload.measure) in NOT_NEGATIVE:
            left = self._sum(slots, node, payload.day, payload.measure) - payload.reading
            self._check_left(payload.measure, left)

    def _check(self, draft: Draft, said: DayEntered, plant: Plant, now: datetime) -> None:
        if not knows(plant, draft.node):
            raise _refusal(
                told("The plant has no line, area or site '{node}'; this figure was entered for it.", node=draft.node)
            )
        measures = {measure.id: measure for measure in (*BUILT_IN_MEASURES, *plant.measures)}
        measure = measures.get(said.measure)
        if measure is None:
            raise _refusal(
                told("The plant has no measure '{measure}'; this figure was entered for it.", measure=said.measure)
            )
        if said.day > day_of(plant, draft.node, now):
            raise _refusal(told("{day} has not begun yet; enter its figures when it has.", day=said.day))
        if measure.kind in NOT_NEGATIVE and said.value < 0:
            raise _refusal(told("{measure} cannot be less than none.", measure=measure.name))

    def _check_left(self, measure: str, left: Fraction) -> None:
        if left < 0:
            raise Refused(
                Cause.NEGATIVE_INTERVAL,
                told(
                    "This would leave {left} of {measure} on the day, and fewer than none cannot be. "
                    "Look at the day once more: something else was entered meanwhile.",
                    left=left,
                    measure=measure,
                ),
            )

    def _sum(self, slots: Slots, node: str, day: date, measure: str) -> Fraction:
        summing = Summing(slots, self._terms)
        sums = summing.fresh(self._rows(node, day, measure))
        return sum((Fraction(total.value) for key, total in sums.items() if key[1] == day.toordinal()), Fraction(0))

    def _instead(self, slots: Slots, node: str, said: DayEntered, kind: MeasureKind) -> Fraction:
        """Return the value with which a level or a mean comes to what was typed, whatever others say of the day."""
        summing, day = Summing(slots, self._terms), said.day.toordinal()
        typed = self._terms.find(WHOLE_DAY)
        others = [
            row for row in self._rows(node, said.day, said.measure) if row.value is not None and row.source != typed
        ]
        if kind is MeasureKind.LEVEL:
            return said.value - _other_levels(row for row in others if summing.shares(row)[0][0][1] == day)
        found = [total for key, total in summing.fresh(others).items() if key[1] == day]
        weight = sum(total.observations for total in found)
        return said.value * (weight + 1) - sum((Fraction(total.value) for total in found), Fraction(0))

    def _rows(self, node: str, day: date, measure: str) -> list[Row]:
        """Return the readings of a measure that meet a day."""
        node_id, measure_id = self._terms.find(node), self._terms.find(measure)
        if node_id is None or measure_id is None:
            return []
        return [row for row in self._totals.of_day(node_id, day.toordinal()) if row.measure == measure_id]


def _other_levels(rows: Iterable[Row]) -> Fraction:
    """Return what levels that bear a reason, a product or an order come to; they stand beside the one without."""
    levels: dict[tuple[int, int, int], Level] = defaultdict(Level)
    for row in rows:
        levels[row.reason, row.product, row.job].see(row)
    levels.pop((0, 0, 0), None)
    return sum((Fraction(level.sum.value) for level in levels.values()), Fraction(0))


def _refusal(sentence: str) -> Refused:
    return Refused(Cause.UNUSABLE, sentence)
