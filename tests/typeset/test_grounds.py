"""No ground of words covers the edge of the letter before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import weasyprint.draw
from weasyprint import HTML

from communique.turns import TURNS
from communique.typeset import engine
from communique.typeset.lines import grounds

if TYPE_CHECKING:
    import pytest

WORDS = "<p>off<span>on<b>in</b></span><p>off<i>on</i>"


def painted(monkeypatch: pytest.MonkeyPatch, *, wanted: bool) -> list[str]:
    """Return what is painted of `WORDS`: the text that is drawn, and | for each ground."""
    order: list[str] = []
    background, text = weasyprint.draw.draw_background, weasyprint.draw.draw_text

    def draw_background(stream: object, found: object, *rest: object, **more: object) -> None:
        if getattr(found, "color", None) is not None and found.color.alpha:  # type: ignore[attr-defined]
            order.append("|")
        background(stream, found, *rest, **more)

    def draw_text(stream: object, box: object, *rest: object) -> None:
        order.append(box.text)  # type: ignore[attr-defined]
        text(stream, box, *rest)

    monkeypatch.setattr(weasyprint.draw, "draw_background", draw_background)
    monkeypatch.setattr(weasyprint.draw, "draw_text", draw_text)
    html = f"<html lang=en><title>T</title><style>span, b, i {{ background: #ddd }}</style>{WORDS}"
    with grounds.grounds_first(wanted=wanted):
        HTML(string=html).write_pdf(font_config=engine._fonts())
    return order


def test_the_engine_still_covers_the_letter_before_a_ground(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert painted(monkeypatch, wanted=False) == ["off", "|", "on", "|", "in", "off", "|", "on"], (
        "upstream has mended it: see communique/typeset/lines/grounds.py"
    )


def test_in_a_negotiation_print_all_grounds_come_before_the_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    order = painted(monkeypatch, wanted=TURNS["negotiation"].grounds)
    assert order == ["|", "|", "|", "off", "on", "in", "off", "on"]
