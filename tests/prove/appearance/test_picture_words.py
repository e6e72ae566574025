"""Words in a drawing that are copied from the page are seen on it, letter by letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.typeset.engine import typeset
from tests.prove.conftest import complaints, composed
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

_OPEN = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150" '
    "font-family='Source Serif 4' font-size='24'>"
)
_BOX = '<rect x="20" y="20" width="200" height="100" fill="#26a"/>'
_AT = 'x="30" y="60"'
_CLIP = '<clipPath id="c"><rect width="1" height="1"/></clipPath>'
_HALF = '<clipPath id="c"><rect width="60" height="150"/></clipPath>'

#: What is drawn, and what of it is not seen.
_HIDDEN = {
    "see-through": (f'{_BOX}<text {_AT} opacity="0">Secret</text>', "Secret"),
    "by a class": (
        f"<style>.a {{ opacity: 0 }}</style>{_BOX}<text class='a' {_AT}>Secret</text>",
        "Secret",
    ),
    "filled with nothing": (f'{_BOX}<text {_AT} fill="none">Secret</text>', "Secret"),
    "in a colour without any": (f'{_BOX}<text {_AT} fill="transparent">Secret</text>', "Secret"),
    "nearly see-through": (f'{_BOX}<text {_AT} fill="rgba(0,0,0,.02)">Secret</text>', "Secret"),
    "white on white": (f'{_BOX}<text x="30" y="140" fill="#fff">Secret</text>', "Secret"),
    "pale on white": (f'{_BOX}<text x="30" y="140" fill="#f4f4f4">Secret</text>', "Secret"),
    "in the colour under it": (f'{_BOX}<text {_AT} fill="#26a">Secret</text>', "Secret"),
    "covered": (f"<text {_AT}>Secret</text>{_BOX}", "Secret"),
    "under another text": (
        f'<text {_AT} fill-opacity="0">Secret</text><text {_AT}>Seen</text>',
        "Secret",
    ),
    "covered in a group": (f'<g opacity=".5"><text {_AT}>Secret</text>{_BOX}</g>', "Secret"),
    "clipped": (f'{_CLIP}{_BOX}<text {_AT} clip-path="url(#c)">Secret</text>', "Secret"),
    "clipped in part": (f'{_HALF}<text {_AT} clip-path="url(#c)">SECRET</text>', "RET"),
    "out of its frame": (
        f'{_BOX}<svg width="9" height="9"><text {_AT}>Secret</text></svg>',
        "Secret",
    ),
    "a part of a text": (
        f'{_BOX}<text {_AT}>Seen <tspan fill-opacity="0">Secret</tspan></text>',
        "Secret",
    ),
}
_SEEN = {
    "black": f"<text {_AT}>Words “and”, … – too</text>",
    "grey": f'<text {_AT} font-size="12" fill="#777">Words in grey, illicit</text>',
    "on a box": f'{_BOX}<text {_AT} fill="#fff">Words</text>',
    "half see-through": f'<g opacity=".5"><g opacity=".9"><text {_AT}>Words</text></g></g>',
    "outlined": f'<text {_AT} fill="none" stroke="#000">Words</text>',
    "turned": f'<text {_AT} transform="rotate(20 30 60)">Words</text>',
    "letter by letter": '<text x="30 60 90 120" y="60">Word</text>',
    "not drawn, and not copied": f'{_BOX}<text {_AT} display="none">Secret</text>',
    "right to left": f"<text {_AT} font-family='Noto Serif Hebrew'>שלום</text>",
}


def said(folder: Path, inside: str) -> list[str]:
    """Return what the proof says of a statement that shows this drawing."""
    (folder / "plan.svg").write_text(f"{_OPEN}{inside}</svg>", "utf-8")
    page = composed(folder, with_body("![A plan](plan.svg)"), "river.en.md")
    return complaints(page, typeset(page))


@pytest.mark.parametrize(("inside", "words"), _HIDDEN.values(), ids=_HIDDEN)
def test_words_of_a_drawing_that_are_not_seen_are_told(
    tmp_path: Path, inside: str, words: str
) -> None:
    told = (
        f"5: pictures: page 1: the picture plan.svg has words that are not seen ({words}): A plan"
    )
    assert said(tmp_path, inside) == [told]


@pytest.mark.parametrize("inside", _SEEN.values(), ids=_SEEN)
def test_words_of_a_drawing_that_are_seen_are_well(tmp_path: Path, inside: str) -> None:
    assert said(tmp_path, inside) == []
