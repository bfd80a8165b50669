"""Turns the pages of a long answer: by number, by offset, by a link, by the next address or by a cursor."""

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urljoin, urlsplit, urlunsplit

from board.sources.contract import SourceError
from board.sources.http_mark import given
from board.sources.http_setting import HttpSettings, Paging, address_of, same_place
from board.sources.json_path import Spot
from board.sources.json_record import cell_text, rows_of

_LINK = re.compile(r"<([^<>]*)>([^<]*)")
_NEXT = re.compile(r";\s*rel\s*=\s*\"?[^\";]*\bnext\b", re.IGNORECASE)


class Pages:
    """Where in a long answer we are; `place` is that place as a text that can be kept and gone on from."""

    def __init__(self, settings: HttpSettings, place: str) -> None:
        """Begin at the first page, or go on from a place that was kept."""
        self._settings = settings
        self._paging = settings.paging
        self.place = place
        self.may_be_over = False  # the page before had fewer rows than were asked for: the last, or the server's most
        self._before: set[int] = set()  # of what pages held, so that a server that turns none is noticed

    @property
    def is_by_number(self) -> bool:
        """Tell whether pages are asked for by number, not by what the server gave."""
        return self._paging is not None and self._paging.by in {"page", "offset"}

    def begin_again(self) -> None:
        """Go back to the first page."""
        self.place = ""

    def request(self) -> tuple[str, dict[str, str]]:
        """Return the address and the parameters of the present page."""
        url, query = self._settings.url, dict(self._settings.query)
        paging = self._paging
        if paging is None:
            return url, query
        if paging.size and paging.size_parameter:
            query[paging.size_parameter] = str(paging.size)
        if paging.by in {"link", "next"}:
            return (self.place, {}) if self.place else (url, query)
        if paging.by == "cursor":
            return url, query | ({paging.parameter: self.place} if self.place else {})
        return url, query | {paging.parameter: str(self._number(paging))}

    def turn(self, body: bytes, document: object, rows: int, headers: Mapping[str, str]) -> bool:
        """Go on to the next page, and tell whether there is one; SourceError where the same page comes for ever.

        By number only an empty page is the end: a server may give fewer rows than it is asked for. One that gives its
        last page for every number behind it is at its end too.
        """
        paging, seen = self._paging, hash(body)
        if paging is None:
            return False
        if self.is_by_number:
            seen = self._print(document, body)
            if not rows or (self.may_be_over and seen in self._before):
                return False
            count = self._outermost(document, rows)
            self.may_be_over = count < paging.size
            self.place = str(self._number(paging) + (1 if paging.by == "page" else count))
        else:
            place = self._given(paging, document, headers)
            if not place or place == self.place:
                return False
            self.place = place
            seen = seen if rows else hash(place)
        if seen in self._before:
            raise SourceError("gives the same page again and again; check paging, and its parameter above all")
        self._before.add(seen)
        return True

    def _print(self, document: object, body: bytes) -> int:
        """Return by what a page is known again: its rows, whatever else an answer says of itself."""
        try:
            return hash(tuple(repr(row.value) for row in rows_of(document, self._settings.rows)))
        except RecursionError:
            return hash(body)

    def _outermost(self, document: object, rows: int) -> int:
        """Return how many of what the server counts there are: of the outermost list on the way to the rows."""
        path = self._settings.rows
        kinds = [] if path is None else [kind for kind, _ in path.steps]
        if path is None or "every" not in kinds[:-1] or "deep" in kinds:
            return rows
        outer = replace(path, steps=path.steps[: kinds.index("every") + 1])
        return sum(1 for _ in outer.find(Spot(document)))

    def _number(self, paging: Paging) -> int:
        return int(self.place) if self.place.isdecimal() else paging.first

    def _given(self, paging: Paging, document: object, headers: Mapping[str, str]) -> str:
        """Return the next address or cursor as the server gives it; empty at the end."""
        if paging.by == "link":
            found = next((each[1] for each in _LINK.finditer(headers.get("link", "")) if _NEXT.search(each[2])), "")
        else:
            spot = None if paging.path is None else next(paging.path.find(Spot(document)), None)
            found = "" if spot is None or isinstance(spot.value, list | dict | bool) else cell_text(spot.value)
        if paging.by != "cursor" and found:
            try:
                found = self._address(found)
            except ValueError:  # no address at all
                found = "\n"
        if found and not given(found):
            raise SourceError("names a next page in a way nobody can follow or keep; check paging")
        return found

    def _address(self, found: str) -> str:
        """Return the address of the next page, without the parameter that shows who asks; each request has it anew."""
        there = urljoin(self._settings.url, found)
        auth = self._settings.auth
        if auth is not None and auth.parameter:
            parts = urlsplit(there)
            kept = [each for each in parts.query.split("&") if each.partition("=")[0] != auth.parameter]
            there = urlunsplit(parts._replace(query="&".join(kept)))
        if not same_place(there, self._settings.url):
            raise SourceError(f"names a next page on another server ({address_of(there)}), which is not asked")
        return there
