"""Paths as the record has them: from the folder that it lies in, so that a project can be moved."""

from __future__ import annotations

import os
from contextlib import suppress


class RelativePaths:
    """Paths that start from the `folder`, of which the full path is given.

    What is asked of one folder is kept: to find it takes longer than to look at a file in it.
    """

    def __init__(self, folder: str) -> None:
        self._start = folder
        self._written: dict[str, str] = {}
        self._full: dict[str, str] = {}

    def written(self, path: str) -> str:
        """Return `path` from the folder, with slashes, where that can be."""
        above, separator, name = path.rpartition(os.sep)
        folder = above + separator
        if folder not in self._written:
            full = os.path.abspath(folder)
            with suppress(ValueError):  # on another drive of Windows
                full = os.path.relpath(full, self._start)
            self._written[folder] = full.replace(os.sep, "/") + "/"
        return self._written[folder] + name

    def full(self, written: str) -> str:
        """Return the full path of what `written` gave."""
        folder, _, name = written.rpartition("/")
        if folder not in self._full:
            self._full[folder] = os.path.normpath(os.path.join(self._start, f"{folder}/")) + os.sep
        return self._full[folder] + name
