"""The name of a statement's file, and its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.model.faults import StatementError
from communique.read.source import read
from tests.samples import with_body, with_front

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Refusal, Write


def test_a_name_that_cannot_be_printed_is_refused(statement: Write) -> None:
    path = statement(name="meet\x07ing.en.md")
    with pytest.raises(StatementError) as refused:
        read(path)
    (fault,) = refused.value.faults
    assert (fault.line, fault.key, fault.wrong) == (1, "file", "its name cannot be printed")
    assert str(fault.path) == str(path).replace("\x07", r"\x07")


@pytest.mark.parametrize("name", [".en.md", "..en.md", " .en.md"])
def test_a_name_that_is_a_language_alone_is_refused(refusal: Refusal, name: str) -> None:
    assert refusal(with_body("One."), name) == [
        "1: file: its name has nothing before the language; name it meeting.en.md, for example"
    ]


@pytest.mark.parametrize(
    ("name", "front", "message"),
    [
        ("meeting.md", "language: en_GB!", "3: language: en_GB! is not the tag of a language"),
        (
            "meeting.en.md",
            "language: fr",
            "3: language: it is fr, and the file's name says en; correct one of the two",
        ),
        ("meeting.en.md", "theme: none", "3: theme: there is no theme none"),
        (
            "meeting.en.md",
            "updated: 2024-01-01\nissued: 2024-01-02",
            "3: updated: 2024-01-01 is before issued, 2024-01-02; correct one of the two dates",
        ),
        (
            "meeting.en.md",
            "event: {text: A, language: en_GB!}",
            "3: event.language: en_GB! is not the tag of a language",
        ),
    ],
)
def test_what_contradicts_itself_is_reported(
    refusal: Refusal, name: str, front: str, message: str
) -> None:
    (found,) = refusal(with_front(f"title: A\n{front}"), name)
    assert found.startswith(message)


@pytest.mark.parametrize(
    "front",
    [
        "updated: 2024-01-02\nissued: 2024-01-02",
        "event: {text: A, language: en-GB}",
        "event: {text: A, language: ZH-hant-tw}",
        "language: en",
        "language: EN",
    ],
)
def test_what_does_not_is_accepted(refusal: Refusal, front: str) -> None:
    assert refusal(with_front(f"title: A\n{front}")) == []


@pytest.mark.parametrize(
    ("name", "front", "slug", "language"),
    [
        ("meeting.en.md", "", "meeting", "en"),
        ("meeting.EN.md", "", "meeting", "en"),
        ("meeting.2.en.md", "", "meeting.2", "en"),
        ("meeting.en.md", "language: en", "meeting", "en"),
        ("meeting.md", "language: sv", "meeting", "sv"),
        ("meeting.v2.md", "language: FR", "meeting.v2", "fr"),
        ("meeting.en-us.md", "", "meeting", "en-US"),
        ("meeting.pt-br.md", "language: PT-BR", "meeting", "pt-BR"),
        ("Möte i höst.sv.md", "", "Möte i höst", "sv"),
    ],
)
def test_slug_and_language_come_from_the_name(
    statement: Write, name: str, front: str, slug: str, language: str
) -> None:
    made = read(statement(with_front(f"title: A\n{front}"), name))
    assert (made.slug, made.language) == (slug, language)


@pytest.mark.parametrize(
    ("name", "front", "file"),
    [
        ("meeting.en.md", "language: EN\nplace: {text: Genève, language: FR}", "meeting.en.pdf"),
        ("meeting.md", "language: PT-br", "meeting.pt-BR.pdf"),
        ("meeting.PT-br.md", "", "meeting.pt-BR.pdf"),
    ],
)
def test_capitals_in_a_tag_make_no_other_language_of_it(
    build: Build, statement: Write, name: str, front: str, file: str
) -> None:
    path = statement(with_front(f"title: A\n{front}"), name)
    run = build(path)
    assert (run.code, run.err) == (0, "")
    assert (path.parent / "out" / file).exists()


@pytest.mark.parametrize("name", ["meeting.en.txt", "meeting.en.md.txt"])
def test_a_statement_has_its_ending(refusal: Refusal, name: str) -> None:
    assert refusal(with_body("One."), name) == [
        "1: file: a statement's name ends in .md; rename it meeting.en.md"
    ]


def test_a_language_that_stands_nowhere_is_asked_for(refusal: Refusal) -> None:
    assert refusal(with_body("One."), "meeting.md") == [
        "2: language: it is not given; name the file meeting.en.md, or write language: en"
    ]


@pytest.mark.parametrize(
    ("name", "meant", "tag"),
    [
        ("meeting_fr.md", "meeting.fr", "fr"),
        ("meeting-de.md", "meeting.de", "de"),
        ("meeting_xx.md", "meeting_xx.en", "en"),
        ("fr.md", "fr.en", "en"),
    ],
)
def test_a_language_in_another_part_of_the_name_is_found(
    refusal: Refusal, name: str, meant: str, tag: str
) -> None:
    assert refusal(with_body("One."), name) == [
        f"2: language: it is not given; name the file {meant}.md, or write language: {tag}"
    ]


@pytest.mark.parametrize(
    ("tag", "name"),
    [("ga", "Irish"), ("fa-AF", "Dari"), ("zh-Hant", "Traditional Chinese")],
)
def test_a_language_without_a_file_is_named(refusal: Refusal, tag: str, name: str) -> None:
    (message,) = refusal(with_body("One."), f"meeting.{tag}.md")
    assert message.startswith(f"2: language: {name}")
    assert message.endswith(
        f"({tag}) has no language file; add templates/languages/{tag}.yaml, "
        "or choose one that the verb list names"
    )


def test_a_language_without_a_file_is_reported_where_it_is_written(refusal: Refusal) -> None:
    (message,) = refusal(with_front("title: A\nlanguage: ga"), "meeting.md")
    assert message.startswith("3: language: Irish (ga) has no language file; ")


IN_SOURCE = "1: file: in source/ the file's name has to give the language; name the file"


@pytest.mark.parametrize(
    ("name", "front", "messages"),
    [
        ("meeting", "language: sv", [f"{IN_SOURCE} meeting.sv.md"]),
        (
            "meeting",
            "place: Oslo",
            ["2: language: it is not given; name the file meeting.en.md, if it is in English"],
        ),
        (
            "meeting_fr",
            "place: Oslo",
            ["2: language: it is not given; name the file meeting.fr.md"],
        ),
        (
            "meeting",
            "language: swedish",
            [
                f"{IN_SOURCE} meeting.sv.md",
                "3: language: swedish is not the tag of a language; write sv",
            ],
        ),
    ],
)
def test_in_the_source_folder_the_language_stands_in_the_name_and_only_that_is_said(
    refusal: Refusal, project: Path, name: str, front: str, messages: list[str]
) -> None:
    file = f"{project.name}/source/{name}.md"
    assert refusal(with_front(f"title: A\n{front}"), file) == messages


@pytest.mark.parametrize(
    ("tail", "tag"),
    [("jp", "ja"), ("cz", "cs"), ("DK", "da"), ("gb", "en-GB"), ("AU", "en-AU"), ("english", "en")],
)
def test_a_country_or_a_name_in_the_place_of_a_language_is_told_with_its_tag(
    refusal: Refusal, tail: str, tag: str
) -> None:
    assert refusal(with_body("One."), f"meeting.{tail}.md") == [
        f"2: language: {tail} is not the tag of a language; "
        f"name the file meeting.{tag}.md, or write language: {tag}"
    ]
    assert refusal(with_front(f"title: A\nlanguage: {tail}"), "meeting.md") == [
        f"3: language: {tail} is not the tag of a language; write {tag}"
    ]


@pytest.mark.parametrize(("tail", "tag"), [("en_US", "en-US"), ("zh_Hans", "zh-Hans")])
def test_a_language_with_an_underscore_is_told_with_its_hyphen(
    refusal: Refusal, tail: str, tag: str
) -> None:
    assert refusal(with_body("One."), f"meeting.{tail}.md") == [
        f"2: language: {tail} is not the tag of a language; "
        f"name the file meeting.{tag}.md, or write language: {tag}"
    ]


@pytest.mark.parametrize(
    ("name", "meant", "tag"),
    [
        ("meeting.en.v2", "meeting.v2.en", "en"),
        ("meeting.pt-BR.letter", "meeting.letter.pt-BR", "pt-BR"),
        ("spring.meeting.fr.2", "spring.meeting.2.fr", "fr"),
        ("meeting.xx.v2", "meeting.xx.v2.en", "en"),
        ("en.v2", "en.v2.en", "en"),
    ],
)
def test_a_language_that_is_not_the_last_part_of_a_name_is_told_to_be(
    refusal: Refusal, name: str, meant: str, tag: str
) -> None:
    assert refusal(with_body("One."), f"{name}.md") == [
        f"2: language: it is not given; name the file {meant}.md, or write language: {tag}"
    ]
    (first, *_) = refusal(with_body("One."), f"{name}.txt")
    assert first.startswith("1: file: a statement's name ends in .md; ")
    assert f" it {meant}.md" in first


@pytest.mark.parametrize("tail", ["un", "zz", "v2", "final"])
def test_what_is_no_country_of_english_is_a_part_of_the_name(refusal: Refusal, tail: str) -> None:
    (message,) = refusal(with_body("One."), f"meeting.{tail}.md")
    if tail in ("un", "zz"):  # two letters are meant as a language
        assert f"{tail} is not the tag of a language; name the file meeting.en.md" in message
    else:
        assert f"it is not given; name the file meeting.{tail}.en.md" in message


@pytest.mark.parametrize(
    ("code", "tag"),
    [
        ("eng", "en"),
        ("fra", "fr"),
        ("fre", "fr"),
        ("deu", "de"),
        ("ger", "de"),
        ("swe", "sv"),
        ("ell", "el"),
        ("gre", "el"),
        ("ces", "cs"),
        ("cze", "cs"),
        ("chi", "zh"),
        ("UKR", "uk"),
    ],
)
def test_a_code_of_three_letters_is_told_with_its_tag(
    refusal: Refusal, code: str, tag: str
) -> None:
    assert refusal(with_body("One."), f"meeting.{code}.md") == [
        f"2: language: {code} is not the tag of a language; "
        f"name the file meeting.{tag}.md, or write language: {tag}"
    ]
    assert refusal(with_front(f"title: A\nlanguage: {code}"), "meeting.md") == [
        f"3: language: {code} is not the tag of a language; write {tag}"
    ]


@pytest.mark.parametrize(
    ("name", "meant", "tag"),
    [
        ("meeting.en (1)", "meeting (1).en", "en"),
        ("meeting.en(2)", "meeting(2).en", "en"),
        ("meeting.pt-BR (1)", "meeting (1).pt-BR", "pt-BR"),
        ("meeting.fr - Copie", "meeting - Copie.fr", "fr"),
        ("meeting.en_final", "meeting_final.en", "en"),
        ("meeting.xx (1)", "meeting.xx (1).en", "en"),
        ("meeting (1)", "meeting (1).en", "en"),
    ],
)
def test_a_copy_is_told_to_have_its_language_last(
    refusal: Refusal, name: str, meant: str, tag: str
) -> None:
    assert refusal(with_body("One."), f"{name}.md") == [
        f"2: language: it is not given; name the file {meant}.md, or write language: {tag}"
    ]


@pytest.mark.parametrize(
    ("code", "written", "tag", "home"),
    [
        ("se", "Northern Sami", "sv", "Swedish"),
        ("si", "Sinhala", "sl", "Slovenian"),
        ("ee", "Ewe", "et", "Estonian"),
        ("br", "Breton", "pt", "Portuguese"),
    ],
)
def test_the_code_of_a_country_that_is_a_language_too_is_told_with_that_of_its_own(
    refusal: Refusal, code: str, written: str, tag: str, home: str
) -> None:
    file = f"add templates/languages/{code}.yaml, or choose one that the verb list names"
    assert refusal(with_body("One."), f"meeting.{code}.md") == [
        f"2: language: {written} ({code}) has no language file; "
        f"name the file meeting.{tag}.md if it is in {home}; or else {file}"
    ]
    assert refusal(with_front(f"title: A\nlanguage: {code}"), "meeting.md") == [
        f"3: language: {written} ({code}) has no language file; "
        f"write {tag} if it is in {home}; or else {file}"
    ]


@pytest.mark.parametrize("code", ["ga", "ca", "be", "ch"])
def test_a_language_is_not_told_with_one_that_is_at_home_elsewhere(
    refusal: Refusal, code: str
) -> None:
    (message,) = refusal(with_body("One."), f"meeting.{code}.md")
    assert f"has no language file; add templates/languages/{code}.yaml" in message
