"""The list of statements, and a new one."""

from __future__ import annotations

import gc
import json
import re
from typing import TYPE_CHECKING
from weakref import ref

import pytest

from communique.desk import desk as desk_module
from communique.desk.files.folder import Folder, slug
from communique.model.faults import UsageError
from communique.read.source import MAX_BYTES, read
from tests.desk.asking import Browser
from tests.desk.conftest import NoWorkshop

if TYPE_CHECKING:
    from pathlib import Path


def test_versions_of_a_statement_stand_together(browser: Browser) -> None:
    page = browser.ask("").text
    found = re.findall(r'<a href="edit\?file=([^"]+)">(\w+)</a>', page)
    assert found.count(("lights.en.md", "English")) == 1
    assert found.count(("lights.da.md", "Danish")) == 1
    assert page.count('class="title"') == 2


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("title: A  # as agreed", "A"),
        ("title: 'It''s: a # sign' # as agreed", "It's: a # sign"),
        ('title: "A \\u00e9 \\"B\\""', 'A é "B"'),
        ("title: Lights\n  for all  # x\nplace: B", "Lights for all"),
        ("title: >\n  Lights\n  for all\nplace: B", "Lights for all"),
        ("title: 'A", "a"),
        ("title:\n  text: A", "a"),
        ("title: [A]", "a"),
        ("place: A", "a"),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_the_list_has_the_title_as_it_is_printed(
    tmp_path: Path, written: str, shown: str, ends: str
) -> None:
    text = f"---\n{written}\n---\n\nA.\n".replace("\n", ends)
    (tmp_path / "a.en.md").write_bytes(text.encode())
    ((entry,),) = Folder(tmp_path).entries().values()
    assert entry.title == shown


def test_a_new_statement_is_one_that_can_be_read(browser: Browser, folder: Path) -> None:
    form = b"title=Pok%C3%A9r+%26+chess%3A+%27a%27+true+match&language=fr"
    answer = browser.ask("new", form)
    assert answer.status == 303
    assert answer.headers["location"] == "edit?file=pok%C3%A9r-chess-a-true-match.fr.md"
    statement = read(folder / "pokér-chess-a-true-match.fr.md")
    assert str(statement.matter.title) == "Pokér & chess: 'a' true match"
    assert browser.ask("new", form).headers["location"].endswith("match-2.fr.md")


@pytest.mark.parametrize("form", [b"title=&language=en", b"title=A&language=xx", b"", b"title=A"])
def test_a_new_statement_needs_a_title_and_a_language(
    browser: Browser, folder: Path, form: bytes
) -> None:
    before = set(folder.iterdir())
    assert browser.ask("new", form).status == 400
    assert set(folder.iterdir()) == before


def test_a_version_in_another_language_begins_as_a_copy(browser: Browser, folder: Path) -> None:
    answer = browser.ask("language", b"file=lights.en.md&language=fr")
    assert answer.headers["location"] == "edit?file=lights.fr.md"
    assert (folder / "lights.fr.md").read_bytes() == (folder / "lights.en.md").read_bytes()
    assert browser.ask("language", b"file=lights.en.md&language=da").status == 400
    assert browser.ask("language", b"file=..%2Fcommunique.yaml&language=da").status == 400


@pytest.mark.parametrize("title", ["", "…", "/", "..", "con", "A/B\\C", "مرحبا", "x" * 300])
def test_every_title_gives_the_name_of_a_file(tmp_path: Path, title: str) -> None:
    assert re.fullmatch(r"[\w-]{1,60}", slug(title))
    assert (tmp_path / Folder(tmp_path).new(title, "en")).is_file()


def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no language"):
        Folder(tmp_path).new("A", "../x")
    assert not list(tmp_path.iterdir())


def test_what_is_wrong_is_said_on_a_page_to_whoever_looks_at_it(browser: Browser) -> None:
    answer = browser.but(accept="text/html").ask("edit", file="no.en.md")
    assert answer.status == 404
    assert "<h1>This cannot be shown</h1>" in answer.text


def test_a_statement_that_is_gone_is_not_shown(browser: Browser, folder: Path) -> None:
    assert browser.ask("edit", file="lights.en.md").status == 200
    (folder / "lights.en.md").unlink()
    assert browser.ask("edit", file="lights.en.md").status == 404


def test_many_windows_are_let_go_of(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_module, "_WINDOWS", 3)
    desk = desk_module.Desk(folder, folder.parent / "out", NoWorkshop())
    every = [ref(desk.window(f"a{number}", "lights.en.md")) for number in range(9)]
    gc.collect()
    assert sum(each() is not None for each in every) == 4


def test_a_file_that_is_no_text_is_not_opened(browser: Browser, folder: Path) -> None:
    (folder / "old.en.md").write_bytes(b"---\ntitle: \xe9\n---\n\nA.\n")
    answer = browser.ask("edit", file="old.en.md")
    assert (answer.status, "save it as UTF-8" in answer.text) == (422, True)


def test_a_file_that_is_too_long_is_not_opened_and_no_text_becomes_so(
    browser: Browser, folder: Path
) -> None:
    (folder / "long.en.md").write_bytes(b"x" * (MAX_BYTES + 1))
    assert browser.ask("edit", file="long.en.md").status == 422
    data = json.dumps({"base": 0, "head": "", "body": "x" * (MAX_BYTES + 1)}).encode()
    before = (folder / "lights.en.md").read_bytes()
    assert browser.ask("text", data, file="lights.en.md", window="a1").status == 413
    assert (folder / "lights.en.md").read_bytes() == before
