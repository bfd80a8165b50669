"""Formulas over measures, written by people, checked against a short list of what is allowed, evaluated exactly.

A formula knows numbers, measures, + - * / (also × ÷ −), a minus in front, parentheses, min and max, nothing else.
"""

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce

MAX_LENGTH = 1_000  # characters
MAX_DIGITS = 30  # of one number
MAX_DEPTH = 60  # of nested terms; also the longest chain of + or *
LONGEST_SHOWN = 100  # characters of a formula within a sentence

_TYPED_BY_PEOPLE = str.maketrans({"×": "*", "÷": "/", "−": "-", "\t": " ", "\n": " ", "\r": " ", "\xa0": " "})
_TOKEN = re.compile(
    r"(?P<number>\d+(?:\.\d+)?|\.\d+)|(?P<name>[^\W\d]\w*)|(?P<pair>\*\*|//)|(?P<sign>[-+*/(),])|(?P<space> +)",
    re.ASCII,
)
_DECIMAL_COMMA = re.compile(r"\d,\d", re.ASCII)
_ALLOWED = "a formula may hold numbers, measures, + - * /, parentheses, min and max"

_Amount = Fraction | int  # whole numbers, which most are, compute fastest as such; a quotient is always a fraction
_Sums = Mapping[str, _Amount]
_Term = Callable[[_Sums], _Amount]
_OPERATIONS: dict[type[ast.operator], Callable[[_Amount, _Amount], _Amount]] = {
    ast.Add: lambda left, right: left + right,
    ast.Sub: lambda left, right: left - right,
    ast.Mult: lambda left, right: left * right,
    ast.Div: Fraction,
}
_FUNCTIONS: dict[str, Callable[[_Amount, _Amount], _Amount]] = {"min": min, "max": max}


class FormulaError(ValueError):
    """A formula that cannot be used; its sentence names the KPI, the place and what is allowed."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A checked formula of a KPI; `measures` are the names it reads."""

    text: str
    name: str
    measures: frozenset[str]
    _term: _Term = field(repr=False, compare=False)

    @classmethod
    def parse(cls, text: str, *, name: str) -> "Formula":
        """Return the formula of the KPI of that name; FormulaError where it is anything but a formula."""
        return _Reader(text, name).formula()

    def value(self, sums: Mapping[str, Fraction | None]) -> Fraction | None:
        """Return the exact value over sums of measures; None (no value) where one is missing or on division by zero."""
        known: dict[str, _Amount] = {}
        for measure in self.measures:
            amount = sums.get(measure)
            if amount is None:
                return None
            known[measure] = amount.numerator if amount.denominator == 1 else amount
        try:
            found = self._term(known)
        except ZeroDivisionError:
            return None
        return Fraction(found) if isinstance(found, int) else found


def denominators(formula: Formula) -> tuple[str, ...] | None:
    """Return what a formula divides by, each once, constants left out; None where it compares, so that nothing adds up.

    An empty answer means that the formula is a sum: values of several nodes add up to the value of all.
    """
    tree = ast.parse(formula.text.translate(_TYPED_BY_PEOPLE).strip(), mode="eval")
    if any(isinstance(node, ast.Call) for node in ast.walk(tree)):
        return None
    divided = [node.right for node in ast.walk(tree) if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)]
    return tuple(
        dict.fromkeys(
            ast.unparse(below) for below in divided if any(isinstance(node, ast.Name) for node in ast.walk(below))
        )
    )


class _Reader:
    """Reads one formula: cuts it into tokens, lets Python parse it, and takes only what is allowed."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        typed = text.translate(_TYPED_BY_PEOPLE)
        self._source = typed.lstrip(" ")  # ASCII once its tokens are checked: Python's byte offsets are characters
        self._indent = len(typed) - len(self._source)
        self._measures: set[str] = set()

    def formula(self) -> Formula:
        """Return the formula, or raise FormulaError."""
        if len(self._text) > MAX_LENGTH:
            raise self._useless(f"it has {len(self._text)} characters; at most {MAX_LENGTH} are read")
        self._check_tokens()
        term = self._term(self._parsed(), 1)
        return Formula(self._text, self._name, frozenset(self._measures), term)

    def _check_tokens(self) -> None:
        """Refuse every character that no formula has, with its place, before anything else looks at it."""
        place, before, depth = 0, "", 0
        while place < len(self._source):
            found = _TOKEN.match(self._source, place)
            if found is None:
                raise self._refusal(place, f"{self._source[place]!r} cannot be read; {_ALLOWED}")
            kind, token = found.lastgroup or "", found.group()
            if before == "number" and kind in {"name", "number"}:
                raise self._refusal(place, f"{token!r} follows a number; write × between them, and numbers like 0.07")
            if kind == "pair":
                raise self._refusal(place, f"{token!r} is no sign a formula knows; {_ALLOWED}")
            if kind == "number" and len(token) > MAX_DIGITS:
                raise self._refusal(place, f"a number of {len(token)} digits; at most {MAX_DIGITS} are read")
            depth += {"(": 1, ")": -1}.get(token, 0)
            if depth > MAX_DEPTH:
                raise self._refusal(place, f"more than {MAX_DEPTH} parentheses are open")
            before, place = kind, found.end()

    def _parsed(self) -> ast.expr:
        """Return what Python makes of the text."""
        if not self._source:
            raise self._useless("it is empty; write something like 100 × scrap / (good + scrap)")
        try:
            return ast.parse(self._source, mode="eval").body
        except SyntaxError as error:
            raise self._refusal(
                max((error.offset or 1) - 1, 0), "the formula breaks off or does not go on like this"
            ) from None
        except (MemoryError, RecursionError):
            raise self._useless(f"it nests more than {MAX_DEPTH} terms") from None

    def _term(self, node: ast.expr, depth: int) -> _Term:
        """Return how to compute the node; refuse what is not on the list."""
        if depth > MAX_DEPTH:
            raise self._unfit(node, f"it nests more than {MAX_DEPTH} terms; split the KPI")
        match node:
            case ast.Constant():
                return self._number(node)
            case ast.Name(id=measure):
                return self._measure(node, measure)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                inner = self._term(operand, depth + 1)
                return lambda sums: -inner(sums)
            case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATIONS:
                return self._operation(operator, self._term(left, depth + 1), self._term(right, depth + 1))
            case ast.Call(func=ast.Name(id=called), args=[_, _, *_] as args, keywords=[]) if called in _FUNCTIONS:
                return self._call(called, [self._term(arg, depth + 1) for arg in args])
            case ast.Call(func=ast.Name(id=called)) if called in _FUNCTIONS:
                raise self._unfit(node, f"{called} compares two values or more, as in {called}(good, 100)")
        raise self._unfit(node, f"“{self._segment(node)}” is not allowed; {_ALLOWED}")

    def _number(self, node: ast.Constant) -> _Term:
        """Return a number by its decimal spelling, so that 0.07 is seven hundredths."""
        spelling = self._segment(node)
        if re.fullmatch(r"[\d.]+", spelling, re.ASCII) is None:
            raise self._unfit(node, f"“{spelling}” is not a number; write numbers like 100 or 0.07")
        exact = Fraction(spelling)
        number = exact.numerator if exact.denominator == 1 else exact
        return lambda _: number

    def _measure(self, node: ast.expr, measure: str) -> _Term:
        """Return a measure's sum."""
        if measure in _FUNCTIONS:
            raise self._unfit(node, f"{measure} needs values in parentheses, as in {measure}(good, 100)")
        self._measures.add(measure)
        return lambda sums: sums[measure]

    @staticmethod
    def _operation(operator: ast.operator, left: _Term, right: _Term) -> _Term:
        """Return two terms joined."""
        operation = _OPERATIONS[type(operator)]
        return lambda sums: operation(left(sums), right(sums))

    @staticmethod
    def _call(called: str, terms: list[_Term]) -> _Term:
        """Return the least or the greatest of some terms."""
        function = _FUNCTIONS[called]
        return lambda sums: reduce(function, [term(sums) for term in terms])

    def _segment(self, node: ast.expr) -> str:
        """Return the text of a node."""
        return self._source[node.col_offset : node.end_col_offset]

    def _unfit(self, node: ast.expr, said: str) -> FormulaError:
        """Return the error for a node that is not on the list."""
        return self._refusal(node.col_offset, said)

    def _refusal(self, place: int, said: str) -> FormulaError:
        """Return the error for a place, counted in characters from 1."""
        comma = _DECIMAL_COMMA.search(self._source) is not None
        hint = "; decimals are written with a point, as in 0.07" if comma else ""
        return FormulaError(f"{self._shown()}, character {self._indent + place + 1}: {said}{hint}")

    def _useless(self, said: str) -> FormulaError:
        """Return the error for the formula as a whole."""
        return FormulaError(f"{self._shown()}: {said}")

    def _shown(self) -> str:
        """Return what the sentence begins with: the KPI, and as much of its formula as a screen takes."""
        plain = "".join(letter if letter.isprintable() else " " for letter in self._text[: LONGEST_SHOWN + 1])
        shown = plain if len(plain) <= LONGEST_SHOWN else f"{plain[:LONGEST_SHOWN]}…"
        return f"KPI “{self._name}”, formula “{shown}”"
