"""The order of writing: which way each character of a text runs (Unicode, UAX 9).

Those who arrange a page and those who prove it ask for it: the former so that the engine puts every
piece in its place, the latter to know what a line has to look like.
"""
