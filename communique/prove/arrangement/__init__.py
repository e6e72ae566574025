"""How texts stand to one another: labels, points, facts, two languages, and what is copied."""
