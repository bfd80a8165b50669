"""What is wanted of a workbook: asked by the feeds process, answered by the child that reads it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is wanted of a workbook."""

    sheet: str = ""  # a name, perhaps with wild cards, or a number from 1; empty: the first that is shown
    header: tuple[int, ...] = ()  # first and last row that name the columns; none: found out
    names: tuple[str, ...] = ()  # of the columns from A on, where no row names them
    columns: tuple[str, ...] = ()  # those wanted; none: all
    most_rows: int = 100_000
    first_rows: int = 0  # of each sheet; 0: all
