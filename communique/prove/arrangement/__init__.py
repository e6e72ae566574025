"""How texts and pictures stand to one another: lines, labels, facts, and what is copied."""
