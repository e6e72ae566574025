"""A corrigendum has one page of A4, and as many elsewhere as have the room of that."""

from __future__ import annotations

import pytest

from communique.design import edition
from communique.prove.corrections import room


@pytest.mark.parametrize(
    ("name", "pages"),
    [
        ("standard", 1),
        ("letter", 1),
        ("legal", 1),
        ("a5", 2),
        ("clear-print", 2),
        ("parallel", 2),
        ("large-print", 3),
    ],
)
def test_each_edition_has_as_many_pages_as_have_the_room_of_one(name: str, pages: int) -> None:
    assert room.most_pages(edition.load(name)) == pages
