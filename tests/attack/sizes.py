"""How much each harness tries: a sample where COMMUNIQUE_ATTACK is `sample`, else the whole."""

from __future__ import annotations

import os

SAMPLE = os.environ.get("COMMUNIQUE_ATTACK", "whole") == "sample"


def size(*, sample: int, whole: int) -> int:
    """Return how many things to try: `sample` of them, or the `whole`."""
    return sample if SAMPLE else whole
