"""The file of a statement: its parts, bytes and characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.model.faults import StatementError
from communique.read import source
from communique.read.source import read
from tests.samples import HEAD, png, with_body, with_front

if TYPE_CHECKING:
    from tests.conftest import Refusal, Write


NO_FRONT = "1: front matter: it is missing; begin with a line ---, then title: …, then ---"
NO_END = "front matter: its end is missing; write a line --- after the last key"
HYPHENS = "front matter: “{}” is no line of three hyphens; write three hyphens: ---"
DASHES = "front matter: “{}” are dashes; write three hyphens: ---"
EMPTY_FRONT = "1: front matter: it is empty; write at least title: …"
EMPTY = "text: it is empty; write the statement here"
PARTS: dict[str, tuple[str, list[str]]] = {
    "an empty file has neither front matter nor text": ("", [NO_FRONT, f"1: {EMPTY}"]),
    "text alone has no front matter": ("Words.\n", [NO_FRONT]),
    "keys without hyphens are no front matter": ("title: A\n\nWords.\n", [NO_FRONT]),
    "four hyphens do not begin front matter": (
        "----\ntitle: A\n----\n\nWords.\n",
        [f"1: {HYPHENS.format('----')}", f"3: {HYPHENS.format('----')}"],
    ),
    "dashes are no hyphens": ("–––\ntitle: A\n---\n\nWords.\n", [f"1: {DASHES.format('–––')}"]),
    "a list of keys below another line is read, too": (
        "***\n# ours\n\ntitel: A\n---\n\n# Words\n",
        [
            "1: front matter: “***” is no line of three hyphens; write three hyphens: ---",
            "4: titel: there is no such key; did you mean title?",
            "7: heading: the title is the only heading of level 1; begin with ##",
        ],
    ),
    "a line of hyphens above words begins no front matter": ("--\n\nWords here.\n", [NO_FRONT]),
    "a blank line before the hyphens hides them": (
        " \n\n---\ntitle: A\n---\n\nWords.\n",
        [
            "1: front matter: empty lines stand before it; "
            "delete them, so that the file begins with the line ---"
        ],
    ),
    "a line of hyphens alone has no end": ("---\n", [f"2: {NO_END}", f"3: {EMPTY}"]),
    "front matter without its second line has no end": (
        "---\ntitle: A\n\nWords.\n",
        [f"3: {NO_END}"],
    ),
    "what follows front matter without its end is read, too": (
        "---\ntitle: A\ntitel: B\n\n## Costs\n\n#### Who pays\n\nThey: both.\n",
        [
            "3: titel: there is no such key; did you mean title?",
            f"4: {NO_END}",
            "7: heading: #### follows ##: a level is skipped; write ###",
        ],
    ),
    "empty lines between keys do not end them": (
        "---\ntitle: A\n\nkind: B\n\nissuers:\n\n  - name: C\n\nWords.\n",
        [f"9: {NO_END}"],
    ),
    "a line of more hyphens is where the end belongs": (
        "---\ntitle: A\n----\n\nWords.\n",
        [f"3: {HYPHENS.format('----')}"],
    ),
    "a dash is where the end belongs": (
        "---\ntitle: A\n—\n\nWords.\n",
        [f"3: {DASHES.format('—')}"],
    ),
    "three dots are where the end belongs": (
        "---\ntitle: A\n...\n\nWords.\n",
        [f"3: {HYPHENS.format('...')}"],
    ),
    "three dots are where the end belongs, also where a break follows in the text": (
        "---\ntitle: A\n…\n\nWords.\n\n---\n\n#### More\n",
        [
            f"3: {HYPHENS.format('…')}",
            "9: heading: #### follows the title: a level is skipped; write ##",
        ],
    ),
    "three dots above the end are to be deleted": (
        "---\ntitle: A\n...\n\n---\n\nWords.\n",
        ["3: front matter: “...” stands above the line ---; delete it"],
    ),
    "three dots begin no front matter": (
        "...\ntitle: A\n...\n\nWords.\n",
        [f"1: {HYPHENS.format('...')}", f"3: {HYPHENS.format('...')}"],
    ),
    "spaces around what stands for the end are not shown": (
        "---\ntitle: A\n -- \n\nWords.\n",
        [f"3: {HYPHENS.format('--')}"],
    ),
    "a line of spaces is as empty as one without": (
        "---\ntitle: A\n \n \nWords.\n",
        [f"3: {NO_END}"],
    ),
    "only an empty line may be the end": (
        "---\ntitle: A\nof the river\n\nWords.\n",
        [
            "3: of the river: it is not a key with a colon; write `key: value`, or the line --- "
            "before the text",
            f"4: {NO_END}",
        ],
    ),
    "the first hyphens alone have no end": ("---", [f"1: {NO_END}", f"2: {EMPTY}"]),
    "two lines of hyphens hold no front matter": ("---\n---\n\nWords.\n", [EMPTY_FRONT]),
    "blank lines are no front matter": ("---\n\n---\n\nWords.\n", [EMPTY_FRONT]),
    "lines of spaces are no front matter": ("---\n  \n---\n\nWords.\n", [EMPTY_FRONT]),
    "front matter alone has no text": ("---\ntitle: A\n---", [f"4: {EMPTY}"]),
    "blank lines are no text": (with_body("\n\n"), [f"4: {EMPTY}"]),
}


@pytest.mark.parametrize(("text", "messages"), PARTS.values(), ids=list(PARTS))
def test_a_missing_part_is_reported(refusal: Refusal, text: str, messages: list[str]) -> None:
    assert refusal(text) == messages


def test_blanks_after_the_hyphens_are_accepted(refusal: Refusal) -> None:
    assert refusal("--- \ntitle: A\n---\t\nWords.\n") == []


def test_a_break_in_the_text_is_not_the_end_of_anything(statement: Write) -> None:
    kinds = [node.kind for node in read(statement(with_body("One.\n\n---\n\nTwo."))).body.children]
    assert kinds == ["paragraph", "rule", "paragraph"]


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["without a mark", "with a byte-order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_every_kind_of_line_end_is_counted(refusal: Refusal, mark: str, end: str) -> None:
    text = mark + "---\ntitle: A\nissued: 2023\n---\n\nOne.\n\n# Two\n".replace("\n", end)
    places = [message.split(": ")[:2] for message in refusal(text)]
    assert places == [["3", "issued"], ["8", "heading"]]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_do_not_change_what_is_read(statement: Write, end: str) -> None:
    text = with_body("One\ntwo.\n\n- three\n- four")
    plain = read(statement(text))
    other = read(statement("\ufeff" + text.replace("\n", end)))
    assert (other.body, other.matter, other.lines) == (plain.body, plain.matter, plain.lines)


def test_the_file_is_kept_byte_for_byte(statement: Write) -> None:
    data = ("\ufeff" + with_body("One.")).replace("\n", "\r\n").encode()
    assert read(statement(data)).source == data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            with_body("One.").encode() + b"\xe9t\xe9",
            "6: file: the bytes e9 are not UTF-8 (é in Windows-1252)",
        ),
        (
            HEAD.encode() + b"One.\r\n\rTwo \x80.",
            "7: file: the bytes 80 are not UTF-8 (€ in Windows-1252)",
        ),
        (
            b"---\ntitle: caf\xe9\n---\n\nOne.",
            "2: file: the bytes e9 are not UTF-8 (é in Windows-1252)",
        ),
        (
            b"---\ntitle: \xe9\n---\n\nOne.",
            "2: file: the bytes e9 are not UTF-8 (é in Windows-1252)",
        ),
        (
            b"---\ntitle: A\nabbreviations: {\xc9U: B}\n---\n\nOne \xc9U.",
            "3: file: the bytes c9 are not UTF-8 (É in Windows-1252)",
        ),
        (b"---\ntitle: \x81\n---\n\nOne.", "2: file: the bytes 81 are not UTF-8"),
        (HEAD.encode() + b"\xed\xa0\x80 One.", "5: file: the bytes ed are not UTF-8"),
        (HEAD.encode() + b"One \xf0\x9f\x98", "5: file: the bytes f0 9f 98 are not UTF-8"),
    ],
    ids=[
        "at the end",
        "after other line ends",
        "in front matter",
        "alone in a value",
        "in an abbreviation",
        "no character",
        "a surrogate",
        "cut short",
    ],
)
def test_bytes_that_are_not_utf_8_are_reported_with_their_line(
    refusal: Refusal, data: bytes, message: str
) -> None:
    assert refusal(data) == [f"{message}; save the file as UTF-8"]


def test_utf_16_is_refused(refusal: Refusal) -> None:
    first = "1: file: it is UTF-16 or UTF-32; save the file as UTF-8"
    assert refusal(with_body("One.").encode("utf-16")) == [first]


@pytest.mark.parametrize("code", [0x00, 0x07, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0xFFFD, 0xFFFE])
def test_a_control_character_is_reported_with_its_line(refusal: Refusal, code: int) -> None:
    assert refusal(with_body(f"One.\n\nTwo{chr(code)}.")) == [
        f"7: file: the character U+{code:04X} cannot be printed; "
        "delete it, or type again what stood there"
    ]


def test_a_file_that_cannot_be_read_is_reported(statement: Write) -> None:
    path = statement()
    path.unlink()
    with pytest.raises(StatementError, match="1: file: it cannot be read"):
        read(path)


AS_TEXT = "save its words as plain text in UTF-8, under a name such as letter.en.md"
WORD = "use the verb import, which makes a statement of it"
SAVE = "save it as .docx in its program, and use the verb import"
BINARY = {
    "Word": (b"PK\x03\x04\x14\0\x06\0...word/document.xml", f"it is a Word file; {WORD}"),
    "OpenDocument": (
        b"PK\x03\x04\n\0mimetypeapplication/vnd.oasis.opendocument.text",
        "it is an OpenDocument text",
    ),
    "old Word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "it is an old Word or Office file",
    ),
    "RTF": (b"{\\rtf1\\ansi Lights}", f"it is an RTF file; {SAVE}"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "it is a PDF; name the statement"),
    "PNG": (png(2, 2), "it is a picture; name the statement that shows it"),
    "JPEG": (b"\xff\xd8\xff\xe0\0\x10JFIF", "it is a picture"),
    "JPEG of another kind": (b"\xff\xd8\xff\xe1\0\x10Exif", "it is a picture"),
    "GIF": (b"GIF89a\1\0\1\0", "it is a picture"),
    "WebP": (b"RIFF\0\1\0\0WEBPVP8 ", "it is a picture"),
    "TIFF": (b"II*\0\x08\0\0\0", "it is a picture"),
    "TIFF of a Motorola": (b"MM\0*\0\0\0\x08", "it is a picture"),
    "SVG with its type": (b"<!DOCTYPE svg PUBLIC ''>\n<svg/>", "it is a picture"),
    "SVG": (b"\xef\xbb\xbf\n<svg viewBox='0 0 1 1'/>", "it is a picture; name the statement"),
    "SVG with its head": (b"<?xml version='1.0'?>\n<!-- a -->\n<svg/>", "it is a picture"),
    "a web page": (b"<!DOCTYPE html>\n<p>Lights", f"it is a web page; {AS_TEXT}"),
    "a web page in small letters": (b"<!doctype html>\n<p>Lights", f"it is a web page; {AS_TEXT}"),
    "a web page without its type": (b"\n<html lang=en><p>Lights", f"it is a web page; {AS_TEXT}"),
    "a program": (b"\x7fELF" + bytes(range(256)), f"it is not text; {AS_TEXT}"),
}


@pytest.mark.parametrize(("data", "message"), BINARY.values(), ids=list(BINARY))
@pytest.mark.parametrize("name", ["letter.en.md", "letter.doc"])
def test_a_file_that_is_no_text_is_told_in_one_line(
    refusal: Refusal, data: bytes, message: str, name: str
) -> None:
    (line,) = refusal(data, name)
    assert line.startswith(f"1: file: {message}")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("letter.en.md", "a packed file"),
        ("letter.zip", "a packed file"),
        ("letter.docx", "a Word file"),
        ("letter.final.DOCX", "a Word file"),
        ("letter.odt", "an OpenDocument text"),
    ],
)
def test_a_packed_file_without_its_end_is_told_by_its_name(
    refusal: Refusal, name: str, kind: str
) -> None:
    (line,) = refusal(b"PK\x03\x04\x14\0\x06\0[Content_Types].xml", name)
    assert line.startswith(f"1: file: it is {kind}; ")


@pytest.mark.parametrize(
    ("data", "is_told"),
    [
        (b"\x01" + b"a" * 17 + b"\xff", True),  # one in nineteen bytes
        (b"\x01" + b"a" * 18 + b"\xff", False),  # one in twenty
        (b"a" * 3800 + b"\x01" * 201 + b"\xff", False),  # in its first 4,000
        (b"a" * 3799 + b"\x01" * 201 + b"\xff", True),
        (b"\x01" * 9 + "å".encode(), False),  # in UTF-8 each has a line of its own
    ],
)
def test_a_file_of_many_control_characters_is_no_text(
    refusal: Refusal, data: bytes, is_told: bool
) -> None:
    assert ("it is not text" in refusal(data)[0]) == is_told


def test_a_large_file_that_is_no_text_is_not_told_its_size(
    refusal: Refusal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", 5)
    assert "it is a PDF" in refusal(b"%PDF-1.7\n")[0]


def test_a_huge_file_is_refused(refusal: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", 30)
    text = with_body("Too many words.")
    assert refusal(text) == ["1: file: it has more than 30 bytes; split it into parts"]


def test_of_a_huge_file_nothing_else_is_said(
    refusal: Refusal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", 5)
    assert len(refusal("# One")) == 2
    assert len(refusal("# Ones")) == 1


def test_a_control_character_after_an_empty_line_has_its_line(refusal: Refusal) -> None:
    assert "2: file: the character U+0007 cannot be printed" in " ".join(refusal("\n\x07"))


def test_numbers_stand_before_paragraphs_where_it_is_asked_for(statement: Write) -> None:
    (paragraph,) = read(statement(with_front("title: A\nnumbered: true"))).body.children
    assert paragraph.marker == "1."
    (paragraph,) = read(statement(with_front("title: A\nnumbered: false"))).body.children
    assert paragraph.marker == ""


@pytest.mark.parametrize(
    ("name", "headings", "markers"),
    [
        ("a.en.md", ("## Fish", "## Annex I", "## Appendix"), "1. 2. 1. 1."),
        ("a.de.md", ("## Fisch", "## Anlage 1", "## Anlage und Betrieb"), "1. 2. 1. 2."),
        ("a.ar.md", ("## المرفق الأول", "## السمك", "## المرفق الثاني"), "1. 1. 2. 1."),
        ("a.en.md", ("## The annex", "### Annex I", "## Annexes"), "1. 2. 3. 4."),
    ],
)
def test_the_paragraphs_of_each_annex_are_numbered_from_1(
    statement: Write, name: str, headings: tuple[str, ...], markers: str
) -> None:
    body = "\n\n".join(["A.", *(f"{heading}\n\nB." for heading in headings)])
    made = read(statement(f"---\ntitle: A\nnumbered: true\n---\n\n{body}\n", name))
    paragraphs = [node for node in made.body.children if node.kind == "paragraph"]
    assert " ".join(node.marker for node in paragraphs) == markers


def test_what_a_text_begins_with_is_no_annex(statement: Write) -> None:
    made = read(statement(with_body("## Annex 1\n\nA.\n\n## Annex 2\n\nB.")))
    assert [node.annex for node in made.body.headings] == [False, True]


def test_faults_of_all_parts_are_reported_together(refusal: Refusal) -> None:
    text = "---\ntitel: A\nissued: 2023-02-30\n---\n\n# One\n\nTwo\x07 <br>[^1].\n\n![](/a.png)\n"
    assert [message.split(": ")[:2] for message in refusal(text, "meeting.md")] == [
        ["2", "language"],
        ["2", "titel"],
        ["3", "issued"],
        ["6", "heading"],
        ["8", "file"],
        ["8", "footnote"],
        ["8", "text"],
        ["10", "image"],
        ["10", "image"],
    ]


def test_an_undetermined_language_is_not_called_american(refusal: Refusal) -> None:
    assert "United States" not in " ".join(refusal(with_body("One."), "meeting.und.md"))


def test_an_abbreviation_that_the_text_lacks_is_reported(refusal: Refusal) -> None:
    keys = "  EU: European Union\n  UN: United Nations"
    text = f"---\ntitle: A\nabbreviations:\n{keys}\n---\n\nThe EUR and the UN.\n"
    assert refusal(text) == [
        "4: abbreviations.EU: it is not in the text; correct it, or leave it out"
    ]


@pytest.mark.parametrize(
    ("front", "place"),
    [
        ("editors: [One., The EU has members.]", "editors.2"),
        ("event: Summit of the EU", "event"),
        ("issuers: [{organisation: EU}]", "issuers.1.organisation"),
    ],
)
def test_an_abbreviation_that_only_a_value_has_is_told_and_not_refused(
    statement: Write, front: str, place: str
) -> None:
    made = read(statement(with_front(f"title: A\nabbreviations: {{EU: European Union}}\n{front}")))
    (remark,) = made.remarks
    assert (remark.line, remark.key) == (3, "abbreviations.EU")
    assert remark.wrong == f"it is not in the text but in {place}, where no screen reader says it"
    assert remark.instead == "write its words there, and leave it out here"


@pytest.mark.parametrize(
    "front", ["editors: [The EUR.]", "keywords: [EU]", "url: https://EU.eu/EU"]
)
def test_an_abbreviation_that_no_printed_value_has_is_refused(refusal: Refusal, front: str) -> None:
    assert refusal(with_front(f"title: A\nabbreviations: {{EU: European Union}}\n{front}")) == [
        "3: abbreviations.EU: it is not in the text; correct it, or leave it out"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "## The EU",
        "- The EU",
        "> The EU",
        "| EU | B |\n|---|---|\n| C | D |",
        "## Annex\n\nThe EU.",
        "A.[^1]\n\n[^1]: The EU.",
        '![A light](light.png "The EU")',
    ],
)
def test_an_abbreviation_is_found_in_every_part_of_the_text(statement: Write, body: str) -> None:
    text = f"---\ntitle: A\nabbreviations: {{EU: European Union}}\n---\n\n{body}\n"
    path = statement(text)
    (path.parent / "light.png").write_bytes(png(40, 30))
    made = read(path)
    assert made.remarks == ()
    found = [node.plain.strip() for node in made.body.walk() if node.kind == "abbreviation"]
    assert found == ["EU"]


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("The EU UN rule.", ["The ", "EU ", "UN", " rule."]),
        ("EU *and* UN", ["EU ", "and", " UN"]),
        ("*and* EU", ["and", " EU"]),
        ("EUR, (EU).", ["EUR, (", "EU", ")."]),
    ],
)
def test_no_space_beside_an_abbreviation_stands_alone(
    statement: Write, text: str, nodes: list[str]
) -> None:
    keys = "abbreviations: {EU: European Union, UN: United Nations}"
    body = read(statement(f"---\ntitle: A\n{keys}\n---\n\n{text} EU UN.\n")).body
    found = [node.text for node in body.walk() if node.text]
    assert found[: len(nodes) - 1] == nodes[:-1]
    assert not any(each.isspace() for each in found)
    assert "".join(found) == text.replace("*", "") + " EU UN."


@pytest.mark.parametrize(
    ("short", "text", "found"),
    [
        ("IALA", "双方遵守IALA的建议。", True),
        ("GS", "见文件GS/2025/3", True),
        ("IALA", "センターIALAの", True),
        ("IALA", "توصيات الIALA", True),
        ("IALA", "все IALAные", True),
        ("欧盟", "双方与欧盟协商", True),
        ("24/7", "全天24/7服务", True),
        ("EU", "the EUR", False),
        ("EU", "NEUS", False),
        ("EU", "EUé", False),
        ("EU", "EU2", False),
        ("EU", "EU_", False),
        ("ООН", "ООНовский", False),
        ("24/7", "the 24/7x", False),
        ("p.", "p.x", False),
    ],
)
def test_an_abbreviation_may_touch_letters_of_another_script(
    short: str, text: str, found: bool, refusal: Refusal
) -> None:
    said = refusal(f"---\ntitle: A\nabbreviations: {{'{short}': Long}}\n---\n\n{text}\n")
    assert any("it is not in the text" in line for line in said) != found


def test_names_for_a_by_line_that_is_not_composed_are_refused(refusal: Refusal) -> None:
    issuers = "issuers:\n  - {country: B, styled: the B}\n  - {country: C%s}"
    some = refusal(with_front(f"title: A\n{issuers % ''}"))
    assert some == [
        "4: issuers.1.styled: it is not printed, since another issuer has none; "
        "give one to each issuer, or to none"
    ]
    both = refusal(with_front(f"title: A\nbyline: by us\n{issuers % ', styled: the C'}"))
    assert both == [
        f"{line}: issuers.{line - 4}.styled: it is not printed, since byline is given; "
        "leave one of the two out"
        for line in (5, 6)
    ]


def test_each_comment_is_told_since_it_goes_out_with_the_file(statement: Write) -> None:
    front = "# ask legal\ntitle: 'A # B'  # a working title\nevent: >\n  C # D"
    found = read(statement(with_front(front))).remarks
    assert [(remark.line, remark.wrong.rpartition(": ")[2]) for remark in found] == [
        (2, "# ask legal"),
        (3, "# a working title"),
    ]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029"])
def test_a_line_separator_of_a_word_processor_is_told_with_its_line(
    refusal: Refusal, separator: str
) -> None:
    (message,) = refusal(with_body(f"One.\nTwo.{separator}Three."))
    assert message.startswith(
        f"6: file: a line ends in a way of word processors (U+{ord(separator):X}"
    )


def test_an_abbreviation_may_be_called_like_a_key(refusal: Refusal) -> None:
    front = "title: A\nabbreviations: {language: A tongue, text: Some words}"
    assert refusal(f"---\n{front}\n---\n\nThe language of this text.\n") == []


def test_a_space_before_the_three_hyphens_is_told(refusal: Refusal) -> None:
    wanted = "front matter: a space stands before ---; delete it, so that the line begins with the "
    assert refusal(" ---\ntitle: A\n---\n\nB.") == [f"1: {wanted}hyphens"]
    assert refusal("---\ntitle: A\n ---\n\nB.") == [f"3: {wanted}hyphens"]


def test_the_address_that_is_advised_is_one(refusal: Refusal) -> None:
    (message,) = refusal(with_body("[a]( https://a.b/c d)"))
    assert "write [a](<https://a.b/c d>), or " in message
    assert refusal(with_body("[a](<https://a.b/c d>)")) == []


@pytest.mark.parametrize("code", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_utf_16_and_utf_32_are_known_without_their_mark(refusal: Refusal, code: str) -> None:
    assert refusal(with_body("Words.").encode(code)) == [
        "1: file: it is UTF-16 or UTF-32; save the file as UTF-8"
    ]


def test_each_of_many_characters_has_its_line(refusal: Refusal) -> None:
    lines = [line.partition(":")[0] for line in refusal(with_body("A\x01\n\nB\x01\x02\n\nC\x01"))]
    assert lines == ["5", "7", "7", "9"]
