"""Several outputs of many statements."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from communique.outputs.text import writing as text
from communique.run import worker
from tests.run.statements import COUNT, lines
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

    from communique.outputs.draft import Draft
    from tests.conftest import Build


def test_what_is_missing_of_several_outputs_is_made_and_the_rest_is_unchanged(
    build: Build, source: Path, tmp_path: Path
) -> None:
    statement, both = source / "s1.en.md", ("--output", "pdf", "--output", "text")
    assert lines(build(statement).out)[0].startswith("s1.en.pdf 1 page")
    first, second, third = (build(statement, *options) for options in (both, both, both[2:]))
    assert [line.split()[0] for line in lines(first.out)] == ["s1.en.pdf", "s1.en.txt"]
    assert "unchanged" in lines(first.out)[0]
    assert "unchanged" not in lines(first.out)[1]
    assert lines(second.out) == ["s1.en.pdf 1 page unchanged", "s1.en.txt unchanged"]
    assert lines(third.out) == ["s1.en.txt unchanged"]
    assert lines(build(statement).out) == ["s1.en.pdf 1 page unchanged"]
    said = (tmp_path / "out/s1.en.txt").read_text("utf-8")
    assert said.endswith("Statement number 1.\n")


@pytest.mark.parametrize("editions", [["standard", "letter"], ["letter", "standard"], ["letter"]])
def test_the_text_is_made_once_for_all_editions(
    build: Build, source: Path, editions: list[str]
) -> None:
    asked = [word for name in editions for word in ("--edition", name)]
    both = (source / "s1.en.md", *asked, "--output", "pdf", "--output", "text")
    run = build(*both)
    assert run.code == 0
    names = sorted(line.split()[0] for line in lines(run.out))
    pdfs = {"standard": "s1.en.pdf", "letter": "s1.en.letter.pdf"}
    assert names == sorted([*(pdfs[name] for name in editions), "s1.en.txt"])
    again = lines(build(*both).out)
    assert sorted(line.split()[0] for line in again) == names
    assert all(line.endswith("unchanged") for line in again)


def test_the_text_of_two_languages_is_one_of_its_own(build: Build, source: Path) -> None:
    one, two = source / "s1.en.md", source / "s1.fr.md"
    two.write_text(one.read_text("utf-8"), "utf-8")
    editions = ("--edition", "standard", "--edition", "parallel")
    run = build(one, two, *editions, "--output", "text")
    assert run.code == 0
    names = sorted(line.split()[0] for line in lines(run.out))
    assert names == ["s1.en+fr.parallel.txt", "s1.en.txt", "s1.fr.txt"]


def test_text_alone_starts_no_engine(
    build: Build, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(worker.Worker, "start_engine", refuse)
    run = build(source, "--output", "text")
    assert (run.code, run.err) == (0, f"{COUNT} made\n")
    assert len(list((tmp_path / "out").glob("*.txt"))) == COUNT
    assert not list((tmp_path / "out").glob("*.pdf"))


def test_where_one_output_is_not_proven_none_is_delivered(
    build: Build, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    statement, both = source / "s1.en.md", ("--output", "pdf", "--output", "text")
    build(statement, *both)
    before = {path: path.read_bytes() for path in (tmp_path / "out").glob("s1.*")}
    statement.write_text(with_body("Words that are lost."), "utf-8")
    make = text.make

    def lose(*arguments: Any) -> Draft:
        draft = make(*arguments)
        return replace(draft, data=draft.data.replace(b"lost", b""))

    monkeypatch.setattr(text, "make", lose)
    run = build(statement, *both)
    assert run.code == 1
    assert f"{statement}:5: text: " in run.err
    older = [
        line for line in run.err.splitlines() if "is older and does not have this text" in line
    ]
    assert [line.split(":")[0].rpartition("/")[2] for line in older] == ["s1.en.pdf", "s1.en.txt"]
    assert {path: path.read_bytes() for path in before} == before


def test_html_is_refused_where_no_page_is_composed(build: Build, source: Path) -> None:
    run = build(source, "--output", "text", "--html", str(source / "html"))
    assert run.code == 2
    assert "add --output pdf" in run.err


def files_of(page: Path) -> list[str]:
    """Return the names of files that a web page leads to at its foot."""
    listed = page.read_text("utf-8").partition('<ul class="files"')[2].partition("</ul>")[0]
    return re.findall(r'href="([^"]+)"', listed)


def test_a_web_page_leads_to_what_is_made_with_it_and_is_made_anew_where_that_is_another(
    build: Build, source: Path, tmp_path: Path
) -> None:
    statement, page = source / "s1.en.md", tmp_path / "out/s1.en.html"
    alone, both = ("--output", "html"), ("--output", "html", "--output", "text")
    made = []
    for options in (alone, both, both, (*both[2:], *both[:2]), alone, alone):
        run = build(statement, *options)
        made.append("s1.en.html unchanged" not in lines(run.out))
        assert files_of(page) == ["s1.en.txt"] * (len(options) > len(alone))
        assert run.code == 0
    assert made == [True, True, False, False, True, False]


def test_a_web_page_leads_to_all_editions_and_to_nothing_that_another_build_made(
    build: Build, source: Path, tmp_path: Path
) -> None:
    statement, page = source / "s1.en.md", tmp_path / "out/s1.en.html"
    build(statement, "--output", "text")
    asked = ("--edition", "letter", "--edition", "standard", "--output", "html", "--output", "pdf")
    build(statement, *asked)
    assert files_of(page) == ["s1.en.letter.pdf", "s1.en.pdf"]
    assert all((page.parent / name).exists() for name in files_of(page))
    assert build(statement, *asked).err == "3 unchanged\n"


def test_a_page_in_two_languages_leads_to_its_own_files(
    build: Build, source: Path, tmp_path: Path
) -> None:
    one, two = source / "s1.en.md", source / "s1.fr.md"
    two.write_text(one.read_text("utf-8"), "utf-8")
    asked = (one, two, "--edition", "parallel", "--output", "text", "--output", "html")
    build(*asked)
    assert files_of(tmp_path / "out/s1.en+fr.parallel.html") == ["s1.en%2Bfr.parallel.txt"]
    assert build(*asked).err == "2 unchanged\n"
