"""Room on the stack: calls at any depth do without the system."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.typeset.stack import roomy

if TYPE_CHECKING:
    from collections.abc import Callable

resource = pytest.importorskip("resource")
CALLS = 2_000
DEEPEST = 200


def nothing() -> None:
    """Be called."""


def most_faults(depth: int = 0) -> int:
    """Return how many pages of memory the most expensive of many calls, at any depth, cost."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(CALLS):
        nothing()
    faults: int = resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
    return max(faults, most_faults(depth + 1)) if depth < DEEPEST else faults


@roomy
def with_room() -> int:
    return most_faults()


@pytest.mark.parametrize(("function", "many"), [(most_faults, True), (with_room, False)])
def test_only_calls_without_room_get_memory_from_the_system_again_and_again(
    function: Callable[[], int], many: bool
) -> None:
    assert (function() >= CALLS) == many
