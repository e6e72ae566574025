"""What a Word file has: its parts, its styles, its numbers, its words."""
