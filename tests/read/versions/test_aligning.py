"""Which blocks are put beside one another: each weight at its limit."""

from __future__ import annotations

import pytest

from communique.read.versions import aligning
from communique.read.versions.aligning import Block, Step

TOGETHER = [Step((0,), (0,))]
APART = [Step((), (0,)), Step((0,), ())]


def block(size: int, *marks: str, kind: str = "paragraph") -> Block:
    return Block(kind, size, frozenset(marks))


def pairs(mine: list[Block], theirs: list[Block], ratio: float = 1.0) -> list[Step]:
    """Return the steps through two texts, sorted."""
    found = aligning.steps(mine, theirs, ratio)
    assert found is not None
    return sorted(found)


@pytest.mark.parametrize(
    ("size", "there", "steps"),
    [(124, 90, TOGETHER), (125, 90, APART), (16, 10, TOGETHER), (17, 10, APART), (6, 2, TOGETHER),
     (90, 124, TOGETHER), (90, 125, APART)],
)  # fmt: skip
def test_blocks_of_other_kinds_are_together_where_their_lengths_are_near(
    size: int, there: int, steps: list[Step]
) -> None:
    assert pairs([block(size)], [block(there, kind="quote")]) == steps


@pytest.mark.parametrize(
    ("ratio", "size", "there", "steps"),
    [(4.0, 400, 100, TOGETHER), (4.0, 100, 100, APART), (0.25, 100, 400, TOGETHER)],
)
def test_a_length_is_what_the_language_needs(
    ratio: float, size: int, there: int, steps: list[Step]
) -> None:
    assert pairs([block(size)], [block(there, kind="quote")], ratio) == steps


def test_blocks_of_one_kind_are_together_whatever_their_lengths() -> None:
    assert pairs([block(5000)], [block(0)]) == TOGETHER
    assert pairs([block(5000, "7")], [block(0)]) == TOGETHER
    assert pairs([block(5000)], [block(0, "7")]) == TOGETHER


@pytest.mark.parametrize(("size", "steps"), [(322, TOGETHER), (323, APART), (9000, APART)])
def test_blocks_with_other_marks_are_together_where_their_lengths_are_not_too_far(
    size: int, steps: list[Step]
) -> None:
    assert pairs([block(size, "1")], [block(90, "2")]) == steps


@pytest.mark.parametrize(
    ("size", "beside"),
    [(155, 1), (125, 1), (124, 0), (100, 0)],
)
def test_marks_on_one_side_count_as_much_as_some_length(size: int, beside: int) -> None:
    """The one without marks is so long that the one with them would be taken (e to the 0.3)."""
    kinds = [block(size, kind="item"), block(90, "7", kind="item")]
    assert Step((0,), (beside,)) in pairs([block(90, kind="item")], kinds)


@pytest.mark.parametrize(("size", "beside"), [(163, 1), (191, 0), (172, 1), (173, 0)])
def test_shared_marks_count_by_their_share(size: int, beside: int) -> None:
    one = block(90, *"abcde", kind="item")
    there = [block(90, kind="item"), block(size, *"efghij", kind="item")]  # one of ten is shared
    assert Step((0,), (beside,)) in pairs([one], there)


@pytest.mark.parametrize(("size", "steps"), [(124, TOGETHER), (125, APART)])
def test_a_heading_is_another_block_only_with_its_marks_and_length(
    size: int, steps: list[Step]
) -> None:
    assert pairs([block(size, "2028", kind="heading")], [block(90, "2028")]) == steps
    assert pairs([block(size, "2028")], [block(90, "2028", kind="heading")]) == steps
    assert pairs([block(90, kind="heading")], [block(90)]) == APART
    assert pairs([block(90, "1", kind="heading")], [block(90)]) == APART


def test_two_paragraphs_may_be_one() -> None:
    two, one = [block(100), block(100)], [block(200)]
    assert pairs(two, one) == [Step((0, 1), (0,))]
    assert pairs(one, two) == [Step((0,), (0, 1))]


@pytest.mark.parametrize("kinds", [("quote",) * 3, ("item",) * 3, ("paragraph", "item", "item")])
def test_two_other_blocks_are_never_one(kinds: tuple[str, str, str]) -> None:
    one, two, both = kinds
    found = pairs([block(100, kind=one), block(100, kind=two)], [block(200, kind=both)])
    assert all(len(step.mine) < 2 for step in found)


def test_a_short_paragraph_beside_one_that_is_there_is_alone() -> None:
    assert pairs([block(100), block(10)], [block(100)]) == [Step((0,), (0,)), Step((1,), ())]
    assert pairs([block(100)], [block(100), block(10)]) == [Step((), (1,)), Step((0,), (0,))]


def test_a_mark_of_one_of_two_paragraphs_alone_keeps_them_apart() -> None:
    there = [block(200)]
    assert Step((0, 1), (0,)) not in pairs([block(100, "7"), block(100)], there)


@pytest.mark.parametrize(("size", "beside"), [(60, 0), (57, 0), (56, 1), (50, 1)])
def test_a_beginning_is_alike_where_lengths_are_near(size: int, beside: int) -> None:
    """Else the whole way is looked for, on which the one as long as the other is taken."""
    there = [block(size, kind="heading"), block(100, kind="heading")]
    assert Step((0,), (beside,)) in pairs([block(100, kind="heading")], there)


def test_a_beginning_is_known_by_a_mark_or_a_heading_alone() -> None:
    mine = [block(100), block(50), block(100)]
    theirs = [block(100), block(100)]
    assert pairs(mine, theirs) == [Step((0,), (0,)), Step((1,), ()), Step((2,), (1,))]
    marked = [block(60, "7"), block(100, "7")]
    assert Step((0,), (0,)) in pairs([block(100, "7")], marked)


def test_what_is_alike_at_both_ends_is_taken_in_its_place() -> None:
    first, last = block(20, kind="heading"), block(30, "2028")
    mine = [first, block(80, "1"), block(100), last]
    theirs = [first, block(80, "1"), block(300, kind="quote"), block(100), last]
    assert pairs(mine, theirs) == [
        Step((), (2,)),
        Step((0,), (0,)),
        Step((1,), (1,)),
        Step((2,), (3,)),
        Step((3,), (4,)),
    ]


def shifted(by: int) -> tuple[list[Block], list[Block]]:
    """Return texts with the same thirty blocks, which in the second one stand farther up."""
    same = [block(100, f"same {n}") for n in range(30)]
    others = [block(100, f"other {n}", kind="quote") for n in range(by)]
    more = [block(100, f"more {n}", kind="item") for n in range(by)]
    return [*others, *same], [*same, *more]


def test_a_block_is_looked_for_up_to_twelve_blocks_away() -> None:
    assert Step((12,), (0,)) in pairs(*shifted(12))
    assert Step((13,), (0,)) not in pairs(*shifted(13))


def test_a_text_that_has_many_blocks_more_widens_the_search() -> None:
    few, many = [block(100, "a"), block(100, "b")], [block(90, f"{n}") for n in range(20)]
    there = [block(10, kind="quote"), *many, *few, block(10, kind="item")]
    assert {Step((0,), (21,)), Step((1,), (22,))} <= {*pairs(few, there)}
    assert {Step((21,), (0,)), Step((22,), (1,))} <= {*pairs(there, few)}


@pytest.mark.parametrize(("number", "found"), [(500, True), (501, False)])
def test_of_too_many_blocks_no_way_is_looked_for(number: int, *, found: bool) -> None:
    mine, theirs = [block(1)] * number, [block(1, kind="item")] * 500
    assert (aligning.steps(mine, theirs, 1.0) is not None) is found


def test_of_many_blocks_only_those_count_that_are_not_alike() -> None:
    same = [block(50, f"{n}") for n in range(600)]
    found = pairs([*same, block(1), *same], [*same, *same])
    assert [step for step in found if not step.theirs] == [Step((600,), ())]


def test_a_text_without_blocks_leaves_all_of_the_other_alone() -> None:
    assert pairs([], []) == []
    assert pairs([], [block(5)]) == [Step((), (0,))]
    assert pairs([block(5), block(6)], []) == [Step((0,), ()), Step((1,), ())]


@pytest.mark.parametrize(
    ("mine", "theirs", "alike"),
    [
        ([], [], True),
        (["p"], ["p"], True),
        (["p", "p"], ["p"], False),
        (["p 1", "q 2"], ["p 1", "q 2"], True),
        (["p 1", "q 2"], ["p 1", "p 2"], False),
        (["p 1", "p 2"], ["p 1", "p 3"], True),
        (["p 1", "p 2"], ["p 3", "p 4"], False),
        (["p 1", "p 2"], ["p", "p"], False),
        (["p", "p"], ["p 1", "p 2"], False),
        (["p 1 5", "p 2 5"], ["p 1", "p 5"], True),
        (["p", "p 2", "p"], ["p", "p", "p"], True),
    ],
)
def test_texts_are_alike_with_the_same_kinds_and_one_of_other_marks_at_most(
    mine: list[str], theirs: list[str], *, alike: bool
) -> None:
    one, other = (
        [block(0, *each.split()[1:], kind=each.split()[0]) for each in side]
        for side in (mine, theirs)
    )
    assert aligning.are_alike(one, other) is alike


def test_steps_in_order_are_pairs() -> None:
    assert aligning.in_order(0) == []
    assert aligning.in_order(2) == [Step((0,), (0,)), Step((1,), (1,))]
