"""Square brackets of drafts: what stands in them, where, who proposes it, and what is none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.model.body import Body, Node, Note
from communique.model.drafts import brackets


def paragraph(text: str, marker: str = "") -> Node:
    return Node("paragraph", 1, (Node("text", 1, text=text),), marker=marker)


def found(*texts: str) -> brackets.Brackets:
    return brackets.found(Body(tuple(map(paragraph, texts))))


def words(*texts: str) -> list[str]:
    return [passage.words for passage in found(*texts).passages]


def heads(text: str) -> list[tuple[str, str]]:
    return [(passage.label, passage.proposers) for passage in found(text).passages]


def test_what_stands_in_another_passage_is_one_level_deeper() -> None:
    passages = found("We [will [not [yet]]] act [now]").passages
    assert [passage.depth for passage in passages] == [1, 2, 3, 1]


def test_a_passage_may_end_in_a_later_paragraph() -> None:
    (passage,) = found("5 bis. We [will", "6. not", "7. yet] act").passages
    assert passage.words == "will 6. not 7. yet"
    assert passage.paragraphs == ("5 bis", "6", "7")


def test_a_passage_may_begin_within_stress_and_end_in_a_link() -> None:
    inside = Node("emphasis", 1, (Node("text", 1, text="a [b"),))
    link = Node("link", 1, (Node("text", 1, text="c] d"),), target="#x")
    block = Node("paragraph", 1, (inside, Node("text", 1, text=" "), link))
    assert [each.words for each in brackets.found(Body((block,))).passages] == ["b c"]


def test_those_who_propose_stand_before_a_colon() -> None:
    assert heads("[Norland: shall]") == [("", "Norland")]
    assert heads("[DK, NO / FI: should]") == [("", "DK, NO / FI")]
    assert heads("[Bosnia and Herzegovina and Chad: x]") == [
        ("", "Bosnia and Herzegovina and Chad")
    ]
    assert heads("[République de Corée : x]") == [("", "République de Corée")]
    assert heads("[النرويج، الدانمرك: يجب]") == [("", "النرويج، الدانمرك")]
    assert heads("[日本：する]") == [("", "日本")]


def test_words_before_a_colon_that_are_no_names_are_text() -> None:
    for text in ("[as follows: x]", "[at 9:30]", "[We agree on three: x]", "[https://a.example]"):
        assert heads(text) == [("", "")]


def test_alternatives_are_labelled_or_stand_in_a_row() -> None:
    assert heads("[Alt 1: a] [Option B: c] [Alt. 2 (DK, NO): d]") == [
        ("Alt 1", ""),
        ("Option B", ""),
        ("Alt. 2", "DK, NO"),
    ]
    assert [label for label, _ in heads("[shall][should] / [may] be [a]")] == ["1", "2", "3", ""]


def test_what_quotations_have_in_brackets_is_none_and_breaks_no_pair() -> None:
    assert words("“[T]he [sic] parties […] [...] [. . .] agree[s]” [now [sic!]]") == ["now [sic!]"]
    quote = Node("quote", 1, (paragraph("[a] seat"),))
    assert brackets.found(Body((quote,))).passages == []
    assert words("[a] [the] seat") == ["a", "the"]


def test_a_bracket_without_another_one_is_alone() -> None:
    alone = found("a [b", "c [d] e]", "f] g").alone
    assert [(sign.part, sign.place, sign.opens) for sign in alone] == [(2, 1, False)]
    assert [sign.opens for sign in found("[a", "b [c").alone] == [True, True]


def test_title_and_each_note_stand_apart() -> None:
    note = Note(1, 9, (paragraph("[b"),))
    call = Node("call", 1, number=1)
    text = Node("paragraph", 1, (Node("text", 1, text="a]"), call), marker="3.")
    result = brackets.found(Body((text,), (note,)), title="T [")
    assert [result.parts[sign.part].kind for sign in result.alone] == ["title", "paragraph", "note"]
    assert [part.number for part in result.parts] == ["", "3", "3"]


def test_what_has_no_number_is_in_the_paragraph_before_it() -> None:
    point = Node("item", 2, (paragraph("[b]"),), marker="•")
    blocks = (
        paragraph("a", "4."),
        Node("list", 2, (point,)),
        Node("heading", 3, (Node("text", 3, text="[c]"),), level=2),
        paragraph("[d]"),
    )
    result = brackets.found(Body(blocks))
    assert [passage.paragraphs for passage in result.passages] == [("4",), (), ("[d]",)]
    assert result.paragraphs == ["4", "[d]"]


def point(marker: str, text: str, *inner: Node) -> Node:
    below = (Node("list", 1, inner),) if inner else ()
    return Node("item", 1, (paragraph(text), *below), marker=marker)


def test_points_in_brackets_and_with_letters_are_named_also_within_one_another() -> None:
    inner = point("(i)", "[x]"), point("•", "[y]")
    listed = Node("list", 1, (point("(a)", "a"), point("(b)", "[b]", *inner), point("–", "[c]")))
    result = brackets.found(Body((paragraph("3. The parties:"), listed)))
    assert result.paragraphs == ["3", "3 (b)", "3 (b) (i)"]
    assert [part.number for part in result.parts][-2:] == ["3 (b)", "3"]  # a dot has no name
    unnumbered = brackets.found(Body((paragraph("The parties agree on it:"), listed)))
    assert unnumbered.paragraphs[1] == "The parties agree … (b)"


def test_points_in_brackets_are_the_paragraphs_of_their_section() -> None:
    def section(name: str) -> tuple[Node, ...]:
        below = point("1.", "[x]")
        points = point("(1)", "[a]"), point("(2)", "[b]", below)
        heading = Node("heading", 1, (Node("text", 1, text=name),), level=2)
        return heading, Node("list", 1, points, ordered=True)

    result = brackets.found(Body((*section("§ 1"), *section("§ 2"))).with_numbers())
    assert result.paragraphs[:4] == ["§ 1 (1)", "§ 1 (2)", "§ 1 (2) (1)", "§ 2 (1)"]


def test_a_number_in_round_brackets_names_its_paragraph() -> None:
    assert found("(1) We [meet].", "(2) [We] go.").paragraphs == ["1", "2"]
    assert found("(a) We [meet].", "(2028) [We] go.").paragraphs == [
        "(a) We [meet].",
        "(2028) [We] go.",
    ]


def test_numbers_are_given_but_to_paragraphs_that_have_one() -> None:
    body = Body((paragraph("a"), paragraph("1 bis. b"), paragraph("c")))
    assert [node.marker for node in body.numbered().children] == ["1.", "", "2."]
    numbered = Node("list", 1, (Node("item", 1, (paragraph("a"),), marker="1."),), ordered=True)
    assert Body((paragraph("a"), numbered)).with_numbers().children[0].marker == ""
    lifted = body.with_numbers().children[1]
    assert (lifted.marker, lifted.plain) == ("1 bis.", "b")
    later = Body((paragraph("7 bis. a"), paragraph("b"))).with_numbers()
    assert [node.marker for node in later.children] == ["7 bis.", "8."]


@given(st.lists(st.text("[]ab :", max_size=12), min_size=1, max_size=4))
def test_every_bracket_is_in_one_pair_or_alone(texts: list[str]) -> None:
    result = found(*texts)
    pairs = [sign for each in result.passages for sign in (each.begin, each.end)]
    assert len({*pairs, *result.alone}) == len(pairs) + len(result.alone)
    assert {*pairs, *result.alone} <= set(result.signs)
    assert len(result.signs) == sum(each in "[]" for text in texts for each in text)
    for each in result.passages:
        assert each.begin < each.end
        assert result.alone or each.depth == 1 + sum(
            one.begin < each.begin < one.end for one in result.passages
        )


def test_one_character_of_chinese_is_a_word_and_no_letter_that_was_changed() -> None:
    assert words("双方[应][瓦尔多：宜]在[年]底") == ["应", "宜", "年"]
    assert words("“[T]he”, a[n] [x]") == ["x"]
