"""The web page: what stands in it, what its proof refuses, and that it asks for nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tinyhtml5

from communique.compose.web import compose
from communique.compose.web.colours import on_paper, readable
from communique.content.content import content_of
from communique.design import edition, theme
from communique.design.styles.web_rules import refused as not_listed
from communique.model.colours import contrast, luminance
from communique.model.faults import DesignError, ProofError
from communique.outputs import web, web_order, web_proof, web_reading
from communique.outputs.draft import Means
from communique.read.source import read
from communique.run import pipeline
from communique.store.paths import TEMPLATES
from tests.random_statements import statement as random_statement
from tests.samples import ROOT, with_body, with_front

if TYPE_CHECKING:
    from communique.content.content import Content
    from tests.conftest import Write

EXAMPLE = ROOT / "docs" / "example.en.md"


def content(path: Path = EXAMPLE) -> Content:
    return content_of(read(path), edition.load("standard"), notes_at_end=True)


@pytest.fixture(scope="module")
def page() -> str:
    made = pipeline.make(read(EXAMPLE), "standard", ("html",))
    return made.files["html"].data.decode("utf-8")


def refused(data: str) -> str:
    with pytest.raises(ProofError) as caught:
        web_proof.prove(content(), data.encode())
    return "\n".join(each.wrong for each in caught.value.faults)


def test_a_page_is_small_and_asks_for_nothing(page: str) -> None:
    assert len(page.encode()) < 60_000
    found = tinyhtml5.parse(page, namespace_html_elements=False)
    assert [each.get("type") for each in found.iter("script")] == ["application/ld+json"]
    assert all(each.get("src", "").startswith("data:image/") for each in found.iter("img"))
    assert not [*found.iter("iframe"), *found.iter("form"), *found.iter("object")]
    assert "default-src 'none'" in page


def test_it_has_landmarks_headings_in_order_and_notes_with_links_back(page: str) -> None:
    found = tinyhtml5.parse(page, namespace_html_elements=False)
    assert [len([*found.iter(tag)]) for tag in ("header", "main", "footer", "h1")] == [1, 1, 1, 1]
    assert found.get("lang") == "en"
    levels = [each.tag for each in found.iter() if re.fullmatch("h[1-6]", str(each.tag))]
    assert levels == ["h1", "h2", "h3", "h2", "h2"]
    assert 'href="#.note-1" role="doc-noteref">1</a>' in page
    assert 'href="#.call-1" role="doc-backlink">1</a>' in page
    assert '<span lang="fr">raison d’être</span>' in page


def test_a_list_of_contents_leads_to_the_headings_where_one_is_asked_for(
    statement: Write,
) -> None:
    body = (
        "Words.\n\n## Notes\n\nMore[^1].\n\n### Text\n\nEnd.\n\n#### Deep\n\nEnd.\n\n[^1]: Note.\n"
    )
    for asked, listed in (("true", ["Notes", "Text"]), ("1", ["Notes"]), ("false", [])):
        path = statement(f"---\ntitle: T\ncontents: {asked}\n---\n\n{body}")
        made = pipeline.make(read(path), "standard", ("html",)).files["html"].data
        found = tinyhtml5.parse(made.decode("utf-8"), namespace_html_elements=False)
        links = [link for part in found.iter("nav") for link in part.iter("a")]
        assert [link.text for link in links] == listed
        headings = {each.get("id"): each.text for each in found.iter() if each.tag in ("h2", "h3")}
        assert [headings[link.get("href")[1:]] for link in links] == listed


@pytest.mark.parametrize(
    ("before", "after", "wrong"),
    [
        ('<li class="level-2"><a href="#notes">Notes</a></li>', "", "'Notes' is due where"),
        ('href="#notes">Notes', 'href="#costs">Notes', "a link leads to #costs"),
        ("<h2>Contents", "<h3>Contents", "its headings are"),
    ],
)
def test_a_list_of_contents_that_lacks_something_is_refused(
    before: str, after: str, wrong: str, statement: Write
) -> None:
    path = statement("---\ntitle: T\ncontents: true\n---\n\nWords.\n\n## Notes\n\nMore.\n")
    made = pipeline.make(read(path), "standard", ("html",)).files["html"].data.decode("utf-8")
    assert before in made
    with pytest.raises(ProofError) as caught:
        web_proof.prove(content(path), made.replace(before, after, 1).encode())
    assert wrong in "\n".join(each.wrong for each in caught.value.faults)


FILES = ("example.en.pdf", "example.en.large print.pdf", "a:b.txt")


@pytest.mark.parametrize(
    ("before", "after", "wrong"),
    [
        ("", "", ""),
        ('<li><a href="example.en.pdf">example.en.pdf</a></li>', "", "it leads to files"),
        ('href="example.en.pdf"', 'href="other.pdf"', "it leads to files"),
        (">example.en.pdf<", ">other.pdf<", "the name of the file example.en.pdf is not"),
        ("</main>", '<p><a href="more.pdf"></a></p></main>', "it leads to files"),
        ('href="a%3Ab.txt"', 'href="a:b.txt"', "it leads to files"),
    ],
)
def test_a_page_leads_to_the_files_beside_it_and_to_no_others(
    before: str, after: str, wrong: str
) -> None:
    own = content_of(read(EXAMPLE), edition.load("standard"), notes_at_end=True, beside=FILES)
    made = compose(own)
    assert before in made
    altered = made.replace(before, after, 1) if before else made
    if not wrong:
        web_proof.prove(own, altered.encode())
        return
    with pytest.raises(ProofError) as caught:
        web_proof.prove(own, altered.encode())
    assert wrong in "\n".join(each.wrong for each in caught.value.faults)


def test_machines_are_told_what_it_is(page: str) -> None:
    data = json.loads(re.search(r"<script[^>]*>(.*?)</script>", page)[1])  # type: ignore[index]
    assert data["headline"] == "Lights for the Grey Strait"
    assert (data["inLanguage"], data["datePublished"]) == (["en"], "2026-03-12")
    assert '<meta name="dcterms.identifier" content="GS/2026/7">' in page
    assert '<meta property="og:title" content="Lights for the Grey Strait">' in page


def test_a_title_cannot_end_the_data_for_machines(statement: Write) -> None:
    path = statement(with_front("title: '</script><b>Lights</b>'"))
    made = pipeline.make(read(path), "standard", ("html",)).files["html"].data.decode("utf-8")
    assert "</script><b>" not in made
    assert "\\u003c/script\\u003e" in made


@pytest.mark.parametrize(
    ("before", "after", "wrong"),
    [
        ("repair the two lights", "repair two lights", "'repair the two lights that"),
        ("open a common", "open a common common", "'open a common watch room.' is due"),
        ("in this order:", "in this order", "is due where"),
        ("</main>", "<p>More.</p></main>", "is due where"),
        ("</footer>", "<p>More.</p></footer>", "there is more: 'More.'"),
        ('alt="a lighthouse"', 'alt=""', "is due where"),
        ('<span lang="fr">raison', "<span>raison", "is in another language"),
        ('<html lang="en"', '<html lang="fr"', "is in another language"),
        ("<h3", "<h4", "its headings are"),
        ('href="#.note-1"', 'href="#.note-9"', "a link leads to #.note-9, which is not there"),
        ('id=".note-2"', 'id=".note-1"', "the name .note-1 is there twice"),
        ("<main ", "<main onclick='x()' ", "it has an attribute onclick"),
        ("<main ", "<main hidden ", "it has an attribute hidden"),
        ("<main ", "<main style='display:none' ", "it has an attribute style"),
        ("</main>", "<script>1</script></main>", "it has an element <script>"),
        ("</main>", "<form></form></main>", "it has an element <form>"),
        ('src="data:image/', 'src="https://a.example/', "it asks for https://a.example/"),
        ("default-src 'none'", "default-src *", "it may run something, or ask for something"),
        ("p, ul, ol", "main { display: none } p, ul, ol", "its styles may hide words"),
        ("€2\u00a0million", "€3\u00a0million", "is due where"),
        ("12\u00a0March\u00a02026</dd>", "13\u00a0March\u00a02026</dd>", "is due where"),
        ("The sign of the nine lights", "", "is due where"),
        ("Source: the Strait", "Source: The Strait", "is due where"),
    ],
)  # fmt: skip
def test_a_page_that_says_something_else_is_refused(
    page: str, before: str, after: str, wrong: str
) -> None:
    assert before in page
    assert wrong in refused(page.replace(before, after, 1))


def test_an_untouched_page_is_proven(page: str) -> None:
    web_proof.prove(content(), page.encode())


#: A statement from right to left with figures wherever a text can stand.
ARABIC = """\
---
title: ترتيب 79/1/A
issued: 2026-03-12
symbol: 79/1/B
contact: هاتف 02 541 41 00
contents: true
numbered: true
signatures: {place: ميناء 3(d), signatories: [{name: أحمد, on_behalf: عن C++}]}
---

هاتف +00 12 34 56 78، **درجة −5**[^1]
عدد 14 000 سفينة و[الموقع 3(a)](https://example.org/a).

## القسم 3(b)

: الجدول 3(c)

| العدد | سفينة 15 000 |
|---|---|
| 10 − 3 = 7 | −6 |

[^1]: الوثيقة 79/2/A.
"""


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> tuple[Content, str]:
    path = tmp_path_factory.mktemp("web") / "order.ar.md"
    path.write_text(ARABIC, "utf-8")
    found = content(path)
    return found, compose(found)


def _is_refused(found: Content, page: str) -> bool:
    try:
        web_proof.prove(found, page.encode())
    except ProofError as error:
        return all("is shown in another order there" in each.wrong for each in error.faults)
    return False


@pytest.mark.parametrize(
    ("figures", "times"),
    [
        ("79/1/A", 1),  # the title
        ("79/1/B", 2),  # the masthead, and a fact
        ("02\u00a0541\u00a041\u00a000", 1),  # the contact
        ("3(d)", 1),  # where it is signed
        ("C++", 1),  # a signature
        ("+00\u00a012\u00a034\u00a056\u00a078", 1),
        ("−5", 1),
        ("14\u00a0000", 1),
        ("3(a)", 1),  # a link
        ("3(b)", 2),  # the contents, and a heading
        ("3(c)", 1),  # a caption
        ("15\u00a0000", 1),  # the head of a table
        ("10\u00a0−\u00a03\u00a0=\u00a07", 1),  # its cells
        ("−6", 1),
        ("79/2/A", 1),  # a note
    ],
)
def test_figures_from_right_to_left_that_are_not_set_apart_are_refused_wherever_they_stand(
    arabic: tuple[Content, str], figures: str, times: int
) -> None:
    found, page = arabic
    web_proof.prove(found, page.encode())
    apart = f'<bdi dir="ltr">{figures}</bdi>'
    assert page.count(apart) == times
    parts = page.split(apart)
    for place in range(1, times + 1):
        begin, end = apart.join(parts[:place]), apart.join(parts[place:])
        other = apart.replace("ltr", "rtl").replace("\u00a0", " ")
        assert _is_refused(found, begin + other + end)


def test_a_page_or_a_part_of_it_that_runs_the_other_way_is_refused(
    arabic: tuple[Content, str],
) -> None:
    found, page = arabic
    assert _is_refused(found, page.replace('lang="ar" dir="rtl"', 'lang="ar" dir="ltr"', 1))
    with pytest.raises(ProofError, match="a part of it runs 'auto'"):
        web_proof.prove(found, page.replace('dir="ltr"', 'dir="auto"', 1).encode())


def test_what_stands_beside_other_isolates_is_in_one_run_with_them_or_not() -> None:
    beside = [web_order.Sign(each, 1) for each in "ab"]
    apart = [
        web_order.Sign("a", 1, (web_reading.Isolate(1, 0),)),
        web_order.Sign("b", 1, (web_reading.Isolate(2, 0),)),
    ]
    assert web_order.shape(beside, "ltr") != web_order.shape(apart, "ltr")
    deeper = [each._replace(level=3) for each in beside]
    assert web_order.shape(beside, "ltr") == web_order.shape(deeper, "ltr")


def test_marks_of_direction_that_an_author_wrote_keep_no_page_from_being_proven(
    statement: Write,
) -> None:
    path = statement("---\ntitle: العنوان\n---\n\nعدد 5\u200f% من ABC\u200e.\n", "a.ar.md")
    assert pipeline.make(read(path), "standard", ("html",)).files["html"].data


@pytest.mark.parametrize("number", range(12))
def test_random_statements_have_a_page_that_is_proven(number: int, tmp_path: Path) -> None:
    path = random_statement(number).write(tmp_path)
    assert pipeline.make(read(path), "standard", ("html",)).files["html"].data


@pytest.mark.parametrize(
    "css",
    [
        "main { display: none }",
        "p { visibility: hidden }",
        "p { direction: rtl }",
        "p { unicode-bidi: bidi-override }",
        "p { opacity: 0 }",
        "p::before { content: 'More' }",
        "p { font-size: 0 }",
        "p { font-size: 1px }",
        "p { color: transparent }",
        "p { color: rgb(0 0 0 / 1%) }",
        "p { text-transform: uppercase }",
        "p { position: absolute }",
        "p { clip-path: inset(100%) }",
        "p { height: 0; overflow: hidden }",
        "p { background: url(https://a.example/x.png) }",
        "@import 'https://a.example/x.css';",
        "@font-face { src: url(x) }",
        "@media screen { p { display: none } }",
        "main { p { display: none } }",
        ".skip, p { display: none }",
        "p { transform: scale(0) }",
        "p { direction: rtl; unicode-bidi: bidi-override }",
        "@keyframes a { to { opacity: 0 } }",
        "p { color: #0000 }",
        "p { color: var(--paper) }",
        "p { background: var(--text) }",
        "p { text-indent: -999px }",
        "p { letter-spacing: -1em }",
        "p { line-height: 0 }",
        "p { margin-top: -3rem }",
        "p { font: 0/0 a }",
        "p { font-size: 0.1rem }",
        "p { vertical-align: -50em }",
        "p { max-width: 1px }",
        ":root { --text: #ffffff }",
        ":root { --paper: #ffffff; --text: #ffffff; --main: #000; --quiet: #000; --line: #000 }",
        "p { something-new: 1 }",
    ],
)
def test_styles_that_may_hide_words_add_some_or_ask_for_files_are_found(css: str) -> None:
    assert not_listed(css)


def test_our_own_styles_hide_nothing() -> None:
    assert not_listed((TEMPLATES / "web/page.css").read_text("utf-8")) == []


def test_a_stylesheet_that_hides_words_is_told_with_its_line(
    project: Path, statement: Write
) -> None:
    own = project / "templates" / "web"
    own.mkdir(parents=True)
    (own / "page.css").write_text("p { margin: 0 }\nmain { display: none }\n", "utf-8")
    means = Means(pipeline.Timer().step, lambda _: None)  # type: ignore[attr-defined,arg-type,return-value]
    with pytest.raises(DesignError) as caught:
        web.make(content(statement(with_body("Words."))), None, means)  # type: ignore[arg-type]
    (fault,) = caught.value.faults
    assert (fault.path.name, fault.line, fault.key) == ("page.css", 2, "stylesheet")
    assert fault.wrong.startswith("display: none is not among what the stylesheet")


def light(colour: str) -> float:
    return luminance(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))


@pytest.mark.parametrize("paper", ["#ffffff", "#14171c"])
@pytest.mark.parametrize("colour", ["#14284b", "#000000", "#7a0019", "#ffffff", "#ffe680"])
def test_a_colour_becomes_one_that_can_be_read_on_its_paper(colour: str, paper: str) -> None:
    found = readable(colour, paper, 4.5)
    assert contrast(light(found), light(paper)) >= 4.5
    if contrast(light(colour), light(paper)) >= 4.5:
        assert found == colour


def test_the_colours_of_every_theme_can_be_read_on_both_papers() -> None:
    for name in theme.names():
        for colours in on_paper(theme.load(name).colours):
            rule = " ".join(f"--{key}: {value};" for key, value in colours.items())
            assert not_listed(f":root {{ {rule} }}") == []


def test_the_contrast_of_black_and_white_is_that_of_the_standard() -> None:
    assert round(contrast(light("#000000"), light("#ffffff")), 2) == 21
    assert round(contrast(light("#767676"), light("#ffffff")), 2) == 4.54
