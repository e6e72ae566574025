"""How a language is written: what its file says beyond the words of the page."""
