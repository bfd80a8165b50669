"""Tests of the sources: what they read, what they refuse, and where they go on."""
