"""What is asked of a worker: to read, compare, make, draw or verify something, and the like."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from communique.outputs import DEFAULT
from communique.store.naming import PLAIN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communique.account.cursor import Piece
    from communique.model.faults import Fault
    from communique.pdf_reading.page_pictures import PagePicture
    from communique.prove.place.sources import PlacedWord
    from communique.publish.result import Proven
    from communique.read.drafts.brackets import Listing
    from communique.read.packed import PackedStatement
    from communique.run.comparison import Compared
    from communique.run.verify import Verdict


def read(path: Path, data: bytes | None = None) -> PackedStatement:
    """Return the statement at `path`, packed; raises `StatementError` where it has faults.

    Where `data` are given, they are its text, and there need be no such file.
    """
    from communique.read import packed, source  # noqa: PLC0415  # the command needs neither

    start = time.perf_counter()
    statement = source.read(path, data)
    return packed.pack(statement, time.perf_counter() - start)


def earlier(statements: tuple[PackedStatement], since: tuple[str, ...]) -> PackedStatement:
    """Return the version with which a statement is compared, which is in one of the places `since`.

    Raises `UsageError` where it is in none, and `StatementError` where it has faults.
    """
    from communique.read import packed  # noqa: PLC0415  # as above
    from communique.run.earlier import compared  # noqa: PLC0415  # seldom asked for

    start = time.perf_counter()
    found = compared.version(since, packed.unpack(statements))
    return packed.pack(found, time.perf_counter() - start)


def account(statements: tuple[PackedStatement]) -> list[tuple[str, list[Piece]]]:
    """Return the blocks of a statement's file, each with its pieces: text, or a mark."""
    from communique.account import account as account_of  # noqa: PLC0415  # as above
    from communique.read import packed  # noqa: PLC0415

    return list(account_of(packed.unpack(statements)).pieces())


def brackets(statements: tuple[PackedStatement]) -> Listing:
    """Return the passages in brackets of a statement.

    Raises `StatementError` with the brackets that are not in pairs.
    """
    from communique.read import packed  # noqa: PLC0415
    from communique.read.drafts import brackets as found  # noqa: PLC0415  # as above

    return found.listed(packed.unpack(statements))


def compare_languages(
    statements: tuple[PackedStatement, ...],
) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """Return what two versions do not both say: faults, for which they cannot stand side by side.

    The second are remarks on what may be right in its language.
    """
    from communique.read import packed, versions  # noqa: PLC0415  # as above

    found = versions.compared(packed.unpack(statements))
    return tuple(found), found.remarks


def check(statements: tuple[PackedStatement, ...], edition: str) -> tuple[str, ...]:
    """Look for all that can be known of a statement in an edition without typesetting.

    Return what is to be said of it, though it is no mistake. Raises `StatementError` where two
    versions of it do not match, or where no font has a glyph for a character; raises `DesignError`
    where the edition, the theme, its emblem or the language is at fault, or names a font that is
    not there.
    """
    from communique.compose import emblem  # noqa: PLC0415  # as above
    from communique.compose.fonts import coverage, names  # noqa: PLC0415
    from communique.content import other_language  # noqa: PLC0415
    from communique.content.content import content_of  # noqa: PLC0415
    from communique.design import edition as editions  # noqa: PLC0415
    from communique.design import theme as themes  # noqa: PLC0415
    from communique.read import packed, versions  # noqa: PLC0415

    statement = packed.unpack(statements)
    if statement.beside:
        versions.check(statement)
    content = content_of(statement, editions.load(edition))
    names.check(content)
    emblem.check(content.statement.matter.theme or themes.DEFAULT)
    coverage.check(content)
    return (*other_language.remarks(statement), *emblem.remarks(content))


def make(  # noqa: PLR0913, PLR0917  # what is made, and with what
    statements: tuple[PackedStatement, ...],
    edition: str,
    outputs: tuple[str, ...] = DEFAULT,
    turn: str = PLAIN,
    earlier: tuple[PackedStatement, ...] = (),
    beside: tuple[str, ...] = (),
    **options: Any,
) -> Proven:
    """Return what `communique.run.pipeline.make` makes of the `statements`.

    They are turned into what `turn` names; each is compared with the one that is `earlier`.
    `beside` are the names of the files that are made with these.
    """
    from communique.read import packed  # noqa: PLC0415  # as above
    from communique.run import pipeline  # noqa: PLC0415  # as above

    statement = packed.unpack(statements)
    compared = packed.unpack(earlier) if earlier else None
    options |= {"turn": turn, "earlier": compared, "beside": beside}
    proven = pipeline.make(statement, edition, outputs, **options)
    first = next(iter(proven.files.values()))
    first.timer.seconds["read"] = sum(statement.seconds for statement in statements)
    return proven


def draw(
    path: Path,  # noqa: ARG001  # a worker says of which statement it failed
    pdf: bytes,
    pages: Sequence[int],
    scale: float,
    known: frozenset[str],
) -> list[PagePicture]:
    """Return pages of a PDF as pictures, as `communique.pdf_reading.page_pictures.drawn` does."""
    from communique.pdf_reading import page_pictures  # noqa: PLC0415  # as above

    return page_pictures.drawn(pdf, pages, scale, known)


def places(statements: tuple[PackedStatement, ...], edition: str, pdf: bytes) -> list[PlacedWord]:
    """Return where the words of the first of the `statements` stand in its proven PDF."""
    from communique.content.content import content_of  # noqa: PLC0415  # as above
    from communique.design import edition as editions  # noqa: PLC0415
    from communique.pdf_reading.reading import Reading  # noqa: PLC0415
    from communique.prove.place import sources  # noqa: PLC0415
    from communique.read import packed  # noqa: PLC0415

    statement = packed.unpack(statements)
    content = content_of(statement, editions.load(edition))
    source = statement.source.decode("utf-8-sig")
    return sources.placed(content, Reading(pdf), source, statement.path)


def verify(path: Path) -> Verdict:
    """Return whether the PDF at `path` is what this version makes of its attached statement."""
    from communique.run import verify as verifying  # noqa: PLC0415  # as above

    return verifying.verify(path)


def compare(new: Path, old: str, *, since: bool) -> list[Compared]:
    """Return what differs between the versions at `new` and `old`, as `comparison.compare` does."""
    from communique.run import comparison  # noqa: PLC0415  # as above

    return comparison.compare(old, str(new), since=since)


def forget() -> None:
    """Read the files of ``templates`` anew from now on; they have changed."""
    from communique.design import templates  # noqa: PLC0415  # as above

    templates.forget()
