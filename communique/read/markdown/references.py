"""What a text refers to: notes and their calls, links and headings, addresses defined apart.

Whatever CommonMark would drop in silence is a fault here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from communique.model.body import Note
from communique.model.faults import cut
from communique.read.markdown import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypedDict

    from communique.model.body import Node
    from communique.model.faults import Faults

    class Reference(TypedDict):
        """An address defined apart, as the parser keeps it, and the lines it stands on."""

        href: str
        map: list[int]


#: How a note is called where its author does not know the mark, and a word that is no address.
_CALL = re.compile(r"\d{1,3}|[^\W_]|[*†‡]{1,3}")
_WORD = re.compile(r"[\w'’-]+[.,;:!?…]?")
#: How a line begins that was meant as a note: [1]: or ^1: or 1: or [^1] without a colon.
_NEARLY_NOTE = re.compile(r"[>\s]*(?:\[\^?\s*([^]\s]+)\s*\]:?|\^([^\s:]+):?|(\w+):)\s+\S")
#: The language of words where the address of a link stands.
_LANGUAGE = re.compile(r"lang[=:][\"']?([A-Za-z0-9-]+)[\"']?")
#: A word that ends in a raised figure, such as m² or m^2^.
_RAISED = re.compile(r"\S{0,20}(?:[⁰¹²³⁴-⁹]|\^\w*\d\^)\Z")


def composed(name: str) -> str:
    """Return a name in one normal form (Unicode, NFC), since systems keep accents in two ways."""
    return unicodedata.normalize("NFC", name)


class Labels(dict[str, "Reference"]):
    """Addresses defined apart by their labels, which are the same in each normal form."""

    def __contains__(self, label: object) -> bool:
        """Tell whether there is an address of this label."""
        return super().__contains__(composed(str(label)))

    def get(self, label: str, default: Any = None) -> Any:
        """Return the address of a label, or what is given where there is none."""
        return super().get(composed(label), default)

    def __setitem__(self, label: str, reference: Reference) -> None:
        """Keep an address by its label."""
        super().__setitem__(composed(label), reference)


def name_of(words: str) -> str:
    """Return the name of a heading of these `words`: its words in small letters, with hyphens.

    It is in one normal form.
    """
    plain = composed(words).lower()
    kept = (
        each if each == "_" or unicodedata.category(each)[0] in "LMN" else " " for each in plain
    )
    return "-".join("".join(kept).split())


def is_note(label: str, address: str) -> bool:
    """Tell whether an address defined apart, such as ``[1]: Average``, was meant as a note."""
    return bool(_CALL.fullmatch(label) and _WORD.fullmatch(address))


def _nearly_notes(lines: Sequence[str], first_line: int) -> dict[str, list[int]]:
    """Return which of the `lines` of a text begin nearly like a note, by its label."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(lines, start=first_line):
        if match := _NEARLY_NOTE.match(line):
            found.setdefault(composed(match[match.lastindex or 0]), []).append(number)
    return found


@dataclass
class References:
    """What was found while a text was read; `first_line` is the line on which it begins."""

    first_line: int
    faults: Faults
    notes: dict[str, tuple[int, tuple[Node, ...]]] = field(default_factory=dict)
    """Label → line and blocks of a note."""
    calls: dict[str, int] = field(default_factory=dict)
    """Label → line of its first call, in order."""
    links: list[tuple[str, int, str, str]] = field(default_factory=list)
    """Address, line, the address as its author wrote it, and the words that lead to it."""
    labels: set[str] = field(default_factory=set)
    """The labels of the addresses defined apart that are used."""
    anchors: set[str] = field(default_factory=set)
    """The names by which headings can be linked to."""
    refused: set[int] = field(default_factory=set)
    """The lines of blocks of HTML, which are told as a whole: a comment goes on to its end."""
    _counts: dict[str, int] = field(default_factory=dict)
    """Up to which number a name is taken."""

    def anchor(self, words: str) -> str:
        """Return a new name for a heading of these words."""
        name = name_of(words) or "section"
        unique = name
        while unique in self.anchors:
            self._counts[name] = self._counts.get(name, 1) + 1
            unique = f"{name}-{self._counts[name]}"
        self.anchors.add(unique)
        return unique

    def check_notes(self, lines: Sequence[str]) -> None:
        """Note calls without a note, in the `lines` of the text, and notes without a call."""
        missing = {label: line for label, line in self.calls.items() if label not in self.notes}
        meant = _nearly_notes(lines, self.first_line) if missing else {}
        for label, line in missing.items():
            near = next((each for each in meant.get(label, ()) if each != line), 0)
            if near in self.refused:
                continue
            if near:
                said = cut(lines[near - self.first_line].strip())
                wrong = f"“{said}” is not the note [^{label}], which is called"
                instead = f"begin it with [^{label}]: and a space, as a paragraph of its own"
                self.faults.add(near, "footnote", wrong, instead)
            else:
                wrong = f"the note [^{label}] is called but has no text"
                self.faults.add(line, "footnote", wrong, f"add a paragraph `[^{label}]: …`")
        for label, (line, _) in self.notes.items():
            if label not in self.calls:
                wrong = f"the note [^{label}] is never called"
                self.faults.add(line, "footnote", wrong, f"write [^{label}] where it belongs")

    def check_call(self, before: Sequence[Node], line: int) -> None:
        """Tell of a call on a `line` that reads as one with the raised figure `before` it."""
        said = "".join(
            f"^{node.plain}^" if node.kind == "superscript" else node.plain for node in before
        )
        if raised := _RAISED.search(said):
            wrong = f"the call of the note behind {raised[0]} reads as part of the raised figure"
            instead = "put it behind another word, or behind the stop"
            self.faults.remark(line, "footnote", wrong, instead)

    def numbered_notes(self) -> tuple[Note, ...]:
        """Return the notes in the order of their first calls."""
        return tuple(
            Note(number, *self.notes[label])
            for number, label in enumerate(self.calls, start=1)
            if label in self.notes
        )

    def check_links(self) -> None:
        """Note links that lead to no heading and to no address."""
        for target, line, shown, words in self.links:
            if target.startswith("#"):
                if target[1:] not in self.anchors:
                    self.faults.add(line, "link", *self._no_heading(target))
            elif match := _LANGUAGE.fullmatch(shown):
                wrong = f"the language of [{cut(words)}]({shown}) stands in the place of an address"
                self.faults.add(line, "link", wrong, f"write [{cut(words)}]{{lang={match[1]}}}")
            elif found := addresses.fault(target, shown):
                self.faults.add(line, "link", *found)
            elif addresses.misleads(words, target):
                wrong = f"the words {words.strip()} lead to another address: {shown}"
                instead = "write the same in both, or words that are no address"
                self.faults.add(line, "link", wrong, instead)

    def _no_heading(self, target: str) -> tuple[str, str]:
        """Return that no heading has the name `target`, and the one that was meant."""
        name, known = target[1:], sorted(self.anchors)
        near = [anchor for anchor in known if name and anchor.startswith(name)]
        near = near or get_close_matches(name, known, n=1)
        meant = f"did you mean #{near[0]}?" if near else ""
        wrong = f"there is no heading {target}"
        return wrong, meant or "write the heading's words, joined by hyphens"

    def check_definitions(self, references: dict[str, Reference]) -> None:
        """Note addresses that are defined and never used, and notes that were taken for them."""
        for label, reference in references.items():
            line = self.first_line + reference["map"][0]
            if label.startswith("^"):
                wrong = f"a space is in the label of the note [{label.lower()}]"
                instead = "write its label without spaces, here and where it is called"
                self.faults.add(line, "footnote", wrong, instead)
            elif is_note(label, shown := unquote(reference["href"])):
                name = label.lower()
                if name in self.calls:
                    continue  # it is told as a note that is called
                wrong = f"“[{name}]: {shown}” is read as the address of a link"
                instead = f"write [^{name}] where it belongs and [^{name}]: … here for a note"
                self.faults.add(line, "footnote", wrong, instead)
            elif label not in self.labels:
                wrong = f"the address of [{label.lower()}] is defined but never used"
                self.faults.add(
                    line, "link", wrong, "use it, or write \\[ for the character itself"
                )

    def check_duplicates(self, references: Iterable[Reference]) -> None:
        """Note addresses that are defined a second time."""
        for reference in references:
            line = self.first_line + reference["map"][0]
            wrong = "the address is defined twice"
            self.faults.add(line, "link", wrong, "keep one of the two")
