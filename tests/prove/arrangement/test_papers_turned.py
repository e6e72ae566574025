"""Pages that are turned for a table that is too wide for others: what stands on them, and how."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.tables.wide import with_turned
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import tags
from communique.prove.arrangement import papers
from communique.prove.form import MM
from communique.read.source import read
from communique.run import pipeline
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints
from tests.samples import with_body, with_front

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from tests.conftest import Write

pytestmark = pytest.mark.usefixtures("engine")
TURNED = "a table was set across its page, which is turned, since it was wider than that"
TEXT = "The harbours of the strait were asked what they spend on their lights, and they answered."
COLUMNS = 9
TABLE = "\n".join(
    [
        ": Table 1",
        f"| Harbour |{' Administration |' * (COLUMNS - 1)}",
        f"|{'---|' * COLUMNS}",
        *(f"| Harbour {row} |{' 1,000,000 |' * (COLUMNS - 1)}" for row in range(24)),
        ": Source: the ports.",
    ]
)


def made(statement: Write, paragraphs: int, edition: str, name: str = "a.en.md") -> Reading:
    above = "\n\n".join([TEXT] * paragraphs)
    body = f"{above}\n\n## Costs\n\nThe table shows them.\n\n{TABLE}\n\nLast words. {TEXT * 20}"
    pdf = pipeline.make(read(statement(with_body(body), name)), edition).files["pdf"]
    assert TURNED in pdf.remarks
    return Reading(pdf.data)


def pieces_of(reading: Reading, text: str) -> list[Piece]:
    return [p for p in reading.pieces if isinstance(p.mark, int) and p.text.startswith(text)]


def size(reading: Reading, page: int) -> tuple[int, int]:
    left, bottom, right, top = reading.pages[page].box("MediaBox")
    return round(right - left), round(top - bottom)


@pytest.mark.parametrize(("edition", "paper"), [("standard", (595, 842)), ("letter", (612, 792))])
def test_a_wide_table_is_on_turned_pages_and_nothing_else_but_what_leads_to_it(
    statement: Write, edition: str, paper: tuple[int, int]
) -> None:
    reading = made(statement, 10, edition)
    rows = {piece.page for piece in pieces_of(reading, "Harbour ")}
    turned = {n for n in range(len(reading.pages)) if size(reading, n) == paper[::-1]}
    assert rows == turned == {1, 2}
    assert {size(reading, n) for n in range(len(reading.pages))} == {paper, paper[::-1]}
    for words in ("Costs", "The table shows them.", "Table 1", "Harbour 0"):
        assert pieces_of(reading, words)[0].page == 1
    assert pieces_of(reading, "Source")[0].page == 2
    assert pieces_of(reading, "Last words")[0].page == 3


@pytest.mark.parametrize("edition", ["standard", "letter"])
def test_a_page_is_not_turned_for_a_table_that_smaller_type_makes_narrow_enough(
    statement: Write, edition: str
) -> None:
    cells = " 1,000,000,000 |" * 5
    table = f"| Harbour |{cells}\n|{'---|' * 6}\n" + f"| Harbour |{cells}\n" * 3
    body = f"{TEXT}\n\n{table}\n\nLast words."
    pdf = pipeline.make(read(statement(with_body(body))), edition).files["pdf"]
    assert pdf.remarks == ("a table was set in smaller type, since it was wider than its page",)
    reading = Reading(pdf.data)
    assert len(reading.pages) == 1
    assert {round(piece.size, 1) for piece in pieces_of(reading, "1,000")} == {8.0}
    assert {piece.text for piece in pieces_of(reading, "1,0")} == {"1,000,000,000"}


def test_running_head_and_page_number_stand_on_a_turned_page(statement: Write) -> None:
    reading = made(statement, 10, "standard")
    around = [piece for piece in reading.artifacts if piece.page == 1 and piece.text.strip()]
    assert {"A title", "Costs", "Page 2 of 4"} <= {piece.text for piece in around}
    folio = next(piece for piece in around if piece.text == "Page 2 of 4")
    assert folio.right > 700


def test_from_right_to_left_a_turned_page_is_mirrored(statement: Write) -> None:
    reading = made(statement, 10, "standard", "a.he.md")
    turned = next(n for n in range(len(reading.pages)) if size(reading, n)[0] > 600)
    head = [p for p in pieces_of(reading, "Administration") if p.page == turned]
    outer = 842 - 22 * 72 / 25.4
    assert max(piece.right for piece in head) < outer - 40
    names = [p.right for p in pieces_of(reading, "Harbour") if p.page == turned]
    assert max(names) == pytest.approx(outer, abs=1)


def test_the_text_of_a_page_that_would_stay_half_empty_goes_with_the_table(
    statement: Write,
) -> None:
    """In lines that are no longer than on other pages."""
    reading = made(statement, 20, "standard")
    first = pieces_of(reading, "Costs")[0]
    above = [piece for piece in reading.pieces if piece.page == first.page]
    above = [p for p in above if isinstance(p.mark, int) and p.baseline > first.baseline]
    assert size(reading, first.page)[0] > 600
    assert pieces_of(reading, "Harbour 0")[0].page == first.page
    assert above
    assert max(piece.right for piece in above) - min(piece.left for piece in above) < 350


def test_no_text_goes_with_a_table_where_that_saves_no_page(
    statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = len(made(statement, 24, "standard").pages)
    asked = []

    def beside_turned(*_: object) -> frozenset[int]:
        asked.append(1)
        return frozenset({40, 42, 44, 46, 48, 50})

    monkeypatch.setattr(papers, "beside_turned", beside_turned)
    reading = made(statement, 24, "standard")
    first = pieces_of(reading, "Costs")[0]
    above = [piece for piece in reading.pieces if piece.page == first.page]
    assert asked
    assert len(reading.pages) == pages
    assert not [p for p in above if isinstance(p.mark, int) and p.baseline > first.baseline]


#: It leaves half of its page to other text.
SHORT = "\n".join([*TABLE.split("\n")[:6], TABLE.split("\n")[-1]])
MEASURE = 350


def width(reading: Reading, page: int, above: float, below: float) -> float:
    """Return how wide the text of a page is between two heights, in pt."""
    found = [p for p in reading.pieces if p.page == page and isinstance(p.mark, int)]
    there = [p for p in found if below <= p.baseline <= above]
    return max(p.right for p in there) - min(p.left for p in there)


def test_a_few_lines_with_a_note_between_two_wide_tables_stand_below_the_first(
    statement: Write,
) -> None:
    """So does the note, at the foot of that page; all lines are no longer than elsewhere."""
    between = f"## More\n\nBetween. {TEXT}[^note]"
    body = f"{TEXT}\n\n{SHORT}\n\n{between}\n\n{TABLE}\n\n[^note]: The note. {TEXT * 2}"
    reading = Reading(pipeline.make(read(statement(with_body(body))), "standard").files["pdf"].data)
    source, more, words, note = (
        pieces_of(reading, each)[0] for each in ("Source", "More", "Between", "The note")
    )
    assert {piece.page for piece in (source, more, words, note)} == {1}
    assert source.baseline > more.baseline > words.baseline > note.baseline
    assert size(reading, 1) == (842, 595)
    assert pieces_of(reading, "Table 1")[1].baseline < words.baseline
    assert width(reading, 1, more.baseline, words.baseline - 20) < MEASURE
    assert width(reading, 1, note.baseline, 0) < MEASURE


def test_points_that_would_stand_alone_on_the_page_before_a_wide_table_go_with_it(
    statement: Write,
) -> None:
    """The list stays one, and those before stay where they are."""
    points = "\n".join(f"- Point {number}. {TEXT}" for number in range(6))
    body = "\n\n".join([*[TEXT] * 12, points, "## Costs", SHORT])
    reading = Reading(pipeline.make(read(statement(with_body(body))), "standard").files["pdf"].data)
    assert [size(reading, page) for page in range(2)] == [(595, 842), (842, 595)]
    placed = [pieces_of(reading, f"Point {number}")[0] for number in range(6)]
    assert [piece.page for piece in placed] == [0, 0, 0, 1, 1, 1]
    assert {round(piece.left) for piece in placed[3:]} == {round(placed[3].left)}
    costs, last = pieces_of(reading, "Costs")[0], placed[5].baseline
    assert last > costs.baseline > pieces_of(reading, "Table 1")[0].baseline
    assert width(reading, 1, placed[3].baseline, costs.baseline) < MEASURE
    lists = [tag for tag in tags(reading.tree) if tag.role == "L"]
    assert [len(each.kids) for each in lists] == [6]


def test_the_last_lines_and_what_stands_below_the_text_go_with_a_wide_table(
    statement: Write,
) -> None:
    front = "title: Lights\ncontact: The press office"
    body = f"{TEXT}\n\n{SHORT}\n\n## Outlook\n\n{TEXT}\n\n- A point"
    path = statement(f"---\n{front}\n---\n\n{body}\n")
    reading = Reading(pipeline.make(read(path), "standard").files["pdf"].data)
    assert [size(reading, n) for n in range(len(reading.pages))] == [(595, 842), (842, 595)]
    below = [pieces_of(reading, each)[0] for each in ("Source", "Outlook", "A point", "The press")]
    assert [piece.page for piece in below] == [1] * 4
    assert [piece.baseline for piece in below] == sorted((p.baseline for p in below), reverse=True)
    assert width(reading, 1, below[1].baseline, 0) < MEASURE


def test_the_last_lines_go_with_a_wide_table_before_an_annex_with_those_who_sign(
    statement: Write,
) -> None:
    front = "title: Lights\nsignatures:\n  signatories: [{name: Ada}, {name: Ben}]"
    body = f"{TEXT}\n\n{SHORT}\n\nLast words.\n\n## Annex 1\n\n{TEXT}"
    path = statement(f"---\n{front}\n---\n\n{body}\n")
    reading = Reading(pipeline.make(read(path), "standard").files["pdf"].data)
    papers_of = [size(reading, n) for n in range(len(reading.pages))]
    assert papers_of == [(595, 842), (842, 595), (595, 842)]
    below = [pieces_of(reading, each)[0] for each in ("Source", "Last words", "Ada")]
    assert [piece.page for piece in below] == [1] * 3
    assert [piece.baseline for piece in below] == sorted((p.baseline for p in below), reverse=True)


def test_what_has_no_room_above_a_wide_table_leaves_that_below_it_to_what_follows(
    statement: Write,
) -> None:
    above = f"{TEXT}\n\n" * 24
    table = "\n".join([*TABLE.split("\n")[:16], TABLE.split("\n")[-1]])
    body = f"{above}{table}\n\nLast words."
    reading = Reading(pipeline.make(read(statement(with_body(body))), "standard").files["pdf"].data)
    papers_of = [size(reading, n) for n in range(len(reading.pages))]
    assert papers_of == [(595, 842), (595, 842), (842, 595)]
    assert sizes_of(reading, "Source", "Last words") == [(842, 595)] * 2


def test_all_that_stands_on_a_half_empty_page_is_named_by_its_line_and_nothing_if_tags_differ(
    statement: Write,
) -> None:
    page = f"{TABLE}\n\n> A quotation.\n\n## Outlook\n\n- One\n- Two\n\nLast words.\n"
    text = read(statement(with_body(f"{TEXT}\n\n{page}")))
    content = content_of(with_turned(text, {0}), edition.load("standard"))
    reading = Reading(typeset(compose(content)).pdf)
    rows = text.source.decode().split("\n")
    below = ("> A", "## Outlook", "- One", "- Two", "Last")
    lines = {n for n, row in enumerate(rows, 1) if row.startswith(below)}
    assert papers.beside_turned(content, reading) == lines
    kids = reading.tree.kids
    for taken in (kids[-1], kids[1]):  # the last words, and the first
        reading.tree.kids = [kid for kid in kids if kid is not taken]
        assert papers.beside_turned(content, reading) == frozenset()


def test_a_single_last_line_goes_to_the_page_of_a_wide_table(statement: Write) -> None:
    path = statement(with_body(f"{TEXT}\n\n{SHORT}\n\nThese are the last words."))
    pdf = pipeline.make(read(path), "standard").files["pdf"]
    assert pdf.remarks == (TURNED,)
    reading = Reading(pdf.data)
    assert sizes_of(reading, "Source", "These are the last words.") == [(842, 595)] * 2
    assert len(reading.pages) == 2


def test_lines_between_wide_tables_and_the_last_ones_both_go_with_them(statement: Write) -> None:
    body = f"{TEXT}\n\n{SHORT}\n\nBetween. {TEXT}\n\n{SHORT}\n\nLast words. {TEXT}"
    reading = Reading(pipeline.make(read(statement(with_body(body))), "standard").files["pdf"].data)
    assert sizes_of(reading, "Between", "Last words") == [(842, 595)] * 2
    assert pieces_of(reading, "Last words")[0].page == len(reading.pages) - 1


def test_what_follows_a_wide_table_stays_on_its_page_where_it_is_an_annex_or_has_no_room(
    statement: Write,
) -> None:
    for text in (f"## Annex 1. More\n\nLast words. {TEXT}", f"Last words. {TEXT * 18}"):
        path = statement(with_body(f"{TEXT}\n\n{SHORT}\n\n{text}"))
        reading = Reading(pipeline.make(read(path), "standard").files["pdf"].data)
        assert sizes_of(reading, "Table 1", "Last words") == [(842, 595), (595, 842)]


def test_the_page_before_an_annex_is_not_turned_for_its_table(statement: Write) -> None:
    """An annex begins a page, so what is above it has the paper that it needs itself."""
    small = "| Harbour | Costs |\n|---|---|\n| Harbour 1 | 1,000 |"
    body = f"{TEXT}\n\n## Annex 1. Costs\n\n{small}\n\n## Annex 2. Harbours\n\n{TABLE}"
    reading = Reading(pipeline.make(read(statement(with_body(body))), "standard").files["pdf"].data)
    assert [size(reading, page)[0] for page in range(4)] == [595, 595, 842, 842]


def test_a_few_lines_of_an_annex_do_not_stand_on_a_page_before_its_table(
    statement: Write,
) -> None:
    body = f"{TEXT}\n\n## Annex 1. Harbours\n\n{TEXT}\n\n{TABLE}"
    reading = Reading(pipeline.make(read(statement(with_body(body))), "standard").files["pdf"].data)
    assert [size(reading, page)[0] for page in range(3)] == [595, 842, 842]
    assert pieces_of(reading, "Annex 1")[-1].page == pieces_of(reading, "Harbour 0")[0].page == 1


#: Its words are divided as well, on A5.
STATIONS = "\n".join(
    [
        ": Tabelle 1",
        "| Messstelle | Gewässer | Abfluss | Wassertemperatur | Sauerstoffgehalt | Leitfähigkeit "
        "| Niederschlag | Lufttemperatur | Wasserstand | Stand |",
        f"|{'---|' * 10}",
        *(f"| Nr. {row} Altenwarth-Hafenmole | Obersee |{' ja |' * 8}" for row in range(14)),
        ": Quelle: die Geschäftsstelle.",
    ]
)


def test_a_short_table_that_is_higher_than_its_page_stands_below_what_leads_to_it(
    statement: Write,
) -> None:
    path = statement(with_body(f"{TEXT}\n\n## Messstellen\n\n{STATIONS}"), "a.de.md")
    reading = Reading(pipeline.make(read(path), "a5").files["pdf"].data)
    lead = pieces_of(reading, "Messstellen")[0].page
    assert size(reading, lead)[0] > size(reading, lead)[1]
    assert pieces_of(reading, "Nr. 0")[0].page == lead < pieces_of(reading, "Nr. 13")[0].page


@pytest.mark.parametrize("edition", ["standard", "letter"])
@pytest.mark.parametrize("name", ["a.en.md", "a.he.md"])
def test_the_facts_stay_on_the_first_page_where_the_text_begins_with_such_a_table(
    statement: Write, name: str, edition: str
) -> None:
    front = "title: Lights\nplace: The northern harbour\nsymbol: A/1"
    path = statement(f"---\n{front}\n---\n\n{TABLE}\n", name)
    pdf = pipeline.make(read(path), edition).files["pdf"]
    reading = Reading(pdf.data)
    assert TURNED in pdf.remarks
    assert {p.page for text in ("Lights", "The n", "A/1") for p in pieces_of(reading, text)} == {0}


def sizes_of(reading: Reading, *words: str) -> list[tuple[int, int]]:
    return [size(reading, pieces_of(reading, each)[0].page) for each in words]


def test_a_long_paragraph_that_leads_to_a_table_stays_on_the_page_before(
    statement: Write,
) -> None:
    long = f"They answered. {TEXT * 5} They said:"
    path = statement(with_body(f"{TEXT}\n\n## Costs\n\n{long}\n\n{TABLE}"))
    reading = Reading(pipeline.make(read(path), "standard").files["pdf"].data)
    assert sizes_of(reading, "Costs", "They", "Table 1") == [(595, 842)] * 2 + [(842, 595)]


def test_what_leads_to_a_table_that_has_no_room_below_it_stays_on_the_page_before(
    statement: Write,
) -> None:
    high = f"| {'Harbour ' * 90} |{' 1,000,000 |' * 8}"
    rows = [*TABLE.split("\n")[:3], high, high]
    path = statement(with_body(f"{TEXT}\n\n## Costs\n\nThese are:\n\n" + "\n".join(rows)))
    reading = Reading(pipeline.make(read(path), "a5").files["pdf"].data)
    assert sizes_of(reading, "Costs", "These", "Table 1") == [(420, 595)] * 2 + [(595, 420)]


@pytest.mark.parametrize(("name", "side"), [("a.en.md", 1), ("a.he.md", -1)])
def test_the_number_of_a_paragraph_hangs_before_its_words_on_a_turned_page(
    statement: Write, name: str, side: int
) -> None:
    title, lead = ("Lights", "These") if side > 0 else ("אורות", "אלה")
    text = f"---\ntitle: {title}\nnumbered: true\n---\n\n{TEXT}\n\n"
    path = statement(f"{text}## {lead}\n\n{lead} {lead}:\n\n{TABLE}\n", name)
    reading = Reading(pipeline.make(read(path), "standard").files["pdf"].data)
    lead = lead if side > 0 else lead[::-1]
    written = [p for p in reading.pieces if isinstance(p.mark, int)]
    (table,) = pieces_of(reading, "Table 1")
    (number,) = (p for p in written if p.text.strip(" .\u00a0") == "2")
    heading, words = (p for p in written if lead in p.text)
    begins = [each.left if side > 0 else -each.right for each in (table, number, words, heading)]
    assert number.page == words.page == heading.page == table.page == 1
    assert begins[0] + 12 < begins[1] < begins[2] - 8
    assert begins[2:] == pytest.approx([begins[0] + 12 * MM] * 2, abs=0.5)


def test_a_source_may_stand_on_a_turned_page_of_its_own_where_the_last_of_its_table_is_full(
    statement: Write,
) -> None:
    head, source = TABLE.split("\n")[:3], TABLE.split("\n")[-1]
    for rows, told in (
        (24, ["7: place: page 4: the source stands on another page than the end of its table: "]),
        (40, []),
    ):
        every = [f"| Harbour {row} |{' 1,000,000 |' * (COLUMNS - 1)}" for row in range(rows)]
        table = "\n".join([*head, *every, source])
        body = read(statement(with_body(f"{TEXT}\n\n{table}")))
        page = compose(content_of(with_turned(body, {0}), edition.load("standard")))
        page = replace(page, styles=page.styles + ".source { break-before: page }")
        made = typeset(page)
        assert size(Reading(made.pdf), made.pages - 1) == (842, 595)
        single = "1: layout: page 4: the last page holds a single line"
        assert complaints(page, made) == [single, *(f"{each}Source: the ports." for each in told)]


def test_a_page_that_is_turned_before_that_of_the_table_is_refused(statement: Write) -> None:
    body = read(statement(with_body(f"{TEXT}\n\n## Costs\n\n{TABLE}")))
    content = content_of(with_turned(body, {0}, {0}), edition.load("standard"))
    page = compose(content)
    assert complaints(page, typeset(page)) == []
    page = replace(page, styles=page.styles + "h2 { page: across; break-after: page }")
    found = complaints(page, typeset(page))
    assert "9: paper: page 2 is turned for a table that begins on a later one" in found


def test_a_table_in_a_point_is_not_turned(statement: Write) -> None:
    inside = "\n".join(f"  {line}" for line in TABLE.split("\n")[1:-1])
    path = statement(with_body(f"- A point:\n\n{inside}"))
    assert TURNED not in pipeline.make(read(path), "standard").files["pdf"].remarks


@pytest.mark.parametrize("cut", [True, False])
def test_a_running_head_on_a_turned_page_is_not_cut_for_the_width_of_the_others(
    statement: Write, *, cut: bool
) -> None:
    title = "On the lights of the strait and on those who keep them in winter and all summer"
    text = f"{with_front(f'title: {title}')}\n{TEXT}\n\n## Costs\n\n{TABLE}"
    body = read(statement(text))
    page = compose(content_of(with_turned(body, {0}), edition.load("standard")))
    said = "On the lights of the strait and on those who keep …"  # as half of the others has room
    styles = f"@page across {{ @top-left {{ content: '{said}' }} }}" if cut else ""
    longer = "On the lights of the strait and on those who keep them …"
    told = [f"1: words: page {number} has room for {longer}" for number in (2, 3)]
    found = complaints(page, typeset(replace(page, styles=page.styles + styles)))
    assert found == (told if cut else [])
