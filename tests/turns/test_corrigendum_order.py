"""Corrigenda of points that moved, and of lines above and below the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.model.faults import StatementError
from tests.turns.corrigenda import HEAD, corrigendum, said

if TYPE_CHECKING:
    from pathlib import Path

POINTS = {
    "c": "count the lights;",
    "p": "paint the buoys;",
    "w": "write a report;",
    "m": "meet once a year.",
}
NEW_LINE = "\n"
FOLLOW = "The points that follow are renumbered accordingly."
#: In which order the points stand now, and what is said.
MOVED = {
    "pwcm": ["Paragraph 1, point (a):", "Move to follow paragraph 1, point (c)", FOLLOW],
    "cwpm": ["Paragraph 1, point (c):", "Move to follow paragraph 1, point (a)", FOLLOW],
    "mcpw": [
        "Paragraph 1, point (a):",
        "Before it insert the point “(a) meet once a year.”",
        FOLLOW,
        "Paragraph 1, point (d):",
        "Delete the whole",
    ],
}


def listed(order: str) -> str:
    points = (f"({'abcd'[n]}) {POINTS[key]}\n" for n, key in enumerate(order))
    return f"{HEAD}Both will:\n\n{NEW_LINE.join(points)}"


@pytest.mark.parametrize("order", MOVED)
def test_a_point_that_moved_renumbers_others_and_places_are_in_order(
    tmp_path: Path, order: str
) -> None:
    assert said(corrigendum(tmp_path, listed("cpwm"), listed(order))) == MOVED[order]


ADA = "- {{name: Ada Holm, office: Minister of the Sea, {} Norland}}\n"
LUC = "- {{name: {}, office: Minister of {}, {} Valdore}}\n"
SIGNED = "signatures:\n  place: Port\n  signatories:\n"


def signed(*luc: str, more: str = "") -> str:
    both = f"{ADA}{LUC}".format("party:", *luc, "party:")
    listed = "".join(f"    {line}\n" for line in f"{both}{more}".splitlines())
    return f"---\ntitle: Lights\n{SIGNED}{listed}---\n\nText.\n"


def test_lines_of_signatures_are_corrected_one_by_one(tmp_path: Path) -> None:
    made = corrigendum(tmp_path, signed("Luc Ferrand", "Ports"), signed("Luc Ferrand", "Harbours"))
    assert said(made) == ["Signatures:", "For “Minister of Ports” read “Minister of Harbours”"]


def test_who_signs_besides_is_quoted_with_strokes_between_lines(tmp_path: Path) -> None:
    more = "- {name: Bo Lind, office: Minister of Fish}\n"
    old, new = signed("Luc Ferrand", "Ports"), signed("Luc Ferrand", "Ports", more=more)
    added = "After “Ports / Valdore” insert “// Bo Lind / Minister of Fish”"
    assert said(corrigendum(tmp_path, old, new)) == ["Signatures:", added]


def test_lines_that_no_line_alone_tells_apart_are_quoted_as_a_whole(tmp_path: Path) -> None:
    old, new = signed("Luc Ferrand", "the Sea"), signed("Luc Ferrand", "Harbours")
    [_, quoted] = said(corrigendum(tmp_path, old, new))
    assert quoted == ("For “of the Sea / Valdore” read “of Harbours / Valdore”")


def test_signatures_are_corrected_after_the_text_and_the_title_before_it(tmp_path: Path) -> None:
    old = signed("Luc Ferrand", "Ports")
    new = old.replace("Lights", "Buoys").replace("Ports", "Harbours").replace("Text.", "Texts.")
    places = [line for line in said(corrigendum(tmp_path, old, new)) if line.endswith(":")]
    assert places == ["Title:", "Paragraph 1:", "Signatures:"]


@pytest.mark.parametrize("language", ["ar", "da", "de", "en", "es", "fr"])
def test_a_paragraph_after_the_points_that_end_a_text_comes_at_its_end(
    tmp_path: Path, language: str
) -> None:
    old = listed("cpw")
    new = f"{old}\nThe costs are shared.\n"
    made = said(corrigendum(tmp_path, old, new, language))  # it is proven
    assert len(made) == 2
    if language == "en":
        assert made == [
            "Paragraph 1, point (c):",
            "At the end of the text insert the paragraph “The costs are shared.”",
        ]


def test_headings_come_at_the_end_too_and_notes_stay_behind_them(tmp_path: Path) -> None:
    old = listed("cpw").replace("Both will:", "Both[^1] will:\n\n## One\n\nNow:")
    new = f"{old}\n## Two\n\nThe costs are shared.\n"
    note = "\n[^1]: A note.\n"
    [_, quoted] = said(corrigendum(tmp_path, old + note, new + note))
    added = "the heading “Two”, the paragraph “The costs are shared.”"
    assert quoted == f"At the end of the text insert {added}"


def test_no_paragraph_comes_at_the_end_where_it_may_be_in_a_quotation(tmp_path: Path) -> None:
    old = f"{HEAD}They said:\n\n> (a) one;\n>\n> (b) two.\n"
    with pytest.raises(StatementError, match="no part beside it can be named"):
        corrigendum(tmp_path, old, f"{old}\nThe costs are shared.\n")
