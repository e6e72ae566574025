"""Points with markers of the author's own become lists; what is no point stays a paragraph."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import Faults
from communique.read import markdown
from communique.read.source import read
from tests.samples import with_body

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.model.body import Body, Node
    from tests.conftest import Refusal, Write


def parsed(source: str, line: int = 1) -> Body:
    faults = Faults(Path("x.md"))
    body = markdown.parse(source, line, faults)
    assert list(faults) == []
    return body


def shown(source: str) -> list[str]:
    """Return the blocks of a text, each on a line: markers before points, lists set in."""
    lines: list[str] = []

    def show(node: Node, depth: int) -> None:
        if node.kind == "item":
            lines.append("  " * depth + node.marker)
        elif node.kind == "paragraph":
            lines.append("  " * depth + node.plain)
        for child in node.children if node.kind in ("list", "item", "quote") else ():
            show(child, depth + (node.kind == "item"))

    for node in parsed(source).children:
        show(node, 0)
    return lines


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("(a) one\n(i) lone\n(b) two", ["(a)", "  one", "  (i)", "    lone", "(b)", "  two"]),
        ("(a) one\n\n(b) two\n\n(i) lone", ["(a)", "  one", "(b)", "  two", "  (i)", "    lone"]),
        ("1. one\n\n   (a) lone\n2. two", ["1.", "  one", "  (a)", "    lone", "2.", "  two"]),
        ("- one\n  (a) lone", ["•", "  one", "  (a)", "    lone"]),
        ("1. (a) lone\n2. two", ["1.", "  (a) lone", "2.", "  two"]),
        ("1. one\n\n   i. e. this", ["1.", "  one", "  i. e. this"]),
        ("(a) lone", ["(a) lone"]),
        ("(a) lone\n(i) lone", ["(a) lone (i) lone"]),
    ],
)
def test_one_point_within_a_point_is_one(source: str, found: list[str]) -> None:
    assert shown(source) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("1.1 one\n\n1.2 two", ["1.1", "  one", "1.2", "  two"]),
        ("3.1. one\n3.2. two", ["3.1.", "  one", "3.2.", "  two"]),
        (
            "1.1 a\n\n1.2 b\n\n1.2.1 c\n\n1.2.2 d\n\n1.3 e",
            ["1.1", "  a", "1.2", "  b", "  1.2.1", "    c", "  1.2.2", "    d", "1.3", "  e"],
        ),
        (
            "1.1 a\n\n1.2 b\n\n2.1 c\n\n2.2 d",
            ["1.1", "  a", "1.2", "  b", "2.1", "  c", "2.2", "  d"],
        ),
        ("1.1 a\n\n1.2 b\n\n## H\n\n1.3 c", ["1.1", "  a", "1.2", "  b", "1.3", "  c"]),
        (
            "1.1 a\n\n(a) b\n\n(b) c\n\n1.2 d",
            ["1.1", "  a", "  (a)", "    b", "  (b)", "    c", "1.2", "  d"],
        ),
        ("1.1 million\n\n1.3 million", ["1.1 million", "1.3 million"]),
        ("1.1 alone", ["1.1 alone"]),
        ("1\\.1 a\n\n1.2 b", ["1.1 a", "1.2 b"]),
        ("## Article 4. Costs\n\n4.1 Alone", ["4.1", "  Alone"]),
        ("## Article 2bis\n\n2bis.1 Alone", ["2bis.1", "  Alone"]),
        ("## Article 2 bis\n\n2bis.1 a\n\n2bis.2 b", ["2bis.1", "  a", "2bis.2", "  b"]),
        ("## Article 2a\n\n2a.1 Alone", ["2a.1", "  Alone"]),
        ("## Article 2\n\n2bis.1 Alone", ["2bis.1 Alone"]),
        ("## Article 4 a day\n\n4.1 Alone", ["4.1", "  Alone"]),
        ("## 9 Law\n\nWords.\n\n9.1 “Alone”", ["Words.", "9.1", "  “Alone”"]),
        ("## A\n\n1.1 A\n\n## B\n\n2.1 B", ["1.1", "  A", "2.1", "  B"]),
        ("1.1 a\n\n1.2 b\n\n## B\n\n9.1 C", ["1.1", "  a", "1.2", "  b", "9.1", "  C"]),
        ("1.1 a\n\n1.2 b\n\n1.2.1 c", ["1.1", "  a", "1.2", "  b", "  1.2.1", "    c"]),
        ("## 2 A\n\n4.1 per cent", ["4.1 per cent"]),
        ("## A\n\n1.1 million\n\n2.1 million", ["1.1 million", "2.1 million"]),
        ("1.1 a\n\n1.2 b\n\n9.1 per cent", ["1.1", "  a", "1.2", "  b", "9.1 per cent"]),
        ("## 2. Boats\n\n2.1 per cent", ["2.1 per cent"]),
        ("## Article 5\n\n5.1 % of it", ["5.1 % of it"]),
        ("## Article 5\n\n5.1 km\n\n## Article 6\n\n6.1 km", ["5.1 km", "6.1 km"]),
        ("## 4 A\n\nWords\n4.1 per cent", ["Words 4.1 per cent"]),
        ("1.5 a\n\n1.6 b", ["1.5 a", "1.6 b"]),
    ],
)
def test_numbers_of_paragraphs_below_others_are_points(source: str, found: list[str]) -> None:
    assert shown(source) == found


@pytest.mark.parametrize(
    ("source", "markers"),
    [
        ("一、甲\n\n二、乙\n\n（一）丙\n\n（二）丁\n\n三、戊", "一、 二、 （一） （二） 三、"),
        ("十、一\n\n十一、二", ""),
        ("（一）文\n（二）文", "（一） （二）"),
        ("１　文\n\n２　文\n\n（１）文\n\n（２）文", "１ ２ （１） （２）"),
        ("1、文\n\n2、文", "1、 2、"),
        ("ア　文\n\nイ　文\n\nウ　文", "ア イ ウ"),
        ("イ、文\n\nロ、文\n\nハ、文", "イ、 ロ、 ハ、"),
        ("1）文\n\n2）文", "1） 2）"),
        ("甲、文\n\n乙、文", "甲、 乙、"),
        ("甲、甲文\n\n乙、丙文", "甲、 乙、"),
        ("一、一带一路\n\n二、三国", "一、 二、"),
        ("一、二十国集团\n\n二、文", "一、 二、"),
        ("1、2026年\n\n2、文", "1、 2、"),
        ("ア、イタリア\n\nイ、文", "ア、 イ、"),
        ("甲、乙双方\n\n乙、丙双方", ""),
        ("一、二号码头\n\n二、三号", ""),
        ("1、2、3号灯塔\n\n2、3号灯塔", ""),
        ("１、２号\n\n２、３号", ""),
        ("ア、イの場合\n\nイ、ウの場合", ""),
        ("（一）、（二）项\n\n（二）、（三）项", ""),
        ("一、文\n\n&#20108;、文", ""),
        ("一、文\n\n三、文", ""),
        ("１．５倍\n\n２．５倍", ""),
        ("二、文\n\n三、文", ""),
    ],
)
def test_points_of_chinese_and_japanese_need_no_space(source: str, markers: str) -> None:
    items = [node.marker for node in parsed(source).walk() if node.kind == "item"]
    assert items == markers.split()


@pytest.mark.parametrize(
    ("source", "markers"),
    [
        ("1. x\n2. x\n2bis. x\n2ter. x\n3. x", "1. 2. 2bis. 2ter. 3."),
        ("1. x\n\n2. x\n\n2-bis. x\n\n3. x", "1. 2. 2-bis. 3."),
        ("1) x\n1a) x\n1b) x\n2) x", "1) 1a) 1b) 2)"),
        ("> 3. x\n> 3A. x\n> 4. x", "3. 3A. 4."),
        ("1. x\n\n   - y\n\n1bis. x\n2. x", "1. • 1bis. 2."),
        ("1. x\n   1. y\n   1a. y\n2. x", "1. 1. 1a. 2."),
        ("1. x\n2. x\n2а. x\n2б. x\n2в. x\n3. x", "1. 2. 2а. 2б. 2в. 3."),  # Cyrillic
        ("1) x\n1Α) x\n1Β) x\n2) x", "1) 1Α) 1Β) 2)"),  # Greek
        ("1. x\n1а. x\n1b. x", "1. 1а."),  # Cyrillic
        ("(1) x\n(1bis) x\n(2) x", "(1) (1bis) (2)"),
        ("a) x\nb) x\nb-bis) x\nc) x", "a) b) b-bis) c)"),
        ("1.1 x\n\n1.1bis x\n\n1.2 x", "1.1 1.1bis 1.2"),
        ("1.1. x\n\n1.1a. x\n\n1.2. x", "1.1. 1.1a. 1.2."),
        ("1. x\n\nText.\n\n1bis. x", "1. 1bis."),
        ("1. x\n2. x\n2ter. x", "1. 2. 2ter."),
        ("1. x\n\n2. x\n\n2 quater. x\n\n3. x", "1. 2. 2quater. 3."),
        ("1. x\n2. x\n2ter. x\n2bis. x", "1. 2. 2ter."),
        ("1. x\n1c. x", "1."),
        ("1. x\n2. x\n1bis. x", "1. 2."),
        ("2bis. x", ""),
        ("1. x\n\n1\\bis. x", "1."),
        ("1.1 bis 1.5 million\n\n1.2 x", "1.1 1.2"),
        ("Point\n2a. x", ""),
    ],
)
def test_points_may_be_inserted_between_others(source: str, markers: str) -> None:
    faults = Faults(Path("x.md"))
    nodes = markdown.parse(source, 1, faults).walk()
    found = [node.marker.replace(" ", "") for node in nodes if node.kind == "item"]
    assert found == markers.split()


def test_an_inserted_point_directly_under_a_line_is_told_as_it_is_written() -> None:
    faults = Faults(Path("x.md"))
    markdown.parse("1. one\n\nHello\n1 bis. two", 1, faults)
    assert [(fault.line, fault.wrong, fault.instead) for fault in faults] == [
        (
            4,
            "“1 bis. two” stands directly under a line of text",
            "put an empty line between the two if a list begins here, or write 1 bis\\. to go on "
            "with the paragraph",
        )
    ]


def test_points_that_may_be_inserted_have_spaces_behind_what_is_added() -> None:
    for marker in ("2 bis.", "2\u00a0bis.", "2 octies)"):
        number, sign = marker[0], marker[-1]
        added = [f"{number} {name}{sign}" for name in ("bis", "ter", "quater", "quinquies")]
        added += [f"{number} {name}{sign}" for name in ("sexies", "septies")]
        before = added if "octies" in marker else []
        source = "\n\n".join(f"{each} x" for each in (f"2{sign}", *before, marker, f"3{sign}"))
        (points,) = parsed(source).children
        assert [item.marker for item in points.children][-2] == marker
    (points,) = parsed("(a) x\n(a bis) x\n(b) x").children
    assert [item.marker for item in points.children] == ["(a)", "(a bis)", "(b)"]


def test_a_line_that_is_no_inserted_point_is_kept_as_it_is_written() -> None:
    assert shown("1. one\n\nOf the point\n\n> 1a.   two") == [
        "1.",
        "  one",
        *("Of the point", "1a.   two"),
    ]
    assert shown("2. x\n\n2bis.   y") == ["2.", "  x", "2bis.", "  y"]


@pytest.mark.parametrize(
    ("first", "second", "third", "numbering"),
    [
        ("(a)", "(b)", "(c)", "LowerAlpha"),
        ("a)", "b)", "c)", "LowerAlpha"),
        ("a.", "b.", "c.", "LowerAlpha"),
        ("(i)", "(ii)", "(iii)", "LowerRoman"),
        ("i.", "ii.", "iii.", "LowerRoman"),
        ("I.", "II.", "III.", "UpperRoman"),
        ("A.", "B.", "C.", "UpperAlpha"),
        ("(1)", "(2)", "(3)", "Decimal"),
        ("а)", "б)", "в)", "LowerAlpha"),
        ("α)", "β)", "γ)", "LowerAlpha"),
        ("أ)", "ب)", "ج)", "LowerAlpha"),
    ],
)
def test_markers_in_order_make_a_list_and_are_kept(
    first: str, second: str, third: str, numbering: str
) -> None:
    points = [f"{first} one", f"{second} two", f"{third} three"]
    bullets = "\n".join(f"- {point}" for point in points)
    for source in ("\n".join(points), "\n\n".join(points), "\\\n".join(points), bullets):
        (node,) = parsed(source).children
        assert (node.kind, node.ordered, node.numbering) == ("list", True, numbering)
        assert [item.marker for item in node.children] == [first, second, third]
        assert [item.plain for item in node.children] == ["one", "two", "three"]


@pytest.mark.parametrize(
    "source",
    [
        "(a) one",
        "(b) one\n(c) two",
        "(a) one\n(c) two",
        "(a) one\nb) two",
        "(a) one\n(B) two",
        "A. Holm said so.\nB. Ferrand did not.",
        "A. Holm said so.\n\nB. Ferrand did not.",
        "i. e. one\ntwo",
        "Vitamin\na. Then",
        "\\(a) one\n\\(b) two",
        "a\\. one\nb\\. two",
        "*(a) one*\n*(b) two*",
        "one (a) two\n(b) three",
    ],
)
def test_what_is_no_sequence_stays_a_paragraph(source: str) -> None:
    assert {node.kind for node in parsed(source).children} == {"paragraph"}


@pytest.mark.parametrize("source", ["- a\\. one\n- b\\. two", "- 1\\) one\n- 2\\) two"])
def test_a_bullet_gives_way_even_to_a_marker_with_a_backslash(source: str) -> None:
    (points,) = parsed(source).children
    assert [item.marker for item in points.children] == [
        line[2:5].replace("\\", "") for line in source.split("\n")
    ]
    assert [item.plain for item in points.children] == ["one", "two"]


@pytest.mark.parametrize(
    "source",
    [
        *("- A. Holm\n- B. Ferrand", "- b. one\n- c. two", "- a. one"),
        *("- (a) one\n- (c) two", "- (a) one\n- b) two", "- (a) one\n- (b) two\n- (d) three"),
        *("- (a) one\n- two", "- (a) one\n- two\n- (b) three", "- (a) one\n-   > (b) two"),
    ],
)
def test_a_bullet_stays_before_what_is_no_sequence(source: str) -> None:
    assert {item.marker for item in parsed(source).children[0].children} == {"•"}


def test_a_paragraph_is_divided_into_its_beginning_and_its_points() -> None:
    source = "They will,\nthis year:\n(a) repair\ntwo *lights;*\n(b) **renew**\nthe others."
    assert shown(source) == [
        "They will, this year:",
        "(a)",
        "  repair two lights;",
        "(b)",
        "  renew the others.",
    ]


def test_points_may_stand_in_points() -> None:
    source = "(a) one\n(i) two\n(ii) three\n(b) four\n\n(i) five\n\n(ii) six\n\n(c) seven"
    assert shown(source) == [
        *("(a)", "  one", "  (i)", "    two", "  (ii)", "    three"),
        *("(b)", "  four", "  (i)", "    five", "  (ii)", "    six"),
        *("(c)", "  seven"),
    ]


def test_points_may_stand_in_numbered_points_and_quotes() -> None:
    assert shown("1. one\n   (a) two\n   (b) three\n2. four") == [
        *("1.", "  one", "  (a)", "    two", "  (b)", "    three"),
        *("2.", "  four"),
    ]
    assert shown("> (a) one\n> (b) two") == ["(a)", "  one", "(b)", "  two"]


def test_a_list_of_markdown_between_two_points_belongs_to_the_first() -> None:
    assert shown("(a) one\n\n- two\n- three\n\n(b) four") == [
        *("(a)", "  one", "  •", "    two", "  •", "    three"),
        *("(b)", "  four"),
    ]


def test_a_point_that_was_not_set_in_follows_the_one_that_was() -> None:
    assert shown("1. one\n\n    a) two\n\nb) three\n\nc) four\n\n2. five") == [
        *("1.", "  one", "  a)", "    two", "  b)", "    three", "  c)", "    four"),
        *("2.", "  five"),
    ]
    assert shown("1. one\n\n    a) two\n\nc) three")[-1] == "c) three"


def test_points_go_on_after_a_paragraph_of_their_own() -> None:
    assert shown("(a) one\n\n(b) two\n\nThree.\n\n(c) four") == [
        *("(a)", "  one", "(b)", "  two", "Three.", "(c)", "  four"),
    ]


def test_after_a_paragraph_of_its_own_a_sentence_may_begin_with_an_initial() -> None:
    assert shown("a. one\n\nb. two\n\nThree.\n\nc. four")[-1] == "c. four"
    assert shown("Three.\n\n(b) four") == ["Three.", "(b) four"]


def test_a_list_of_markdown_after_the_last_point_is_one_of_its_own() -> None:
    assert shown("(a) one\n\n(b) two\n\n- three\n\n- four\n\nFive.") == [
        *("(a)", "  one", "(b)", "  two", "•", "  three", "•", "  four", "Five."),
    ]


def test_an_i_goes_on_after_an_h_unless_an_ii_comes() -> None:
    letters = "\n".join(f"({letter}) x" for letter in "abcdefgh")
    (one,) = parsed(f"{letters}\n(i) x\n(j) x").children
    assert [item.marker for item in one.children][-2:] == ["(i)", "(j)"]
    (one,) = parsed(f"{letters}\n(i) x\n(ii) x\n(i) x").children
    assert [item.marker for item in one.children][-2:] == ["(h)", "(i)"]
    assert one.children[-2].children[1].numbering == "LowerRoman"


def test_letters_may_be_left_out_as_is_the_custom() -> None:
    russian = "\n".join(f"{letter}) x" for letter in "абвгдежзиклмнпрстуфхцшэюя")
    ukrainian = "\n".join(f"{letter}) x" for letter in "абвгґдеєжзиіїйкл")
    greek = "\n".join(f"{letter}) x" for letter in ("α", "β", "γ", "δ", "ε", "στ", "ζ"))
    latin = "\n".join(f"({letter}) x" for letter in "abcdefghijklmnopqrstuvwxyz")
    for source in (russian, ukrainian, greek, f"{latin}\n(aa) x\n(bb) x\n(cc) x"):
        assert [node.kind for node in parsed(source).children] == ["list"]


def test_points_keep_their_lines() -> None:
    (lead, points) = parsed("One\n*two\nthree*\n(a) four\nfive\n(b) six", 11).children
    assert lead.line == 11
    assert [item.line for item in points.children] == [14, 16]


def test_a_note_begins_with_words_and_goes_on_with_points(refusal: Refusal) -> None:
    assert refusal(with_body("One[^1].\n\n[^1]: (a) two\n    (b) three")) == []
    first, second = parsed(
        "One[^1] two[^2]\n\n[^1]: (a) b\n    (b) c\n[^2]: a:\n    (a) b\n    (b) c"
    ).notes
    assert [(node.kind, node.plain) for node in first.children] == [("paragraph", "(a) b (b) c")]
    assert [node.kind for node in second.children] == ["paragraph", "list"]


def test_notes_called_in_points_are_numbered_in_order() -> None:
    body = parsed("(a) one[^x]\n(b) two[^y]\n\n[^y]: Y.\n\n[^x]: X.")
    assert [note.children[0].plain for note in body.notes] == ["X.", "Y."]


def test_numbers_stand_before_paragraphs_and_not_before_points() -> None:
    body = parsed("One:\n(a) two\n(b) three\n\nFour.").numbered()
    assert [node.marker for node in body.children] == ["1.", "", "2."]


def test_the_page_says_how_points_are_counted(statement: Write) -> None:
    page = compose(
        content_of(read(statement(with_body("(i) one\n(ii) two"))), edition.load("standard"))
    )
    assert '<ol data-numbering="LowerRoman"' in page.html


SIGNS = [*"abchijABCαβаб", "ii", "iii", "iv"]


def test_no_word_is_lost_whatever_the_markers_are() -> None:
    chance = random.Random(1)  # noqa: S311
    forms = ("({}) x", "{}) x", "{}. x", "x {}", "\n- ({}) x")
    for _ in range(200):
        lines = [chance.choice(forms).format(chance.choice(SIGNS)) for _ in range(30)]
        source = "".join(line + chance.choice(("\n", "\n\n")) for line in lines)
        faults = Faults(Path("x.md"))  # of letters directly under a hyphen's point
        said = " ".join(
            node.marker if node.kind == "item" else node.plain
            for node in markdown.parse(source, 1, faults).walk()
            if node.kind in ("item", "paragraph")
        )
        assert [word for word in said.split() if word != "•"] == [
            word for word in source.split() if word != "-"
        ]
        assert all(" stands directly under a point" in fault.wrong for fault in faults)


@pytest.mark.parametrize("kind", ["at random", "in turn"])
def test_twice_as_many_markers_are_twice_the_work(kind: str) -> None:
    chance = random.Random(1)  # noqa: S311
    turn = ["a", "i", "1", "A", "I"] * 120
    signs = turn if kind == "in turn" else [chance.choice(SIGNS) for _ in turn]
    lines = [f"({sign}) x" for sign in signs]
    half = calls(lambda: parsed("\n".join(lines[: len(lines) // 2])))
    assert calls(lambda: parsed("\n".join(lines))) < 3 * half


def calls(work: Callable[[], object]) -> int:
    """Return how many functions are called for some work, which is the same on every machine."""
    count = 0

    def note(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    ("source", "leads"),
    [("They will:", True), ("**Ladies\\\nand gentlemen**", True), ("**Q:** Why?", False)],
)
def test_what_leads_to_the_next_block_stays_with_it(source: str, *, leads: bool) -> None:
    assert parsed(source).children[0].leads is leads
