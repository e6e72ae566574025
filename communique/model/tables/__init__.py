"""Tables: where their cells stand, and what is done with one that is too wide."""
