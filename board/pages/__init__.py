"""Builds a view: asks the store and the arithmetic, returns the value."""
