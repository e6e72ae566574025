"""A Word file, a picture and a table are brought in; files, proven, are taken away."""

from __future__ import annotations

import asyncio
import io
import json
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from communique.command import cli
from communique.desk import making
from communique.outputs import OUTPUTS
from communique.publish import atomic
from communique.store import places
from tests.desk.asking import Browser
from tests.word.files import FILES

if TYPE_CHECKING:
    from pathlib import Path

FILE = {"file": "lights.en.md", "window": "a1"}


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[list[str]]:
    """Run the command in this process, which is faster; return what was run."""
    ran: list[list[str]] = []

    async def command(verb: str, *words: str) -> tuple[int, list[dict[str, Any]], list[str]]:
        ran.append([verb, *words])
        monkeypatch.chdir(places.project())
        capsys.readouterr()
        status = cli.main([verb, "--format", "json", *words])
        said = capsys.readouterr()
        return status, [json.loads(line) for line in said.out.splitlines()], said.err.splitlines()

    monkeypatch.setattr(making, "command", command)
    return ran


def word(browser: Browser, path: Path, kind: str, **asks: str) -> Any:
    FILES[kind](path)
    return browser.ask("word", path.read_bytes(), name=path.name, **asks)


def test_a_word_file_becomes_a_statement(browser: Browser, folder: Path, tmp_path: Path) -> None:
    answer = word(browser, tmp_path / "Press Release (final).docx", "press-release")
    assert answer.status == 200
    assert answer.json["name"] == "press-release-final.en.md"
    assert (folder / "press-release-final.en.md").is_file()
    told = answer.json["told"]
    assert any("title was found" in line for line in told)
    assert not [line for line in told if "/" in line], "no folder of ours is named"
    again = word(browser, tmp_path / "Press Release (final).docx", "press-release")
    assert again.json["name"] == "press-release-final-2.en.md"


def test_open_changes_are_refused_until_it_is_said_what_becomes_of_them(
    browser: Browser, folder: Path, tmp_path: Path
) -> None:
    refused = word(browser, tmp_path / "a.docx", "tracked")
    assert refused.status == 422
    assert (refused.json["changes"], len(refused.json["told"])) == (5, 5)
    first = "Paragraph 2: Ada Holm deleted on 2026-03-01, still open: six"
    assert refused.json["told"][0] == first
    assert "--" not in "".join(refused.json["told"])
    assert not list(folder.glob("a.*"))
    accepted = word(browser, tmp_path / "a.docx", "tracked", changes="accept", language="en")
    assert accepted.json["name"] == "a.en.md"


@pytest.mark.parametrize("name", ["a.doc", "a.pdf", "a", "", "../../a.exe"])
def test_what_is_no_word_file_is_refused(browser: Browser, name: str) -> None:
    answer = browser.ask("word", b"x", name=name)
    assert (answer.status, "ave it as" in answer.text) == (415, True)
    damaged = browser.ask("word", b"x", name="a.docx")
    instead = "open it in Word and save it as .docx"
    told = [f"it is no Word file, or a damaged one; {instead}"]
    assert (damaged.status, damaged.json) == (422, {"name": "", "told": told, "changes": 0})


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.doc", "of an old kind"), ("A.RTF", "Rich Text"), ("a.odt", "OpenDocument")],
)
def test_what_another_file_is_and_what_to_do_with_it_is_said(
    browser: Browser, name: str, kind: str
) -> None:
    said = browser.ask("word", b"x", name=name).text
    assert kind in said
    assert "save it as .docx" in said


def test_a_word_file_gets_a_name_that_no_picture_has(
    browser: Browser, folder: Path, tmp_path: Path
) -> None:
    (folder / "a-1.png").write_bytes(b"a picture of somebody")
    (folder / "a-2024.en.md").write_text("A.\n")
    answer = word(browser, tmp_path / "a.docx", "pictures")
    assert (answer.status, answer.json["name"]) == (200, "a-2.en.md")
    assert (folder / "a-1.png").read_bytes() == b"a picture of somebody"


def test_a_language_that_there_is_not_reaches_no_command(
    browser: Browser, here: list[list[str]]
) -> None:
    for tag in ("--force", "e\0n", "zz"):
        assert browser.ask("word", b"x", name="a\0b.docx", language=tag).status == 400
        data = {"names": ["lights.en.md"], "editions": ["parallel"], "outputs": ["pdf"]}
        wanted = json.dumps({**data, "languages": ["en", tag]}).encode()
        assert browser.ask("make", wanted, **FILE).status == 200
    assert not [word for words in here for word in words if "languages" in word]
    assert browser.ask("word", b"x", name="a\0b.docx").status == 422


@pytest.mark.parametrize(
    ("path", "asks"),
    [
        ("new", {}),
        ("language", {}),
        ("image", {"name": "a.png", "description": "A chart", **FILE}),
        ("word", {"name": "a.docx"}),
    ],
)
def test_a_folder_in_which_nothing_can_be_written_is_told(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, path: str, asks: dict[str, str]
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic, "write", full)
    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    answer = browser.ask(path, b"title=A&file=lights.en.md&language=fr", **asks)
    assert answer.status == 409
    assert "cannot be read or written: No space left on device. Look" in answer.text


@pytest.mark.parametrize("depth", [10, 500, 3_000, 200_000])
@pytest.mark.parametrize("each", ["[]", "{}"])
def test_what_is_nested_very_deep_is_refused(browser: Browser, depth: int, each: str) -> None:
    opened = "[" if each == "[]" else '{"a":'
    inner = opened * depth + "1" + each[1] * depth
    assert browser.ask("text", b'{"fields": %b}' % inner.encode(), **FILE).status == (
        409 if depth < 20 else 400
    )


def test_a_picture_needs_a_description_and_a_known_kind(browser: Browser, folder: Path) -> None:
    before = set(folder.iterdir())
    assert browser.ask("image", b"x", name="a.png", description=" ", **FILE).status == 400
    assert browser.ask("image", b"x", name="a.gif", description="a", **FILE).status == 415
    assert set(folder.iterdir()) == before


def test_a_description_of_a_picture_keeps_its_no_break_spaces(browser: Browser) -> None:
    asks = {"name": "a.png", "description": " 5\u00a0% \n of [all]", **FILE}
    assert browser.ask("image", b"x", **asks).json == {"text": "![5\u00a0% of \\[all\\]](a.png)"}


def test_a_pasted_table_comes_back_as_one_of_the_text(browser: Browser) -> None:
    answer = browser.ask("table", b"H\tI\na\t1\n", **FILE)
    assert answer.json == {"text": "| H | I |\n| --- | --: |\n| a | 1 |\n"}


def wish(browser: Browser, **more: Any) -> Any:
    wanted = {"names": ["lights.en.md"], "editions": ["standard"], "outputs": ["pdf"], **more}
    return browser.ask("make", json.dumps(wanted).encode(), **FILE)


@pytest.mark.usefixtures("warm")
def test_files_are_made_proven_and_taken_away(browser: Browser, folder: Path) -> None:
    found = wish(browser, outputs=["pdf", "html", "text"]).json
    names = [each["name"] for each in found["files"]]
    assert sorted(names) == ["lights.en.html", "lights.en.pdf", "lights.en.txt"]
    assert found["sentence"].startswith("3 files are ready, each read back and proven")
    pdf = browser.ask("made/lights.en.pdf")
    assert pdf.headers["content-disposition"] == "attachment; filename*=UTF-8''lights.en.pdf"
    assert pdf.data == (folder.parent / "out/lights.en.pdf").read_bytes()
    path, _, query = found["zip"].partition("?")
    zipped = browser.ask(path, name=query.split("&")[0].removeprefix("name="))
    with zipfile.ZipFile(io.BytesIO(zipped.data)) as file:
        assert file.namelist() == names[:1]


def test_every_kind_of_file_is_called_as_people_call_it(browser: Browser) -> None:
    page = browser.ask("edit", file="lights.en.md").text
    found = re.findall(r'<label for="out-([^"]+)">([^<]+) <', page)
    called = {"pdf": "PDF", "text": "Plain text", "html": "Web page", "eml": "E-mail"}
    assert dict(found) == {**called, "mail-text": "Text of an e-mail"}
    assert dict(found).keys() == OUTPUTS.keys()


@pytest.mark.parametrize(
    ("size", "said"), [(999, "999 bytes"), (1_499, "1 kB"), (2_560_000, "2.6 MB")]
)
def test_no_file_has_nothing_in_it(
    browser: Browser, folder: Path, monkeypatch: pytest.MonkeyPatch, size: int, said: str
) -> None:
    async def made(*_: str) -> tuple[int, list[dict[str, Any]], list[str]]:
        (folder / "lights.txt").write_bytes(b"x" * size)
        return 0, [{"event": "made", "file": str(folder / "lights.txt")}], []

    monkeypatch.setattr(making, "command", made)
    assert wish(browser).json["files"][0]["size"] == said


@pytest.mark.usefixtures("warm")
def test_files_of_one_name_in_two_folders_are_told_apart(browser: Browser, folder: Path) -> None:
    (folder / "march").mkdir()
    text = (folder / "lights.en.md").read_text("utf-8")
    (folder / "march/lights.en.md").write_text(text.replace("nine", "ten"), "utf-8")
    found = wish(browser, names=["lights.en.md", "march/lights.en.md"], outputs=["text"]).json
    assert {each["name"] for each in found["files"]} == {"lights.en.txt", "march/lights.en.txt"}
    assert b"ten lights" in browser.ask("made/march/lights.en.txt").data
    assert b"nine lights" in browser.ask("made/lights.en.txt").data


@pytest.mark.usefixtures("warm")
def test_what_is_refused_is_said_and_nothing_is_taken_away(browser: Browser, folder: Path) -> None:
    (folder / "lights.en.md").write_text("---\ntitel: A\n---\n\nA.\n")
    found = wish(browser).json
    assert found["files"] == []
    assert found["sentence"] == "Nothing was made: what cannot be proven is not delivered."
    assert "there is no such key" in found["refused"][0]


@pytest.mark.parametrize(
    "more", [{"names": ["../a"]}, {"editions": ["x"]}, {"outputs": []}, {"names": "lights.en.md"}]
)
def test_a_wish_that_makes_nothing_is_refused(
    browser: Browser, here: list[list[str]], more: dict[str, Any]
) -> None:
    assert wish(browser, **more).status == 400
    assert here == []


def test_no_file_that_was_not_made_here_is_handed_out(browser: Browser, folder: Path) -> None:
    (folder.parent / "out").mkdir()
    (folder.parent / "out/other.en.pdf").write_bytes(b"secret")
    for name in ("other.en.pdf", "..%2fcommunique.yaml", "lights.en.md"):
        assert browser.ask(f"made/{name}").status == 404
        assert b"secret" not in browser.ask("zip", name=name).data


def test_an_earlier_version_is_compared_and_brought_back(browser: Browser, folder: Path) -> None:
    async def do() -> tuple[str, str, Any]:
        text = (folder / "lights.en.md").read_text().replace("nine", "ten")
        data = json.dumps({"base": 0, "head": "", "body": text}).encode()
        await browser.answer("text", data, **FILE)
        async with asyncio.timeout(20):
            while (folder / "lights.en.md").read_text() != text:
                await asyncio.sleep(0.01)
        listed = (await browser.answer("earlier", **FILE)).text
        name = listed.split('data-compare="')[1].split('"')[0]
        compared = (await browser.answer("earlier", version=name, **FILE)).text
        back = json.dumps({"version": name}).encode()
        return listed, compared, (await browser.answer("back", back, **FILE)).json

    listed, compared, found = asyncio.run(do())
    assert "before it was changed here" in listed
    assert "<del>nine</del><ins>ten</ins>" in compared
    assert "nine lights" in found["body"]
    assert browser.ask("earlier", version="../../a", **FILE).status == 404
    assert browser.ask("back", b'{"version": "x"}', **FILE).status == 404


def test_the_command_is_run_as_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    status, events, said = asyncio.run(making.command("check", "nowhere.en.md"))
    assert (status, said) == (2, [])
    assert "there is no file or folder nowhere.en.md" in events[0]["message"]
