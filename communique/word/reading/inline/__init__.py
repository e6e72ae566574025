"""The words of a paragraph: its runs, with their fields, letters, signs and looks."""
