"""Stress beside the punctuation of Chinese, Japanese and Korean.

These put no spaces around a word that is stressed, and CommonMark, which asks for one beside
punctuation, leaves the asterisks as they are: https://github.com/commonmark/commonmark-spec/issues/650
Beside such a character it is enough that there is no space between the marks and the words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.rules_inline.state_inline import Delimiter

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

#: Letters and punctuation of these scripts, and Chinese quotation marks and dashes.
_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"
)


def install(parser: MarkdownIt) -> None:
    """Let the `parser` see stress there."""
    parser.inline.ruler.at("emphasis", _tokenize)


def _tokenize(state: StateInline, silent: bool) -> bool:  # the parser's
    """Take a run of marks of stress; as in the parser, but for what stands beside it."""
    mark = state.src[state.pos]
    if silent or mark not in "*_":
        return False
    scanned = state.scanDelims(state.pos, mark == "*")
    opens, closes = scanned.can_open, scanned.can_close
    end = state.pos + scanned.length
    before, after = state.src[max(state.pos - 1, 0) : state.pos], state.src[end : end + 1]
    if mark == "*" and (_WIDE.match(before) or _WIDE.match(after)):
        opens, closes = bool(after.strip()), bool(before.strip())
    for _ in range(scanned.length):
        token = state.push("text", "", 0)
        token.content = mark
        state.delimiters.append(
            Delimiter(ord(mark), scanned.length, len(state.tokens) - 1, -1, opens, closes)
        )
    state.pos = end
    return True
