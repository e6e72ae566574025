"""Stylesheets: their text, with its files and lines, and what in it may cause a fault."""
