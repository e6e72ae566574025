"""Changes of two languages side by side: each has its own, proven, marked and attached."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique import turns
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import StatementError
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from communique.run.verify import Outcome, verify
from communique.typeset.engine import typeset
from tests.conformance.judge import PROFILES, judge
from tests.prove.conftest import complaints
from tests.random_statements import pairs
from tests.samples import with_body

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.compose.page import Page
    from communique.model.statement import Statement, Turned
    from tests.conftest import Build

COUNT = int(os.environ.get("COMMUNIQUE_RANDOM", "0")) // 8 or 4
OLD = {
    "en": "We renew two lights by 2027.[^1]\n\nThis goes in both.\n\nThis goes here alone.\n\n"
    "## Costs\n\n- One.\n- A point that goes.\n- Two.\n\n| Light | Year |\n|---|---|\n| First | 1 |"
    "\n\nShips.[^2]\n\nLast.[^3]\n\n[^1]: As agreed.\n[^2]: It goes.\n[^3]: In winter.",
    "fr": "Nous renouvelons deux feux avant 2027.[^1]\n\nCeci disparaît dans les deux.\n\n"
    "## Coûts\n\n- Un.\n- Deux.\n\n| Feu | Année |\n|---|---|\n| Premier | 1 |\n\nNavires.\n\n"
    "Fin.[^2]\n\n[^1]: Comme convenu.\n[^2]: En hiver.",
    "ar": "نجدد ضوءين قبل 2027.[^1]\n\nهذه تختفي في اللغتين.\n\n## التكاليف\n\n"
    "- واحد.\n- اثنان.\n\n| الضوء | السنة |\n|---|---|\n| الأول | 1 |\n\nسفن.\n\nالنهاية.[^2]\n\n"
    "[^1]: كما اتفق عليه.\n[^2]: في الشتاء.",
}
NEW = {
    "en": "We renew nine lights by 2028.[^1]\n\n## Costs\n\n- One.\n- Two.\n\n"
    "| Light | Year |\n|---|---|\n| First | 2 |\n\nShips.\n\nPilots come.\n\nLast.[^2]\n\n"
    "[^1]: As agreed.\n[^2]: In winter.",
    "fr": "Nous renouvelons neuf feux avant 2028.[^1]\n\n## Coûts\n\n- Un.\n- Deux.\n\n"
    "| Feu | Année |\n|---|---|\n| Premier | 2 |\n\nNavires.\n\nDes pilotes viennent.\n\n"
    "Fin.[^2]\n\n[^1]: Comme convenu.\n[^2]: En hiver.",
    "ar": "نجدد تسعة أضواء قبل 2028.[^1]\n\n## التكاليف\n\n- واحد.\n- اثنان.\n\n"
    "| الضوء | السنة |\n|---|---|\n| الأول | 2 |\n\nسفن.\n\nيأتي المرشدون.\n\nالنهاية.[^2]\n\n"
    "[^1]: كما اتفق عليه.\n[^2]: في الشتاء.",
}
LARGE = replace(edition.load("parallel"), text_size=15.0)


def written(folder: Path, texts: dict[str, str], *tags: str) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"meeting.{tag}.md" for tag in tags]
    for path, tag in zip(paths, tags, strict=True):
        path.write_text(with_body(texts[tag]), "utf-8")
    return paths


def both(folder: Path, texts: dict[str, str], *tags: str) -> Statement:
    one, other = map(read, written(folder, texts, *tags))
    return replace(one, beside=other)


def changed(folder: Path, *tags: str) -> Statement:
    old, new = both(folder / "old", OLD, *tags), both(folder / "new", NEW, *tags)
    return turns.turned(new, "changes", old)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    made = changed(tmp_path_factory.mktemp("changes"), "en", "fr")
    return compose(content_of(made, edition.load("parallel")))


def test_what_one_language_alone_deleted_has_a_gap_beside_it(page: Page) -> None:
    rows = list(zip(*(each.statement.body.children for each in page.content.versions), strict=True))
    kinds = [tuple(node.kind for node in row) for row in rows]
    assert kinds[:4] == [
        ("paragraph",) * 2,
        ("paragraph",) * 2,
        ("paragraph", "gap"),
        ("heading",) * 2,
    ]
    points = [
        tuple(node.kind for node in pair)
        for pair in zip(*(n.children for n in rows[4]), strict=True)
    ]
    assert points == [("item", "item"), ("item", "gap"), ("item", "item")]


@pytest.mark.parametrize("tags", [("fr", "en"), ("en", "ar"), ("ar", "fr")])
def test_they_are_proven_whatever_way_they_run(tmp_path: Path, tags: tuple[str, str]) -> None:
    page = compose(content_of(changed(tmp_path, *tags), edition.load("parallel")))
    assert complaints(page, typeset(page)) == []


def test_they_are_proven_in_large_type(page: Page) -> None:
    large = compose(content_of(page.content.statement, LARGE))
    assert complaints(large, typeset(large)) == []


def test_each_language_says_how_much_of_it_differs(page: Page) -> None:
    said = [str(each.front.facts[0].value) for each in page.content.versions]
    assert said[0].startswith("3 paragraphs changed, 1 paragraph added, 4 paragraphs deleted")
    assert said[1].startswith("2 paragraphes modifiés, 1 paragraphe ajouté, 1 paragraphe supprimé")


@pytest.mark.parametrize("number", [1, 2])
def test_the_sources_of_all_four_are_attached_and_it_is_verified(
    tmp_path: Path, number: int
) -> None:
    old, new = both(tmp_path / "old", OLD, "en", "ar"), both(tmp_path / "new", NEW, "en", "ar")
    result = pipeline.build(
        new, "parallel", tmp_path / "out", turn="changes", earlier=old, standard=number
    )
    pdf = result.files["pdf"].path
    since = "-".join(each.known.digest for each in old.versions)
    assert pdf.name == f"meeting.en+ar.parallel.changes-since-{since}.pdf"
    attached = {file.name: file.data for file in Reading(pdf.read_bytes()).files}
    assert attached == {
        "meeting.en.md": new.source,
        "earlier.meeting.en.md": old.source,
        "meeting.ar.md": new.versions[1].source,
        "earlier.meeting.ar.md": old.versions[1].source,
    }
    assert verify(pdf).outcome is Outcome.SAME
    told = [remark for remark in result.files["pdf"].remarks if "goes out with it" in remark]
    assert len(told) == 2


@pytest.mark.conformance
@pytest.mark.parametrize("number", [1, 2])
def test_the_judge_finds_nothing(tmp_path: Path, number: int) -> None:
    made = []
    for tags in (("en", "fr"), ("en", "ar")):
        folder = tmp_path / "-".join(tags)
        old, new = both(folder / "old", OLD, *tags), both(folder / "new", NEW, *tags)
        result = pipeline.build(
            new, "parallel", folder, turn="changes", earlier=old, standard=number
        )
        made.append(result.files["pdf"].path)
    assert judge(made, PROFILES[number]) == []


@pytest.mark.parametrize(("side", "first"), [("left", "two"), ("right", "deux")])
def test_a_bar_that_is_missing_beside_a_column_is_told(page: Page, side: str, first: str) -> None:
    styles = page.styles + f"@page {{ @{side}-middle {{ content: none }} }}"
    said = complaints(page, typeset(replace(page, styles=styles)))
    missing = f"1: changes: page 1: this has changed, and no bar is beside it: {first} and "
    assert any(each.startswith(missing) for each in said)


def test_a_bar_in_the_margin_of_the_other_column_is_told(page: Page) -> None:
    """Where one margin alone asks for bars, it has those of both columns."""
    styles = page.styles + "@page { @left-middle { content: none } }"
    said = complaints(page, typeset(replace(page, styles=styles)))
    assert "1: changes: page 1: a bar is beside this, which has not changed: Navires." in said


@pytest.mark.parametrize(
    ("styles", "complaint"),
    [
        (".side + .side ins { text-decoration: none }", "this was inserted and is not underlined"),
        (".side + .side del { text-decoration: none }", "this was deleted and is not struck"),
        (".side + .side .list { position: relative; top: 60pt }", None),
        (".side + .side > p { position: relative; top: 30pt }", "does not stand beside the same"),
    ],
)
def test_what_is_wrong_in_the_second_column_is_told(
    page: Page, styles: str, complaint: str | None
) -> None:
    said = complaints(page, typeset(replace(page, styles=page.styles + styles)))
    assert any(complaint in each for each in said) if complaint else said == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda how: replace(how, said="Modifications"), "over the title stands Modifications"),
        (lambda how: replace(how, facts=()), "no fact says what signs mean"),
        (
            lambda how: replace(how, facts=how.facts[1:]),
            "the facts say nothing of how much differs",
        ),
        (lambda how: replace(how, earlier=how.original), "the earlier version is not regained"),
    ],
)
def test_what_is_said_wrongly_of_the_second_language_is_told_of_its_file(
    page: Page, change: Callable[[Turned], Turned], complaint: str
) -> None:
    first, second = (version.statement for version in page.content.versions)
    assert second.turned
    wrong = replace(first, beside=replace(second, turned=change(second.turned)))
    made = compose(content_of(wrong, page.content.edition))
    said = complaints(made, typeset(made))
    assert any(complaint in each for each in said)


def test_lists_in_place_of_tables_stand_side_by_side_too(page: Page) -> None:
    made = turns.with_lists(page.content.statement)
    assert made is not None
    listed = compose(content_of(made, page.content.edition))
    assert complaints(listed, typeset(listed)) == []


@pytest.mark.parametrize("number", [1, 2])
def test_one_language_may_be_as_it_was(tmp_path: Path, number: int) -> None:
    old = both(tmp_path / "old", NEW, "en", "fr")
    later = NEW | {"en": NEW["en"].replace("nine", "ten")}
    new = both(tmp_path / "new", later, "en", "fr")
    result = pipeline.build(new, "parallel", tmp_path, turn="changes", earlier=old, standard=number)
    pdf = result.files["pdf"].path
    assert len(Reading(pdf.read_bytes()).files) == 4
    assert verify(pdf).outcome is Outcome.SAME


def test_where_neither_has_changed_it_is_refused(tmp_path: Path) -> None:
    old = both(tmp_path / "old", OLD, "en", "fr")
    with pytest.raises(StatementError, match="are the same files, byte for byte"):
        turns.turned(old, "changes", old)


def test_as_text_both_languages_have_their_signs(tmp_path: Path) -> None:
    old, new = both(tmp_path / "old", OLD, "en", "fr"), both(tmp_path / "new", NEW, "en", "fr")
    made = pipeline.make(new, "parallel", ("text",), turn="changes", earlier=old)
    text = made.files["text"].data.decode("utf-8").replace("\u00a0", " ")
    assert "[− This goes here alone. −]" in text
    assert "[+ Des pilotes viennent. +]" in text


# Where the earlier versions are


def test_the_earlier_version_of_the_other_language_is_found_beside_the_one_that_is_named(
    build: Build, tmp_path: Path
) -> None:
    old, new = (
        written(tmp_path / "old", OLD, "en", "fr"),
        written(tmp_path / "new", NEW, "en", "fr"),
    )
    run = build("build", *new, "--edition", "parallel", "--as", "changes", "--since", old[1])
    assert run.code == 0, run.err
    assert "the earlier version, meeting.en.md, is attached" in run.err
    (pdf,) = tmp_path.glob("out/meeting.en+fr.parallel.changes-since-*.pdf")
    third = written(
        tmp_path / "third", {tag: f"{text}\n\nMore." for tag, text in NEW.items()}, "en", "fr"
    )
    words = ("--edition", "parallel", "--as", "changes", "--since", pdf)
    run = build("build", *third, *words, "--out", tmp_path / "again")
    assert run.code == 0, run.err


def test_where_it_is_not_found_it_is_said_what_to_name(build: Build, tmp_path: Path) -> None:
    (old,), new = written(tmp_path / "old", OLD, "en"), written(tmp_path / "new", NEW, "en", "fr")
    run = build("build", *new, "--edition", "parallel", "--as", "changes", "--since", old)
    assert run.code == 2
    assert f"--since {old} is in en, and {new[1]} in fr" in run.err
    assert "name an earlier version in the same language, too" in run.err


def test_a_revision_has_both_and_so_has_a_file_of_one(build: Build, tmp_path: Path) -> None:
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", "-C", str(tmp_path)]
    paths = written(tmp_path / "texts", OLD, "en", "fr")
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "One"]):
        subprocess.run([*git, *words], check=True, capture_output=True)  # noqa: S603  # git, in a new folder
    written(tmp_path / "texts", NEW, "en", "fr")
    for since in ("HEAD", f"HEAD:{paths[0]}"):
        run = build(
            "build", *paths, "--edition", "parallel", "--as", "changes", "--since", since, "--force"
        )
        assert run.code == 0, run.err
        assert list(tmp_path.glob("out/meeting.en+fr.parallel.changes-since-*.pdf"))


# Random pairs of versions, in two languages that have the same new text


def random_changes(folder: Path) -> list[tuple[Statement, Statement]]:
    """Return new versions in two languages, which match, and what somebody made of each."""
    found = []
    for seed in range(100, 104 + 4 * COUNT, 2):
        try:
            new, old = map(read, pairs.pair(seed).write(folder / str(seed)))
        except StatementError:
            continue
        found.append((replace(new, slug="meeting"), replace(old, slug="meeting")))
    return found


def test_both_versions_of_both_languages_are_regained_of_random_pairs(tmp_path: Path) -> None:
    tried = 0
    for (new, old), (beside, before) in pairwise(random_changes(tmp_path)):
        if tried == COUNT or new.language == beside.language:
            continue
        one, other = replace(new, beside=beside), replace(old, beside=before)
        pipeline.make(one, "parallel", turn="changes", earlier=other)  # proven, or it is refused
        tried += 1
    assert tried == COUNT
