"""Random texts of both directions: their order is proven, and every change of it is found.

Paragraphs in twelve languages, with figures, signs, addresses and passages of the others in them,
as text, headings, points, cells, notes and values.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from communique.bidi.paragraph import Paragraph
from communique.compose.page import Page, compose
from communique.content.content import Content, content_of
from communique.design import edition
from communique.model.faults import Faults, FaultsError
from communique.pdf_reading.reading import Reading
from communique.prove import words
from communique.read.source import read
from communique.run import pipeline
from communique.typeset.engine import typeset
from tests.attack.mixtures import RIGHT_TO_LEFT, WORDS, Mixture
from tests.attack.sizes import size

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.attack

TEXTS = size(sample=6, whole=240)
CHANGES = size(sample=2, whole=40)
#: The languages of the pages of those that have none of their own.
PAGES = {"fa": "ar", "ur": "ar", "vi": "en"}
_TAGS = re.compile(r"(<[^>]*>)")
_RUNS = re.compile(r"[^\s<>&;#=\"]+")


def statement(rng: random.Random, tag: str) -> str:
    """Return a statement in which a random text stands in each place that one can stand in."""
    mixture = Mixture(rng, tag)

    def plain(most: int) -> str:
        return mixture.paragraph(1, most, plain=True).replace("'", "’").replace("|", "/")

    def value(most: int) -> str:
        return f"'{plain(most)[:90].strip()}'"

    cells = [f"| {plain(2)} | {plain(3)} |" for _ in range(3)]
    return "\n".join(
        [
            *("---", f"title: {value(2)}", f"place: {value(1)}", f"contact: {value(3)}"),
            *("issuers:", "  - country: Norland", f"  - country: {value(1)}", "---", ""),
            *(mixture.paragraph(6, 40), "", f"## {plain(2)}", ""),
            *(f"{mixture.paragraph(4, 25)}[^a] {mixture.paragraph(2, 12)}", ""),
            *(f"- {mixture.paragraph(2, 12)}", f"- {mixture.paragraph(2, 12)}", ""),
            *(cells[0], "| --- | --- |", *cells[1:], ""),
            *(f"> {mixture.paragraph(3, 15)}", "", f"[^a]: {mixture.paragraph(3, 15)}", ""),
        ]
    )


@dataclass
class Tried:
    """What became of the texts that were tried."""

    proven: int = 0
    refused: dict[str, str] = field(default_factory=dict)


def test_the_order_of_random_texts_is_proven(tmp_path: Path, say: Callable[[str], None]) -> None:
    tried = Tried()
    for seed in range(TEXTS):
        rng = random.Random(seed)  # noqa: S311  # texts
        tag = sorted(WORDS)[seed % len(WORDS)]
        path = tmp_path / f"{seed}.{PAGES.get(tag, tag)}.md"
        path.write_text(statement(rng, tag), "utf-8")
        try:
            pipeline.build(read(path), "standard", tmp_path / "out")
            tried.proven += 1
        except FaultsError as error:
            tried.refused[f"{seed} ({tag})"] = str(error).partition("\n")[0]
    say(f"texts of both directions: {tried.proven} proven, {len(tried.refused)} refused")
    assert tried.refused == {}


def spoilt(page: Page, rng: random.Random) -> Page | None:
    """Return a page in which two words or figures beside one another have changed places."""
    head, body = page.html.split("<main", 1)
    parts = _TAGS.split(body)
    places = [n for n, part in enumerate(parts) if n % 2 == 0 and len(_RUNS.findall(part)) > 1]
    place = rng.choice(places)
    runs = list(_RUNS.finditer(parts[place]))
    first = rng.randrange(len(runs) - 1)
    one, other = runs[first], runs[first + 1]
    if one[0] == other[0]:
        return None
    text = parts[place]
    between = text[one.end() : other.start()]
    parts[place] = f"{text[: one.start()]}{other[0]}{between}{one[0]}{text[other.end() :]}"
    return Page(f"{head}<main{''.join(parts)}", page.styles, page.content)


def turned(page: Page, rng: random.Random) -> Page | None:
    """Return a page in which a passage, or a text, runs in the other direction."""
    spans = list(re.finditer(r'<(span|p|td|li)(?: dir="(ltr|rtl)")?>', page.html))
    spans = [each for each in spans if each[2] or each[1] != "span"]
    if not spans:
        return None
    chosen = rng.choice(spans)
    base = "rtl" if page.content.mirrored else "ltr"
    other = {"ltr": "rtl", "rtl": "ltr"}[chosen[2] or base]
    html = f'{page.html[: chosen.start()]}<{chosen[1]} dir="{other}">{page.html[chosen.end() :]}'
    return Page(html, page.styles, page.content)


def lines(page: Page) -> list[str]:
    """Return what each line of the PDF of a page shows from left to right."""
    pieces = Reading(typeset(page).pdf).pieces
    ordered = sorted(pieces, key=lambda each: (each.page, -round(each.baseline, 1), each.left))
    rows: dict[tuple[int, float], str] = {}
    for piece in ordered:
        key = piece.page, round(piece.baseline, 1)
        rows[key] = rows.get(key, "") + piece.text.strip()
    return [row.replace(" ", "") for row in rows.values()]


def found(page: Page, content: Content) -> bool:
    """Tell whether the proof notices that a page says something else than the content."""
    reading = Reading(typeset(page).pdf)
    faults = Faults(content.statement.path)
    words.every_word(content, reading, faults)
    return bool(list(faults))


@pytest.mark.parametrize("change", [spoilt, turned])
def test_every_change_of_order_is_found(
    tmp_path: Path,
    say: Callable[[str], None],
    change: Callable[[Page, random.Random], Page | None],
) -> None:
    noticed = same = 0
    missed: list[str] = []
    for seed in range(CHANGES):
        rng = random.Random(seed)  # noqa: S311  # texts
        tag = rng.choice((*RIGHT_TO_LEFT, "en", "el"))
        path = tmp_path / f"{seed}.{PAGES.get(tag, tag)}.md"
        path.write_text(statement(rng, tag), "utf-8")
        content = content_of(read(path), edition.load("standard"))
        page = compose(content)
        for _ in range(3):
            other = change(page, rng)
            if other is None or lines(other) == lines(page):
                same += 1  # nobody can see a difference
            elif found(other, content):
                noticed += 1
            else:
                missed.append(f"{seed}: {path.name}")
    say(f"changes of order ({change.__name__}): {noticed} found, {same} change nothing")
    assert missed == []
    assert noticed > same // 4


def test_an_isolate_puts_no_figures_in_each_others_place(tmp_path: Path) -> None:
    words_ = "Norland \u2067pays 900 נהר pays 100\u2069 a year."
    assert Paragraph(words_, "ltr").turns
    path = tmp_path / "a.en.md"
    path.write_text(f"---\ntitle: Lights\n---\n\n{words_}\n", "utf-8")
    with pytest.raises(FaultsError, match="U\\+2067"):
        read(path)
