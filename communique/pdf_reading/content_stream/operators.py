"""The operators of a content stream: which are followed, and which operands each of them uses.

ISO 32000-1, 7.2 (lexical conventions), 7.8.2 (content streams) and annex A (operators).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What is no part of anything else is a token of its own, so that no byte is passed over. An
#: array of hexadecimal strings and numbers, which TJ draws, is one token.
_TOKEN = re.compile(
    rb"\[(?:<[0-9A-Fa-f\s]*>|[-+.\d\s])*\]|<<|>>|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()])*\)|[\[\]]|/[^\s/<>\[\]()%]*|[^\s/<>\[\]()%]+|\S",
    re.DOTALL,
)
_EMPTY = re.compile(rb"<\s*>")
#: With what an operand begins; an operator begins with a letter or a quotation mark.
OPERANDS = frozenset(b"/<[(>]+-.0123456789")
SHOWING = frozenset((b"TJ", b"Tj"))
#: What places and colours text, and so belongs to the text alone.
PLACING = frozenset(b"q Q cm BT ET Tf Tm Ts rg g k cs sc scn".split()) | SHOWING
#: What draws around the text, or says what is drawn.
AROUND = frozenset(
    b"gs RG G K CS SC SCN w J j M d i ri m l c v y h re W W* n S s f F f* B B* b b* sh "
    b"BDC BMC EMC".split()
)
_FOLLOWED = PLACING | AROUND
#: What may occur within a picture besides: pictures in it, and the states of its text.
PICTURED = _FOLLOWED | frozenset(b"Do Tr Tc Tw Tz TL Td TD T*".split())
#: What may occur in a picture before its first q: nothing that would outlast it.
BARE = frozenset((b"q", b"BDC", b"BMC", b"EMC"))
#: How many operands these have; arrays and the colours of patterns have any number.
_COUNTS = {
    operator: count
    for count, operators in enumerate(
        (
            b"q Q BT ET T* h W W* n S s f F f* B B* b b* EMC",
            b"gs g G cs CS w J j M i ri sh BMC Do Tj Tr Tc Tw Tz TL Ts",
            b"Tf Td TD m l",
            b"rg RG",
            b"k K v y re",
            b"BDC",  # a tag, and a dictionary with one entry
            b"cm Tm c",
        )
    )
    for operator in operators.split()
}
#: With what the entry begins that says to which element of the tag tree marked content belongs, or
#: of which kind an artifact is (14.7.4.2, 14.8.2.2).
_HARMLESS = [[b"<<", b"/MCID"], [b"<<", b"/Type"]]


def tokens(data: bytes) -> list[bytes]:
    """Return the operands and operators of a content stream, in order."""
    return _TOKEN.findall(data)


def strings(operand: bytes) -> list[bytes]:
    """Return what a Tj or TJ draws, as `tokens` has it: each string without its first bracket.

    With it goes what moves the next one back. What stands before the first string is the first.
    """
    return operand.strip(b"[]").split(b"<")


def fits(operator: bytes, operands: Sequence[bytes]) -> bool:
    """Tell whether these are the operands that an operator uses, and no more.

    None draws an empty string: readers differ in whether the numbers beside it move what follows.
    """
    if operator in SHOWING:
        begins, ends = (b"[", b"]") if operator == b"TJ" else (b"<", b">")
        [text] = operands if len(operands) == 1 else [b""]
        return text.startswith(begins) and text.endswith(ends) and not _EMPTY.search(text)
    if operator == b"BDC" and operands[1:] and operands[1] != b"<<":
        return len(operands) == 2  # noqa: PLR2004  # a tag, and the name of a property list
    return _COUNTS.get(operator, len(operands)) == len(operands)


def mark(operands: Sequence[bytes]) -> int | str:
    """Return the MCID of a marked-content sequence, or the name of its tag."""
    if b"/MCID" in operands:
        return int(operands[operands.index(b"/MCID") + 1])
    return operands[0].decode("latin-1").lstrip("/") if operands else ""


def describes(operands: Sequence[bytes]) -> bool:
    """Tell whether a BDC says more of its content than its MCID, or of which kind an artifact is.

    There might be other words that are read instead, here or where it is listed (14.6.2, 14.9).
    """
    return len(operands) > 1 and list(operands[1:3]) not in _HARMLESS


def actual_text(operands: Sequence[bytes]) -> str | None:
    """Return what a span says as a whole (14.9.4, ActualText), or None if a BDC begins none.

    It is written as the engine of the project is made to: in UTF-16, in hexadecimal digits.
    """
    match list(operands):
        case [b"/Span", b"<<", b"/ActualText", text, b">>"] if text.lower().startswith(b"<feff"):
            digits = text[len(b"<feff") : -1].decode("latin-1")
            return bytes.fromhex(digits).decode("utf-16-be")
    return None
