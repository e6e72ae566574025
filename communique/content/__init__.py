"""What a page must say: part by part, in which language, from which line of which file."""
