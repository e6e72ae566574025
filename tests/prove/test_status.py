"""A draft and an embargo: said on every page, first on the first one, and in the metadata."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.content.content import Content
from communique.content.status import expected
from communique.design import language
from communique.model.faults import Faults, StatementError
from communique.pdf_reading.reading import Reading
from communique.prove import fields
from communique.prove.lines import block_words
from communique.typeset.engine import typeset
from tests.samples import MEETINGS, needs_fonts

from .conftest import complaints, composed

if TYPE_CHECKING:
    from pathlib import Path

    from communique.compose.page import Page

DRAFT = "draft: {version: 2, at: 2026-03-12 21:00}"
EMBARGO = "embargo: 2026-03-12 16:00 Europe/Copenhagen"
LATE = "embargo: 2026-03-12 00:30 Europe/Copenhagen"
SAID = "Draft 2 · 12 March 2026, 21:00 · not for release"
TEXT = """\
---
title: On the river
kind: letter
{status}
---

{words}
"""

pytestmark = pytest.mark.usefixtures("engine")


def of_two_pages(folder: Path, status: str, name: str = "river.en.md") -> Page:
    text = TEXT.format(status=status, words="The nets and the lines. \n\n" * 60)
    return composed(folder, text, name)


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return of_two_pages(tmp_path_factory.mktemp("draft"), DRAFT)


@pytest.mark.parametrize("status", [DRAFT, EMBARGO, LATE])
@pytest.mark.parametrize(
    "tag", ["en", "de", "fr", "es", "da", "fi", "pl", "ru", "el", "tr", "ja", "ar", "he"]
)
def test_each_language_says_it_on_every_page_and_first_of_all(
    tmp_path: Path, status: str, tag: str
) -> None:
    needs_fonts(tag)
    written = (MEETINGS / f"meeting.{tag}.md").read_text("utf-8")
    _, front, body = written.split("---\n", 2)
    body = "\n\n".join([body, *(body.split("\n\n")[0],) * 40])
    page = composed(tmp_path, f"---\n{status}\n{front}---\n{body}", f"river.{tag}.md")
    made = typeset(page)
    assert complaints(page, made) == []
    reading, (version,) = Reading(made.pdf), page.content.versions
    line = expected.line(version)
    assert len(reading.pages) > 1
    first = "".join(block_words(reading.blocks[0]))
    seen = line.replace("\u200f", "")
    assert sorted(first) == sorted(seen.replace(" ", ""))
    for number in range(1, len(reading.pages)):
        around = "".join(p.text for p in reading.artifacts if p.page == number)
        assert not set(seen) - set(around) - {" "}
    assert reading.info["/Title"].startswith(expected.mark(version))
    assert reading.info["/Subject"].startswith(line)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("draft: {version: 2, at: 2026-03-12 21:00}", SAID),
        ("draft: {version: 12, at: 2026-03-12}", "Draft 12 · 12 March 2026 · not for release"),
        ("draft: {version: 1}", "Draft 1 · not for release"),
        (EMBARGO, "Embargoed until 12 March 2026, 16:00 (Copenhagen, UTC+01:00), 15:00 UTC"),
        (
            LATE,
            "Embargoed until 12 March 2026, 00:30 (Copenhagen, UTC+01:00), "
            "11 March 2026, 23:30 UTC",
        ),
        (
            "embargo: 2026-03-12 16:00 -05:00",
            "Embargoed until 12 March 2026, 16:00 (UTC-05:00), 21:00 UTC",
        ),
        (
            "embargo: 2026-03-12 16:00 Europe/London",
            "Embargoed until 12 March 2026, 16:00 (London), 16:00 UTC",
        ),
        (
            "embargo: 2026-07-12 16:00 Asia/Kolkata",
            "Embargoed until 12 July 2026, 16:00 (Kolkata, UTC+05:30), 10:30 UTC",
        ),
        ("embargo: 2026-03-12 16:00 Z", "Embargoed until 12 March 2026, 16:00 UTC"),
    ],
)
def test_what_is_said_of_a_status(tmp_path: Path, status: str, said: str) -> None:
    page = composed(tmp_path, TEXT.format(status=status, words="Words."), "river.en.md")
    (version,) = page.content.versions
    assert version.front.status
    assert version.front.status.words == expected.line(version) == said
    assert complaints(page, typeset(page)) == []


@pytest.mark.parametrize("tag", language.names())
def test_every_language_composes_what_is_expected(tmp_path: Path, tag: str) -> None:
    for status in (DRAFT, LATE, "embargo: 2026-03-01 00:30 America/New_York"):
        text = TEXT.format(status=status, words="1").replace("kind: letter\n", "")
        (version,) = composed(tmp_path, text, f"river.{tag}.md").content.versions
        assert version.front.status
        assert version.front.status.words == expected.line(version)
        assert version.front.status.short == expected.mark(version)
        assert version.front.facts[0].label == version.language.labels.release


#: What spoils a draft, and what is said of it.
SPOILT = {
    "@page { @top-left-corner { content: none } }": [
        f"1: words: page {number} does not say {SAID}" for number in (2, 3)
    ],
    "@page :nth(3) { @top-left-corner { content: none } }": [
        f"1: words: page 3 does not say {SAID}"
    ],
    "@page :nth(2) { @top-left-corner { content: 'Draft 3 · not for release' } }": [
        "1: words: on page 2 but not in the text: Draft 3 · not for release",
        f"1: words: page 2 does not say {SAID}",
    ],
    "@page :nth(2) { @top-right-corner { content: 'Draft' } }": [
        "1: words: on page 2 but not in the text: Draft"
    ],
    "@page :first { @top-left-corner { content: var(--status) } }": [
        "1: words: on page 1 but not in the text: Draft 2 · 12 March 2026, 21:00 · … (11 words)"
    ],
}


@pytest.mark.parametrize(("styles", "told"), SPOILT.items())
def test_a_page_without_it_or_with_another_is_refused(
    draft: Page, styles: str, told: list[str]
) -> None:
    found = complaints(draft, typeset(replace(draft, styles=draft.styles + styles)))
    for line in told:
        assert any(each.startswith(line) for each in found), found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<p class="status">', '<p class="status" style="display: none">'),
        ("Draft 2", "Draft 3"),
        ("not for release", "for release"),
        ("21:00", "22:00"),
    ],
)
def test_a_first_page_without_it_or_with_another_is_refused(
    draft: Page, old: str, new: str
) -> None:
    assert old in draft.html.partition("<body>")[2]
    head, body = draft.html.split("<body>")
    other = replace(draft, html=f"{head}<body>{body.replace(old, new, 1)}")
    assert any(": words: " in each for each in complaints(draft, typeset(other)))


def test_it_is_read_before_all_else(draft: Page) -> None:
    begin = draft.html.index('<p class="status">')
    end = draft.html.index("</p>", begin) + len("</p>")
    said = draft.html[begin:end]
    later = draft.html.replace(said, "").replace("</header>", f"</header>{said}")
    assert complaints(draft, typeset(replace(draft, html=later))) != []


def test_it_never_stands_across_the_words(draft: Page) -> None:
    across = "@page { @top-left-corner { margin: 90mm -150mm -90mm 30mm } }"
    assert complaints(draft, typeset(replace(draft, styles=draft.styles + across))) != []


def test_a_final_text_with_a_mark_of_a_draft_is_refused(tmp_path: Path) -> None:
    page = of_two_pages(tmp_path, "place: Here")
    styles = "@page { @top-left-corner { content: 'Draft 2'; margin-right: -90mm } }"
    found = complaints(page, typeset(replace(page, styles=page.styles + styles)))
    assert "1: words: on page 2 but not in the text: Draft 2" in found


def test_a_title_that_does_not_say_it_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Content, "title", property(lambda _: "On the river"))
        patch.setattr(Content, "description", property(lambda _: "Letter"))
        page = composed(tmp_path, TEXT.format(status=EMBARGO, words="Words."), "river.en.md")
    found = [each for each in complaints(page, typeset(page)) if "Embargoed · On the river" in each]
    assert found


@pytest.mark.parametrize(
    ("status", "wrong", "key"),
    [
        (DRAFT, "Draft 3 · 12 March 2026, 21:00 · not for release", "draft.version"),
        (DRAFT, "Draft 2 · 13 March 2026, 21:00 · not for release", "draft.at"),
        (DRAFT, "Draft 2 · 12 March 2026, 21:01 · not for release", "draft.at"),
        (EMBARGO, "Embargoed until 12 March 2026, 17:00 (Copenhagen, UTC+01:00), 15:00 UTC", ""),
        (EMBARGO, "Embargoed until 12 March 2026, 16:00 (Copenhagen, UTC+02:00), 15:00 UTC", ""),
        (EMBARGO, "Embargoed until 12 March 2026, 16:00 (Copenhagen, UTC+01:00), 14:00 UTC", ""),
        (EMBARGO, "Embargoed until 13 March 2026, 16:00 (Copenhagen, UTC+01:00), 15:00 UTC", ""),
        (EMBARGO, "Embargoed until 12 March 2026, 16:00 (Copenhagen, UTC+01:00)", ""),
        (LATE, "Embargoed until 12 March 2026, 00:30 (Copenhagen, UTC+01:00), 23:30 UTC", ""),
    ],
)
def test_a_status_that_is_expected_wrongly_is_noticed_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: str, wrong: str, key: str
) -> None:
    page = composed(tmp_path, TEXT.format(status=status, words="Words."), "river.en.md")
    made = typeset(page)
    monkeypatch.setattr(expected, "parts", lambda _: wrong.split(" · "))
    faults = Faults(page.content.statement.path)
    fields.every_field(page.content, Reading(made.pdf), faults)
    with pytest.raises(StatementError) as refused:
        faults.check()
    assert [fault.key for fault in refused.value.faults] == [key or "embargo"]


@pytest.mark.parametrize("kind", ["a5", "clear-print", "large-print", "letter", "legal"])
@pytest.mark.parametrize(
    ("tag", "status"),
    [*((tag, LATE) for tag in ("en", "es", "el", "ar", "ja")), ("ar", EMBARGO), ("he", EMBARGO)],
)
def test_every_edition_has_room_for_it(tmp_path: Path, kind: str, tag: str, status: str) -> None:
    needs_fonts(tag)
    written = (MEETINGS / f"meeting.{tag}.md").read_text("utf-8")
    _, front, body = written.split("---\n", 2)
    body = "\n\n".join([body, *(body.split("\n\n")[0],) * 40])
    page = composed(tmp_path, f"---\n{status}\n{front}---\n{body}", f"river.{tag}.md", kind)
    assert complaints(page, typeset(page)) == []


@pytest.mark.parametrize("kind", ["standard", "a5", "clear-print", "large-print", "letter"])
def test_one_line_of_it_stands_as_high_on_each_page(tmp_path: Path, kind: str) -> None:
    text = TEXT.format(status=DRAFT, words="The nets and the lines. \n\n" * 60)
    reading = Reading(typeset(composed(tmp_path, text, "river.en.md", kind)).pdf)
    own = max(piece.baseline for piece in reading.pieces if piece.page == 0)
    later = max(piece.baseline for piece in reading.artifacts if piece.page == 1)
    assert abs(own - later) < 1.5  # pt: on the first page it may be larger
