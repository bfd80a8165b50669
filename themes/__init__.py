"""What meanings look like: colours by meaning, type scale; only `qt.py` knows Qt."""
