"""Spaces within new words, and the markers of points further on than any was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique import prove, turns
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import ProofError, StatementError
from communique.typeset.engine import typeset
from tests.prove.corrections.test_corrections import RENUMBERED, with_words
from tests.turns.corrigenda import HEAD, changed, corrigendum, doubts, said, statements

if TYPE_CHECKING:
    from pathlib import Path

THIN, NARROW, NO_BREAK = "\u2009", "\u202f", "\u00a0"
OLD = f"{HEAD}We see ten miles of the coast.\n\nThey see it.\n"


@pytest.mark.parametrize("space", [THIN, NARROW, "\u3000", NO_BREAK])
def test_new_words_have_their_own_spaces(tmp_path: Path, space: str) -> None:
    new = changed(OLD, ("ten miles", f"10{space}km"), ("They", f"All{space}20 see.\n\nThey"))
    made = corrigendum(tmp_path, OLD, new)
    assert said(made)[1] == f"For “ten miles of” read “10{space}km of”"
    lost = doubts(with_words(made, f"10{space}km", "10 km"))
    other = doubts(with_words(made, f"All{space}20", "All\u200220"))
    assert bool(lost) is (space != NO_BREAK)  # of which a reader sees nothing
    assert other


def test_no_space_is_not_a_space(tmp_path: Path) -> None:
    made = corrigendum(tmp_path, OLD, changed(OLD, ("ten miles", "10 km")))
    assert doubts(with_words(made, "10 km", "10km"))
    assert doubts(with_words(made, "10 km", f"10{THIN}km"))


@pytest.mark.usefixtures("engine")
def test_a_page_with_another_space_is_refused(tmp_path: Path) -> None:
    made = corrigendum(tmp_path, OLD, changed(OLD, ("ten miles", f"10{THIN}km")))
    own = edition.load("standard")
    content = content_of(made, own)
    prove.prove(content, typeset(compose(content)).pdf)
    other = content_of(with_words(made, f"10{THIN}km", "10 km"), own)
    with pytest.raises(ProofError, match="is not as wide as in the statement"):
        prove.prove(content, typeset(compose(other)).pdf)


LIST = f"{HEAD}They will:\n\n1. sing;\n2. play;\n3. rest.\n"


def test_points_further_on_than_any_was_count_on(tmp_path: Path) -> None:
    new = changed(LIST, ("2. play;\n3.", "2. act;\n3. play;\n4."))
    made = corrigendum(tmp_path, LIST, new)
    assert doubts(made) == []
    assert made.turned
    original = made.turned.original
    [before, points] = original.body.children
    for marker in ("3 bis.", "5.", "d.", "4)"):
        *others, last = points.children
        other = replace(points, children=(*others, replace(last, marker=marker)))
        body = replace(original.body, children=(before, other))
        turned = replace(made.turned, original=replace(original, body=body))
        assert doubts(replace(made, turned=turned)) == [RENUMBERED], marker


def test_a_point_that_does_not_count_on_is_refused(tmp_path: Path) -> None:
    old = f"{HEAD}They will:\n\n(a) sing;\n\n(b) play;\n\n(c) rest.\n"
    new = changed(old, ("(b) play;\n\n(c)", "(b) act;\n\n(c) play;\n\n(c) bis"))
    new = new.replace("(c) bis", "(c bis)")
    earlier, later = statements(tmp_path, old, new)
    with pytest.raises(StatementError, match="points are numbered or lettered otherwise"):
        turns.turned(later, "corrigendum", earlier)
