"""The e-mail: what stands in it, that nothing in it comes by chance, and what its proof refuses."""

from __future__ import annotations

import base64
from contextlib import nullcontext
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.compose.fallback import WITHOUT_PAGES
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import ProofError
from communique.outputs import mail, mail_proof
from communique.outputs.draft import Means, Part
from communique.read.packed import pack
from communique.read.source import read
from communique.run import pipeline
from communique.run.request import Job, Request
from tests.samples import ROOT

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

    from communique.content.content import Content

PARTS = {
    "text": Part("a.en.txt", "Lights\n======\n\nFür alle: 灯台.\n".encode()),
    "html": Part("a.en.html", b"<!doctype html>\n<title>Lights</title>\n<p>Words.\n"),
    "pdf": Part("a.en.pdf", b"%PDF-1.7\r\n\x00\xff\n" * 40),
}


def content(title: str = "Lights", more: str = "", name: str = "a.en.md") -> Content:
    source = f"---\ntitle: {title}\n{more}---\n\nWords.\n"
    return content_of(read(Path(name), source.encode()), edition.load("standard"))


def made(said: Content, parts: dict[str, Part] = PARTS) -> bytes:
    means = Means(lambda _: nullcontext(), lambda _: pytest.fail("it is not typeset here"), parts)
    return mail.make(said, WITHOUT_PAGES, means).data


def opened(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=policy.default)


def said_in(part: MIMEPart) -> bytes:
    """Return what a text of a message says, with the line ends of a file."""
    return str(part.get_content()).replace("\r\n", "\n").encode()


def refused(data: bytes) -> str:
    with pytest.raises(ProofError) as caught:
        mail_proof.prove(content(), data, PARTS)
    return "\n".join(each.wrong for each in caught.value.faults)


def test_an_untouched_message_is_proven_and_is_the_same_each_time() -> None:
    message = made(content())
    mail_proof.prove(content(), message, PARTS)
    assert made(content()) == message


def test_it_holds_text_and_web_page_as_alternatives_and_the_pdf() -> None:
    message = opened(made(content()))
    body, attached = message.iter_parts()
    assert [part.get_content_type() for part in body.iter_parts()] == ["text/plain", "text/html"]
    said = [said_in(part) for part in body.iter_parts()]
    assert said == [PARTS["text"].data, PARTS["html"].data]
    assert attached.get_filename() == "a.en.pdf"
    assert attached.get_content() == PARTS["pdf"].data


def test_nobody_is_named_in_it_and_nothing_in_it_comes_from_a_clock_or_by_chance() -> None:
    head = made(content()).split(b"\r\n\r\n")[0].decode()
    assert head.split("\r\n") == [
        "Subject: Lights",
        "X-Unsent: 1",
        "MIME-Version: 1.0",
        "Content-Language: en",
        'Content-Type: multipart/mixed; boundary="=_communique-files"',
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Lights",
        "L" * 69,
        "L" * 70,
        "Lights for the Grey Strait, which two states will renew together by the end of 2028",
        f"{'word ' * 30}{'x' * 80} end",
        "x" * 200,
        "Éclairer le détroit",
        "بيان بشأن ترميم البئر القديمة في وسط القرية قبل حلول الصيف وما بعده",
        "灰色海峡の灯台に関する共同声明と今後の改修工事の進め方についての合意文書",
        "What =?utf-8?Q?this?= is",
        "A  b\u00a0c",
        "Two 👩‍👩‍👧 and " + "e\u0301" * 60,
        "_ = ? =3D " * 9 + "é",
        '"Lights", <a@b.example>: 1; (2)',
    ],
)
def test_a_subject_in_any_letters_is_read_as_the_title(title: str) -> None:
    said = content(f"'{title}'")
    data = made(said)
    head = data.split(b"\r\n\r\n")[0]
    assert all(len(line) <= 76 for line in head.split(b"\r\n") if b"=?utf-8?" in line)
    assert opened(data)["Subject"] == said.title
    found = message_from_bytes(data)["Subject"]
    if b"=?utf-8?" in head:
        assert str(make_header(decode_header(found))) == said.title
    mail_proof.prove(said, data, PARTS)


def test_no_word_of_a_subject_is_padded_for_then_some_programs_read_no_further() -> None:
    words = made(content("Всеобщая декларация прав человека")).split(b"\r\n")[:4]
    assert [b"=?utf-8?Q?" in word and not word.endswith(b"=?=") for word in words] == [True] * 4


def test_a_long_subject_in_ascii_is_folded_and_can_be_read_as_it_is() -> None:
    assert made(
        content("Lights for the Grey Strait, which two states will renew by the end of 2028")
    )[:88].split(b"\r\n")[:2] == [
        b"Subject: Lights for the Grey Strait, which two states will renew by the end of",
        b" 2028",
    ]


@pytest.mark.parametrize(
    ("more", "subject"),
    [
        ("draft: {version: 2, at: 2026-03-12 21:00}\n", "Draft 2 · Lights"),
        ("embargo: 2026-03-12 09:30 Europe/Oslo\n", "Embargoed · Lights"),
        ("embargo: 2026-03-12 09:30 Europe/Oslo\nlanguage: de\n", "Sperrfrist · Lights"),
    ],
)
def test_a_draft_and_an_embargo_are_said_in_the_subject(more: str, subject: str) -> None:
    said = content(more=more, name="a.de.md" if "de" in more.split() else "a.en.md")
    assert opened(made(said))["Subject"] == subject
    with pytest.raises(ProofError, match="its Subject is 'Lights'"):
        mail_proof.prove(said, made(content(name=said.statement.path.name)), PARTS)


@pytest.mark.parametrize("name", ["réunion.fr.pdf", 'a "b".en.pdf', "a\\b.en.pdf", "é" * 80])
def test_a_file_keeps_its_name_in_any_letters(name: str) -> None:
    parts = PARTS | {"pdf": Part(name, b"%PDF")}
    data = made(content(), parts)
    assert [part.get_filename() for part in opened(data).iter_attachments()] == [name]
    mail_proof.prove(content(), data, parts)


SPOILT = {
    "a word of the subject is another one": ("Subject: Lights", "Subject: Light", "its Subject"),
    "the subject is missing": ("Subject: Lights\r\n", "", "its Subject is None"),
    "the subject is there twice": ("X-Un", "Subject: More\r\nX-Un", "the headers of"),
    "it names a recipient": ("X-Un", "To: a@b.example\r\nX-Un", "the headers of"),
    "it names a sender": ("X-Un", "From: a@b.example\r\nX-Un", "the headers of"),
    "it has a date": ("X-Un", "Date: Thu, 12 Mar 2026 09:30:00 +0000\r\nX-Un", "the headers of"),
    "it has a name by chance": ("X-Un", "Message-ID: <1@b.example>\r\nX-Un", "the headers of"),
    "it counts as sent": ("X-Unsent: 1", "X-Unsent: 0", "has X-Unsent: 0"),
    "it is in another language": ("Language: en", "Language: fr", "its Content-Language"),
    "another version of MIME": ("MIME-Version: 1.0", "MIME-Version: 2.0", "has MIME-Version: 2.0"),
    "a part is missing": ("--=_communique-files\r\nContent-Type: app", "Content-Type: app", "due"),
    "the page is a text": ("text/html", "text/plain", "its parts are"),
    "the PDF is something else": ("application/pdf", "application/zip", "its parts are"),
    "the alternatives are parts": ("/alternative", "/mixed", "its parts are"),
    "another charset": ("charset=utf-8", "charset=latin-1", "text/plain has Content-Type"),
    "more is said of a text": ("charset=utf-8", "charset=utf-8; format=flowed", "has Content-Type"),
    "another encoding": ("Encoding: base64", "Encoding: 8bit", "Content-Transfer-Encoding: 8bit"),
    "the PDF is shown and not attached": ("attachment;", "inline;", "is not attached as"),
    "a comment stands in a header": ('words"\r', 'words" (More.)\r', "has Content-Type: mult"),
    "a comment stands behind a name": ('pdf"', 'pdf" (More.)', "has Content-Disposition: attach"),
    "the PDF has another name": ("a.en.pdf", "b.en.pdf", "is not attached as a.en.pdf"),
    "something is said before the parts": ("files\"\r\n\r\n", "files\"\r\n\r\nMore.\r\n", "more"),
    "something is said behind the parts": ("files--\r\n", "files--\r\nMore.\r\n", "more, or less"),
    "something is said between the parts": ("words--\r\n", "words--\r\nMore.\r\n", "more, or less"),
    "the end of the parts is missing": ("--=_communique-files--\r\n", "", "cannot be read"),
    "a line ends as in Unix": ("Unsent: 1\r\n", "Unsent: 1\n", "a line is no line of an e-mail"),
    "the last line has no end": ("files--\r\n", "files--", "its last line has no end"),
    "other letters than ASCII": ("Subject: Lights", "Subject: Lights é", "a line is no line"),
    "a line is too long": ("Subject: Lights", f"Subject: Lights{' ' * 70}", "a line is no line"),
    "a letter that base64 has not": ("JVBERi0", "JVBE!i0", "application/pdf is not, byte for byte"),
    "a letter of base64 too many": ("JVBERi0", "JJVBERi0", "application/pdf is not, byte for byte"),
}  # fmt: skip


@pytest.mark.parametrize("kind", SPOILT)
def test_a_spoilt_message_is_refused(kind: str) -> None:
    there, instead, wrong = SPOILT[kind]
    message = made(content())
    assert there.encode() in message
    assert wrong in refused(message.replace(there.encode(), instead.encode(), 1))


@pytest.mark.parametrize("output", PARTS)
def test_a_part_of_which_a_byte_is_another_one_is_refused(output: str) -> None:
    part = PARTS[output]
    other = part._replace(data=part.data[:-2] + b"!" + part.data[-1:])
    assert "is not, byte for byte, what was proven" in refused(
        made(content(), PARTS | {output: other})
    )


def test_words_behind_the_end_of_base64_are_refused() -> None:
    message = made(content())
    page = base64.encodebytes(PARTS["html"].data.replace(b"\n", b"\r\n")).replace(b"\n", b"\r\n")
    assert page in message
    more = page + b"TW9yZQ==\r\n"
    assert "text/html is not, byte for byte" in refused(message.replace(page, more))


def test_each_edition_has_a_message_and_all_have_one_text_with_a_subject() -> None:
    asked = Request(Path(), ["standard", "letter"], [], [], 1, outputs=("eml", "mail-text"))
    job = Job((pack(read(Path("a.en.md"), b"---\ntitle: A\n---\n\nWords.\n"), 0),), "standard")
    other = job._replace(edition="letter")
    assert asked.names(job, asked.outputs_of(job), "") == {
        "eml": "a.en.eml",
        "mail-text": "a.en.mail.txt",
    }
    assert asked.names(other, asked.outputs_of(other), "") == {"eml": "a.en.letter.eml"}


def with_subject(said: Content) -> bytes:
    means = Means(lambda _: nullcontext(), lambda _: pytest.fail("it is not typeset"), PARTS)
    return mail.with_subject(said, WITHOUT_PAGES, means).data


def test_a_text_has_its_subject_in_its_first_line_by_option() -> None:
    said = content(
        "灰色海峡の灯台に関する共同声明", "draft: {version: 1, at: 2026-03-12 21:00}\n", "a.ja.md"
    )
    data = with_subject(said)
    assert data.decode().split("\n")[:3] == [f"Subject: {said.title}", "", "Lights"]
    mail_proof.with_subject(said, data, PARTS)


@pytest.mark.parametrize(
    ("there", "instead", "wrong"),
    [
        ("Subject: Lights\n", "Subject: Light\n", "'Subject: Lights' is due where"),
        ("Subject: Lights\n", "Subject: Lights\nTo: a@b.example\n", "is due where"),
        ("Lights\n\n", "Lights\n", "is due where"),
        ("Für alle", "Für Alle", "it is not, byte for byte, what was proven"),
    ],
)
def test_another_subject_or_another_text_below_it_is_refused(
    there: str, instead: str, wrong: str
) -> None:
    data = with_subject(content())
    assert data.count(there.encode())
    spoilt = data.replace(there.encode(), instead.encode(), 1)
    with pytest.raises(ProofError, match=wrong):
        mail_proof.with_subject(content(), spoilt, PARTS)


def test_parts_are_made_once_and_are_what_is_delivered_beside_the_message() -> None:
    statement = read(ROOT / "tests/statements/meeting.ar.md")
    typeset = pipeline._here()
    sheets = []
    proven = pipeline.make(
        statement,
        "letter",
        ("eml", "pdf", "text", "mail-text"),
        set_type=lambda sheet: sheets.append(sheet) or typeset(sheet),  # type: ignore[func-returns-value]
    )
    files = proven.files
    assert list(files) == ["eml", "pdf", "text", "mail-text"]
    assert len(sheets) == 1
    assert files["eml"].pages == files["pdf"].pages
    message = opened(files["eml"].data)
    body, attached = message.iter_parts()
    plain, _ = body.iter_parts()
    assert message["Subject"] == str(statement.matter.title)
    assert attached.get_filename() == "meeting.ar.letter.pdf"
    assert attached.get_content() == files["pdf"].data
    assert said_in(plain) == files["text"].data
    assert files["mail-text"].data.endswith(b"\n\n" + files["text"].data)
    assert files["eml"].made_of.keys() >= files["pdf"].made_of.keys()


@pytest.mark.parametrize(
    ("matter", "turn"),
    [
        ("", "plain"),
        ("draft: {version: 2, at: 2026-03-12 21:00}\n", "negotiation"),
        ("corrigendum: 2\n", "corrigendum"),
        ("issued: 2026-03-12\n", "changes"),
    ],
)
def test_the_attached_pdf_is_called_as_it_is_where_it_is_delivered(
    matter: str, turn: str, tmp_path: Path
) -> None:
    new, old = tmp_path / "a.en.md", tmp_path / "old.en.md"
    new.write_text(f"---\ntitle: A\n{matter}---\n\nWords.\n", "utf-8")
    old.write_text("---\ntitle: A\nissued: 2026-03-11\n---\n\nWord.\n", "utf-8")
    earlier = read(old) if turn in ("changes", "corrigendum") else None
    delivered = Job(
        (pack(read(new), 0),), "letter", turn, (pack(earlier, 0),) if earlier else ()
    ).named
    attached = pipeline._named(read(new), "letter", turn, earlier)
    assert attached.files(("pdf",)) == delivered.files(("pdf",))


def test_no_message_is_made_where_a_part_is_not_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise ProofError([])

    monkeypatch.setattr("communique.outputs.web_proof.prove", refuse)
    statement = read(ROOT / "tests/statements/meeting.en.md")
    with pytest.raises(ProofError):
        pipeline.make(
            statement,
            "standard",
            ("eml",),
            set_type=lambda _: pytest.fail("it is refused before"),
        )
