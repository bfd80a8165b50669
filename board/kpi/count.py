"""Counts that people type and correct; what was made in an interval never becomes negative."""

from fractions import Fraction


class NegativeIntervalError(ValueError):
    """A correction that would leave an interval with less than nothing; it is refused and nothing changes."""

    cause = "interval_would_be_negative"

    def __init__(self, entered: Fraction, difference: Fraction) -> None:
        self.entered = entered
        self.difference = difference
        super().__init__(
            f"The interval holds {entered}; a correction of {difference} would make it {entered + difference}. "
            f"Take back at most {entered}."
        )


def corrected(entered: Fraction, difference: Fraction) -> Fraction:
    """Return what an interval holds after a signed difference, in units.

    NegativeIntervalError where it would fall below zero.
    """
    if entered + difference < 0:
        raise NegativeIntervalError(entered, difference)
    return entered + difference
