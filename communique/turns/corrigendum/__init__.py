"""The corrigendum: a page that says what in an earlier text is to be read otherwise.

Each place of the earlier text is a heading, and what is to be done there a paragraph below it, as
in the corrigenda of the United Nations. It is made of the difference of both versions; the PDF is
proven by itself (`communique.prove.corrections`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.design import language as languages
from communique.difference import difference
from communique.model.body import Body, Node
from communique.model.faults import Faults
from communique.model.statement import Turned
from communique.store.paths import from_here
from communique.turns import newer
from communique.turns.corrigendum import front, head
from communique.turns.corrigendum.changes import changes
from communique.turns.corrigendum.saying import UnsaidError, text
from communique.turns.corrigendum.words import filled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.design.language import Language
    from communique.design.writing.corrections import Corrections
    from communique.difference import Difference
    from communique.model.faults import Fault
    from communique.model.statement import Statement
    from communique.turns.corrigendum.saying import Change

#: What is more is no correction but another text: so many words that go and come, in a long text a
#: twentieth of its own, up to the most. How many changes they are is a matter of room on the page.
_WORDS, _MOST_WORDS, _SHARE = 40, 150, 20
_NOT_ISSUED = "the earlier version is {}, and a corrigendum corrects what was issued"
_ISSUED_OR = (
    "name the one that was issued, such as its PDF; what changed since a draft is shown by "
    "build --as changes --since OLD"
)
_SAME, _ISSUED = "both versions print the same", "name the one that was issued, such as its PDF"
_UNDATED = "the corrigendum has no date", "write updated: and its day"
_SECOND = "{} was updated, perhaps by a corrigendum of its own, and this is the first"
_IF_SECOND = "write corrigendum: 2 if it is the second"
_UNPRINTED = "it changed, too, and is not among the corrections, since that is no wording"
_MAY_BE_SO = "leave it if it may be so, or put back what it was"
_INSTEAD = "issue a revised text: build --as changes --since OLD"
_AS_BEFORE = f"leave that as it was in the earlier version, or {_INSTEAD}"


def turned(statement: Statement, name: str, earlier: Statement | None) -> Statement:
    """Return the corrigendum that makes `statement` of the `earlier` version.

    Raises `StatementError` where nothing changed, where too much did, where something did that no
    words can correct, and where the language has no words for a corrigendum.
    """
    faults = Faults(statement.path)
    version = faults.attempt(_version, statement, name, earlier)
    beside = statement.beside
    if beside:
        other = faults.attempt(_version, beside, name, earlier and earlier.beside)
        if version and other:
            kinds = [[node.kind for node in each.body.children] for each in (version, other)]
            if kinds[0] != kinds[1]:
                counts = [_instructions(each) for each in (version, other)]
                wrong = (
                    f"{statement.language} and {beside.language} do not have the same "
                    f"corrections: {counts[0]} and {counts[1]}"
                )
                faults.add(1, "corrigendum", wrong, "make one for each language")
            version = replace(version, beside=other)
    faults.check()
    assert version is not None  # noqa: S101  # without it there are faults
    return version


def _version(statement: Statement, name: str, earlier: Statement | None) -> Statement:
    """Return the corrigendum in one language."""
    faults = Faults(statement.path)
    language = languages.load(statement.language)
    says = language.file.corrigendum
    if earlier is None:
        wrong = f"there is no earlier version in {languages.english_name(language.tag)}"
        faults.add(1, "corrigendum", wrong, "name it: --since OLD")
    elif earlier.language != statement.language:
        wrong = f"the earlier version is in {earlier.language}, and this one in {language.tag}"
        faults.add(1, "language", wrong, "name one in the same language")
    if says is None:
        file = from_here(languages.file_of(statement.language))
        wrong = f"there are no words for one in {languages.english_name(language.tag)}"
        faults.add(1, "corrigendum", wrong, f"add the key corrigendum to {file}, as in en.yaml")
    faults.check()
    assert earlier is not None  # noqa: S101  # without it there are faults
    _check_issued(statement, earlier, faults)
    faults.check()
    assert says is not None  # noqa: S101
    pair = difference(earlier, statement)
    made = _changes(pair, language, faults)
    _limit(made, earlier, faults)
    faults.check()
    called = head.called(statement.matter, language, says)
    return replace(
        statement,
        matter=head.matter(statement.matter, earlier.matter, called),
        body=Body(tuple(_blocks(made, says))),
        images={},
        beside=None,
        turned=Turned(
            name,
            statement,
            earlier,
            head.corrects(earlier.matter, language, says),
            _remarks(statement, earlier, made),
            said=called,
            label=called,
        ),
    )


def _check_issued(statement: Statement, earlier: Statement, faults: Faults) -> None:
    """Note an earlier version that was not issued, or is the later one of the two."""
    if draft := earlier.matter.draft:
        wrong = _NOT_ISSUED.format(f"draft {draft.version}")
        faults.add(earlier.line("draft"), "draft", wrong, _ISSUED_OR, path=earlier.path)
    if said := newer.wrong(statement, earlier):
        faults.add(1, "corrigendum", *said)


def _remarks(statement: Statement, earlier: Statement, made: Sequence[Change]) -> tuple[Fault, ...]:
    """Return what is to be said of it: what it does not correct and does not say."""
    faults, old, line = Faults(statement.path), Faults(earlier.path), statement.line
    if earlier.matter.embargo:
        wrong = _NOT_ISSUED.format("under embargo")
        old.remark(earlier.line("embargo"), "embargo", wrong, _ISSUED)
    if statement.matter.updated is None:
        faults.remark(line("issued"), "updated", *_UNDATED)
    if earlier.matter.updated and statement.matter.corrigendum is None:
        wrong = _SECOND.format(earlier.path.name)
        faults.remark(line("updated"), "corrigendum", wrong, _IF_SECOND)
    for key in front.unprinted(earlier, statement, made):
        if key != "embargo":  # it ends when a text is published
            faults.remark(line(key), key, _UNPRINTED, _MAY_BE_SO)
    return (*old.remarks, *faults.remarks)


def _changes(found: Difference, language: Language, faults: Faults) -> list[Change]:
    """Return all changes in the order of the page; note those that cannot be said.

    Those who sign, and what stands below them, come after the text.
    """
    made: list[Change] = []
    steps = (
        lambda: front.changes(found.old, found.new, language),
        lambda: _check_pictures(found),
        lambda: changes(found, language),
    )
    for step in steps:
        try:
            made += step()
        except UnsaidError as error:
            wrong = f"no corrigendum can say it: {error.what}"
            path = (found.old if error.is_old else found.new).path
            faults.add(error.line, "corrigendum", wrong, _AS_BEFORE, path=path)
    faults.check()
    below = front.below(language)
    return sorted(made, key=lambda change: change.place in below)


def _check_pictures(found: Difference) -> tuple[Change, ...]:
    old, new = found.old, found.new
    every = [
        [(node.target, node.text) for node in each.body.walk() if node.kind in ("image", "figure")]
        for each in (old, new)
    ]
    if every[0] != every[1] or dict(old.images) != dict(new.images):
        line = next((n.line for n in new.body.walk() if n.kind in ("image", "figure")), 1)
        raise UnsaidError(line, "a picture changed")
    return ()


def _limit(made: Sequence[Change], earlier: Statement, faults: Faults) -> None:
    """Note where nothing changed, or too much."""
    if not made:
        faults.add(1, "corrigendum", _SAME, _ISSUED)
        return
    count = sum(len(change.instructions) for change in made)
    words = sum(change.words for change in made)
    size = sum(len(node.text.split()) for node in earlier.body.walk())
    most = min(_MOST_WORDS, max(_WORDS, size // _SHARE))
    if words > most:
        wrong = (
            f"{_counted(count, 'change')} in {_counted(len(made), 'place')}, {words} words; "
            f"a corrigendum of this text has at most {most} words"
        )
        faults.add(1, "corrigendum", wrong, _INSTEAD)


def _instructions(corrigendum: Statement) -> int:
    """Return how many corrections there are below the places."""
    nodes = [node.kind for node in corrigendum.body.children]
    return nodes[nodes.index("heading") :].count("paragraph")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _blocks(made: Sequence[Change], says: Corrections) -> Iterator[Node]:
    """Yield the text of the corrigendum."""
    if says.intro:
        yield Node("paragraph", 1, filled(says.intro, 1))
    for number, change in enumerate(made, 1):
        name = change.place[:1].upper() + change.place[1:]
        label = text(name, change.line)
        yield Node("heading", change.line, label, level=2, anchor=f"place-{number}")
        for said in change.instructions:
            yield Node("paragraph", change.line, said)
