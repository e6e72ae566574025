"""Word files that are none, hostile, or hold what is not understood: refused by name, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from communique import word
from communique.model.faults import StatementError
from communique.word.reading import package
from tests.word.files import FILES
from tests.word.office import levels, numbered, p, r, row, table, uses, word_file

if TYPE_CHECKING:
    from pathlib import Path


def faults(path: Path) -> list[str]:
    with pytest.raises(StatementError) as caught:
        word.imported(path)
    return [
        f"{each.line}: {each.key}: {each.wrong}; {each.instead}" for each in caught.value.faults
    ]


def graphic(kind: str) -> str:
    return f'<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://x/{kind}"/></a:graphic></wp:inline></w:drawing></w:r>'


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"Words", "it is no Word file, or a damaged one"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "it is an old Word file, or one with a password"),
        (b"PK\x03\x04 cut off", "it is no Word file, or a damaged one"),
    ],
)
def test_what_is_no_package_is_told(data: bytes, wrong: str, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    assert faults(path)[0].startswith(f"1: file: {wrong}; open it in Word and save it as .docx")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    (said,) = faults(tmp_path / "a.docx")
    assert said.startswith("1: file: it cannot be read (No such file or directory)")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.docx", "it is no Word file, or a damaged one; open it in Word and save it as .docx"),
        ("a.odt", "it is an OpenDocument text; save it as .docx in its program, and import a.docx"),
    ],
)
def test_another_package_is_no_word_file(name: str, said: str, tmp_path: Path) -> None:
    with ZipFile(tmp_path / name, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert faults(tmp_path / name) == [f"1: file: {said}"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.rtf", b"{\\rtf1 x}", "it is an RTF file; save it as .docx in its program, and import a.docx"),
        ("a.pdf", b"%PDF-1.7", "it is a PDF; import the Word file that it was made from"),
        ("a.txt", b"Words.\n", "it is plain text, which needs no import; save it as a.en.md, with a title above it, and build that"),
        ("a.html", b"<!DOCTYPE html><p>W", "it is a web page; save it as .docx in its program, and import a.docx"),
    ],
)  # fmt: skip
def test_a_file_of_another_kind_is_told_with_what_to_do(
    name: str, data: bytes, said: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    assert faults(tmp_path / name) == [f"1: file: {said}"]


def altered(path: Path, name: str, data: bytes) -> Path:
    """Give the part of that name other `data`."""
    with ZipFile(path) as file:
        parts = {each: file.read(each) for each in file.namelist()} | {name: data}
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for each, inner in parts.items():
            file.writestr(each, inner)
    return path


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>'
    path = altered(word_file(tmp_path / "a.docx", p("Words")), "word/document.xml", bomb)
    assert len(faults(path)) == 1


def test_nothing_outside_the_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden", "utf-8")
    body = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document>&x;</w:document>'
    path = altered(word_file(tmp_path / "a.docx", p("Words")), "word/document.xml", body.encode())
    assert "hidden" not in faults(path)[0]


def test_a_part_that_is_packed_too_tightly_is_not_unpacked(tmp_path: Path) -> None:
    path = altered(word_file(tmp_path / "a.docx", p("Words")), "word/big.xml", b" " * 10_000_000)
    assert faults(path) == [
        "1: file: its part word/big.xml is packed more tightly than Word does; save it again in Word"
    ]


def test_too_many_parts_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_PARTS", 4)
    (said,) = faults(word_file(tmp_path / "a.docx", p("Words")))
    assert said.startswith("1: file: it has more than 4 parts")


def test_a_part_that_is_too_long_is_not_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MOST_XML", 2_000)
    (said,) = faults(word_file(tmp_path / "a.docx", p("Words " * 400)))
    assert said == ("1: file: its part word/document.xml has more than 2,000 bytes; split the file")


def test_damaged_xml_is_told_with_its_part(tmp_path: Path) -> None:
    path = altered(word_file(tmp_path / "a.docx", p("Words")), "word/styles.xml", b"<w:styles")
    assert "its part word/styles.xml is damaged" in faults(path)[0]


@pytest.mark.parametrize(
    ("kind", "what"),
    [("chart", "a chart"), ("diagram", "a SmartArt graphic"), ("lockedCanvas", "a drawing canvas")],
)
def test_a_drawing_that_is_no_picture_is_refused_by_its_name(
    kind: str, what: str, tmp_path: Path
) -> None:
    path = word_file(tmp_path / "a.docx", p("Title", style="Titel") + p(graphic(kind)))
    (said,) = faults(path)
    assert said.startswith(f"2: drawing: {what} cannot be read; save it as a picture")


def test_all_that_is_not_understood_is_told_at_once(tmp_path: Path) -> None:
    body = (
        p(graphic("chart"))
        + p('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>')
        + '<w:altChunk r:id="x"/>'
        + table(row("A", "B"), row("1", f"<w:tc>{table(row('x', 'y'), row('z', 'w'))}</w:tc>"))
        + p("Counted", properties=numbered(1))
    )
    numbering = levels(("thaiLetters", "%1.")) + uses(1)
    assert [
        each.partition(";")[0]
        for each in faults(word_file(tmp_path / "a.docx", body, numbering=numbering))
    ] == [
        "1: drawing: a chart cannot be read",
        "2: altChunk: another file is put in here, which cannot be read",
        "2: drawing: an embedded object (Excel.Sheet.12) cannot be read",
        "3: table: a table stands in a cell of another one",
        "10: number: its number is counted as thaiLetters, which is not known here",
    ]


def test_open_changes_are_refused_with_who_made_them_when_and_of_which_words(
    tmp_path: Path,
) -> None:
    found = faults(FILES["tracked"](tmp_path / "a.docx"))
    by = "Ada Holm"
    assert [each.partition(";")[0] for each in found] == [
        f"2: change: {by} deleted on 2026-03-01, still open: six",
        f"2: change: {by} inserted on 2026-03-01, still open: nine",
        f"3: change: {by} deleted on 2026-03-01, still open: ¶",
        f"5: change: {by} inserted on 2026-03-01, still open: ¶A new paragraph.",
        f"11: change: {by} deleted on 2026-03-01, still open: a rowOld",
    ]
    assert found[0].endswith("; decide on it in Word, or add --accept or --reject")


def test_changes_can_be_rejected_all_together(tmp_path: Path) -> None:
    found = word.imported(FILES["tracked"](tmp_path / "a.docx"), accept=False)
    assert not found.to_settle
    assert found.text.partition("---\n\n")[2] == (
        "They renew six lights.\n\nOne sentence.\n\nAnother one.\n\nbold words.\n\n"
        "| Work | Cost |\n|---|---|\n| Lamp | 1 |\n| Old |  |\n"
    )


def test_words_that_moved_are_a_change(tmp_path: Path) -> None:
    by = 'w:id="1" w:author="Luc" w:date="2026-03-02T00:00:00Z"'
    moved = f"<w:moveFrom {by}>{r('Moved.')}</w:moveFrom>"
    path = word_file(
        tmp_path / "a.docx",
        p("T", style="Titel")
        + p(moved)
        + p("Kept.")
        + p(f"<w:moveTo {by}>{r('Moved.')}</w:moveTo>"),
    )
    assert [each.partition(";")[0] for each in faults(path)] == [
        "2: change: Luc moved away on 2026-03-02, still open: Moved.",
        "4: change: Luc moved here on 2026-03-02, still open: Moved.",
    ]
    assert word.imported(path, accept=True).text.endswith("\n\nKept.\n\nMoved.\n")
    assert word.imported(path, accept=False).text.endswith("\n\nMoved.\n\nKept.\n")


def tracked(inner: str) -> str:
    return f'<w:del w:id="1" w:author="Luc" w:date="2026-03-02T00:00:00Z">{inner}</w:del>'


@pytest.mark.parametrize(
    ("inner", "what"),
    [
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "a symbol"),
        ("<m:oMath><m:r><m:t>x=5</m:t></m:r></m:oMath>", "a formula"),
        (f"<w:r>{graphic('picture')}</w:r>", "a picture"),
        ("<w:r><w:br/></w:r>", "a line end"),
        ("<w:r><w:noBreakHyphen/></w:r>", "a hyphen"),
        ('<w:r><w:footnoteReference w:id="1"/></w:r>', "a note"),
        ("<w:r><w:delText>six</w:delText><w:tab/></w:r>", "six a tab"),
    ],
)
def test_a_change_of_what_has_no_words_is_told_by_its_name(
    inner: str, what: str, tmp_path: Path
) -> None:
    body = p("T", style="Titel") + p("Before ", tracked(inner), " behind.")
    (said,) = faults(word_file(tmp_path / "a.docx", body))
    assert said.startswith(f"2: change: Luc deleted on 2026-03-02, still open: {what};")


def test_a_number_that_was_added_is_a_change_and_is_taken_away_where_it_is_rejected(
    tmp_path: Path,
) -> None:
    mark = '<w:ins w:id="1" w:author="Luc" w:date="2026-03-02T00:00:00Z"/>'
    added = numbered(1).replace("</w:numPr>", f"{mark}</w:numPr>")
    body = p("One.", properties=numbered(1)) + p("Two.", properties=added)
    path = word_file(
        tmp_path / "a.docx",
        p("T", style="Titel") + body,
        numbering=levels(("decimal", "%1.")) + uses(1),
    )
    assert [each.partition(";")[0] for each in faults(path)] == [
        "3: change: Luc inserted on 2026-03-02, still open: a number"
    ]
    accepted, rejected = (word.imported(path, accept=each) for each in (True, False))
    assert accepted.text.endswith("\n\n1. One.\n2. Two.\n")
    assert rejected.text.endswith("\n\n1. One.\n\nTwo.\n")
    assert not accepted.to_settle
    assert not rejected.to_settle


@pytest.mark.parametrize(
    ("before", "damaged", "what"),
    [
        ('w:ilvl="0"', 'w:ilvl="abc"', 'lvl is "abc"'),
        ('<w:start w:val="1"/>', '<w:start w:val=""/>', 'start is ""'),
        ('<w:start w:val="1"/>', '<w:start w:val="-1"/>', 'start is "-1"'),
        ('<w:start w:val="1"/>', '<w:start w:val="999999999999"/>', 'start is "999999999999"'),
    ],
)
def test_a_list_with_a_value_that_is_no_number_is_told_once(
    before: str, damaged: str, what: str, tmp_path: Path
) -> None:
    path = word_file(
        tmp_path / "a.docx",
        p("T", style="Titel") + p("One.", properties=numbered(1)) * 2,
        numbering=(levels(("decimal", "%1.")) + uses(1)).replace(before, damaged),
    )
    assert faults(path) == [
        f"1: file: its part word/numbering.xml is damaged ({what}); save it again in Word"
    ]


@pytest.mark.parametrize("level", ["9", "99999999999", "1.5"])
def test_a_level_that_no_list_has_is_told(level: str, tmp_path: Path) -> None:
    own = numbered(1).replace('w:ilvl w:val="0"', f'w:ilvl w:val="{level}"')
    path = word_file(
        tmp_path / "a.docx",
        p("One.", properties=own),
        numbering=levels(("decimal", "%1.")) + uses(1),
    )
    (said,) = faults(path)
    assert said.startswith(f'1: file: its part word/document.xml is damaged (ilvl is "{level}")')


@pytest.mark.parametrize("place", [4, 6, 8, 10, 14, 20, 26])
def test_a_package_with_any_byte_of_its_heads_damaged_is_told_or_read(
    place: int, tmp_path: Path
) -> None:
    path = word_file(tmp_path / "a.docx", p("Title", style="Titel") + p("Words."))
    data = path.read_bytes()
    for head in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.index(head) + place
        for value in (0, 9, 12, 99, 255):
            path.write_bytes(data[:at] + bytes([value]) + data[at + 1 :])
            try:
                assert "Words." in word.imported(path).text
            except StatementError as error:
                assert all(each.key == "file" for each in error.faults)  # noqa: PT017
