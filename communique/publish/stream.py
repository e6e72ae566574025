"""5 publish: one proven file goes to standard output, and lies nowhere before."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from communique.publish.result import PublishedFile, Result

if TYPE_CHECKING:
    from communique.publish.result import Proven


def deliver(proven: Proven, name: str) -> Result:
    """Write the `proven` file to standard output, which is told of by that `name`.

    Raises `OSError` where it cannot be written.
    """
    ((output, file),) = proven.files.items()
    with file.timer.step("publish"):
        sys.stdout.buffer.write(file.data)
        sys.stdout.buffer.flush()
    return Result({output: PublishedFile(Path(name), file.pages, file.timer, file.remarks)})
