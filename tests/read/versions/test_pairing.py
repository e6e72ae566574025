"""Which statements are one in two languages, and which of the two stands first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.model.faults import StatementError
from communique.read.packed import PackedStatement, pack, unpack
from communique.read.source import read
from communique.read.versions import pairing
from tests.read.languages import ENGLISH, FRENCH

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Write


def packed(path: Path, authenticity: str | None = None) -> PackedStatement:
    return pack(read(path), 0)._replace(authenticity=authenticity)


def test_the_original_stands_first(statement: Write) -> None:
    english = packed(statement(ENGLISH, "river.en.md"))
    french = packed(statement(FRENCH, "river.fr.md"), authenticity="original")
    (pair,), passed = pairing.pairs([english, french], [])
    assert [version.language for version in pair] == ["fr", "en"]
    assert [version.language for version in unpack(pair).versions] == ["fr", "en"]
    assert passed == []


def test_languages_that_are_asked_for_stand_in_that_order(statement: Write) -> None:
    statements = [packed(statement(ENGLISH, f"river.{tag}.md")) for tag in ("en", "fr", "sv")]
    (pair,), _ = pairing.pairs(statements, ["sv", "en"])
    assert [version.language for version in pair] == ["sv", "en"]
    with pytest.raises(StatementError, match="river is there in 3 languages; choose two"):
        pairing.pairs(statements, [])
    found, passed = pairing.pairs(statements, ["sv", "da"])
    assert (found, passed) == ([], [("river", "it was read in en, fr, sv, not in da")])


def test_a_statement_in_one_language_is_named_and_passed_over(statement: Write) -> None:
    found, passed = pairing.pairs([packed(statement(ENGLISH, "river.en.md"))], [])
    assert found == []
    assert passed == [("river", "it was read in en, not in two languages")]
