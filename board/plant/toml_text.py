"""Spells values as TOML, so that a program can add to a plant file what a person will read and change later."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction

WIDEST = 110
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}


def toml_table(name: str, values: Mapping[str, object]) -> str:
    """Return a table headed [[name]], a key a line; a list that is too wide for one has an item a line."""
    lines = [f"[[{name}]]"]
    for key, value in values.items():
        line = f"{toml_key(key)} = {toml_value(value)}"
        if len(line) > WIDEST and _is_list(value) and isinstance(value, Sequence) and len(value) > 1:
            items = "".join(f"    {toml_value(item)},\n" for item in value)
            line = f"{toml_key(key)} = [\n{items}]"
        lines.append(line)
    return "\n".join(lines) + "\n"


def toml_key(key: str) -> str:
    """Return a key, in quotes where it needs them."""
    return key if _BARE_KEY.fullmatch(key) else _text(key)


def toml_value(value: object) -> str:
    """Return a value in one line; TypeError for one that TOML cannot say."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Fraction):
        return toml_value(value.numerator if value.denominator == 1 else f"{value.numerator}/{value.denominator}")
    if isinstance(value, int | float | Decimal | datetime | date | time):
        return str(value.isoformat() if isinstance(value, datetime | date | time) else value)
    if isinstance(value, Mapping):
        inner = ", ".join(f"{toml_key(str(key))} = {toml_value(each)}" for key, each in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if _is_list(value) and isinstance(value, Sequence):
        return f"[{', '.join(toml_value(each) for each in value)}]"
    raise TypeError(f"TOML cannot say a {type(value).__name__}")


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple)


def _text(text: str) -> str:
    """Return a text in quotes; one with backslashes, such as a pattern or a Windows path, stays as people know it."""
    if "\\" in text and "'" not in text and text.isprintable():
        return f"'{text}'"
    return '"' + "".join(_letter(letter) for letter in text) + '"'


def _letter(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if letter < " " or letter == "\x7f" or "\ud800" <= letter <= "\udfff":
        return f"\\u{ord(letter):04X}"
    return letter
