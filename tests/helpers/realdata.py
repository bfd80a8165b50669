"""The public data sets: where they are, and what to do without them."""

import os
from pathlib import Path

import pytest

VARIABLE = "GEMBABOARD_REAL_DATA"


@pytest.fixture(scope="session")
def realdata() -> Path:
    """Return the folder of the public data sets; skip without it at the desk, fail without it in CI."""
    given = os.environ.get(VARIABLE, "")
    if given and Path(given).is_dir():
        return Path(given)
    said = f"{VARIABLE} names no folder that is there ({given!r}); set it to the folder of the public data sets"
    if os.environ.get("CI") or given:
        pytest.fail(said, pytrace=False)
    pytest.skip(said)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that asks for the data, so that `-m realdata` finds them."""
    for item in items:
        if "realdata" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.realdata)
