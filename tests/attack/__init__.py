"""Long harnesses that try to make the program lose, hide or break something, at random.

Each has the mark `attack`, prints a line with its figures, and fails at the first finding of a
kind. `make attack` runs them at their whole size, `.ci/run` a fixed sample; with the same seed the
same things are tried.
"""
