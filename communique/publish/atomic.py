"""5 publish: a proven PDF reaches its place whole, or the place stays as it was."""

from __future__ import annotations

import errno
import itertools
import os
from typing import TYPE_CHECKING, BinaryIO

from communique.publish.result import Result

if TYPE_CHECKING:
    from pathlib import Path

    from communique.publish.result import Made

_COUNT = itertools.count()


def deliver(made: Made, out: Path, html: Path | None = None) -> Result:
    """Put what was `made` into the folder `out`, its HTML into `html`; return where it is.

    Raises `OSError` where that cannot be; see `write`.
    """
    if html and made.html is not None:
        write((html / made.name).with_suffix(".html"), made.html.encode("utf-8"))
    with made.timer.step("publish"):
        write(out / made.name, made.pdf)
    return Result(out / made.name, made.pages, made.timer, made.remarks)


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
