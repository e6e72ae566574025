"""Whose failure an exception is: the engine's, which other page breaks may avoid, or ours."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import communique
from communique.design.styles import causes
from communique.model.faults import BugError, Faults, ProofError

if TYPE_CHECKING:
    from communique.compose.sheet import Sheet
    from communique.model.faults import CommuniqueError

_OURS = Path(communique.__file__).parent
#: Those of ours that call the engine, and folders of such: what fails below them, and not in them,
#: is the engine's.
_CALLERS = {
    _OURS / "typeset" / name
    for name in ("engine.py", "patches.py", "speed/layout.py", "lines", "pages")
}


def explained(error: Exception, sheet: Sheet) -> CommuniqueError:
    """Return what is to be raised for an `error` while `sheet` was typeset.

    That is a `ProofError` where the engine failed, a `BugError` where we did. WeasyPrint 70 fails
    at what a stylesheet takes off the page in a place that is as wide as what it holds.
    """
    name = f"{type(error).__name__}: {error}".removesuffix(": ")
    if not _is_of_engine(error):
        return BugError(name, "".join(traceback.format_exception(error)))
    faults = Faults(sheet.path)
    faults.add(1, "engine", f"the engine failed ({name})", "nothing was delivered")
    return ProofError(causes.told(fault, sheet.styles) for fault in faults)


def _is_of_engine(error: Exception) -> bool:
    """Tell whether the engine failed: its frames are the innermost, and it was called by itself.

    Where it was called by our tags, say, we have given it something wrong.
    """
    files = [Path(frame.filename) for frame in traceback.extract_tb(error.__traceback__)]
    ours = [file for file in files if _OURS in file.parents]
    called = bool(ours) and not _CALLERS.isdisjoint((ours[-1], ours[-1].parent))
    return called and files[-1] != ours[-1]
