"""The front matter of random statements: every field, given or not, in every way it is written."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from communique.model.values import AUTHENTICITY
from tests.random_statements.words import LANGUAGES

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from tests.random_statements.words import Words

LONGEST_TITLE = 200
MOST_ISSUERS = 30
_KINDS = ("joint statement", "press release", "communiqué", "speech", "Démarche")
_ZONES = ("", "", "Z", "+02:00", " -0330", "+05:45")
#: How many of all are under embargo; how many are that, or a draft.
_EMBARGOED, _STATED = 0.15, 0.4
#: Those without summer time show each time once.
_EMBARGO_ZONES = ("Z", "+02:00", "-03:30", "Asia/Tokyo", "Africa/Nairobi", "America/Panama")
_PARTS = ("name", "office", "organisation", "country")
#: Keys whose values are written without quotes.
_PLAIN = {"issued", "updated", "date", "signed", "contents", "numbered", "kind", "authenticity"}

Value = str | dict[str, Any] | list[Any]


class Front:
    """Writes the front matter of one statement, word by word out of `words`."""

    def __init__(self, rng: random.Random, words: Words) -> None:
        self.rng, self.words = rng, words

    def write(self) -> str:
        """Return the front matter in YAML, with its fences."""
        values: dict[str, Value] = {"title": self.phrase(self.title())}
        self.maybe(values, "short_title", 0.1, lambda: self.unsaid(1, 4))
        self.maybe(values, "subtitle", 0.3, lambda: self.phrase(self.some(2, 20)))
        if self.rng.random() < 0.7:
            values["kind"] = self.rng.choice(_KINDS)
        self.dates(values)
        self.maybe(values, "place", 0.4, lambda: self.phrase(self.some(1, 3)))
        styled, silent = self.rng.random() < 0.4, self.rng.random() < 0.1
        styled = styled and not silent  # a by-line of its own leaves no place for such names
        issuers = self.issuers(styled=styled, silent=silent)
        self.event(values, styled=styled and bool(issuers))
        if issuers:
            values["issuers"] = issuers
        if silent:
            values["byline"] = "none"
        if self.rng.random() < 0.3:
            values["symbol"] = self.words.say(f"PO/{self.rng.randrange(2030)}/0153")
        self.maybe(values, "url", 0.3, lambda: self.words.say(self.words.address()))
        self.maybe(values, "contact", 0.3, lambda: self.phrase(self.some(3, 20)))
        if self.rng.random() < 0.2:
            values["signatures"] = self.signatures()
        if self.rng.random() < 0.2:
            values["editors"] = [self.some(2, 30) for _ in range(self.rng.randint(1, 3))]
        if self.rng.random() < 0.2:
            values["contents"] = self.rng.choice(("true", "false", "1", "4"))
        if self.rng.random() < 0.5:
            values["keywords"] = [self.unsaid(1, 3) for _ in range(self.rng.randint(1, 8))]
        if self.rng.random() < 0.2:
            values["authenticity"] = self.rng.choice(AUTHENTICITY)
        if self.rng.random() < 0.2:
            values["numbered"] = "true"
        return "---\n" + _yaml(values) + "---\n"

    def abbreviations(self, said: Sequence[str]) -> str:
        """Return the key that explains up to three of the words that the text says, if any."""
        known = sorted({word for word in said if word.isalpha()})
        chosen = self.rng.sample(known, min(3, len(known)))
        meanings: Value = {word: self.unsaid(2, 4) for word in chosen}
        return _yaml({"abbreviations": meanings}) if chosen else ""

    def status(self) -> str:
        """Return the key of a draft, with or without a time, or of an embargo; mostly nothing."""
        day = date(2026, 1, 1) + timedelta(days=self.rng.randrange(2000))
        time = f"{day} {self.rng.randrange(24):02}:{self.rng.randrange(60):02}"
        likely = self.rng.random()
        if likely < _EMBARGOED:
            return f"embargo: {time} {self.rng.choice(_EMBARGO_ZONES)}\n"
        if likely < _STATED:
            at = f", at: {time}" if self.rng.random() < 0.5 else ""
            return f"draft: {{version: {self.rng.randint(1, 40)}{at}}}\n"
        return ""

    def maybe(self, values: dict[str, Value], key: str, likely: float, make: Any) -> None:
        """Put what `make` returns under `key`, as likely as that."""
        if self.rng.random() < likely:
            values[key] = make()

    def some(self, least: int, most: int) -> str:
        """Return `least` to `most` words that have to be on paper."""
        return self.words.phrase(least, most)

    def unsaid(self, least: int, most: int) -> str:
        """Return words that need not be on paper."""
        before = len(self.words.said)
        text = self.some(least, most)
        del self.words.said[before:]
        return text

    def phrase(self, text: str) -> Value:
        """Return `text`, or something in another language in its place."""
        if self.rng.random() >= 0.15:
            return text
        tag = self.rng.choice(LANGUAGES)
        count = len(text.split())
        del self.words.said[len(self.words.said) - count :]
        return {"text": " ".join(self.words.word(tag) for _ in range(count)), "language": tag}

    def title(self) -> str:
        """Return a title: a word, some words, or 200 characters."""
        count = self.rng.choice((1, 2, 4, 8, 16, 40))
        before = len(self.words.said)
        text = self.some(count, count)
        while len(text) > LONGEST_TITLE and " " in text:
            text = text.rsplit(" ", 1)[0]
        del self.words.said[before + len(text.split()) :]
        return text

    def signatures(self) -> Value:
        """Return a signature block of up to eight."""
        values: dict[str, Any] = {}
        self.maybe(values, "place", 0.7, lambda: self.some(1, 3))
        self.maybe(values, "date", 0.7, lambda: str(date(2000, 1, 1)))
        self.maybe(values, "signed", 0.7, lambda: "true")
        values["signatories"] = signatories = [
            {"name": self.some(2, 3), "office": self.some(1, 6)}
            for _ in range(self.rng.randint(1, 8))
        ]
        if self.rng.random() < 0.4:  # for each party two, or one
            for first in range(0, len(signatories), 2):
                behalf = self.some(2, 5)
                for each in signatories[first : first + self.rng.randint(1, 2)]:
                    each["on_behalf"] = behalf
        return values

    def dates(self, values: dict[str, Value]) -> None:
        """Write no date, a date, or date and time with or without a zone; at times two."""
        day = date(1948, 12, 10) + timedelta(days=self.rng.randrange(32_000))
        time = ""
        if self.rng.random() < 0.5:
            hour, minute = self.rng.randrange(24), self.rng.randrange(60)
            time = f"{self.rng.choice(' T')}{hour:02}:{minute:02}{self.rng.choice(_ZONES)}"
        if self.rng.random() < 0.8:
            values["issued"] = f"{day}{time}"
        if self.rng.random() < 0.4:
            values["updated"] = f"{day + timedelta(days=self.rng.randint(2, 900))}{time}"

    def event(self, values: dict[str, Value], *, styled: bool) -> None:
        """Name the occasion; where a by-line names it, in the statement's own language."""
        if self.rng.random() < 0.5:
            text = self.some(1, 6)
            values["event"] = text if styled else self.phrase(text)

    def issuers(self, *, styled: bool, silent: bool) -> list[Value]:
        """Return up to thirty issuers.

        A by-line names them as they are `styled`, a list who they are; `silent`, neither of them
        is printed.
        """
        few = self.rng.randint(1, 4)
        count = self.rng.choice((0, 1, 2, few, self.rng.randint(5, MOST_ISSUERS)))
        make = self.unsaid if styled or silent else self.some
        shared = self.rng.choice((*_PARTS, "", "", "")) if count > 1 else ""
        common = make(1, 3) if shared else ""
        issuers: list[Value] = []
        for _ in range(count):
            parts = sorted(self.rng.sample(_PARTS, self.rng.randint(1, 3)), key=_PARTS.index)
            issuer: dict[str, Any] = {part: make(1, 4) for part in parts if part != shared}
            if shared:
                issuer[shared] = common
            if styled:
                issuer["styled"] = (self.unsaid if silent else self.some)(2, 8)
            issuers.append(issuer)
        return issuers


def _yaml(values: dict[str, Value], indent: str = "") -> str:
    """Return `values` as YAML; texts in double quotes, which JSON writes as YAML reads them."""
    lines = ""
    for key, value in values.items():
        if isinstance(value, dict):
            lines += f"{indent}{key}:\n" + _yaml(value, indent + "  ")
        elif isinstance(value, list):
            lines += f"{indent}{key}:\n" + "".join(_entry(item, indent) for item in value)
        else:
            plain = key in _PLAIN
            written = value if plain else json.dumps(value, ensure_ascii=False)
            lines += f"{indent}{key}: {written}\n"
    return lines


def _entry(item: Value, indent: str) -> str:
    if isinstance(item, dict):
        return f"{indent}  - " + _yaml(item, indent + "    ").lstrip()
    return f"{indent}  - {json.dumps(item, ensure_ascii=False)}\n"
