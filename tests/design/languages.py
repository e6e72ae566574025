"""What the tests of languages share."""

from __future__ import annotations

from communique.design import language

TAGS = language.names()
