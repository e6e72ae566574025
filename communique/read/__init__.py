"""1 read: a file becomes a Statement, or a list of all its faults with their lines."""
