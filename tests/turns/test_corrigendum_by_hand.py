"""Random pairs: whoever writes what is printed into the file of OLD by hand has that of NEW.

The words are replaced in the Markdown itself, between the marks that stand there, so that links,
stress, line ends and no-break spaces are those of OLD. Both files are then read and compared.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from communique import turns
from communique.model.body import Body, Node
from communique.model.faults import StatementError
from communique.read.source import read
from communique.turns import corrigendum
from tests.turns.corrigenda import said, statements

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "---\ntitle: Lights\n---\n\n"
WORDS = [
    *("lights", "tower", "strait", "north", "harbour", "pilot", "chart", "spring", "autumn"),
    *("vessel", "signal", "keeper", "lamp", "coast", "reef", "buoy", "channel", "of", "the", "and"),
    *("in", "by", "for", "2026", "2027", "10", "km"),
]
MARKS = (
    *("[{}](https://example.org/a)", "[{}](https://example.org/b)", "*{}*", "**{}**"),
    *("[{}]{{lang=de}}", "{}\u00a0km", "{}^2^", "{},", "{}\\\nand"),
    *["{}"] * 20,
)
_SENTENCES = (
    (re.compile("For “(.+)” read “(.+)”"), "{1}"),
    (re.compile("After “(.+)” insert “(.+)”"), "{0} {1}"),
    (re.compile("Before “(.+)” insert “(.+)”"), "{1} {0}"),
    (re.compile("Delete “(.+)”()"), ""),
)
_MARKED = (
    (re.compile("In “(.+)” set in italics “(.+)”()"), "*{0}*"),
    (re.compile("In “(.+)” set in bold “(.+)”()"), "**{0}**"),
    (re.compile("In “(.+)” raise “(.+)”()"), "^{0}^"),
    (re.compile("In “(.+)” link “(.+)” to (.+)"), "[{0}]({1})"),
)
#: What takes marks away: they stand among the words, which are not looked for then.
_TAKEN = re.compile("In “.+” (?:set in ordinary type|remove the link from) “.+”")


def _paragraph(rng: random.Random) -> str:
    words = [rng.choice(MARKS).format(rng.choice(WORDS)) for _ in range(rng.randint(5, 12))]
    return f"Here {rng.choice(WORDS)} {' '.join(words)} there."


def _changed(rng: random.Random, paragraphs: list[str]) -> list[str]:
    """Return a text with a change or two: of words, of marks, of both beside one another."""
    found = list(paragraphs)
    for _ in range(rng.randint(1, 3)):
        place = rng.randrange(len(found))
        words = found[place].split(" ")
        at = rng.randrange(1, len(words) - 1)
        match rng.randrange(8):
            case 0:
                words[at] = rng.choice(WORDS)
            case 1:
                words.insert(at, rng.choice(MARKS[-5:]).format(rng.choice(WORDS)))
            case 2:
                del words[at]
            case 3:
                words[at] = rng.choice(MARKS).format(rng.choice(WORDS))
            case 4:
                found.insert(place, " ".join(_paragraph(random.Random(rng.random())).split()))  # noqa: S311
                continue
            case 5 if len(found) > 2:
                del found[place]
                continue
            case 6:
                found.insert(rng.randrange(len(found)), found.pop(place))
                continue
            case _:
                inner = re.sub(r"\w+", lambda _: rng.choice(WORDS), words[at], count=1)
                words[at] = inner
        found[place] = " ".join(words)
    return found


def _written(paragraphs: list[str], lines: list[str]) -> list[str] | None:
    """Return the text with all corrections; None where marks stand between words to be replaced."""
    every: list[list[str]] = [[each] for each in paragraphs]
    before: dict[int, list[str]] = {}
    moved: list[tuple[int, int]] = []
    place = 0
    for line in lines:
        if found := re.fullmatch(r"Paragraph (\d+):", line):
            place = int(found[1]) - 1
        elif line == "Delete the whole":
            every[place][0] = ""
        elif found := re.fullmatch(r"Move to follow paragraph (\d+)", line):
            moved.append((place, int(found[1]) - 1))
        elif found := re.fullmatch("(After|Before) it insert (.+)", line):
            coming = re.findall("the paragraph “(.+?)”(?:, (?=the paragraph)|$)", found[2])
            if found[1] == "After":
                every[place] += coming
            else:
                before[place] = coming
        else:
            text = _replaced(every[place][0], line)
            if text is None:
                return None
            every[place][0] = text
    for one, other in moved:
        every[other].insert(1, every[one][0])
        every[one][0] = ""
    return [text for n, own in enumerate(every) for text in (*before.get(n, ()), *own) if text]


def _replaced(text: str, line: str) -> str | None:
    for pattern, result in _MARKED:
        if found := pattern.fullmatch(line):
            around, part, address = found.groups()
            assert around.count(part) == 1, line
            if text.count(around) != 1 or "\\\n" in text:
                return None
            return text.replace(around, around.replace(part, result.format(part, address)))
    if _TAKEN.fullmatch(line):
        return None
    for pattern, result in _SENTENCES:
        if found := pattern.fullmatch(line):
            old, new = found[1], found[2]
            assert len(re.findall(rf"(?<!\S){re.escape(old)}(?!\S)", text)) <= 1, line
            parts = re.split(rf"(?<!\S){re.escape(old)}(?!\S)", text)
            if len(parts) != 2 or "\\\n" in text:
                return None
            whole = result.format(old, new).join(parts)
            return " ".join(re.sub(" +", " ", whole).split(" ")).strip(" ")
    raise AssertionError(line)


def _bare(body: Body) -> object:
    """Return a text without its lines."""

    def shown(node: Node) -> object:
        inside: list[object] = []
        for child in node.children:
            text = re.sub("[ \n]+", " ", child.text)
            inside.append((child.kind, text, child.target, child.language, shown(child)))
        return inside

    return [(node.kind, node.align, shown(node)) for node in body.children]


def outcome(seed: int, folder: Path) -> str:
    """Return what became of the pair of that seed."""
    rng = random.Random(f"by hand {seed}")  # noqa: S311  # the same every time is the point
    old = [_paragraph(rng) for _ in range(rng.randint(2, 5))]
    new = _changed(rng, old)
    texts = [HEAD + "\n\n".join(each) + "\n" for each in (old, new)]
    try:
        earlier, later = statements(folder, *texts)
        made = turns.turned(later, "corrigendum", earlier)
    except StatementError:
        return "refused"
    lines = said(made)
    by_hand = _written(old, lines)
    if by_hand is None:
        return "marks between"
    path = folder / "hand" / later.path.name
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEAD + "\n\n".join(by_hand) + "\n", "utf-8")
    assert _bare(read(path).body) == _bare(later.body), (seed, lines, old, new)
    return "by hand"


def test_what_is_written_in_by_hand_is_the_new_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit in ("_WORDS", "_MOST_WORDS"):
        monkeypatch.setattr(corrigendum, limit, 100_000)
    found = Counter(outcome(seed, tmp_path) for seed in range(150))
    assert found["by hand"] > 40, found


def _plain(rng: random.Random) -> list[str]:
    """Return a paragraph of few different words, so that many of them stand there again."""
    return [rng.choice(("an", "and", "land", "sea", "Sea", "a", "lamp")) for _ in range(14)]


def _entered(text: str, lines: list[str]) -> str:
    """Return a paragraph with its corrections, each at the one place where an eye finds it."""
    for line in lines:
        found = ((pattern.fullmatch(line), result) for pattern, result in _SENTENCES)
        match, result = next((each, result) for each, result in found if each)
        old = match[1]
        assert text.casefold().count(old.casefold()) == 1, (line, text)
        place = text.casefold().index(old.casefold())
        text = text[:place] + result.format(*match.groups()) + text[place + len(old) :]
        text = " ".join(text.split())
    return text


def test_words_are_found_at_once_and_corrected_in_any_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit in ("_WORDS", "_MOST_WORDS"):
        monkeypatch.setattr(corrigendum, limit, 100_000)
    count = Counter[int]()
    for seed in range(80):
        rng = random.Random(f"any order {seed}")  # noqa: S311  # the same every time is the point
        old = _plain(rng)
        new = list(old)
        for place in sorted(rng.sample(range(14), 4), reverse=True):
            new[place : place + 1] = rng.choice(([], ["land"], ["sea"], [new[place], "lamp"]))
        if new == old:
            continue
        texts = [" ".join(["Start", *words, "end."]) for words in (old, new)]
        earlier, later = statements(tmp_path, *(f"{HEAD}{text}\n" for text in texts))
        made = turns.turned(later, "corrigendum", earlier)
        lines = said(made)[1:]
        count[len(lines)] += 1
        assert {_entered(texts[0], lines), _entered(texts[0], lines[::-1])} == {texts[1]}
    assert count[2] > 10, count
