"""What a statement is: its fields, its text as a tree, its values, and what can be wrong."""
