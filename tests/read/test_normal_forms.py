"""Names that look the same are the same, with composed letters or with accents apart."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest

from communique.account import account
from communique.design.language import load
from communique.read.source import read
from tests.samples import png, with_body, with_front

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Literal

    from tests.conftest import Refusal, Write

    Form = Literal["NFC", "NFD"]

FORMS = pytest.mark.parametrize(("one", "other"), [("NFC", "NFD"), ("NFD", "NFC")])
BODIES = {
    "a heading": ("## {one}\n\n[See]({other})", "Coûts", "#coûts"),
    "a footnote": ("A[^{one}] b[^{other}].\n\n[^{other}]: C", "é", "é"),
    "an address apart": ("See [a][{one}].\n\n[{other}]: https://example.org", "É", "é"),
    "a picture apart": ("![a][{one}]\n\n[{other}]: p.png", "é", "é"),
}


@FORMS
@pytest.mark.parametrize(("body", "name", "called"), BODIES.values(), ids=BODIES)
def test_a_name_is_found_in_the_other_form(  # noqa: PLR0913, PLR0917  # a case, and where
    statement: Write, tmp_path: Path, body: str, name: str, called: str, one: Form, other: Form
) -> None:
    (tmp_path / "p.png").write_bytes(png())
    text = body.format(one=normalize(one, name), other=normalize(other, called))
    found = read(statement(with_body(text)))
    assert found.remarks == ()
    assert account(found).text == with_body(text)


@FORMS
def test_two_notes_whose_labels_look_the_same_are_told(
    refusal: Refusal, one: Form, other: Form
) -> None:
    labels = normalize(one, "é"), normalize(other, "é")
    body = "A[^{0}].\n\n[^{0}]: B\n\n[^{1}]: C".format(*labels)
    assert refusal(with_body(body)) == [
        "9: footnote: the note [^é] is written twice, first on line 7; "
        "give one of the two another label"
    ]


@FORMS
def test_the_same_address_written_twice_in_two_forms_is_told(
    refusal: Refusal, one: Form, other: Form
) -> None:
    labels = normalize(one, "é"), normalize(other, "é")
    body = "A [b][{0}].\n\n[{0}]: https://a.org\n[{1}]: https://b.org".format(*labels)
    assert refusal(with_body(body)) == [
        "8: link: the address is defined twice; keep one of the two"
    ]


@FORMS
def test_an_abbreviation_is_found_in_the_other_form(
    statement: Write, one: Form, other: Form
) -> None:
    front = f"title: A\nabbreviations: {{{normalize(one, 'ÉU')}: États-Unis}}"
    text = normalize(other, "Les ÉU.")
    (paragraph,) = read(statement(f"---\n{front}\n---\n\n{text}\n")).body.children
    assert paragraph.plain == text  # with the characters that its author wrote
    assert [node.target for node in paragraph.walk() if node.kind == "abbreviation"] == [
        "États-Unis"
    ]


@FORMS
def test_a_known_kind_is_known_in_the_other_form(statement: Write, one: Form, other: Form) -> None:
    kind = normalize(one, "Communiqué")
    assert read(statement(with_front(f"title: A\nkind: {kind}"))).remarks == ()
    assert load("de").kind(kind) == load("de").kind(normalize(other, "communiqué")) != kind
