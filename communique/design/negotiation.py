"""What the facts of a negotiation print say of the text in brackets, in the words of a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.design.language import Language
    from communique.design.writing.drafts import Negotiation
    from communique.design.writing.patterns import Form


def fact(
    words: Negotiation, language: Language, passages: int, paragraphs: Sequence[str]
) -> tuple[str, str]:
    """Return label and value: how many `passages` there are, in how many paragraphs, and in which.

    That is in the `words` of the `language`.
    """

    def counted(forms: Mapping[Form, str], count: int, numbers: str = "") -> str:
        kind = language.locale.plural_form(count)
        form = next((form for name, form in forms.items() if name == kind), forms["other"])
        return form.format(count=language.figures.written(count), numbers=numbers)

    value = counted(words.passages, passages)
    if paragraphs:
        which = language.join(paragraphs)
        value += language.file.comma + counted(words.paragraphs, len(paragraphs), which)
    return words.label, value
