"""Keeps readings and the journal on disk; nothing acknowledged is ever lost."""
