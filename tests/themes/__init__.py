"""Tests of what meanings look like."""
