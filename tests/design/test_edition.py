"""The editions: what each is, what it inherits, and what its file must hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.design import edition, templates
from communique.model.faults import DesignError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """\
description: A5
paper: {width: 148, height: 210}
margins: {top: 1, first: 2, bottom: 3, outer: 4, inner: 5}
notes: foot
text_size: 10
minimum_size: 8
"""


@pytest.fixture
def folder(project: Path) -> Path:
    """An empty folder for the project's own editions."""
    made = project / "templates" / "editions"
    made.mkdir(parents=True)
    return made


def test_the_standard_edition_comes_first() -> None:
    first, *others = edition.names()
    assert first == "standard"
    assert others == sorted(others)
    assert {"a5", "clear-print", "large-print", "legal", "letter", "parallel"} <= set(others)


@pytest.mark.parametrize(
    ("name", "paper", "stylesheets", "notes", "minimum_size"),
    [
        ("standard", (210, 297), ("base.css",), "foot", 8),
        ("letter", (215.9, 279.4), ("base.css", "letter.css"), "foot", 8),
        ("legal", (215.9, 355.6), ("base.css", "letter.css"), "foot", 8),
        ("a5", (148, 210), ("base.css", "a5.css"), "foot", 8),
        ("large-print", (210, 297), ("base.css", "large-print.css"), "end", 16),
        ("clear-print", (210, 297), ("base.css", "large-print.css"), "end", 12),
    ],
)
def test_an_edition_has_what_it_inherits_and_what_it_changes(
    name: str,
    paper: tuple[float, float],
    stylesheets: tuple[str, ...],
    notes: str,
    minimum_size: float,
) -> None:
    made = edition.load(name)
    assert (made.paper.width, made.paper.height) == paper
    assert (made.stylesheets, made.notes, made.minimum_size) == (stylesheets, notes, minimum_size)


def test_measures_are_variables_before_the_stylesheets() -> None:
    styles = edition.load("letter").styles
    assert styles.split("\n")[1:3] == [":root {", "  --paper: 215.9mm 279.4mm;"]
    assert "  --outer: 24.0mm;\n" in styles
    assert styles.index("--outer: 24.0mm") < styles.index("/* The page: A4")
    assert styles.index("/* The page: A4") < styles.index("/* US Letter")


def test_an_unknown_edition_is_a_wrong_command() -> None:
    with pytest.raises(UsageError, match="there is no edition leter; did you mean letter\\?"):
        edition.load("leter")


def test_a_new_edition_is_one_file_found_by_its_name(folder: Path) -> None:
    before = edition.names()
    (folder / "standard.yaml").write_text(WHOLE)
    (folder / "small.yaml").write_text("inherits: standard\ndescription: Small\nminimum_size: 6\n")
    assert edition.names() == ["standard", *sorted([*before[1:], "small"])]
    small = edition.load("small")
    assert (small.description, small.minimum_size, small.paper.width) == ("Small", 6, 148)


def test_the_smallest_size_grows_with_that_of_the_text(folder: Path) -> None:
    (folder / "larger.yaml").write_text("inherits: large-print\ntext_size: 24\n")
    larger = edition.load("larger")
    assert (larger.text_size, round(larger.minimum_size, 2)) == (24, 21.33)
    assert "  --text-size: 24pt;\n" in larger.styles


def test_an_edition_without_a_description_says_what_it_changes(folder: Path) -> None:
    (folder / "larger.yaml").write_text("inherits: large-print\ntext_size: 24\nnotes: foot\n")
    (folder / "wide.yaml").write_text("inherits: standard\nstylesheet: base.css\n")
    assert edition.load("larger").description == "large-print with its own notes and text size"
    assert edition.load("wide").description == "standard with its own stylesheet"


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            "description: A\npaper: {width: 1}\n",
            ["2: paper.height: it is missing; add a line `height: …`"],
        ),
        ("descripton: A\n", ["1: descripton: there is no such key; did you mean description?"]),
        (
            "inherits: standard\ntext_size: 0\n",
            ["2: text_size: it is not greater than 0; write a greater number"],
        ),
        (
            "description: A\npaper: {width: 0, height: -1}\n",
            [
                "2: paper.height: it is not greater than 0; write a greater number",
                "2: paper.width: it is not greater than 0; write a greater number",
            ],
        ),
        (
            "description: A\n",
            [
                "1: edition: there is no paper and no margins and no notes and no text_size and no "
                "minimum_size; "
                "give it, or inherit an edition that has it"
            ],
        ),
    ],
)
def test_a_faulty_file_is_reported_with_its_lines(
    folder: Path, text: str, messages: list[str]
) -> None:
    (folder / "a.yaml").write_text(text)
    with pytest.raises(DesignError) as refusal:
        edition.load("a")
    assert str(refusal.value).split("\n") == [
        f"templates/editions/a.yaml:{each}" for each in messages
    ]


def test_an_edition_that_inherits_from_none_is_named(folder: Path) -> None:
    (folder / "a.yaml").write_text("inherits: standrd\n" + WHOLE)
    (folder / "standard.yaml").write_text(WHOLE)
    with pytest.raises(DesignError) as refusal:
        edition.load("a")
    assert str(refusal.value) == (
        "templates/editions/a.yaml:1: inherits: there is no edition standrd; did you mean standard?"
    )


def test_editions_that_inherit_from_each_other_are_reported(folder: Path) -> None:
    (folder / "a.yaml").write_text("inherits: b\n" + WHOLE)
    (folder / "b.yaml").write_text("inherits: a\n" + WHOLE)
    with pytest.raises(DesignError, match="inherits"):
        edition.load("a")


def test_a_stylesheet_that_is_not_there_is_reported(folder: Path) -> None:
    (folder / "a.yaml").write_text(WHOLE + "stylesheet: nowhere.css\n")
    with pytest.raises(DesignError, match=r"nowhere\.css"):
        assert edition.load("a").styles


MARGINS = "{top: %s, first: %s, bottom: %s, outer: %s, inner: %s}"


@pytest.mark.parametrize(
    "margins", [(1, 1, 209, 4, 5), (100, 1, 110, 4, 5), (1, 200, 10, 4, 5), (1, 1, 1, 100, 48)]
)
def test_margins_that_leave_no_room_are_told_with_their_line(
    folder: Path, margins: tuple[int, ...]
) -> None:
    (folder / "a5.yaml").write_text(
        WHOLE.replace("{top: 1, first: 2, bottom: 3, outer: 4, inner: 5}", MARGINS % margins)
    )
    with pytest.raises(DesignError) as refused:
        edition.load("a5")
    assert str(refused.value) == (
        "templates/editions/a5.yaml:3: margins: the margins leave no room on a sheet of "
        "148 by 210 mm: text in 8 pt needs 28 mm each way; make them smaller, or the sheet larger"
    )


def test_a_sheet_too_small_for_inherited_margins_is_told_with_its_line(folder: Path) -> None:
    (folder / "a9.yaml").write_text(
        "inherits: standard\ndescription: A9\npaper: {width: 37, height: 52}\n"
    )
    with pytest.raises(DesignError) as refused:
        edition.load("a9")
    assert str(refused.value).startswith(
        "templates/editions/a9.yaml:3: paper: the margins leave no room on a sheet of 37 by 52 mm:"
    )


@pytest.mark.parametrize(("size", "inner"), [(8, 19), (16, -9)])
def test_margins_that_leave_a_line_of_some_words_are_accepted(
    folder: Path, size: int, inner: int
) -> None:
    inner += 100 - 2  # of 148 mm, with an outer margin of 2 mm, 29 mm are left, or 57 mm
    for more, accepted in ((0, True), (2, False)):
        text = WHOLE.replace("minimum_size: 8", f"minimum_size: {size}")
        margins = MARGINS % (1, 9, 20, 2, inner + more)
        (folder / "a5.yaml").write_text(
            text.replace("{top: 1, first: 2, bottom: 3, outer: 4, inner: 5}", margins)
        )
        templates.forget()
        if accepted:
            assert edition.load("a5").margins.inner == inner
        else:
            with pytest.raises(DesignError, match=f"text in {size} pt needs"):
                edition.load("a5")


def test_all_that_is_wrong_in_a_file_is_told_at_once(folder: Path) -> None:
    (folder / "a.yaml").write_text(
        "inherits: standrd\ndescription: A\nstylesheet: a5x.css\ntemplate: b.html\n"
        "paper: {width: wide, height: 210}\n"
    )
    with pytest.raises(DesignError) as refused:
        edition.load("a")
    assert [(fault.line, fault.key) for fault in refused.value.faults] == [
        (1, "inherits"),
        (3, "stylesheet"),
        (4, "template"),
        (5, "paper.width"),
    ]


def test_all_that_is_wrong_in_the_stylesheets_is_told_at_once(folder: Path) -> None:
    (folder / "a.yaml").write_text("inherits: standard\ndescription: A\nstylesheet: a.css\n")
    (folder / "b.yaml").write_text("inherits: a\ndescription: B\nstylesheet: b.css\n")
    (folder.parent / "styles").mkdir()
    (folder.parent / "styles/a.css").write_text("p { background: url(x.png) }\n@import 'c.css';")
    (folder.parent / "styles/b.css").write_text("@container (width > 1px) { p { color: red } }")
    with pytest.raises(DesignError) as refused:
        assert edition.load("b").styles
    assert [(fault.path.name, fault.line) for fault in refused.value.faults] == [
        ("a.css", 1),
        ("a.css", 2),
        ("b.css", 1),
    ]
