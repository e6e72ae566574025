"""Points: how they are marked, counted and indented, and which lists they make."""
