"""The rules of changes: either version is regained from the page, and what is drawn says so.

They know neither the turn nor the difference: of the texts that were found on the page they strike
what tags and signs say, and compare what is left with the two statements. They ask nothing of other
pages.
"""
