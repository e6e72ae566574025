"""Tables: their figures, and where they stand when a page ends."""
