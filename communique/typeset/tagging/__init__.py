"""Tags: which type each has, and which others it refers to."""
