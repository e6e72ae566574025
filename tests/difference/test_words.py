"""Words of one paragraph: what differs is marked as a person would mark it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.difference.words.matching import anchors, cleaned, edges, matches, shifted
from communique.difference.words.tokens import Token, joined
from communique.model.body import Node
from tests.difference.reading import compared, marked


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("The red boat.", "The blue boat.", "The [-red-]{+blue+} boat."),
        ("The boat.", "The red boat.", "The {+red +}boat."),
        ("The red boat.", "The boat.", "The [-red -]boat."),
        ("The boat", "The boat sails", "The boat{+ sails+}"),
        ("Boats sail.", "Red boats sail.", "[-Boats-]{+Red boats+} sail."),
        ("Yes, boats sail.", "Yes boats sail.", "Yes[-,-] boats sail."),
        (
            "By 12 March 2026 all.",
            "By 13 March 2026 all.",
            "By [-12 March 2026-]{+13 March 2026+} all.",
        ),
        ("It costs 1,250 euros.", "It costs 1,350 euros.", "It costs [-1,250-]{+1,350+} euros."),
        ("Of CO~2~ and", "Of CO~3~ and", "Of [-CO2-]{+CO3+} and"),
        ("The boat sails", "The *boat* sails", "The [-boat-]{+boat+} sails"),
        ("A [b](https://a.example) c", "A [b](https://b.example) c", "A [-b-]{+b+} c"),
        ("A b\nc", "A b c", "A b c"),
        ("A b  \nc", "A b c", "A b[-/c-]{+ c+}"),
    ],
)
def test_a_change_is_marked_where_it_is(old: str, new: str, said: str) -> None:
    assert marked(old, new) == said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("One\u00a0boat sails.", "One boat sails.", "One[-\u00a0boat-]{+ boat+} sails."),
        ("One, two sail.", "One , two sail.", "One[-,-]{+ ,+} two sail."),
        ("We sail\u00a0!", "We sail!", "We sail[-\u00a0!-]{+!+}"),
    ],
)
def test_a_space_that_changes_is_marked_with_the_word_behind_it(
    old: str, new: str, said: str
) -> None:
    assert marked(old, new) == said


def test_a_new_sentence_is_marked_from_its_own_beginning() -> None:
    old = "The works begin. The ships pass."
    new = "The works begin. The coast is clear. The ships pass."
    assert marked(old, new) == "The works begin. {+The coast is clear. +}The ships pass."
    assert marked(new, old) == "The works begin. [-The coast is clear. -]The ships pass."


def test_a_short_word_between_large_changes_is_no_accident_that_is_kept() -> None:
    old = "We shall build lighthouses of concrete walls for everybody."
    new = "We shall renew instruments of measurement here for everybody."
    assert marked(old, new) == (
        "We shall [-build lighthouses of concrete walls-]"
        "{+renew instruments of measurement here+} for everybody."
    )


def test_a_short_word_between_small_changes_is_kept() -> None:
    assert marked("A ship of 12 m sails.", "A boat of 14 m sails.") == (
        "A [-ship-]{+boat+} of [-12-]{+14+} m sails."
    )


def test_a_word_is_whole_where_its_stress_ends_within_it() -> None:
    assert marked("A *b*c sails", "A bc sails") == "A [-bc-]{+bc+} sails"
    assert marked("A *b*c sails", "A *b*c sinks") == "A bc [-sails-]{+sinks+}"


def test_a_word_with_marks_within_it_stays_where_what_is_beside_it_changes() -> None:
    old, new = "Now **CO~2~ rises** by much.", "Now **CO~2~ falls** by much."
    assert marked(old, new) == "Now CO2 [-rises-]{+falls+} by much."


@pytest.mark.parametrize(
    ("tag", "old", "new", "said"),
    [
        (
            "zh-Hans",
            "两国将更新九座灯塔。",
            "两国将更新十座灯塔。",
            "两国将更新[-九座灯塔-]{+十座灯塔+}。",
        ),
        (
            "ja",
            "両国は灯台を更新する。",
            "両国は灯台を改修する。",
            "両国は灯台を[-更新する-]{+改修する+}。",
        ),
        ("ar", "وقعت الدولتان اليوم.", "وقعت الدول اليوم.", "وقعت [-الدولتان-]{+الدول+} اليوم."),
    ],
)
def test_words_of_every_script_are_whole(tag: str, old: str, new: str, said: str) -> None:
    assert marked(old, new, tag) == said


def test_a_call_is_marked_where_its_note_is_another_one() -> None:
    old, new = "A[^1] b.\n\n[^1]: First words here.", "A[^1] b.\n\n[^1]: Quite another note."
    found = compared(old, new)
    assert [piece.kind for piece in found.blocks[0].pieces] == ["same", "deleted", "added", "same"]
    assert [note.kind for note in found.notes] == ["deleted", "added"]


# Rows of anything


ROWS = st.lists(st.sampled_from("ab, the."), max_size=14)


@given(ROWS, ROWS)
def test_matches_are_the_same_items_in_one_order(old: list[str], new: list[str]) -> None:
    weights = [len(item) for item in old], [len(item) for item in new]
    for found in (
        matches(old, new),
        anchors(old, new),
        shifted(matches(old, new), old, new),
        cleaned(matches(old, new), weights),
        shifted(cleaned(matches(old, new), weights), old, new),
    ):
        assert all(old[i] == new[j] for i, j in found)
        assert found == sorted(found)
        assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)


@given(ROWS)
def test_all_items_of_the_same_row_match(row: list[str]) -> None:
    assert matches(row, row) == [(n, n) for n in range(len(row))]


def test_edges_are_the_items_that_are_the_same_at_both_ends() -> None:
    assert edges("abxcd", "abycd") == (2, 2)
    assert edges("abc", "ac") == (1, 1)
    assert edges("aa", "aaa") == (2, 0)
    assert edges("xab", "yab") == (0, 2)
    assert edges("ab", "cd") == edges("", "ab") == (0, 0)


def test_anchors_are_the_most_items_in_one_order() -> None:
    assert anchors("xabcd", "abcdx") == [(1, 0), (2, 1), (3, 2), (4, 3)]
    assert anchors("aab", "abb") == []


@pytest.mark.parametrize(("gap", "found"), [(2_999, [(1, 1)]), (3_000, [])])
def test_a_call_is_kept_between_changes_of_up_to_three_thousand_characters(
    gap: int, found: list[tuple[int, int]]
) -> None:
    row = [gap, Token("", (), "call").weight, gap]
    assert cleaned([(1, 1)], (row, row)) == found


def test_a_space_goes_into_what_is_before_it_only_where_that_holds_words() -> None:
    space = Node("text", 1, text=" ")
    empty = Node("emphasis", 1)
    full = Node("emphasis", 1, (Node("text", 1, text="boat"),))
    assert joined([empty, space]) == (empty, space)
    assert joined([space, empty]) == (space, empty)
    assert joined([full, space]) == (Node("emphasis", 1, (Node("text", 1, text="boat "),)),)


def test_long_rows_are_matched_by_what_is_there_once() -> None:
    old = [word for n in range(2_000) for word in (f"w{n}", "the")]
    new = [word for word in old if word != "w1000"]
    start = time.perf_counter()
    assert len(matches(old, new)) >= len(new) - 1
    assert len(matches(["the", "of"] * 3_000, ["of", "a", "the"] * 3_000)) <= 6_000
    assert time.perf_counter() - start < 5
