"""Draw the pictures of the desk in the docs, or measure how soon a key that is pressed is seen.

    .venv/bin/python tools/desk.py pictures
    .venv/bin/python tools/desk.py latency

Debian's Chromium shows the desk; the packages are those of `make conformance`.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright  # noqa: E402  # it is beside this folder

from tests.word.office import cell, p, row, table, word_file  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

FOUNDING = "copenhagen-quantum-2023.en.md"
_SIZE = {"width": 1280, "height": 720}
_COLOURS = 160
_WAIT = 60.0
#: So many edits are measured, after some that warm it up.
_EDITS, _FIRST = 30, 4
_WATCH = """() => {
    window.waits = [];
    let start = 0;
    text.addEventListener('input', () => { start = performance.now(); }, true);
    new MutationObserver(() => {
        const began = start;
        start = 0;
        if (began) requestAnimationFrame(() => window.waits.push(performance.now() - began));
    }).observe(document.body, { attributes: true, attributeFilter: ['data-proven'] });
    text.focus();
    const end = text.value.indexOf('\\n\\n');
    text.setSelectionRange(end - 1, end - 1);
}"""


@contextmanager
def desk(folder: Path) -> Iterator[str]:
    """Open a desk on a folder; give its address."""
    words = [sys.executable, "-m", "communique", "desk", str(folder), "--no-browser"]
    own = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(  # noqa: S603  # our own interpreter and code
        words, cwd=ROOT, env=own, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr  # noqa: S101  # it was asked for
        match = re.search(r"http\S+/", process.stderr.readline())
        assert match  # noqa: S101  # it says so first
        try:
            yield match[0]
        finally:
            process.terminate()


@contextmanager
def chromium() -> Iterator[Page]:
    """Give a page of Debian's Chromium."""
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser.new_page(viewport=_SIZE)
        browser.close()


def until(page: Page, script: str) -> None:
    """Wait until a script gives something; the policy of the page allows no other way."""
    end = time.monotonic() + _WAIT
    while not page.evaluate(script):
        if time.monotonic() > end:
            raise TimeoutError(script)
        time.sleep(0.02)


def pictures(folder: Path) -> None:
    """Draw what docs/desk.md shows, and the README."""
    shutil.copy(ROOT / "source" / FOUNDING, folder)
    document = folder.parent / "Grey Strait.docx"
    lights = table(
        row("Work", "Norland", "Valdore", head=True),
        row("Two repairs", cell("€2 million", align="right"), cell("€2 million", align="right")),
    )
    word_file(
        document,
        p("PRESS RELEASE")
        + p("Lights for the Grey Strait", style="Titel")
        + p("Norhaven, 12 March 2026")
        + p("Norland and Valdore will renew the nine lights of the Grey Strait by the end of 2028.")
        + p("What will be done", style="berschrift1")
        + p("Each country pays for the lights on its own shore.")
        + lights,
        header=p("Ministry of the Sea"),
    )
    with desk(folder) as address, chromium() as page:
        page.goto(address)
        shot(page, "desk-list")
        page.set_input_files("#word", document)
        page.wait_for_url("**/edit?file=grey-strait.en.md")
        until(page, "document.body.dataset.refused")
        shot(page, "desk-settle")
        page.click("#said .button:has-text('It is settled')")
        until(page, "document.body.dataset.proven !== undefined")
        page.click("#said .button:has-text('Hide')")
        page.click("#tab-front")
        page.click("[data-key=issuers] [data-do=add]")
        page.keyboard.press("Tab")
        page.locator("[data-key=issuers] [data-key=country] input").first.fill("Norland")
        until(page, "document.getElementById('saved').textContent === 'Saved'")
        page.locator("[data-key=issuers]").scroll_into_view_if_needed()
        shot(page, "desk-form")
        page.click("[data-open=taking]")
        page.click("label[for=out-html]")
        page.click("#make")
        until(page, "document.querySelector('#made a')")
        page.evaluate("document.getElementById('taking').scrollTo(0, 10000)")
        shot(page, "desk-take")
        page.goto(f"{address}edit?file={FOUNDING}")
        until(page, "document.body.dataset.proven !== undefined")
        shot(page, "desk")


def shot(page: Page, name: str) -> None:
    """Draw the window into docs/, with as many colours as nobody misses."""
    time.sleep(0.8)  # what moves has come to rest
    with Image.open(io.BytesIO(page.screenshot())) as drawn:
        drawn.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(
            ROOT / f"docs/{name}.png", optimize=True
        )


def latency(folder: Path) -> None:
    """Print how long it takes from a key to the proven page on the screen, in ms."""
    shutil.copy(ROOT / "source" / FOUNDING, folder)
    with desk(folder) as address, chromium() as page:
        page.goto(f"{address}edit?file={FOUNDING}")
        until(page, "document.body.dataset.proven !== undefined")
        page.evaluate(_WATCH)
        for number in range(_FIRST + _EDITS):
            page.keyboard.type("abcdefghij "[number % 11])
            until(page, f"waits.length > {number}")
            time.sleep(0.3)
        waits = sorted(page.evaluate("waits")[_FIRST:])
    middle, slow = statistics.median(waits), waits[int(0.95 * len(waits))]
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
    print(f"{len(waits)} edits: median {middle:.0f} ms, 95 % within {slow:.0f} ms; load {load:.1f}")


if __name__ == "__main__":
    with TemporaryDirectory() as home:
        inside = Path(home) / "statements"
        inside.mkdir()
        {"pictures": pictures, "latency": latency}[sys.argv[1]](inside)
