"""FriBidi: the Unicode bidirectional algorithm in the library that Pango itself uses.

It is opened with ctypes, which needs no declarations to be compiled, in a few tenths of a
millisecond, and only where a text has letters from right to left.
"""

from __future__ import annotations

import ctypes
import os
import sys
from functools import cache
from pathlib import Path

from communique.model.faults import UsageError

#: How it is called on Linux, macOS and Windows; Pango brings it along.
_NAMES = ("libfribidi.so.0", "libfribidi.0.dylib", "libfribidi-0.dll", "fribidi-0.dll")
#: Where it is on Windows, as `docs/install.md` says, and how another place is named there.
_FOLDERS, _VARIABLE = r"C:\msys64\ucrt64\bin", "WEASYPRINT_DLL_DIRECTORIES"
#: FriBidiParType, from fribidi-bidi-types.h.
_BASE = {"ltr": 0x110, "rtl": 0x111}


def embedding_levels(text: str, direction: str) -> list[int]:
    """Return the level of each character of one paragraph, which runs "ltr" or "rtl".

    Even levels run from left to right, odd ones from right to left (UAX 9, BD2).
    """
    count = len(text)
    units = (ctypes.c_uint32 * count)(*map(ord, text))
    types, brackets = (ctypes.c_uint32 * count)(), (ctypes.c_uint32 * count)()
    levels, base = (ctypes.c_int8 * count)(), ctypes.c_uint32(_BASE[direction])
    library = _library()
    library.fribidi_get_bidi_types(units, count, types)
    library.fribidi_get_bracket_types(units, count, types, brackets)
    done = library.fribidi_get_par_embedding_levels_ex(
        types, brackets, count, ctypes.byref(base), levels
    )
    if count and not done:
        raise MemoryError
    return list(levels)


@cache
def mirror_image(character: str) -> str:
    """Return the character that is drawn for one where it runs from right to left, often itself.

    UAX 9, L4, and BidiMirroring.txt: ( for ), ≤ for ≥. Some, as ≠ and ∑, have no such character.
    """
    image = ctypes.c_uint32()
    _library().fribidi_get_mirror_char(ord(character), ctypes.byref(image))
    return chr(image.value)


@cache
def _library() -> ctypes.CDLL:
    if sys.platform == "win32":
        for folder in os.environ.get(_VARIABLE, _FOLDERS).split(";"):
            if Path(folder).is_dir():
                os.add_dll_directory(folder)
    for name in _NAMES:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    raise UsageError(
        "the library FriBidi, which comes with Pango, is not found: see docs/install.md"
    )
