"""What other programs call, under these names in the package itself: the steps as four functions.

They work in the project that the current folder is in, as the command does, and in this process:
a statement that takes long or much memory is not stopped, as it is by the command.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from communique.model.standards import DEFAULT
from communique.store import places
from communique.store.naming import STANDARD

if TYPE_CHECKING:
    from communique.model.statement import Statement
    from communique.publish.result import Result
    from communique.run.verify import Verdict

    PathOrText = str | os.PathLike[str]


def read(path: PathOrText) -> Statement:
    """Return the statement in the file at `path`.

    Raises `StatementError` with all that is wrong in it, and `OSError` where it cannot be read.
    """
    from communique.read import source  # noqa: PLC0415  # each function needs other rooms

    _enter()
    return source.read(Path(path))


def compose(statement: Statement, edition: str = STANDARD) -> str:
    """Return the page of `statement` in the `edition` of that name, as HTML with its styles.

    Its fonts are not in it, and it refers to nothing else outside. Raises `UsageError` where there
    is no such edition, and `DesignError` where a template is at fault.
    """
    from communique.compose import page  # noqa: PLC0415  # as above
    from communique.content.content import content_of  # noqa: PLC0415
    from communique.design import edition as editions  # noqa: PLC0415

    _enter()
    return page.compose(content_of(statement, editions.load(edition))).with_styles()


def build(
    statement: Statement | PathOrText,
    out: PathOrText,
    edition: str = STANDARD,
    *,
    standard: int = DEFAULT,
) -> Result:
    """Put the proven PDF of `statement`, or of the one at that path, into the folder `out`.

    `standard` is 1 for PDF/UA-1 and PDF/A-3a, 2 for PDF/UA-2 and PDF/A-4f. A PDF that is there is
    replaced whole, or left alone where this raises what `read` and `compose` raise, `ProofError`
    where the PDF is not proven, or `OSError` where it cannot be written.
    """
    from communique.run import pipeline  # noqa: PLC0415  # as above

    _enter()
    if isinstance(statement, str | os.PathLike):
        statement = read(statement)
    return pipeline.build(statement, edition, Path(out), standard=standard)


def verify(path: PathOrText) -> Verdict:
    """Return whether the PDF at `path` is what this version makes of its attached statement."""
    from communique.run import verify as verifying  # noqa: PLC0415  # as above

    _enter()
    return verifying.verify(Path(path))


def _enter() -> None:
    places.enter(Path.cwd().as_posix())
