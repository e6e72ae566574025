"""What a language is called, how it joins, dates and directs, and what its file must hold."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from communique.design import language, yaml_lines
from communique.model.faults import DesignError, Faults
from communique.store.paths import TEMPLATES

if TYPE_CHECKING:
    from pathlib import Path

TAGS = language.names()
ENGLISH = (TEMPLATES / "languages" / "en.yaml").read_text("utf-8")
OPTIONAL = ("locale", "name", "english", "fonts", "package")


@pytest.fixture
def folder(project: Path) -> Path:
    """An empty folder for the project's own language files."""
    made = project / "templates" / "languages"
    made.mkdir(parents=True)
    return made


def keys(tag: str) -> set[str]:
    path = TEMPLATES / "languages" / f"{tag}.yaml"
    mapping = yaml_lines.parse(path.read_text("utf-8"), 1, Faults(path))
    return {
        yaml_lines.dotted(place) for place in mapping.lines if place and place[0] not in OPTIONAL
    }


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_file_has_the_keys_of_the_english_one(tag: str) -> None:
    assert keys(tag) == keys("en")


def test_all_languages_of_the_list_are_there() -> None:
    listed = "en fr da nb nn is sv fi nl de lb es pt it el tr pl cs sk hu ro bg hr sl sq mk cnr et "
    assert sorted(f"{listed} lv lt uk ru ar he zh-Hans ja".split()) == TAGS


@pytest.mark.parametrize("tag", TAGS)
def test_every_pattern_has_its_places(tag: str) -> None:
    file = language.load(tag).file
    places = [
        set(re.findall(r"{(\w*)}", text))
        for text in (file.page, file.byline, file.byline_without_event)
    ]
    assert places == [{"page", "pages"}, {"issuers", "event"}, {"issuers"}]


@pytest.mark.parametrize("tag", TAGS)
def test_every_word_is_in_the_script_of_the_language(tag: str) -> None:
    file = language.load(tag).file
    words = [*dict(file.labels).values(), *file.kinds.values(), file.page, file.courtesy_note]
    words += dict(file.authenticity).values()
    scripts = {"ar": "\u0600-\u06ff", "el": "\u0370-\u03ff", "he": "\u0590-\u05ff"}
    scripts |= dict.fromkeys(("bg", "mk", "ru", "uk"), "\u0400-\u04ff")
    scripts |= {"ja": "\u3040-\u30ff\u4e00-\u9fff", "zh-Hans": "\u4e00-\u9fff"}
    assert [word for word in words if not re.search(f"[{scripts.get(tag, 'A-Za-z')}]", word)] == []


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_has_a_name_of_its_own_and_an_english_one(tag: str) -> None:
    assert language.load(tag).name != tag
    assert language.english_name(tag) != tag


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("ar", "العربية"),
        ("cnr", "crnogorski"),
        ("el", "Ελληνικά"),
        ("he", "עברית"),
        ("ja", "日本語"),
        ("nn", "norsk nynorsk"),
        ("tr", "Türkçe"),
        ("zh-Hans", "简体中文"),
    ],
)
def test_a_language_is_called_by_its_own_name(tag: str, name: str) -> None:
    assert language.load(tag).name == name


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("no", "nb"),
        ("nn-NO", "nn"),
        ("pt-BR", "pt"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-TW", None),
        ("zh-Hant", None),
        ("cnr-ME", "cnr"),
        ("ga", None),
    ],
)
def test_the_nearest_file_is_found(tag: str, found: str | None) -> None:
    assert language.resolve(tag) == found


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "29 September 2023"),
        ("fr", "29 septembre 2023"),
        ("sv", "29 september 2023"),
        ("el", "29 Σεπτεμβρίου 2023"),
        ("ru", "29 сентября 2023\u202fг."),
        ("uk", "29 вересня 2023\u202fр."),
        ("ar", "29 سبتمبر 2023"),
        ("cnr", "29. septembar 2023."),
        ("he", "29 בספטמבר 2023"),
        ("hu", "2023. szeptember 29."),
        ("ja", "2023年9月29日"),
        ("lv", "2023. gada 29. septembris"),
        ("nb", "29. september 2023"),
        ("no", "29. september 2023"),
        ("pt", "29 de setembro de 2023"),
        ("zh-Hans", "2023年9月29日"),
    ],
)
def test_a_date_is_written_as_the_language_does(tag: str, text: str) -> None:
    written = language.load(tag).moment(date(2023, 9, 29))
    assert spaced(written) == spaced(text)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "29 September 2023, 16:06"),
        ("sv", "29 september 2023 16:06"),
        ("fr", "29 septembre 2023, 16:06"),
    ],
)
def test_a_time_is_printed_as_written(tag: str, text: str) -> None:
    moment = datetime(2023, 9, 29, 16, 6)  # the author gave no zone
    assert spaced(language.load(tag).moment(moment)) == text


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize(
    "zone",
    [
        "+02:00",
        "+05:45",
        "-05:00",
        "-03:30",
    ],
)
def test_a_zone_is_printed_where_it_is_written(tag: str, zone: str) -> None:
    moment = datetime.fromisoformat(f"2023-09-29T16:06{zone}")
    written = language.load(tag).moment(moment)
    assert "16:06" in written
    assert zone in written


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "A, B and C"),
        ("fr", "A, B et C"),
        ("sv", "A, B och C"),
        ("el", "A, B και C"),
        ("ru", "A, B и C"),
        ("uk", "A, B і C"),
        ("ar", "A وB وC"),
        ("cnr", "A, B i C"),
        ("ja", "A、B、C"),
        ("zh-Hans", "A、B和C"),
    ],
)
def test_a_list_is_joined_as_the_language_does(tag: str, text: str) -> None:
    assert language.load(tag).join(["A", "B", "C"]) == text


@pytest.mark.parametrize(
    ("last", "text"),
    [
        ("Valdore", "Norland a Valdore"),
        ("Harbour", "Norland an Harbour"),
        ("Éire", "Norland an Éire"),
    ],
)
def test_the_luxembourgish_and_keeps_its_n_before_some_letters(last: str, text: str) -> None:
    assert language.load("lb").join(["Norland", last]) == text


def test_joining_changes_no_item() -> None:
    items = ["a(n) \0", "{1}", "\\1"]
    assert language.load("lb").join(items) == "a(n) \0, {1} a \\1"


def test_a_list_of_one_is_itself() -> None:
    assert language.load("en").join(["A"]) == "A"


@pytest.mark.parametrize(
    ("tag", "kind", "text"),
    [
        ("en", "joint statement", "Joint statement"),
        ("sv", "Press release", "Pressmeddelande"),
        ("ar", "declaration", "إعلان"),
        ("fr", " speech ", "Discours"),
        ("en", "Note verbale", "Note verbale"),
    ],
)
def test_a_known_kind_is_translated_and_another_printed_as_written(
    tag: str, kind: str, text: str
) -> None:
    assert language.load(tag).kind(kind) == text


def test_a_byline_follows_the_pattern_of_the_language() -> None:
    english = language.load("en")
    assert english.byline(["A", "B"], "C") == "by A and B following the C"
    assert english.byline(["A"], None) == "by A"
    assert language.load("sv").byline(["A", "B", "C"], "D") == ("av A, B och C – tillfälle: D")


def test_braces_in_a_byline_are_text() -> None:
    assert language.load("en").byline(["{event}"], "{0}") == "by {event} following the {0}"


def test_a_folio_follows_the_pattern_of_the_language() -> None:
    assert language.load("en").folio("2", "5") == "Page 2 of 5"
    assert language.load("sv").folio("2", "5") == "Sida 2 av 5"


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("ar", "rtl"),
        ("he", "rtl"),
        ("fa-AF", "rtl"),
        ("ckb", "rtl"),
        ("en", "ltr"),
        ("sr-Cyrl", "ltr"),
    ],
)
def test_a_direction_is_known_without_a_file(tag: str, direction: str) -> None:
    assert language.direction(tag) == direction


@pytest.mark.parametrize(
    "tag", ["en", "EN", "en-GB", "zh-Hant-TW", "sr-Latn", "es-419", "de-1996", "yue", "cnr"]
)
def test_these_are_languages(tag: str) -> None:
    assert language.is_tag(tag)


@pytest.mark.parametrize(
    "tag",
    ["", "e", "xx", "english", "en_GB", "en-", "-en", "en-QQQ", "en-Abcd", "en GB", "v2", "en\n"],
)
def test_these_are_no_languages(tag: str) -> None:
    assert not language.is_tag(tag)


@pytest.mark.parametrize(
    ("tag", "canonical"), [("EN", "en"), ("zh-hANT-tw", "zh-Hant-TW"), ("de-AT-1996", "de-AT-1996")]
)
def test_a_tag_is_written_in_one_way(tag: str, canonical: str) -> None:
    assert language.canonical(tag) == canonical


def spaced(text: str) -> str:
    """Return `text` with plain spaces: the CLDR changes its kinds of space between versions."""
    return re.sub(r"\s", " ", text)


# Faulty files


def test_a_label_that_is_missing_is_reported(folder: Path) -> None:
    (folder / "sv.yaml").write_text(
        ENGLISH.replace("  place: Place\n", "").replace("page: ", "pages: "), "utf-8"
    )
    with pytest.raises(DesignError) as refusal:
        language.load("sv")
    assert str(refusal.value).split("\n") == [
        "templates/languages/sv.yaml:1: page: it is missing; add a line `page: …`",
        "templates/languages/sv.yaml:3: pages: there is no such key; did you mean page?",
        "templates/languages/sv.yaml:6: labels.place: it is missing; add a line `place: …`",
    ]


def test_a_pattern_without_its_places_and_a_word_that_is_empty_are_reported(folder: Path) -> None:
    text = ENGLISH.replace("Page {page} of {pages}", "Page {page}").replace("{event}", "{events}")
    text = text.replace("by {issuers}\n", "by {issuers} {\n").replace("place: Place", "place: ''")
    (folder / "en.yaml").write_text(text, "utf-8")
    with pytest.raises(DesignError) as refusal:
        language.load("en")
    needs = "once, and no other braces; write"
    assert str(refusal.value).split("\n") == [
        "templates/languages/en.yaml:3: page: "
        f"it needs {{page}} and {{pages}}, {needs} {{page}} and {{pages}} in it",
        "templates/languages/en.yaml:4: byline: "
        f"it needs {{issuers}} and {{event}}, {needs} {{issuers}} and {{event}} in it",
        "templates/languages/en.yaml:5: byline_without_event: "
        f"it needs {{issuers}}, {needs} {{issuers}} in it",
        "templates/languages/en.yaml:9: labels.place: string should have at least 1 character; "
        "see the list of fields in docs/designers.md",
    ]


def test_a_locale_that_the_cldr_does_not_know_is_reported(folder: Path) -> None:
    (folder / "en.yaml").write_text(ENGLISH.replace("en-GB", "xx-YY"), "utf-8")
    with pytest.raises(DesignError) as refusal:
        language.load("en")
    assert str(refusal.value) == (
        "templates/languages/en.yaml:1: locale: no such locale is known to the CLDR; name another"
    )


def test_a_new_language_is_one_file(folder: Path) -> None:
    (folder / "ga.yaml").write_text(
        ENGLISH.replace("locale: en-GB\nname: English", "name: Gaeilge"), "utf-8"
    )
    assert language.names() == sorted([*TAGS, "ga"])
    assert language.resolve("ga") == "ga"
    assert language.load("ga").name == "Gaeilge"
    assert language.load("ga").moment(date(2023, 5, 1)) == "1 Bealtaine 2023"
