"""The words of random statements: a list for each language, and what is made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

FOLDER = Path(__file__).with_name("vocabulary")
LONGEST = 185
_FIRST_NUMBER = 10_000
#: Hebrew, Arabic and their neighbours; Thai to Khmer; Chinese, Japanese.
BY_LETTER = re.compile("[\u0590-\u08ff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff]")
#: What stands between two words of a web address.
_JOINTS = ("/", "/", "/", "-", "_", "?q=", "&", ".", "%20", "~")


#: Those with a list of words: Arabic, Cyrillic, Greek and Latin scripts are among them.
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.txt"))


@cache
def vocabulary(tag: str) -> tuple[str, ...]:
    """Return the words of the language `tag`, which is one of `LANGUAGES`."""
    return tuple((FOLDER / f"{tag}.txt").read_text("utf-8").split())


@dataclass
class Words:
    """A source of words in one language that remembers what it gave.

    Where it is `numbered`, each word of the language ends in five digits that no other has, so
    that none can be lost unseen. In scripts without spaces or with joined letters the digits stand
    before the word, as a word of their own.
    """

    rng: random.Random
    tag: str
    numbered: bool = False
    foreign: bool = False
    """Whether there are words of other languages among them."""
    long: bool = False
    """Whether there are words among them that are longer than a line."""
    said: list[str] = field(default_factory=list)
    """Every word, figure and address that has to be on paper, as often as it has to be."""

    def word(self, tag: str = "") -> str:
        """Return one word, of the language `tag` if that is given."""
        word = self.rng.choice(vocabulary(tag or self.tag))
        if self.long and self.rng.random() < 0.01:
            word = self.long_word(tag or self.tag)
        if self.numbered and tag in ("", self.tag):
            number = _FIRST_NUMBER + len(self.said)
            word = f"{number} {word}" if BY_LETTER.search(word) else f"{word}{number}"
        return self.say(word)

    def say(self, text: str) -> str:
        """Remember that `text` has to be on paper; return it."""
        self.said.append(text)
        return text

    def long_word(self, tag: str) -> str:
        """Return an unheard-of word of 20 to 180 letters."""
        length = self.rng.randint(20, LONGEST - 5)
        letters = ""
        while len(letters) < length:
            letters += self.rng.choice(vocabulary(tag)).replace("’", "")
        return letters[:length]

    def run(self, count: int) -> list[str]:
        """Return at least `count` words, those of other languages three at a time."""
        words: list[str] = []
        while len(words) < count:
            if self.foreign and self.rng.random() < 0.02:
                tag = self.rng.choice(LANGUAGES)
                words += [self.word(tag) for _ in range(3)]
            else:
                words.append(self.word())
        return words

    def phrase(self, least: int, most: int) -> str:
        """Return `least` to `most` words of the language, the first one with a capital."""
        words = [self.word() for _ in range(self.rng.randint(least, most))]
        return capital(" ".join(words))

    def address(self) -> str:
        """Return a web address of about 25 to 185 characters."""
        length = self.rng.choice((25, 40, 60, 100, LONGEST))
        text = f"https://www.{self.rng.choice(vocabulary('en'))}.example"
        while len(text) < length:
            text += self.rng.choice(_JOINTS) + self.rng.choice(vocabulary("en"))
        return text[:length].rstrip("".join(_JOINTS))

    def figure(self) -> str:
        """Return a number as statements write them, to be remembered by `say`."""
        value = self.rng.randrange(10 ** self.rng.randint(1, 7))
        ways = (
            f"{value}",
            f"{value:,}",
            f"{value / 10:,.1f}",
            f"−{value % 1000}",
            f"{value % 100}\u00a0%",
        )
        return self.rng.choice(ways)


def capital(text: str) -> str:
    """Return `text` with a capital first letter, where its script has capitals."""
    return text[:1].upper() + text[1:]
