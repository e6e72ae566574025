"""One statement in three languages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.read.source import read

if TYPE_CHECKING:
    from communique.model.statement import Statement
    from tests.conftest import Write


ENGLISH = """\
---
title: On the river
issued: 2024-05-02
symbol: R/1
issuers: [{country: Upland}, {country: Lowland}]
---

We met at the mill.[^1]

## Fish

1. No nets.
2. No hooks.

| Place | Depth |
|---|---|
| Weir | 41 |

> So be it.

[^1]: In 1604.
"""
FRENCH = """\
---
title: Sur la rivière
issued: 2024-05-02
symbol: R/1
issuers: [{country: Amont}, {country: Aval}]
---

Nous nous sommes réunis au moulin.[^1]

## Poissons

1. Pas de filets.
2. Pas de crochets.

| Lieu | Profondeur |
|---|---|
| Barrage | 41 |

> Ainsi soit-il.

[^1]: En 1604.
"""


def beside(statement: Write, one: str, other: str, tag: str = "fr") -> Statement:
    first = read(statement(one, "river.en.md"))
    return replace(first, beside=read(statement(other, f"river.{tag}.md")))
