"""What stands in a line: where it may not end, and what is set apart in it."""
