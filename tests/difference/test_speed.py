"""A difference takes a moment: about a tenth of a second for twelve pages of which half differ."""

from __future__ import annotations

import random
import time

from communique.difference import difference
from tests.difference.reading import version
from tests.random_statements.words import vocabulary

#: Ten times as long as on a machine with nothing else to do: this notices what grows too fast.
LONGEST = 1.0


def test_twelve_pages_of_which_half_differ_take_a_moment() -> None:
    rng = random.Random(1)  # noqa: S311  # the same every time is the point
    words = [word for word in vocabulary("en") if word.isalpha()]
    old = [" ".join(rng.choices(words, k=60)).capitalize() + "." for _ in range(105)]
    new = [f"{text[:-1]} {rng.choice(words)}." if n % 2 else text for n, text in enumerate(old)]
    new.insert(80, new.pop(10))
    both = version("\n\n".join(old)), version("\n\n".join(new))
    start = time.process_time()
    found = difference(*both)
    assert time.process_time() - start < LONGEST
    assert (found.summary.changed, found.summary.moved, found.summary.words_added) == (52, 1, 52)
