"""Fields (ISO/IEC 29500-1, 17.16): Word shows what they gave when they were last worked out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.word.found import Findings

EMPTY = "nobody filled in this"
#: The words of an instruction: in quotes, or up to a space (17.16.1).
_ARGUMENTS = re.compile(r'"([^"]*)"|([^\s"]+)')
#: Those of a link that have a word of their own behind them: a place in it, a tip, a frame.
_WITH_WORD = (r"\l", r"\o", r"\t")
#: Those that have nothing to show: entries of an index or of a list of contents, and values.
_SILENT = ("XE", "TC", "TA", "RD", "SET", "ASK", "BOOKMARK", "PRIVATE", "ADVANCE")
#: Those whose words stand in the instruction, behind what they do (17.16.5.24, 17.16.5.34).
_BUTTONS = ("MACROBUTTON", "GOTOBUTTON")
_COUNTED = ("LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT")
#: Those that count pages, which a statement has others of, and those of the moment (17.16.5).
_PAGES = ("PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES")
_MOMENTS = ("DATE", "TIME", "SAVEDATE", "PRINTDATE", "EDITTIME")
#: How Word begins what it shows for a field that leads nowhere: Error!, Erreur !, خطأ!, 错误！
_ERROR = re.compile(r"¡?[^\W\d_]{2,9}(?:\s?[!！]|(?<=Errore)\.|(?<=Virhe)\.)\s?\S")
_LONGEST = 80
"""Characters of an instruction that is told."""


@dataclass(slots=True)
class _Field:
    code: str = ""
    shows: bool = False
    words: str = ""


_LISTED = "a list of tables or pictures has numbers of the pages in Word: delete them, or the list"


class Fields:
    """Which fields the reader is in; they may begin in one paragraph and end in another.

    What is doubtful of what they show goes to `findings`.
    """

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._open: list[_Field] = []

    def begin(self) -> None:
        """Begin a field, maybe inside another one."""
        self._open.append(_Field())

    def add(self, code: str) -> None:
        """Add to the instruction of the field that begun last."""
        if self._open and not self._open[-1].shows:
            self._open[-1].code += code

    def separate(self) -> None:
        """Go on with what the field shows."""
        if self._open:
            self._open[-1].shows = True

    def show(self, words: str) -> None:
        """Add to what the open fields show."""
        for each in self._open:
            each.words += words

    def end(self, number: int) -> str:
        """End the field; return its instruction if it shows something that is not in the file.

        `number` is that of the paragraph.
        """
        if not self._open:
            return ""
        if not self.in_contents and (doubt := _doubt(self._open[-1])):
            listed = _name(self._open[0].code.strip()) == "TOC"
            self._findings.settle(0 if listed else number, _LISTED if listed else doubt)
        ended = self._open.pop()
        code = " ".join(ended.code.split())
        return "" if ended.shows or _name(code) in _SILENT else code

    @property
    def shown(self) -> bool:
        """Whether words that come now are shown, and are no instruction."""
        return all(each.shows for each in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether words that come now are of a list of contents."""
        return any(_is_contents(each.code) for each in self._open)

    @property
    def is_open(self) -> bool:
        """Whether a field has begun that did not end."""
        return bool(self._open)

    @property
    def link(self) -> str:
        """The address outside the file that words lead to that come now, or nothing."""
        return next(filter(None, (address(each.code) for each in reversed(self._open))), "")


def _name(code: str) -> str:
    return code.partition(" ")[0].upper()


def _doubt(field: _Field) -> str:
    """Return what has to be said of what a field shows, or nothing."""
    words, name = field.words.strip()[:_LONGEST], _name(field.code.strip())
    if field.shows and (words.startswith("«") and name == "MERGEFIELD"):
        return f"{EMPTY}: {words}"
    if field.shows and not words and name == "FORMTEXT":
        return f"{EMPTY}: a field of a form, which shows nothing"
    if name not in ("HYPERLINK", "FORMTEXT") and _ERROR.match(words):
        return f"in Word this leads nowhere: {words}"
    if words and name in _PAGES:
        return f"this number of a page is that of Word: {words}"
    if words and name in _MOMENTS:
        return f"Word writes this date or time anew each time: {words}"
    return ""


def of_button(code: str) -> str:
    """Return the words of a button, which an instruction has in itself, or nothing."""
    return code.split(" ", 2)[-1] if _name(code) in _BUTTONS and code.count(" ") > 1 else ""


def left_out(code: str) -> str:
    """Return what has to be said of a field with that instruction, which shows nothing here."""
    if _name(code) == "EQ":
        return f"a formula was left out: {code[:_LONGEST]}"
    if _name(code) in _COUNTED:
        return f"a number that Word counts within a line was left out ({code[:_LONGEST]}): type it"
    return f"a field of Word shows nothing: {code[:_LONGEST]}"


def _is_contents(code: str) -> bool:
    """Tell whether a field lists headings, and not tables or pictures (17.16.5.68)."""
    words = code.split()
    return words[:1] == ["TOC"] and not {r"\c", r"\a"} & set(words)


def address(code: str) -> str:
    r"""Return the address outside the file that the instruction of a field leads to, or nothing.

    The place in it that is named behind `\l` belongs to it (17.16.5.25).
    """
    name, *arguments = [quoted or bare for quoted, bare in _ARGUMENTS.findall(code)] or [""]
    if name.upper() != "HYPERLINK":
        return ""
    found, place = "", ""
    rest = iter(arguments)
    for argument in rest:
        if argument.lower() in _WITH_WORD:
            word = next(rest, "")
            place = word if argument.lower() == r"\l" else place
        elif not argument.startswith("\\"):
            found = found or argument
    if not found or found.startswith("#"):
        return ""
    return f"{found}#{place}" if place and "#" not in found else found
