"""The table of outputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique import outputs
from communique.model.faults import ProofError
from communique.outputs import OUTPUTS, Output
from communique.outputs.draft import Draft
from communique.read.source import read
from communique.run import pipeline
from tests.conftest import Write
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path


def test_each_row_has_a_name_and_a_suffix_of_its_own() -> None:
    assert list(OUTPUTS) == [output.name for output in OUTPUTS.values()]
    assert len({output.suffix for output in OUTPUTS.values()}) == len(OUTPUTS)
    assert set(outputs.DEFAULT) <= set(OUTPUTS)


def make(content: object, fallback: object, means: object) -> Draft:  # noqa: ARG001  # every output's
    return Draft(b"made")


def prove(content: object, data: bytes) -> None:
    assert content
    if data != b"made":
        raise AssertionError


def refuse(content: object, data: bytes) -> None:  # noqa: ARG001  # as above
    raise ProofError([])


@pytest.mark.parametrize("proof", ["prove", "refuse"])
def test_a_new_output_is_a_row_and_is_delivered_only_if_proven(
    statement: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, proof: str
) -> None:
    here = "tests.outputs.test_outputs"
    row = Output(
        "new", ".new", "a", paged=False, joins=False, make=f"{here}:make", prove=f"{here}:{proof}"
    )
    monkeypatch.setitem(OUTPUTS, "new", row)
    read_in = read(statement(with_body("Some words.")))
    out = tmp_path / "out"
    if proof == "refuse":
        with pytest.raises(ProofError):
            pipeline.build(read_in, "standard", out, ("new", "text"))
        assert not out.exists()
    else:
        result = pipeline.build(read_in, "standard", out, ("new", "text"))
        assert {name: file.path.suffix for name, file in result.files.items()} == {
            "new": ".new",
            "text": ".txt",
        }
        assert result.files["new"].path.read_bytes() == b"made"
