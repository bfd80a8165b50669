"""Seeds: one number for the whole run, printed at its head, from which every random test derives its own."""

import os
import random
import secrets

import pytest
from hypothesis import HealthCheck, settings

VARIABLE = "GEMBABOARD_TEST_SEED"
_given = os.environ.pop(VARIABLE, "")
RUN_SEED = int(_given) if _given else (20261122 if os.environ.get("CI") else secrets.randbelow(2**32))

settings.register_profile(
    "ci", derandomize=True, print_blob=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("desk", print_blob=True, deadline=None)


def pytest_configure() -> None:
    """Make hypothesis repeatable in CI; at the desk it may look further each time."""
    settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_report_header() -> str:
    """Print the seed of the run and how to repeat it."""
    return f"seed: {RUN_SEED} (repeat with {VARIABLE}={RUN_SEED})"


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> int:
    """Return this test's own seed, which follows from the run's seed and the test's name; shown when it fails."""
    own = random.Random(f"{RUN_SEED} {request.node.nodeid}").randrange(2**32)
    print(f"seed of this test: {own}")
    return own


@pytest.fixture
def rng(seed: int) -> random.Random:
    """Return a source of chance that repeats with the seed."""
    return random.Random(seed)
