"""Characters that were encoded as UTF-8 twice, as in "cafÃ©" and "isnâ€™t"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.model.faults import Faults

#: The bytes of one character of two or three bytes, read as Windows-1252.
_TRAIL = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_TWICE = re.compile(rf"[\u00c3-\u00df][{_TRAIL}]|[\u00e0-\u00ef][{_TRAIL}]{{2}}")


def check(text: str, faults: Faults) -> None:
    """Note in `faults` each line of the `text` of a file with such characters."""
    if not _TWICE.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        meant = {match[0]: _decoded(match[0]) for match in _TWICE.finditer(line)}
        found = [f"{written} for {said}" for written, said in meant.items() if said]
        if found:
            wrong = f"it seems to be encoded twice: {', '.join(found)}"
            faults.remark(number, "file", wrong, "open it as UTF-8, or type these again")


def _decoded(written: str) -> str:
    """Return the letter or mark that was meant, or nothing where there is none."""
    try:
        said = written.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
    return said if said.isalpha() or said in "‘’‚“”„–—…•€" else ""
