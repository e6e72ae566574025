"""Two versions of one statement, compared with each other before they are set side by side.

They have to say the same things in the same places: where one has a paragraph, a heading, a point
or a note more, it is refused with both lines named, since paragraph would not stand beside
paragraph.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import zip_longest
from typing import TYPE_CHECKING

from communique.design import theme
from communique.model.faults import Fault, Faults, StatementError
from communique.model.paragraphs import is_counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.model.body import Node
    from communique.model.statement import Statement
    from communique.read.packed import PackedStatement

VERSIONS = 2
_NAMES = {
    "paragraph": "paragraph",
    "list": "list",
    "quote": "quotation",
    "table": "table",
    "figure": "picture",
    "rule": "break",
}
_ALIKE = "make the two alike"


def pairs(
    statements: Sequence[PackedStatement], languages: Sequence[str]
) -> tuple[list[tuple[PackedStatement, ...]], list[tuple[str, str]]]:
    """Return the statements that exist in two languages, each with the other beside it.

    `languages` chooses two and their order; without them the original stands first, or else the
    one whose language comes first in the alphabet. Also return the name of each statement that is
    left out, and why. Raises `StatementError` where there are more than two and `languages`
    chooses none.
    """
    found, passed = [], []
    for slug, versions in _by_slug(statements).items():
        chosen = _chosen(slug, versions, languages)
        if len(chosen) == VERSIONS:
            found.append(tuple(chosen))
        else:
            tags = ", ".join(sorted(version.language for version in versions))
            missing = " and ".join(languages) if languages else "two languages"
            passed.append((slug, f"it was read in {tags}, not in {missing}"))
    return found, passed


def _by_slug(statements: Iterable[PackedStatement]) -> dict[str, list[PackedStatement]]:
    found: dict[str, list[PackedStatement]] = defaultdict(list)
    for statement in statements:
        found[statement.slug].append(statement)
    return found


def _chosen(
    slug: str, versions: Sequence[PackedStatement], languages: Sequence[str]
) -> Sequence[PackedStatement]:
    if languages:
        by_language = {version.language: version for version in versions}
        return [by_language[tag] for tag in languages if tag in by_language]
    if len(versions) > VERSIONS:
        tags = ",".join(sorted(version.language for version in versions)[:VERSIONS])
        wrong = f"{slug} is there in {len(versions)} languages"
        instead = f"choose two and their order, as in --languages {tags}"
        raise StatementError([Fault(versions[0].path, 1, "parallel", wrong, instead)])
    originals_first = {"original": 0, "authentic": 1, None: 2, "translation": 3}
    return sorted(
        versions, key=lambda version: (originals_first[version.authenticity], version.language)
    )


def check(statement: Statement) -> None:
    """Raise `StatementError` where the two versions of `statement` do not match, with both lines.

    Compared with each other: dates, symbol, theme, number of issuers and signatures, headings,
    paragraphs, points, rows and cells of tables, notes.
    """
    other = statement.beside
    assert other is not None  # noqa: S101  # only pairs are checked
    faults = Faults(statement.path)
    for line, wrong, there in (*_front(statement, other), *_body(statement, other)):
        beside = f"{other.path}:{there}"
        faults.add(line, "parallel", wrong.replace("@", beside), _ALIKE)
    faults.check()


Sections = list[tuple["Node | None", "list[Node]"]]
Difference = tuple[int, str, int]
"""A line of the first version, what is wrong (@ stands for the place in the other), its line."""


def _front(one: Statement, other: Statement) -> Iterator[Difference]:
    for key in ("issued", "updated", "symbol"):
        mine, theirs = (getattr(each.matter, key) for each in (one, other))
        if mine != theirs:
            wrong = f"{key} is {mine or 'not given'}, and in @ {theirs or 'not given'}"
            yield one.line(key), wrong, other.line(key)
    mine, theirs = (each.matter.theme or theme.DEFAULT for each in (one, other))
    if mine != theirs:
        wrong = f"theme is {mine}, and in @ {theirs}, and a page has the words of one"
        yield one.line("theme"), wrong, other.line("theme")
    mine, theirs = (len(each.matter.issuers) for each in (one, other))
    if mine != theirs:
        wrong = f"{_count(mine, 'issuer')}, and in @ {theirs}"
        yield one.line("issuers"), wrong, other.line("issuers")
    signed = [each.matter.signatures for each in (one, other)]
    mine, theirs = (len(block.signatories) if block else 0 for block in signed)
    if mine != theirs:
        wrong = f"{_count(mine, 'signature')}, and in @ {theirs}"
        yield one.line("signatures"), wrong, other.line("signatures")
    day, other_day = (block.date if block else None for block in signed)
    if mine == theirs and day != other_day:
        said = f"{day or 'not given'}, and in @ {other_day or 'not given'}"
        wrong = f"the date of the signatures is {said}"
        yield one.line("signatures"), wrong, other.line("signatures")
    if one.matter.numbered != other.matter.numbered:
        wrong = "the paragraphs are numbered here or in @, and not in both"
        yield one.line("numbered"), wrong, other.line("numbered")


def _body(one: Statement, other: Statement) -> Iterator[Difference]:
    mine, theirs = _sections(one), _sections(other)
    if len(mine) != len(theirs):  # what stands below them would differ, too
        yield _headings(mine, theirs)
    else:
        for (head, blocks), (their_head, their_blocks) in zip(mine, theirs, strict=True):
            if head and their_head and head.level != their_head.level:
                wrong = f"a heading of level {head.level}, and in @ of level {their_head.level}"
                yield head.line, wrong, their_head.line
            elif head and their_head and one.matter.numbered and head.annex != their_head.annex:
                wrong = "an annex here or in @, and not in both, and its paragraphs begin at 1"
                yield head.line, wrong, their_head.line
            yield from _section(head, blocks, their_head, their_blocks)
    notes, their_notes = one.body.notes, other.body.notes
    if len(notes) != len(their_notes):
        first = min(len(notes), len(their_notes))  # that one of them lacks
        lines = [each[: first + 1][-1].line if each else 1 for each in (notes, their_notes)]
        yield lines[0], f"{_count(len(notes), 'footnote')}, and in @ {len(their_notes)}", lines[1]
    for note, their_note in zip(notes, their_notes, strict=False):
        if len(note.children) != len(their_note.children):
            wrong = f"footnote {note.number} has {_count(len(note.children), 'paragraph')}"
            yield note.line, f"{wrong}, and in @ {len(their_note.children)}", their_note.line


def _headings(mine: Sections, theirs: Sections) -> Difference:
    """Return that one text has more headings, and the first one that the other lacks."""
    last = min(len(mine), len(theirs)) - 1
    more = (mine if len(mine) > len(theirs) else theirs)[last + 1][0]
    where = "this text" if len(mine) > len(theirs) else "the other"
    assert more is not None  # noqa: S101  # only the first section has no heading
    wrong = f"{_count(len(mine) - 1, 'heading')}, and in @ {len(theirs) - 1}; "
    wrong += f"{where} goes on with “{more.plain}” in line {more.line}"
    return _line(mine[last][0]), wrong, _line(theirs[last][0])


def _sections(statement: Statement) -> Sections:
    """Return the text cut at its headings: each heading, none for the first, and its blocks."""
    found: Sections = [(None, [])]
    for node in statement.body.children:
        if node.kind == "heading":
            found.append((node, []))
        else:
            found[-1][1].append(node)
    return found


def _section(
    head: Node | None, blocks: Sequence[Node], their_head: Node | None, theirs: Sequence[Node]
) -> Iterator[Difference]:
    """Compare what stands under one heading, up to the first block that has no match."""
    for block, other in zip_longest(blocks, theirs):
        if block and other and block.kind == other.kind:
            yield from _block(block, other)
            continue
        counts = [
            (name, sum(b.kind == kind for b in blocks), sum(b.kind == kind for b in theirs))
            for kind, name in _NAMES.items()
        ]
        uneven = [f"{_count(n, name)} and not {m}" for name, n, m in counts if n != m]
        where = f"under “{head.plain}”" if head else "before the first heading"
        wrong = f"{where} it has {', '.join(uneven) or 'its parts in another order'}, as @ has"
        mine = block or (blocks[-1] if blocks else head)
        yield _line(mine), wrong, _line(other or (theirs[-1] if theirs else their_head))
        return


def _block(block: Node, other: Node) -> Iterator[Difference]:
    """Compare what two blocks of one kind hold."""
    kinds = [_paragraph(each) for each in (block, other)]
    if kinds[0] != kinds[1]:
        yield block.line, f"a {kinds[0]}, and in @ a {kinds[1]}", other.line
        return
    names = {"list": "point", "table": "row", "row": "cell", "item": "part", "quote": "paragraph"}
    if block.kind not in names:
        return
    if block.kind == "list" and block.ordered != other.ordered:
        kinds = ["numbered" if each.ordered else "not numbered" for each in (block, other)]
        yield block.line, f"points that are {kinds[0]}, and in @ {kinds[1]}", other.line
        return
    if len(block.children) != len(other.children):
        count = _count(len(block.children), names[block.kind])
        yield block.line, f"{count}, and in @ {len(other.children)}", other.line
        return
    for inner, theirs in zip(block.children, other.children, strict=True):
        if inner.kind != theirs.kind:
            yield inner.line, f"a {inner.kind}, and in @ a {theirs.kind}", theirs.line
            return
        yield from _block(inner, theirs)


def _paragraph(block: Node) -> str:
    """Return which kind of paragraph a block is; those that are not counted have names."""
    if block.kind != "paragraph" or is_counted(block):
        return "paragraph"
    return "centred line" if block.align else "stage direction"


def _line(node: Node | None) -> int:
    return node.line if node else 1


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"
