"""The Markdown body becomes a tree of nodes; the only importer of the Markdown parser.

CommonMark with pipe tables and footnotes. Statements contain no programs, so indented, fenced
and back-ticked text is text like any other, and raw HTML is refused. Whatever CommonMark would
drop in silence (a definition nobody uses, a note nobody calls, a cell too many) is a fault here.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from communique.model.body import Body
from communique.read import front_matter
from communique.read.markdown.blocks import Blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from communique.model.faults import Faults

MAX_DEPTH = 20
#: A list costs the parser two levels; what lies deeper than this it would drop in silence.
_PARSER_DEPTH = 4 * MAX_DEPTH
#: Paragraphs, points, cells, links and the like: 700 pages have half as many. What has more was
#: not written as a statement, and would take minutes and gigabytes.
MOST_PARTS = 20_000
#: What the words and lines of a paragraph are to the parser.
_WORDS = ("inline", "text", "softbreak", "hardbreak")
_NESTING = ("bullet_list", "ordered_list", "blockquote")


def parse(text: str, first_line: int, faults: Faults) -> Body:
    """Return the body made of the Markdown `text` that begins on `first_line` of its file.

    Every fault is noted in `faults`; the result is then not to be used.
    """
    from communique.read.markdown import interruptions  # noqa: PLC0415  # they import the parser
    from communique.read.markdown.points import indented_lists, inserted  # noqa: PLC0415  # as above

    tokens, environment = inserted.parsed(_parser().parse, text)
    if _too_deep(tokens, first_line, faults) or _too_many(tokens, first_line, faults):
        return Body()
    builder = Blocks(text, first_line, faults)
    body = builder.body(tokens)
    if not any(fault.key == front_matter.KEY for fault in faults):  # else it may be in the text
        interruptions.explain(environment, text, first_line, faults)
        indented_lists.explain(environment, text, first_line, faults)
    builder.references.check_definitions(environment["references"])
    builder.references.check_duplicates(environment.get("duplicate_refs", []))
    return body


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  # not needed where nothing is read
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415

    from communique.read.markdown import (  # noqa: PLC0415  # as above
        centred,
        interruptions,
        spans,
        stress,
    )
    from communique.read.markdown.points import indented_lists  # noqa: PLC0415  # as above
    from communique.read.markdown.tables import block_rule  # noqa: PLC0415  # as above

    options = {"maxNesting": _PARSER_DEPTH, "html": True, "store_labels": True}
    parser = MarkdownIt("commonmark", options).enable("table")
    parser.disable(["code", "fence", "backticks"])
    block_rule.install(parser)
    indented_lists.install(parser)
    interruptions.install(parser)
    centred.install(parser)
    spans.install(parser)
    stress.install(parser)
    # An address that the parser would not take would be printed with its brackets: take it here,
    # and let the check of the links say what is wrong with it.
    parser.validateLink = lambda _: True  # type: ignore[assignment]
    # An address between angle brackets is printed as it is written, %20 and all.
    parser.normalizeLinkText = lambda url: url  # type: ignore[assignment]
    return parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)


def _too_deep(tokens: Sequence[Token], first_line: int, faults: Faults) -> bool:
    depth = 0
    for token in tokens:
        if token.type.removesuffix("_open").removesuffix("_close") in _NESTING:
            depth += token.nesting
        inline = max((child.level for child in token.children or ()), default=0)
        if max(depth, inline) > MAX_DEPTH:
            line = first_line + (token.map or [0])[0]
            faults.add(
                line, "text", f"it is nested deeper than {MAX_DEPTH}", "write it with fewer levels"
            )
            return True
    return False


def _too_many(tokens: Sequence[Token], first_line: int, faults: Faults) -> bool:
    every = chain.from_iterable((token, *(token.children or ())) for token in tokens)
    parts: int = sum(token.nesting >= 0 and token.type not in _WORDS for token in every)
    if parts > MOST_PARTS:
        wrong = f"it has {parts:,} parts (paragraphs, points, cells, links …), "
        wrong += f"more than {MOST_PARTS:,}"
        faults.add(first_line, "text", wrong, "split it into several statements")
    return parts > MOST_PARTS
