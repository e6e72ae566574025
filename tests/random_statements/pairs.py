"""Random pairs of versions: a statement, and what somebody made of it, by its seed.

`python -m tests.random_statements.pairs 17 FOLDER` writes both versions of seed 17.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.random_statements import statement

_STATEMENTS = Path(__file__).parent.parent / "statements"
#: The languages of half of the pairs: scripts with and without spaces, both directions.
LANGUAGES = ("en", "fr", "de", "da", "es", "fi", "ru", "el", "ar", "he", "zh-Hans", "ja")
_NOTE = re.compile(r"\[\^([^\]]+)\]")
#: A word that is nothing else in Markdown, with a space before it.
_WORD = re.compile(r"(?<= )[^\W\d_]+(?= )")
_EAST_ASIAN = re.compile("[\u3041-\u30fa\u4e00-\u9fff]{2}")
_POINT = re.compile(r"(?:\d+[.)]|-) ")
_SIGN = re.compile(r"(?<=[^\W\d_])[,.;](?= )")
_FIGURE = re.compile(r"(?<= )\d+(?= )")


@dataclass
class Pair:
    """Two versions of one statement nobody made, and their pictures."""

    seed: int
    language: str
    old: str
    new: str
    pictures: dict[str, bytes]
    made: list[str] = field(default_factory=list)
    """The names of the changes, in order."""

    def write(self, folder: Path) -> tuple[Path, Path]:
        """Write both versions, each into a folder of its own; return their paths."""
        paths = []
        for name, text in (("old", self.old), ("new", self.new)):
            inside = folder / name
            inside.mkdir(parents=True, exist_ok=True)
            for picture, data in self.pictures.items():
                (inside / picture).write_bytes(data)
            paths.append(inside / f"random-{self.seed:04}.{self.language}.md")
            paths[-1].write_text(text, "utf-8")
        return paths[0], paths[1]


def pair(seed: int) -> Pair:
    """Return the pair of `seed`: every second one of a meeting in one of 12 languages."""
    rng = random.Random(f"pair {seed}")  # noqa: S311  # the same every time is the point
    if seed % 2:
        whole = statement(seed)
        tag, text, pictures = whole.language, whole.text, whole.pictures
    else:
        tag = LANGUAGES[seed // 2 % len(LANGUAGES)]
        text = (_STATEMENTS / f"meeting.{tag}.md").read_text("utf-8")
        pictures = {}
    editing = Editing(rng, text)
    for _ in range(rng.choice((1, 2, 3, 5, 8, 13, 21))):
        editing.change()
    return Pair(seed, tag, text, editing.text, pictures, editing.made)


class Editing:
    """Changes a text in Markdown, one place after the other."""

    def __init__(self, rng: random.Random, text: str) -> None:
        self.rng = rng
        _, self.head, body = text.split("---\n", maxsplit=2)
        self.blocks = body.strip("\n").split("\n\n")
        self.words = sorted(set(_WORD.findall(body))) or ["—"]
        self.made: list[str] = []
        self.notes = 0

    @property
    def text(self) -> str:
        """The text as it is now."""
        body = "\n\n".join(self.blocks)
        called = set(_NOTE.findall(re.sub(r"(?m)^\[\^[^\]]+\]:", "", body)))
        kept = [
            block
            for block in self.blocks
            if not (name := re.match(r"\[\^([^\]]+)\]:", block)) or name[1] in called
        ]
        return f"---\n{self.head}---\n\n" + "\n\n".join(kept) + "\n"

    def change(self) -> None:
        """Make one change, of whichever kind there is a place for."""
        changes: list[Callable[[], bool]] = [self.word] * 6 + [
            self.sign,
            self.figure,
            self.stress,
            self.call,
            self.uncall,
            self.delete,
            self.insert,
            self.move,
            self.split,
            self.join,
            self.line,
            self.line,
            self.line,
            self.title,
            self.field,
        ]
        for change in self.rng.sample(changes, len(changes)):
            if change():
                self.made.append(change.__name__)
                return

    def place(self, fits: Callable[[str], object]) -> int | None:
        """Return the place of a block that fits, or None."""
        places = [n for n, block in enumerate(self.blocks) if fits(block)]
        return self.rng.choice(places) if places else None

    def some(self, most: int = 4) -> str:
        """Return some words of the text."""
        return " ".join(self.rng.choice(self.words) for _ in range(self.rng.randint(1, most)))

    def substitute(self, pattern: re.Pattern[str], words: Callable[[str], str]) -> bool:
        """Put words in the place of what a pattern finds somewhere."""
        place = self.place(pattern.search)
        if place is None:
            return False
        block = self.blocks[place]
        match = self.rng.choice(list(pattern.finditer(block)))
        found = block[: match.start()] + words(match[0]) + block[match.end() :]
        self.blocks[place] = re.sub(r"(?<=\S)  +(?=\S)", " ", found)
        return True

    def word(self) -> bool:
        """Change, add or delete words."""
        way = self.rng.randrange(3)
        if self.rng.random() < 0.5 or not self.place(_WORD.search):
            ways = (lambda two: two[::-1], lambda two: two + two[0], lambda two: two[0])
            if self.substitute(_EAST_ASIAN, ways[way]):
                return True
        return self.substitute(
            _WORD, (lambda _: self.some(), lambda word: f"{word} {self.some()}", lambda _: "")[way]
        )

    def sign(self) -> bool:
        """Change a punctuation mark."""
        return self.substitute(_SIGN, lambda sign: {",": "", ";": ","}.get(sign, ";"))

    def figure(self) -> bool:
        """Change a figure."""
        return self.substitute(_FIGURE, lambda figure: str(int(figure) + 1))

    def stress(self) -> bool:
        """Stress a word, make it a link, or raise a part of it."""
        way = self.rng.choice(("*{}*", "**{}**", "[{}](https://example.org/a)", "{}^2^"))
        return self.substitute(_WORD, way.format)

    def call(self) -> bool:
        """Add a note."""
        self.notes += 1
        label = f"new-{self.notes}"
        if not self.substitute(_WORD, lambda word: f"{word}[^{label}]"):
            return False
        self.blocks.append(f"[^{label}]: {self.some(9)}.")
        return True

    def uncall(self) -> bool:
        """Delete the call of a note; where it was the only one, the note goes with it."""
        return self.substitute(re.compile(r"\[\^[^\]]+\](?!:)"), lambda _: "")

    def is_paragraph(self, block: str) -> bool:
        """Tell whether a block is a plain paragraph."""
        return bool(block[:1].isalpha()) and "\n" not in block

    def delete(self) -> bool:
        """Delete a paragraph."""
        place = self.place(self.is_paragraph)
        if place is None or sum(map(self.is_paragraph, self.blocks)) < 3:
            return False
        del self.blocks[place]
        return True

    def insert(self) -> bool:
        """Add a paragraph behind another one."""
        place = self.place(self.is_paragraph)
        if place is None:
            return False
        self.blocks.insert(place + 1, f"{self.some(25).capitalize()}.")
        return True

    def move(self) -> bool:
        """Move a paragraph behind another one."""
        place, other = self.place(self.is_paragraph), self.place(self.is_paragraph)
        if place is None or other is None or place == other:
            return False
        block = self.blocks[place]
        self.blocks[place] = ""
        self.blocks.insert(other + 1, block)
        self.blocks.remove("")
        return True

    def split(self) -> bool:
        """Make two paragraphs of one, at the end of a sentence."""
        end = re.compile(r"(?<=[.!?]) (?=[^\W\d_])|(?<=。)")
        place = self.place(lambda block: self.is_paragraph(block) and end.search(block, 1, -1))
        if place is None:
            return False
        match = self.rng.choice(
            list(end.finditer(self.blocks[place], 1, len(self.blocks[place]) - 1))
        )
        block = self.blocks[place]
        self.blocks[place : place + 1] = [block[: match.start()], block[match.end() :]]
        return True

    def join(self) -> bool:
        """Make one paragraph of two."""
        places = [
            n
            for n in range(len(self.blocks) - 1)
            if self.is_paragraph(self.blocks[n]) and self.is_paragraph(self.blocks[n + 1])
        ]
        if not places:
            return False
        place = self.rng.choice(places)
        self.blocks[place : place + 2] = [" ".join(self.blocks[place : place + 2])]
        return True

    def line(self) -> bool:
        """Delete, repeat or move a point or a row of a table."""

        def lines(block: str) -> list[int]:
            every = block.split("\n")
            if all(map(_POINT.match, every)):
                return list(range(len(every)))
            if block.startswith("|") and "^^" not in block and len(every) > 4:
                first = next((n for n, line in enumerate(every) if set(line) <= set("|:- ")), 9)
                return list(range(first + 1, len(every)))
            return []

        place = self.place(lambda block: len(lines(block)) > 1)
        if place is None:
            return False
        every = self.blocks[place].split("\n")
        number = self.rng.choice(lines(self.blocks[place]))
        line = every.pop(number)
        other = self.rng.choice([*lines(self.blocks[place])])
        match self.rng.randrange(3):
            case 0:
                every[number:number] = [
                    line,
                    f"{line[:2]} {self.some()}" if line[:1] == "|" else line,
                ]
                if line[:1] == "|":
                    every[number + 1] = line
            case 1:
                every.insert(other, line)
        self.blocks[place] = "\n".join(every)
        return True

    def title(self) -> bool:
        """Change the title."""
        lines = self.head.split("\n")
        for n, line in enumerate(lines):
            if re.match(r"title: \w[^\"':#\[\]{}]*$", line):
                lines[n] = f"{line} {self.rng.choice(self.words)}"
                self.head = "\n".join(lines)
                return True
        return False

    def field(self) -> bool:
        """Change a date, or add or delete a value."""
        lines = self.head.split("\n")
        for n, line in enumerate(lines):
            if match := re.fullmatch(r"(issued: )(\d{4}-\d{2}-)(\d{2})", line):
                lines[n] = f"{match[1]}{match[2]}{int(match[3]) % 28 + 1:02}"
                self.head = "\n".join(lines)
                return True
        if not re.search("(?m)^symbol:", self.head):
            self.head += f"symbol: A/{self.rng.randint(1, 99)}\n"
            return True
        return False


if __name__ == "__main__":
    print(*pair(int(sys.argv[1])).write(Path(sys.argv[2])))
