"""The engine divides words by the patterns of the templates, else by those of Pyphen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyphen
import pytest

from communique.typeset.lines import hyphenation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def tables() -> Iterator[None]:
    """Give Pyphen its own patterns back."""
    yield
    hyphenation.use((tag, None) for tag in ("sv", "sv-FI", "xx"))


def patterns(folder: Path, *lines: str) -> Path:
    path = folder / "sv.dic"
    path.write_text("\n".join(("UTF-8", *lines)), "utf-8")
    return path


def divided(word: str, tag: str) -> str:
    name = pyphen.language_fallback(tag)
    return pyphen.Pyphen(lang=name).inserted(word) if name else word


def test_patterns_of_the_templates_come_before_those_of_pyphen(tmp_path: Path) -> None:
    before = divided("gemensamma", "sv")
    path = patterns(tmp_path, "% a comment", "s9a")
    hyphenation.use([("sv-FI", path), ("xx", path)])
    assert divided("gemensamma", "sv-FI") == divided("gemensamma", "xx") == "gemens-amma"
    assert divided("gemensamma", "sv") == before
    hyphenation.use([("sv-FI", None), ("xx", None)])
    assert divided("gemensamma", "sv-FI") == before
    assert divided("gemensamma", "xx") == "gemensamma"


def test_patterns_that_have_changed_are_read_anew(tmp_path: Path) -> None:
    hyphenation.use([("sv", patterns(tmp_path, "s9a"))])
    assert divided("gemensamma", "sv") == "gemens-amma"
    hyphenation.use([("sv", patterns(tmp_path, "n9samm"))])
    assert divided("gemensamma", "sv") == "gemen-samma"


def test_a_turkish_capital_moves_no_division(tmp_path: Path) -> None:
    hyphenation.use([("sv", patterns(tmp_path, "l1e", "t1i"))])
    assert divided("İletişim", "sv") == "İl-et-işim"
