"""The text layer: every glyph says what it stands for in its place, and all together the text.

The engine lets a glyph say, everywhere in a document, what it stands for at its first use. But one
glyph is drawn for several characters (‘ and ʻ, µ and μ, ﬁ and fi), and one character by several
glyphs. Here a glyph that stands for another text gets a second CID: the encoding stays Identity-H,
a CIDToGIDMap leads both to the one glyph, and ToUnicode and W have an entry for each (ISO 32000-1,
9.7.4 and 9.10.3). Fonts with CFF outlines have no such map; there the glyph is enclosed in a span
with its text (14.9.4, ActualText). So is each word in which a character is drawn by several
glyphs, since readers take a mark that stands apart from its letter for the end of a word.

From right to left readers turn round what is drawn, and with it the text of a span or of a glyph
for several letters. There each letter has a code of its own, if need be that of an empty glyph, and
a span is around no more than one letter that several glyphs draw.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from weasyprint.formatting_structure import boxes

from communique.typeset.text_layer.codes import Drawn, FontCodes, shared
from communique.typeset.text_layer.shaped import parts, plain, runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.typeset.text_layer.shaped import Run

#: The codes of a string of glyphs, and a string with the number before it.
_CODES = re.compile(rb"<([0-9a-f]*)>")
_STRING = re.compile(rb"([-+.e\d]*)<([0-9a-f]*)>")
_FIRST_MARK = "\u0300"
#: A TJ without strings. An empty string in any other one makes PDFium, and so Chrome, leave out the
#: number at its end (CPDF_StreamContentParser::Handle_ShowText_Positioning counts it and skips it).
_EMPTY = re.compile(rb"\[\s*\] TJ\n?")


class _Said(NamedTuple):
    """The code of a glyph, and the span that begins before it or ends after it."""

    code: bytes
    opens: str | None = None
    """What the span says that begins before it."""
    closes: bool = False


class TextLayer:
    """What the glyphs of a PDF say that is being drawn."""

    def __init__(self) -> None:
        self.fonts: dict[str, FontCodes] = {}

    def follow(self, stream: Any, start: int, name: str, textbox: Any) -> None:
        """Put right what was drawn for the line of `textbox`: all from `start` on in `stream`.

        `name` is that of the font that was in use before.
        """
        entries = stream.stream
        texts: list[str | None] = []
        shown: list[tuple[int, FontCodes, list[bytes]]] = []
        for index in range(start, len(entries)):
            entry = entries[index]
            if entry.endswith(b"TJ"):
                entries[index] = entry = entry.replace(b"<>", b" ")  # see _EMPTY
                digits = b"".join(_CODES.findall(entry))
                font = self.fonts.get(name) or self._font(stream, name)
                codes = [digits[at : at + 4] for at in range(0, len(digits), 4)]
                texts += map(font.known.get, codes)
                shown.append((index, font, codes))
            elif entry.endswith(b"Tf"):
                name = entry[1 : entry.index(b" ")].decode("ascii")
        layout = textbox.pango_layout
        if not shown or (None not in texts and "".join(filter(None, texts)) == plain(layout.text)):
            return  # a line of spaces, or one that says what it has to
        if not any(font.font.bitmap for _, font, _ in shown):  # whose codes have one byte
            glyphs = [(font, code) for _, font, codes in shown for code in codes]
            tagged = isinstance(textbox, boxes.TextBox)  # and not of a picture
            said = _line(list(runs(layout)), glyphs, tagged=tagged)
            rest = iter(said)
            for index, *_ in shown if said else ():
                entries[index] = _written(entries[index], rest)

    def _font(self, stream: Any, name: str) -> FontCodes:
        font = next(font for font in stream._fonts.values() if font.hash == name)
        return self.fonts.setdefault(name, FontCodes(font))

    def texts(self, font: Any) -> dict[int, str]:
        """Return what the glyphs of one of the engine's fonts say: its `to_unicode` put right."""
        texts = self.fonts[font.hash].texts if font.hash in self.fonts else {}
        return {code: texts.get(code, text) for code, text in font.to_unicode.items()}

    def describe(self, pdf: Any, references: dict[str, Any]) -> None:
        """Add the further codes to the fonts of `pdf`, whose `references` go by their names."""
        if any(font.further for font in self.fonts.values()):
            objects = {item.reference: item for item in pdf.objects}
            for name, font in self.fonts.items():
                if font.further:
                    font.describe(pdf, objects, objects[references[name]])


def _line(line: Sequence[Run], glyphs: Sequence[Drawn], *, tagged: bool) -> list[_Said]:
    """Return what each of the `glyphs` of a line has to say, or nothing where they say it."""
    texts = list(chain.from_iterable(run.texts for run in line))
    if _is_plain(line, texts):
        each = zip(glyphs, texts, strict=True)
        if all(
            font.known.get(digits) == text or font.whole(digits, text) == digits
            for (font, digits), text in each
        ):
            return []
    return [said for word in _phrases(_words(line, glyphs)) for said in word.said(tagged=tagged)]


def _is_plain(line: Sequence[Run], texts: Sequence[str]) -> bool:
    """Tell whether one glyph draws each of the `texts` of a line, and none begins with a mark."""
    counts = set(chain.from_iterable(run.glyphs for run in line))
    marks = max(texts) >= _FIRST_MARK
    return counts == {1} and not (marks and any(unicodedata.combining(each[0]) for each in texts))


def _words(line: Sequence[Run], glyphs: Sequence[Drawn]) -> Iterator[_Word]:
    """Yield the words of a line and the spaces between them."""
    rest = iter(glyphs)
    word = _Word()
    for texts, counts, backwards in line:
        for text, count in zip(texts, counts, strict=True):
            if text.isspace() or word.is_space:
                yield word
                word = _Word()
            if count:
                word.add(list(islice(rest, count)), text, backwards=backwards)
    yield word


def _phrases(words: Iterable[_Word]) -> Iterator[_Word]:
    """Yield `words`, with those as one that follow one another and need a span each.

    PDFium would leave out a space between two spans of which the first ends in a mark.
    """
    held: list[_Word] = []
    for word in words:
        if word.needs_span:
            held = [_Word.of([*held, word])]
        elif word.is_space and len(held) == 1:
            held.append(word)
        else:
            yield from (*held, word)
            held = []
    yield from held


@dataclass
class _Word:
    """Glyphs that no space parts, in the order of drawing; or several such words as one."""

    glyphs: list[Drawn] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    """What each glyph has to say."""
    composed: bool = False
    """Whether a mark in it has a glyph of its own, which stands over or under another one."""
    backwards: bool = False
    """Whether any of it is drawn from its end to its beginning."""
    opens: dict[int, str] = field(default_factory=dict)
    """The glyphs that begin one character from right to left, which stands in a span of its own."""
    closes: set[int] = field(default_factory=set)
    """The glyphs that end one."""

    @classmethod
    def of(cls, words: Sequence[_Word]) -> _Word:
        """Return several words as one."""
        joined = cls()
        for word in words:
            joined.glyphs += word.glyphs
            joined.texts += word.texts
            joined.composed |= word.composed
        return joined

    @property
    def needs_span(self) -> bool:
        """Whether what it says stands in a span around it.

        Right-to-left words have none, but for single letters in them: see above.
        """
        return self.composed and not self.backwards

    @property
    def is_space(self) -> bool:
        """Whether it is a space between words."""
        return bool(self.texts) and self.texts[-1].isspace()

    def add(self, drawn: Sequence[Drawn], text: str, *, backwards: bool) -> None:
        """Add a cluster that these glyphs draw."""
        said = shared(drawn, text) if backwards else parts(text, len(drawn))
        if backwards and len(text) == 1 < len(drawn) and drawn[0][0].has_map:
            self.opens[len(self.glyphs)] = text
            self.closes.add(len(self.glyphs) + len(drawn) - 1)
        self.glyphs += drawn
        self.texts += said
        self.composed |= len(drawn) > 1 or bool(unicodedata.combining(text[0]))
        self.backwards |= backwards

    def said(self, *, tagged: bool) -> Iterator[_Said]:
        """Yield what each glyph says, with a span around them where one is needed and allowed."""
        whole = "".join(self.texts) if self.needs_span and tagged else None
        last = len(self.texts) - 1
        for number, ((font, digits), text) in enumerate(zip(self.glyphs, self.texts, strict=True)):
            code = self.backwards and not text and font.unseen(digits)
            code = code or font.code(digits, text)
            if whole is not None:
                yield _Said(code or digits, None if number else whole, number == last)
            elif not tagged:
                yield _Said(code or digits)
            elif code:
                yield _Said(code, self.opens.get(number), number in self.closes)
            else:
                yield _Said(digits, text, closes=True)


def _written(entry: bytes, said: Iterator[_Said]) -> bytes:
    """Return a TJ with the codes and spans of what is `said`.

    A whole number before a glyph moves it as the one before it wants it, to kern the two; any other
    one goes with the glyph into its span.
    """

    def string(match: re.Match[bytes]) -> bytes:
        before, digits = match.groups()
        out = before + b"<"
        for number, (code, opens, closes) in enumerate(islice(said, len(digits) // 4)):
            if opens is not None:
                text = b"feff" + opens.encode("utf-16-be").hex().encode("ascii")
                begin = b"] TJ\n/Span <</ActualText <%s>>> BDC\n[" % text
                moved = not number and b"." in before
                out = begin + before + b"<" if moved else out + b">" + begin + b"<"
            out += code
            if closes:
                out += b">] TJ\nEMC\n[<"
        return out + b">"

    written = _STRING.sub(string, entry)
    return written if written == entry else _EMPTY.sub(b"", written.replace(b"<>", b" "))
