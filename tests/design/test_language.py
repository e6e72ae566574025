"""The languages: their words, dates, lists and by-lines."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date, datetime

import pytest

from communique.design import language, yaml_lines
from communique.design.wording import LanguageFile
from communique.design.writing.figures import SYSTEMS
from communique.model.faults import Faults
from communique.store.paths import TEMPLATES
from tests.design.languages import TAGS

OPTIONAL = {name for name, field in LanguageFile.model_fields.items() if not field.is_required()}


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


def test_a_language_without_a_sans_serif_has_the_same_fonts_without_serifs() -> None:
    danish, japanese = (language.load(tag).file for tag in ("da", "ja"))
    assert danish.in_type(serifs=False) == danish
    assert japanese.in_type(serifs=True) == japanese
    package = japanese.in_type(serifs=False).package
    assert package
    assert package.name == "fonts-noto-cjk"
    assert all("Sans" in name for name in package.files)


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
    ("tag", "day", "folio"),
    [
        ("ar", "29 سبتمبر 2023", "الصفحة 2 من 10"),
        ("ar-EG", "٢٩ سبتمبر ٢٠٢٣", "الصفحة ٢ من ١٠"),
        ("ar-SA", "٢٩ سبتمبر ٢٠٢٣", "الصفحة ٢ من ١٠"),
        ("ar-AE", "29 سبتمبر 2023", "الصفحة 2 من 10"),
        ("ar-AE-u-nu-arab", "٢٩ سبتمبر ٢٠٢٣", "الصفحة ٢ من ١٠"),
        ("ar-EG-u-nu-latn", "29 سبتمبر 2023", "الصفحة 2 من 10"),
        ("en-u-nu-deva", "२९ September २०२३", "Page २ of १०"),
    ],
)
def test_numbers_have_the_figures_that_the_tag_asks_for(tag: str, day: str, folio: str) -> None:
    written = language.load(tag)
    figures = written.figures
    assert written.day(date(2023, 9, 29)) == day
    assert written.folio(figures.written(2), figures.written(10)) == folio


def test_figures_are_ten_in_a_row_of_their_script() -> None:
    for figures in SYSTEMS.values():
        assert [unicodedata.digit(one) for one in figures.written("0123456789")] == list(range(10))


@pytest.mark.parametrize("tag", ["fr", "fr-BE", "fr-CA", "fr-CH", "fr-LU"])
def test_the_first_of_a_month_is_an_ordinal_in_french(tag: str) -> None:
    french = language.load(tag)
    assert french.day(date(2025, 5, 1)) == "1er mai 2025"
    assert spaced(french.moment(datetime(2025, 5, 1, 1, 11))).startswith("1er mai 2025")
    assert french.day(date(2011, 1, 11)) == "11 janvier 2011"


def test_an_ordinal_stands_in_place_of_the_day_and_of_no_word() -> None:
    portuguese = language.load("pt")
    file = portuguese.file.model_copy(update={"first_day": "1.º"})
    assert replace(portuguese, file=file).day(date(2025, 5, 1)) == "1.º de maio de 2025"


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
    assert language.load("uk").folio("1", "1") == "Сторінка 1 з 1"


def test_a_swedish_press_release_is_published_and_not_decreed() -> None:
    assert language.load("sv").labels.issued == "Publicerat"


def spaced(text: str) -> str:
    """Return `text` with plain spaces: the CLDR changes its kinds of space between versions."""
    return re.sub(r"\s", " ", text)


@pytest.mark.parametrize(
    ("tag", "heading"),
    [
        ("ar", "المرفق الأول"),
        ("ar", "الملحق ١"),
        ("ar", "الملحق الأول"),
        ("ar", "الْمُلْحَقُ الثَّانِي"),
        ("ar", "الملحق أ"),
        ("he", "תוספת א"),
        ("he", "תוספת ראשונה"),
        ("en", "Second Schedule"),
        ("ar", "مرفق"),
        ("de", "Anhang"),
        ("de", "Anlage"),
        ("de", "Anlage 1"),
        ("de", "ANLAGE II – Karte"),
        ("de", "Anlage: Karte"),
        ("de", "Anlage (Karte)"),
        ("de", "2. Anlage B"),
        ("en", "Appendix A: the gauges"),
        ("en", "IV. Annex"),
        ("hu", "I. melléklet"),
        ("hu", "1. számú melléklet"),
        ("hu", "2. sz. függelék"),
        ("is", "II. VIÐAUKI"),
        ("ja", "別添1"),
        ("lt", "1 priedas"),
        ("ro", "Anexa nr. 1"),
        ("sq", "Aneksi 1"),
        ("zh-Hans", "附录一"),
        ("ar", "الملحق رقم ١"),
        ("el", "ΠΑΡΑΡΤΗΜΑ Ι"),
        ("en", "Schedule 1: the lights"),
        ("et", "Lisa 1"),
        ("hr", "Prilog II."),
        ("ja", "別表1"),
        ("tr", "Ek 2 – Harita"),
        ("tr", "EK"),
        ("tr", "EK-1"),
        ("tr", "Ek-2: Harita"),
        ("bg", "Допълнение А"),
        ("cnr", "Aneks I"),
        ("cs", "Dodatek č. 1"),
        ("da", "Tillæg 2"),
        ("de", "Beilage 3"),
        ("el", "Προσάρτημα Α"),
        ("en", "Attachment B – Map"),
        ("es", "Apéndice n.º 2"),
        ("et", "Liide 1"),
        ("fi", "Lisäys 2"),
        ("fr", "Pièce jointe no 2"),
        ("he", "תוספת 1"),
        ("hr", "Dodatak 2"),
        ("hu", "1. függelék"),
        ("is", "Fylgiskjal II"),
        ("it", "Annesso n. 2"),
        ("lb", "Appendix A"),
        ("lt", "2 priedėlis"),
        ("lv", "1. papildinājums"),
        ("mk", "Додаток бр. 1"),
        ("nb", "Tillegg 1"),
        ("nl", "Aanhangsel A"),
        ("nn", "Bilag 2"),
        ("pl", "Dodatek nr 1"),
        ("pt", "Adenda n.º 1"),
        ("ru", "Дополнение № 2"),
        ("sk", "Dodatok č. 1"),
        ("sl", "Dodatek št. 1"),
        ("sv", "Tillägg 1"),
        ("uk", "Доповнення Б"),
        ("ar", "الْمُرْفَقُ الْأَوَّلُ"),
        ("ar", "مُلْحَقٌ رَقْمُ ٢"),
        ("ar", "مُلْحَق"),
        ("ar", "الملحق الاول"),
        ("ar", "الـمـلـحـق 1"),
        ("ar", "الملحق الا\u0654ول"),
        ("he", "נִסְפָּח א׳"),
        ("he", "תּוֹסֶפֶת 2"),
    ],
)
def test_an_annex_begins_with_the_words_that_its_language_has_for_it(
    tag: str, heading: str
) -> None:
    assert language.load(tag).file.begins_annex(heading)


@pytest.mark.parametrize(
    ("tag", "heading"),
    [
        ("ar", "ملحق ثقافي"),
        ("ar", "الملحق أيضا"),
        ("he", "תוספת אחרת"),
        ("en", "Second Scheduled Review"),
        ("ar", "مُلْحَقٌ ثَقَافِيٌّ"),
        ("de", "Anlage und Betrieb"),
        ("de", "Anlagen"),
        ("de", "Anlage Süd"),
        ("de", "Die Anlage"),
        ("en", "Annexes"),
        ("en", "The annex"),
        ("en", "A. The annex"),
        ("en", "Appendixes"),
        ("fr", "Appendices"),
        ("sv", "Bilagor"),
        ("en", "Schedule of the visit"),
        ("et", "Lisa Rand, minister"),
        ("hr", "Prilog raspravi"),
        ("tr", "Ek önlemler"),
        ("tr", "Ek-Önlemler"),
        ("de", "Anlage-Beratung"),
        ("hr", "Prilog o raspravi"),
        ("it", "Appendice a cura del ministero"),
        ("sv", "Tillägg om fyrar"),
        ("de", "Beilage zur Ausgabe"),
    ],
)
def test_other_headings_begin_no_annex(tag: str, heading: str) -> None:
    assert not language.load(tag).file.begins_annex(heading)


def test_a_comma_is_that_of_the_script() -> None:
    commas = {tag: language.load(tag).file.comma for tag in TAGS}
    others = {tag: comma for tag, comma in commas.items() if comma != ", "}
    assert others == {"ar": "\u060c ", "ja": "\u3001", "zh-Hans": "\uff0c"}
