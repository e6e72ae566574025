"""Spaces that do not break: only spaces change, and no run of words gets too wide."""

from __future__ import annotations

import pytest

from communique.compose.inline.line_breaks import NO_BREAK, Typography
from communique.design import language

MONTHS = {
    "en": ["March", "May", "September"],
    "fr": ["mars", "septembre"],
    "de": ["März", "September"],
    "es": ["marzo", "septiembre"],
}


def bound(text: str, tag: str = "en", *, last: bool = False) -> str:
    """Return the text bound, with ~ for each space that does not break."""
    result = Typography.of(tag, MONTHS.get(tag, ())).bind(text, last=last)
    assert result.replace(NO_BREAK, " ") == text
    return result.replace(NO_BREAK, "~")


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "10~−~3 =~7, 5~×~3~=~15, in 5 −3 and a × b, 20~°C".replace("3 =", "3~=")),
        ("fr", "Il dit~: «~Non~!~», puis~; pourquoi~?"),
        ("fr", "«~Non~», dit-il (sous l’article~5, n°~7 et art.~3)."),
        ("fr", "le 29~septembre 2023 et le 1er~mars à 17~h 30"),
        ("da", "Han sagde »hej« og gik. Se artikel~5, stk.~2, nr.~7."),
        ("de", "am 29.~September nach Art.~5 Abs.~2 und Anhang~IV"),
        ("en", "Articles~5 and 7 of Annex~II, on 29~September 2023, May~5 or p.~3"),
        ("en", "The articles of May were three. Section one, part of it, is open."),
        ("en", "No.~7 of 1~200 ships~– some 40~km off~– and J.~Holm"),
        ("en-GB", "Section~3, §~5"),
        ("es", "el 3~de~marzo, artículo~5"),
        ("it", "l’articolo~5, comma~2"),
        ("nb", "artikkel~5, nr.~2"),
        ("nl", "artikel~5, lid~2"),
        ("pt", "artigo~5, n.º~2"),
        ("el", "άρθρο~5 και παρ.~2"),
        ("ru", "статья~5, пункт~2, №~7"),
        ("uk", "стаття~5, частини~2"),
        ("pl", "art.~5 ust.~2 pkt~3"),
        ("sv", "artikel~5, bilaga~2"),
        ("ar", "5 a 7"),
    ],
)
def test_spaces_do_not_break_where_no_line_may_end(tag: str, text: str) -> None:
    assert bound(text.replace("~", " "), tag) == text


def test_a_run_that_is_bound_stays_narrow() -> None:
    run = bound("1" + " 000" * 20 + " :" * 20)
    assert max(map(len, run.split(" "))) <= 30
    assert "~" in run


def test_a_short_last_word_is_not_alone_on_its_line() -> None:
    text = "word " * 13 + "end."
    assert bound(text, last=True).endswith("word~end.")
    assert "~" not in bound(text)


def test_the_months_are_those_of_the_language() -> None:
    months = language.load("uk").locale.months["format"]["wide"].values()
    assert NO_BREAK in Typography.of("uk", months).bind("29 вересня 2023 року")
