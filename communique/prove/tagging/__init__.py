"""The rules of tags: what those who listen are told is what the statement says."""
