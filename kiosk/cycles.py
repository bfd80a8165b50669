"""Python's search for dead cycles of objects, which a start does without and which then leaves alone what stays.

A start makes some 200,000 objects that all live as long as the board; searching them again and again takes a sixth of
the time to the first picture, and from then on 30 ms of the GUI thread every time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def search_held() -> Iterator[None]:
    """Search no more until `resume_search`, or the end of the block where a start comes to nothing."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def resume_search() -> None:
    """Search again, but never what was made by now; does nothing where the search is not held."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def search_everything() -> None:
    """Search all that was made since the start, unless the search is held or next to nothing was made since the last.

    Only that empties Python's lists of tuples kept for later use (2,000 of each length up to 20, 5 MB in all), and
    Python comes to it by itself once in many hours: most of what a board makes dies without a search.
    """
    if gc.isenabled() and any(gc.get_count()[1:]):
        gc.collect()
