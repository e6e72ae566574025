"""The facts of a page of changes, as they are found there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.content.status import expected as stated
from communique.content.texts import texts as texts_of
from communique.prove.changes.signs import TURN
from communique.prove.fields import values
from communique.prove.lines import folded
from communique.prove.words import expected

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.content.content import Content, Version
    from communique.content.text import Text
    from communique.design.language import Language
    from communique.design.writing.changes import Changes
    from communique.model.statement import FrontMatter, Statement
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
    def every(cls, content: Content, reading: Reading | None) -> Iterator[Facts]:
        """Yield the facts of each version on a page of changes, of any other page nothing.

        A plain text has no `reading`: what stands in it is all that the content says.
        """
        for version in content.versions:
            how, words = version.statement.turned, version.language.file.changes
            if how is None or how.name != TURN or how.earlier is None or words is None:
                continue
            every = expected(content, reading) if reading else texts_of(content)
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

    @property
    def versions(self) -> tuple[Version, Version]:
        """The earlier version and the later one, each as a page of it alone has it."""
        one, other = (replace(self.version, statement=each) for each in (self.earlier, self.later))
        return one, other

    def differs(self, field: str) -> bool:
        """Tell whether a field of the front matter has another value; false is as good as none.

        Of a draft or an embargo that is what the page says of it, with the zone of its time.
        """
        if field in _NAMES:
            before, after = map(stated.line, self.versions)
            return before != after
        one, other = (each.statement.matter for each in self.versions)
        old, new = getattr(one, field), getattr(other, field)
        return bool(old or new) and (old != new or _written(one, field) != _written(other, field))


def _written(matter: FrontMatter, field: str) -> list[str]:
    """Return the values of a field in words: one moment is written otherwise in another zone."""
    return [
        str(value)
        for key, value in values(matter)
        if key.partition(".")[0] == field and not isinstance(value, dict)
    ]
