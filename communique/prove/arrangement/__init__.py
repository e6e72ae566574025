"""How texts stand to one another: lines, labels, facts, two languages, and what is copied."""
