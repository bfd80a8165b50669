"""Reads the rows of one sheet block by block, and hands on those of blocks that are not as they were."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from board.kpi.reading import Quality, Reading
from board.sources.excel_cell import RowReader
from board.sources.excel_look import ExcelLook
from board.sources.excel_mark import UNSETTLED, print_of, rows_a_block
from board.sources.mapping import fold
from board.sources.record import Passage, Record, RecordReader
from board.sources.row_time import Complain

FAR: Final = timedelta(days=3650)  # rows are laid out for days to come; beyond this a time is a mistake


class BlockReader:
    """The rows of one sheet; `blocks` are their prints, `again` is when to read them even if nobody changes them.

    Rows without values whose time is not over are waited for in silence: people lay them out before.
    """

    def __init__(
        self, rows: RowReader, reader: RecordReader, look: ExcelLook, known: RecordReader, *, sheet: str
    ) -> None:
        """Prepare to read; rows that are `known` go through a reader of their own, whose counters are nobody's."""
        self.blocks: list[str] = []
        self.again: datetime | None = None
        self._rows = rows
        self._reader = reader
        self._look = look
        self._sheet = sheet
        self._passage = Passage()
        self._is_settled = True
        self._is_ahead = False
        self._quiet = known
        self.own: list[Reading] = []  # what rows of the last block say by themselves, without those before them

    def read(self, lines: Iterator[bytes], size: int, before: tuple[str, ...]) -> Iterator[list[Reading]]:
        """Yield the readings of each block that is not as it was; `size`: rows that the sheet reaches over."""
        a_block = rows_a_block(size)
        while block := list(islice(lines, a_block)):
            found, index = print_of(block), len(self.blocks)
            self._is_settled, self.own = True, []
            if index >= len(before) or before[index] != found:
                yield [reading for line in block for reading in self._row(line)]
            elif self._reader.mapping.key:
                self._row(block[-1], is_known=True)  # what comes after it is later than it
            else:
                for line in block:  # the rows to come are told from those that are like them
                    self._row(line, is_known=True)
            self.blocks.append(found if self._is_settled else UNSETTLED)
            self._look.done += len(block)

    def _row(self, line: bytes, *, is_known: bool = False) -> list[Reading]:
        """Return the readings of one row; of a row that is known nothing is complained of again."""
        number, cells = json.loads(line)

        def complain(column: str, said: str) -> None:
            if not is_known:
                self._is_settled = False  # read again with the next change: so it is known when it is mended
                self._look.complain(self._sheet, number, column, said)

        if isinstance(cells, str):
            complain("", cells)
            return []
        record = self._rows.record(cells, complain)
        remembers, now = self._reader.mapping.remembers, self._look.now
        if remembers and not is_known:
            return self._followed(record, complain)
        reader = self._quiet if remembers else self._reader
        found = reader.read(record, passage=self._passage, now=now + FAR, complain=complain)
        if not found or is_known:
            return found
        return self._in_time(found, complain)

    def _in_time(self, found: list[Reading], complain: Complain) -> list[Reading]:
        """Return the readings of a row whose time has come; of others it is noted when that will be."""
        start, end, now = found[0].start, found[0].end, self._look.now
        if end > now and all(reading.quality is Quality.MISSING for reading in found):
            self._is_settled = False  # nobody has written yet what nobody can know yet
            return []
        if start > now + self._reader.mapping.ahead:
            if not self._is_ahead:  # once: they come by the hundred
                complain(self._reader.mapping.timing.start[0], "lies in the future, and so may rows after it")
            self._is_ahead = True
            self._wait_for(start)
            return []
        if end <= now:
            self.own += found
            return found
        self._wait_for(end)
        found = [replace(reading, final=False) for reading in found]
        self.own += found
        return found

    def _followed(self, record: Record, complain: Complain) -> list[Reading]:
        """Return what a register adds; one whose time has not come is read then."""
        said: list[tuple[str, str]] = []
        found = self._reader.read(
            record, passage=self._passage, now=self._look.now, complain=lambda *fault: said.append(fault)
        )
        ahead = self._reader.ahead
        if ahead is None:
            for column, fault in said:
                complain(column, fault)
            self.own += self._reader.own
            return found
        if not self._is_ahead and self._is_filled_in(record):
            complain(self._reader.mapping.timing.start[0], "lies in the future, and so may rows after it")
            self._is_ahead = True
        self._wait_for(ahead)
        return []

    def _is_filled_in(self, record: Record) -> bool:
        """Tell whether a row says anything."""
        mapping = self._reader.mapping
        speaks = mapping.state is not None and mapping.state.speaks(record)
        return speaks or any(fold(record[column]) not in mapping.missing for column in mapping.totals)

    def _wait_for(self, moment: datetime) -> None:
        """Note that this block is to be read again at a moment."""
        self._is_settled = False
        self.again = moment if self.again is None else min(self.again, moment)
