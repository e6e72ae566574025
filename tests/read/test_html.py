"""HTML is refused, and its author is told what to write in the place of each element."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Refusal

END = "or write \\< for the character itself"


@pytest.mark.parametrize(
    ("body", "tag", "instead"),
    [
        ("A <b>new light</b> on", "<b>", "write **new light**"),
        ("A <strong>new\nlight</strong> on", "<strong>", "write **words**"),
        ("A <STRONG>light</STRONG> on", "<STRONG>", "write **light**"),
        ('A <i class="x">new</i> on', '<i class="x">', "write *new*"),
        ("A <em>new</em> on", "<em>", "write *new*"),
        ("A road<br>and", "<br>", "end the line with \\"),
        ("A road<br />and", "<br />", "end the line with \\"),
        ("10 m<sup>2</sup> or", "<sup>", "write ², or [^2] for a note"),
        ("10 m<sup>−1</sup> or", "<sup>", "leave it out, or write the character itself, such as ²"),
        ("10 m<sup>-1</sup> or", "<sup>", "write ⁻¹"),
        ("H<sub>2</sub>O is", "<sub>", "write ₂"),
        ("10<sup>+</sup> or", "<sup>", "write ⁺, or write"),
        ("le 1<sup>er</sup> mai", "<sup>", "write ^er^ right behind a letter or a figure"),
        (
            'la <span lang="fr">raison</span>',
            '<span lang="fr">',
            "write [raison]{lang=fr}, or write",
        ),
        ('<a href="x">so</a> on', '<a href="x">', "write [words](address)"),
        ("A <u>light</u> on", "<u>", "leave it out, and </u>"),
        ("A <u>light on", "<u>", "leave it out"),
        ("A light</u> on", "</u>", "leave it out"),
        ("<div>A light</div>", "<div>A light</div>", "leave it out, and </div>"),
        ("<table>\n<tr>", "<table>", "write | between the cells, and |---| under the first row"),
        ("<ul>\n<li>a</li>\n</ul>", "<ul>", "write a hyphen and a space before each point"),
        ("<h2>Costs</h2>", "<h2>Costs</h2>", "write ## and a space before the words"),
    ],
)
def test_an_element_is_told_once_with_what_to_write(
    refusal: Refusal, body: str, tag: str, instead: str
) -> None:
    (message,) = refusal(with_body(body))
    assert message.startswith(f"5: text: raw HTML is not used here: {tag}; {instead}")
    assert message.endswith(f", {END}")


def test_elements_that_end_after_others_are_told_once_each(refusal: Refusal) -> None:
    messages = refusal(with_body("<b>One <i>two</i> three</b>\nand </b> four"))
    assert [message.partition(";")[0] for message in messages] == [
        "5: text: raw HTML is not used here: <b>",
        "5: text: raw HTML is not used here: <i>",
        "6: text: raw HTML is not used here: </b>",
    ]
