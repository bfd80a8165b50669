"""Which language a wall speaks."""

import pytest

from kiosk.language import Tongue


@pytest.mark.parametrize(("screen", "touched", "spoken"), [
    (None, None, "de-AT"), ("pl", None, "pl"), (None, "hi", "hi"), ("pl", "hi", "hi"), ("pl", "pl", "pl"),
    (None, "de", "de-AT"), ("pl", "de", "de-AT"), ("de-CH", "de", "de-CH"), ("en-US", "en", "en-US"),
])  # fmt: skip
def test_a_touch_goes_before_the_screen_and_the_screen_before_the_site(
    screen: str | None, touched: str | None, spoken: str
) -> None:
    assert Tongue(site="de-AT", screen=screen, touched=touched).tag == spoken


def test_another_plant_changes_what_nobody_touched() -> None:
    tongue = Tongue(site="de")
    tongue.site = "fr"
    assert tongue.tag == "fr"
    tongue.touched = "pl"
    tongue.site = "es"
    assert tongue.tag == "pl"
