"""Signatures at the end of a Word file become those of the statement, where they are certain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from communique import word
from tests.word.files import call, notes
from tests.word.office import cell, p, r, row, table, word_file

if TYPE_CHECKING:
    from pathlib import Path

    from communique.word import Imported

TEXT = p("T", style="Titel") + p("Done at Port-Saint-Luc.")
_LIKELY = "this table at the end may have signatures, which were not understood"
_WHO = [("Norland", "Ada Holm", "Minister for the Sea"), ("Valdore", "Luc Ferrand", "Minister")]


def imported(folder: Path, body: str, **parts: Any) -> Imported:
    return word.imported(word_file(folder / "a.docx", TEXT + body, **parts))


def signatures(found: Imported) -> str:
    return found.text.partition("---\n\n")[0].partition("signatures:\n")[2]


def in_cells(*lines: str) -> str:
    """Return a table in which each has a cell, with these lines before name and office."""
    cells = (cell(*(line.format(party) for line in lines), *who) for party, *who in _WHO)
    return table(row(*cells))


def in_rows(*lines: str) -> str:
    """Return the same with a row for each line."""
    every = [*lines, *("{1}", "{2}")]
    return table(*(row(*(line.format(*who) for who in _WHO)) for line in every))


@pytest.mark.parametrize("arranged", [in_cells, in_rows])
@pytest.mark.parametrize("place", ["", "____________", "…………"])
def test_a_table_of_those_who_sign_becomes_their_signatures(
    arranged: object, place: str, tmp_path: Path
) -> None:
    body = arranged("For {0}:", place)  # type: ignore[operator]
    found = imported(tmp_path, body + p())
    assert signatures(found) == (
        "  signatories:\n"
        "    - name: Ada Holm\n      office: Minister for the Sea\n      on_behalf: 'For Norland:'\n"
        "    - name: Luc Ferrand\n      office: Minister\n      on_behalf: 'For Valdore:'\n"
    )
    assert found.to_settle == ()
    assert found.text.endswith("---\n\nDone at Port-Saint-Luc.\n")
    assert "the table at the end became `signatures`" in found.told


def test_the_word_that_says_so_makes_them_signed(tmp_path: Path) -> None:
    found = imported(tmp_path, in_cells("(Signed)"))
    assert signatures(found).startswith("  signed: true\n  signatories:\n    - name: Ada Holm\n")
    assert found.to_settle == ()


@pytest.mark.parametrize(
    "body",
    [
        in_cells(),
        in_cells("", "For {0}:"),
        table(row(cell("Norland", "", "Ada Holm"), cell("Valdore", "", "Luc Ferrand"))),
        in_cells("For {0}:", "", "{0}", "", "And"),
        table(row(cell("______", "Ada Holm", "12 March 2026", "One", "Two"), "x")),
        table(row(cell("______", "12 March"), cell("_______", "13 March"))),
        table(row(cell("For Norland:", "", "Ada Holm"), cell("(Signed)", "Luc Ferrand"))),
    ],
)
def test_a_table_that_is_not_certain_stays_and_is_named(body: str, tmp_path: Path) -> None:
    found = imported(tmp_path, body)
    assert "signatures:" not in found.text
    assert any(_LIKELY in line for line in found.to_settle)
    assert len(found.to_settle) == 1


def test_signatures_with_a_note_are_named_and_stay(tmp_path: Path) -> None:
    who = f"<w:tc>{p('For Norland:')}{p()}{p(r('Ada Holm'), call(2))}</w:tc>"
    found = imported(tmp_path, table(row(who, who)), footnotes=notes("Note."))
    assert len(found.to_settle) == 1
    assert _LIKELY in found.to_settle[0]


@pytest.mark.parametrize(
    "body",
    [
        in_cells("For {0}:", "") + p("An annex."),
        in_cells("For {0}:", "").replace(
            "<w:tblPr>", '<w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders>'
        ),
        table(row("Work", "Cost"), row("Lamp", "1")),
        table(row("Name", "Place"), row("", ""), row("Ada Holm", "Port-Saint-Luc")),
        table(row("Name", "Place", head=True), row("", ""), row("Ada", "Port"), row("Luc", "Sea")),
    ],
)
def test_other_tables_are_none_of_signatures(body: str, tmp_path: Path) -> None:
    found = imported(tmp_path, body)
    assert "signatures:" not in found.text
    assert found.to_settle == ()


def test_a_table_whose_style_has_lines_is_none_of_signatures(tmp_path: Path) -> None:
    lines = '<w:tblPr><w:tblBorders><w:insideH w:val="single"/></w:tblBorders></w:tblPr>'
    style = f'<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/>{lines}</w:style>'
    body = in_cells("For {0}:", "").replace("<w:tblPr>", '<w:tblPr><w:tblStyle w:val="Grid"/>')
    assert "signatures:" not in imported(tmp_path, body, styles=style).text


def test_a_name_that_is_lost_from_the_signatures_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = word.signing._signatory

    def without_office(lines: object, signed: str) -> object:
        found = read(lines, signed)  # type: ignore[arg-type]
        return found and ({**found[0], "office": "Minister of Light"}, found[1])

    monkeypatch.setattr(word.signing, "_signatory", without_office)
    found = imported(tmp_path, in_cells("For {0}:", ""))
    assert any("no paragraph of the Word file is the same: Minister of" in each for each in found.to_settle)  # fmt: skip
    assert any("not in this text: Minister for the Sea" in each for each in found.to_settle)
