"""A text with a short page is set a little closer, in small steps, and loses nothing by it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from weasyprint import HTML

from communique.compose import fitting as steps
from communique.compose.sheet import Steps
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from communique.typeset import engine
from communique.typeset.pages import fitting, laid_out
from communique.typeset.pages.fitting import Fit, fitted
from tests.samples import SOURCE, with_body

if TYPE_CHECKING:
    from communique.compose.sheet import Sheet
    from communique.publish.result import ProvenFile
    from communique.typeset.engine import Typeset
    from tests.conftest import Write

DANISH = SOURCE / "copenhagen-quantum-2023.da.md"
CLOSER = "the text was set closer (step 6 of 6), since 4 lines would stand alone on page 2"
STEPS = Steps(tuple("012345"), "together")
MEASURE = 340  # pt
LINE = "This is a line of the page, and another one follows it."


def made(path: Any, edition: str = "standard") -> ProvenFile:
    return pipeline.make(read(path), edition).files["pdf"]


def document(*pages: str) -> Any:
    """Return what the engine makes of texts that fill a page each."""
    style = "<style>@page { size: 500px; margin: 0 } section { height: 500px }</style>"
    body = style + "".join(f"<section>{page}</section>" for page in pages)
    return HTML(string=body).render(font_config=engine._fonts())


def test_the_danish_founding_statement_stands_on_one_page() -> None:
    pdf = made(DANISH)
    assert (pdf.pages, pdf.remarks) == (1, (CLOSER,))


def test_its_type_keeps_its_size_and_its_lines_stand_nearly_as_before() -> None:
    blocks = Reading(made(DANISH).data).blocks
    text = next(block for block in blocks if block.pieces[0].text.startswith("Der er igen krig"))
    assert {round(piece.size, 2) for piece in text.pieces} == {11}
    first, second = sorted({piece.baseline for piece in text.pieces}, reverse=True)[:2]
    assert first - second == pytest.approx(14.9, abs=0.05)


@pytest.mark.parametrize(
    ("lines", "pages", "closer"),
    [(25, 1, False), (26, 1, True), (28, 1, True), (29, 2, False), (35, 2, False)],
)
def test_only_a_text_that_a_step_brings_back_is_set_closer(
    statement: Write, lines: int, pages: int, *, closer: bool
) -> None:
    pdf = made(statement(with_body("\n\n".join([LINE] * lines))))
    assert (pdf.pages, bool(pdf.remarks)) == (pages, closer)


@pytest.mark.parametrize(
    ("turn", "is_fitted"), [("plain", True), ("alternat-1", True), ("negotiation", False)]
)
def test_a_print_to_work_with_is_not_set_closer(turn: str, *, is_fitted: bool) -> None:
    pdf = pipeline.make(read(DANISH), "standard", turn=turn).files["pdf"]
    assert (pdf.remarks == (CLOSER,)) is is_fitted


def test_a_text_is_set_closer_where_only_whom_to_ask_would_stand_on_the_last_page(
    statement: Write,
) -> None:
    """However many lines it has."""
    more = "editors: [A note., Another note., A third note.]\ncontact: Press office, +00 0000"
    text = f"---\ntitle: A\n{more}\n---\n\n" + f"{LINE}\n\n" * 20
    pdf = made(statement(text))
    assert (pdf.pages, bool(pdf.remarks)) == (1, True)


@pytest.mark.parametrize(
    ("pages", "tried"), [(1, []), (2, [0, 1, 2, 3, 4, 5]), (4, [3, 5]), (10, [3, 5]), (11, [])]
)
def test_so_many_steps_are_tried_from_loose_to_tight(pages: int, tried: list[int]) -> None:
    first, seen = document(*"abcdefghijkl"[:pages]), []

    def lay_out(step: str) -> Any:
        seen.append(int(step))
        return first

    assert fitted(first, STEPS, lay_out) == (first, None)
    assert seen == tried


def test_the_first_step_that_saves_a_page_is_taken() -> None:
    first, closer = document("a b", "c"), document("a b c")
    assert fitted(first, STEPS, lambda step: closer if step > "1" else first) == (
        closer,
        Fit(2, 1, 2),
    )


SIGNED = "<div class=signatures>{}</div>"


@pytest.mark.parametrize(
    ("tried", "taken"),
    [
        (("text", SIGNED.format("Ada<br>Ben")), True),
        (("text", "text", SIGNED.format("Ada<br>Ben")), False),
        (("text" + SIGNED.format("Ada"), SIGNED.format("Ben")), False),
        (("text", SIGNED.format("Ada")), False),
    ],
)
def test_those_who_sign_are_brought_to_one_page_in_no_more_pages(
    tried: tuple[str, ...], *, taken: bool
) -> None:
    """And with no word lost."""
    apart = document("text" + SIGNED.format("Ada"), SIGNED.format("Ben"))
    closer = document(*tried)
    found = fitted(apart, STEPS._replace(signed="s"), lambda step: closer if step == "s" else apart)
    assert found == (closer if taken else apart, None)


def test_a_try_that_loses_a_word_never_wins() -> None:
    first, closer, lost = document("a b", "c"), document("a b c"), document("a c")
    assert fitted(first, STEPS, lambda _: lost) == (first, None)
    found = fitted(first, STEPS, lambda step: closer if step == "4" else lost)
    assert found == (closer, Fit(4, 1, 2))


def test_the_letters_of_what_stands_beside_the_text_count_on_its_first_page_too() -> None:
    """Or a try with more of the facts on page 1 would seem to have lost them."""
    facts = "<div style='position: relative'><aside style='position: absolute'>xy</aside>z</div>"
    assert laid_out.letters(document(facts)) == dict.fromkeys("xyz", 1)


def test_where_the_proof_refuses_the_closer_text_the_ordinary_one_is_tried() -> None:
    wrong = []

    def set_type(sheet: Sheet) -> Typeset:
        typeset = engine.set_type(sheet)
        if typeset.fit:
            wrong.append(typeset)
            return engine.set_type(replace(sheet, html=sheet.html.replace("krig", "fred")))
        return typeset

    pdf = pipeline.make(read(DANISH), "standard", set_type=set_type).files["pdf"]
    assert len(wrong) == 1
    assert (pdf.pages, pdf.remarks) == (2, ())


def test_each_step_has_its_stylesheet_and_its_number() -> None:
    assert len(steps.styles().closer) == 6
    assert steps.remark(0, 1, 3) == (
        "the text was set closer (step 1 of 6), since 1 line would stand alone on page 3"
    )
    assert steps.remark(0, 0, 3).endswith(
        ", since page 3 would have nothing but what stands below the text"
    )


def test_a_short_annex_keeps_its_page(statement: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[object] = []
    monkeypatch.setattr(fitting, "_TRIES", ((10, (0,)),))
    monkeypatch.setattr(laid_out, "letters", tried.append)
    pdf = made(statement(with_body("We met.\n\n## Annex\n\nTwo words.")))
    assert (pdf.pages, tried) == (2, [])


def test_a_page_of_few_lines_before_an_annex_is_saved(statement: Write) -> None:
    text = "\n\n".join([LINE] * 27)
    pdf = made(statement(with_body(f"{text}\n\n## Annex\n\nTwo words.")))
    remark = "the text was set closer (step 2 of 6), since 2 lines would stand alone on page 2"
    assert (pdf.pages, pdf.remarks) == (2, (remark,))


def test_such_a_page_is_saved_where_the_last_page_stays_short() -> None:
    first, closer = document("a", "b", "text<br>" * 9, "c"), document("a b", "text<br>" * 9, "c")
    assert fitted(first, STEPS, lambda _: closer) == (closer, Fit(3, 1, 2))


def test_a_step_that_saves_another_page_is_none() -> None:
    """Nothing is said of a short page that stays one."""
    first = document("a", "b", "text<br>" * 9, "text<br>" * 9)
    another = document("a", "b", "text<br>" * 18)
    assert fitted(first, STEPS, lambda _: another) == (first, None)


def test_a_step_that_also_saves_the_page_after_a_short_one_is_none() -> None:
    first, closer = document("a", "b", "text<br>" * 9), document("a b" + "text<br>" * 9)
    assert fitted(first, STEPS, lambda _: closer) == (first, None)


def test_a_number_beside_a_paragraph_is_no_line_of_its_own() -> None:
    number = "<span style='display: inline-block; font-size: 9px; line-height: 1'>7</span>"
    lines = f"{number} text<br>" * 4
    first, closer = document("a", lines), document(f"a {lines}")
    assert fitted(first, STEPS, lambda _: closer) == (closer, Fit(0, 4, 2))


def test_a_short_table_on_a_page_on_its_side_keeps_its_page(statement: Write) -> None:
    columns = range(9)
    head = "".join(f"| Harbourmaster{column} " for column in columns)
    row = "".join("| 12 " for _ in columns)
    table = f"{head}|\n{'| --- ' * len(columns)}|\n{row}|"
    pdf = made(statement(with_body(f"We met.\n\n{table}")))
    assert (pdf.pages, [remark for remark in pdf.remarks if "closer" in remark]) == (2, [])


@pytest.mark.parametrize("name", ["a.en.md", "a.he.md"])
@pytest.mark.parametrize(("rows", "below"), [(3, 3), (17, 17), (19, 3)])
def test_whom_to_ask_stands_below_a_table_on_a_page_on_its_side_with_room_for_it(
    statement: Write, name: str, rows: int, below: int
) -> None:
    """Where it has none, the last rows stand above it on another one."""
    table = f"{'| Harbourmaster ' * 9}|\n{'| --- ' * 9}|\n" + f"{'| 12 ' * 9}|\n" * rows
    text = f"---\ntitle: A\ncontact: Press office\n---\n\nWe met.\n\n{table}"
    pdf = made(statement(text, name))
    pieces = [piece for piece in Reading(pdf.data).pieces if isinstance(piece.mark, int)]
    [asked] = [piece for piece in pieces if piece.text == "Press office"]
    found = [piece for piece in pieces if piece.text == "12" and piece.page == asked.page]
    assert len(found) == 9 * below
    assert asked.page == pdf.pages - 1 == 1 + (below < rows)
    assert all(piece.baseline > asked.baseline for piece in found)


@pytest.mark.parametrize("name", ["a.en.md", "a.he.md"])
@pytest.mark.parametrize(("rows", "alone"), [(3, False), (11, False), (15, True), (17, True)])
def test_so_do_those_who_sign_where_all_that_follows_has_room(
    statement: Write, name: str, rows: int, *, alone: bool
) -> None:
    table = f"{'| Harbourmaster ' * 9}|\n{'| --- ' * 9}|\n" + f"{'| 12 ' * 9}|\n" * rows
    front = (
        "title: A\ncontact: Press office\nsignatures:\n  signatories: [{name: Ada}, {name: Ben}]"
    )
    pdf = made(statement(f"---\n{front}\n---\n\nWe met.\n\n{table}", name))
    placed = {p.text: p for p in Reading(pdf.data).pieces if isinstance(p.mark, int)}
    row, one, other, last = (placed[text] for text in ("12", "Ada", "Ben", "Press office"))
    assert (row.page, one.page, other.page, last.page) == (1, *(3 * (1 + alone,)))
    assert one.baseline == other.baseline > last.baseline
    assert alone or row.baseline > one.baseline
    assert abs(one.left - other.left) < MEASURE
    assert pdf.pages == 2 + alone


@pytest.mark.parametrize(("rows", "alone"), [(3, False), (17, True)])
def test_those_who_sign_stand_below_such_a_table_before_an_annex_too(
    statement: Write, rows: int, *, alone: bool
) -> None:
    table = f"{'| Harbourmaster ' * 9}|\n{'| --- ' * 9}|\n" + f"{'| 12 ' * 9}|\n" * rows
    front = "title: A\nsignatures:\n  signatories: [{name: Ada}, {name: Ben}]"
    text = f"---\n{front}\n---\n\nWe met.\n\n{table}\n\n## Annex 1\n\nMore.\n"
    placed = {p.text: p for p in Reading(made(statement(text)).data).pieces}
    row, one, other, annex = (placed[text] for text in ("12", "Ada", "Ben", "Annex 1"))
    assert (row.page, one.page, annex.page) == (1, 1 + alone, 2 + alone)
    assert alone or row.baseline > one.baseline == other.baseline
    assert abs(one.left - other.left) < MEASURE


@pytest.mark.parametrize(("width", "tried"), [(490, True), (510, False)])
def test_nothing_is_tried_where_a_table_is_wider_than_its_page(width: int, *, tried: bool) -> None:
    cell = f"<table style='border-spacing: 0; width: {width}px'><tr><td>cell</table>"
    first, seen = document(f"line{cell}", "line"), []

    def lay_out(step: str) -> Any:
        seen.append(step)
        return first

    fitted(first, STEPS, lay_out)
    assert bool(seen) is tried


def test_where_no_step_saves_a_page_with_whom_to_ask_alone_the_last_lines_go_with_it(
    statement: Write,
) -> None:
    contact = "contact: Press office, +00 0000"
    text = f"---\ntitle: A\n{contact}\neditors: [{', '.join(['A note.'] * 7)}]\n---\n\n"
    pdf = made(statement(text + f"{LINE}\n\n" * 27))
    found = [piece.text for piece in Reading(pdf.data).pieces if piece.page == 1]
    assert pdf.pages == 2
    assert LINE in found
    assert pdf.remarks == ()


@pytest.mark.parametrize(
    ("above", "moved", "taken"),
    [
        (260, "line<br>" * 8, True),
        (260, "line<br>" * 9, False),
        (260, "<table><tr><td>cell</table>", False),
        (260, "<svg width=9 height=9></svg>", False),
        (200, "line", False),
        (260, f"<div class=signatures>{'line<br>' * 9}</div>", True),
    ],
)
def test_no_hole_is_left_where_the_last_lines_were(above: int, moved: str, *, taken: bool) -> None:
    _check_moved(above, moved, "Press office", taken=taken)


@pytest.mark.parametrize(
    ("above", "asked", "taken"), [(260, 5, True), (260, 6, False), (370, 6, True)]
)
def test_more_than_a_few_lines_stand_alone_rather_than_leave_a_quarter_of_a_page_empty(
    above: int, asked: int, *, taken: bool
) -> None:
    _check_moved(above, "line", "<br>".join(["Press office"] * asked), taken=taken)


def _check_moved(above: int, moved: str, asked: str, *, taken: bool) -> None:
    """Check whether lines that are `moved` to those of whom is `asked` stay there."""
    text = f"<div style='height: {above}px'></div>text"
    apart = document(f"{text}<div>{moved}</div>", f"<footer>{asked}</footer>")
    together = document(text, f"<div>{moved}</div><footer>{asked}</footer>")

    def lay_out(step: str) -> Any:
        return together if step == "together" else apart

    assert fitted(apart, STEPS, lay_out) == (together if taken else apart, None)


def test_the_last_lines_go_with_it_too_where_a_step_saves_another_page() -> None:
    text, annex = (f"<div style='height: 260px'>{word}</div>text" for word in ("text", "annex"))
    asked = "<footer>Press office</footer>"
    laid_out = {
        "": document(text, "few", f"{annex}<div>moved</div>", asked),
        "3": document(f"{text} few", f"{annex}<div>moved</div>", asked),
        "3together": document(f"{text} few", annex, f"<div>moved</div>{asked}"),
    }
    fit = Fit(step=3, lines=1, page=2)
    assert fitted(laid_out[""], STEPS, laid_out.__getitem__) == (laid_out["3together"], fit)


@pytest.mark.parametrize(("lines", "short"), [(4, True), (5, False)])
def test_few_lines_are_a_short_page_with_whom_to_ask_too(lines: int, *, short: bool) -> None:
    last = f"{'line<br>' * lines}<footer>Press<br>office</footer>"
    assert list(fitting._short_pages(document("text", last))) == [(lines, 2)] * short


def test_whom_to_ask_stands_alone_rather_than_with_a_table(statement: Write) -> None:
    """The page where the table was would stay empty to a third."""
    front = f"title: A\ncontact: Press office\neditors: [{', '.join(['A note.'] * 7)}]"
    table = "## Figures\n\n| Place | Sum |\n|---|---:|\n| Weir | 12 |\n| Ford | 14 |\n"
    pdf = made(statement(f"---\n{front}\n---\n\n" + f"{LINE}\n\n" * 18 + table))
    blocks = Reading(pdf.data).blocks
    page_of = {block.pieces[0].text.strip(): block.pieces[0].page for block in blocks}
    assert (page_of["Figures"], page_of["14"], page_of["Press office"]) == (0, 0, 1)


@pytest.mark.parametrize("kind", ["a5", "large-print"])
def test_the_last_rows_of_a_table_go_with_whom_to_ask(statement: Write, kind: str) -> None:
    """That is at least three of them, and with a source as many."""
    asked = 0
    for rows in range(18, 30):
        source = "\n: Source: the ports." * (rows % 2)
        table = "| Place | Sum |\n|---|---:|" + "\n| Weir | 12 |" * rows
        text = f"---\ntitle: A\ncontact: Press office\n---\n\n{LINE}\n\n{table}{source}\n"
        pieces = Reading(made(statement(text), kind).data).pieces
        last = [piece.text for piece in pieces if piece.page == pieces[-1].page]
        assert last.count("12") >= min(3, rows)
        asked += last.count("12") == 3  # rows, no more than have to be
    assert asked


@pytest.mark.parametrize("length", [1, 2, 3])
def test_a_short_paragraph_below_a_table_goes_with_whom_to_ask(
    statement: Write, length: int
) -> None:
    """The table stays where it is."""
    front = f"title: A\ncontact: Press office\neditors: [{', '.join(['A note.'] * 7)}]"
    table = "## Figures\n\n| Place | Sum |\n|---|---:|\n| Weir | 12 |\n| Ford | 14 |\n"
    last = f"It ends. {'These are its last words. ' * (3 * length - 2)}\n"
    pdf = made(statement(f"---\n{front}\n---\n\n" + f"{LINE}\n\n" * 16 + f"{table}\n{last}"))
    pieces = Reading(pdf.data).pieces
    page_of = {piece.text.strip()[:8]: piece.page for piece in pieces}
    heights = {piece.baseline for piece in pieces if "last words" in piece.text and piece.page}
    assert (page_of["14"], page_of["It ends."], page_of["Press of"]) == (0, 1, 1)
    assert len(heights) == length


def test_the_last_lines_go_with_notes_at_the_end_too(statement: Write) -> None:
    text = "\n\n".join(f"{number}. {LINE} {LINE}" for number in range(1, 14))
    body = f"{text}\n\n14. Called.[^1]\n\n[^1]: Noted. {LINE} {LINE}"
    first, beside = (read(statement(with_body(body), f"a.{tag}.md")) for tag in ("en", "de"))
    pdf = pipeline.make(replace(first, beside=beside), "parallel").files["pdf"]
    page_of = {piece.text.strip(): piece.page for piece in Reading(pdf.data).pieces}
    called, noted = (
        next(page for said, page in page_of.items() if word in said) for word in ("Called", "Noted")
    )
    assert (pdf.pages, called, noted) == (2, 1, 1)
