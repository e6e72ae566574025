"""The facts of a page of changes, as they are found there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.prove.changes.signs import TURN
from communique.prove.lines import folded
from communique.prove.words import expected

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.content.content import Content, Version
    from communique.content.text import Text
    from communique.design.language import Language
    from communique.design.writing.changes import Changes
    from communique.model.statement import Statement
    from communique.pdf_reading.reading import Reading

_LABEL, _VALUE = "Lbl", "LBody"
#: Fields of the front matter that are told of under another name.
_NAMES = {"draft": "release", "embargo": "release"}


@dataclass(frozen=True)
class Facts:
    """What the page says beside its labels, and of which versions."""

    earlier: Statement
    later: Statement
    language: Language
    words: Changes
    said: str
    """What stands over the title."""
    told: Mapping[str, str]
    """By each label what stands beside it."""
    version: Version
    """The version of the page that holds the text of both."""
    texts: Sequence[Text]
    """Its texts that the page has, in reading order."""

    @classmethod
    def every(cls, content: Content, reading: Reading) -> Iterator[Facts]:
        """Yield the facts of each version on a page of changes, of any other page nothing."""
        for version in content.versions:
            how, words = version.statement.turned, version.language.file.changes
            if how is None or how.name != TURN or how.earlier is None or words is None:
                continue
            every = expected(content, reading)
            texts = [text for text in every if text.path == version.statement.path]
            around = [text for text in texts if not text.of_body]
            told = {
                folded(one.words): folded(other.words)
                for one, other in pairwise(around)
                if one.role == _LABEL and other.role == _VALUE
            }
            own = version.language, words, how.said, told
            yield cls(how.earlier, how.original, *own, version, texts)

    def due(self, field: str) -> str:
        """Return the label of the fact that tells of a change of a field of the front matter."""
        name = _NAMES.get(field, field)
        own = getattr(self.words, name, "") or getattr(self.language.labels, name)
        return folded(f"{self.words.label} · {own}")

    def of_field(self, field: str) -> str:
        """Return what is told of a change of a field; nothing where that is not told."""
        return self.told.get(self.due(field), "")

    def differs(self, field: str) -> bool:
        """Tell whether a field of the front matter has another value; false is as good as none."""
        one, other = (getattr(each.matter, field) for each in (self.earlier, self.later))
        return bool(one or other) and one != other
