"""Paragraphs, points, rows and notes: which became which, and what moved, was split or joined."""

from __future__ import annotations

import pytest

from communique.difference import Summary, difference
from tests.difference.reading import compared, lines, shown, version

A = "The works begin in spring, and the ships may pass at all times."
B = "Both parties pay half of the costs of all nine lights."
C = "All coastal states may take part in the meetings of ministers."
D = "A joint office keeps the accounts, and reports to the parliaments."


def told(old: str, new: str) -> list[str]:
    """Return what differs between two texts, a line each."""
    return lines(compared(old, new).blocks)


def test_of_two_texts_that_are_the_same_nothing_differs() -> None:
    found = compared(f"## Head\n\n{A}[^1]\n\n[^1]: Note.", f"## Head\n\n{A}[^x]\n\n[^x]: Note.")
    assert found.is_none
    assert found.summary == Summary()


def test_paragraphs_are_added_and_deleted_between_those_that_stay() -> None:
    assert told(f"{A}\n\n{B}", f"{A}\n\n{C}\n\n{B}") == [f"added paragraph: {{+{C}+}}"]
    assert told(f"{A}\n\n{C}\n\n{B}", f"{A}\n\n{B}") == [f"deleted paragraph: [-{C}-]"]


def test_another_paragraph_in_the_same_place_is_deleted_and_added() -> None:
    assert told(f"{A}\n\n{B}", f"{A}\n\n{C}") == [
        f"deleted paragraph: [-{B}-]",
        f"added paragraph: {{+{C}+}}",
    ]


def test_a_paragraph_that_stands_elsewhere_moved() -> None:
    found = compared(f"{A}\n\n{B}\n\n{C}\n\n{D}", f"{B}\n\n{C}\n\n{D}\n\n{A}")
    assert lines(found.blocks) == [f"moved away 1 paragraph: {A}", f"moved here 1 paragraph: {A}"]
    assert found.summary == Summary(moved=1)


@pytest.mark.parametrize("small", ["* * *", "| A | B |\n|---|---|\n| 1 | 2 |"])
def test_a_break_and_a_small_table_that_stand_elsewhere_moved(small: str) -> None:
    found = compared(f"{A}\n\n{small}\n\n{B}\n\n{C}", f"{A}\n\n{B}\n\n{C}\n\n{small}\n\n{D}")
    assert found.summary == Summary(moved=1, added=1, words_added=11)


@pytest.mark.parametrize("is_joined", [True, False])
def test_words_that_are_joined_to_a_paragraph_further_away_moved(*, is_joined: bool) -> None:
    texts = f"{A}\n\n{B}\n\n{C}", f"{A} {C}\n\n{B}"
    found = compared(*(texts if is_joined else texts[::-1]))
    gone_or_come = "deleted" if is_joined else "added"
    assert found.summary == Summary(changed=1, **{gone_or_come: 1})
    moves = {piece.move for pair in found.walk() for piece in pair.pieces if piece.kind != "same"}
    assert moves == {1}


RIGHT = "| A | B |\n|---|---:|\n| Long Sand | {} |\n| Weir | 7 |"


@pytest.mark.parametrize(("old", "new"), [("to be agreed", "14"), ("14", "to be agreed")])
def test_a_column_set_to_the_right_by_its_author_is_the_same_one_of_words_or_of_figures(
    old: str, new: str
) -> None:
    found = compared(RIGHT.format(old), RIGHT.format(new))
    assert (found.summary.changed, found.summary.added, found.summary.deleted) == (1, 0, 0)
    other = compared(
        RIGHT.format(old).replace("-:", "-"), RIGHT.format("agreed by all").replace("-:", "-")
    )
    assert other.summary.added == 0


def test_what_changed_in_a_paragraph_that_moved_is_known() -> None:
    other = A.replace("spring", "autumn")
    found = compared(f"{A}\n\n{B}\n\n{C}\n\n{D}", f"{B}\n\n{C}\n\n{D}\n\n{other}")
    marks = A.replace("spring", "[-spring-]{+autumn+}")
    assert lines(found.blocks)[1] == f"moved here 1 paragraph: {marks}"
    assert found.summary == Summary(moved=1, words_added=1, words_deleted=1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"- {A}\n- {B}\n\n{C}\n\n{D}", f"- {A}\n\n{C}\n\n{D}\n\n- {B}"),
        (f"- {B}\n\n{D}\n\n- {C}\n- {A}", f"{D}\n\n- {C}\n- {B}\n- {A}"),
        (f"- {A}\n  - {B}\n- {C}\n\n{D}", f"- {A}\n- {C}\n\n{D}\n\n- {B}"),
    ],
)
def test_a_point_that_is_or_was_alone_in_its_list_moved(one: str, other: str) -> None:
    for old, new in ((one, other), (other, one)):
        found = compared(old, new)
        moves = [pair.node.plain for pair in found.walk() if pair.kind == "moved"]
        assert moves == [B, B]
        assert found.summary == Summary(moved=1)


def test_points_that_are_numbered_now_did_not_move() -> None:
    found = compared(f"- {A}\n- {B}", f"1. {A}\n2. {B}")
    assert {pair.kind for pair in found.blocks} == {"deleted", "added"}
    assert found.summary.moved == 0


def test_short_paragraphs_do_not_move() -> None:
    assert told(f"Done.\n\n{A}\n\n{B}", f"{A}\n\n{B}\n\nDone.") == [
        "deleted paragraph: [-Done.-]",
        "added paragraph: {+Done.+}",
    ]


@pytest.mark.parametrize("main", [0, 1])
def test_the_words_of_a_paragraph_that_was_split_moved(main: int) -> None:
    parts = (f"{A} {D}", B) if main == 0 else (B, f"{A} {D}")
    found = compared(" ".join(parts), "\n\n".join(parts))
    changed, added = sorted(found.blocks, key=lambda pair: pair.kind == "added")
    assert (changed.kind, added.kind) == ("changed", "added")
    assert shown(added.pieces) == f"{{+{B}+}}1"
    assert f"[- {B}-]1" in shown(changed.pieces) or f"[-{B} -]1" in shown(changed.pieces)
    assert found.summary == Summary(changed=1, added=1)


def test_a_paragraph_may_be_split_in_three_and_changed() -> None:
    parts = [A, f"{B} {D}", C]
    found = compared(" ".join(parts), "\n\n".join(parts).replace("nine", "ten"))
    assert [pair.kind for pair in found.blocks] == ["added", "changed", "added"]
    assert found.summary == Summary(changed=1, added=2, words_added=1, words_deleted=1)


def test_the_words_of_paragraphs_that_were_joined_moved() -> None:
    found = compared(f"{A} {D}\n\n{B}", f"{A} {D} {B}")
    assert lines(found.blocks) == [
        f"changed paragraph: {A} {D}{{+ {B}+}}1",
        f"deleted paragraph: [-{B}-]1",
    ]
    assert found.summary == Summary(changed=1, deleted=1)


def test_the_words_of_points_that_were_split_or_joined_moved() -> None:
    split, joined = f"1. {C}\n2. {A} {B}", f"1. {C}\n2. {A}\n3. {B}"
    found = compared(split, joined)
    assert found.summary == Summary(changed=1, added=1)
    assert [piece.move for pair in found.walk() for piece in pair.pieces if piece.move] == [1, 1]
    assert compared(joined, split).summary == Summary(changed=1, deleted=1)


def test_points_are_paired_by_their_words_and_may_be_renumbered() -> None:
    old = "1. Install new lamps.\n2. Paint the walls.\n3. Publish a report."
    new = "1. Install ten lamps.\n2. Close the gates.\n3. Paint the walls.\n4. Publish a report."
    found = compared(old, new)
    assert lines(found.blocks) == [
        "changed list",
        "  changed item",
        "    changed paragraph: Install [-new-]{+ten+} lamps.",
        "  added item",
        "    added paragraph: {+Close the gates.+}",
        "  changed 2.>3. item",
        "  changed 3.>4. item",
    ]
    assert found.summary == Summary(
        changed=1, added=1, renumbered=2, words_added=4, words_deleted=1
    )


def test_the_one_point_between_two_that_stay_was_changed_whatever_it_says() -> None:
    old, new = (f"- Install lamps.\n- {words}\n- Report." for words in ("Paint walls.", "Go."))
    assert told(old, new) == [
        "changed list",
        "  changed item",
        "    changed paragraph: [-Paint walls-]{+Go+}.",
    ]


def test_bullets_that_become_numbers_are_another_list() -> None:
    assert [line.split(":")[0] for line in told("- Install.\n- Paint.", "1. Install.\n2. Paint.")][
        ::5
    ] == ["deleted list", "added list"]


HEADS = "| Light | Height |\n|---|---:|\n"


def test_rows_and_cells_are_paired() -> None:
    old = f"{HEADS}| Grey Point | 12 |\n| Black Rock | 20 |\n| White Cape | 31 |"
    new = f"{HEADS}| Grey Point | 13 |\n| Green Hill | 7 |\n| Black Rock | 20 |"
    found = compared(old, new)
    assert lines(found.blocks) == [
        "changed table",
        "  changed row",
        "    changed cell: [-12-]{+13+}",
        "  added row",
        "    added cell: {+Green Hill+}",
        "    added cell: {+7+}",
        "  deleted row",
        "    deleted cell: [-White Cape-]",
        "    deleted cell: [-31-]",
    ]
    assert found.summary == Summary(changed=1, added=1, deleted=1, words_added=4, words_deleted=4)


def test_heads_of_a_table_stay_above_its_rows_and_captions_above_them() -> None:
    old = f": Lights.\n\n{HEADS}| Grey Point | 12 |"
    new = f"{HEADS.replace('Light', 'Lamp')}| Grey Point | 12 |\n\nSome words."
    assert told(old, new)[:4] == [
        "changed table",
        "  deleted caption: [-Lights.-]",
        "  changed row",
        "    changed cell: [-Light-]{+Lamp+}",
    ]


def test_the_source_of_a_table_was_changed_whatever_it_says() -> None:
    table = f"{HEADS}| Grey Point | 12 |\n| Black Rock | 20 |\n: "
    assert told(f"{table}Nine ports.", f"{table}All others agree.") == [
        "changed table",
        "  changed source: [-Nine ports-]{+All others agree+}.",
    ]


@pytest.mark.parametrize(
    "new",
    [
        "| Light | Height | Year |\n|---|---:|---|\n| Grey Point | 12 | 1871 |",
        "| Light | Height |\n|---|:---:|\n| Grey Point | 12 |",
        f"{HEADS}| Grey Point | 12 |\n| ^^ | 13 |",
    ],
)
def test_a_table_with_other_columns_or_cells_over_rows_is_another_table(new: str) -> None:
    kinds = [pair.kind for pair in compared(f"{HEADS}| Grey Point | 12 |", new).blocks]
    assert kinds == ["deleted", "added"]


def test_rows_of_a_table_with_cells_over_rows_keep_their_places() -> None:
    old = f"{HEADS}| Grey Point | 12 |\n| ^^ | 13 |"
    assert told(old, old.replace("13", "14")) == [
        "changed table",
        "  changed row",
        "    changed cell: [-13-]{+14+}",
    ]


def test_a_heading_of_another_level_is_another_heading() -> None:
    assert told(f"## One\n\n{A}\n\n### Two", f"## One\n\n{A}\n\n## Two") == [
        "deleted heading: [-Two-]",
        "added heading: {+Two+}",
    ]


def test_the_one_heading_between_two_paragraphs_was_changed_whatever_it_says() -> None:
    assert told(f"{A}\n\n## Costs\n\n{B}", f"{A}\n\n## Money\n\n{B}") == [
        "changed heading: [-Costs-]{+Money+}"
    ]


def test_notes_are_paired_by_what_they_say_and_not_by_their_numbers() -> None:
    old = f"{A}[^1]\n\n{B}[^2]\n\n[^1]: The oldest light.\n[^2]: In euros of 2026."
    new = f"{A}\n\n{B}[^2] More.[^3]\n\n[^2]: In euros of 2027.\n[^3]: Quite new."
    found = compared(old, new)
    assert [
        (note.kind, note.old and note.old.number, note.new and note.new.number)
        for note in found.notes
    ] == [
        ("deleted", 1, None),
        ("changed", 2, 1),
        ("added", None, 2),
    ]
    assert lines(found.notes[1].pairs) == ["changed paragraph: In euros of [-2026-]{+2027+}."]
    first, second = found.blocks
    assert [piece.kind for piece in first.pieces] == ["same", "deleted"]
    assert shown(second.pieces).endswith("lights.^1{+ More.^2+}")


def test_notes_that_changed_places_are_the_same_notes() -> None:
    old = f"{A}[^1] {B}[^2]\n\n[^1]: The oldest light.\n[^2]: In euros of 2026."
    new = f"{A}[^2] {B}[^1]\n\n[^1]: The oldest light.\n[^2]: In euros of 2026."
    found = compared(old, new)
    assert [note.kind for note in found.notes] == ["same", "same"]
    assert found.blocks[0].kind == "changed"


def test_of_two_notes_that_are_like_one_new_note_one_became_it() -> None:
    light = "The oldest of all nine lights on the coast"
    costs = (
        "Costs are told in euros of 2026, as both parliaments agreed in the spring of that year."
    )
    old = f"A[^1] b[^2] c[^3].\n\n[^1]: {light}.\n[^2]: {light} now.\n[^3]: {costs}"
    new = f"A[^1] b[^2].\n\n[^1]: {costs}\n[^2]: {light} today."
    assert sorted(
        (note.kind, note.new.number if note.new else 0) for note in compared(old, new).notes
    ) == [("changed", 2), ("deleted", 0), ("same", 1)]


def test_blocks_in_quotations_are_paired() -> None:
    assert told(f"> {A}", f"> {A.replace('spring', 'autumn')}")[1].startswith("  changed paragraph")


def test_numbers_that_are_counted_are_no_difference() -> None:
    head = "---\ntitle: A title\nnumbered: true\n---\n\n"
    old, new = (version(body, head=head) for body in (f"{A}\n\n{B}", f"{A}\n\n{C}\n\n{B}"))
    assert lines(difference(old, new).blocks) == [f"added paragraph: {{+{C}+}}"]


@pytest.mark.parametrize("new", [f"{A}[^1]\n\n[^1]: Noted.", f"{A} Yes.[^1]\n\n[^1]: Note."])
def test_a_text_or_a_note_that_differs_is_a_difference(new: str) -> None:
    found = compared(f"{A}[^1]\n\n[^1]: Note.", new)
    assert not found.front
    assert not found.is_none


def test_all_pairs_of_text_and_notes_are_walked() -> None:
    found = compared(f"- {A}[^1]\n\n[^1]: Note.", f"- {A}[^1]\n\n[^1]: Note.")
    kinds = [pair.node.kind for pair in found.walk()]
    assert kinds == ["list", "item", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("old", "new", "summary"),
    [
        ("", "| | |", Summary()),
        ("| | |", "", Summary()),
        ("", "| c | |", Summary(added=1, words_added=1)),
        ("| | |", "| c | |", Summary(added=1, words_added=1)),
        ("| c | |", "| | |", Summary(deleted=1, words_deleted=1)),
        ("| c | |", "| c | d |", Summary(changed=1, words_added=1)),
    ],
)
def test_an_empty_row_is_as_good_as_none_where_paragraphs_are_counted(
    old: str, new: str, summary: Summary
) -> None:
    table = f"{A}\n\n| A | B |\n|---|---|\n| a | b |\n"
    assert compared(table + old, table + new).summary == summary
