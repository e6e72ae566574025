"""A negotiation print conforms to both standards, whichever way it runs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.model.standards import STANDARDS
from communique.read.source import read
from communique.run import pipeline
from tests.conformance.judge import PROFILES, judge
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Write

pytestmark = pytest.mark.conformance

BODY = """\
[{0} *[{1}* {0}][^1]

1 bis. {1}] [{0}](https://a.example)

- [{1}]

| [{0}] |
|---|
| {1} |

[^1]: [{0}]
"""
WORDS = {"en": ("shall", "not"), "ar": ("يجب", "ليس")}


@pytest.mark.parametrize("number", STANDARDS)
def test_the_judge_finds_nothing(statement: Write, tmp_path: Path, number: int) -> None:
    paths = []
    for name, edition in (("en", "standard"), ("ar", "standard"), ("en", "large-print")):
        made = read(statement(with_body(BODY.format(*WORDS[name])), f"meeting.{name}.md"))
        folder = tmp_path / edition
        result = pipeline.build(made, edition, folder, turn="negotiation", standard=number)
        paths.append(result.files["pdf"].path)
    one, other = (tmp_path / f"meeting.{name}.md" for name in ("en", "ar"))
    both = replace(read(one), beside=read(other))
    result = pipeline.build(both, "parallel", tmp_path, turn="negotiation", standard=number)
    paths.append(result.files["pdf"].path)
    assert judge(paths, PROFILES[number]) == []
