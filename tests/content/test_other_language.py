"""A text in another language than its name says has a remark, and no text that may be right."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.content.other_language import remarks
from communique.design import language
from communique.read.source import read
from tests.random_statements import statement as random_statement
from tests.samples import CASES, MEETINGS, ROOT, with_body

if TYPE_CHECKING:
    from communique.model.statement import Statement
    from tests.conftest import Build, Write

TAGS = language.names()
#: Languages whose texts have much in common, so that neither is taken for the other.
AKIN = [
    {"da", "nb", "nn", "sv", "is"},
    {"cnr", "hr", "sl", "cs", "sk"},
    {"bg", "mk", "ru", "uk"},
]


def long(tag: str, folder: Path, times: int = 3) -> Statement:
    """Return the meeting in a language with its text several times over."""
    text = (MEETINGS / f"meeting.{tag}.md").read_text("utf-8")
    head, front, body = text.split("---\n", 2)
    body = re.sub(r"(?m)^(\[\^.*|#.*)\n|\[\^\w+\]", "", body)  # a note has one name
    path = folder / f"meeting.{tag}.md"
    path.write_text("---\n".join((head, front, "\n\n" + body * times)), "utf-8")
    return read(path)


@pytest.mark.parametrize("tag", TAGS)
def test_a_text_in_the_language_of_its_name_has_no_remark(tag: str, tmp_path: Path) -> None:
    assert remarks(long(tag, tmp_path)) == ()


@pytest.mark.parametrize(
    "path",
    [
        *sorted((ROOT / "source").glob("*.md")),
        *(path for path in sorted(CASES.glob("*.md")) if path.name != "pictures.en.md"),
        ROOT / "docs/example.en.md",
    ],
    ids=lambda path: path.name,
)
def test_no_statement_of_the_project_has_a_remark(path: Path) -> None:
    assert remarks(read(path)) == ()


@pytest.mark.parametrize("seed", range(24))
def test_no_random_statement_has_a_remark(seed: int, tmp_path: Path) -> None:
    assert remarks(read(random_statement(seed).write(tmp_path))) == ()


@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag != "en"])
def test_english_under_the_name_of_another_language_has_a_remark(tag: str, tmp_path: Path) -> None:
    path = tmp_path / f"meeting.{tag}.md"
    own = language.english_name(tag)
    assert remarks(replace(long("en", tmp_path), language=tag, path=path)) == (
        f"the text of meeting.{tag}.md seems to be in English, and the page’s own words are in "
        f"{own}; if it is, change the language in its name",
    )


@pytest.mark.parametrize("tag", TAGS)
def test_no_text_is_taken_for_one_in_a_third_language(tag: str, tmp_path: Path) -> None:
    statement = long(tag, tmp_path)
    name = language.english_name(tag)
    for other in TAGS:
        for remark in remarks(replace(statement, language=other)):
            assert other != tag
            assert re.search(rf"in (?:[\w ]+ or )?(?:{name}|another language)\b", remark), remark


@pytest.mark.parametrize("akin", AKIN, ids=lambda akin: "+".join(sorted(akin)))
def test_a_text_in_a_language_akin_to_that_of_its_name_has_no_remark(
    akin: set[str], tmp_path: Path
) -> None:
    for tag in {"da", "sv", "hr", "ru", "bg"} & akin:
        statement = long(tag, tmp_path)
        near = [each for each in akin if not remarks(replace(statement, language=each))]
        assert len(near) >= 3


def test_a_text_in_letters_of_another_script_has_a_remark(tmp_path: Path) -> None:
    for tag, other in (("ja", "en"), ("zh-Hans", "de"), ("ja", "ar")):
        statement = replace(long(tag, tmp_path, times=9), language=other)
        (remark,) = remarks(statement)
        assert "seems to be in another language, and" in remark


SHORT = {
    "en": "We met in Oslo today and we agreed on nine new lights.",
    "uk": "Ми зустрілися сьогодні в Осло і домовилися про дев’ять нових ліхтарів.",
    "ru": "Сегодня мы встретились в Осло и договорились о девяти новых маяках.",
    "el": "Συναντηθήκαμε σήμερα στο Όσλο και συμφωνήσαμε για εννέα νέους φάρους στις ακτές.",
    "ar": "التقينا اليوم في أوسلو واتفقنا على بناء تسع منارات جديدة على الساحل.",
    "he": "נפגשנו היום באוסלו והסכמנו לבנות תשעה מגדלורים חדשים לאורך החוף כולו.",
    "ja": "私たちは本日オスロで会談し、海峡の両岸に新しい灯台を九つ建設することと、"
    "その費用を等しく分担することで合意しました。",
}


@pytest.mark.parametrize(
    ("written", "named"),
    [
        (written, named)
        for written in SHORT
        for named in SHORT
        if written != named and {written, named} != {"uk", "ru"}
    ],
)
def test_ten_words_in_letters_of_another_script_have_a_remark(
    statement: Write, written: str, named: str
) -> None:
    (remark,) = remarks(read(statement(with_body(SHORT[written]), f"meeting.{named}.md")))
    assert f"the text of meeting.{named}.md seems to be in another language, and the" in remark


@pytest.mark.parametrize("tag", SHORT)
def test_ten_words_in_letters_of_their_script_have_none(statement: Write, tag: str) -> None:
    assert remarks(read(statement(with_body(SHORT[tag]), f"meeting.{tag}.md"))) == ()


def test_fifty_english_words_under_the_name_of_a_language_in_another_script_are_known(
    tmp_path: Path,
) -> None:
    statement = long("en", tmp_path, times=1)
    words = " ".join(" ".join(node.plain for node in statement.body.children).split()[:57])
    path = tmp_path / "meeting.uk.md"
    path.write_text(with_body(words), "utf-8")
    assert remarks(read(path)) == (
        "the text of meeting.uk.md seems to be in English, and the page’s own words are in "
        "Ukrainian; if it is, change the language in its name",
    )


@pytest.mark.parametrize(
    "body",
    [
        "One two three four five six seven eight nine.",
        "Див. https://www.example.org/a/long/address/of/many/words/with-hyphens-between-them "
        "<press.office.of.the.strait.commission@example.org> www.example.org/press-office-2026",
        "Oslo, Bergen, Rome, Paris: ми зустрілися.",
    ],
)
def test_few_words_addresses_and_names_have_none(statement: Write, body: str) -> None:
    assert remarks(read(statement(with_body(body), "meeting.uk.md"))) == ()


def test_a_short_text_has_no_remark(tmp_path: Path) -> None:
    words = long("en", tmp_path, times=1)
    assert remarks(replace(words, language="de")) == ()


def test_a_text_half_in_another_language_has_no_remark(statement: Write) -> None:
    german = (MEETINGS / "meeting.de.md").read_text("utf-8").split("---\n", 2)[2]
    english = (MEETINGS / "meeting.en.md").read_text("utf-8").split("---\n", 2)[2]
    words = [re.sub(r"(?m)^\[\^.*\n|\[\^\w+\]|#", "", each) for each in (german, english)]
    path = statement(with_body("\n\n".join(words * 2)), "meeting.de.md")
    assert remarks(read(path)) == ()


def test_it_is_said_by_check_by_build_and_of_what_is_unchanged(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    body = long("en", tmp_path).source.decode("utf-8").split("---\n", 2)[2]
    path = statement(with_body(body), "meeting.de.md")
    said = "the text of meeting.de.md seems to be in English"
    pdf = tmp_path / "out/meeting.de.pdf"
    for verb, subject in (("check", path), ("build", pdf), ("build", pdf)):
        run = build(verb, path)
        assert run.code == 0
        (line,) = (each for each in run.err.splitlines() if said in each)
        assert line.startswith(f"{subject}: {said}, and the page’s own words are in German; ")
