"""The Markdown body becomes a tree of nodes; the only importer of the Markdown parser.

CommonMark with pipe tables and footnotes. Statements contain no programs, so indented, fenced
and back-ticked text is text like any other, and raw HTML is refused. Whatever CommonMark would
drop in silence (a definition nobody uses, a note nobody calls, a cell too many) is a fault here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from communique.body import Body, Node, Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

    from communique.body import Kind
    from communique.errors import Faults

MAX_DEPTH = 20
#: A list costs the parser two levels; what lies deeper than this it would drop in silence.
_PARSER_DEPTH = 4 * MAX_DEPTH
_NESTING = ("bullet_list_open", "ordered_list_open", "blockquote_open")
_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]*[^\s<>\"“”«».,;:!?)\]’']")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


def parse(text: str, first_line: int, faults: Faults) -> Body:
    """Return the body made of the Markdown `text` that begins on `first_line` of its file.

    Every fault is noted in `faults`; the result is then not to be used.
    """
    environment: dict[str, Any] = {}
    tokens = _parser().parse(text, environment)
    if _too_deep(tokens, first_line, faults):
        return Body()
    builder = _Builder(text, first_line, faults)
    body = builder.body(tokens)
    builder.check_definitions(environment.get("references", {}))
    builder.check_duplicates(environment.get("duplicate_refs", []))
    return body


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  # not needed where nothing is read
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415

    options = {"maxNesting": _PARSER_DEPTH, "html": True, "store_labels": True}
    parser = MarkdownIt("commonmark", options).enable("table")
    parser.disable(["code", "fence", "backticks"])
    return parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)


def _too_deep(tokens: Sequence[Token], first_line: int, faults: Faults) -> bool:
    depth = 0
    for token in tokens:
        depth += (token.type in _NESTING) - (
            token.type.replace("_close", "_open") in _NESTING and token.nesting < 0
        )
        inline = max((child.level for child in token.children or ()), default=0)
        if max(depth, inline) > MAX_DEPTH:
            line = first_line + (token.map or [0])[0]
            faults.add(
                line, "text", f"it is nested deeper than {MAX_DEPTH}", "write it with fewer levels"
            )
            return True
    return False


class _Builder:
    """Walks the parser's tree once and builds ours."""

    def __init__(self, text: str, first_line: int, faults: Faults) -> None:
        self.source, self.first_line, self.faults = text.split("\n"), first_line, faults
        self.line = first_line
        self.level = 1  # of the last heading; the title is heading 1
        self.notes: dict[str, tuple[int, tuple[Node, ...]]] = {}
        self.calls: dict[str, int] = {}  # label → line of its first call, in order
        self.in_note = self.in_link = False
        self.anchors: set[str] = set()
        self.links: list[tuple[str, int]] = []
        self.labels: set[str] = set()

    def body(self, tokens: Sequence[Token]) -> Body:
        from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415

        blocks = self.blocks(SyntaxTreeNode(tokens).children)
        if not blocks:
            self.faults.add(self.first_line, "text", "it is empty", "write the statement here")
        self.check_notes()
        self.check_links()
        return Body(blocks, self.numbered_notes())

    # Blocks

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> tuple[Node, ...]:
        return tuple(block for node in nodes for block in self.block(node))

    def block(self, node: SyntaxTreeNode) -> tuple[Node, ...]:
        line = self.at(node)
        match node.type:
            case "paragraph":
                return self.paragraph(node, line)
            case "heading":
                return self.heading(node, line)
            case "bullet_list" | "ordered_list":
                return (self.points(node, line),)
            case "blockquote":
                return (Node("quote", line, self.blocks(node.children)),)
            case "table":
                return (Node("table", line, self.rows(node)),)
            case "hr":
                return (Node("rule", line),)
            case "footnote_reference":
                self.note(node, line)
            case "html_block":
                self.refuse_html(node.content, line)
            case _:  # pragma: no cover  # a block the parser was not asked for
                raise AssertionError(node.type)
        return ()

    def at(self, node: SyntaxTreeNode) -> int:
        """Move to the line where `node` begins and return it."""
        if node.map:
            self.line = self.first_line + node.map[0]
        return self.line

    def paragraph(self, node: SyntaxTreeNode, line: int) -> tuple[Node, ...]:
        inline = self.inline(node)
        if len(inline) == 1 and inline[0].kind == "image":
            picture = inline[0]
            caption = picture.children
            return (Node("figure", line, caption, picture.text, target=picture.target),)
        return (Node("paragraph", line, inline),)

    def heading(self, node: SyntaxTreeNode, line: int) -> tuple[Node, ...]:
        level = int(node.tag[1:])
        marks = "#" * level
        if level == 1:
            self.faults.add(
                line, "heading", "the title is the only heading of level 1", "begin with ##"
            )
        elif level > self.level + 1:
            self.faults.add(
                line,
                "heading",
                f"{marks} follows {'#' * self.level if self.level > 1 else 'the title'}: "
                "a level is skipped",
                f"write {'#' * (self.level + 1)}",
            )
        self.level = max(level, 2)
        inline = self.inline(node)
        result = Node("heading", line, inline, level=level)
        if not result.plain.strip():
            self.faults.add(line, "heading", "it has no words", "write them, or leave it out")
        return (Node("heading", line, inline, level=level, anchor=self.anchor(result.plain)),)

    def anchor(self, words: str) -> str:
        name = "-".join(re.findall(r"\w+", words.lower())) or "section"
        count, unique = 1, name
        while unique in self.anchors:
            count += 1
            unique = f"{name}-{count}"
        self.anchors.add(unique)
        return unique

    def points(self, node: SyntaxTreeNode, line: int) -> Node:
        ordered = node.type == "ordered_list"
        numbers = [item.info for item in node.children]
        if ordered and len(set(numbers)) == 1:  # "1. 1. 1.": Markdown's way to say "count up"
            numbers = [str(int(numbers[0]) + index) for index in range(len(numbers))]
        items = []
        for item, number in zip(node.children, numbers, strict=True):
            marker = f"{number}{item.markup}" if ordered else "•"
            start = self.at(item)
            items.append(Node("item", start, self.blocks(item.children), marker=marker))
            if not items[-1].children:
                self.faults.add(
                    start, "list", "this point has no words", "write them, or leave it out"
                )
        return Node("list", line, tuple(items), ordered=ordered)

    def rows(self, table: SyntaxTreeNode) -> tuple[Node, ...]:
        rows: list[Node] = []
        columns = 0
        for part in table.children:
            for row in part.children:
                line = self.at(row)
                head = part.type == "thead"
                cells = tuple(self.cell(cell, line, head=head) for cell in row.children)
                columns = columns or len(cells)
                self.check_cells(line, columns)
                rows.append(Node("row", line, cells, head=head))
        return tuple(rows)

    def cell(self, cell: SyntaxTreeNode, line: int, *, head: bool) -> Node:
        style = str(cell.attrs.get("style", ""))
        align = style.removeprefix("text-align:")
        self.line = line
        return Node("cell", line, self.inline(cell), align=align, head=head)

    def check_cells(self, line: int, columns: int) -> None:
        """Refuse the cells that GitHub's pipe tables drop because the head has fewer."""
        source = self.source[line - self.first_line].strip().lstrip("> ")
        count = len(re.findall(r"(?<!\\)\|", source.strip("|")))
        count -= source.endswith("\\|")
        if count + 1 > columns:
            self.faults.add(
                line,
                "table",
                f"this row has {count + 1} cells and the head has {columns}",
                "give both the same number, and write \\| for a bar inside a cell",
            )

    def note(self, node: SyntaxTreeNode, line: int) -> None:
        label = str(node.meta["label"])
        if label in self.notes:
            first = self.notes[label][0]
            wrong = f"the note [^{label}] is written twice, first on line {first}"
            self.faults.add(line, "footnote", wrong, "give one of the two another label")
            return
        self.in_note = True
        children = self.blocks(node.children)
        self.in_note = False
        self.notes[label] = (line, children)
        if not children:
            wrong = f"the note [^{label}] has no text"
            self.faults.add(line, "footnote", wrong, "write it after the colon")
        if any(child.kind != "paragraph" for child in children):
            wrong = f"the note [^{label}] holds more than paragraphs"
            self.faults.add(line, "footnote", wrong, "write it as one or more paragraphs")

    # Inline

    def inline(self, node: SyntaxTreeNode) -> tuple[Node, ...]:
        """Return the inline nodes of a block, which holds them in one child at the most."""
        return self.run(node.children[0].children) if node.children else ()

    def run(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Node, ...]:
        result: list[Node] = []
        for index, node in enumerate(nodes):
            match node.type:
                case "text":
                    result += self.text(node.content)
                case "softbreak":
                    result.append(Node("text", self.line, text=_joint(nodes, index)))
                    self.line += 1
                case "hardbreak":
                    result.append(Node("break", self.line))
                    self.line += 1
                case "em" | "strong":
                    kind: Kind = "emphasis" if node.type == "em" else "strong"
                    result.append(Node(kind, self.line, self.run(node.children)))
                case "link":
                    result.append(self.link(node))
                case "image":
                    result.append(self.image(node))
                case "footnote_ref":
                    result.append(self.call(node))
                case "html_inline":
                    self.refuse_html(node.content, self.line)
                case _:  # pragma: no cover  # an inline the parser was not asked for
                    raise AssertionError(node.type)
        return _merged(result)

    def text(self, content: str) -> list[Node]:
        """Return text nodes, and links where web addresses stand in the text."""
        if self.in_link:
            return [Node("text", self.line, text=content)]
        result: list[Node] = []
        end = 0
        for match in _ADDRESS.finditer(content):
            result.append(Node("text", self.line, text=content[end : match.start()]))
            address = Node("text", self.line, text=match[0])
            result.append(Node("link", self.line, (address,), target=match[0]))
            end = match.end()
        result.append(Node("text", self.line, text=content[end:]))
        return [node for node in result if node.text or node.children]

    def link(self, node: SyntaxTreeNode) -> Node:
        line, target = self.line, str(node.attrs.get("href", ""))
        self.labels.add(str(node.meta.get("label", "")))
        self.links.append((target, line))
        if node.attrs.get("title"):
            wrong = f"a link's title is not printed: {node.attrs['title']}"
            self.faults.add(line, "link", wrong, "leave it out, or write it in the text")
        self.in_link = True
        children = self.run(node.children)
        self.in_link = False
        return Node("link", line, children, target=target)

    def image(self, node: SyntaxTreeNode) -> Node:
        line = self.line
        self.labels.add(str(node.meta.get("label", "")))
        alternative = (
            "".join(child.content if child.type != "softbreak" else " " for child in node.children)
            or node.content
        )
        target = str(node.attrs.get("src", ""))
        if not alternative.strip():
            self.faults.add(
                line,
                "image",
                f"{target} has no text for those who cannot see it",
                f"write ![what it shows]({target})",
            )
        title = str(node.attrs.get("title", ""))
        caption = (Node("text", line, text=title),) if title else ()
        return Node("image", line, caption, alternative, target=target)

    def call(self, node: SyntaxTreeNode) -> Node:
        label = str(node.meta["label"])
        if self.in_note:
            wrong = f"the note [^{label}] is called inside a note"
            self.faults.add(self.line, "footnote", wrong, "call it in the text")
        again = label in self.calls
        self.calls.setdefault(label, self.line)
        number = list(self.calls).index(label) + 1
        return Node("call", self.line, number=number, again=again)

    def refuse_html(self, content: str, line: int) -> None:
        shown = content.strip().split("\n")[0][:40]
        wrong = f"raw HTML is not used here: {shown}"
        self.faults.add(line, "text", wrong, "leave it out, or write \\< for the sign itself")

    # What the whole text must satisfy

    def check_notes(self) -> None:
        for label, line in self.calls.items():
            if label not in self.notes:
                wrong = f"the note [^{label}] is called and has no text"
                self.faults.add(line, "footnote", wrong, f"add a paragraph `[^{label}]: …`")
        for label, (line, _) in self.notes.items():
            if label not in self.calls:
                wrong = f"the note [^{label}] is never called"
                self.faults.add(line, "footnote", wrong, f"write [^{label}] where it belongs")

    def numbered_notes(self) -> tuple[Note, ...]:
        return tuple(
            Note(number, *self.notes[label])
            for number, label in enumerate(self.calls, start=1)
            if label in self.notes
        )

    def check_links(self) -> None:
        for target, line in self.links:
            if target.startswith("#"):
                if target[1:] not in self.anchors:
                    wrong = f"no heading answers to {target}"
                    self.faults.add(
                        line, "link", wrong, "write the heading's words, joined by hyphens"
                    )
            elif not target.lower().startswith(_SCHEMES):
                wrong = f"{target or 'an empty address'} leads nowhere once the page is printed"
                self.faults.add(line, "link", wrong, "give an https:// or mailto: address")

    def check_definitions(self, references: dict[str, dict[str, list[int]]]) -> None:
        for label, reference in references.items():
            if label not in self.labels:
                line = self.first_line + reference["map"][0]
                wrong = f"the address of [{label.lower()}] is defined and never used"
                self.faults.add(line, "link", wrong, "use it, or write \\[ for the sign itself")

    def check_duplicates(self, references: Iterable[dict[str, list[int]]]) -> None:
        for reference in references:
            line = self.first_line + reference["map"][0]
            wrong = "the address is defined twice"
            self.faults.add(line, "link", wrong, "keep one of the two")


def _joint(nodes: Sequence[SyntaxTreeNode], index: int) -> str:
    """Return what a line end in the source stands for: a space, but none in Chinese or Japanese."""
    before = nodes[index - 1].content[-1:] if index else ""
    after = nodes[index + 1].content[:1] if index + 1 < len(nodes) else ""
    return "" if _WIDE.match(before) and _WIDE.match(after) else " "


def _merged(nodes: list[Node]) -> tuple[Node, ...]:
    """Join neighbouring text, which the parser splits at every line end and escape.

    A lone space goes into the emphasis or link before it: the engine would not draw it, and a
    screen reader would run the two words around it together.
    """
    result: list[Node] = []
    for node in nodes:
        last = result[-1] if result else None
        if node.kind == "text" and last and last.kind == "text":
            result[-1] = replace(last, text=last.text + node.text)
        elif node.kind == "text" and node.text.isspace() and last and last.children:
            result[-1] = replace(last, children=_merged([*last.children, node]))
        else:
            result.append(node)
    return tuple(result)
