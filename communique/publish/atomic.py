"""5 publish: a proven file reaches its place whole, or the place stays as it was."""

from __future__ import annotations

import errno
import itertools
import os
from typing import TYPE_CHECKING, BinaryIO

from communique.publish.result import PublishedFile, Result

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from communique.publish.result import Proven

_COUNT = itertools.count()


def deliver(
    proven: Proven, out: Path, names: Mapping[str, str], html: Path | None = None
) -> Result:
    """Put the `proven` files into the folder `out`; return where they are.

    Each is called as `names` says by the names of outputs; `html` is where the composed page goes.
    Raises `OSError` where that cannot be; see `write`.
    """
    deliver_page(proven, html)
    published = {}
    for output, file in proven.files.items():
        path = out / names[output]
        with file.timer.step("publish"):
            write(path, file.data)
        published[output] = PublishedFile(path, file.pages, file.timer, file.remarks)
    return Result(published)


def deliver_page(proven: Proven, html: Path | None) -> None:
    """Put the composed page, if there is one, where it goes; see `write`."""
    if html and proven.html is not None:
        write(html, proven.html.encode("utf-8"))


def write(path: Path, data: bytes) -> None:
    """Put `data` at `path` atomically and durably, making the folder where it is missing.

    The bytes are on the disk before the name points to them, so that whoever reads `path`, even
    after a crash, finds the old file or the new one and never a part. Raises `OSError` where the
    folder cannot be written to or the disk is full; `path` is then untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.{next(_COUNT)}")
    try:
        _write(part, data)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def _write(part: Path, data: bytes) -> None:
    """Put `data` at the new path `part`, which appears only when it is whole, where that can be.

    On Linux the file has no name until it is on the disk, so that not even a kill leaves a part.
    """
    mode = 0o666
    if hasattr(os, "O_TMPFILE"):
        try:
            descriptor = os.open(part.parent, os.O_TMPFILE | os.O_WRONLY, mode)
        except OSError as error:
            if error.errno not in (errno.EOPNOTSUPP, errno.EISDIR, errno.ENOENT):
                raise
        else:
            with os.fdopen(descriptor, "wb") as file:
                _fill(file, data)
                # Naming a folder makes Python call linkat(2), which follows the link in /proc.
                os.link(f"/proc/self/fd/{file.fileno()}", part, src_dir_fd=file.fileno())
            return
    with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode), "wb") as file:
        _fill(file, data)


def _fill(file: BinaryIO, data: bytes) -> None:
    file.write(data)
    file.flush()
    os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Make a folder's new entry durable, where the system can (Windows cannot)."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
