"""What looks alike on paper: no corrigendum can say it, and nothing is said that reads the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import turns
from communique.model.faults import StatementError
from communique.run import pipeline
from communique.turns.corrigendum.looks.eye import only_codes, seen
from tests.turns.corrigenda import HEAD, corrigendum, doubts, said, statements
from tests.turns.test_corrigendum_marks import with_words

if TYPE_CHECKING:
    from pathlib import Path

#: Words and what they became, with what is told of them.
ALIKE = {
    "a hyphen that does not break": ("well-known", "well\u2011known", "U+2011 in place of U+002D"),
    "a hyphen of its own": ("well\u2010known", "well-known", "U+002D in place of U+2010"),
    "an accent of its own": ("caf\u00e9", "cafe\u0301", "U+0065, U+0301 in place of U+00E9"),
    "a Cyrillic letter": ("Alpha", "\u0410lpha", "U+0410 in place of U+0041"),
    "an apostrophe": ("o\u2019clock", "o\u02bcclock", "U+02BC in place of U+2019"),
    "a sign of a unit": ("5 \u2126", "5 \u03a9", "U+03A9 in place of U+2126"),
    "three dots": ("so...", "so\u2026", "U+2026 in place of U+002E"),
    "letters that are joined": ("office", "o\ufb03ce", "U+FB03 in place of U+0066, U+0069"),
    "what joins words": ("either/or", "either\u2060/or", "U+2060 came"),
    "what parts letters": ("light\u200chouse", "lighthouse", "U+200C went"),
    "a mark of direction": ("(x)", "\u200e(x)", "U+200E came"),
}
#: Words and what they became, which is seen.
SEEN = (("1-5", "1\u20135"), ("-5", "\u22125"), ("o'clock", "o\u2019clock"), ("A", "\uff21"))
JOINED, PARTED = "می\u200cشود", "میشود"


@pytest.mark.parametrize("name", ALIKE)
def test_what_looks_alike_is_refused_with_its_characters(tmp_path: Path, name: str) -> None:
    old, new, codes = ALIKE[name]
    texts = [f"{HEAD}That {each} was here.\n" for each in (old, new)]
    earlier, later = statements(tmp_path, *texts)
    with pytest.raises(StatementError) as refused:
        turns.turned(later, "corrigendum", earlier)
    wanted = (
        f"differ in no sign that an eye can tell ({codes}); leave that as it was in the earlier "
        "version, or issue a revised text: build --as changes --since OLD"
    )
    assert str(refused.value).endswith(wanted)


@pytest.mark.parametrize("key", ["title", "symbol"])
def test_so_is_a_value_around_the_text(tmp_path: Path, key: str) -> None:
    texts = [f"---\ntitle: A\n{key}: Well{each}known\n---\n\nText.\n" for each in "-\u2011"]
    earlier, later = statements(
        tmp_path, *(text.replace("title: A\ntitle", "title") for text in texts)
    )
    with pytest.raises(StatementError, match="differ in no sign that an eye can tell"):
        turns.turned(later, "corrigendum", earlier)


@pytest.mark.parametrize("pair", SEEN)
def test_what_is_seen_is_said(tmp_path: Path, pair: tuple[str, str]) -> None:
    old, new = (f"{HEAD}That {each} was here.\n" for each in pair)
    made = corrigendum(tmp_path, old, new)
    assert said(made)[1] == f"For “That {pair[0]} was” read “That {pair[1]} was”"


@given(st.text(max_size=20))
def test_nothing_looks_like_itself_in_other_characters_alone(text: str) -> None:
    assert only_codes(text, f"{text}x") == ""
    assert seen(seen(text)) == seen(text)


@pytest.mark.usefixtures("engine")
def test_what_parts_letters_that_join_is_seen_and_proven(tmp_path: Path) -> None:
    old, new = (f"{HEAD}## {JOINED}\n\nThat {each} was here.\n" for each in (PARTED, JOINED))
    made = corrigendum(tmp_path, old, new, "ar")
    assert f"«That {JOINED} was»" in said(made)[1]
    assert doubts(with_words(made, f"«That {JOINED}", f"«That {PARTED}"))
    earlier, later = statements(tmp_path, old, new, "ar")
    both = pipeline.make(later, "standard", ("pdf", "text"), turn="corrigendum", earlier=earlier)
    assert both.files["pdf"].pages == 1


@pytest.mark.parametrize("hidden", ["\u2060", "\u200e"])
def test_beside_other_changes_what_is_never_drawn_does_not_matter(
    tmp_path: Path, hidden: str
) -> None:
    texts = [f"{HEAD}A wide {hidden}a/b {each} is here.\n" for each in ("road", "street")]
    assert len(said(corrigendum(tmp_path, *texts))) == 2
    assert len(said(corrigendum(tmp_path, texts[0], texts[1].replace(hidden, "")))) == 2
