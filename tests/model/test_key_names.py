"""What authors call the keys in their languages."""

from __future__ import annotations

from communique.design.validation import schemas
from communique.model import key_names
from communique.model.key_names import keys
from communique.model.statement import FrontMatter

GROUPS = [(), ("issuers", 0), ("signatures",), ("signatures", "signatories", 0)]
KNOWN = [set(schemas.properties(FrontMatter, place)) for place in GROUPS]


def test_each_word_is_told_with_keys_that_there_are() -> None:
    words = {word for group in key_names.WORDS.values() for word in group.split()}
    assert {key for word in words for key in keys(word)} <= set().union(*KNOWN)
    assert all(map(keys, words))


def test_no_word_has_two_meanings_in_one_group() -> None:
    words = {word for group in key_names.WORDS.values() for word in group.split()}
    assert [word for word in words for known in KNOWN if len({*keys(word)} & known) > 1] == []


def test_an_address_is_that_of_a_contact() -> None:
    words = ("email", "E-Mail", "mail", "tel", "Telephone", "phone", "Téléphone")
    assert {keys(word) for word in words} == {("contact",)}


def test_a_word_is_known_with_and_without_its_accents_and_capitals() -> None:
    assert [keys(word) for word in ("Título", "titulo", "sous_titre", "Sous-Titre")] == [
        ("title",),
        ("title",),
        ("subtitle",),
        ("subtitle",),
    ]
