"""What changed between two versions: one text with signs around what was inserted or deleted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.design import language as languages
from communique.model.faults import StatementError
from communique.read.source import read
from communique.turns import turned
from tests.samples import HEAD, png, with_body

if TYPE_CHECKING:
    from communique.model.body import Node
    from communique.model.statement import Statement

SIGNS = ("Signs", "[+ +] inserted · [− −] deleted")
FRONT = """\
---
title: {title}
issued: 2026-03-{day}
issuers:
  - country: Norland
{more}---

Some words.
"""


def statement(text: str, tag: str = "en") -> Statement:
    return read(Path(f"meeting.{tag}.md"), text.encode())


def changes(old: str, new: str, tag: str = "en", head: str = HEAD) -> Statement:
    both = (statement(f"{head}{text}\n", tag) for text in (old, new))
    earlier, later = both
    return turned(later, "changes", earlier)


def lines(changed: Statement) -> list[str]:
    """Return the words of each block and note, those of calls as ^1."""
    found = [_words(node) for node in changed.body.children]
    return found + [
        f"{note.number} {_words(node)}" for note in changed.body.notes for node in note.children
    ]


def _words(node: Node) -> str:
    own = f"^{node.number}" if node.kind == "call" else node.text
    inside = [_words(child) for child in node.children]
    between = " | " if node.kind in ("list", "row", "table") else ""
    mark = f"{node.marker} " if node.kind == "item" else ""
    return mark + own.replace("\u00a0", " ") + between.join(inside)


def facts(changed: Statement) -> tuple[tuple[str, str], ...]:
    assert changed.turned
    return tuple((label, str(words)) for label, words in changed.turned.facts)


def refused(old: Statement | None, new: Statement) -> str:
    with pytest.raises(StatementError) as error:
        turned(new, "changes", old)
    return str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("We renew two lights.", "We renew nine lights.", "We renew [− two −][+ nine +] lights."),
        ("We renew lights.", "We renew nine lights.", "We renew [+ nine +] lights."),
        ("We renew two lights.", "We renew lights.", "We renew [− two −] lights."),
        ("We renew lights.", "We renew lights and masts.", "We renew lights[+ and masts +]."),
        ("We renew lights", "We renew lights and masts", "We renew lights [+ and masts +]"),
        ("It takes 5 years.", "It takes 12 years.", "It takes [− 5 −][+ 12 +] years."),
        ("A light *and* a mast.", "A light and a mast.", "A light [− and −][+ and +] a mast."),
    ],
)
def test_words_that_differ_stand_between_signs_with_a_space_that_belongs_to_these(
    old: str, new: str, said: str
) -> None:
    assert lines(changes(old, new)) == [said]


def test_a_space_that_makes_a_difference_stays_within_its_sign() -> None:
    changed = changes("A word (here).", "A word(here).")
    assert any(node.kind == "deleted" and node.plain == "" for node in changed.body.walk())
    assert "".join(lines(changed)).replace("[− ", "").count("  ") == 0


def test_whole_paragraphs_have_their_signs_and_moved_ones_a_word_and_a_number() -> None:
    first, second = "The first one says what was agreed on.", "The second one thanks all hosts."
    changed = changes(f"{first}\n\n{second}\n\nEnd.", f"{second}\n\n{first}\n\nEnd.\n\nNew.")
    assert lines(changed) == [
        f"[+ moved here, 1: {second} +]",
        first,
        f"[− moved away, 1: {second} −]",
        "End.",
        "[+ New. +]",
    ]


def test_points_rows_and_notes_have_signs_and_a_point_says_what_its_mark_was() -> None:
    old = "1. one;\n2. two.\n\n| A | B |\n|---|---|\n| c | d |\n\nEnd.[^a]\n\n[^a]: Old note."
    new = (
        "1. one;\n2. and a half;\n3. two.\n\n| A | B |\n|---|---|\n| c | d |\n| e | f |\n\n"
        "End.[^a] More.[^b]\n\n[^a]: Old note here.\n\n[^b]: New note."
    )
    assert lines(changes(old, new)) == [
        "1. one; | 2. [+ and a half; +] | 3. [formerly 2.] two.",
        "A | B | c | d | [+ e +] | [+ f +]",
        "End.^1 [+ More.^2 +]",
        "1 Old note[+ here +].",
        "2 [+ New note. +]",
    ]


def test_a_deleted_heading_is_a_strong_paragraph_and_others_are_listed_without_what_is_gone() -> (
    None
):
    changed = changes(
        "## Old\n\nWords.\n\n## Trade", "Words.\n\n## Trade and [ports](https://p.example)"
    )
    assert [node.kind for node in changed.body.children] == ["paragraph", "paragraph", "heading"]
    assert changed.body.children[0].children[1].children[0].kind == "strong"
    assert [node.label for node in changed.body.headings] == ["Trade and ports"]
    assert lines(changed)[0] == "[− Old −]"


def test_a_link_to_a_deleted_heading_is_its_words_alone() -> None:
    changed = changes("See [there](#old).\n\n## Old", "See nothing.")
    assert not [node for node in changed.body.walk() if node.kind == "link"]
    assert "there" in lines(changed)[0]


def test_a_picture_without_words_has_a_sign_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png())
    later = tmp_path / "meeting.en.md"
    later.write_text(with_body("Words.\n\n![A grey box](a.png)"), "utf-8")
    changed = turned(read(later), "changes", statement(with_body("Words.")))
    assert lines(changed)[1].strip() == "[+ +]" or "[+ +]" in lines(changed)[1]


def test_the_facts_count_in_words_and_say_what_the_front_matter_was() -> None:
    old = statement(FRONT.format(title="Lights", day="11", more=""))
    new = FRONT.format(title="New lights", day="12", more="  - country: Valdore\nsymbol: A/1\n")
    assert facts(turned(statement(f"{new}\nMore words."), "changes", old)) == (
        ("Changes", "1 paragraph added, 2 words added"),
        SIGNS,
        ("Changes · Title", "formerly Lights"),
        ("Changes · Issued", "formerly 11 March 2026"),
        ("Changes · Parties", "Valdore (not there before)"),
        ("Changes · Reference", "not there before"),
    )


def front(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """Return what the facts tell of two versions that have other lines in their front matter."""
    both = (statement(FRONT.format(title="Lights", day="11", more=more)) for more in (old, new))
    earlier, later = both
    told = facts(turned(later, "changes", earlier))
    return tuple(fact for fact in told if fact != SIGNS)


def test_values_with_one_label_are_told_together() -> None:
    old = "  - country: Valdore\n  - {name: Ada Holm, country: Sudland}\n"
    new = "  - {name: Bo Lind, country: Sudland}\n  - country: Estmark\n"
    assert front(old, new) == (
        (
            "Changes · Parties",
            "formerly Valdore · formerly Ada Holm, Sudland · Estmark (not there before)",
        ),
    )


def test_that_it_was_signed_is_told() -> None:
    lines = ("signatures:\n  signatories:\n    - name: Ada\n", "  signed: true\n")
    signed, open_ = "".join(lines), lines[0]
    assert front(signed, open_) == (("Changes · Signatures", "formerly (Signed)"),)
    assert front(open_, signed) == (("Changes · Signatures", "(Signed) (not there before)"),)


@pytest.mark.parametrize(
    "more", ["numbered: true\n", "contents: true\n", "keywords: [light]\n", "short_title: L\n"]
)
def test_what_has_no_fact_of_its_own_is_not_passed_over(more: str) -> None:
    assert front("", more) == (("Changes", "other details changed"),)


@pytest.mark.parametrize(
    ("old", "new", "version"),
    [
        ("draft: {version: 1}\n", "draft: {version: 2}\n", "Draft 1"),
        ("draft: {version: 1}\n", "", "Draft 1"),
        ("updated: 2026-03-12\n", "updated: 2026-03-13\n", "12 March 2026"),
        ("", "updated: 2026-03-13\n", "11 March 2026"),
    ],
)
def test_over_the_title_stands_since_which_version_it_changed(
    old: str, new: str, version: str
) -> None:
    both = (statement(FRONT.format(title="Lights", day="11", more=more)) for more in (old, new))
    earlier, later = both
    how = turned(later, "changes", earlier).turned
    assert how
    assert how.said == f"Changes since the earlier version ({version})"


def test_ends_of_lines_and_breaks_that_differ_are_shown() -> None:
    old = "One line\\\nand two.\n\n---\n\nEnd."
    changed = changes(old, "One line\nand two.\n\nEnd.")
    assert lines(changed)[1:] == ["[− * * * −]", "End."]
    deleted = next(node for node in changed.body.walk() if node.kind == "deleted")
    assert [node.kind for node in deleted.children] == ["break", "text"]
    assert facts(changed)[0] == (
        "Changes",
        "1 paragraph changed, 1 paragraph deleted, 1 word added, 1 word deleted",
    )


def test_what_was_joined_or_split_is_shown_as_moved_and_moves_are_numbered_as_they_are_read() -> (
    None
):
    first = "The first says what was agreed on."
    second = "The second one thanks all the hosts and the pilots of all ports."
    apart, joined = f"{first}\n\n{second}", f"{first} {second}"
    assert lines(changes(apart, joined)) == [
        f"[− moved away, 1: {first} −]",
        f"[+ moved here, 1: {first} +] {second}",
    ]
    assert lines(changes(joined, apart)) == [
        f"[+ moved here, 1: {first} +]",
        f"[− moved away, 1: {first} −] {second}",
    ]


def test_a_deleted_paragraph_has_the_number_that_it_had() -> None:
    numbered = HEAD.replace("---\n\n", "numbered: true\n---\n\n")
    changed = changes("One.\n\nTwo.\n\nThree.", "One.\n\nThree.", head=numbered)
    assert lines(changed) == ["One.", "[formerly 2.] [− Two. −]", "Three."]
    assert [node.marker for node in changed.body.children] == ["1.", "", "2."]


@pytest.mark.parametrize(
    "own", ["Call [+45 33 92] now.", "[formerly Mill] is here.", "[−5] it is."]
)
def test_what_only_resembles_a_sign_may_stand_in_a_text(own: str) -> None:
    assert lines(changes(own, f"{own} More."))[0].startswith(own)


@pytest.mark.parametrize("tag", languages.names())
def test_each_language_has_words_for_each_number(tag: str) -> None:
    words = languages.load(tag).file.changes
    assert words
    own = languages.load(tag).locale
    for forms in (words.paragraphs_changed, words.words_deleted):
        for number in (0, 1, 2, 3, 5, 11, 21, 100):
            assert own.plural_form(number) in forms or len(forms) < len(own.plural_form.tags) + 1
    assert words.moved_here != words.moved_away


def test_numbers_have_the_form_of_their_language() -> None:
    old, new = "Раз два три.", "Раз два три.\n\nНовый абзац.\n\nЕщё абзац."
    assert facts(changes(old, new, "ru"))[0][1] == "2 абзаца добавлено, 4 слова добавлено"


def test_where_nothing_differs_the_facts_say_so() -> None:
    later = statement(with_body("Words."))
    earlier = replace(later, source=later.source + b"\n")
    assert facts(turned(later, "changes", earlier)) == (("Changes", "None"), SIGNS)


def test_what_cannot_be_turned_is_refused_with_a_remedy() -> None:
    one, other = statement(with_body("Words.")), statement(with_body("Other words."))
    assert refused(None, one) == (
        "meeting.en.md:1: changes: there is no earlier version; name one with --since"
    )
    assert "is the same file, byte for byte" in refused(one, one)
    german = statement(with_body("Wörter."), "de")
    assert "meeting.de.md is in German, and this in English" in refused(german, one)
    beside = replace(one, beside=german)
    assert refused(other, beside) == (
        "meeting.de.md:1: changes: there is no earlier version; name one with --since"
    )
    assert "meeting.en.md and meeting.de.md are the same files" in refused(beside, beside)


def test_a_version_with_such_signs_of_its_own_is_refused_with_its_line() -> None:
    own = statement(with_body("A text\nwith [+ signs."))
    assert refused(own, statement(with_body("Words."))) == (
        "meeting.en.md:5: text: [+ is what changes are marked with; write it without a space "
        "beside its plus or minus, or in words"
    )
