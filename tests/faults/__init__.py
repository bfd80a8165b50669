"""Faults the board survives: kills, cuts, damage and floods."""
