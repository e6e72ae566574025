"""Text that was encoded twice is told; text that only looks like it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Write


@pytest.mark.parametrize(
    "words", ["The café", "It isn’t open – yet", "Dvořák", "„Straße“", "Ночь", "日本"]
)
def test_text_that_was_encoded_twice_is_told_with_what_was_meant(
    statement: Write, words: str
) -> None:
    twice = words.encode().decode("cp1252", errors="ignore")
    (remark,) = read(statement(with_body(f"One.\n{twice}"))).remarks
    assert (remark.line, remark.wrong.split(":")[0]) == (6, "it seems to be encoded twice")
    assert any(f"for {sign}" in remark.wrong for sign in words)


@pytest.mark.parametrize(
    "words", ["ROMÂNIA", "Ã é", "São Tomé", "å‘", "«Â »", "École à l’œuvre", "Đặng Thị", "ß„x“"]
)
def test_text_that_was_encoded_once_has_no_remark(statement: Write, words: str) -> None:
    assert read(statement(with_body(words))).remarks == ()
