"""Agreements of which originals are made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.read.source import read

if TYPE_CHECKING:
    from communique.model.statement import Statement
    from tests.conftest import Write

FERRY_EN = """\
---
title: Agreement on the Ferry
kind: agreement
issued: 2026-03-12
issuers:
  - {country: Norland, styled: "the Minister of Norland, Ada Holm", language: da}
  - {country: Sudland, styled: "the Minister of Sudland, John Reed", language: en}
signatures:
  place: Esbjerg
  date: 2026-03-12
  signatories:
    - {on_behalf: "For the Government of Norland:", name: Ada Holm}
    - {on_behalf: "For the Government of Sudland:", name: John Reed}
---

The ferry sails every day.[^quay]

| Year | Cost |
|---|---|
| 2026 | 1,250 |

Done in two originals.

[^quay]: From the old quay.
"""
FERRY_DA = (
    FERRY_EN.replace("Agreement on the Ferry", "Aftale om færgen")
    .replace("Norland", "Nordland")
    .replace("Sudland", "Sydland")
    .replace("the Minister of", "ministeren for")
    .replace("For the Government of Nordland:", "For Nordlands regering:")
    .replace("For the Government of Sydland:", "For Sydlands regering:")
    .replace("The ferry sails every day.", "Færgen sejler hver dag.")
    .replace("Year | Cost", "År | Pris")
    .replace("1,250", "1.250")
    .replace("Done in two originals.", "Udfærdiget i to eksemplarer.")
    .replace("From the old quay.", "Fra den gamle kaj.")
)


def pair(write: Write, one: str = FERRY_DA, other: str = FERRY_EN) -> Statement:
    """Return the Danish agreement with the English one beside it."""
    first = read(write(one, "ferry.da.md"))
    return replace(first, beside=read(write(other, "ferry.en.md")))
