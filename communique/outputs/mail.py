"""The e-mail: a message with text, web page and PDF, to open in a mail program and send from there.

It follows RFC 5322 and MIME (RFC 2045 to 2047, 2183, 2231) and is the same, byte for byte, whenever
it is made: nothing in it comes from a clock or by chance, and it says neither who sends it nor to
whom, nor when, which the mail program adds. Every part is base64, so that no program on its way
changes a line.
"""

from __future__ import annotations

from base64 import encodebytes
from string import ascii_letters, digits
from typing import TYPE_CHECKING
from urllib.parse import quote

from communique.outputs.draft import Draft
from communique.outputs.text.layout import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.compose.fallback import Fallback
    from communique.content.content import Content
    from communique.outputs.draft import Means, Part

_END = "\r\n"
#: Between parts stands what base64 never has (RFC 2045, 6.7: its examples begin in this way).
_FILES, _WORDS = "=_communique-files", "=_communique-words"
_TEXTS = (("text", "plain"), ("html", "html"))
_SUBJECT = "Subject: "
_LINE = 78
"""The most characters of a line (RFC 5322, 2.1.1)."""
_WORD = 55
"""The most characters of an encoded word, which in the first line has 76 with its signs (RFC 2047,
2)."""
#: What stands for itself in any encoded word (RFC 2047, 5).
_PLAIN = frozenset(ascii_letters + digits + "!*+-/")


def make(content: Content, fallback: Fallback, means: Means) -> Draft:  # noqa: ARG001  # every output's
    """Return the message of `content`, put together from the parts text, html and pdf."""
    with means.step("compose"):
        lines = (line for block in _blocks(content, means) for line in block)
        return Draft("".join(f"{line}{_END}" for line in lines).encode("ascii"))


def with_subject(content: Content, fallback: Fallback, means: Means) -> Draft:  # noqa: ARG001  # as above
    """Return the part text of `content` below its subject, as programs that send mail read it.

    The subject is one line, however long, and UTF-8 (RFC 6532, 3.2); an empty line follows.
    """
    with means.step("compose"):
        return Draft(f"{_SUBJECT}{content.title}\n\n".encode() + means.parts["text"].data)


def _blocks(content: Content, means: Means) -> Iterator[list[str]]:
    yield [
        *_subject(content.title),
        "X-Unsent: 1",  # some programs open it for writing then
        "MIME-Version: 1.0",
        f"Content-Language: {', '.join(each.language.tag for each in content.versions)}",
        f'Content-Type: multipart/mixed; boundary="{_FILES}"',
        "",
    ]
    yield [
        f"--{_FILES}",
        f'Content-Type: multipart/alternative; boundary="{_WORDS}"',
        "",
    ]
    for name, kind in _TEXTS:
        yield [
            f"--{_WORDS}",
            f"Content-Type: text/{kind}; charset=utf-8",
            *_encoded(means.parts[name].data.replace(b"\n", _END.encode())),  # RFC 2046, 4.1.1
        ]
    yield [f"--{_WORDS}--", ""]
    yield [f"--{_FILES}", *_attachment(means.parts["pdf"])]
    yield [f"--{_FILES}--"]


def _attachment(part: Part) -> list[str]:
    """Return a part that is saved under its name; other letters than ASCII as RFC 2231 has them."""
    if part.name.isascii():
        name = part.name.replace("\\", r"\\").replace('"', r"\"")
        named = f'filename="{name}"'
    else:
        named = f"filename*=utf-8''{quote(part.name, safe='')}"
    return [
        "Content-Type: application/pdf",
        "Content-Disposition: attachment;",
        f" {named}",
        *_encoded(part.data),
    ]


def _encoded(data: bytes) -> list[str]:
    return ["Content-Transfer-Encoding: base64", "", *encodebytes(data).decode("ascii").split()]


def _subject(title: str) -> list[str]:
    """Return the lines of the subject: plain ASCII as it is, and all else in encoded words."""
    if title.isascii() and title.isprintable() and "=?" not in title and "  " not in title:
        lines = wrapped(_SUBJECT + title, _LINE, hang=1)  # folded (RFC 5322, 2.2.3)
        if lines[0] != _SUBJECT.strip() and max(map(len, lines)) <= _LINE:
            return lines
    words = (f"=?utf-8?Q?{word}?=" for word in _words(title))
    return [(" " if number else _SUBJECT) + word for number, word in enumerate(words)]


def _words(title: str) -> Iterator[str]:
    """Yield a title in encoded words of whole characters (RFC 2047, 4.2 and 5).

    In base64 some programs, which join such words, would stop at the end of one that is padded.
    """
    word = ""
    for character in title:
        encoded = "_" if character == " " else character
        if character not in _PLAIN and character != " ":
            encoded = "".join(f"={byte:02X}" for byte in character.encode())
        if len(word + encoded) > _WORD:
            yield word
            word = ""
        word += encoded
    yield word
