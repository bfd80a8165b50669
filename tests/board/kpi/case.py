"""The hand-checked cases: who computes which, and how an answer is compared."""

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

Inputs = Mapping[str, Any]
Handler = Callable[[Inputs], dict[str, object]]
F = Fraction

CASES = json.loads(
    (Path(__file__).parents[2] / "data" / "cases.json").read_text(encoding="utf-8"), parse_float=Decimal
)["cases"]
HANDLERS: dict[str, Handler] = {}


def case(*ids: str) -> Callable[[Handler], Handler]:
    def register(handler: Handler) -> Handler:
        HANDLERS.update(dict.fromkeys(ids, handler))
        return handler

    return register


def assert_same(found: object, expected: object, tolerance: Decimal) -> None:
    """Compare by the case's tolerance; nothing expected may be left out, and None is no 0."""
    if isinstance(expected, dict):
        assert isinstance(found, dict)
        assert found.keys() >= expected.keys()
        for key, value in expected.items():
            assert_same(found[key], value, tolerance)
    elif isinstance(expected, list):
        assert isinstance(found, list)
        assert len(found) == len(expected)
        for one, other in zip(found, expected, strict=True):
            assert_same(one, other, tolerance)
    elif isinstance(expected, int | Decimal) and not isinstance(expected, bool):
        assert isinstance(found, int | Fraction)
        assert not isinstance(found, bool)
        assert abs(F(found) - F(expected)) <= F(tolerance), f"{float(found)} is not {expected}"
    else:
        assert found == expected


def amount(value: object) -> Fraction | None:
    return None if value is None else F(str(value))


def known(value: object) -> Fraction:
    return F(str(value))
