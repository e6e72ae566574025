"""Marks that CommonMark has not: words in another language, superscripts and subscripts.

They are written as in Pandoc: ``[raison d’être]{lang=fr}``, ``m^2^``, ``H~2~O``. The account has
the same marks in its grammar.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.design import language
from communique.design.language_slips import known_hint

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

    from communique.model.faults import Faults

#: The one attribute that there is.
_LANGUAGE = re.compile(r"\{lang=([A-Za-z0-9-]+)\}")
_MARKS = "[\u0300-\u036f]"  # over and under letters
#: One to four letters or figures. Signs, such as ranges in Chinese have, are none: 4~6月、7~9月.
_SHORT = rf"(?:[^\W_]{_MARKS}*){{1,4}}"
_RAISED = {"^": re.compile(rf"\^({_SHORT})\^"), "~": re.compile(rf"~({_SHORT})~")}
_NAMES = {"^": "superscript", "~": "subscript"}
#: They stand right behind a letter or a figure, which may be stressed, and not within an address.
_BEHIND = re.compile(rf"[^\W_]{_MARKS}*(?:\*{{1,3}}|_{{1,3}})?\Z")
_ADDRESS = re.compile(r"(?:://|www\.|@)\S*\Z")
#: So far back is looked, in characters.
_BACK = 500


def install(parser: MarkdownIt) -> None:
    """Let the `parser` see these marks."""
    parser.inline.ruler.before("link", "phrase", _phrase)
    parser.inline.ruler.before("link", "raised", _raised)


def check(tag: str, words: str, after: str, line: int, faults: Faults) -> None:
    """Refuse the `tag` of no language, one without `words`, and one within the words of a link.

    `after` is the text behind it.
    """
    mark = f"{{lang={tag}}}"
    if not language.is_tag(tag):
        wrong = f"{tag} is not the tag of a language"
        faults.add(line, "language", wrong, f"write {known_hint(tag)}")
    if not words.strip():
        faults.add(line, "language", f"{mark} has no words before it", f"write [words]{mark}")
    if after.startswith("]("):
        wrong = f"{mark} stands within the words of a link"
        faults.add(line, "language", wrong, f"write it behind the link: [[words](address)]{mark}")


def _phrase(state: StateInline, silent: bool) -> bool:  # the parser's
    """Take words in brackets with the attribute of a language behind them."""
    start, end = state.pos, state.posMax
    if state.src[start] != "[" or state.src.find("]{lang=", start, end) < 0:
        return False
    close = state.md.helpers.parseLinkLabel(state, start)
    match = _LANGUAGE.match(state.src, close + 1, end) if close > start else None
    if not match:
        return False
    if not silent:
        token = state.push("phrase_open", "span", 1)
        token.meta["language"] = match[1]
        state.pos, state.posMax = start + 1, close
        state.md.inline.tokenize(state)
        state.push("phrase_close", "span", -1)
    state.pos, state.posMax = match.end(), end
    return True


def _raised(state: StateInline, silent: bool) -> bool:  # the parser's
    """Take a superscript or a subscript."""
    mark = state.src[state.pos]
    match = _RAISED[mark].match(state.src, state.pos, state.posMax) if mark in _RAISED else None
    before = state.src[max(state.pos - _BACK, 0) : state.pos] if match else ""
    if not match or not _BEHIND.search(before) or _ADDRESS.search(before):
        return False
    if not silent:
        state.push(f"{_NAMES[mark]}_open", "", 1)
        state.push("text", "", 0).content = match[1]
        state.push(f"{_NAMES[mark]}_close", "", -1)
    state.pos = match.end()
    return True
