"""The proof of an e-mail: it is read again, and holds what it must, whole, and nothing else.

Nothing here comes from what writes it. Python's email package reads it, with none of the leniency
that mail programs have: one unknown header, one line between parts or one letter that base64 has
not, and nothing is delivered. Text, web page and PDF are proven before, each by itself; here each
is found again, byte for byte.
"""

from __future__ import annotations

import binascii
import re
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from communique.model.faults import Faults, ProofError
from communique.prove.metadata import title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from email.message import EmailMessage

    from communique.content.content import Content
    from communique.outputs.draft import Part

_KEY = "e-mail"
_NOT_DELIVERED = "nothing was delivered"
_SHOWN = 60
#: How long lines may be (RFC 5322, 2.1.1); that with a long name of a file may be longer.
_ADVISED, _MOST = 78, 998
_NAMED = re.compile(rb" filename\*?=")
#: What a message consists of: the kind of each part, and the output that it holds.
_PARTS = (
    ("multipart/mixed", ""),
    ("multipart/alternative", ""),
    ("text/plain", "text"),
    ("text/html", "html"),
    ("application/pdf", "pdf"),
)
#: How many parts these have; who replies to a message sees the last of them that can be shown.
_COUNTS = {"multipart/mixed": 2, "multipart/alternative": 2}
#: The headers of each kind, in their order.
_OF_ALL = ["Subject", "X-Unsent", "MIME-Version", "Content-Language", "Content-Type"]
_OF_TEXT = ["Content-Type", "Content-Transfer-Encoding"]
_HEADERS = {
    "multipart/mixed": _OF_ALL,
    "multipart/alternative": ["Content-Type"],
    "text/plain": _OF_TEXT,
    "text/html": _OF_TEXT,
    "application/pdf": ["Content-Type", "Content-Disposition", "Content-Transfer-Encoding"],
}
#: What these have to say to the letter: a comment in brackets would be read by nobody.
_SAID = {
    "X-Unsent": r"1",
    "MIME-Version": r"1\.0",
    "Content-Transfer-Encoding": r"base64",
    "Content-Type": r'multipart/\w+; boundary="=_[a-z-]+"|text/\w+; charset=utf-8|application/pdf',
    "Content-Disposition": r"attachment;\r\n filename"
    r"""(="(?:[^"\\]|\\.)*"|\*=utf-8''[\w.~%-]*)""",
}


def prove(content: Content, data: bytes, parts: Mapping[str, Part]) -> None:
    """Prove that the message whose bytes are `data` holds these proven `parts` of `content`.

    They are given by the names of outputs. Raises `ProofError` with what is wrong.
    """
    faults = Faults(content.versions[0].statement.path, ProofError)
    message = message_from_bytes(data, policy=policy.default)
    wrong = (*_lines(data), *_head(content, message), *_structure(message), *_held(message, parts))
    for each in wrong:
        faults.add(1, _KEY, each, _NOT_DELIVERED)
    faults.check()


def with_subject(content: Content, data: bytes, parts: Mapping[str, Part]) -> None:
    """Prove that `data` are the subject of `content`, an empty line and the proven part text.

    Raises `ProofError` likewise.
    """
    faults = Faults(content.versions[0].statement.path, ProofError)
    subject, _, text = data.partition(b"\n\n")
    due = f"Subject: {title(content)}"
    if subject != due.encode():
        wrong = f"{due!r} is due where {subject[:_SHOWN]!r} is"
        faults.add(1, "text", wrong, _NOT_DELIVERED)
    if text != parts["text"].data:
        faults.add(1, "text", "it is not, byte for byte, what was proven", _NOT_DELIVERED)
    faults.check()


def _lines(data: bytes) -> Iterator[str]:
    """Yield what is wrong with lines: each ends as RFC 5322 has it, is ASCII and not too long."""
    *lines, rest = data.split(b"\r\n")
    if rest:
        yield "its last line has no end"
    for line in lines:
        most = _MOST if _NAMED.match(line) else _ADVISED
        if len(line) > most or not line.isascii() or re.search(rb"[\x00-\x1f\x7f]", line):
            yield f"a line is no line of an e-mail: {line[:_SHOWN]!r}"
            return


def _head(content: Content, message: EmailMessage) -> Iterator[str]:
    """Yield what is wrong with subject and languages."""
    due = {
        "Subject": title(content),
        "Content-Language": ", ".join(each.statement.language for each in content.versions),
    }
    for name, words in due.items():
        found = message[name]
        if found != words:
            yield f"its {name} is {found!r}, and {words!r} is due"


def _structure(message: EmailMessage) -> Iterator[str]:
    """Yield what is wrong with the kinds of its parts, their headers and what is between them."""
    found = [part.get_content_type() for part in message.walk()]
    due = [kind for kind, _ in _PARTS]
    if found != due:
        yield f"its parts are {found}, and {due} are due"
        return
    for part in message.walk():
        kind = part.get_content_type()
        if part.keys() != _HEADERS[kind]:
            yield f"the headers of {kind} are {part.keys()}, and {_HEADERS[kind]} are due"
        for name, value in part.raw_items():
            if part[name].defects or (name in _SAID and not re.fullmatch(_SAID[name], value)):
                yield f"{kind} has {name}: {value}"
        if part.defects:
            yield f"{kind} cannot be read: {part.defects}"
        if part.is_multipart() and (
            len(part.get_payload()) != _COUNTS[kind] or part.preamble or part.epilogue
        ):
            yield f"there is more, or less, between the parts of {kind}"


def _held(message: EmailMessage, parts: Mapping[str, Part]) -> Iterator[str]:
    """Yield what is wrong with what the parts hold."""
    for part, (kind, output) in zip(message.walk(), _PARTS, strict=False):
        if not output or part.get_content_type() != kind:
            continue
        due = parts[output].data
        if kind.startswith("text/"):
            due = due.replace(b"\n", b"\r\n")
        elif (part.get_content_disposition(), part.get_filename()) != (
            "attachment",
            parts[output].name,
        ):
            yield f"{kind} is not attached as {parts[output].name}"
        if _bytes(part) != due:
            yield f"{kind} is not, byte for byte, what was proven"


def _bytes(part: EmailMessage) -> bytes | None:
    """Return what a part holds, or None where it is not base64 to the letter (RFC 4648, 4)."""
    lines = str(part.get_payload()).split("\r\n")
    try:
        return binascii.a2b_base64("".join(lines), strict_mode=True)
    except (ValueError, UnicodeError):
        return None
