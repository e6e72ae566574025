"""The difference of two versions of a statement."""
