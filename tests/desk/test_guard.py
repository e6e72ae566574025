"""Only the person at this machine is answered, and nothing outside of the folder is reached."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from communique.desk import guard, rendering
from communique.desk.answers import asked, bringing
from tests.desk.asking import Browser

if TYPE_CHECKING:
    from pathlib import Path

FILE = {"file": "lights.en.md", "window": "a1"}


def test_the_address_with_the_token_shows_the_statements(browser: Browser) -> None:
    answer = browser.ask("")
    assert answer.status == 200
    assert "Lights for the Grey Strait" in answer.text


@pytest.mark.parametrize("token", ["", "another", "a-toke", "a-token2", "A-TOKEN"])
def test_no_other_token_is_answered(browser: Browser, token: str) -> None:
    for path in ("", "edit", "static/desk.css", "events"):
        assert browser.but(token).ask(path, file="lights.en.md").status == 403


def test_a_token_cannot_be_guessed() -> None:
    assert len({guard.new_token() for _ in range(100)}) == 100
    assert len(guard.new_token()) >= 32


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "localhost:8000", "127.0.0.1:80", "", "127.0.0.1:8000.a"]
)
def test_another_name_that_leads_to_this_machine_is_not_answered(
    browser: Browser, host: str
) -> None:
    assert browser.but(host=host).ask("").status == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "https://127.0.0.1:8000"])
def test_no_page_of_another_site_sends_anything(browser: Browser, origin: str) -> None:
    data = b'{"base": 0, "head": "", "body": "gone"}'
    assert browser.but(origin=origin).ask("text", data, **FILE).status == 403


def test_no_page_of_another_site_asks_for_anything(browser: Browser) -> None:
    for headers in ({"origin": "http://evil.example"}, {"sec_fetch_site": "cross-site"}):
        assert browser.but(**headers).ask("static/desk.js").status == 403
    assert browser.but(sec_fetch_site="same-origin").ask("static/desk.js").status == 200


@pytest.mark.parametrize(
    "name",
    [
        "../communique.yaml",
        "/etc/passwd",
        "..%2f..%2fa.en.md",
        ".desk/a.en.md",
        "no.en.md",
        "",
        ".",
    ],
)
def test_nothing_outside_of_the_folder_is_opened(browser: Browser, folder: Path, name: str) -> None:
    (folder.parent / "a.en.md").write_text("---\ntitle: A\n---\n\nA.\n")
    asks = {"file": name, "window": "a1"}
    assert browser.ask("edit", **asks).status == 404
    assert browser.ask("text", b'{"base": 0, "body": "x"}', **asks).status == 404
    assert browser.ask("image", b"x", name="a.png", description="a", **asks).status == 404
    assert browser.ask(f"static/{name}").status in (404, 403)


def test_a_link_that_leads_out_of_the_folder_is_no_statement(
    browser: Browser, folder: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "secret.en.md"
    outside.write_text("---\ntitle: Secret\n---\n\nA.\n")
    (folder / "linked.en.md").symlink_to(outside)
    assert "Secret" not in browser.ask("").text
    assert browser.ask("edit", file="linked.en.md").status == 404


def test_a_picture_has_its_own_name_beside_its_statement(browser: Browser, folder: Path) -> None:
    asks = {"name": "../../x/Sea Map.png", "description": "the [sea]", **FILE}
    answer = browser.ask("image", b"bytes", **asks)
    assert answer.json == {"text": "![the \\[sea\\]](sea-map.png)"}
    assert browser.ask("image", b"others", **asks).json["text"].endswith("(sea-map-2.png)")
    assert (folder / "sea-map.png").read_bytes() == b"bytes"


def test_what_is_too_large_is_refused(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "_MOST", 10**6)
    monkeypatch.setattr(asked, "_MOST_FORM", 10**6)
    for name in ("_MOST_WORD", "_MOST_PICTURE", "_MOST_TABLE"):
        monkeypatch.setattr(bringing, name, 10**6)
    large = b" " * (10**6 + 1)
    more = {"name": "a.docx", "description": "a", **FILE}
    assert browser.ask("image", large, **{**more, "name": "a.png"}).status == 413
    for path in ("text", "view", "settle", "form", "make", "word", "table", "new", "language"):
        assert browser.ask(path, large, **more).status == 413, path


@pytest.mark.parametrize(("most", "said"), [(20_000, "20 kB"), (60_000_000, "60 MB")])
def test_how_large_a_request_may_be_is_said(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, most: int, said: str
) -> None:
    monkeypatch.setattr(asked, "_MOST_FORM", most)
    answer = browser.ask("new", b" " * (most + 1))
    assert answer.text == f"This is larger than {said}."


def test_no_inline_script_and_no_foreign_host_is_allowed(browser: Browser) -> None:
    for path in ("", "edit", "static/desk.js", "none"):
        headers = browser.ask(path, file="lights.en.md").headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert not re.search(r"unsafe|data:|blob:|https?:|\*", policy)
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize("path", sorted(rendering.HOME.glob("*")), ids=lambda path: path.name)
def test_no_page_of_the_desk_needs_what_the_policy_forbids(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"\son\w+\s*=\s*[\"']|\sstyle\s*=|<style|<script(?! src=\"static/)", text)
    assert not re.search(
        r"https?://(?!www\.w3\.org/2000/svg)|//cdn|@import|eval\(|new Function", text
    )


def test_a_window_has_a_harmless_name(browser: Browser) -> None:
    for name in ("", "a b", "../x", "a" * 65):
        answer = browser.ask("text", b"{}", file="lights.en.md", window=name)
        assert answer.status == 400


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff", b"null"])
def test_what_is_no_object_is_refused(browser: Browser, data: bytes) -> None:
    assert browser.ask("text", data, **FILE).status == 400
