"""Repeated text (nodes, measures, reasons ...) is kept once and referred to by number."""

import apsw

from board.journal.clean import NAME_CHARACTERS, clean_text

MOST = 200_000  # texts remembered at once


class Terms:
    """The numbers of known texts, for one connection; `None` is 0."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._ids: dict[str | None, int] = {None: 0}
        self._texts: dict[int, str | None] = {0: None}

    def _remember(self, number: int, text: str) -> int:
        if len(self._ids) > MOST:
            self.forget()
        self._ids[text] = number
        self._texts[number] = text
        return number

    def find(self, text: str | None) -> int | None:
        """Return the number of a text, or None where it was never stored."""
        known = self._ids.get(text)
        if known is not None or text is None:
            return known
        cleaned = clean_text(text, NAME_CHARACTERS)
        row = self._connection.execute("SELECT id FROM term WHERE text = ?", (cleaned,)).fetchone()
        return None if row is None else self._remember(int(row[0]), cleaned)

    def keep(self, text: str | None) -> int:
        """Return the number of a text (cleaned), giving it one if it is new; empty is none; only in a transaction."""
        known = self._ids.get(text)
        if known is not None:
            return known
        cleaned = clean_text(text or "", NAME_CHARACTERS)
        if not cleaned:
            return 0
        known = self.find(cleaned)
        if known is None:
            self._connection.execute("INSERT INTO term (text) VALUES (?)", (cleaned,))
            known = self._remember(self._connection.last_insert_rowid(), cleaned)
        return known

    def text(self, number: int) -> str | None:
        """Return the text of a number; 0 is None. A number without a text is damage and reads as such."""
        if number in self._texts:
            return self._texts[number]
        row = self._connection.execute("SELECT text FROM term WHERE id = ?", (number,)).fetchone()
        if row is None:
            raise apsw.CorruptError(f"term {number} is missing")
        self._remember(number, str(row[0]))
        return str(row[0])

    def word(self, number: int) -> str:
        """Return the text of a number, the empty text for none."""
        return self.text(number) or ""

    def forget(self) -> None:
        """Forget what was learnt, after a transaction that did not come to pass."""
        self._ids = {None: 0}
        self._texts = {0: None}
