"""Where facts of changes are looked for, and what of a page belongs to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.content.content import content_of
from communique.design import edition
from communique.prove.changes import facts as module
from communique.prove.changes.facts import Facts
from communique.turns import turned
from tests.prove.changes.conftest import facts, versions

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.content.content import Content, Version
    from communique.content.text import Text
    from communique.model.statement import Turned

    Change = Callable[[Version], Version]


@pytest.fixture
def content() -> Content:
    old, new = versions()
    return content_of(turned(new, "changes", old), edition.load("standard"))


def with_turned(**fields: object) -> Change:
    """Return what was turned in another way, or not."""

    def changed(version: Version) -> Version:
        how = version.statement.turned
        assert how
        made: Turned | None = replace(how, **fields) if fields else None  # type: ignore[arg-type]
        return replace(version, statement=replace(version.statement, turned=made))

    return changed


def without_words(version: Version) -> Version:
    file = version.language.file.model_copy(update={"changes": None})
    return replace(version, language=replace(version.language, file=file))


NONE: dict[str, Change] = {
    "what was not turned": with_turned(),
    "what was turned into something else": with_turned(name="corrigendum"),
    "what has no earlier version": with_turned(earlier=None),
    "a language without words": without_words,
}


@pytest.mark.parametrize("change", NONE.values(), ids=NONE.keys())
def test_no_page_but_one_of_changes_has_such_facts(content: Content, change: Change) -> None:
    assert len([*Facts.every(content, None)]) == 1
    other = replace(content, versions=tuple(map(change, content.versions)))
    assert [*Facts.every(other, None)] == []
    both = replace(content, versions=(*other.versions, *content.versions))
    assert len([*Facts.every(both, None)]) == 1


def test_a_page_is_asked_for_its_texts_and_a_plain_text_says_all(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    (all_of_it,) = Facts.every(content, None)
    assert len(all_of_it.texts) > len(all_of_it.told) > 2
    monkeypatch.setattr(module, "expected", lambda *_: all_of_it.texts[:1])
    (of_the_page,) = Facts.every(content, object())  # type: ignore[arg-type]
    assert (of_the_page.texts, of_the_page.told) == (all_of_it.texts[:1], {})


def other_texts(content: Content, change: Callable[[Text], list[Text]]) -> Facts:
    """Return the facts of a page with other texts."""
    (found,) = Facts.every(content, None)
    texts = [each for text in found.texts for each in change(text)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "texts_of", lambda _: texts)
        (other,) = Facts.every(content, None)
    return other


def test_texts_of_another_version_and_of_the_body_tell_nothing(content: Content) -> None:
    (good,) = Facts.every(content, None)
    assert good.told["Changes · Place"] == "formerly Mill"

    def of_another(text: Text) -> list[Text]:
        path = text.path.with_name("meeting.fr.md")
        return [text, replace(text, path=path)]

    twice = other_texts(content, of_another)
    assert (twice.texts, twice.told) == (good.texts, good.told)

    def in_the_body(text: Text) -> list[Text]:
        return [replace(text, of_body=True)]

    inside = other_texts(content, in_the_body)
    assert (len(inside.texts), inside.told) == (len(good.texts), {})


def test_a_value_is_told_beside_its_label_alone(content: Content) -> None:
    (good,) = Facts.every(content, None)

    def between(text: Text) -> list[Text]:
        other = replace(text, role="P", runs=(("Mill", "en"),))
        return [text, other] if text.words == "Changes · Place" else [text]

    apart = other_texts(content, between)
    assert "Changes · Place" not in apart.told
    assert "Mill" not in apart.told
    assert apart.told.keys() | {"Changes · Place"} == good.told.keys()


def test_spaces_of_another_kind_are_the_same_to_whoever_reads_a_fact(content: Content) -> None:
    (good,) = Facts.every(content, None)

    def wide(text: Text) -> list[Text]:
        runs = tuple((words.replace(" ", "  "), tag) for words, tag in text.runs)
        return [text if text.of_body else replace(text, runs=runs)]

    assert other_texts(content, wide).told == good.told


def test_the_label_of_a_fact_has_plain_spaces() -> None:
    found = facts("title: T", "title: T")
    own = found.words.model_copy(update={"label": "Changes\u00a0 made"})
    assert replace(found, words=own).due("place") == "Changes made · Place"


@pytest.mark.parametrize(
    ("old", "new", "field", "differs"),
    [
        ("title: T", "title: T", "place", False),
        ("title: T\nplace: Mill", "title: T", "place", True),
        ("title: T", "title: T\nplace: Mill", "place", True),
        ("title: T\nplace: Mill", "title: T\nplace: Port", "place", True),
        ("title: T", "title: T\neditors: []", "editors", False),
        ("title: T\nnumbered: false", "title: T", "numbered", False),
    ],
)
def test_a_field_differs_where_one_of_both_says_something(
    old: str, new: str, field: str, *, differs: bool
) -> None:
    assert facts(old, new).differs(field) is differs


def test_nothing_and_false_are_the_same_value() -> None:
    found = facts("title: T", "title: T")
    later = found.later.matter.model_copy(update={"place": ""})
    spoiled = replace(found, later=replace(found.later, matter=later))
    assert spoiled.differs("place") is False
