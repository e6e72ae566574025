"""Lines right under a point, a quotation or a note, without its indentation or its mark.

They go on with it. Where such a line begins like a point it is refused: most who write it mean that
the one above ends there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.read.markdown.points.markers import marker
from communique.read.markdown.run_on.counted import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communique.model.faults import Faults

#: The end of a sentence, and what may stand behind it (Unicode Standard Annex 29, Sentence_Break).
_END = re.compile(r"[.!?…:։؟۔。！？：][\"'“”‘’»«›‹)\]*_]*\Z")
_WRAPPED = 60  # characters; nobody wraps lines that are shorter


def check_doubtful(
    lines: Sequence[str], doubtful: Iterable[int], first_line: int, faults: Faults
) -> None:
    """Refuse those of the `lines` that stay in a point or a quotation and may be a point below it.

    The first line is what the others would go on with; `doubtful` are their indexes.
    """
    for index in doubtful:
        found = marker(lines[index]) if 0 < index < len(lines) else None
        if found:
            wrong = f"{shown(lines[index])} stands directly under a point, a quotation or a note"
            instead = (
                f"put an empty line between the two if it begins a point, or write {found.escaped} "
                "to go on with the words above"
            )
            faults.add(first_line + index, "list", wrong, instead)


def check_lazy(
    lines: Sequence[str], index: int, around: str, first_line: int, faults: Faults
) -> None:
    """Tell of a line that goes on with what is `around` it, and may be a paragraph of its own.

    It is the first of the `lines` without the indentation or the mark of the point, quotation or
    note above it. Where the line above is so long that it may have been wrapped, the line has to
    begin like a sentence and to come after one.
    """
    above, line = lines[index - 1].rstrip(), lines[index].strip()
    if line.startswith("|") or above.endswith("\\") or lines[index - 1].endswith("  "):
        return  # a row of a table, or a line that was ended on purpose
    first = next((character for character in line if character.isalnum()), "")
    ended = bool(_END.search(above))
    if len(above) + 1 + len(line.split()[0]) > _WRAPPED:
        is_own = ended and not first.islower()
    else:
        is_own = ended or first.isupper()
    if is_own:
        wrong = f"{shown(line)} is printed as a part of the {around} above it"
        goes_on = "begin it with >" if around == "quotation" else "indent it"
        instead = f"put an empty line before it if it is a paragraph, or {goes_on} if it goes on"
        faults.remark(first_line + index, "text", wrong, instead)
