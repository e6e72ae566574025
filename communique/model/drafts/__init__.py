"""What the text of a draft has, and a text that was agreed has no longer."""
