"""Many tasks at once, told in their order."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from itertools import permutations

import pytest

from communique.run.report.in_turn import in_turn


@pytest.mark.parametrize("order", [*permutations(range(3))])
def test_what_is_done_in_any_order_is_told_in_its_own(order: tuple[int, ...]) -> None:
    told: list[int] = []
    with in_turn() as tell:
        for number in order:
            tell(number, partial(told.append, number))
            done = order[: order.index(number) + 1]
            assert told == [each for each in range(3) if set(range(each + 1)) <= set(done)]
    assert told == [0, 1, 2]


def test_what_waits_for_its_turn_when_ctrl_c_comes_is_told_all_the_same() -> None:
    told: list[int] = []
    with suppress(KeyboardInterrupt), in_turn() as tell:
        tell(0, partial(told.append, 0))
        tell(4, partial(told.append, 4))
        tell(2, partial(told.append, 2))
        raise KeyboardInterrupt
    assert told == [0, 2, 4]
