"""Keeps the memory of a process level that reads for months: what Python only sets aside is given back now and then."""

import gc


def tidy() -> None:
    """Search everything for dead cycles; what stands at the first call is passed over from then on.

    Only such a search empties Python's lists of tuples kept for later use (2,000 of each length up to 20, 5 MB in all),
    which a thousand readings a second fill over many minutes, and few cycles die here, so that Python searches
    everything hardly ever by itself.
    """
    gc.collect()
    if not gc.get_freeze_count():
        gc.freeze()
