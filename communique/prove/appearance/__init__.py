"""Appearance: the page shows what it says, as a second engine draws it; one module a subject."""
