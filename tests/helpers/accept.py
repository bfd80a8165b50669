"""The flag by which somebody who has looked at them accepts pictures that have changed."""

import pytest

FLAG = "--accept-pictures"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the flag."""
    parser.addoption(FLAG, action="store_true", help="keep what the scenes look like now as what is accepted")


@pytest.fixture
def accepts(request: pytest.FixtureRequest) -> bool:
    """Tell whether pictures that have changed are accepted."""
    return bool(request.config.getoption(FLAG))
