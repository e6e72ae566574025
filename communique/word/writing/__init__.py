"""A statement as it stands in its file: front matter and Markdown."""
