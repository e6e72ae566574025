"""What a content stream writes and paints, operator by operator (ISO 32000-1, 7.8.2)."""
