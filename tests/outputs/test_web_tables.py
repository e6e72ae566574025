"""Tables of a web page: each cell has the heads of its column, its row and its group of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import tinyhtml5

from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import ProofError
from communique.outputs import web_proof
from communique.read.source import read
from communique.run import pipeline
from tests.compose.test_table_groups import HEAD, ROWS
from tests.samples import with_body

if TYPE_CHECKING:
    from communique.content.content import Content
    from tests.conftest import Write

TABLE = f"{HEAD}{ROWS}\nText.[^1]\n\n[^1]: A note.\n"


@pytest.fixture
def made(statement: Write) -> tuple[Content, str]:
    source = read(statement(with_body(TABLE)))
    page = pipeline.make(source, "standard", ("html",)).files["html"].data.decode("utf-8")
    return content_of(source, edition.load("standard"), notes_at_end=True), page


def test_a_row_that_heads_others_heads_those_of_its_part_of_the_table(
    made: tuple[Content, str],
) -> None:
    root = tinyhtml5.parse(made[1], namespace_html_elements=False)
    parts = [["".join(row.itertext()) for row in part.iter("tr")] for part in root.iter("tbody")]
    assert [[row[:5] for row in part] for part in parts] == [
        ["All11"],
        ["North", "Norla", "Valdo", "238"],
        ["South", "Sudla"],
        ["Total"],
    ]
    heads = [(each.get("scope"), "".join(each.itertext())) for each in root.iter("th")]
    groups = [words for scope, words in heads if scope == "rowgroup"]
    assert groups == ["North", "South"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('scope="rowgroup" col', 'scope="row" col'),
        ('scope="row">Norland', 'scope="col">Norland'),
        ("<th scope=\"row\">Norland</th>", "<td>Norland</td>"),
        ('<th scope="col" colspan="2"', '<th scope="col"'),
        (' rowspan="2"', ""),
        ("</tbody>\n<tbody>\n<tr><th scope=\"row\"><strong>T", "<tr><th scope=\"row\"><strong>T"),
        ("<tr><th scope=\"row\">Norland", "</tbody><tbody><tr><th scope=\"row\">Norland"),
        ("<thead>", "<tbody>"),
    ],
)  # fmt: skip
def test_a_page_with_other_heads_is_refused(
    made: tuple[Content, str], before: str, after: str
) -> None:
    content, page = made
    assert before in page
    with pytest.raises(ProofError, match="cells of a table have other heads there"):
        web_proof.prove(content, page.replace(before, after, 1).encode())


def test_a_page_with_a_table_more_is_refused(made: tuple[Content, str]) -> None:
    content, page = made
    with pytest.raises(ProofError, match="it has 2 tables, not 1"):
        web_proof.prove(content, page.replace("</table>", "</table><table></table>").encode())


def test_a_row_that_the_row_above_goes_on_in_does_not_end_a_group(statement: Write) -> None:
    table = TABLE.replace("| **Total** | 20 |", "| **Total** | ^^ |")
    source = read(statement(with_body(table)))
    page = pipeline.make(source, "standard", ("html",)).files["html"].data.decode("utf-8")
    assert page.count("<tbody>") == 3
