"""Texts that the engine loses or misplaces are set in another way, and the result says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from communique.compose.fallback import Narrowing, ways
from communique.model.faults import Fault, ProofError
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from communique.store.paths import TEMPLATES
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Write

pytestmark = pytest.mark.usefixtures("engine")
FILLER = "The water of the river belongs to those who drink from it and to nobody else. " * 3
TURNED = "a table was set across its page, which is turned, since it was wider than that"
SMALLER = "a table was set in smaller type, since it was wider than its page"
DIVIDED = "words in tables were divided, since a table was wider than its page"
RECORDS = "a table was set as a list, row by row, since it was wider than its page"
LONG_WORDS = "long words were divided, since they were wider than their lines"
AT_END = "the notes stand at the end, since text was lost or misplaced with them at the foot"


def remarks(path: Path, out: Path, edition: str = "standard") -> tuple[str, ...]:
    return pipeline.build(read(path), edition, out).files["pdf"].remarks


def table(columns: int, word: str) -> str:
    cells = " | ".join([word] * columns)
    return f"| {cells} |\n|{' --- |' * columns}\n| {cells} |"


def test_an_ordinary_text_has_no_remark(statement: Write, tmp_path: Path) -> None:
    assert remarks(statement(), tmp_path) == ()


def test_a_table_wider_than_the_page_is_set_in_smaller_type_before_its_words_are_divided(
    statement: Write, tmp_path: Path
) -> None:
    for columns, remark in ((9, SMALLER), (11, DIVIDED)):
        path = statement(with_body(table(columns, "Internationalisation")))
        assert remarks(path, tmp_path) == (TURNED, remark)


def test_a_text_whose_page_breaks_were_moved_is_not_set_closer() -> None:
    """Each try takes as long as a layout."""
    moved = [way for way in ways(notes=True) if way.own_remarks and not way.notes_at_end]
    assert [way.is_fitted for way in moved] == [False, False]
    assert ways(notes=True)[0].is_fitted


def test_no_other_table_has_smaller_type_or_divided_words(statement: Write, tmp_path: Path) -> None:
    narrow = table(3, "Internationalisation of trade") + "\n| a | b | c |" * 9
    path = statement(with_body(f"{table(11, 'Internationalisation')}\n\nThen:\n\n{narrow}"))
    assert remarks(path, tmp_path) == (TURNED, DIVIDED)
    reading = Reading(next(tmp_path.glob("*.pdf")).read_bytes())
    pieces = list(reading.pieces)
    lead = next(number for number, piece in enumerate(pieces) if piece.text.startswith("Then:"))
    whole = [p for p in pieces[lead:] if p.text.startswith("Internationalisation")]
    assert len(whole) == 2 * 3, "the words of the second table"
    assert {round(piece.size, 1) for piece in whole} == {9.5}


def test_a_head_that_is_divided_is_known_on_the_next_page(statement: Write, tmp_path: Path) -> None:
    rows = "\n|" + " some words |" * 11
    path = statement(with_body(table(11, "Internationalisation") + rows * 40))
    assert remarks(path, tmp_path) == (TURNED, DIVIDED)


def test_a_table_too_wide_even_then_is_a_list(statement: Write, tmp_path: Path) -> None:
    path = statement(
        with_body(f"{table(9, '1,234,567,890,123,456.00')}\n\nThen:\n\n{table(2, 'a')}")
    )
    assert remarks(path, tmp_path) == (RECORDS,)
    pages = PdfReader(next(tmp_path.glob("*.pdf"))).pages
    assert "1,234,567,890,123,456.00\n1,234,567,890,123,456.00" in pages[0].extract_text()


def test_two_languages_side_by_side_have_the_same_tables_as_lists(
    statement: Write, tmp_path: Path
) -> None:
    wide, narrow = table(6, "1,234,567.00"), table(6, "1")
    one, other = (
        read(statement(with_body(text), f"a.{tag}.md"))
        for tag, text in (("en", wide), ("fr", narrow))
    )
    both = replace(one, beside=other)
    remarks = pipeline.build(both, "parallel", tmp_path).files["pdf"].remarks
    assert [each for each in remarks if "languages:" not in each] == [RECORDS]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("table, tbody, thead, tr, td, th { display: block }", "the cells of a row do not stand"),
        ("td { float: right }", "this does not stand after what is read before it: 2"),
        (
            "tr:last-child td { text-align: right; padding: 0 3em 0 0 }",
            "the cells of a column",
        ),
    ],
)
def test_a_table_that_a_stylesheet_spoils_is_refused_and_not_said_to_be_too_wide(
    project: Path, statement: Write, rule: str, said: str
) -> None:
    css = (TEMPLATES / "styles/base.css").read_text("utf-8")
    own = project / "templates/styles/base.css"
    own.parent.mkdir(parents=True)
    own.write_text(css + rule, "utf-8")
    with pytest.raises(ProofError) as told:
        remarks(statement(with_body("| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |")), project / "out")
    assert any(said in fault.wrong for fault in told.value.faults)
    assert any(fault.key == "cells" for fault in told.value.faults)


def test_a_table_whose_head_is_higher_than_its_page_is_a_list(
    statement: Write, tmp_path: Path
) -> None:
    head = " | ".join(["We go to the sea. " * 20] * 9)
    path = statement(with_body(f"| {head} |\n|{' --- |' * 9}\n|{' 1 |' * 9}"))
    assert RECORDS in remarks(path, tmp_path, "large-print")


def test_a_table_whose_rows_are_higher_than_their_pages_is_a_list(
    statement: Write, tmp_path: Path
) -> None:
    row = " | ".join(["We go to the sea. " * 20] * 8)
    path = statement(with_body(f"|{' a |' * 8}\n|{' --- |' * 8}\n| {row} |"))
    assert RECORDS in remarks(path, tmp_path, "large-print")


def test_the_kind_of_document_is_not_divided_beside_many_parties(
    statement: Write, tmp_path: Path
) -> None:
    """Where both hardly fit into a line, the engine makes the kind as narrow as it can be."""
    text = """---
title: Lights
kind: speech
issuers:
  - country: Переговоры развитие знание деятельность
  - name: Мера достоинство
---

Yes.
"""
    assert remarks(statement(text, "a.ru.md"), tmp_path, "large-print") == ()


NAME = "Donaudampfschifffahrtsgesellschaft"


def test_a_word_longer_than_its_line_is_divided(statement: Write, tmp_path: Path) -> None:
    points = "- One\n    - two\n        - three\n            - "
    one, other = (
        read(statement(with_body(points + word), f"a.{tag}.md"))
        for tag, word in (("de", "m" * 35), ("en", "Boats"))
    )
    both = replace(one, beside=other)
    assert pipeline.build(both, "parallel", tmp_path).files["pdf"].remarks == (LONG_WORDS,)


def test_marks_that_stay_with_a_long_word_have_room_in_its_line(
    statement: Write, tmp_path: Path
) -> None:
    letters = "спільнотаперемоганайвідповідальнішийгідністьпроєктрозвитокповагарівністьчасінтерес"
    body = "\n\n".join(f"Обов’язок «\u00a0край {letters}{letters[:n]}\u00a0»" for n in range(1, 51))
    assert remarks(statement(with_body(body), "a.uk.md"), tmp_path, "large-print") == (LONG_WORDS,)


def test_heads_and_names_of_two_languages_stand_beside_one_another_however_long_they_are(
    statement: Write, tmp_path: Path
) -> None:
    def text(head: str, name: str) -> str:
        signed = f"signatures:\n  signatories:\n    - name: {name}\n    - name: Ada\n"
        table = f"| a | {head} |\n|---|---|\n| b | c |"
        return f"---\ntitle: Lights\n{signed}---\n\nYes.\n\n{table}\n"

    texts = {"de": text("Boot " * 40, "i" * 90), "en": text("Boats", "Ben")}
    one, other = (read(statement(each, f"a.{tag}.md")) for tag, each in texts.items())
    both = replace(one, beside=other)
    assert pipeline.build(both, "parallel", tmp_path).files["pdf"].remarks == ()


@pytest.mark.parametrize("edition", ["standard", "letter", "large-print"])
def test_a_name_longer_than_its_half_of_the_row_is_divided_like_any_other_word(
    statement: Write, tmp_path: Path, edition: str
) -> None:
    signed = f"signatures:\n  signatories:\n    - name: {NAME}\n    - name: Ada\n"
    party = f"      on_behalf: {NAME}skapitänspatent\n"
    for text in (signed, signed.replace("- name: Ada\n", f"- name: Ada\n{party}")):
        path = statement(f"---\ntitle: Lights\n{text}---\n\nYes.\n", "a.de.md")
        assert remarks(path, tmp_path, edition) == ()


def test_a_line_that_nothing_divides_is_refused_and_the_message_helps(
    statement: Write, tmp_path: Path
) -> None:
    line = "Yes, we do. " * 9 + "\u00a0".join(["1,234,567.00"] * 9)
    with pytest.raises(ProofError) as refused:
        pipeline.build(read(statement(with_body(line))), "standard", tmp_path)
    (fault,) = refused.value.faults
    assert fault.wrong.startswith("page 1: text runs out at the side: 1,234,567.00")
    assert fault.instead == "write it shorter, or with ordinary spaces, at which its lines may end"
    assert not list(tmp_path.glob("*.pdf"))


def test_what_is_too_wide_is_narrowed_step_by_step_and_no_further() -> None:
    none, one, two = frozenset[int](), frozenset([0]), frozenset([0, 1])
    steps = [first := Narrowing()]
    for wide in (one, one, two, two, two, none, none):
        narrower = steps[-1].more(wide)
        assert narrower
        steps.append(narrower)
    assert steps == [
        first,
        Narrowing(smaller=one),
        Narrowing(smaller=one, divided=one),
        Narrowing(smaller=frozenset([1]), records=one),
        Narrowing(smaller=frozenset([1]), divided=frozenset([1]), records=one),
        Narrowing(records=two),
        Narrowing(records=two, long_words=1),
        Narrowing(records=two, long_words=2),
    ]
    assert [step.all_long_words for step in steps[-2:]] == [False, True]
    assert steps[-1].more(none) is None


def test_each_table_goes_a_step_further_and_others_stay_as_they_are() -> None:
    one, two = frozenset([0]), frozenset([1])
    first = Narrowing().more(one | two, two)
    assert first == Narrowing(smaller=one | two)
    assert first.remarks == (SMALLER,)
    second = first.more(two, two)
    assert second == Narrowing(turned=two, smaller=one)
    third = second.more(one | two, two)
    assert third == Narrowing(turned=two, smaller=one | two, divided=one)
    assert third.remarks == (TURNED, SMALLER, DIVIDED)
    fourth = third.more(two, two)
    assert fourth == Narrowing(turned=two, smaller=one | two, divided=one | two)
    assert fourth.more(two, two) == Narrowing(smaller=one, divided=one, records=two)


def test_what_leads_to_a_turned_table_stays_on_its_page_if_at_all_once() -> None:
    one, two = frozenset([0]), frozenset([1])
    turned = Narrowing(turned=one)
    alone = turned.without_leads(one | two)
    assert alone == Narrowing(turned=one, alone=one)
    assert alone.without_leads(one) is None


def test_notes_longer_than_their_pages_are_set_at_the_end(statement: Write, tmp_path: Path) -> None:
    notes = "\n".join(f"[^{n}]: {FILLER * 10}" for n in range(1, 4))
    calls = " ".join(f"Some words.[^{n}]" for n in range(1, 4))
    assert remarks(statement(with_body(f"{calls}\n\n{notes}")), tmp_path) == (AT_END,)


@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_markers_of_a_list_have_room_however_long_they_are(
    statement: Write, tmp_path: Path, edition: str
) -> None:
    points = "\n".join(f"{n}. Some words." for n in range(996, 1004))
    assert remarks(statement(with_body(points)), tmp_path, edition) == ()


def test_a_last_page_of_one_line_that_nothing_mends_is_a_remark(
    statement: Write, tmp_path: Path
) -> None:
    path = statement(with_body("We met.[^1]\n\n## Annex\n\n[^1]: By the river."))
    assert remarks(path, tmp_path) == ("page 2: the last page holds a single line",)


def test_what_only_looks_ill_is_no_wish_where_something_is_lost_besides() -> None:
    ill = Fault(Path("a.en.md"), 1, "layout", "page 2: a single line", "nothing was delivered")
    assert ProofError([ill]).wishes == ("page 2: a single line",)
    assert ProofError([ill, ill._replace(key="words")]).wishes == ()


@pytest.mark.parametrize(
    ("keys", "helps"),
    [
        (["words"], True),
        (["order"], True),
        (["visible"], True),
        (["place", "spaces"], True),
        (["spaces"], False),
        (["tags", "contrast"], False),
    ],
)
def test_another_way_is_tried_where_something_may_have_run_off_its_page(
    keys: list[str], helps: bool
) -> None:
    faults = (Fault(Path("a.en.md"), 1, key, "wrong", "instead") for key in keys)
    assert ProofError(faults).repairable == helps


def test_notes_are_moved_only_where_there_are_notes() -> None:
    assert {way.notes_at_end for way in ways(notes=True)} == {False, True}
    assert {way.notes_at_end for way in ways(notes=False)} == {False}


def test_other_breaks_are_not_tried_where_most_of_the_text_is_misplaced(tmp_path: Path) -> None:
    def error(count: int) -> ProofError:
        return ProofError(Fault(tmp_path, n, "place", "wrong", "instead") for n in range(count))

    assert not error(40).hopeless
    assert error(41).hopeless
