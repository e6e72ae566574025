"""Groups, lists and keys in each other's place: what to write makes what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.command import cli
from communique.command.settings.file import SettingsFile
from communique.read.source import read
from tests.samples import with_front

if TYPE_CHECKING:
    from tests.conftest import Refusal, Write

NO_LIST = "it is not a list; write - and a space before"
HYPHEN = "a space is missing after the hyphen; write -"
BEFORE = "a hyphen stands before the key; write"
CURLY = "the last quotation mark is curly; write"
SHIFTED = "and one more space before the lines below it that belong to it"

#: What is written, the only message, and what is accepted where that is followed.
MENDED = {
    "a group where a list of issuers belongs": (
        "title: A\nissuers:\n  name: B\n  office: C",
        f"3: issuers: {NO_LIST} name, and two more spaces before office, so that they are one "
        "issuer",
        "title: A\nissuers:\n  - name: B\n    office: C",
    ),
    "a group of three keys": (
        "title: A\nissuers:\n  name: B\n  office: C\n  country: D",
        f"3: issuers: {NO_LIST} name, and two more spaces before office and country, so that they "
        "are one issuer",
        "title: A\nissuers:\n  - name: B\n    office: C\n    country: D",
    ),
    "a group in braces": (
        "title: A\nissuers: {name: B, office: C}",
        "3: issuers: it is not a list; put square brackets around it: [{name: …}]",
        "title: A\nissuers: [{name: B, office: C}]",
    ),
    "a group where a list of signatories belongs": (
        "title: A\nsignatures:\n  signatories:\n    name: B\n    party: C",
        f"4: signatures.signatories: {NO_LIST} name, and two more spaces before party, so that "
        "they are one signatory",
        "title: A\nsignatures:\n  signatories:\n    - name: B\n      party: C",
    ),
    "signatories without their key": (
        "title: A\nsignatures:\n  - name: B\n    office: C",
        "3: signatures: its list has no key; write a line `signatories:` with two spaces before it "
        "above them, and put two more spaces before each of them",
        "title: A\nsignatures:\n  signatories:\n    - name: B\n      office: C",
    ),
    "an office with a hyphen of its own": (
        "title: A\nsignatures:\n  signatories:\n  - name: B\n  - office: C",
        "6: signatures.signatories.2.name: it is missing; add a line `name: …`, or a space in the "
        "place of the hyphen before office if it belongs to the one above",
        "title: A\nsignatures:\n  signatories:\n  - name: B\n    office: C",
    ),
    "a key of an issuer that is not indented": (
        "title: A\nissuers:\n- name: B\noffice: C\nplace: D",
        "5: office: it belongs to issuers.1; put spaces before it, so that it begins under name",
        "title: A\nissuers:\n- name: B\n  office: C\nplace: D",
    ),
    "a key of a signatory that is not indented": (
        "title: A\nsignatures:\n  signatories:\n  - name: B\nparty: C",
        "6: party: it belongs to signatures.signatories.1; put spaces before it, so that it begins "
        "under name",
        "title: A\nsignatures:\n  signatories:\n  - name: B\n    party: C",
    ),
    "the list of a group that is not indented": (
        "title: A\nsignatures:\n  place: B\nsignatories:\n- name: C",
        "5: signatories: it belongs to signatures; put spaces before it, so that it begins under "
        "place",
        "title: A\nsignatures:\n  place: B\n  signatories:\n  - name: C",
    ),
    "a hyphen before the first key": (
        "- title: A\nplace: B\nkind: C\nissued: 2026-01-01",
        f"2: title: {BEFORE} title: A",
        "title: A\nplace: B\nkind: C\nissued: 2026-01-01",
    ),
    "a hyphen before each key": (
        "- title: A\n- place: B\n- kind: C",
        f"2: title: {BEFORE} title: A, and the others likewise",
        "title: A\nplace: B\nkind: C",
    ),
    "an issuer's hyphen without a space": (
        "title: A\nissuers:\n  -name: B",
        f"4: issuers: {HYPHEN} name: …",
        "title: A\nissuers:\n  - name: B",
    ),
    "two hyphens without a space": (
        "title: A\nissuers:\n  -name: B\n  -name: C",
        f"4: issuers: {HYPHEN} name: …",
        "title: A\nissuers:\n  - name: B\n  - name: C",
    ),
    "a hyphen without a space, with a key below it": (
        "title: A\nissuers:\n  -name: B\n  office: C",
        f"4: issuers: {HYPHEN} name: …, and two more spaces before office",
        "title: A\nissuers:\n  - name: B\n    office: C",
    ),
    "a hyphen without a space, with a key below its own": (
        "title: A\nissuers:\n  -name: B\n   office: C",
        f"4: issuers.1: {HYPHEN} name: B, {SHIFTED}",
        "title: A\nissuers:\n  - name: B\n    office: C",
    ),
    "a hyphen without a space at the beginning of its line": (
        "title: A\nissuers:\n-name: B\n office: C\nplace: D",
        f"4: issuers.1: {HYPHEN} name: B, {SHIFTED}",
        "title: A\nissuers:\n- name: B\n  office: C\nplace: D",
    ),
    "keywords with hyphens without a space": (
        "title: A\nkeywords:\n  -sea\n  -light",
        f"3: keywords: {HYPHEN} sea …, each item on a line of its own",
        "title: A\nkeywords:\n  - sea\n  - light",
    ),
    "a straight quotation mark and a curly one": (
        'title: A\nplace: "Brussels”',
        f'3: place: {CURLY} "Brussels"',
        'title: A\nplace: "Brussels"',
    ),
    "a straight single quotation mark and a curly one": (
        "title: A\nplace: 'Brussels’",
        f"3: place: {CURLY} 'Brussels'",
        "title: A\nplace: 'Brussels'",
    ),
    "a straight quotation mark and a curly one above a value in straight ones": (
        'title: "A”\nplace: "Oslo"\nkind: B',
        f'2: title: {CURLY} "A"',
        'title: "A"\nplace: "Oslo"\nkind: B',
    ),
    "a straight quotation mark and a curly one in a list": (
        'title: A\nissuers:\n  - name: "B”\n    office: C',
        f'4: issuers.1.name: {CURLY} "B"',
        'title: A\nissuers:\n  - name: "B"\n    office: C',
    ),
}


@pytest.mark.parametrize(("front", "message", "mended"), MENDED.values(), ids=list(MENDED))
def test_what_is_told_is_accepted(
    refusal: Refusal, statement: Write, front: str, message: str, mended: str
) -> None:
    assert refusal(with_front(front)) == [message]
    assert read(statement(with_front(mended))).remarks == ()


def test_a_list_of_one_group_is_told_to_be_without_its_hyphen(refusal: Refusal) -> None:
    assert refusal(with_front("- title: A\n  place: B")) == [
        "2: front matter: it is not a list of keys; write `title: …` and so on, each key at the "
        "beginning of its line, without a hyphen"
    ]


@pytest.mark.parametrize(
    "front", ["issuers:\n  Anna: Minister", "editors: One.", "keywords: -5", "issuers: {}"]
)
def test_what_is_no_item_of_a_list_is_told_how_a_list_is_written(
    refusal: Refusal, front: str
) -> None:
    key = front.partition(":")[0]
    assert refusal(with_front(f"title: A\n{front}")) == [
        f"3: {key}: it is not a list; write one item a line, each after a hyphen and a space"
    ]


def test_a_key_below_another_one_is_none_of_a_list_further_up(refusal: Refusal) -> None:
    (message,) = refusal(with_front("title: A\nissuers:\n- name: B\nplace: C\noffice: D"))
    assert message.startswith("6: office: there is no such key; ")


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("titre", "title"),
        ("Titel", "title"),
        ("untertitel", "subtitle"),
        ("sous-titre", "subtitle"),
        ("date", "issued"),
        ("datum", "issued"),
        ("Дата", "issued"),
        ("päivämäärä", "issued"),
        ("lieu", "place"),
        ("parties", "issuers"),
        ("ort", "place"),
        ("τόπος", "place"),
        ("miejsce", "place"),
        ("art", "kind"),
        ("тип", "kind"),
        ("sprache", "language"),
        ("jazyk", "language"),
        ("اللغة", "language"),
        ("författare", "issuers"),
        ("autor", "issuers"),
        ("kontakt", "contact"),
        ("iletişim", "contact"),
        ("noter", "editors"),
        ("примітки", "editors"),
        ("mots-clés", "keywords"),
        ("plcae", "place"),
        ("knid", "kind"),
        ("issud", "issued"),
        ("conatct", "contact"),
        ("look", "theme"),
    ],
)
def test_a_key_in_another_language_or_with_a_slip_is_told_with_its_name(
    refusal: Refusal, word: str, key: str
) -> None:
    assert refusal(with_front(f"title: A\n{word}: B")) == [
        f"3: {word}: there is no such key; did you mean {key}?"
    ]


@pytest.mark.parametrize("word", ["status", "abstract", "summary", "sumary", "état"])
def test_a_key_that_is_like_none_is_told_with_all_of_them(refusal: Refusal, word: str) -> None:
    (message,) = refusal(with_front(f"title: A\n{word}: B"))
    assert message.startswith(f"3: {word}: there is no such key; choose one of abbreviations, ")


@pytest.mark.parametrize("word", ["logo", "emblem", "Wappen", "sender", "foot", "colours", "font"])
def test_what_belongs_to_the_look_is_told_where_it_is_said(refusal: Refusal, word: str) -> None:
    assert refusal(with_front(f"title: A\n{word}: B")) == [
        f"3: {word}: there is no such key; say it in the theme, templates/themes/NAME.yaml "
        "(see docs/designers.md)"
    ]


@pytest.mark.parametrize(
    ("front", "place", "written"),
    [
        ("issuers:\n  - country:Valdore", "issuers.1", "country: Valdore"),
        ("issuers:\n  - name:Ada Holm", "issuers.1", "name: Ada Holm"),
        (
            "signatures:\n  signatories:\n    - name:Ada",
            "signatures.signatories.1",
            "name: Ada",
        ),
    ],
)
def test_a_key_alone_in_its_item_is_told_its_missing_space(
    refusal: Refusal, front: str, place: str, written: str
) -> None:
    (message,) = refusal(with_front(f"title: A\n{front}"))
    assert message.endswith(f": {place}: a space is missing after the colon; write {written}")


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("keywords:\n  – sea\n  – light", "3: keywords: {} –; write - sea, each item on a line"),
        ("editors:\n  • One.\n  • Two.", "3: editors: {} •; write - One., each item on a line"),
        ("issuers:\n  — country: Norland", "4: issuers: {} —; write - country: …"),
    ],
)
def test_points_with_other_marks_than_hyphens_are_told_with_hyphens(
    refusal: Refusal, front: str, told: str
) -> None:
    (message,) = refusal(with_front(f"title: A\n{front}"))
    assert message.startswith(told.format("a point begins with a hyphen and not with"))


@pytest.mark.parametrize("word", ["Embargo", "sperrfrist", "embargoed"])
def test_an_embargo_is_told_with_its_key(refusal: Refusal, word: str) -> None:
    assert refusal(with_front(f"title: A\n{word}: B")) == [
        f"3: {word}: there is no such key; did you mean embargo?"
    ]


@pytest.mark.parametrize(
    ("word", "option", "key"),
    [
        ("edition", "--edition letter", "editions"),
        ("editions", "--edition letter", "editions"),
        ("Paper", "--edition letter", "editions"),
        ("page_size", "--edition letter", "editions"),
        ("output", "--output text", "outputs"),
        ("languages", "--languages en,fr", "languages"),
        ("out", "--out release", "out"),
    ],
)
def test_what_is_chosen_for_a_build_is_told_with_its_option(
    refusal: Refusal, capsys: pytest.CaptureFixture[str], word: str, option: str, key: str
) -> None:
    instead = f"say it where you build it: {option}, or under {key} in communique.yaml"
    assert refusal(with_front(f"title: A\n{word}: B")) == [
        f"3: {word}: there is no such key; {instead}"
    ]
    with pytest.raises(SystemExit):
        cli.main(["build", "--help"])
    assert f" {option.split(maxsplit=1)[0]} " in capsys.readouterr().out
    assert key in SettingsFile.model_fields


def test_a_word_is_a_key_only_where_that_is_known(refusal: Refusal) -> None:
    front = "title: A\nissuers:\n- nom: B\n  fonction: C\n- title: D\n  land: E"
    assert refusal(with_front(front)) == [
        "4: issuers.1.nom: there is no such key; did you mean name?",
        "5: issuers.1.fonction: there is no such key; did you mean office?",
        "6: issuers.2.title: there is no such key; did you mean office?",
        "7: issuers.2.land: there is no such key; did you mean country?",
    ]
