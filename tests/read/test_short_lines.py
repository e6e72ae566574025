"""Short lines that are printed as one, as those of an address, have a remark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Write

ADDRESS = "Maison des Phares\n1 quai du Nord\nTel: 555"


def remarks(statement: Write, body: str) -> list[str]:
    """Return the remarks on a text, each with its line."""
    found = read(statement(with_body(body))).remarks
    return [f"{each.line}: {each.key}: {each.wrong}; {each.instead}" for each in found]


@pytest.mark.parametrize(
    "lines",
    [
        ADDRESS,
        "**Ministry of the Sea**\n1 Quay North\n1200 Geneva\n+45 33 33\npress@example.org",
        "(Signed)\nAda Holm\nMinister for the Sea".replace("(Signed)", "Signed"),
        "Roses of the North\nViolets of the South\nHoney of the East!",
        "Федеральное агентство\nСеверная набережная\nТелефон 555",
        "دار المنارات\nرصيف الشمال\nهاتف 555",
        "בית המגדלורים\nרציף הצפון\nטלפון 555",
        "海事局\n北埠頭一番地\n電話五五五",
    ],
)
def test_short_lines_that_are_printed_as_one_have_a_remark(statement: Write, lines: str) -> None:
    first, *others = lines.split("\n")
    shown = f"{first[:20]}{'…' * (len(first) > 20)}"
    wrong = f"text: “{shown}” and the {len(others)} lines below it are printed as one"
    instead = "end each with \\ to keep them apart"
    for begin, following in (("", ""), ("> ", "> "), ("- ", "  "), ("A[^1].\n\n[^1]: ", "    ")):
        body = begin + lines.replace("\n", f"\n{following}")
        line = 5 + begin.count("\n")
        assert remarks(statement, body) == [f"{line}: {wrong}; {instead}"]
    assert remarks(statement, lines.replace("\n", "\\\n")) == []
    assert remarks(statement, lines.replace("\n", "  \n")) == []


@pytest.mark.parametrize(
    "lines",
    [
        "Maison des Phares\n1 quai du Nord",
        "Maison des Phares,\n1 quai du Nord,\nGenève",
        f"The Ministry of the Sea of the Kingdom of\n{ADDRESS}",
        f"The Ministry of the Sea and of Fisheries North\n{ADDRESS}",
        "The lights of the north\nwere renewed by the\nMinistry of the Sea",
        "Sie trafen sich am\n3. Juli und am\n4. Juli",
        "量子技術に関する共同声明の採択につ\nいて各国の代表は東京において会合を\n開いた",
        "اجتمع الوزراء في المدينة الساحلية\nالشمالية وقرروا تجديد المنارات التسع\nقبل نهاية العام",
        "# Costs\n\nMaison des Phares\n\n1 quai du Nord\n\nTel: 555".replace("# C", "## C"),
    ],
)
def test_lines_that_go_on_have_none(statement: Write, lines: str) -> None:
    assert remarks(statement, lines) == []


@pytest.mark.parametrize(
    "lines",
    [
        "Alpha\nbeta\nGamma",
        "alpha\nBeta\nGamma",
        "Alpha\nBeta,\nGamma",
        f"{'A' * 41}\nBeta\nGamma",
        f"Alpha\nBeta\n{'C' * 41}",
        f"{'海' * 21}\n港\n灯",
    ],
)
def test_one_line_that_goes_on_or_is_long_is_enough(statement: Write, lines: str) -> None:
    assert remarks(statement, lines) == []


@pytest.mark.parametrize(
    "lines",
    ["Alpha\nBeta\nGamma,", f"{'A' * 40}\nBeta\nGamma", f"{'海' * 20}\n港\n灯", "Alpha \nBeta\nC"],
)
def test_forty_columns_are_short_and_the_last_line_may_end_as_it_likes(
    statement: Write, lines: str
) -> None:
    (remark,) = remarks(statement, lines)
    assert remark.endswith(
        "the 2 lines below it are printed as one; end each with \\ to keep them apart"
    )


@pytest.mark.parametrize("colon", [":", " :", "\u00a0:"])
def test_two_lines_that_say_what_they_are_have_a_remark(statement: Write, colon: str) -> None:
    assert remarks(statement, f"Contact{colon} Ada\nTel{colon} +45 33 92 00 00") == [
        f"5: text: “Contact{colon} Ada” and the line below it are printed as one; "
        "end each with \\ to keep them apart"
    ]
    assert remarks(statement, f"Contact{colon} Ada,\nTel{colon} +45 33 92 00 00") == []
    assert remarks(statement, f"Contact{colon} Ada\nand others") == []


@pytest.mark.parametrize("lines", ["Tel: 555\nQuay North", "Quay North\nTel: 555"])
def test_two_lines_of_which_one_does_not_say_what_it_is_have_none(
    statement: Write, lines: str
) -> None:
    assert remarks(statement, lines) == []
