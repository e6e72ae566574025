"""Which files are statements, and where their PDFs go."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.model.faults import UsageError
from communique.run import selection
from communique.run.statements import found
from tests.samples import with_front

if TYPE_CHECKING:
    from tests.conftest import Build, Write


def test_a_folder_is_read_with_those_below_it(statement: Write, tmp_path: Path) -> None:
    for name in ("in/b.en.md", "in/a.sv.md", "in/spring/c.en.md", "in/spring/deep/d.pt-BR.md"):
        statement(name=name)
    assert found([str(tmp_path / "in")]).statements == {
        f"{tmp_path}/in/a.sv.md": "",
        f"{tmp_path}/in/b.en.md": "",
        f"{tmp_path}/in/spring/c.en.md": "spring/",
        f"{tmp_path}/in/spring/deep/d.pt-BR.md": "spring/deep/",
    }


def test_out_has_the_folders_of_source_however_a_statement_is_named(
    statement: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selection, "source", lambda: str(tmp_path / "source"))
    path = str(statement(name="source/spring/a.en.md"))
    for named in ([], [tmp_path], [tmp_path / "source"], [tmp_path / "source/spring"], [path]):
        assert list(found(list(map(str, named))).statements.values()) == ["spring/"]
    outside = str(statement(name="elsewhere/a.en.md"))
    assert found([outside]).statements == {outside: ""}


def test_hidden_files_and_folders_are_left_out_silently(statement: Write, tmp_path: Path) -> None:
    for name in ("in/.a.en.md", "in/.git/b.en.md", "in/c.en.md"):
        statement(name=name)
    (tmp_path / "in/.#c.en.md").symlink_to("nobody@nowhere.1")
    there = found([str(tmp_path / "in")])
    assert list(there.statements) == [f"{tmp_path}/in/c.en.md"]
    assert there.others == []


@pytest.mark.parametrize(
    ("name", "text", "is_one"),
    [
        ("README.md", "# About\n", False),
        ("notes.md", "--- no fence\n", False),
        ("empty.md", "", False),
        ("meeting.md", with_front("title: A\nlanguage: en"), True),
        ("windows.md", "\ufeff---\r\ntitle: A\r\n---\r\n", True),
        ("broken.en.md", "no front matter", True),
        ("broken.zh-Hans.md", "no front matter", True),
        ("Loud.EN.md", "no front matter", True),
    ],
)
def test_a_statement_begins_like_one_or_is_named_like_one(
    statement: Write, tmp_path: Path, name: str, text: str, is_one: bool
) -> None:
    statement(name="in/a.en.md")
    path = str(statement(text, f"in/{name}"))
    there = found([str(tmp_path / "in")])
    assert (path in there.statements) == is_one
    assert there.others == ([] if is_one else [path])
    assert found([path]).statements == {path: ""}, "a file that is named is taken at its word"


def test_what_is_no_statement_is_passed_over_with_a_line(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    statement(name="in/a.en.md")
    readme = statement("About.", "in/README.md")
    run = build(tmp_path / "in")
    why = "it has no front matter, and no language in its name"
    assert (run.code, run.err) == (0, f"{readme} is left out: {why}\n")
    assert build(tmp_path / "in", "-q").err == ""


@pytest.mark.parametrize(
    ("name", "text", "right"),
    [
        ("meeting.docx", "PK", ""),
        ("meeting.en.doc", "", ""),
        ("meeting.txt", with_front("title: A"), ""),
        ("meeting.en.md.txt", with_front("title: A"), "meeting.en.md"),
        ("meeting.en.markdown", with_front("title: A"), "meeting.en.md"),
        ("MEETING.EN.MD", with_front("title: A"), "MEETING.EN.md"),
        ("meeting.en.MD.txt", with_front("title: A"), "meeting.en.md"),
    ],
)
def test_what_was_meant_as_a_statement_is_passed_over_with_a_line(
    build: Build, statement: Write, name: str, text: str, right: str
) -> None:
    folder = statement(name="in/a.en.md").parent
    path = statement(text, f"in/{name}")
    why = f"a statement's name ends in .md; rename it {right}"
    if name.endswith(".docx"):
        why = "it is a Word file; use the verb import, which makes a statement of it"
    elif not right:
        why = "a statement is plain text, and its name ends in .md, as in meeting.en.md"
    run = build(folder)
    assert (run.code, run.err) == (0, f"{path} is left out: {why}\n")


@pytest.mark.parametrize("name", ["joint.en", "Joint.FR", "joint.pt-BR", "joint.zh"])
def test_a_name_that_ends_with_its_language_is_passed_over_with_a_line(
    build: Build, statement: Write, name: str
) -> None:
    folder = statement(name="in/a.en.md").parent
    path = statement("Words.", f"in/{name}")
    said = f"{path} is left out: its name has no ending; name it {name}.md\n"
    for verb in ("check", "build"):
        run = build(verb, folder, *(["--out", folder / "out"] if verb == "build" else []))
        assert (run.code, run.err) == (0, said)


def test_a_text_that_begins_like_a_statement_needs_no_ending_to_be_told(
    build: Build, statement: Write
) -> None:
    folder = statement(name="in/a.en.md").parent
    path = statement(with_front("title: A"), "in/meeting")
    run = build("check", folder)
    why = "a statement is plain text, and its name ends in .md, as in meeting.en.md"
    assert (run.code, run.err) == (0, f"{path} is left out: {why}\n")


@pytest.mark.parametrize("name", ["LICENSE", "a.svg", "a.png", "a.ai", "a.en.txt", ".joint.en"])
def test_other_files_are_passed_over_silently(statement: Write, tmp_path: Path, name: str) -> None:
    statement("Words.", "in/a.en.md")
    statement("Words.", f"in/{name}")
    assert found([str(tmp_path / "in")]).misnamed == []


def test_other_texts_are_passed_over_silently(statement: Write, tmp_path: Path) -> None:
    for name, text in (("a.en.md", "Words."), ("a.en.txt", "Words."), ("a.svg", "---\n")):
        statement(text, f"in/{name}")
    assert found([str(tmp_path / "in")]).misnamed == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_in_a_circle_come_to_an_end(statement: Write, tmp_path: Path) -> None:
    statement(name="in/deep/a.en.md")
    (tmp_path / "in/deep/up").symlink_to(tmp_path / "in")
    (tmp_path / "in/self").symlink_to(tmp_path / "in/self")
    assert list(found([str(tmp_path / "in")]).statements) == [f"{tmp_path}/in/deep/a.en.md"]


NOWHERE = "it is a link that leads nowhere; put the file itself there"
PIPE, DEVICE = "it is a pipe; put a file there", "it is a device; put a file there"
NAMELESS = "its name cannot be printed; give it another name"
DENIED = "it cannot be read (Permission denied); check its name and whether you may read it"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
def test_what_is_no_file_is_refused_in_a_line_and_all_others_are_built(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    folder = statement(name="in/a.en.md").parent
    statement(name="in/of two\nlines.en.md")
    for name, target in (("loop", "loop.en.md"), ("lost", "nowhere"), ("null", "/dev/null")):
        (folder / f"{name}.en.md").symlink_to(target)
    for name in ("pipe.en.md", "pipe.md"):
        os.mkfifo(folder / name)
    run = build(folder)
    assert run.code == 1
    assert run.out.startswith(f"{tmp_path}/out/a.en.pdf")
    assert run.err.splitlines()[:6] == [
        f"{folder}/loop.en.md:1: file: {NOWHERE}",
        f"{folder}/lost.en.md:1: file: {NOWHERE}",
        f"{folder}/null.en.md:1: file: {DEVICE}",
        rf"{folder}/of two\nlines.en.md:1: file: {NAMELESS}",
        f"{folder}/pipe.en.md:1: file: {PIPE}",
        f"{folder}/pipe.md:1: file: {PIPE}",
    ]
    named = build(folder / "loop.en.md", folder / "a.en.md")
    assert (named.code, named.err.splitlines()[0]) == (1, f"{folder}/loop.en.md:1: file: {NOWHERE}")
    assert "a.en.pdf" in named.out


def test_what_may_not_be_read_is_refused_in_a_line_and_all_others_are_built(
    build: Build, statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = statement(name="in/a.en.md").parent
    statement(name="in/b.md")
    statement(name="in/shut/c.en.md")
    scandir, opened = os.scandir, os.open

    def may_be_read(path: str) -> str:
        if str(path).endswith(("in/shut", "in/b.md")):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return path

    monkeypatch.setattr(os, "scandir", lambda path: scandir(may_be_read(path)))
    monkeypatch.setattr(os, "open", lambda path, *rest: opened(may_be_read(path), *rest))
    run = build(folder)
    assert run.code == 1
    assert "a.en.pdf" in run.out
    assert run.err.splitlines()[:2] == [
        f"{folder}/b.md:1: file: {DENIED}",
        f"{folder}/shut:1: file: {DENIED}",
    ]


def test_a_name_of_two_lines_is_told_in_one(build: Build, statement: Write) -> None:
    folder = statement(name="in/a.en.md").parent
    statement("About.", "in/of two\nlines.md")
    assert build(folder).err.startswith(rf"{folder}/of two\nlines.md is left out: it has no front")


def test_folders_may_be_as_deep_as_the_system_lets_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    depth = sys.getrecursionlimit() + 100
    for _ in range(depth):
        Path("a").mkdir()
        os.chdir("a")
    Path("deep.en.md").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    names = [Path(path).name for path in found(["a"]).statements]
    os.chdir("/".join(["a"] * depth))  # pytest cannot remove so many
    Path("deep.en.md").unlink()
    for _ in range(depth):
        os.chdir("..")
        Path("a").rmdir()
    assert names == ["deep.en.md"]


def test_a_statement_named_in_two_ways_is_there_once(statement: Write, tmp_path: Path) -> None:
    path = str(statement(name="in/deep/a.en.md"))
    folders = [str(tmp_path / "in"), str(tmp_path / "in/deep")]
    assert found([path, *folders]).statements == {path: ""}
    assert found(folders).statements == {path: "deep/"}


def test_a_folder_without_statements_is_a_wrong_command(statement: Write, tmp_path: Path) -> None:
    statement("About.", "in/README.md")
    with pytest.raises(UsageError, match=r"no statement in \S+/in; the name of one ends in \.md"):
        found([str(tmp_path / "in")])


def test_out_mirrors_what_is_built_and_nothing_is_made_twice(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    statement(name="in/a.en.md")
    statement(name="in/spring/a.en.md")
    for outcome in ("made", "unchanged"):
        run = build(tmp_path / "in")
        assert (run.code, run.err) == (0, f"2 {outcome}\n")
    out = tmp_path / "out"
    made = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.pdf"))
    assert made == ["a.en.pdf", "spring/a.en.pdf"]


def test_a_pdf_that_is_to_be_elsewhere_is_made_there(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    path = statement(name="in/spring/a.en.md")
    build(tmp_path / "in")
    assert build(path).out.startswith(f"{tmp_path}/out/a.en.pdf  1 page")
    assert (tmp_path / "out/spring/a.en.pdf").exists()


def test_an_older_pdf_in_a_folder_is_announced(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    statement(name="in/spring/a.en.md")
    build(tmp_path / "in")
    statement(with_front("titel: A"), "in/spring/a.en.md")
    older = f"{tmp_path}/out/spring/a.en.pdf: this PDF is older and does not have this text"
    assert older in build(tmp_path / "in").err


def test_two_languages_are_a_pair_only_within_their_folder(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    text = with_front("title: A")
    for name in ("spring/a.en.md", "spring/a.fr.md", "autumn/a.de.md"):
        statement(text, f"in/{name}")
    run = build(tmp_path / "in", "--edition", "parallel")
    assert run.code == 0
    assert "out/spring/a.en+fr.parallel.pdf  " in run.out
    assert run.err == "a is left out: it was read in de, not in two languages\n"
    run = build("check", tmp_path / "in", "--edition", "parallel")
    assert run.err.splitlines()[0] == "a is left out: it was read in de, not in two languages"
    checked = [f"{tmp_path}/in/spring/a.{tag}.md  no mistakes" for tag in ("en", "fr")]
    assert run.out.splitlines() == checked
