"""Words in another language, superscripts and subscripts, as they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.read.parsing import parsed
from tests.samples import png, with_body

if TYPE_CHECKING:
    from pathlib import Path

    from communique.model.body import Node
    from tests.conftest import Refusal, Write


def shown(source: str) -> str:
    """Return a paragraph with what is raised in <>, lowered in >< and of a language in brackets."""
    around = {
        "phrase": "{language}({inner})",
        "superscript": "<{inner}>",
        "subscript": ">{inner}<",
        "emphasis": "*{inner}*",
        "link": "[{inner}]",
    }

    def say(node: Node) -> str:
        inner = node.text + "".join(map(say, node.children))
        return around.get(node.kind, "{inner}").format(inner=inner, language=node.language)

    (paragraph,) = parsed(source).children
    return "".join(map(say, paragraph.children))


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("Its [raison d’être]{lang=fr}.", "Its fr(raison d’être)."),
        ("[a]{lang=FR-ca} [b]{lang=zh-hans}", "fr-CA(a )zh-Hans(b)"),
        ("[*a* b [c](#d)]{lang=fr}\n\n## D", "fr(*a *b [c])"),
        ("[a [b]{lang=de} c]{lang=fr}", "fr(a de(b) c)"),
        ("*[a]{lang=fr}*, [b\nc]{lang=fr}", "*fr(a)*, fr(b c)"),
        ("\\[a\\]{lang=fr\\}", "[a]{lang=fr}"),
    ],
)
def test_words_in_brackets_are_in_the_language_behind_them(source: str, meant: str) -> None:
    body = parsed(source)
    first, *_ = source.split("\n\n")
    assert body.children[0].kind == "paragraph"
    if "#d" not in source:
        assert shown(first) == meant


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("the 10^th^ of May", "the 10<th> of May"),
        ("H~2~SO~4~ and CO~2~", "H>2<SO>4< and CO>2<"),
        ("m^2^, n^o^ 5, 1^ère^, M^me^.", "m<2>, n<o> 5, 1<ère>, M<me>."),
        ("1^e\u0300re^ e\u0301^2^", "1<e\u0300re> e\u0301<2>"),
        ("**m^2^** *x~max~*", "m<2 >*x>max<*"),
        ("*E*~c~ and *D*^2^ of **m**^3^", "*E*>c< and *D*<2> of m<3>"),
        ("*m*~0~*c*^2^, _a_~n~, ***b***^e\u0301^", "*m*>0<*c*<2>, *a*>n<, *b*<e\u0301>"),
    ],
)
def test_letters_and_figures_right_behind_one_are_raised_or_lowered(
    source: str, meant: str
) -> None:
    assert shown(source) == meant


@pytest.mark.parametrize(
    "source",
    [
        "~5–~6 km",
        "x^2",
        "a^ b^ and c~ d~",
        "10\\^th\\^",
        "https://example.org/m^2^/~a~b~c",
        "a@example.org^2^",
        "4~6",
    ],
)
def test_other_signs_stay_text(source: str) -> None:
    plain = source.replace("\\", "")
    assert "".join(node.plain for node in parsed(source).children) == plain
    kinds = {node.kind for node in parsed(source).walk()}
    assert not kinds & {"superscript", "subscript"}


@pytest.mark.parametrize(
    ("body", "sign"),
    [
        ("~~a~~", "“~~a~~” is not struck through"),
        ("see ^x^ here", "“^x^” is not raised"),
        ("10^−3^", "“^−3^” is not raised"),
        ("10^terms^", "“^terms^” is not raised"),
        ("(a)^2^", "“^2^” is not raised"),
        ("(a)~2~", "“~2~” is not lowered"),
        ("*E*~-1~", "“~-1~” is not lowered"),
        ("*E*~*c*~", "“~*c*~” is not lowered"),
    ],
)
def test_signs_that_look_like_marks_and_are_none_have_a_remark(
    statement: Write, body: str, sign: str
) -> None:
    (remark,) = read(statement(with_body(body))).remarks
    assert remark.wrong == sign


def test_what_is_raised_or_lowered_has_no_remark(statement: Write) -> None:
    assert read(statement(with_body("H~2~O~x~, m^2^ and 10^th^ and CO~2~."))).remarks == ()
    assert read(statement(with_body("-> *E*~c~ = **m**~0~*c*^2^ <-"))).remarks == ()


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("[a]{lang=french}", "language: french is not the tag of a language; write fr"),
        ("[a]{lang=xq}", "language: xq is not the tag of a language; write a tag such as en"),
        ("[]{lang=fr} b", "language: {lang=fr} has no words before it; write [words]{lang=fr}"),
        ('[a]{lang="fr"}', 'text: “]{lang="fr"}” does not say which language the words'),
        ("[a]{lang:jp}", "text: “]{lang:jp}” does not say which language"),
        ("[a] {lang=fr}", "text: “] {lang=fr}” does not say which language the words"),
        ("a{lang=fr}", "text: “{lang=fr}” does not say which language the words before it"),
        ("[a]{.x lang=fr}", "text: “]{.x lang=fr}” does not say which language the words"),
    ],
)
def test_a_language_that_cannot_be_meant_is_refused(
    refusal: Refusal, body: str, message: str
) -> None:
    (told,) = refusal(with_body(f"One.\n\n{body}"))
    assert told.startswith(f"7: {message}")


def test_a_language_within_the_words_of_a_link_is_refused(refusal: Refusal) -> None:
    first, *_ = refusal(with_body("[[a]{lang=fr}](https://example.org)"))
    assert first == (
        "5: language: {lang=fr} stands within the words of a link; "
        "write it behind the link: [[words](address)]{lang=fr}"
    )


def test_what_a_picture_shows_is_said_in_one_language(refusal: Refusal, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png())
    (told,) = refusal(with_body("![A [b]{lang=fr} c](a.png)"))
    assert "is said with a link, a note or another language in it" in told
    assert refusal(with_body("![10 m^2^ of H~2~O](a.png)")) == []


def test_a_call_behind_a_superscript_has_a_remark(statement: Write) -> None:
    body = "10 m^2^[^1] and the 10^th^[^1] day.\n\n[^1]: Note."
    (remark,) = read(statement(with_body(body))).remarks
    assert remark.wrong.startswith("the call of the note behind m^2^ reads as part of")
