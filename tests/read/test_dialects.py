"""Marks of other programs: refused where nobody can mean them, else told in a remark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.read.parsing import plain
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Refusal, Write

IN_LINES = {
    "an inline note": ("A note^[of ours] more", "“^[of ours]” is not read as a note", "^"),
    "a call with a space": ("Ships.[^ 1] more", "“[^ 1]” does not call a note", "["),
    "a long label": ("Ships.[^my note] more", "“[^my note]” does not call a note", "["),
    "an address with a comma": (
        "Ask <ada@example,org> now",
        "“<ada@example,org>” is printed with its brackets, and leads nowhere",
        "<",
    ),
    "an address with a space": (
        "Ask <mailto: a@b.org> now",
        "“<mailto: a@b.org>” is printed with its brackets, and leads nowhere",
        "<",
    ),
    "a space before an address": (
        "Ask < a@b.org> now",
        "“< a@b.org>” is printed with its brackets, and leads nowhere",
        "<",
    ),
    "a number in brackets": (
        "Call <+45 33 92 00 00> now",
        "“<+45 33 92 00 00>” is printed with its brackets, and leads nowhere",
        "<",
    ),
    "a picture without its file": ("See ![Arms] here", "“![Arms]” is no picture", "!"),
    "a picture the wrong way": ("See !(x.svg)[Arms] here", "“!(x.svg)[Arms]” is no picture", "!"),
    "words struck through": ("It is ~~old~~ new", "“~~old~~” is not struck through", "~"),
    "words struck through with hyphens": (
        "It is --old-- new",
        "“--old--” is not struck through",
        "-",
    ),
    "highlighted words": ("It is ==new== now", "“==new==” is not highlighted", "="),
    "an attribute": ("[Genève]{class=a} is", "“]{class=a}” does not give a name or a class", "]"),
    "a name": ("Costs {#costs} are", "“{#costs}” does not give a name or a class", "{"),
    "an attribute of a picture": (
        "A moon {width=50%} rises",
        "“{width=50%}” does not give a name or a class",
        "{",
    ),
    "a class in the way of Python": (
        "Costs {: .wide } are",
        "“{: .wide }” does not give a name or a class",
        "{",
    ),
    "a picture of Obsidian": (
        "See ![[b.png]] here",
        "“![[b.png]]” is neither a link nor a picture",
        "!",
    ),
    "a link of Obsidian": (
        "See [[Costs]] here",
        "“[[Costs]]” is neither a link nor a picture",
        "[",
    ),
    "a link of Textile": (
        'See "Our":http://a.org now',
        '“"Our":http://a.org” is not a link',
        '"',
    ),
    "a link of MediaWiki": (
        "See [http://a.org words] x",
        "“[http://a.org words]” is not a link",
        "[",
    ),
    "a link of Jira": ("See [our|https://a.org] x", "“[our|https://a.org]” is not a link", "["),
    "brackets the wrong way": (
        "(Our)[https://a.org] x",
        "“(Our)[https://a.org]” is not a link",
        "(",
    ),
    "a link without brackets": (
        "[Our]https://a.org/b is",
        "“[Our]https://a.org/b” is not a link",
        "[",
    ),
    "a link without its address": (
        "See [Costs][costs] now",
        "“[Costs][costs]” has no address",
        "[",
    ),
    "a source": ("As [@smith2020] says", "“[@smith2020]” does not name a source", "["),
    "a page of a source": (
        "As [@smith, p. 2] says",
        "“[@smith, p. 2]” does not name a source",
        "[",
    ),
    "a raised figure alone": ("The sea ^1^ is", "“^1^” is not raised", "^"),
    "a lowered figure alone": ("The sea ~1~ is", "“~1~” is not lowered", "~"),
    "a server in brackets": (
        "See <www.a.org> now",
        "“<www.a.org>” is printed with its brackets, and leads nowhere",
        "<",
    ),
    "raised figures": ("10 m^−2^ are", "“^−2^” is not raised", "^"),
    "lowered figures": ("Of H~2+~O are", "“~2+~” is not lowered", "~"),
    "a formula": ("Of $x^2$ are", "“$x^2$” is not set as a formula", "$"),
    "a command of LaTeX": ("A \\textbf{bold} word", "“\\textbf{bold}” is no command here", "\\"),
    "a hidden comment": ("Costs %% ask %% are", "“%% ask %%” is not hidden", "%"),
    "a comment of a program": ("Costs /* ask */ are", "“/* ask */” is not hidden", "/"),
    "hidden words of Reddit": ("Costs >!ask!< are", "“>!ask!<” is not hidden", ">"),
    "hidden words": ("Costs ||ask|| are", "“||ask||” is not hidden", "|"),
    "program code": ("Type `ask` here", "“`ask`” is printed with its backticks", "`"),
    "inserted words": ("It is ++new++ now", "“++new++” is not stressed", "+"),
    "stress of MediaWiki": ("It is '''new''' now", "“'''new'''” is not stressed", "'"),
    "stress of BBCode": ("It is [b]new[/b] now", "“[b]new[/b]” is not stressed", "["),
    "stress with a space": ("It is *new * now", "“*new *” is not stressed", "*"),
    "underscores with a space": ("It is _new _ now", "“_new _” is not stressed", "_"),
    "underscores in a word": ("It is __new__ly made", "“__new__” is not stressed", "_"),
    "a picture by its name": ("A :ship: comes", "“:ship:” is not drawn", ":"),
    "hyphens for a dash": ("It is new--and good", "“--” is no dash", "-"),
    "a field of a form": ("Dear %NAME%, we", "“%NAME%” is a place to be filled in", "%"),
    "a field of a program": (
        "Dear <%= name %>, we",
        "“<%= name %>” is a place to be filled in",
        "<",
    ),
    "a place to be filled in": ("Dear {{name}}, we", "“{{name}}” is a place to be filled in", "{"),
    "a condition": ("{% if a %} we", "“{% if a %}” is a place to be filled in", "{"),
    "a variable": ("Dear ${name}, we", "“${name}” is a place to be filled in", "$"),
    "strong words with spaces": ("It is ** bold ** now", "“** bold **” is not strong", "*"),
    "strong words before a letter": ("**Note:**the end", "“**Note:**” is not strong", "*"),
}
LINES = {
    "a box": ("::: note", "“::: note” does not make a box"),
    "a list of contents": ("[TOC]", "“[TOC]” does not make a list of contents"),
    "a box of Python": ('!!! note "Costs"', '“!!! note "Costs"” does not make a box'),
    "a box of GitHub": ("> [!NOTE]", "“[!NOTE]” does not make a box"),
    "a box of Sphinx": (".. note::", "“.. note::” does not make a box"),
    "another list of contents": ("[[_TOC_]]", "“[[_TOC_]]” does not make a list of contents"),
    "a heading of MediaWiki": ("== Costs ==", "“== Costs ==” does not make a heading"),
    "a heading of Textile": ("h2. Costs", "“h2. Costs” does not make a heading"),
    "a fence": ("```python", "“```python” does not begin or end program code"),
    "a row": ("| a | b |", "“| a | b |” is printed with its bars, since a row alone is no table"),
    "a new page": ("\\newpage", "“\\newpage” does not break the page"),
    "an abbreviation": ("*[EU]: Union", "“*[EU]: Union” does not explain an abbreviation"),
}
POINTS = {
    "columns made by spaces": (
        "Name    Amount\nAda       12",
        "“Name    Amount” is not read as a row of a table",
    ),
    "bullets of a word processor": ("•\tRepair\n•\tRenew", "“•\tRepair” does not begin a point"),
    "letters of a font of signs": ("o\tRepair\no\tRenew", "“o\tRepair” does not begin a point"),
    "letters for bullets": ("o Repair\no Renew", "“o Repair” does not begin a point"),
    "ticks": ("✓ Repair\n✓ Renew", "“✓ Repair” does not begin a point"),
    "dashes": ("– repair\n– renew", "“– repair” goes on with its paragraph"),
    "hyphens without a space": ("-repair\n-renew", "“-repair” does not begin a point"),
    "numbers without a space": ("1.Repair\n2.Renew", "“1.Repair” does not begin a point"),
    "a table with tabs": (
        "Year\tLights\n2026\t9",
        "“Year\tLights” is not read as a row of a table",
    ),
}


def remarks(statement: Write, body: str) -> list[tuple[int, str, str]]:
    """Return the line of each remark on a text, and both its parts."""
    found = read(statement(with_body(body))).remarks
    return [(remark.line, remark.wrong, remark.instead) for remark in found]


@pytest.mark.parametrize(("line", "wrong", "mark"), IN_LINES.values(), ids=IN_LINES)
def test_a_mark_in_a_line_that_has_no_effect_is_told_with_its_remedies(
    statement: Write, line: str, wrong: str, mark: str
) -> None:
    ((number, said, instead),) = remarks(statement, f"First\n{line}.")
    assert (number, said) == (6, wrong)
    assert instead.endswith(f", or write \\{mark} to print it")


@pytest.mark.parametrize(("line", "wrong", "mark"), IN_LINES.values(), ids=IN_LINES)
def test_a_mark_with_backslashes_is_meant_to_be_printed(
    statement: Write, line: str, wrong: str, mark: str
) -> None:
    shown = wrong[1 : wrong.index("”")]
    escaped = "".join(f"\\{sign}" if sign == mark else sign for sign in shown)
    assert remarks(statement, f"First\n{line.replace(shown, escaped)}.") == []


@pytest.mark.parametrize(("line", "wrong"), LINES.values(), ids=LINES)
def test_a_line_that_is_a_mark_elsewhere_is_told(statement: Write, line: str, wrong: str) -> None:
    assert [found[:2] for found in remarks(statement, f"First.\n\n{line}")] == [(7, wrong)]


@pytest.mark.parametrize(("lines", "wrong"), POINTS.values(), ids=POINTS)
def test_lines_that_look_like_points_and_run_on_are_told_once(
    statement: Write, lines: str, wrong: str
) -> None:
    ((line, said, _),) = remarks(statement, f"First.\n\n{lines}")
    assert line == 7
    assert said.startswith(wrong.replace("\t", " "))


def test_one_such_line_may_be_meant(statement: Write) -> None:
    for lines in POINTS.values():
        first = lines[0].split("\n")[0]
        assert remarks(statement, first) == [] or first.startswith(("•", "o\t"))
        assert remarks(statement, f"First\n{first}") == []


@pytest.mark.parametrize("point", ["• Repair", "•\tRepair", "o\tRepair", "·  Repair", "▪Repair"])
def test_a_bullet_is_told_where_each_point_is_a_paragraph(statement: Write, point: str) -> None:
    found = remarks(statement, f"{point}\n\n{point} it")
    assert [line for line, *_ in found] == [5, 7]
    assert all(wrong.endswith("does not begin a point") for _, wrong, _ in found)
    assert {instead for *_, instead in found} == {"write a hyphen and a space for it"}


@pytest.mark.parametrize("line", ["→ Repair", "o Repair", "•", "· · ·", "·Repair", "Total   12"])
def test_a_sign_or_a_gap_that_may_be_meant_is_none(statement: Write, line: str) -> None:
    assert remarks(statement, line) == []


def test_two_lines_with_one_between_them_may_be_meant(statement: Write) -> None:
    assert remarks(statement, "-repair of\nthe bank\n-other works") == []


def test_marks_of_lines_have_their_own_line_and_may_be_indented(statement: Write) -> None:
    found = remarks(statement, "First\n  • one\n  • two\n  :::note")
    assert [(line, wrong.split(" ")[0]) for line, wrong, _ in found] == [
        (6, "“•"),
        (8, "“:::note”"),
    ]


@pytest.mark.parametrize("box", ["[ ]", "[x]", "[X]"])
@pytest.mark.parametrize("body", ["- a\n- {} b", "a\n{} b"])
def test_a_box_is_told(statement: Write, body: str, box: str) -> None:
    assert [found[:2] for found in remarks(statement, body.format(box))] == [
        (6, f"the box {box} is printed as it stands")
    ]


@pytest.mark.parametrize("body", ["a\nb\\", "- a\n  b\\", "First.\n## A\\".replace("\n", "\n\n")])
def test_a_backslash_at_the_end_of_a_block_is_told(statement: Write, body: str) -> None:
    ((line, wrong, _),) = remarks(statement, f"{body}\n\nmore")
    assert (line, wrong) == (4 + body.count("\n") + 1, "the backslash at the end is printed")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            "See [the plans] (https://www.example.org/plans).",
            "text: “[the plans] (https:/…” has a space before its address; "
            "delete the space, or write \\[ to print it",
        ),
        (
            "![A moon] (moon.png)",
            "text: “[A moon] (moon.png)” has a space before its address; "
            "delete the space, or write \\[ to print it",
        ),
        (
            "It is {++ new ++} now.",
            "text: “{++ new ++}” is the mark of a change under discussion; "
            "accept or reject the change, or write \\{ to print it",
        ),
        (
            "It is {~~old~>new~~} now.",
            "text: “{~~old~>new~~}” is the mark of a change under discussion; "
            "accept or reject the change, or write \\{ to print it",
        ),
        (
            "A board of 2*x*y metres.",
            "text: the asterisks around x are not printed; "
            "write ×, or \\* as in \\*x\\*, to print them",
        ),
        (
            "A board of 5*3*2 metres.",
            "text: the asterisks around 3 are not printed; "
            "write ×, or \\* as in \\*3\\*, to print them",
        ),
    ],
)
def test_what_nobody_can_mean_is_refused(refusal: Refusal, body: str, message: str) -> None:
    assert refusal(with_body(body)) == [f"5: {message}"]


@pytest.mark.parametrize(
    "body",
    [
        "Article 5 [sic] (see below), [1] (2) and {a}",
        "Kosovo* and 2 * 3 * 4, a ~ b, a == b, $5 to $6, ~5–~6, 10:30:15 and 5 % to 6 %",
        "\\(x\\) C:\\Users\\press and 5\\% of `Abd al-`Aziz",
        "https://www.example.org/a_b_/c--d/:e:/f~2~g?h=%NAME% and a_b_c, C++ and g++",
        "See [https://www.example.org] and [https://www.example.org, 3 May 2026], [a][1]",
        "+45 12 34 56 78 – or 12-34--56",
        "(a)\tThree\n(b)\tFour\n\n1.\tFirst\n2.\tSecond",
        "- first\n- – second",
        "*a\nb* and\n*c* d",
        "-5 degrees\n-3 degrees",
        "A line ends\\\nhere, and here\\\\",
    ],
)
def test_what_is_meant_has_no_remark(statement: Write, body: str) -> None:
    assert remarks(statement, body) == []


@pytest.mark.parametrize("spaces", [" ", "  ", "    ", "\t", "\u00a0"])
@pytest.mark.parametrize("body", ["Maison\\{}\nquai", "- a\n\n  *Maison\\\\\\{}\n  quai*"])
def test_spaces_after_the_backslash_that_ends_a_line_are_refused(
    refusal: Refusal, body: str, spaces: str
) -> None:
    line = 5 + body.partition("{")[0].count("\n")
    assert refusal(with_body(body.format(spaces))) == [
        f"{line}: text: spaces stand after the \\ that is to end the line; delete them, or write "
        "\\\\ to print a backslash"
    ]


@pytest.mark.parametrize("spaces", ["", " ", "  "])
def test_two_backslashes_before_a_line_end_are_printed_as_one(spaces: str) -> None:
    assert plain(f"Maison\\\\{spaces}\nquai").startswith("Maison\\")


@pytest.mark.parametrize(
    ("row", "count"),
    [("| a |", "1 cell"), ("a |", "1 cell"), ("|", "0 cells"), ("|a|b", "2 cells")],
)
def test_a_row_with_too_few_cells_has_a_remark(statement: Write, row: str, count: str) -> None:
    assert remarks(statement, f"| A | B | C |\n|---|---|---|\n| a | b | c |\n{row}") == [
        (
            8,
            f"this row has {count} and the head has 3",
            "write the others, with nothing in empty ones",
        )
    ]


def test_a_row_with_empty_cells_has_no_remark(statement: Write) -> None:
    assert remarks(statement, "|  | B |\n|---|---|\n| a |  |\n|  |  |\n| |b") == []


def test_bullets_with_lines_between_them_are_told(statement: Write) -> None:
    assert [found[:2] for found in remarks(statement, "Both:\n• one\ntwo\n• three")] == [
        (6, "“• one” does not begin a point (likewise 1 line below)")
    ]


def test_the_first_of_such_lines_says_how_many_there_are(statement: Write) -> None:
    ((line, wrong, instead),) = remarks(statement, "Both:\n• one\n• two\n• three")
    assert (line, wrong) == (6, "“• one” does not begin a point (likewise 2 lines below)")
    assert instead == "write a hyphen and a space for it, and an empty line above it"


@pytest.mark.parametrize(
    ("mark", "tag"),
    [
        ("{fr}", "fr"),
        ("{ fr }", "fr"),
        ("{.fr}", "fr"),
        ("{french}", "fr"),
        ("{pt_BR}", "pt-BR"),
        ("{jp}", "ja"),
        ("{language=de}", "de"),
    ],
)
def test_the_tag_of_a_language_in_braces_is_told_how_it_is_written(
    refusal: Refusal, mark: str, tag: str
) -> None:
    assert refusal(with_body(f"It is [la paix]{mark} now.")) == [
        f"5: text: “]{mark}” does not say which language the words before it are in; write "
        f"[words]{{lang={tag}}}, or write \\] to print it"
    ]


def test_an_address_in_brackets_is_told_how_it_begins(statement: Write) -> None:
    for address in ("www.example.org", "example.org/a_b?c={d}", "Press.Example.ORG"):
        ((_, wrong, instead),) = remarks(statement, f"See\n<{address}>.")
        assert wrong.endswith("is printed with its brackets, and leads nowhere")
        assert instead == f"write <https://{address}>, or write \\< to print it"
        assert remarks(statement, f"See\n<https://{address}>.") == []
    assert remarks(statement, "See <press@example.org> or 3 <a.b> 2, <e.g. one> and <..>") == []


@pytest.mark.parametrize(
    ("body", "line", "wrong"),
    [
        ("It is ==not *so*\nat all== now", 5, "“==not *so* at all==” is not highlighted"),
        ("It\nis [[not\nso]] now", 6, "“[[not so]]” is neither a link nor a picture"),
        ("| A | B |\n|---|---|\n| a | m^−2^ |", 7, "“^−2^” is not raised"),
        ("> ## Costs {#costs}", 5, "“{#costs}” does not give a name or a class"),
        ("A[^1].\n\n[^1]: See ==b==", 7, "“==b==” is not highlighted"),
        ("[see ==b==](https://example.org)", 5, "“==b==” is not highlighted"),
        ("It is *new,*isn't it", 5, "“*new,*” is not stressed"),
    ],
)
def test_a_mark_is_told_wherever_it_stands(
    statement: Write, body: str, line: int, wrong: str
) -> None:
    assert [found[:2] for found in remarks(statement, body)] == [(line, wrong)]


@pytest.mark.parametrize(
    "body", ["It is {++new **and**\ngood++} now.", "See [the plans]\n(https://www.example.org)."]
)
def test_a_mark_that_nobody_can_mean_is_refused_across_lines(refusal: Refusal, body: str) -> None:
    (message,) = refusal(with_body(body))
    assert message.startswith(
        f"5: text: “{' '.join(body[4 + 2 * (body[0] == 'I') :].split())[:20]}…” "
    )


@pytest.mark.parametrize("body", ["2*3 and x*y", "un*forget*table"])
def test_stress_within_a_word_is_none_that_multiplies(refusal: Refusal, body: str) -> None:
    assert refusal(with_body(body)) == []
