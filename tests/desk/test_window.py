"""What is typed comes out as proven pages; what is wrong as its line and its remedy."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import Mock

import pytest

from communique.desk.workshop import Made
from communique.model.faults import StatementError
from communique.run import pool
from communique.run.worker import Worker
from tests.desk.asking import Browser
from tests.desk.conftest import LIGHTS, NoWorkshop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

FILE = {"file": "lights.en.md", "window": "a1"}
Event = tuple[str, Any]


async def until(stream: AsyncIterator[Event], name: str, **wanted: Any) -> list[Event]:
    """Return the events up to one of that name that says what is wanted."""
    found: list[Event] = []
    async with asyncio.timeout(20):
        async for event in stream:
            found.append(event)
            if event[0] == name and wanted.items() <= event[1].items():
                return found
    raise AssertionError(found)


async def type_(browser: Browser, text: str, base: int, **more: Any) -> Any:
    data = {"base": base, "head": "", "body": text, **more}
    return await browser.answer("text", json.dumps(data).encode(), **FILE)


def test_a_text_is_shown_as_proven_pages(busy: Browser) -> None:
    async def look() -> tuple[list[Event], bytes]:
        found = await until(busy.events("events", **FILE), "proven")
        name = next(data["picture"] for event, data in found if event == "page")
        return found, (await busy.answer(f"picture/{name}.jpg")).data

    found, picture = asyncio.run(look())
    (page,) = (data for event, data in found if event == "page")
    assert (page["number"], page["pages"], round(page["width"])) == (0, 1, 595)
    assert found[-1][1] == {"revision": 0, "pages": 1, "said": [], "edition": "standard"}
    assert picture.startswith(b"\xff\xd8\xff")


def test_the_newest_text_is_shown_and_only_pages_that_changed(busy: Browser) -> None:
    long = f"{LIGHTS}\n" + "\n".join(f"Paragraph {n} of the text.\n" for n in range(60))

    async def look() -> list[Event]:
        stream = busy.events("events", **FILE)
        await until(stream, "proven")
        for number in range(3):
            assert (await type_(busy, f"{long}{number}.\n", number)).status == 200
        await until(stream, "drawn", revision=3)
        await type_(busy, f"{long}4.\n", 3)
        return await until(stream, "drawn", revision=4)

    found = asyncio.run(look())
    pages = [data["number"] for event, data in found if event == "page" and data["revision"] == 4]
    assert found[-1][1]["revision"] == 4
    assert len(pages) == 1, "the other page looks as before"


def test_what_is_wrong_is_said_with_its_line_and_its_remedy(busy: Browser) -> None:
    wrong = LIGHTS.replace("2026-03-12", "12 March 2026")

    async def look() -> Any:
        stream = busy.events("events", **FILE)
        await until(stream, "proven")
        await type_(busy, wrong, 0)
        return (await until(stream, "refused"))[-1][1]

    (said,) = asyncio.run(look())["said"]
    assert (said["line"], said["key"], said["file"]) == (3, "issued", "")
    remedy = {"label": "Write 2026-03-12", "line": 3, "remove": 1, "insert": ["issued: 2026-03-12"]}
    assert said["remedy"] == remedy


class Killed(Worker):
    """A worker that is killed so many times before it gives an answer."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    def start(self) -> None:
        given: tuple[bool, list[str], int] = (True, [], 0)
        wrong = [BrokenPipeError] if self.times else None
        connection = Mock(**{"send.side_effect": wrong, "recv.return_value": given})
        self.times -= 1
        self._reader = Mock(connection=connection, inherited=0, **{"kill.return_value": -9})


@pytest.mark.parametrize("times", [0, 1, 2])
def test_a_worker_that_was_killed_once_is_no_fault_of_the_text(
    monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    worker = Killed(times)
    monkeypatch.setattr(pool, "do", worker.do)
    workshop = NoWorkshop()
    made = Made(b"", 1, (), (Mock(path=Path("a.en.md")),), "A.")
    with ThreadPoolExecutor(1) as executor:
        workshop._pool = Mock(executor=executor)
        if times < 2:
            assert asyncio.run(workshop.places(made, "standard")) == []
        else:
            with pytest.raises(StatementError, match="the program crashed on it"):
                asyncio.run(workshop.places(made, "standard"))


def test_of_very_many_faults_as_many_are_told_as_anywhere(busy: Browser) -> None:
    async def look() -> Any:
        stream = busy.events("events", **FILE)
        await until(stream, "state")
        await type_(busy, LIGHTS + "\n##A\n" * 60, 0)
        return (await until(stream, "refused"))[-1][1]

    said = asyncio.run(look())["said"]
    assert (len(said), said[-1]["wrong"]) == (51, "and 10 more")


def test_another_edition_is_shown(busy: Browser) -> None:
    async def look() -> tuple[list[int], Any]:
        stream = busy.events("events", **FILE)
        widths = []
        for edition, other in (("standard", ""), ("a5", ""), ("parallel", "da")):
            data = json.dumps({"edition": edition, "other": other, "page": 0}).encode()
            assert (await busy.answer("view", data, **FILE)).status == 204
            found = await until(stream, "proven", edition=edition)
            widths += [round(data["width"]) for event, data in found if event == "page"]
        return widths, found[-1][1]["said"][0]

    widths, said = asyncio.run(look())
    assert widths == [595, 420, 595]
    assert (said["line"], said["key"], said["file"]) == (9, "languages", "")
    assert said["wrong"] == "the same words as in lights.da.md:9"
    assert said["instead"] == "translate it"


def test_words_of_the_page_lead_to_the_text_and_back(busy: Browser) -> None:
    async def look() -> Any:
        await until(busy.events("events", **FILE), "proven")
        return (await busy.answer("places", **FILE)).json

    found = asyncio.run(look())
    assert found["revision"] == 0
    words = {LIGHTS[start:end]: box for *box, start, end in found["words"] if end > start}
    assert {"Norland", "renew", "nine", "lights.", "tenth.", "Grey", "Strait"} <= words.keys()
    page, left, top, right, bottom = words["tenth."]
    assert page == 0
    assert 0 < left < right < 595
    assert 0 < bottom < top < 842
    assert words["renew"][1] > words["will"][1], "words of a line stand in their order"


def test_a_text_that_was_typed_on_an_older_one_is_asked_about(browser: Browser) -> None:
    async def do() -> list[int]:
        first = await type_(browser, "one", 0)
        late = await type_(browser, "two", 0)
        return [first.status, late.status]

    assert asyncio.run(do()) == [200, 409]


def test_two_windows_with_one_statement_know_of_one_another(busy: Browser) -> None:
    async def look() -> Any:
        one = busy.events("events", file="lights.en.md", window="one")
        await until(one, "state", others=0)
        other = busy.events("events", file="lights.en.md", window="two")
        await until(other, "state", others=1)
        found = await until(one, "state", others=1)
        data = json.dumps({"base": 0, "head": "", "body": "x"}).encode()
        await busy.answer("text", data, file="lights.en.md", window="two")
        await until(one, "state", elsewhere=True)
        return found[-1][1]

    assert asyncio.run(look())["elsewhere"] is False


def test_a_change_of_another_program_is_told(busy: Browser, folder: Path) -> None:
    async def look() -> Any:
        stream = busy.events("events", **FILE)
        await until(stream, "proven")
        (folder / "lights.en.md").write_text(LIGHTS.replace("nine", "ten"))
        await until(stream, "state", outside=True)
        refused = await type_(busy, "mine", 0)
        keep = json.dumps({"head": "", "body": "mine", "keep": False}).encode()
        return refused, (await busy.answer("settle", keep, **FILE)).json

    refused, settled = asyncio.run(look())
    assert (refused.status, refused.text) == (409, "outside")
    assert settled["head"] + settled["body"] == LIGHTS.replace("nine", "ten")


def test_a_file_that_was_deleted_is_told_and_is_not_emptied(busy: Browser, folder: Path) -> None:
    async def look() -> Any:
        stream = busy.events("events", **FILE)
        await until(stream, "state")
        (folder / "lights.en.md").unlink()
        await until(stream, "state", outside=True, gone=True)
        refused = await type_(busy, "mine", 0)
        leave = json.dumps({"head": "", "body": "mine", "keep": False}).encode()
        return refused, (await busy.answer("settle", leave, **FILE)).json

    refused, settled = asyncio.run(look())
    assert (refused.status, refused.text, settled) == (409, "gone", {"gone": True})
    assert not (folder / "lights.en.md").exists()
    assert busy.ask("edit", file="lights.en.md").status == 404


def test_the_form_changes_the_lines_above_the_text(browser: Browser, folder: Path) -> None:
    async def do() -> Any:
        fields = {"place": "Norhaven", "issuers": [{"country": "Valdore"}]}
        answer = await type_(browser, "Words.\n", 0, head="---\ntitle: A\n---\n\n", fields=fields)
        async with asyncio.timeout(20):
            while (folder / "lights.en.md").read_text() == LIGHTS:
                await asyncio.sleep(0.01)
        return answer.json

    found = asyncio.run(do())
    head = "---\ntitle: A\nplace: Norhaven\nissuers:\n  - country: Valdore\n---\n\n"
    assert found == {"revision": 1, "head": head}
    assert (folder / "lights.en.md").read_text() == f"{head}Words.\n"


def test_a_whole_text_is_parted_for_the_window(browser: Browser) -> None:
    found = browser.ask("form", json.dumps({"text": LIGHTS}).encode()).json
    assert found["head"] + found["body"] == LIGHTS
    assert 'value="Lights for the Grey Strait"' in found["html"]
    broken = browser.ask("form", json.dumps({"text": "---\na: 'b\n---\n"}).encode()).json
    assert "there is no form for them" in broken["html"]


def test_half_a_character_is_no_reason_to_fail(browser: Browser) -> None:
    data = b'{"base": 0, "head": "", "body": "a\\ud800b"}'
    assert browser.ask("text", data, **FILE).status == 200


@pytest.mark.parametrize("name", ["lights.en.md", "example.en.md"])
def test_the_page_of_a_statement_has_its_text_and_its_form(browser: Browser, name: str) -> None:
    page = browser.ask("edit", file=name).text
    assert page.count("<h1") == 1
    assert 'id="text"' in page
    assert 'data-key="title"' in page
    assert "Take away" in page
