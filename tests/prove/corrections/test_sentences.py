"""What a sentence of a corrigendum asks for."""

from __future__ import annotations

import pytest

from communique.design import language
from communique.prove.corrections.sentences import Asked, asked, coming

#: Sentences in English, and what they ask for.
SENTENCES = {
    "For “a b” read “c”": Asked("replace", ["a", "b"], ["c"]),
    "For  “a\u00a0b”  read “c”": Asked("replace", ["a", "b"], ["c"]),
    "For “a” read “b” and “c”": Asked("replace", ["a"], ["b”", "and", "“c"]),
    "After “a” insert “b”": Asked("insert_after", ["a"], ["b"]),
    "Before “a” insert “b”": Asked("insert_before", ["a"], ["b"]),
    "After “a” insert the footnote “b c”": Asked("insert_note", ["a"], ["b", "c"]),
    "Insert “a”": Asked("insert", [], ["a"]),
    "Delete “a b”": Asked("delete", ["a", "b"], []),
    "Delete the whole": Asked("delete_all", [], []),
    "Move to follow paragraph 3": Asked("move", [], [], "paragraph 3"),
    "After it insert the point “a”": Asked("follow", [], [], "the point “a”"),
    "Before it insert the point “a”": Asked("precede", [], [], "the point “a”"),
    "At the end of the text insert the heading “a”": Asked("at_end", [], [], "the heading “a”"),
    "The points that follow are renumbered accordingly.": Asked("renumbered", [], []),
    "Delete “a": None,
    "For “a” write “b”": None,
}
#: What comes, and the parts that are told.
PARTS = {
    "the paragraph “a b”": [("paragraph", ["a", "b"])],
    "the heading “a”, the point “(b) c”, the row “d | e”": [
        ("heading", ["a"]),
        ("point", ["(b)", "c"]),
        ("row", ["d", "|", "e"]),
    ],
    "the paragraph “a”, b”": [("paragraph", ["a”,", "b"])],
    "the song “a”": [],
    "the paragraph “a”, the song “b": [],
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_asks_for_this(sentence: str) -> None:
    says = language.load("en").file.corrigendum
    assert says
    assert asked(sentence, says) == SENTENCES[sentence]


@pytest.mark.parametrize("rest", PARTS)
def test_these_parts_come(rest: str) -> None:
    own = language.load("en")
    assert own.file.corrigendum
    assert coming(rest, own.file.corrigendum, own) == PARTS[rest]


def test_signs_of_french_may_have_any_space() -> None:
    says = language.load("fr").file.corrigendum
    assert says
    wanted = Asked("replace", ["a"], ["b"])
    assert asked("Au lieu de «\u202fa\u202f» lire «b»", says) == wanted
