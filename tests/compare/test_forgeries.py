"""Each way of changing a page is told as what it is, whatever else the file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.compare.aspects import ASPECTS
from communique.read.source import read
from communique.run import pipeline, verify
from communique.run.verify import Outcome, Verdict
from tests.compare import forgeries
from tests.compare.forgeries import Change, changed
from tests.samples import ROOT, png

SENTENCE = "The water is high. The fee is 100 euro a year, see"
HEARD = "; one sees what it should say, but this is what is copied, searched and read aloud"
REWRITTEN = ("saving", "its pages are written by other instructions, though they are drawn alike")
Told = tuple[str, str]

FORGERIES: dict[str, tuple[Change, list[Told]]] = {
    "a word in the content stream": (
        forgeries.replace_words("is high", "is thin"),
        [
            ("words", "page 1 says “thin.” where it should say “high.”"),
            ("looks", f"page 1 looks otherwise at “{SENTENCE}”"),
        ],
    ),
    "a white box with another text on it": (
        forgeries.cover_and_write,
        [
            ("words", "page 1 says “The water is low. No fee.”, which it should not"),
            ("looks", f"page 1 looks otherwise at “{SENTENCE}”, “the fees”, “.”"),
            ("looks", f"page 1: “{SENTENCE}” is covered by a box or a line drawn over it"),
            ("looks", "page 1: “the fees” is covered by a box or a line drawn over it"),
            ("looks", "page 1: a box or a line is there that should not be"),
        ],
    ),
    "invisible text": (
        forgeries.write_invisibly,
        [
            ("words", f"page 1 says “The water is low.”, which it should not{HEARD}"),
            ("looks", "page 1 has text that is not seen (invisible text): “The water is low.”"),
            REWRITTEN,
        ],
    ),
    "text in the colour of the paper": (
        forgeries.write_in_white,
        [
            ("words", f"page 1 says “The water is low.”, which it should not{HEARD}"),
            ("looks", "page 1 has text that is not seen (invisible text): “The water is low.”"),
            REWRITTEN,
        ],
    ),
    "an annotation over a figure": (
        forgeries.annotate,
        [
            ("looks", f"page 1 looks otherwise at “{SENTENCE}”"),
            (
                "looks",
                "page 1: this is covered or cut off: The water is high. The fee is 100 euro a",
            ),
            (
                "annotations",
                "page 1: a text written on the page (annotation FreeText) that says “900”",
            ),
        ],
    ),
    "a Form XObject": (
        forgeries.write_in_a_form,
        [
            ("words", "page 1 says “NOT VALID”, which it should not"),
            (
                "looks",
                "page 1 looks otherwise where it should have no text, 36 mm from the left, "
                "77 mm from below",
            ),
            ("looks", "page 1 has a drawing of its own (Form XObject) that says “NOT VALID”"),
        ],
    ),
    "a script": (
        forgeries.run_a_script,
        [
            (
                "actions",
                "when the file is opened, a script (JavaScript) runs: "
                "this.getField('fee').value = 900",
            )
        ],
    ),
    "a program behind a link": (
        forgeries.launch,
        [
            ("links", "no link leads to “https://example.org/fees”, and one should"),
            (
                "actions",
                "page 1: when it is clicked, a program is started (Launch): calc.exe",
            ),
        ],
    ),
    "a form field": (
        forgeries.fill_in,
        [("form fields", "a text field “Fee”, filled in with “900 euro”")],
    ),
    "another address behind a link": (
        forgeries.redirect,
        [
            (
                "links",
                "page 1: a link leads to “https://example.com/pay” "
                "and should lead to “https://example.org/fees”",
            )
        ],
    ),
    "another attachment": (
        forgeries.attach,
        [("attachments", "the attached file “terms.txt” was added")],
    ),
    "another statement attached": (
        forgeries.replace_attached(
            ".md", forgeries.TEXT.replace("is high", "is thin").encode("utf-8")
        ),
        [
            ("words", "page 1 says “high.” where it should say “thin.”"),
            (
                "looks",
                f"page 1 looks otherwise at “{SENTENCE.replace('is high', 'is thin')}”, "
                "“the fees”, “.”",
            ),
            ("looks", "page 1: a box or a line is there that should not be"),
            (
                "links",
                "page 1: a link to “https://example.org/fees” lies at another place than it should",
            ),
        ],
    ),
    "another picture attached": (
        forgeries.replace_attached(".png", png(41, 30)),
        [
            (
                "looks",
                "page 1 looks otherwise where it should have no text, 77 mm from the left, "
                "209 mm from below",
            ),
            ("looks", "page 1: a picture is there that should not be"),
        ],
    ),
    "letters copied as others": (
        forgeries.swap_copied("1", "2"),
        [
            ("words", f"page 1 says “1018.” where it should say “2028.”{HEARD}"),
            ("words", f"page 1 says “200” where it should say “100”{HEARD}"),
            (
                "words",
                "the letters of the font Source-Serif-4 are copied as others than they look "
                "(ToUnicode)",
            ),
            REWRITTEN,
        ],
    ),
    "letters drawn as others": (
        forgeries.swap_drawn("1", "2"),
        [
            (
                "looks",
                "page 1 looks otherwise at “Norland will renew the nine lights of the Grey Strait "
                f"by 2028.”, “{SENTENCE}”",
            ),
            (
                "looks",
                "the font Source-Serif-4 was replaced: its letters may look like others than "
                "they are",
            ),
        ],
    ),
    "a layer": (
        forgeries.layer,
        [
            ("words", "page 1 says “DRAFT”, which it should not"),
            ("looks", "a part of the file can be switched on and off, the layer “Draft”"),
            (
                "looks",
                "page 1 looks otherwise where it should have no text, 67 mm from the left, "
                "114 mm from below",
            ),
        ],
    ),
    "another title": (
        forgeries.retitle,
        [
            (
                "metadata",
                "the title is “Lights for sale” and should be “Lights for the Grey Strait” "
                "(information dictionary)",
            )
        ],
    ),
}
VERSION = ("metadata", "the program that made it is “0.0.1” and should be “0.1.0”")
each_forgery = pytest.mark.parametrize("name", FORGERIES)


def told(verdict: Verdict) -> list[Told]:
    return [(each.kind, each.what) for each in verdict.differences]


@each_forgery
def test_a_forgery_is_told_as_what_it_is(lights: bytes, name: str) -> None:
    change, due = FORGERIES[name]
    verdict = verify.judge(changed(lights, change))
    assert told(verdict) == due
    assert verdict.outcome is Outcome.OTHER
    assert verdict.reason.startswith("it differs in ")


@each_forgery
def test_a_forgery_that_claims_another_version_is_told_all_the_same(
    lights: bytes, name: str
) -> None:
    change, due = FORGERIES[name]
    verdict = verify.judge(changed(lights, forgeries.claim("0.0.1"), change))
    assert set(told(verdict)) == {*due, VERSION}
    decided = {Outcome.OTHER} if name not in MAY_BE_THE_VERSION else {Outcome.UNDECIDED}
    assert {verdict.outcome} == decided
    assert "version 0.0.1 made it and this is 0.1.0" in verdict.reason


#: What another version may have made so: other letters, sizes of pictures, titles.
MAY_BE_THE_VERSION = {"letters drawn as others", "another picture attached", "another title"}


def test_a_page_that_an_update_replaces_is_compared_and_the_update_told(lights: bytes) -> None:
    verdict = verify.judge(forgeries.replaced_by_an_update(lights))
    _, due = FORGERIES["a white box with another text on it"]
    update = "something was added at its end after it was made (an incremental update)"
    assert told(verdict) == [*due, ("saving", update)]
    assert verdict.outcome is Outcome.OTHER


def test_a_file_that_only_claims_another_version_cannot_be_decided(lights: bytes) -> None:
    verdict = verify.judge(changed(lights, forgeries.claim("0.0.1")))
    assert told(verdict) == [VERSION]
    assert verdict == Verdict(
        Outcome.UNDECIDED,
        "it cannot be decided here: version 0.0.1 made it and this is 0.1.0; "
        "what this version makes differs in metadata",
        verdict.differences,
        "verify it with version 0.0.1",
    )


def test_a_pdf_2_is_compared_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / forgeries.NAME
    path.write_text(forgeries.TEXT.replace("![A gauge](pics/a%20b.png)\n", ""), "utf-8")
    pdf = pipeline.make(read(path), "standard", standard=2).files["pdf"].data
    assert verify.judge(pdf).outcome is Outcome.SAME
    assert verify.judge(changed(pdf)).reason == SAVED_ANEW
    assert told(verify.judge(changed(pdf, forgeries.retitle))) == [
        (
            "metadata",
            "the title is “Lights for sale”, and there should be none (information dictionary)",
        ),
    ]


SAVED_ANEW = (
    "its bytes differ (another program saved it anew); "
    "nothing that is seen, read aloud or followed was found to differ"
)


def test_a_file_that_was_only_saved_anew_is_not_the_same(lights: bytes) -> None:
    assert verify.judge(changed(lights)) == Verdict(Outcome.OTHER, SAVED_ANEW)
    assert verify.judge(lights).outcome is Outcome.SAME


def test_the_page_about_trust_lists_what_is_compared_in_its_order() -> None:
    page = (ROOT / "docs" / "trust.md").read_text("utf-8")
    _, _, table = page.partition("| Kind | What is compared |")
    rows = [line.split("|")[1].strip() for line in table.partition("\n\n")[0].splitlines()[2:]]
    assert rows == [kind for kind, _ in ASPECTS]
