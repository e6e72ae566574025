"""The Markdown of random statements: every block that the project knows, in every mixture."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.random_statements.words import capital

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from tests.random_statements.words import Words

MOST_NOTES, LONGEST_NOTE = 60, 400
_DEEPEST_LIST = 4
_LIGHTEST = 250
_DEEPEST_HEADING = 5
#: Sizes of statements, from the least to the most blocks: small, middling and large ones.
_SIZES = (*[(1, 6)] * 9, *[(6, 25)] * 8, *[(25, 60)] * 3)


@dataclass
class Notes:
    """The footnotes of one statement: how many are to come, and those that were called."""

    wanted: int
    text: dict[str, str] = field(default_factory=dict)


class Text:
    """Writes the text of one statement, word by word out of `words`."""

    def __init__(self, rng: random.Random, words: Words) -> None:
        self.rng, self.words = rng, words
        self.notes = Notes(rng.choice((0, 0, rng.randint(1, 5), rng.randint(5, 20), MOST_NOTES)))
        if self.notes.wanted == MOST_NOTES:
            self.notes.wanted = rng.randint(20, MOST_NOTES)
        self.level = 1
        self.pictures: dict[str, bytes] = {}

    def write(self) -> str:
        """Return the whole text in Markdown."""
        blocks = self.blocks(self.rng.randint(*self.rng.choice(_SIZES)), top=True)
        while len(self.notes.text) < self.notes.wanted:
            blocks.append(self.paragraph(calls=0.3))
        notes = [f"[^{label}]: {text}" for label, text in self.notes.text.items()]
        return "\n\n".join([*blocks, *notes]) + "\n"

    # Blocks

    def blocks(self, count: int, *, top: bool = False, depth: int = 0) -> list[str]:
        """Return `count` blocks, a paragraph between any two that Markdown would run together."""
        makers: list[Callable[[], str]] = [self.paragraph] * 9
        makers += [self.quote] + [lambda: self.points(depth + 1)] * (
            2 if depth < _DEEPEST_LIST else 0
        )
        makers += [self.centred, self.speech, self.direction]
        if top:
            makers += [self.heading, self.heading, self.table, self.figure, lambda: "---"]
        blocks: list[str] = []
        for number in range(count):
            maker = self.rng.choice(makers)
            if maker != self.paragraph and (number % 2 == 0 or number == count - 1):
                maker = self.rng.choice((self.paragraph, self.paragraph, maker))
            if blocks and maker != self.paragraph and _may_merge(blocks[-1]):
                blocks.append(self.paragraph())
            blocks.append(maker())
        return blocks

    def paragraph(self, *, calls: float = 0.06) -> str:
        """Return one to eight sentences, broken into lines or not."""
        count = self.rng.choice((1, 1, 2, 3, 5, 8))
        text = " ".join(self.sentence(calls) for _ in range(count))
        return text.replace(" – ", " –\n") if self.rng.random() < 0.2 else text

    def centred(self) -> str:
        """Return one to three centred lines."""
        lines = (self.words.phrase(1, 16) for _ in range(self.rng.randint(1, 3)))
        return "\n".join(f"-> {line} <-" for line in lines)

    def speech(self) -> str:
        """Return what somebody says."""
        name = self.words.phrase(1, 3).upper()
        return f"**{name}:** {self.paragraph()}"

    def direction(self) -> str:
        """Return a stage direction."""
        return f"*({self.words.phrase(1, 4)})*"

    def heading(self) -> str:
        """Return a heading that skips no level."""
        self.level = self.rng.randint(2, min(self.level + 1, _DEEPEST_HEADING))
        text = capital(self.marked(self.words.run(self.rng.choice((1, 3, 6, 12)))))
        return f"{'#' * self.level} {text}{self.call(0.1)}"

    def quote(self) -> str:
        """Return a quotation of one to three blocks."""
        inside = "\n\n".join(self.blocks(self.rng.randint(1, 3), depth=_DEEPEST_LIST - 1))
        return "\n".join(f"> {line}".rstrip() for line in inside.split("\n"))

    def points(self, depth: int) -> str:
        """Return a list, bulleted or numbered, with lists inside down to the fourth level."""
        ordered, start = self.rng.random() < 0.5, self.rng.choice((1, 1, 1, 7, 98))
        sign = self.rng.choice(".)")
        loose = self.rng.random() < 0.5
        items = []
        added = self.rng.choice((" bis", "bis", "a", "-A", ""))
        for number in range(self.rng.randint(1, 7 if depth == 1 else 3)):
            marker = f"{start + number}{sign} " if ordered else "- "
            items.append(_indented(self.item(depth), marker))
            if ordered and added and self.rng.random() < 0.2:
                items.append(_indented(self.item(depth), f"{start + number}{added}{sign} "))
        return ("\n\n" if loose else "\n").join(items)

    def item(self, depth: int) -> str:
        """Return the inside of a point: mostly a sentence, at times several blocks."""
        first = self.sentence(0.08)
        if self.rng.random() < 0.75:
            return first
        return "\n\n".join([first, *self.blocks(self.rng.randint(1, 2), depth=depth)])

    def table(self) -> str:
        """Return a table of up to eighty rows; its figures stand to the right."""
        columns = self.rng.randint(2, 6)
        rows = min(80, int(80 ** self.rng.random()) + 1)
        kinds = ["words"] + [
            self.rng.choice(("figures", "figures", "words")) for _ in range(columns - 1)
        ]
        marks = {"figures": "---:", "words": self.rng.choice((":---", "---", ":---:"))}
        head = [self.cell("head") for _ in kinds]
        lines = [head, [marks[kind] for kind in kinds]]
        joined = self.rng.randint(1, 4 * rows)  # of most tables none of the rows
        for row in range(rows):
            first = "^^" if row == joined else self.cell(kinds[0])
            lines.append([first, *(self.cell(kind) for kind in kinds[1:])])
        written = self.upper_heads(columns) + "\n".join(f"| {' | '.join(row)} |" for row in lines)
        above, below = (
            f": {capital(self.words.phrase(2, 9))}." if self.rng.random() < 0.3 else ""
            for _ in range(2)
        )
        return "\n\n".join(filter(None, (above, written, below)))

    def upper_heads(self, columns: int) -> str:
        """Return, at times, a row of heads above the heads, each over two columns."""
        if self.rng.random() < 0.7:
            return ""
        cells = (f" {self.words.phrase(1, 2)} |" if n % 2 else "|" for n in range(1, columns))
        return f"|   |{''.join(cells)}\n"

    def cell(self, kind: str) -> str:
        """Return what stands in a cell of a table."""
        if kind == "figures":
            return self.words.say(self.words.figure()) if self.rng.random() < 0.95 else ""
        if kind == "head":
            return self.words.phrase(1, 2) + self.call(0.02)
        words = capital(self.marked(self.words.run(self.rng.choice((1, 2, 4, 10)))))
        line = f"<br>{self.words.phrase(1, 2)}" if self.rng.random() < 0.1 else ""
        return words + line + self.call(0.04)

    def figure(self) -> str:
        """Return a picture, with or without a caption, and keep its file."""
        name = f"picture-{len(self.pictures) + 1}.png"
        self.pictures[name] = picture(self.rng)
        caption = f' "{self.words.phrase(3, 9)}"' if self.rng.random() < 0.5 else ""
        return f"![A picture of {self.rng.choice(('a', 'the'))} flag]({name}{caption})"

    # Inside a paragraph

    def sentence(self, calls: float) -> str:
        """Return a sentence with what may stand in one, and in `calls` of cases with a note."""
        parts = [self.marked(self.words.run(self.rng.randint(2, 14)))]
        for _ in range(self.rng.choice((0, 0, 1, 2))):
            parts += [self.joint(), self.piece()]
        middle = self.call(calls / 2)
        text = capital("".join(parts)) + middle
        return (
            text
            + self.rng.choice((".", ".", ".", "!", "?", ":", "…"))
            + ("" if middle else self.call(calls))
        )

    def joint(self) -> str:
        """Return what stands between two parts of a sentence."""
        return self.rng.choice((", ", ", ", "; ", " – ", " ", "\u00a0– ", "  \n"))

    def piece(self) -> str:
        """Return a part of a sentence: words, a quotation, a figure, an address, a link."""
        words, rng = self.words, self.rng
        kind = rng.randrange(10)
        if kind == 0:
            return words.say(words.figure()) + " " + words.word()
        if kind == 1:
            return f"<{words.say(words.address())}>" if rng.random() < 0.4 else words.word()
        if kind == 2:
            return f"[{' '.join(words.run(rng.randint(1, 5)))}]({words.address()})"
        inside = self.marked(words.run(rng.randint(1, 10)))
        left, right = rng.choice(
            (("“", "”"), ("«\u00a0", "\u00a0»"), ("(", ")"), ("", ""), ("", ""))
        )
        return left + inside + right

    def marked(self, words: list[str]) -> str:
        """Return the words, at times some of them stressed."""
        if len(words) > 3 and self.rng.random() < 0.25:
            start = self.rng.randrange(len(words) - 2)
            sign = self.rng.choice(("*", "**", "***"))
            words[start] = sign + words[start]
            end = self.rng.randrange(start, len(words) - 1)
            words[end] += sign
        return " ".join(words)

    def call(self, likely: float) -> str:
        """Return the call of a note, as likely as that and while there are notes to come."""
        if self.rng.random() >= likely or len(self.notes.text) >= self.notes.wanted:
            return ""
        if self.notes.text and self.rng.random() < 0.05:
            return f"[^{self.rng.choice(list(self.notes.text))}]"
        label = str(len(self.notes.text) + 1)
        self.notes.text[label] = ""  # counted before its words are written
        self.notes.text[label] = self.note()
        return f"[^{label}]"

    def note(self) -> str:
        """Return the words of a note, one to 400, most notes being short; calls no other note."""
        length = int(LONGEST_NOTE ** self.rng.random())
        if self.rng.random() < 0.05:
            length = self.rng.randint(1, LONGEST_NOTE)
        words = self.words.run(length)
        parts = [words]
        if length > 20 and self.rng.random() < 0.2:
            parts = [words[: length // 2], words[length // 2 :]]
        text = "\n\n    ".join(capital(self.marked(part)) + "." for part in parts)
        if self.rng.random() < 0.15:
            text += f" <{self.words.say(self.words.address())}>"
        return text


def _may_merge(block: str) -> bool:
    """Tell whether Markdown would join a list, quote or table to such a block before it."""
    return block.startswith((">", "-", "|", ":")) or block[:1].isdigit()


def _indented(text: str, marker: str) -> str:
    """Return `text` as a point of a list that begins with `marker`."""
    lines = text.split("\n")
    space = " " * len(marker)
    return "\n".join([marker + lines[0], *((space + line).rstrip() for line in lines[1:])])


def picture(rng: random.Random) -> bytes:
    """Return a small PNG of one colour that is not white: grey, in RGB, or with transparency."""
    kind, channels = rng.choice(((0, 1), (2, 3), (6, 4)))
    width, height = rng.choice(((8, 8), (60, 20), (20, 60)))
    row = b"\0" + bytes(min(rng.randrange(256), _LIGHTEST) for _ in range(channels)) * width
    header = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(row * height, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
