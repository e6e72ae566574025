"""Where words are divided between two lines: the limits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.content.text import Text
from communique.pdf_reading.tag_tree import Block
from communique.prove.appearance import divisions

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge


@pytest.fixture
def divided_in(
    judged: Judge, run: Piece, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., list[str]]:
    """Return what is said of the division of words in these lines, two of them on a page."""

    def found(
        words: str,
        lines: list[str],
        times: int = 1,
        alternative: str = "",
        calls: tuple[tuple[int, int], ...] = (),
    ) -> list[str]:
        text = Text(((words, "en"),), "P", 7, Path("river.en.md"), calls=calls)
        monkeypatch.setattr(divisions, "expected", lambda *_: [text])
        pieces = tuple(
            replace(run, page=number // 2, glyphs=tuple(line), baseline=500.0 - number)
            for number, line in enumerate(lines)
        )
        return judged(divisions.whole_words, blocks=[Block("P", pieces, alternative)] * times)

    return found


@pytest.mark.parametrize(
    ("words", "lines", "divided"),
    [
        ("We met there", ["We met", "there"], ""),
        ("We met there", ["We\u200b met", "there"], ""),
        ("We met there", ["We met th", "ere"], "there"),
        ("We met there", ["We met th\u00ad", "ere"], ""),
        ("a well-known mill", ["a well-", "known mill"], ""),
        ("a well-known mill", ["a well-kn", "own mill"], "well-known"),
        ("in 2024", ["in 20", "24"], "2024"),
        ("inter\u200bnational", ["inter", "national"], ""),
        ("inter\u200bnational", ["internat", "ional"], "national"),
        ("inter\u00adnational", ["inter", "national"], "international"),
        ("x" * 15, ["x" * 9, "x" * 6], "x" * 15),
        ("x" * 16, ["x" * 9, "x" * 7], ""),
        ("Мы встретились", ["Мы встре", "тились"], "встретились"),
        ("נפגשנו", ["נפג", "שנו"], "נפגשנו"),
        ("בית־לחם ו־5", ["בית־לחם ו־", "5"], ""),  # the hyphen of Hebrew
        ("בית־לחם", ["בית־", "לחם"], ""),
        ("בית־לחם", ["בית", "־לחם"], ""),
        ("בית־לחם", ["בית־ל", "חם"], "בית־לחם"),
        ("בית‐5 in 1–2", ["בית‐", "5 in 1–", "2"], ""),
        ("我们在磨坊", ["我们在", "磨坊"], ""),
        ("เราพบกัน", ["เรา", "พบกัน"], ""),
        ("one two", ["on", "e t", "wo"], "one two"),
        ("met", ["m", "et"], "met"),
        ("met O'Brien", ["met O'B", "rien"], "O'Brien"),
        ("a mill's door", ["a mil", "l's door"], "mill's"),
        ("1,500,000 euros", ["1,500,", "000 euros"], "1,500,000"),
        ("1,500,000 euros", ["1,500", ",000 euros"], "1,500,000"),
        ("at 12:30", ["at 12:", "30"], "12:30"),
        ("٢٫٥٠٠", ["٢٫", "٥٠٠"], "٢٫٥٠٠"),
        ("see a.org", ["see a.", "org"], "a.org"),
        ("wait: 5", ["wait:", "5"], ""),
        ("第5.我们", ["第5.", "我们"], ""),
        ("either/or", ["either/", "or"], ""),
        ("wait…no", ["wait…", "no"], ""),
        ("wait.:no", ["wait.", ":no"], ""),
        ("נפגשנו", ["נפג\u00ad", "שנו"], ""),
        ("inter נפגשנו", ["in\u00adter נפג", "שנו"], "נפגשנו"),
        ("We met", ["We met again", "there"], ""),  # another rule says that it says more
        ("We met", ["We met", "there"], ""),
    ],
)
def test_a_word_goes_on_in_the_next_line_after_a_hyphen_only(
    divided_in: Callable[..., list[str]], words: str, lines: list[str], divided: str
) -> None:
    wrong = "7: hyphens: page 1: {} is divided between two lines without a hyphen"
    assert divided_in(words, lines) == [wrong.format(word) for word in divided.split()]
    assert divided_in(words, lines, times=2) == []  # what is said there is not known


@pytest.mark.parametrize(
    ("words", "lines", "divided"),
    [
        ("see https://example.org", ["see https://ex\u00ad", "ample.org"], "https://example.org"),
        ("HTTPS://EXAMPLE.ORG", ["HTTPS://EX\u00ad", "AMPLE.ORG"], "HTTPS://EXAMPLE.ORG"),
        ("(www.mill.org)", ["(www.mi\u00ad", "ll.org)"], "(www.mill.org)"),
        ("press@mill.org", ["pre\u00ad", "ss@mill.org"], "press@mill.org"),
        ("in 2024", ["in 20\u00ad", "24"], "2024"),
        ("1,500 euros", ["1\u00ad", ",500 euros"], "1,500"),
        ("1,500 euros", ["1,\u00ad", "500 euros"], "1,500"),
        ("https://e.org", ["https://", "e.org"], ""),
        ("https://example-mill.org", ["https://example-", "mill.org"], ""),
        ("https://ex\u00adample.org", ["https://ex\u00ad", "ample.org"], ""),
        ("20\u00ad24", ["20\u00ad", "24"], ""),
        ("20\u00ad24\u00ad26", ["2024\u00ad", "26"], ""),
        ("compañer@s.", ["compa\u00ad", "ñer@s."], ""),
        ("awww.no", ["aww\u00ad", "w.no"], ""),
        ("wait.:no", ["wait.\u00ad", ":no"], ""),
        ("G20-gipfel", ["G20-gip\u00ad", "fel"], ""),
        ("G20gipfel", ["G20gip\u00ad", "fel"], "G20gipfel"),
        ("key-e3b0c442x", ["key-e3b0\u00ad", "c442x"], "key-e3b0c442x"),
        ("e3b0c442-keypad", ["e3b0c442-key\u00ad", "pad"], ""),
        ("acceleration1", ["accel\u00ad", "eration1"], ""),
        ("a1bcd", ["a1b\u00ad", "cd"], ""),
        ("a1bcd", ["a1\u00ad", "bcd"], ""),
        ("a1bcde", ["a1b\u00ad", "cde"], "a1bcde"),
        ("see harbours Emission-a1bcdef", ["see harbours Emis\u00ad", "sion-a1bcdef"], ""),
        ("10.1016/j.hydromet", ["10.1016/j.hyd\u00ad", "romet"], "10.1016/j.hydromet"),
        ("2026/habitation", ["2026/habi\u00ad", "tation"], ""),
        ("אתר https://example.org", ["https://ex\u00ad אתר", "ample.org"], "https://example.org"),
    ],
)
def test_a_hyphen_divides_words_and_neither_addresses_nor_figures(
    divided_in: Callable[..., list[str]], words: str, lines: list[str], divided: str
) -> None:
    wrong = "7: hyphens: page 1: {} is divided between two lines by a hyphen"
    assert divided_in(words, lines) == [wrong.format(word) for word in divided.split()]


def test_words_in_a_picture_are_not_those_that_are_said_of_it(
    divided_in: Callable[..., list[str]],
) -> None:
    assert divided_in("We met there", ["We met th", "ere"], alternative="We met there") == []


def test_the_call_of_a_note_makes_no_key_of_a_word(divided_in: Callable[..., list[str]]) -> None:
    lines = ["ACCEL\u00ad", "ERATION1"]
    assert divided_in("ACCELERATION1", lines, calls=((12, 13),)) == []
    assert len(divided_in("ACCELERATION1", lines)) == 1
    lines = ["met1 e3b0\u00ad", "c442keys"]
    assert len(divided_in("met1 e3b0c442keys", lines, calls=((3, 4),))) == 1
