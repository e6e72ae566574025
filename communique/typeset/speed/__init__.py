"""A quicker engine: what it works out again and again is kept, over starts, lines and pages.

All here reaches into other packages (``docs/engine.md``) and none of it is needed. It is left out
with other versions of them than those it was written for, and with ``COMMUNIQUE_PLAIN_ENGINE`` in
the environment; a test compares the PDFs of both. Each part would be better in the package that it
concerns; ``docs/performance.md`` says what is proposed to whom.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from communique.typeset import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def quick() -> Iterator[None]:
    """Let the block import WeasyPrint, which then starts and typesets sooner."""
    if os.environ.get("COMMUNIQUE_PLAIN_ENGINE") or "weasyprint" in sys.modules:
        yield
        return
    from communique.typeset.speed import startup  # noqa: PLC0415  # not for a plain engine

    with startup.start():
        yield
    import weasyprint  # noqa: PLC0415  # not before it is to be imported

    if weasyprint.__version__ == VERSION:
        from communique.typeset.speed import layout  # noqa: PLC0415  # needs WeasyPrint

        layout.shorten()
