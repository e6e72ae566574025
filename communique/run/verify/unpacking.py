"""The attached files, put into a folder, whatever names a forged file gives them."""

from __future__ import annotations

import errno
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from communique.store.naming import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Mapping

#: How a system says that no file can have a name, or that another one is in its way.
_OF_THE_NAME = frozenset(
    (errno.EEXIST, errno.EILSEQ, errno.EINVAL, errno.EISDIR, errno.ENAMETOOLONG, errno.ENOTDIR)
)
#: What a statement is called that no version can have attached under its name.
_PLAIN = "statement"


def unpacked(files: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """Put `files` into a `folder` of their own; return where each one is.

    No version attaches a file under a name that cannot be had there, or that leads out of it. Such
    a statement gets another name in the same language, so that it can be compared all the same, and
    another file is left out. Raises `OSError` where it is not the name that hinders.
    """
    found = {}
    for number, (name, data) in enumerate(files.items(), start=1):
        parts = PurePosixPath(name).parts
        file = _put(data, folder, *parts) if stays_inside(name) else None
        if not file and name.endswith(SUFFIX):
            language = PurePosixPath(name.removesuffix(SUFFIX)).suffix
            plain = f"{_PLAIN}-{number}"
            file = _put(data, folder, f"{plain}{language}{SUFFIX}")
            file = file or _put(data, folder, f"{plain}{SUFFIX}")
        if file:
            found[name] = file
    return found


def stays_inside(name: str) -> bool:
    """Tell whether a file of that name can be put into a folder, and nowhere else."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\0" not in name


def _put(data: bytes, folder: Path, *parts: str) -> Path | None:
    """Return the file of a name with these `parts` that `data` was put into, if it can be."""
    target = Path(folder, *parts)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except ValueError:  # such as half a surrogate, which has no bytes
        return None
    except OSError as error:
        if error.errno not in _OF_THE_NAME:
            raise
        return None
    return target
