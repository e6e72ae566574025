"""What the tests of this folder share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.read.languages import ENGLISH, FRENCH, beside

if TYPE_CHECKING:
    from communique.model.statement import Statement
    from tests.conftest import Write


@pytest.fixture
def pair(statement: Write) -> Statement:
    return beside(statement, ENGLISH, FRENCH)
