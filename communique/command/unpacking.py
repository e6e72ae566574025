"""Workers that unpack what is attached to PDFs, which may come from anybody."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

from communique.run import pool
from communique.run.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

#: Where programs put what they need for a while (POSIX.1-2024, 8.3).
_UNPACKED = "TMPDIR"


@contextmanager
def workers(files: int) -> Iterator[Executor]:
    """Yield what looks into so many files: processes that may be killed.

    So what they unpack is removed here.
    """
    before = os.environ.get(_UNPACKED)
    with tempfile.TemporaryDirectory(prefix="communique-") as folder:
        os.environ[_UNPACKED] = tempfile.tempdir = folder
        workers = Pool(min(pool.at_once(), files), engine=False)
        try:
            yield workers.executor
        finally:
            workers.stop()
            tempfile.tempdir = None
            del os.environ[_UNPACKED]
            os.environ.update({_UNPACKED: before} if before is not None else {})
