"""What is in brackets stands on its ground on each line, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import Faults
from communique.pdf_reading.content_stream.path import Shape
from communique.pdf_reading.reading import Reading
from communique.prove.negotiation import grounds
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints
from tests.prove.negotiation.pages import negotiated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from communique.compose.page import Page

TEXT = """\
---
title: On the [common] river
---

We met at the mill and spoke about [the water, *the dams*, the eels and [all that [ever] swims] in
it, for as long as it takes to fill the lines of a paragraph, and more] of it.[^1]

## What we [found]

- The first point is about x^2^ fish [, and [on] eels].

| Place | Depth [in m] |
|---|---|
| Weir [Upland: 2] | [41] |

> The river [belongs] to those who drink from it.

[^1]: Measured at [noon] on both banks.
"""
ARABIC = """\
---
title: بيان [عن] النهر
---

التقينا عند [الطاحونة وتحدثنا [عن *الماء* في 3 أيار] مع Ada [Brook]] والناس جميعا هنا.
"""
#: The greys of brackets within brackets, and on how many lines or parts of one they are drawn.
GREYS = [(grey, grey, grey) for grey in (0.870588, 0.768627, 0.658824)]
GROUNDS = 14
CHINESE = """\
---
title: "关于[共同]使用灰色海峡"
---

双方[应][瓦尔多：宜]在[2027年[或2028年[最迟]]]底之前更新[不]灯塔。

| 灯塔 | 高度[米] |
|---|---|
| [甲]乙 | 丙[丁] |
"""
BARE = "this is in brackets, and not on their ground: "
OTHER = "this is in no brackets, and on a ground: "


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return negotiated(tmp_path_factory.mktemp("grounds"), TEXT, "river.en.md")


def judged(
    page: Page, styles: str = "", change: Callable[[Sequence[Shape]], Sequence[Shape]] = list
) -> list[str]:
    """Return what the rule says of the page with more styles, and with other shapes drawn."""
    reading = Reading(typeset(replace(page, styles=page.styles + styles)).pdf)
    vars(reading)["shapes"] = list(change(reading.shapes))
    faults = Faults(page.content.statement.path)
    grounds.every_ground(page.content, reading, faults)
    return [fault.wrong for fault in faults]


@pytest.mark.parametrize(
    ("text", "name"),
    [(TEXT, "river.en.md"), (ARABIC, "river.ar.md"), (CHINESE, "river.zh.md")],
    ids=["en", "ar", "zh"],
)
@pytest.mark.parametrize("kind", ["standard", "a5", "large-print"])
def test_the_grounds_of_each_edition_are_proven(
    tmp_path: Path, text: str, name: str, kind: str
) -> None:
    page = negotiated(tmp_path, text, name, kind)
    assert complaints(page, typeset(page)) == []


@pytest.mark.parametrize("kind", ["standard", "large-print"])
def test_the_subtitle_has_grounds(tmp_path: Path, kind: str) -> None:
    text = TEXT.replace("river\n", "river\nsubtitle: Adopted [by [all] parties] in spring\n", 1)
    page = negotiated(tmp_path, text, "river.en.md", kind)
    assert complaints(page, typeset(page)) == []
    [said] = judged(page, ".subtitle .bracketed { background: none !important }")
    assert said == f"page 1: {BARE}[ and 6 more"


def test_the_title_has_grounds(page: Page) -> None:
    [said] = judged(page, "h1 .bracketed { background: none }")
    assert said == f"page 1: {BARE}[ and 2 more"


@pytest.mark.parametrize(
    ("styles", "complaint"),
    [
        (".bracketed { background: none !important }", "the ground of this, which is in brackets"),
        (".bracketed { background: white !important }", "the ground of this, which is in brackets"),
        (".bracketed { background: #f4f4f4 !important }", "is hardly seen"),
        (".within { background: inherit !important }", "is hardly seen"),
        (".within { background: none !important }", "is hardly seen"),
        (".within .within { background: #c4c4c4 }", "is hardly seen"),
        ("li .bracketed { background: none }", BARE),
        ("td .bracketed { background: none }", BARE),
        ("th .bracketed { background: none }", BARE),
        ("blockquote .bracketed { background: none }", BARE),
        ("h2 .bracketed { background: none }", BARE),
        (".note .bracketed { background: none }", BARE),
        ("li .within { background: none }", BARE),
        ("li .within { background: #dedede }", BARE),
        (".bracketed em { background: white }", BARE),
        (".bracket { background: white }", BARE),
        ("p { background: #dedede }", OTHER),
        ("tbody th, td { background: #dedede }", OTHER),
        ("sup { background: #eee }", OTHER),
        ("h2 { background: #dedede }", OTHER),
        ("blockquote p { background: #ddd; display: inline }", OTHER),
        (".bracketed { padding-inline-end: 1em; margin-inline-end: -1em;"
         " background-clip: border-box }", OTHER),
    ],
)  # fmt: skip
def test_grounds_that_are_missing_or_too_many_are_told(
    page: Page, styles: str, complaint: str
) -> None:
    said = judged(page, styles)
    assert any(complaint in each for each in said), said


def other(shapes: Sequence[Shape], _: Sequence[Shape]) -> Sequence[Shape]:
    """Return these `shapes` in place of others."""
    return shapes


def test_each_single_ground_that_is_not_drawn_is_told(page: Page) -> None:
    shapes = Reading(typeset(page).pdf).shapes
    greys = [place for place, each in enumerate(shapes) if each.colour in GREYS]
    assert len(greys) == GROUNDS
    for place in greys:
        left = [*shapes[:place], *shapes[place + 1 :]]
        assert judged(page, change=partial(other, left)), shapes[place]


@pytest.mark.parametrize(
    "change",
    [
        lambda each: each._replace(opacity=0.5),
        lambda each: each._replace(whole=False),
        lambda each: each._replace(colour=None),
        lambda each: each._replace(top=each.bottom + 2),
        lambda each: each._replace(right=(each.left + each.right) / 2),
        lambda each: each._replace(left=(each.left + each.right) / 2),
        lambda each: each._replace(page=each.page + 1),
        lambda each: each._replace(bottom=each.bottom - 20, top=each.top - 20),
        lambda each: each._replace(clip=(0, 0, 1, 1)),
    ],
)
def test_a_ground_that_is_not_whole_or_elsewhere_is_told(
    page: Page, change: Callable[[Shape], Shape]
) -> None:
    assert judged(page) == []
    assert judged(page, change=lambda every: list(map(change, every)))


def test_what_is_painted_over_a_ground_is_what_words_stand_on(page: Page) -> None:
    def covered(every: Sequence[Shape]) -> list[Shape]:
        return [*every, Shape(0, 0, 0, 900, 900, (1.0, 1.0, 1.0), whole=True)]

    assert any("is hardly seen" in each for each in judged(page, change=covered))


#: What stands alone between two grounds, and letters that hang over or reach to the edge of one.
BESIDE = {
    "he": ("הצהרה", "[ב]־[ג]־[ד] ב־[12.5] ו[ו]ו ל[ל]ל *ב־[ו]* בְּ[נְ]בְּ ש״[ח]״ש [ב]־[ג], [אא]־[ב]"),
    "ar": ("بيان", "ال[نهر]ية ج[ج]ج ك[ك]ك بِّ[بُّ]بٌّ *ب[و]ر* [ب].[ج] [ب]ا[ل]ر[ر] [ب][ج]-[د]"),
    "en": (
        "A",
        "*off*-[*off*] *off!*[on] *[half]* *[of roof]* "
        "of[f]f j[j]j W[A]V [a]-[b] [a]/[b] [x]l[y] [x]1[y] [a]i[b]",
    ),
    "zh": ("声明", "国[国]国 [甲]一[乙]、[丙]1[丁]-[戊]i[己] f[f]f （[甲]）"),
}


@pytest.mark.parametrize(("tag", "said"), BESIDE.items(), ids=list(BESIDE))
@pytest.mark.parametrize("kind", ["standard", "large-print", "a5", "letter"])
def test_letters_beside_grounds_are_whole(
    tmp_path: Path, tag: str, said: tuple[str, str], kind: str
) -> None:
    title, words = said
    text = f"---\ntitle: {title}\n---\n\n{words}\n\n- {words}\n\n> {words}\n"
    page = negotiated(tmp_path, text, f"river.{tag}.md", kind)
    assert complaints(page, typeset(page)) == []


def test_a_line_through_what_stands_between_grounds_is_told(tmp_path: Path) -> None:
    page = negotiated(tmp_path, "---\ntitle: A\n---\n\n[a] *i* [b] and [c] *more* [d]", "a.en.md")
    line = "linear-gradient(to right, transparent 40%, black 40%, black 60%, transparent 60%)"
    for wrong in ("text-decoration: line-through", f"background: {line}"):
        styles = f"{page.styles} p > em {{ {wrong} }}"
        told = complaints(page, typeset(replace(page, styles=styles)))
        assert any("struck through" in each for each in told), wrong


def test_a_statement_as_it_is_may_have_any_ground(tmp_path: Path) -> None:
    path = tmp_path / "river.en.md"
    path.write_text(TEXT, "utf-8")
    page = compose(content_of(read(path), edition.load("standard")))
    assert judged(page, "p { background: #dedede }") == []
