"""What is asked of a worker: to read, account for, compare, make or verify something."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from communique.account.cursor import Piece
    from communique.publish.result import Proven
    from communique.read.packed import PackedStatement
    from communique.run.verify import Verdict


def read(path: Path, data: bytes | None = None) -> PackedStatement:
    """Return the statement at `path`, packed; raises `StatementError` where it has faults.

    Where `data` are given, they are its text, and there need be no such file.
    """
    from communique.read import packed, source  # noqa: PLC0415  # the command needs neither

    start = time.perf_counter()
    statement = source.read(path, data)
    return packed.pack(statement, time.perf_counter() - start)


def account(statements: tuple[PackedStatement]) -> list[tuple[str, list[Piece]]]:
    """Return the blocks of a statement's file, each with its pieces: text, or a mark."""
    from communique.account import account as account_of  # noqa: PLC0415  # as above
    from communique.read import packed  # noqa: PLC0415

    return list(account_of(packed.unpack(statements)).pieces())


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


def make(
    statements: tuple[PackedStatement, ...], edition: str, *rest: Any, **options: Any
) -> Proven:
    """Return what `communique.run.pipeline.make` makes of the `statements`."""
    from communique.read import packed  # noqa: PLC0415  # as above
    from communique.run import pipeline  # noqa: PLC0415  # as above

    proven = pipeline.make(packed.unpack(statements), edition, *rest, **options)
    first = next(iter(proven.files.values()))
    first.timer.seconds["read"] = sum(statement.seconds for statement in statements)
    return proven


def verify(path: Path) -> Verdict:
    """Return whether the PDF at `path` is what this version makes of its attached statement."""
    from communique.run import verify as verifying  # noqa: PLC0415  # as above

    return verifying.verify(path)


def forget() -> None:
    """Read the files of ``templates`` anew from now on; they have changed."""
    from communique.design import templates  # noqa: PLC0415  # as above

    templates.forget()
