"""The composed page: an author's words are text, and nothing comes from outside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from jinja2 import UndefinedError

from communique.compose.page import Page, _css_string, compose
from communique.compose.template import environment
from communique.content.content import content_of
from communique.design import edition
from communique.model.statement import FrontMatter
from communique.read.source import read
from tests.samples import SOURCE, png, with_body, with_front

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Write

    Composed = Callable[..., Page]

EVIL = "<script>alert(\"1\" & '2')</script>"
SAFE = "&lt;script&gt;"
#: The fields that hold text, each with a value for which EVIL stands.
FIELDS = {
    name: f"{{text: '{EVIL.replace(chr(39), chr(39) * 2)}', language: fr}}"
    for name in ("subtitle", "kind", "place", "event", "byline", "contact")
}
QUOTED = "'" + EVIL.replace("'", "''") + "'"
FIELDS["symbol"] = FIELDS["short_title"] = QUOTED
FIELDS["keywords"] = f"[{QUOTED}]"
FIELDS["abbreviations"] = f"{{words: {QUOTED}}}"
FIELDS["editors"] = f"[{QUOTED}]"
FIELDS["signatures"] = f"{{place: {QUOTED}, signatories: [{{name: {QUOTED}, office: {QUOTED}}}]}}"
FIELDS["url"] = "https://example.org/" + re.sub(r"\s", "", EVIL)
FIELDS["issuers"] = (
    f"[{{name: {QUOTED}, office: {QUOTED}, organisation: {QUOTED}, country: {QUOTED}}}]"
)


@pytest.fixture
def composed(statement: Write) -> Composed:
    """Compose a statement with this text, in the standard edition."""

    def compose_text(text: str, name: str = "meeting.en.md") -> Page:
        return compose(content_of(read(statement(text, name)), edition.load("standard")))

    return compose_text


@pytest.mark.parametrize(("field", "value"), FIELDS.items(), ids=list(FIELDS))
def test_html_in_a_field_is_text(composed: Composed, field: str, value: str) -> None:
    html = composed(with_front(f"title: A\n{field}: {value}")).html
    assert SAFE in html
    assert "<script" not in html


def test_html_in_a_title_is_text(composed: Composed) -> None:
    html = composed(with_front(f"title: {QUOTED}")).html
    assert html.count(SAFE) >= 3
    assert "<script" not in html
    assert '"1" & \'' not in html


def test_html_in_a_byline_is_text(composed: Composed) -> None:
    html = composed(with_front(f"title: A\nissuers: [{{name: B, styled: {QUOTED}}}]")).html
    assert f'<p class="byline" data-wrap="balance">by {SAFE}' in html
    assert "<script" not in html


def test_every_field_of_text_was_tried() -> None:
    others = {
        "title",
        "language",
        "issued",
        "updated",
        "authenticity",
        "corrigendum",
        "draft",
        "embargo",
        "contents",
        "numbered",
        "theme",
    }
    assert set(FIELDS) == set(FrontMatter.model_fields) - others


@pytest.mark.parametrize(
    "body",
    [
        "\\<script>",
        "*&lt;script>*",
        "## &lt;script>",
        "- &lt;script>",
        "> &lt;script>",
        "| &lt;script> |\n|---|\n| a |",
        "a[^1]\n\n[^1]: &lt;script>",
        "[&lt;script>](https://example.org)",
    ],
)
def test_html_in_the_text_is_text(composed: Composed, body: str) -> None:
    html = composed(with_body(body)).html
    assert "&lt;script&gt;" in html
    assert "<script" not in html


def test_quotation_marks_do_not_leave_an_attribute(composed: Composed, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png())
    html = composed(
        with_body("[a](<https://example.org/\" onclick='x>)\n\n![\" onerror='x](a.png)")
    ).html
    assert "onclick='" not in html
    assert 'alt="&#34; onerror=&#39;x"' in html


def test_a_picture_is_carried_by_the_page(composed: Composed, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png())
    html = composed(with_body("![A](a.png 'B')\n\nC ![D](a.png) e.")).html
    assert len(re.findall(r'<img (?:class="inline" )?src="data:image/png;base64,', html)) == 2
    assert "<figcaption>B</figcaption>" in html


def test_a_page_refers_to_nothing_outside(composed: Composed) -> None:
    page = composed(with_body("One."))
    assert re.findall(r'(?:src|href)="(?!data:)[^"]*"', page.html) == []
    assert "url(" not in page.styles
    assert "@import" not in page.styles


@pytest.mark.parametrize(("tag", "direction"), [("en", "ltr"), ("ar", "rtl"), ("el", "ltr")])
def test_a_page_says_its_language_and_direction(
    composed: Composed, tag: str, direction: str
) -> None:
    html = composed(with_body("One."), f"meeting.{tag}.md").html
    assert f'<html lang="{tag}" dir="{direction}">' in html


def test_a_value_in_another_language_says_so(composed: Composed) -> None:
    html = composed(with_front("title: A\nplace: {text: B, language: he}")).html
    assert '<dd><span lang="he" dir="rtl">B</span></dd>' in html


def test_metadata_are_in_the_head(composed: Composed) -> None:
    html = composed(
        with_front(
            "title: A\nkind: speech\nevent: B\nkeywords: [c, d]\nissued: 2023-09-29\n"
            "updated: 2023-09-30 16:06\nissuers:\n"
            "  - {country: E, organisation: F, office: G, name: H}\n  - name: I"
        )
    ).html
    assert "<title>A</title>" in html
    assert re.findall(r'<meta name="([\w.]+)" content="(.*)">', html) == [
        ("author", "H, G, F, E"),
        ("author", "I"),
        ("description", "Speech, B"),
        ("keywords", "c, d"),
        ("dcterms.created", "2023-09-29"),
        ("dcterms.modified", "2023-09-30"),
    ]


@pytest.mark.parametrize(
    ("matter", "dates"),
    [
        ("", {}),
        ("issued: 2023-09-29", {"created": "2023-09-29", "modified": "2023-09-29"}),
        ("updated: 2023-09-29", {"created": "2023-09-29", "modified": "2023-09-29"}),
        (
            "issued: 2023-09-29 16:06",
            {"created": "2023-09-29", "modified": "2023-09-29"},
        ),
        (
            "issued: 2023-09-29T16:06+02:00",
            {"created": "2023-09-29T16:06:00+02:00", "modified": "2023-09-29T16:06:00+02:00"},
        ),
    ],
)
def test_a_time_without_zone_becomes_a_date(
    composed: Composed, matter: str, dates: dict[str, str]
) -> None:
    assert composed(with_front(f"title: A\n{matter}")).content.dates == dates


def test_a_folio_is_written_in_css(composed: Composed) -> None:
    assert (
        '--folio: "Page " counter(page, decimal) " of " counter(pages, decimal) "";'
        in composed(with_body("Words.")).styles
    )


def test_a_folio_in_another_script_is_written_in_css(composed: Composed) -> None:
    styles = composed(with_body("Words."), "meeting.ar.md").styles
    assert '--folio: "الصفحة " counter(page, decimal) " من " counter(pages, decimal)' in styles


@pytest.mark.parametrize(
    ("text", "css"),
    [
        ('a"b', '"a\\22 b"'),
        ("a\\b", '"a\\5c b"'),
        ("a\nb", '"a\\a b"'),
        ("</style>", '"\\3c \\2f style\\3e "'),
    ],
)
def test_a_css_string_holds_any_text(text: str, css: str) -> None:
    assert _css_string(text) == css


def test_an_undefined_name_in_a_template_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="'nobody' is undefined"):
        environment().from_string("{{ nobody }}").render()


def test_a_paragraph_is_numbered_where_it_is_asked_for(composed: Composed) -> None:
    html = composed("---\ntitle: A\nnumbered: true\n---\n\nB\n\n## C\n\nD\n").html
    assert '<p><span class="number">1. </span>B</p>' in html
    assert '<p><span class="number">2. </span>D</p>' in html


def test_a_note_stands_where_it_is_called_and_only_once(composed: Composed) -> None:
    html = composed(with_body("A[^x] b[^x].\n\n[^x]: C.\n\n    D.")).html
    note = '<span class="note" data-number="1">'
    assert html.count(note) == 1
    assert '<span class="part">C.</span><span class="part">D.</span>' in html
    assert '<span class="call" data-number="1">&#x2060;1</span>' in html


def test_notes_can_stand_at_the_end(statement: Write) -> None:
    made = read(statement(with_body("A[^x].\n\n[^x]: B.")))
    html = compose(content_of(made, edition.load("standard"), notes_at_end=True)).html
    assert 'class="note"' not in html
    assert html.index('<h2 class="unlisted">Notes</h2>') < html.index("<p>B.</p>")


def test_a_heading_keeps_its_level_and_its_name(composed: Composed) -> None:
    html = composed(with_body("## *A* b\n\n### C\n\n[d](#a-b)")).html
    assert (
        '<h2 class="section" data-section="A b\nA …" data-wrap="balance"'
        ' id="a-b" data-label="A b"><em>A</em>\xa0b</h2>' in html
    )
    assert '<h3 data-wrap="balance" id="c" data-label="C">C</h3>' in html
    assert '<a href="#a-b">d</a>' in html


def test_every_edition_has_its_own_styles() -> None:
    statement = read(SOURCE / "copenhagen-quantum-2023.en.md")
    pages = [compose(content_of(statement, edition.load(name))) for name in edition.single()]
    assert len({page.styles for page in pages}) == len(pages)
    assert len({page.html for page in pages}) == 1
