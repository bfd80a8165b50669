"""What people's hours bring, and who is there."""

from fractions import Fraction

from board.kpi.exact import ratio


def per_labour_hour(good: Fraction, attended_h: Fraction) -> Fraction | None:
    """Return good units per attended hour, overtime included in the hours; None without hours."""
    return ratio(good, attended_h)


def attended_hours(people: Fraction, hours_each: Fraction, overtime_h: Fraction = Fraction(0)) -> Fraction:
    """Return the attended hours of a crew with its overtime."""
    return people * hours_each + overtime_h


def worker_efficiency(work_time: Fraction, attendance_time: Fraction) -> Fraction | None:
    """Return APWT / APAT as a fraction of 1 (ISO 22400-2); both in the same unit; None without attendance."""
    return ratio(work_time, attendance_time)


def absence(planned: Fraction, absent: Fraction) -> Fraction | None:
    """Return absent / planned as a fraction of 1; None where nobody was planned."""
    return ratio(absent, planned)


def attendance(planned: Fraction, absent: Fraction) -> Fraction | None:
    """Return present / planned as a fraction of 1; None where nobody was planned."""
    return ratio(planned - absent, planned)
