"""What other programs call: read, compose, build, verify, and the kinds of fault."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import communique
from communique.model import faults
from communique.run.verify import Outcome
from communique.store.paths import TEMPLATES
from tests.conftest import Write
from tests.samples import with_body, with_front


@pytest.mark.usefixtures("engine")
def test_a_statement_is_read_composed_built_and_verified(statement: Write, tmp_path: Path) -> None:
    path = statement(with_body("Some words."))
    read = communique.read(str(path))
    assert (read.slug, str(read.matter.title)) == ("meeting", "A title")
    page = communique.compose(read)
    assert "Some words." in page
    assert "--colour-main: #14284b;" in page
    assert re.findall(r"url\((?!data:)|@import|(?:src|href)=(?!.(?:data:|#))", page) == []
    made = communique.build(read, tmp_path / "out")
    assert made.files["pdf"].path == tmp_path / "out" / "meeting.en.pdf"
    again = communique.build(path, tmp_path / "again", "letter", standard=2)
    assert again.files["pdf"].path.name == "meeting.en.letter.pdf"
    for result in (made, again):
        assert communique.verify(result.files["pdf"].path).outcome is Outcome.SAME


def test_faults_are_of_the_kinds_that_are_public(
    statement: Write, tmp_path: Path, project: Path
) -> None:
    path = statement(with_front("titel: A"))
    with pytest.raises(communique.StatementError) as error:
        communique.build(path, tmp_path / "out")
    fault = error.value.faults[0]
    assert isinstance(fault, communique.Fault)
    assert (fault.path, fault.line, fault.key) == (path, 2, "titel")
    with pytest.raises(communique.UsageError, match="there is no edition b5"):
        communique.compose(communique.read(statement()), "b5")
    (project / "templates/themes").mkdir(parents=True)
    (project / "templates/themes/bare.yaml").write_text("description: nothing else\n")
    bare = statement(with_front("title: A\ntheme: bare"))
    with pytest.raises(communique.DesignError, match=r"bare\.yaml:1: colours: it is missing"):
        communique.compose(communique.read(bare))


def test_every_kind_of_fault_is_public() -> None:
    kinds = {
        name
        for name, kind in vars(faults).items()
        if isinstance(kind, type) and issubclass(kind, faults.CommuniqueError)
    }
    assert kinds <= set(communique.__all__)
    assert all(getattr(communique, name) is getattr(faults, name) for name in kinds)


def test_the_functions_stay_where_rooms_of_their_names_are_imported() -> None:
    told = (
        "import communique.read.source, communique.compose.page, communique\n"
        "from communique.read.source import read\n"
        "print(*(getattr(communique, name).__module__ for name in ('read', 'compose', 'build')))"
    )
    done = subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, "-c", told],
        cwd=TEMPLATES.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["communique.api"] * 3


def test_types_are_shipped() -> None:
    assert (Path(communique.__file__).parent / "py.typed").is_file()
    with pytest.raises(AttributeError, match="has no attribute nothing"):
        communique.nothing  # noqa: B018
