"""The beat that demand sets."""

from fractions import Fraction

from board.kpi.exact import ratio


def takt_s(available_minutes: Fraction, demand: Fraction) -> Fraction | None:
    """Return the takt in seconds per unit: net available time (breaks taken out) / demand; None without demand."""
    return ratio(60 * available_minutes, demand)
