"""Looks at a query before it is sent: one statement that reads, and which values it wants to have filled in.

The database is what keeps a session from writing; this is for a sentence that says at once what is wrong.
"""

import re
from typing import Final

VALUES: Final = ("watermark", "now")
_ASIDE = re.compile(
    r"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|(?<![\w\]])\[[^\[\]]*\]|\$(\w*)\$.*?\$\1\$",
    re.DOTALL,
)
_VALUE = re.compile(r"(?<![:\w\\]):(\w+)(?!:)")
_READS = frozenset({"select", "with"})
_WRITES = frozenset(
    {
        *("insert", "update", "delete", "merge", "into", "truncate", "drop", "alter", "create"),
        *("grant", "revoke", "exec", "execute"),
    }
)


def values_in(query: str) -> frozenset[str]:
    """Return the names of the values that a query wants to have filled in."""
    return frozenset(_VALUE.findall(_bare(query)))


def faults_in(query: str) -> list[str]:
    """Return what keeps a query from being asked, as ends of a sentence that begins with "expected"."""
    bare = _bare(query).strip()
    faults = []
    words = re.findall(r"[^\W\d]\w*", bare.lower())
    if not words or words[0] not in _READS:
        faults.append("a query that begins with SELECT or WITH")
    if ";" in bare.rstrip("; \t\r\n"):
        faults.append("a single query")
    writes = sorted(_WRITES.intersection(words))
    if writes:
        faults.append(
            f'a query that only reads, without {", ".join(map(str.upper, writes))} (a column goes in "quotes")'
        )
    if any(mark in bare for mark in "'\"`"):
        faults.append("a query in which every quote is closed")
    unknown = sorted(values_in(query).difference(VALUES))
    if unknown:
        faults.append(f"no other values than :watermark and :now, and not :{unknown[0]}")
    return faults


def _bare(query: str) -> str:
    """Return a query without its comments, its texts and its quoted names."""
    return _ASIDE.sub(" ", query)
