"""Looks that a project makes by files alone, built and read again."""
