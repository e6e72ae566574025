"""Tags: what a screen reader is told of each text is what it is (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from collections import defaultdict
from itertools import zip_longest
from typing import TYPE_CHECKING
from urllib.parse import unquote

from communique.content.structure import expansions as wanted_expansions
from communique.content.structure import links as wanted_links
from communique.content.structure import lists as wanted_lists
from communique.pdf_reading.tag_tree import Tag
from communique.pdf_reading.tag_tree import tags as all_tags
from communique.prove.lines import folded
from communique.prove.words import expected, short, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.content.content import Content
    from communique.content.text import Text
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading
    from communique.pdf_reading.tag_tree import Block


def roles(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each text that is tagged as something else than it is."""
    for text, block in _pairs(content, reading):
        if block.role != text.role:
            wrong = f"{short(text.words)} is tagged {block.role or 'not at all'}"
            _say(faults, text, f"{wrong} and not {text.role}")


def languages(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each text that is not, or not wholly, said to be in its language (WCAG 3.1.2)."""
    for text, block in _pairs(content, reading):
        if {language for _, language in text.runs} == set(block.languages) and len(text.runs) == 1:
            continue
        spoken_in = zip((piece.text for piece in block.pieces), block.languages, strict=False)
        if block.alternative:
            spoken_in = zip([block.alternative], block.languages, strict=False)
        found, wanted = _letters(spoken_in), _letters(text.runs)
        if found != wanted and _all(found) == _all(wanted):  # else another rule says what differs
            listed, due = (" and ".join(sorted(each)) for each in (found, wanted))
            wrong = f"{short(text.words)} is said to be in {listed or 'none'}"
            _say(faults, text, f"{wrong} and not in {due}, or not all of it")


def _all(letters: dict[str, str]) -> list[str]:
    return sorted("".join(letters.values()))


def links(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each link that leads elsewhere than the statement says, is missing, or not asked for."""
    found = [_targets(tag) for tag in all_tags(reading.tree) if tag.role == "Link"]
    wanted = [{unquote(target)} for target in wanted_links(content)]
    if found != wanted:
        pairs = zip_longest(found, wanted, fillvalue=set[str]())
        there, due = next(pair for pair in pairs if pair[0] != pair[1])
        wrong = f"a link leads to {_listed(there)} and not to {_listed(due)}"
        faults.add(1, "tags", wrong, "nothing was delivered")


def lists(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each list that is not said to be numbered as it is (ISO 32000-1, 14.8.5.5)."""
    attributes = [tag.attributes for tag in all_tags(reading.tree) if tag.role == "L"]
    found = [str(each.get("/ListNumbering", "")).lstrip("/") for each in attributes]
    wanted = wanted_lists(content)
    if found != wanted:
        wrong = f"the lists are tagged as numbered {found} and not {wanted}"
        faults.add(1, "tags", wrong, "nothing was delivered")


def expansions(content: Content, reading: Reading, faults: Faults) -> None:
    """Note where abbreviations are not explained to those who listen (ISO 32000-1, 14.9.5)."""
    found = [tag.text("E") for tag in all_tags(reading.tree) if "/E" in tag.entries]
    wanted = wanted_expansions(content)
    if found != wanted:
        wrong = f"abbreviations are explained as {found} and not as {wanted}"
        faults.add(1, "abbreviations", wrong, "nothing was delivered")


def replacements(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note each tag that has other words read aloud than those it holds (ISO 32000-1, 14.9.3)."""
    for tag in all_tags(reading.tree):
        for key in ("ActualText",) if tag.role == "Figure" else ("ActualText", "Alt"):
            if f"/{key}" in tag.entries:
                wrong = f"instead of what stands there, {tag.role} says {short(tag.text(key))}"
                faults.add(1, "tags", wrong, "nothing was delivered")


def untagged(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note text that is neither in the tag tree nor an artifact (ISO 14289-1, 7.1)."""
    for piece in reading.pieces:
        if piece.mark != "Artifact" and not isinstance(piece.mark, int) and folded(piece.text):
            wrong = f"page {piece.page + 1}: {short(piece.text)} has no tag"
            faults.add(1, "tags", wrong, "nothing was delivered")


def _pairs(content: Content, reading: Reading) -> Iterator[tuple[Text, Block]]:
    """Yield each text with the block that says it; none where words differ."""
    texts, blocks = expected(content, reading), spoken(reading)
    if len(texts) == len(blocks):
        yield from zip(texts, blocks, strict=True)


def _letters(runs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the characters said in each language, in an order that no direction changes."""
    found: dict[str, str] = defaultdict(str)
    for words, language in runs:
        found[language.lower()] += folded(words).replace(" ", "")
    return {language: "".join(sorted(words)) for language, words in found.items() if words}


def _targets(tag: Tag) -> set[str]:
    """Return where the annotations of a link lead: an address, or # and the name of a heading."""
    found = set()
    for annotation in tag.annotations:
        action = annotation.entries.get("/A")
        if isinstance(action, dict):
            found.add(unquote(str(action.get("/URI"))))
        else:
            found.add(f"#{annotation.entries.get('/Dest', '')}")
    return found


def _listed(targets: Iterable[str]) -> str:
    return ", ".join(sorted(targets)) or "nothing"


def _say(faults: Faults, text: Text, wrong: str) -> None:
    faults.add(text.line, "tags", wrong, "nothing was delivered", path=text.path)
