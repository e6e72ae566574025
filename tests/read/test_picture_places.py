"""Pictures lie beside the statement, and are pictures."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from communique.read import picture_files
from communique.read.source import read
from tests.samples import png, with_body

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Refusal, Write


# Pictures

OUTSIDE = "lies outside the statement's folder; put the picture beside the statement"


def test_a_picture_beside_the_statement_is_read(statement: Write, tmp_path: Path) -> None:
    path = statement(with_body("![A](a%20b.png)\n\n![B](sub/c.png) in a line."))
    (tmp_path / "a b.png").write_bytes(png())
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/c.png").write_bytes(png(2))
    images = read(path).images
    assert {name: image.data for name, image in images.items()} == {
        "a%20b.png": png(),
        "sub/c.png": png(2),
    }
    assert {image.media_type for image in images.values()} == {"image/png"}


@pytest.mark.parametrize(
    "target",
    [
        "../a.png",
        "sub/../../a.png",
        "/etc/hostname",
        "https://example.org/a.png",
        "//example.org/a.png",
        "ftp://example.org/a.png",
        "data:image/png;base64,AAAA",
        r"C:\pics\a.png",
        "C:/pics/a.png",
        "~/a.png",
        "~ada/a.png",
    ],
)
def test_a_picture_outside_the_folder_is_refused(refusal: Refusal, target: str) -> None:
    assert refusal(with_body(f"One.\n\n![A]({target})")) == [f"7: image: {target} {OUTSIDE}"]


def test_a_folder_outside_is_outside_before_it_is_a_folder(refusal: Refusal) -> None:
    assert refusal(with_body("![A](../)")) == [f"5: image: ../ {OUTSIDE}"]


def test_what_leads_away_from_the_text_of_a_picture_is_refused(
    refusal: Refusal, tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(png())
    wrong = "image: what a.png shows is said with a link, a note or another language in it; "
    instead = "put it into the text beside the picture"
    linked = "![One [two](https://example.org) *three*](a.png)"
    noted = "![One[^a]](a.png)\n\nTwo[^a].\n\n[^a]: Three."
    told = [f"5: {wrong}{instead}", f"7: {wrong}{instead}"]
    assert refusal(with_body(f"{linked}\n\n{noted}")) == told
    assert refusal(with_body("![Of *the* <https://example.org>](a.png)")) == []


def test_a_picture_behind_escapes_is_still_outside(refusal: Refusal) -> None:
    assert refusal(with_body("![A](%2e%2e/a.png)")) == [f"5: image: ../a.png {OUTSIDE}"]


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few users make symbolic links")
def test_a_picture_behind_a_symbolic_link_is_outside(
    statement: Write, refusal: Refusal, tmp_path: Path
) -> None:
    outside = statement(png(), "elsewhere/a.png")
    (tmp_path / "here").mkdir()
    (tmp_path / "here/link.png").symlink_to(outside)
    (tmp_path / "here/folder").symlink_to(outside.parent)
    text = with_body("![A](link.png)\n\n![B](folder/a.png)")
    assert refusal(text, "here/meeting.en.md") == [
        f"5: image: link.png {OUTSIDE}",
        f"7: image: folder/a.png {OUTSIDE}",
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few users make symbolic links")
def test_a_statement_behind_a_symbolic_link_may_show_what_lies_beside_it(
    statement: Write, tmp_path: Path
) -> None:
    path = statement(with_body("![A](a.png)"))
    (tmp_path / "a.png").write_bytes(png())
    (tmp_path / "linked").symlink_to(tmp_path)
    assert read(tmp_path / "linked" / path.name).images


def test_a_picture_that_is_not_there_is_reported(refusal: Refusal) -> None:
    assert refusal(with_body("![A](a.png)")) == [
        "5: image: there is no readable file a.png; check the file's name"
    ]


@pytest.mark.parametrize("target", ["a%00b.png", "a" * 5000 + ".png"])
def test_a_name_that_no_file_can_have_is_reported(refusal: Refusal, target: str) -> None:
    (message,) = refusal(with_body(f"![A]({target})"))
    assert message.startswith("5: image: there is no readable file ")


def test_a_picture_without_alternative_text_is_reported(refusal: Refusal, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png())
    message = (
        "5: image: a.png has no text for those who cannot see it; write ![what it shows](a.png)"
    )
    assert refusal(with_body("![](a.png) One.")) == [message]
    assert refusal(with_body("One.\n\n![ ](a.png)")) == [message.replace("5", "7", 1)]


def test_a_picture_of_another_kind_is_reported(refusal: Refusal, statement: Write) -> None:
    statement(b"GIF89a", "a.gif")
    assert refusal(with_body("![A](a.gif)")) == [
        "5: image: a.gif is not PNG, JPEG or SVG; save it again as PNG, JPEG or SVG"
    ]


def test_a_huge_picture_is_refused(
    refusal: Refusal, statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_files, "MOST_BYTES", 20)
    statement(png(), "a.png")
    assert refusal(with_body("![A](a.png)")) == [
        "5: image: a.png has more than 20 bytes; save a smaller picture"
    ]


def test_a_picture_of_the_largest_size_is_read(
    refusal: Refusal, statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_files, "MOST_BYTES", len(png()))
    statement(png(), "a.png")
    assert refusal(with_body("![A](a.png)")) == []


@pytest.mark.parametrize(
    ("written", "there", "instead"),
    [
        ("big.jpg", "BIG.JPG", "write BIG.JPG"),
        ("img\\\\a.png", "img/a.png", "write img/a.png"),
        ("<IMG/the bay.png>", "img/The bay.png", "write <img/The bay.png>"),
        ("a.png", "b.png", "check the file's name"),
        ("./A.png", "a.png", "check the file's name"),
    ],
)
def test_a_picture_whose_name_is_nearly_right_is_named(
    refusal: Refusal, tmp_path: Path, written: str, there: str, instead: str
) -> None:
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_bytes(png())
    (found,) = refusal(with_body(f"![A]({written})"))
    assert found.endswith(f"; {instead}")


@pytest.mark.parametrize(
    ("target", "instead"),
    [
        ("sub/../a b.png", "<a b.png>"),
        ("sub/%2e%2e/sub/c.png", "sub/c.png"),
        ("../here/sub/c.png", "sub/c.png"),
        ("{here}/sub/c.png", "sub/c.png"),
    ],
)
def test_a_roundabout_way_to_a_picture_is_told_the_straight_one(
    refusal: Refusal, statement: Write, tmp_path: Path, target: str, instead: str
) -> None:
    """The picture is attached under the name, and whoever verifies the PDF has no such folders."""
    for name in ("here/a b.png", "here/sub/c.png"):
        statement(png(), name)
    target = target.format(here=tmp_path / "here")
    (found,) = refusal(with_body(f"![A](<{target}>)"), "here/meeting.en.md")
    wrong = f"{unquote(target)} does not lead straight from the statement's folder to the picture"
    assert found == f"5: image: {wrong}; write {instead}"


def test_a_picture_that_is_called_like_a_statement_is_told(
    refusal: Refusal, statement: Write
) -> None:
    statement(png(), "a.md")
    assert refusal(with_body("![A](a.md)")) == [
        "5: image: a.md is called like a statement; call it .png, .jpg or .svg"
    ]


@pytest.mark.parametrize("there", ["e\u0301t\u00e9.png", "\u00e9te\u0301.png"])
def test_a_name_with_accents_is_found_however_they_are_kept(
    statement: Write, tmp_path: Path, there: str
) -> None:
    path = statement(with_body("![A](\u00e9t\u00e9.png)"))
    (tmp_path / there).write_bytes(png())
    assert [image.data for image in read(path).images.values()] == [png()]


def test_a_caption_right_behind_its_picture_is_told(refusal: Refusal) -> None:
    assert refusal(with_body('![A](a.png"Day")')) == [
        '5: image: there is no readable file a.png"Day"; write a space before the caption: '
        'a.png "Day"'
    ]
