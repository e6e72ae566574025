"""What the text of a draft has, and a text that was agreed has no longer."""

BRACKETS = "brackets"
"""The key of what is told of square brackets, which belong into a draft."""
