"""Front matter with every key, its values in all styles of YAML, with comments between them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

    from tests.attack.marked_text import Text

_COMMENTS = ("# ask the office", "#", "# é: – ‘x’", "#!x")
_WORDS = ("Port", "été", "Łódź", "место", "ميناء", "港", "a#b", "c:d")
_KEYS = ("subtitle", "place", "event", "contact", "kind")


class Front:
    """Writes the front matter of one statement out of the words of its `text`."""

    def __init__(self, rng: random.Random, text: Text) -> None:
        self.rng, self.text = rng, text

    def write(self) -> str:
        """Return the front matter with its fences."""
        parts = [
            self.pair("title"),
            *(self.pair(key) for key in _KEYS if self.rng.random() < 0.3),
            *(make() for make in self.groups() if self.rng.random() < 0.3),
            *(part for part in self.fixed() if self.rng.random() < 0.2),
        ]
        self.rng.shuffle(parts)
        lines = []
        for part in parts:
            if self.rng.random() < 0.1:
                lines.append(self.rng.choice(("", "  ")) + self.rng.choice(_COMMENTS))
            lines.append(part)
        return f"---{self.rng.choice(('', ' '))}\n" + "\n".join(lines) + "\n---\n"

    def fixed(self) -> Iterator[str]:
        """Yield keys without words."""
        yield "issued: 2026-03-12" + self.rng.choice(("", " 09:30", "T09:30Z", " # a day"))
        yield f"numbered: {self.rng.choice(('true', 'false', 'True'))}"
        yield "authenticity: original"
        yield "url: https://www.example.org/a#b"

    def groups(self) -> tuple[Callable[[], str], ...]:
        """Return what makes keys that have several values."""
        return (self.keywords, self.editors, self.issuers, self.signatures)

    def keywords(self) -> str:
        """Return a list in brackets."""
        return "keywords: [" + ", ".join(self.flow() for _ in range(3)) + "]"

    def editors(self) -> str:
        """Return a list with an item a line."""
        return "editors:\n" + "\n".join(f"  - {self.value(4)}" for _ in range(2))

    def issuers(self) -> str:
        """Return a list of groups, in one of two ways."""
        if self.rng.random() < 0.5:
            one, two = f"- name: {self.value(2)}", f"  country: {self.value(2)}"
            return f"issuers:\n{one}\n{two}\n-\n  office: {self.value(2)}"
        one = f"{{name: {self.flow()}, office: {self.flow()}}}"
        return f"issuers: [{one},\n  {{country: {self.flow()}}}]"

    def signatures(self) -> str:
        """Return a group with a list of groups in it."""
        place, name = self.value(2), self.value(6)
        return f"signatures:\n  place: {place}\n  signatories:\n    - name: {name}"

    def pair(self, key: str) -> str:
        """Return a key with its value."""
        return f"{key}: {self.value(0)}"

    def words(self) -> list[str]:
        """Return a few words without what YAML or Markdown would take for a mark."""
        return [self.word() for _ in range(self.rng.randint(1, 4))]

    def word(self) -> str:
        """Return a word with its number."""
        number = self.text.count
        self.text.count += 1
        self.text.said.append(number)
        return f"{self.rng.choice(_WORDS)}{number}"

    def flow(self) -> str:
        """Return a value that may stand in brackets."""
        words = " ".join(self.words())
        return self.rng.choice((words, f"'{words}'", json.dumps(words, ensure_ascii=False)))

    def value(self, column: int) -> str:
        """Return a value in one of the styles of YAML, its lines right of the `column`."""
        words = self.words()
        text, space = " ".join(words), " " * (column + 2)
        comment = self.rng.choice(("", "", "", " # as agreed"))
        match self.rng.randrange(9):
            case 0:
                return f"'{text}, it''s'{comment}"
            case 1:
                return f'"{text} \\"x\\" \\u00e9"{comment}'
            case 2:
                return json.dumps(text) + comment
            case 3:
                return f">-\n{space}" + f"\n{space}".join(words)
            case 4:
                return f"|{comment}\n{space}" + f"\n{space}".join(words)
            case 5:
                return f"\n{space}".join(words)
            case 6:
                return '"' + f"\n{space}".join(words) + '"'
            case 7:
                return "'" + f"\n\n{space}".join(words) + "'"
        return text + comment
