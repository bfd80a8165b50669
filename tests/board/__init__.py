"""Tests of the board: what the factory means."""
