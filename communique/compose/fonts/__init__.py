"""The fonts of a page: which there are, which are named, which characters they have."""
