"""The operators of a page that concern text, followed as a reader follows them.

ISO 32000-1, 9.4 (text objects), 9.7 (composite fonts) and 14.6 (marked content).
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    rb"<<|>>|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()])*\)|[\[\]]|/[^\s/<>\[\]()]*|[^\s/<>\[\]()]+",
    re.DOTALL,
)
#: With what an operand begins; an operator begins with a letter or a quotation mark.
_OPERANDS = frozenset(b"/<[(>]+-.0123456789")
_BFCHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_CIDCHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s+(\d+)")
_BLOCKS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
Matrix = tuple[float, float, float, float, float, float]
Glyph = tuple[str, float, bool, bool]
"""What it says, its width in em, whether it leaves ink, whether it is drawn as a box."""


@dataclass(frozen=True)
class Face:
    """A font of the file: what its glyphs say and how wide they are, in 1/1000 of the size."""

    name: str
    embedded: bool
    unicode: dict[int, str]
    widths: dict[int, float]
    absent: frozenset[int]
    """The codes for which the face has no glyph: they are drawn as boxes."""
    strings: dict[bytes, tuple[Glyph, ...]] = field(default_factory=dict, compare=False)
    """What the strings that were met so far draw: mostly one glyph, and few differ."""

    def drawn(self, string: bytes) -> tuple[Glyph, ...]:
        """Return the glyphs that a hexadecimal `string` of two bytes each draws."""
        if string not in self.strings:
            self.strings[string] = tuple(map(self._glyph, _codes(string[1:-1])))
        return self.strings[string]

    def _glyph(self, code: int) -> Glyph:
        text = self.unicode.get(code, "\ufffd")
        width = self.widths.get(code, 1000.0) / 1000
        return text, width, not text.isspace(), code in self.absent


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of glyphs drawn in one go: its text as drawn, glyph by glyph, and its place in pt.

    Spaces at its end do not count for its place: no ink is there.
    """

    glyphs: tuple[str, ...]
    page: int
    mark: int | str
    """The MCID, or the name of the artifact, or nothing."""
    face: Face
    size: float
    left: float
    right: float
    baseline: float
    absent: frozenset[str] = frozenset()
    """The characters that are drawn as boxes."""

    @property
    def text(self) -> str:
        """The text in the order in which it was drawn."""
        return "".join(self.glyphs)


def face_of(font: Any) -> Face:
    """Read a composite font as WeasyPrint writes it: Type 0, two bytes a glyph."""
    inner = font.get("/DescendantFonts", [font])[0].get_object()
    descriptor = inner.get("/FontDescriptor", {})
    embedded = any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3"))
    unicode: dict[int, str] = {}
    if "/ToUnicode" in font:
        for block in _BLOCKS.findall(font["/ToUnicode"].get_data()):
            for code, text in _BFCHAR.findall(block):
                unicode[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
    name = str(font.get("/BaseFont", "")).lstrip("/")
    return Face(name, embedded, unicode, _widths(inner), _absent(font))


def _absent(font: Any) -> frozenset[int]:
    """Return the codes that a font's encoding maps to glyph 0, .notdef (ISO 32000-1, 9.7.6.3)."""
    encoding = font.get("/Encoding")
    if not hasattr(encoding, "get_data"):
        return frozenset({0})
    codes = _CIDCHAR.findall(encoding.get_data())
    return frozenset(int(code, 16) for code, glyph in codes if int(glyph) == 0)


def _widths(font: Any) -> dict[int, float]:
    """Return glyph → width from a /W array (ISO 32000-1, 9.7.4.3)."""
    widths: dict[int, float] = {}
    array = list(font.get("/W", []))
    while array:
        first, second = int(array.pop(0)), array.pop(0).get_object()
        if isinstance(second, list):
            widths.update({first + index: float(width) for index, width in enumerate(second)})
        else:
            width = float(array.pop(0))
            widths.update(dict.fromkeys(range(first, int(second) + 1), width))
    return widths


class Interpreter:
    """Follows the operators of the page of that number, with its fonts by name."""

    def __init__(self, page: int, faces: dict[str, Face]) -> None:
        self.page, self.faces = page, faces
        self.matrix: Matrix = (1, 0, 0, 1, 0, 0)
        self.stack: list[tuple[Matrix, Face | None, float]] = []
        self.text: Matrix = (1, 0, 0, 1, 0, 0)
        self.advance = 0.0
        self.face: Face | None = None
        self.size = 0.0
        self.marks: list[int | str] = []

    def read(self, data: bytes) -> Iterator[Piece]:
        """Yield what the content stream `data` writes, in the order of drawing."""
        operands: list[bytes] = []
        for token in _TOKEN.findall(data):
            if token[0] in _OPERANDS:
                operands.append(token)
                continue
            if token in (b"TJ", b"Tj"):
                piece = self._show(operands)
                if piece:
                    yield piece
            else:
                self._operate(token, operands)
            operands = []

    def _operate(self, operator: bytes, operands: list[bytes]) -> None:
        match operator:
            case b"q":
                self.stack.append((self.matrix, self.face, self.size))
            case b"Q" if self.stack:
                self.matrix, self.face, self.size = self.stack.pop()
            case b"cm":
                self.matrix = _times(_matrix(operands), self.matrix)
            case b"Tm":
                self.text, self.advance = _matrix(operands), 0.0
            case b"Tf":
                self.face = self.faces.get(operands[0].decode("latin-1"))
                self.size = float(operands[1])
            case b"BDC" | b"BMC":
                self.marks.append(_mark(operands))
            case b"EMC" if self.marks:
                self.marks.pop()

    def _show(self, operands: list[bytes]) -> Piece | None:
        """Return what a Tj or TJ draws, and move on by its advance."""
        face = self.face
        if face is None:
            return None
        glyphs: list[str] = []
        absent: set[str] = set()
        size = self.size
        start = inked = advance = self.advance
        for operand in operands:
            if operand[:1] == b"<":
                for text, width, inks, boxed in face.drawn(operand):
                    glyphs.append(text)
                    advance += width * size
                    if inks:
                        inked = advance
                    if boxed:
                        absent.add(text)
            elif operand not in (b"[", b"]"):
                advance -= float(operand) * size / 1000
        self.advance = advance
        whole = _times(self.text, self.matrix)
        left, base = whole[0] * start + whole[4], whole[1] * start + whole[5]
        right = whole[0] * inked + whole[4]
        size *= abs(whole[3])
        mark = self.marks[-1] if self.marks else ""
        return Piece(
            tuple(glyphs), self.page, mark, face, size, left, right, base, frozenset(absent)
        )


def _codes(digits: bytes) -> tuple[int, ...]:
    """Return the codes of a string, two bytes each; a missing last digit is 0 (7.3.4.3)."""
    data = bytes.fromhex((digits + b"0" * (-len(digits) % 4)).decode("ascii"))
    return struct.unpack(f">{len(data) // 2}H", data)


def _mark(operands: list[bytes]) -> int | str:
    """Return the MCID of a marked-content sequence, or the name of its tag."""
    if b"/MCID" in operands:
        return int(operands[operands.index(b"/MCID") + 1])
    return operands[0].decode("latin-1").lstrip("/") if operands else ""


def _matrix(operands: list[bytes]) -> Matrix:
    a, b, c, d, e, f = map(float, operands[-6:])
    return a, b, c, d, e, f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )
