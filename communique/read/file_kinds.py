"""What was named that is no text: told by how it begins, or by why it cannot be read."""

from __future__ import annotations

import errno
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE
from pathlib import PurePath
from typing import TYPE_CHECKING

from communique.store import file_state

if TYPE_CHECKING:
    from pathlib import Path

_AS_TEXT = "save its words as plain text in UTF-8, under a name such as {name}.en.md"
_WORD = "use the verb import, which makes a statement of it"
_OFFICE = "save it as .docx in its program, and use the verb import"
#: How a file begins, and what else is in it; what it is; what to do instead.
_KINDS = (
    (b"PK\x03\x04", b"word/", "a Word file", _WORD),
    (b"PK\x03\x04", b"opendocument.text", "an OpenDocument text", _OFFICE),
    (b"PK\x03\x04", b"", "a packed file", "unpack it, and name the statement in it"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", "an old Word or Office file", _OFFICE),
    (b"{\\rtf", b"", "an RTF file", _OFFICE),
    (b"%PDF-", b"", "a PDF", "name the statement that it was made from, or use the verb verify"),
    (b"\x89PNG\r\n", b"", "a picture", "name the statement that shows it"),
    (b"\xff\xd8\xff", b"", "a picture", "name the statement that shows it"),
    (b"GIF8", b"", "a picture", "name the statement that shows it"),
    (b"RIFF", b"WEBP", "a picture", "name the statement that shows it"),
    (b"II*\x00", b"", "a picture", "name the statement that shows it"),
    (b"MM\x00*", b"", "a picture", "name the statement that shows it"),
    (b"<svg", b"", "a picture", "name the statement that shows it"),
    (b"<?xml", b"<svg", "a picture", "name the statement that shows it"),
    (b"<!DOCTYPE svg", b"", "a picture", "name the statement that shows it"),
    (b"<!DOCTYPE html", b"", "a web page", _AS_TEXT),
    (b"<!doctype html", b"", "a web page", _AS_TEXT),
    (b"<html", b"", "a web page", _AS_TEXT),
)
#: How UTF-16 and UTF-32 begin: with their marks, or with letters of which one byte is in use.
_OTHER_MARKS = (BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_BE)
_UNMARKED = re.compile(rb"\0{0,3}[^\0]\0{1,3}[^\0]\0|\0{1,3}[^\0]\0{1,3}[^\0]")
#: What a packed file is called that may be damaged, so that its kind is not found in it.
_BY_ENDING = {
    ".docx": b"word/",
    ".docm": b"word/",
    ".dotx": b"word/",
    ".odt": b"opendocument.text",
}
#: Control characters that no text has (ISO 6429, C0, but for those that lay out a line).
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_LOOKED_AT = 4_000  # bytes
_FEW = 20  # one control character in so many bytes may be a slip


def no_text(data: bytes, name: str) -> tuple[str, str] | None:
    """Return what is wrong and what to do where `data` are no text, and None where they may be.

    `name` is that of the file.
    """
    if data.startswith(_OTHER_MARKS) or _UNMARKED.match(data):
        return "it is UTF-16 or UTF-32", "save the file as UTF-8"
    text = data.removeprefix(BOM_UTF8).lstrip()
    said = _BY_ENDING.get(PurePath(name).suffix.lower())
    name = name.partition(".")[0]
    for begins, has, kind, instead in _KINDS:
        begun = text if begins.startswith(b"<") else data
        if begun.startswith(begins) and (has in data or has == said):
            return f"it is {kind}", instead.format(name=name)
    first = data[:_LOOKED_AT]
    if len(_CONTROLS.findall(first)) * _FEW > len(first) and not _is_utf_8(data):
        return "it is not text", _AS_TEXT.format(name=name)
    return None


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


#: How the system says that something is no file (`communique.store.file_state.read`).
_NO_FILE = (errno.EINVAL, errno.ENXIO, errno.EISDIR)


def unreadable(path: Path, error: OSError) -> tuple[str, str]:
    """Return why the file at `path`, of which that `error` came, is not read, and what to do."""
    if path.is_symlink() and error.errno in (errno.ELOOP, errno.ENOENT):
        return "it is a link that leads nowhere", "put the file itself there"
    if error.errno in _NO_FILE and path.exists():
        return f"it is {file_state.kind(path.stat().st_mode)}", "put a file there"
    return f"it cannot be read ({error.strerror})", "check its name and whether you may read it"
