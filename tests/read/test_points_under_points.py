"""Points directly under points of another kind: in their place, or refused, never run on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.read.parsing import parsed, plain
from tests.samples import with_body

if TYPE_CHECKING:
    from communique.model.body import Node
    from tests.conftest import Refusal, Write


def points(nodes: tuple[Node, ...]) -> list[object]:
    """Return the blocks of a text: words, or for a point its marker and what is in it."""
    result: list[object] = []
    for node in nodes:
        if node.kind in ("list", "quote"):
            result.append(points(node.children))
        elif node.kind == "item":
            result.append((node.marker, *points(node.children)))
        else:
            result.append(node.plain)
    return result


@pytest.mark.parametrize(
    ("body", "inner"),
    [
        ("(a) x;\n(b) y:\n    - q,\n    - r;\n(c) z.", ["•", "•"]),
        ("(a) x;\n(b) y:\n  - q,\n  - r;\n(c) z.", ["•", "•"]),
        ("(a) x;\n(b) y:\n    1. q,\n    2. r;\n(c) z.", ["1.", "2."]),
        ("(a) x;\n(b) y:\n        - q,\n        - r;\n(c) z.", ["•", "•"]),
        ("(a) x;\n\n(b) y:\n    - q,\n    - r;\n\n(c) z.", ["•", "•"]),
        ("a. x;\nb. y:\n    - q,\n    - r;\nc. z.", ["•", "•"]),
        ("A. x;\nB. y:\n    - q,\n    - r;\nC. z.", ["•", "•"]),
        ("(a) x;\n(b) y:\n\n    - q,\n    - r;\n\n(c) z.", ["•", "•"]),
    ],
)
def test_indented_points_are_inside_the_lettered_point_above_them(
    statement: Write, body: str, inner: list[str]
) -> None:
    nodes = [
        *points(read(statement(with_body(body))).body.children),
        *points(parsed(f"> {body}".replace("\n", "\n> ")).children[0].children),
        *points(parsed(f"- {body}".replace("\n", "\n  ")).children[0].children[0].children),
    ]
    one, two = inner
    for node in nodes:
        assert [tuple(item[1:]) for item in node] == [  # type: ignore[attr-defined]
            ("x;",),
            ("y:", [(one, "q,"), (two, "r;")]),
            ("z.",),
        ]


def test_indented_points_under_the_last_lettered_point_are_inside_it() -> None:
    expected = [[("(a)", "x;"), ("(b)", "y:", [("•", "q,"), ("•", "r.")])], "More."]
    for gap in ("\n", "\n\n"):
        body = f"(a) x;\n(b) y:{gap}    - q,\n    - r.\n\nMore."
        assert points(parsed(body).children) == expected


def test_indented_points_have_points_and_lines_of_their_own() -> None:
    body = "(a) x:\n    - q\n      more:\n        - s\n    - r\n    still\n(b) z\nand more"
    assert points(parsed(body).children) == [
        [("(a)", "x:", [("•", "q more:", [("•", "s")]), ("•", "r still")]), ("(b)", "z and more")]
    ]


@pytest.mark.parametrize(
    ("body", "line", "shown", "escaped"),
    [
        ("(a) x;\n(b) y:\n- q,\n- r;\n(c) z.", 9, "(c) z.", "\\(c)"),
        ("- q\n- r\n(c) y", 7, "(c) y", "\\(c)"),
        ("- q\n- r\nc) y", 7, "c) y", "c\\)"),
        ("a. x\nb. y:\n- q\n- r\nc. z", 9, "c. z", "c\\."),
        ("1. q\n2. r\n(b) y", 7, "(b) y", "\\(b)"),
        ("(a) x:\n\n    1. q\n    2. r\n(b) y", 9, "(b) y", "\\(b)"),
        ("> quote\n(b) y", 6, "(b) y", "\\(b)"),
        ("> - q\n> (b) y", 6, "(b) y", "\\(b)"),
        ("- x\n(a) x:\n(b) z\n(d) y", 8, "(d) y", "\\(d)"),
        ("Words.[^1]\n\n[^1]: A note\n(b) y", 8, "(b) y", "\\(b)"),
    ],
)
def test_a_letter_under_another_block_is_refused_with_both_remedies(
    refusal: Refusal, body: str, line: int, shown: str, escaped: str
) -> None:
    assert refusal(with_body(body)) == [
        f"{line}: list: “{shown}” stands directly under a point, a quotation or a note; put an "
        f"empty line between the two if it begins a point, or write {escaped} to go on with the "
        "words above"
    ]
    for remedy in (f"\n{shown}", shown.replace(escaped.replace("\\", ""), escaped)):
        assert refusal(with_body(body.replace(shown, remedy))) == []


@pytest.mark.parametrize("body", ["(a) x\n> quote\n(b) y", "(a) x\n    > quote\n(b) y"])
def test_a_quotation_and_a_letter_under_it_are_refused_both(refusal: Refusal, body: str) -> None:
    quotation, letter = refusal(with_body(body))
    assert quotation.startswith("6: quotation: “> quote” stands directly under a line of text; ")
    assert letter.startswith("7: list: “(b) y” stands directly under a point, a quotation or a")


@pytest.mark.parametrize("line", ["    - repair", "     - repair", "    1. repair", "    > repair"])
def test_an_indented_line_under_a_text_is_refused_like_another(refusal: Refusal, line: str) -> None:
    (message,) = refusal(with_body(f"Words:\n{line}"))
    assert f"“{line.strip()}” stands directly under a line of text" in message


def test_a_sentence_that_ends_on_the_next_line_is_no_point(refusal: Refusal) -> None:
    for words in ("We repair the\nlights. Then", "He (and many\nothers) said", "A. Holm said"):
        (message,) = refusal(with_body(f"{words}\n    - all"))
        assert "list: “- all” stands directly under a line of text" in message


@pytest.mark.parametrize(
    "body",
    [
        *("- one\n  A. Holm said", "- one\nA. Holm said", "- one, z. B.\ni. e. two"),
        *("- the\nlights. Then", "- one (and\nmore) two", "- one\nb. two", "- one\n\\(b) two"),
        *("> one\nB. Holm said", "- one\n  (b) two", "> one\n> (b) two"),
    ],
)
def test_what_may_be_no_point_goes_on_with_its_words(body: str) -> None:
    (node,) = parsed(body).children
    assert len(node.children) == 1
    assert [child.kind for child in node.walk() if child.kind in ("item", "paragraph")][1:] in (
        ["paragraph"],
        [],
    )


def test_numbers_that_count_on_in_a_paragraph_have_a_remark(statement: Write) -> None:
    (remark,) = read(statement(with_body("Both will:\n3. repair;\n4. renew."))).remarks
    assert remark == (
        *(remark.path, 6, "list", "“3. repair;” does not begin a point"),
        "put an empty line before the first one for a list",
    )
    for words in ("Bis zum\n3. Juli und\n4. Juli", "Both will:\n3. repair\n5. renew"):
        assert read(statement(with_body(words))).remarks == ()
        assert plain(words) == words.replace("\n", " ")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "2. x:\n\n(a) y\n\n(i) q\n\n(ii) r\n\n(b) z\n\n2bis. s\n\n3. t",
            [
                [
                    ("2.", "x:", [("(a)", "y", [("(i)", "q"), ("(ii)", "r")]), ("(b)", "z")]),
                    ("2bis.", "s"),
                    ("3.", "t"),
                ]
            ],
        ),
        (
            "1) x\n\na) y\nb) z\n\n2) q\n\na) r\nb) s",
            [
                [
                    ("1)", "x", [("a)", "y"), ("b)", "z")]),
                    ("2)", "q", [("a)", "r"), ("b)", "s")]),
                ]
            ],
        ),
        (
            "1. x\n\n1.1 y\n\n1.2 z\n\n2. q",
            [[("1.", "x", [("1.1", "y"), ("1.2", "z")]), ("2.", "q")]],
        ),
        ("1. x\n\n3.1 y\n\n3.2 z", [[("1.", "x")], [("3.1", "y"), ("3.2", "z")]]),
        (
            "1. x\n\n(a) y\n\nWords.\n\n2. z",
            [[("1.", "x", [("(a)", "y")])], "Words.", [("2.", "z")]],
        ),
        (
            "1. x\n\n2. y\n\n(a) z\n\n3. q",
            [[("1.", "x"), ("2.", "y", [("(a)", "z")]), ("3.", "q")]],
        ),
        ("1. x\n\n(i) y\nz\n\n2. q", [[("1.", "x", [("(i)", "y z")]), ("2.", "q")]]),
        ("1. x\n\na. y\n\n2. z", [[("1.", "x")], "a. y", [("2.", "z")]]),
        ("1. x\n\n(b) y\n\n2. z", [[("1.", "x")], "(b) y", [("2.", "z")]]),
        ("- x\n\n(a) y\n\n- z", [[("•", "x")], "(a) y", [("•", "z")]]),
        (
            "1. x\n\n(a) y\n\n(b) z\n\n4. q",
            [[("1.", "x", [("(a)", "y"), ("(b)", "z")])], [("4.", "q")]],
        ),
        ("- x\n\n(a) y\n\n(b) z", [[("•", "x")], [("(a)", "y"), ("(b)", "z")]]),
    ],
)
def test_letters_in_paragraphs_below_a_number_are_inside_its_point_and_the_numbers_go_on(
    statement: Write, body: str, found: list[object]
) -> None:
    assert points(read(statement(with_body(body))).body.children) == found
    quoted = parsed(f"> {body}".replace("\n", "\n> ")).children[0].children
    assert points(quoted) == found


@pytest.mark.parametrize("end", ["", "\n\n    (b) e", "\n\n    2. f"])
def test_a_letter_below_a_number_of_a_note_is_there_once(statement: Write, end: str) -> None:
    text = f"Text[^n].\n\n[^n]: c\n\n    1. d\n\n    (a) g{end}\n"
    (note,) = read(statement(with_body(text))).body.notes
    letters = [("(a)", "g"), *([("(b)", "e")] if "(b)" in end else [])]
    numbers = [("1.", "d", letters), *([("2.", "f")] if "2." in end else [])]
    assert points(note.children) == ["c", numbers]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("(1) x.", "(2) y for"),
        ("(1) x.", "(2) y:"),
        ("(1) x", "(2) y:"),
        ("(1) x;", "(2) y and"),
        ("(1) “x.”", "(2) **y**"),
        ("(a) x.", "(b) y:"),
    ],
)
def test_a_list_that_a_point_in_brackets_leads_to_is_inside_it(
    statement: Write, one: str, two: str
) -> None:
    found = read(statement(with_body(f"{one}\n\n{two}\n\n1. q,\n2. r.\n\nMore.")))
    listed, more = points(found.body.children)
    assert listed[1][2:] == ([("1.", "q,"), ("2.", "r.")],)  # type: ignore[index]
    assert (more, found.remarks) == ("More.", ())


@pytest.mark.parametrize(("one", "two"), [("(1) x.", "(2) y."), ("(1) x", "(2) y")])
def test_a_list_that_may_be_inside_a_point_in_brackets_has_a_remark(
    statement: Write, one: str, two: str
) -> None:
    body = f"{one}\n\n{two}\n\n1. q,\n2. r."
    found = read(statement(with_body(body)))
    assert [len(each) for each in points(found.body.children)] == [2, 2]  # type: ignore[arg-type]
    (remark,) = found.remarks
    assert remark[1:4] == (9, "list", "the list from 1 on stands beside the point (2) above it")
    assert remark.instead.startswith("put four spaces before each of its lines if it belongs")
    inside = read(statement(with_body(body.replace("1.", "    1.").replace("2. r", "    2. r"))))
    assert (len(inside.body.children), inside.remarks) == (1, ())


@pytest.mark.parametrize(
    "body",
    [
        "(1) x.\n\n(2) y.\n\nMore:\n\n1. q",
        "(1) x.\n\n(2) y.\n\n3. q\n4. r",
        "(a) x\n\n(b) y\n\n1. q",
    ],
)
def test_a_list_that_belongs_to_no_point_has_no_remark(statement: Write, body: str) -> None:
    assert read(statement(with_body(body))).remarks == ()
