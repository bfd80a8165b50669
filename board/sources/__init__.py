"""Where readings come from; each kind is one file."""
