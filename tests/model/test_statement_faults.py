"""What may stand above the text: every way to get a field wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.samples import with_front

if TYPE_CHECKING:
    from tests.conftest import Refusal

KEYS = (
    "choose one of abbreviations, authenticity, byline, contact, contents, corrigendum, draft, "
    "editors, embargo, event, issued, issuers, keywords, kind, language, numbered, place, "
    "short_title, signatures, subtitle, symbol, theme, title, updated, url"
)
TAG = "write a tag such as en, fr or pt-BR; the verb list names those with a file"

FAULTS: dict[str, tuple[str, list[str]]] = {
    "an unknown key is reported with the nearest known one": (
        "title: A\nplase: B",
        ["3: plase: there is no such key; did you mean place?"],
    ),
    "an unknown key that resembles none is reported with all that are known": (
        "title: A\nfoo: B",
        [f"3: foo: there is no such key; {KEYS}"],
    ),
    "an unknown key of an issuer is reported with its own line": (
        "title: A\nissuers:\n  - name: B\n  - name: C\n    ofice: D",
        ["6: issuers.2.ofice: there is no such key; did you mean office?"],
    ),
    "an unknown key of a phrase is reported": (
        "title: A\nplace: {text: B, lang: fr}",
        ["3: place.lang: there is no such key; did you mean language?"],
    ),
    "an unknown key inside an issuer's phrase is reported": (
        "title: A\nissuers:\n  - name: {text: B, lang: fr}",
        ["4: issuers.1.name.lang: there is no such key; did you mean language?"],
    ),
    "a merge key is an unknown key": (
        "title: A\n<<: {kind: B}",
        [f"3: <<: there is no such key; {KEYS}"],
    ),
    "a missing title is reported": (
        "kind: A",
        ["2: title: it is missing; add a line `title: …`"],
    ),
    "front matter of remarks alone has no title": (
        "# nothing yet",
        ["2: title: it is missing; add a line `title: …`"],
    ),
    "an empty title is reported": (
        "title:",
        ["2: title: it is empty; write its text"],
    ),
    "a title of blanks is empty": (
        "title: '  '",
        ["2: title: it is empty; write its text"],
    ),
    "the name of one who signed is needed": (
        "title: A\nsignatures:\n  signatories:\n    - name: B\n    - name:\n      office: C",
        ["6: signatures.signatories.2.name: it is empty; write its text"],
    ),
    "an issuer needs one of its keys": (
        "title: A\nissuers:\n  - country:",
        ["4: issuers.1.country: it is empty; write its text"],
    ),
    "an issuer needs one of its keys that are empty": (
        "title: A\nissuers:\n  - country:\n    styled: B\n    name:",
        [
            "4: issuers.1.country: it is empty; write its text",
            "6: issuers.1.name: it is empty; write its text",
        ],
    ),
    "an issuer with a name needs no country": (
        "title: A\nissuers:\n  - country:\n    name: B",
        ["4: issuers.1.country: it is empty; write its text, or leave the key out"],
    ),
    "the words of a phrase are needed": (
        "title: A\nplace: {text: , language: fr}",
        ["3: place.text: it is empty; write its text"],
    ),
    "an item of a list may be left out": (
        "title: A\nkeywords:\n  - B\n  -",
        ["5: keywords.2: it is empty; write its text, or leave the item out"],
    ),
    "what the title is needed for does not make a place needed": (
        "title:\nplace:",
        [
            "2: title: it is empty; write its text",
            "3: place: it is empty; write its text, or leave the key out",
        ],
    ),
    "a title that means nothing is to be quoted": (
        "title: null",
        ["2: title: null is read by YAML as nothing; put it in quotes: 'null'"],
    ),
    "null is a word that means nothing": (
        "title: A\nsymbol: null",
        [
            "3: symbol: null is read by YAML as nothing; "
            "put it in quotes: 'null', or leave the key out"
        ],
    ),
    "a number is no text until it is quoted": (
        "title: 2023",
        ["2: title: 2023 is a number to YAML; put it in quotes: '2023'"],
    ),
    "a truth value is no text until it is quoted": (
        "title: true",
        ["2: title: true is true or false to YAML; put it in quotes: 'true'"],
    ),
    "a truth value is no symbol": (
        "title: A\nsymbol: false",
        ["3: symbol: false is true or false to YAML; put it in quotes: 'false'"],
    ),
    "a list is no text": (
        "title: [A]",
        ["2: title: it is a list where text is expected; write a line of text"],
    ),
    "a list of two contacts is told as the line that it is to be": (
        "title: A\ncontact:\n  - Ada, +32 2\n  - Bob's, +32 3",
        [
            "3: contact: it is a list where text is expected; write one line of text, with "
            'semicolons between its parts: "Ada, +32 2; Bob\'s, +32 3"'
        ],
    ),
    "a group of keys is no text": (
        "title: A\nsymbol: {a: b}",
        ["3: symbol: it is a group of keys where text is expected; write a line of text"],
    ),
    "a phrase's text is text": (
        "title: A\nplace: {text: [B]}",
        ["3: place.text: it is a list where text is expected; write a line of text"],
    ),
    "text is no list": (
        "title: A\nkeywords: B",
        ["3: keywords: it is not a list; write one item a line, each after a hyphen and a space"],
    ),
    "a dash before a key is no hyphen": (
        "title: A\nissuers:\n– country: B\n– country: C",
        [
            "3: issuers: it is not a list; write one item a line, each after a hyphen and a space",
            "4: – country: a point begins with a hyphen and not with –; write - country: …",
        ],
    ),
    "the name of a country is no list of issuers": (
        "title: A\nissuers: Norland",
        [
            "3: issuers: it is not a list; write one item a line, each after a hyphen and a space: "
            "- country: Norland"
        ],
    ),
    "nothing is no list": (
        "title: A\nissuers:",
        ["3: issuers: it is not a list; write one item a line, each after a hyphen and a space"],
    ),
    "one issuer without a hyphen is no list": (
        "title: A\nissuers:\n  name: B",
        ["3: issuers: it is not a list; write - and a space before name"],
    ),
    "an item of a list is reported by its number": (
        "title: A\nkeywords:\n  - B\n  - 1",
        ["5: keywords.2: 1 is a number to YAML; put it in quotes: '1'"],
    ),
    "a keyword has no comma, which would divide it": (
        'title: A\nkeywords: [B, "c, d", "e;f", B]',
        [
            "3: keywords.2: “c, d” has a comma, which divides keywords in a PDF; "
            "write it without, or as items of their own: [c, d]"
        ],
    ),
    "an issuer is a group of keys": (
        "title: A\nissuers:\n  - B",
        [
            "4: issuers.1: it is not a group of keys; put a key before it, as in `name: B`; "
            "others are office, organisation, country, styled, language"
        ],
    ),
    "signatures are a group of keys": (
        "title: A\nsignatures: Dr. Müller",
        [
            "3: signatures: it is not a group of keys; write `key: value`, one a line: "
            "place, date, signed, signatories"
        ],
    ),
    "abbreviations are no list": (
        "title: A\nabbreviations:\n  - EU: Union",
        [
            "3: abbreviations: it is not a group of keys; "
            "write `key: value`, one a line, without hyphens"
        ],
    ),
    "a signatory with another key is told once, and the list is not empty": (
        "title: A\nsignatures: {signatories: [{name: B, rank: C}]}",
        [
            "3: signatures.signatories.1.rank: there is no such key; "
            "choose one of name, office, on_behalf, party"
        ],
    ),
    "a signatory without keys is told once, and the list is not empty": (
        "title: A\nsignatures:\n  signatories:\n    - Dr. Jörg Müller",
        [
            "5: signatures.signatories.1: it is not a group of keys; "
            "put a key before it, as in `name: Dr. Jörg Müller`; "
            "others are office, party, on_behalf"
        ],
    ),
    "no signatories are none": (
        "title: A\nsignatures: {signatories: []}",
        ["3: signatures.signatories: it is empty; name at least one"],
    ),
    "a key that is mistyped is not missing besides": (
        "titel: Joint statement",
        ["2: titel: there is no such key; did you mean title?"],
    ),
    "a mistyped key whose value needs quotes is told both": (
        "titel: Joint statement: the talks\nContact: Press office: a@example.org",
        [
            "2: titel: it contains a colon followed by a space; put it in quotes: title: '…'",
            "2: titel: there is no such key; did you mean title?",
            "3: Contact: it contains a colon followed by a space; put it in quotes: contact: '…'",
            "3: Contact: there is no such key; did you mean contact?",
        ],
    ),
    "a keyword with a colon needs quotes": (
        "title: A\nkeywords: [b, c: d]",
        ["3: keywords.2: it contains a colon followed by a space; put it in quotes: '…'"],
    ),
    "a keyword with a colon on a line of its own needs quotes": (
        "title: A\nkeywords:\n  - b\n  - 'c'\n  - d: e f",
        ["6: keywords.3: it contains a colon followed by a space; put it in quotes: '…'"],
    ),
    "an issuer of one key is a group all the same": (
        "title: A\nissuers: [styled: B]",
        [
            "3: issuers.1: this issuer has no name, office, organisation or country; "
            "give at least one of the four"
        ],
    ),
    "a note with a colon is a sentence that needs quotes": (
        "title: A\neditors:\n  - Background: the lights are old.",
        ["4: editors.1: it contains a colon followed by a space; put it in quotes: '…'"],
    ),
    "a key that is nearly right is no sentence": (
        "title: A\neditors:\n  - {txt: B, language: fr}",
        ["4: editors.1.txt: there is no such key; did you mean text?"],
    ),
    "what the fields say is looked at in the same run as their names": (
        "title: A\ntitel: B\nplace: {text: C, language: french}\nabbreviations: {XX: None here}\n"
        "issuers:\n  - {country: D, styled: the D}\n  - {country: E}",
        [
            "3: titel: there is no such key; did you mean title?",
            "4: place.language: french is not the tag of a language; write fr",
            "5: abbreviations.XX: it is not in the text; correct it, or leave it out",
            "7: issuers.1.styled: it is not printed, since another issuer has none; "
            "give one to each issuer, or to none",
        ],
    ),
    "an issuer names somebody": (
        "title: A\nissuers:\n  - styled: the Minister",
        [
            "4: issuers.1: this issuer has no name, office, organisation or country; "
            "give at least one of the four"
        ],
    ),
    "a theme that is not there is reported": (
        "title: A\ntheme: nuetral",
        ["3: theme: there is no theme nuetral; did you mean neutral?"],
    ),
    "yes is neither true nor false": (
        "title: A\nnumbered: yes",
        ["3: numbered: 'yes' is neither true nor false; write true or false"],
    ),
    "a corrigendum has a number": (
        "title: A\ncorrigendum: second",
        ["3: corrigendum: it is not a whole number; write one, such as 2"],
    ),
    "the first corrigendum is the first": (
        "title: A\ncorrigendum: 0",
        ["3: corrigendum: it is less than 1; write 1 or more"],
    ),
    "a list of contents has a number of levels": (
        "title: A\ncontents: 6",
        [
            "3: contents: '6' is neither true nor false, nor a number of levels from 1 to 5; "
            "write true, false, or a number such as 2"
        ],
    ),
    "a list is neither true nor false": (
        "title: A\nnumbered: [true]",
        ["3: numbered: a list is neither true nor false; write true or false"],
    ),
    "a web address begins with its scheme": (
        "title: A\nurl: www.example.org",
        ["3: url: www.example.org is not a web address; begin with https://, without spaces"],
    ),
    "a script is no web address": (
        "title: A\nurl: javascript:alert(1)",
        ["3: url: javascript:alert(1) is not a web address; begin with https://, without spaces"],
    ),
    "a language that is not BCP 47 is reported": (
        "title: A\nlanguage: xx",
        [f"3: language: xx is not the tag of a language; {TAG}"],
    ),
    "a language by its English name is reported with its tag": (
        "title: A\nlanguage: French",
        ["3: language: French is not the tag of a language; write fr"],
    ),
    "a phrase's language is checked, too": (
        "title: A\nplace: {text: B, language: danish}",
        ["3: place.language: danish is not the tag of a language; write da"],
    ),
    "an issuer's phrase's language is checked, too": (
        "title: A\nissuers:\n  - name: B\n    country:\n      text: C\n      language: zz",
        [f"7: issuers.1.country.language: zz is not the tag of a language; {TAG}"],
    ),
    "a language that the file's name contradicts is reported": (
        "title: A\nlanguage: sv",
        ["3: language: it is sv, and the file's name says en; correct one of the two"],
    ),
    "a language in another region is another language": (
        "title: A\nlanguage: en-GB",
        ["3: language: it is en-GB, and the file's name says en; correct one of the two"],
    ),
}


@pytest.mark.parametrize(("front", "messages"), FAULTS.values(), ids=list(FAULTS))
def test_front_matter_is_refused(refusal: Refusal, front: str, messages: list[str]) -> None:
    assert refusal(with_front(front)) == messages


def test_all_faults_are_reported_at_once_in_the_order_of_their_lines(refusal: Refusal) -> None:
    front = "url: example.org\ntitle: ''\nissued: 2023-02-30\nkeywords: A\nlanguage: xx\nfoo: B"
    assert [message.split(": ")[:2] for message in refusal(with_front(front))] == [
        ["2", "url"],
        ["3", "title"],
        ["4", "issued"],
        ["5", "keywords"],
        ["6", "language"],
        ["7", "foo"],
    ]


def test_a_phrase_without_its_text_is_reported_with_the_inner_key(refusal: Refusal) -> None:
    assert refusal(with_front("title: A\nplace: {language: fr}")) == [
        "3: place.text: it is missing; add a line `text: …`"
    ]


def test_a_number_for_a_language_is_reported_once(refusal: Refusal) -> None:
    assert len(refusal(with_front("title: A\nlanguage: 5"))) == 1
