"""The desk in a real browser: from a Word file to the PDF, by keyboard, for everybody."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from tests.samples import ROOT
from tests.word.files import PNG
from tests.word.office import p, word_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.conformance, pytest.mark.enable_socket]

FOUNDING = "copenhagen-quantum-2023.en.md"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_WAIT = 60.0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("desk")
    (project / "communique.yaml").touch()
    (project / "source").mkdir()
    for path in (ROOT / "source").glob("*.md"):
        shutil.copy(path, project / "source")
    shutil.copy(ROOT / "tests/cases/table.sv.md", project / "source")
    return project


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Return the address of a desk that is open."""
    words = [sys.executable, "-m", "communique", "desk", str(folder), "--no-browser"]
    with subprocess.Popen(  # noqa: S603  # our own interpreter and code
        words,
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stderr
        match = re.search(r"http\S+/", process.stderr.readline())
        assert match
        yield match[0]
        process.terminate()
        assert process.wait(_WAIT) == 0


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page; what it logs as an error, or asks of another host, fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, accept_downloads=True)
    opened = context.new_page()
    wrong: list[str] = []
    asked: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    opened.on("request", lambda request: asked.append(request.url))
    yield opened
    context.close()
    assert [url for url in asked if not url.startswith("http://127.0.0.1:")] == []
    assert [each for each in wrong if "409" not in each and "422" not in each] == []


def until(page: Page, script: str) -> Any:
    """Wait until a script gives something: the policy of the page allows no other way."""
    end = time.monotonic() + _WAIT
    while not (found := page.evaluate(script)):
        assert time.monotonic() < end, (script, page.inner_text("body"))
        time.sleep(0.02)
    return found


def proven(page: Page, revision: str = "null") -> None:
    """Wait until the pages of the newest text are proven and shown."""
    until(page, "document.body.dataset.proven !== undefined")
    if revision != "null":
        until(page, f"Number(document.body.dataset.proven) >= {revision}")


def opened(page: Page, address: str, name: str = FOUNDING) -> None:
    page.goto(f"{address}edit?file={name}")
    proven(page)


def dropped(page: Page, name: str, data: bytes) -> None:
    """Drop a file into the window, as a person does with the mouse."""
    page.evaluate(
        """([name, bytes]) => {
            const carried = new DataTransfer();
            carried.items.add(new File([new Uint8Array(bytes)], name));
            for (const kind of ['dragenter', 'dragover', 'drop'])
                document.body.dispatchEvent(new DragEvent(kind,
                    { dataTransfer: carried, bubbles: true, cancelable: true }));
        }""",
        [name, list(data)],
    )


def test_a_word_file_is_dropped_mended_and_taken_away_as_a_pdf(
    page: Page, address: str, folder: Path, tmp_path: Path
) -> None:
    body = p("Lights for the Strait", style="Titel") + p("Nine lights will be renewed.")
    path = word_file(tmp_path / "press.docx", body, header=p("Ministry of the Sea"))
    page.goto(address)
    dropped(page, path.name, path.read_bytes())
    page.wait_for_url("**/edit?file=press.en.md")
    page.get_by_text("the header is not in the text: Ministry of the Sea").wait_for()
    page.get_by_role("button", name="It is settled").click()
    proven(page)
    page.get_by_role("button", name="Take away").click()
    page.get_by_role("button", name="Make and prove").click()
    page.get_by_text("1 file is ready, read back and proven").wait_for()
    with page.expect_download() as got:
        page.get_by_role("link", name="press.en.pdf").click()
    got.value.save_as(tmp_path / "press.pdf")
    assert (tmp_path / "press.pdf").read_bytes() == (folder / "out/press.en.pdf").read_bytes()
    said = " ".join(PdfReader(tmp_path / "press.pdf").pages[0].extract_text().split())
    assert "Lights for the Strait Nine lights will be renewed." in said


def test_what_is_typed_is_seen_and_saved_and_undone(page: Page, address: str, folder: Path) -> None:
    opened(page, address)
    before = (folder / "source" / FOUNDING).read_text("utf-8")
    page.click("#text")
    page.keyboard.press("Control+End")
    page.keyboard.type("\n\nWe will meet again.")
    until(page, "document.getElementById('saved').textContent === 'Saved'")
    assert (folder / "source" / FOUNDING).read_text("utf-8").endswith("\n\nWe will meet again.")
    page.get_by_role("button", name="Earlier").click()
    page.get_by_role("button", name=re.compile("Compare")).last.click()
    page.get_by_role("button", name="Bring this version back").click()
    until(page, "!document.getElementById('earlier').open")
    until(page, "document.getElementById('saved').textContent === 'Saved'")
    assert (folder / "source" / FOUNDING).read_text("utf-8") == before
    assert not page.input_value("#text").endswith("again.")


def test_the_form_and_the_text_are_in_step(page: Page, address: str, folder: Path) -> None:
    opened(page, address)
    page.get_by_role("tab", name="Title, date, parties").click()
    page.fill("#field-place", "Copenhagen: Tivoli")
    page.locator('[data-key="issuers"] [data-do="down"]').first.click()
    until(page, "document.getElementById('saved').textContent === 'Saved'")
    text = (folder / "source" / FOUNDING).read_text("utf-8")
    assert "\nplace: 'Copenhagen: Tivoli'\n" in text
    assert text.index("Mette Frederiksen\n") < text.index("Jens Stoltenberg\n")
    page.fill("#field-place", "")
    page.locator('[data-key="issuers"] [data-do="up"]').nth(1).click()
    until(page, "document.getElementById('saved').textContent === 'Saved'")


def test_the_lines_above_the_text_are_shown_and_mended_with_one_click(
    page: Page, address: str, folder: Path
) -> None:
    opened(page, address)
    page.get_by_role("tab", name="Title, date, parties").click()
    page.get_by_role("button", name="Show these as the lines").click()
    until(page, "text.value.startsWith('---\\ntitle: Joint statement\\n')")
    page.evaluate("text.setSelectionRange(4, 4)")
    page.keyboard.type("plaec: Norhaven\n")
    page.get_by_role("button", name="Write place").click()
    until(page, "document.getElementById('saved').textContent === 'Saved'")
    assert "---\nplace: Norhaven\ntitle" in (folder / "source" / FOUNDING).read_text("utf-8")
    page.keyboard.press("Control+z")
    until(page, "text.value.includes('plaec')")
    page.get_by_role("button", name="Write place").click()
    page.get_by_role("button", name="Show the form").click()
    page.fill("#field-place", "")
    until(page, "document.getElementById('saved').textContent === 'Saved'")
    assert "Norhaven" not in (folder / "source" / FOUNDING).read_text("utf-8")


def test_a_word_of_the_page_leads_to_the_text_and_back(page: Page, address: str) -> None:
    opened(page, address)
    box = page.locator(".sheet img").first.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * 0.42, box["y"] + box["width"] * 0.52)
    until(page, "document.activeElement.id === 'text' && getSelection().toString()")
    chosen = page.evaluate("text.value.slice(text.selectionStart, text.selectionEnd)")
    assert re.fullmatch(r"\S+", chosen)
    assert page.locator(".mark:visible").count() == 1
    page.keyboard.press("Control+End")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    height = "[...document.querySelectorAll('.mark')].find((each) => !each.hidden).style.top"
    until(page, f"parseFloat({height}) > 80")


def test_a_picture_asks_for_its_description_and_cells_become_a_table(
    page: Page, address: str, folder: Path
) -> None:
    page.goto(address)
    page.fill("#new-title", "A picture and a table")
    page.get_by_role("button", name="Begin a statement").click()
    page.wait_for_url("**/edit?file=a-picture-and-a-table.en.md")
    page.fill("#text", "Words stand before it.")
    dropped(page, "map.png", PNG)
    page.fill("#description", "A map of the strait")
    page.get_by_role("button", name="Put it into the text").click()
    until(page, "text.value.includes('![A map of the strait](map.png)')")
    page.evaluate(
        """() => {
            const carried = new DataTransfer();
            carried.setData('text/plain', 'Country\\tLights\\nNorland\\t9\\n');
            text.focus();
            text.dispatchEvent(new ClipboardEvent('paste',
                { clipboardData: carried, bubbles: true, cancelable: true }));
        }"""
    )
    until(page, "text.value.includes('| Norland | 9 |')")
    until(page, "document.getElementById('saved').textContent === 'Saved'")
    written = (folder / "source/a-picture-and-a-table.en.md").read_text("utf-8")
    assert "\n\n| Country | Lights |\n| --- | --: |\n| Norland | 9 |\n" in written


def test_a_change_from_outside_is_asked_about(page: Page, address: str, folder: Path) -> None:
    path = folder / "source/table.sv.md"
    before = path.read_text("utf-8")
    opened(page, address, path.name)
    path.write_text(before.replace("title: ", "title: Ny "), "utf-8")
    page.get_by_role("heading", name="Which text shall stay?").wait_for()
    page.get_by_role("button", name="The text of the file").click()
    until(page, "document.getElementById('head')")
    until(page, "!document.getElementById('asking').open")
    page.get_by_role("tab", name="Title, date, parties").click()
    assert page.input_value("#form [data-key=title] input").startswith("Ny ")
    assert path.read_text("utf-8").count("title: Ny ") == 1


def test_two_windows_are_told_of_one_another(page: Page, address: str, browser: Browser) -> None:
    opened(page, address)
    with browser.new_context() as context:
        other = context.new_page()
        other.goto(f"{address}edit?file={FOUNDING}")
        page.get_by_text("This statement is open in another window, too.").wait_for()
    until(page, "document.getElementById('banner').hidden")


@pytest.mark.parametrize(
    ("size", "scheme"),
    [((1280, 720), "light"), ((1280, 720), "dark"), ((820, 1180), "light"), ((400, 800), "dark")],
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Browser, address: str, size: tuple[int, int], scheme: Any
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  # as above

    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme
    )
    shown = context.new_page()

    def look(where: str) -> None:
        found = Axe().run(shown, options={"runOnly": _RULES}).response["violations"]
        said = [(each["id"], each["nodes"][0]["html"]) for each in found]
        assert (where, said) == (where, [])
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert (where, shown.evaluate(wide)) == (where, 0)

    shown.goto(address)
    look("list")
    opened(shown, address)
    look("text")
    shown.get_by_role("tab", name="Title, date, parties").click()
    shown.locator("details.more > summary").click()
    look("form")
    for name in ("Take away", "Earlier", "Add a language"):
        shown.get_by_role("button", name=name, exact=True).click()
        time.sleep(0.3)
        look(name)
        shown.keyboard.press("Escape")
    shown.fill("#form [data-key=title] input", "")
    until(shown, "document.body.dataset.refused")
    look("refused")
    shown.fill("#form [data-key=title] input", "Joint statement")
    until(shown, "document.getElementById('saved').textContent === 'Saved'")
    context.close()


def test_a_statement_is_begun_written_and_made_by_keyboard_alone(
    page: Page, address: str, folder: Path
) -> None:
    page.goto(address)

    def to(what: str) -> None:
        """Go on with Tab until that has the focus."""
        for _ in range(80):
            if page.evaluate(f"document.activeElement.matches({what!r})"):
                return
            page.keyboard.press("Tab")
        raise AssertionError(what, page.evaluate("document.activeElement.outerHTML"))

    to("#new-title")
    page.keyboard.type("By keyboard")
    page.keyboard.press("Enter")
    page.wait_for_url("**/edit?file=by-keyboard.en.md")
    to("#tab-body")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "tab-front"
    to("[data-key=place] input")
    page.keyboard.type("Norhaven")
    page.evaluate("document.getElementById('tab-front').focus()")
    page.keyboard.press("ArrowLeft")
    to("#text")
    page.keyboard.press("Control+A")
    page.keyboard.type("Norland will renew its lights.")
    until(page, "document.getElementById('saved').textContent === 'Saved'")
    page.keyboard.press("Shift+Tab")
    for _ in range(30):
        if page.evaluate("document.activeElement.dataset.open") == "taking":
            break
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    to("#make")
    page.keyboard.press("Enter")
    page.get_by_text("1 file is ready").wait_for()
    to("#made a")
    with page.expect_download() as got:
        page.keyboard.press("Enter")
    assert got.value.suggested_filename == "by-keyboard.en.pdf"
    written = (folder / "source/by-keyboard.en.md").read_text("utf-8")
    assert (
        written == "---\ntitle: By keyboard\nplace: Norhaven\n---\n\nNorland will renew its lights."
    )
