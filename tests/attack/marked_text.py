"""Texts with every kind of block and mark in every mixture, whose words each have a number.

Unlike `tests.random_statements`, which writes what is to be printed, this one writes as many ways
as Markdown has to write it: escapes and entities within words, marks beside marks, notes and
addresses anywhere, lists under lists, line ends of all systems.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def _split(text: str) -> list[str]:
    return text.split(" ")


FIRST = 10_000
"""The number of the first word."""
#: Words of several scripts: Latin with accents that have two normal forms, Greek, Cyrillic, Arabic,
#: Hebrew, Devanagari, Chinese, Japanese, Korean.
WORDS = _split(
    "harbour light the of élan über naïve Ångström señor Łódź şehir Việt "
    "λιμένας φῶς маяк пролив єднання منارة مضيق الطريق מגדלור מצר दीपस्तंभ 灯塔 海峡 灯台 の 등대"
)
#: What stands between words as it is, and is no mark there.
SIGNS = _split(
    "– — & § % € < > | ~ = + / « » „x“ ‘x’ … · 5 % 1,200.50 No.\u00a012 (a) [sic] 10:30 $5 a/b #3"
    " @x U+200C\u200c 7\u202f000 ^ { } ; : ! ? 2 * 3 a_b C++ 50 % x² ½ № °C"
)
#: Marks that are out of place: beside a word, between two, or before a line.
STRAY = _split(
    "* ** *** _ __ ` [ ] ]( ) ![ [^ [^1] < > \\ & &; &#; ~ ~~ ^ | || { } # ## - -- + > 1. 1) == "
    "=== --- ::: ]: : [x] <b> <!-- --> \t \u2028 \u00a0 \u200b \u202e \u2066 \ufeff \u0300 \u200d"
)
_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~"
_ENTITIES = ("&copy;", "&amp;", "&lt;", "&eacute;", "&#167;", "&#xA7;", "&mdash;", "&nbsp;")
DEEPEST = 3
#: So many texts have marks that are out of place, and so many of their runs of words.
WILD, STRAYED = 0.3, 0.15


class Text:
    """Writes one text; `said`, `notes` and `targets` have the numbers of all that it says."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.count = FIRST
        self.said: list[int] = []
        self.notes: dict[str, tuple[str, list[int]]] = {}
        self.apart: list[str] = []
        self.targets: list[int] = []
        self.wild = rng.random() < WILD
        self.plain = False
        """Whether no note may be called here, and no picture shown."""

    def write(self) -> str:
        """Return the text."""
        makes = [self.rng.choice(self.kinds()) for _ in range(self.rng.choice((1, 2, 3, 5, 10)))]
        blocks = [make() for make in makes]
        if not any(self.said):
            blocks.append(self.paragraph())
        # A note or an address apart may stand between any two blocks.
        notes = [self.note(label) for label in self.notes]
        for each in (*notes, *self.apart):
            blocks.insert(self.rng.randint(0, len(blocks)), each)
        between = self.rng.choice(("\n\n", "\n\n", "\n\n\n", "\n \n", "\n\t\n"))
        return between.join(blocks) + self.rng.choice(("", "\n", "\n\n", "\n \n"))

    def kinds(self) -> tuple[Callable[[], str], ...]:
        """Return what may make a block."""
        simple = (self.paragraph,) * 4 + (self.heading, self.rule, self.table, self.figure)
        return (*simple, self.points, self.points, self.quotation, self.letters)

    # Words

    def word(self) -> str:
        """Return a new word with its number, which may be written with marks of its own."""
        number = str(self.count)
        self.said.append(self.count)
        self.count += 1
        letters = self.rng.choice(WORDS)
        match self.rng.randrange(16):
            case 0:
                number = f"&#{ord(number[0])};{number[1:]}"
            case 1:
                number = f"{number[:-1]}&#x{ord(number[-1]):x};"
            case 2:
                letters = f"{letters}\\{self.rng.choice(_PUNCTUATION)}"
            case 3:
                letters = f"{letters}{self.rng.choice(_ENTITIES)}"
            case 4:
                letters = f"{letters}\u00ad"
            case 5:
                number += self.rng.choice(".,:;!?’)")
        return letters + number

    def words(self, most: int = 5) -> str:
        """Return a few words without marks between them."""
        return " ".join(self.word() for _ in range(self.rng.randint(1, most)))

    def run(self, most: int = 6, *, lines: bool = True) -> str:
        """Return words with marks, in lines of their own where there may be `lines`."""
        parts = [self.marked() for _ in range(self.rng.randint(1, most))]
        text = parts[0]
        for part in parts[1:]:
            ends = ("\n", "\\\n", "  \n") if lines else (" ",)
            text += self.rng.choice((" ", " ", " ", *ends)) + part
        return text

    def stray(self) -> str:
        """Return words with marks that are out of place."""
        stray, space = self.rng.choice(STRAY), self.rng.choice(("", " ", "\n"))
        before, after = self.rng.choice((("", ""), (" ", ""), ("", " "), (" ", " "), ("\n", " ")))
        other = self.rng.choice(("", stray))
        return f"{self.word()}{before}{stray}{after}{self.words()}{other}{space}{self.word()}"

    def marked(self) -> str:
        """Return words with one mark, or a sign."""
        if self.wild and self.rng.random() < STRAYED:
            return self.stray()
        makes = (self.words,) * 4 + (self.stressed,) * 5 + (self.linked,) * 5 + (self.beside,) * 2
        return self.rng.choice(
            makes if self.plain else (*makes, self.shown, self.call, self.call)
        )()

    def stressed(self) -> str:
        """Return words with stress in one of many ways."""
        forms = ("*{}*", "**{}**", "_{}_", "***{}***", "**{} *{}* {}**", "*{} **{}***")
        form = self.rng.choice(forms)
        return form.format(*(self.words() for _ in range(form.count("{}"))))

    def linked(self) -> str:
        """Return a link in one of many ways."""
        match self.rng.randrange(5):
            case 0:
                words = self.words()
                return f"[{words}](https://example.org/{self.target()}_({self.target()}))"
            case 1:
                words = f"*{self.words()}* {self.words()}"
                return f"[{words}](<https://example.org/{self.target()}>)"
            case 2:
                label = f"é{self.target(said=False)}"
                self.apart.append(f"[{label}]: https://example.org/{self.target()}")
                return f"[{self.words()}][{label}]"
            case 3:
                self.said.append(self.target())
                return f"<https://example.org/{self.said[-1]}>"
        self.said.append(self.target())
        return f"https://example.org/a?b={self.said[-1]}&c=d"

    def beside(self) -> str:
        """Return words beside a sign, or in brackets and quotation marks."""
        if self.rng.random() < 0.5:
            return f"{self.word()} {self.rng.choice(SIGNS)} {self.word()}"
        return f"({self.words()}), “{self.words()}”"

    def shown(self) -> str:
        """Return a picture in a line of text."""
        return f"![{self.words()}](p.png)"

    def target(self, *, said: bool = True) -> int:
        """Return a new number of an address."""
        self.count += 1
        if said:
            self.targets.append(self.count - 1)
        return self.count - 1

    def call(self) -> str:
        """Return words with the call of a note, new or called before."""
        word = self.word()
        if self.notes and self.rng.random() < 0.2:
            return f"{word}[^{self.rng.choice(list(self.notes))}]"
        label = self.rng.choice(("", "n", "é", "注")) + str(len(self.notes) + 1)
        text, self.said, before = "", [], self.said
        self.plain, self.notes[label] = True, ("", [])
        text = self.run()
        if self.rng.random() < 0.3:
            text += f"\n\n    {self.run(3, lines=False)}"
        self.notes[label] = (text, self.said)
        self.plain, self.said = False, before
        return f"{word}[^{label}]"

    def note(self, label: str) -> str:
        """Return a note as it is written apart."""
        return f"[^{label}]: {self.notes[label][0]}"

    # Blocks

    def paragraph(self) -> str:
        """Return a paragraph that begins with a word."""
        return f"{self.word()} {self.run()}"

    def heading(self) -> str:
        """Return a heading, closed or not."""
        return f"## {self.word()} {self.run(2, lines=False)}{self.rng.choice(('', ' ##', ' #'))}"

    def rule(self) -> str:
        """Return a break."""
        return self.rng.choice(("---", "***", "_ _ _", "- - -"))

    def figure(self) -> str:
        """Return a picture that stands alone, with a caption or without."""
        alternative = self.words()
        caption = self.words()
        mark = self.rng.choice(('"{}"', "'{}'", "({})"))
        if mark == "({})":
            caption = caption.replace(")", "")
        return f"![{alternative}](p.png {mark.format(caption.replace(chr(39), ''))})"

    def table(self) -> str:
        """Return a table of some columns."""
        columns = self.rng.randint(1, 4)
        rows = [self.row(columns) for _ in range(self.rng.randint(2, 4))]
        rule = "|" + "|".join(self.rng.choice(("-", ":--", "--:", ":-:")) for _ in range(columns))
        return "\n".join([rows[0], f"{rule}|", *rows[1:]])

    def row(self, columns: int) -> str:
        """Return a row; a bar in a cell has a backslash."""
        self.plain, before = True, self.plain
        cells = [self.cell() for _ in range(columns)]
        self.plain = before
        return f"| {' | '.join(cells)} |"

    def cell(self) -> str:
        """Return what stands in a cell."""
        return self.run(2, lines=False).replace(" | ", " \\| ").replace("\\\\|", "\\|")

    def points(self, depth: int = 1) -> str:
        """Return a list, with lists, quotations and paragraphs in it."""
        start = self.rng.randint(1, 20)
        hyphen = self.rng.choice("-*+")
        sign = self.rng.choice((".", ")"))
        ordered = self.rng.random() < 0.4
        points = []
        for index in range(self.rng.randint(1, 4)):
            marker = f"{start + index}{sign} " if ordered else f"{hyphen} "
            parts = [f"{self.word()} {self.run(3)}"]
            if depth < DEEPEST and self.rng.random() < 0.3:
                parts.append(self.points(depth + 1))
            elif self.rng.random() < 0.2:
                parts.append(self.paragraph())
            points.append(indented("\n\n".join(parts), marker))
        return self.rng.choice(("\n", "\n\n")).join(points)

    def letters(self) -> str:
        """Return points of an author's own, each in a line."""
        kind = self.rng.choice(("({})", "{})"))
        count = self.rng.randint(2, 4)
        return "\n".join(
            f"{kind.format('abcd'[index])} {self.words()} {self.run(2, lines=False)}"
            for index in range(count)
        )

    def quotation(self, depth: int = 1) -> str:
        """Return a quotation, with a list or another one in it."""
        parts = [f"{self.word()} {self.run(3)}"]
        if self.rng.random() < 0.3:
            parts.append(self.points(DEEPEST))
        if depth < DEEPEST and self.rng.random() < 0.3:
            parts.append(self.quotation(depth + 1))
        return "\n".join(
            f"> {line}".rstrip() if not line.endswith("  ") else f"> {line}"
            for line in "\n\n".join(parts).split("\n")
        )


def indented(text: str, marker: str) -> str:
    """Return `text` as a point that begins with `marker`."""
    space = " " * len(marker)
    first, *others = text.split("\n")
    return "\n".join([marker + first, *(space + line if line.strip() else "" for line in others)])
