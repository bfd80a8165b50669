"""Fonts, icons, catalogues and sample plants that ship with the board."""
