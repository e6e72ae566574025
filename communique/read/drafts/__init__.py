"""What drafts have, and a text that was agreed has no longer."""
