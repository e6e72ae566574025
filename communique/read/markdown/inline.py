"""What stands inside a paragraph: words, emphasis, links, pictures, calls of notes, line ends."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from communique.model.body import Node
from communique.model.values import canonical
from communique.read.markdown import addresses, dialects, leftovers, spans
from communique.read.markdown.dialects import html
from communique.read.markdown.references import References, composed, is_note, name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.tree import SyntaxTreeNode

    from communique.model.body import Kind
    from communique.model.faults import Faults

#: No word or address is as long; Chinese and Japanese, which write no spaces, are not meant.
_ENDLESS = re.compile(r"[!-\u05ff]{1000,}")
#: Two characters of Chinese or Japanese, between which a line end is no space.
_WIDE_PAIR = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]{2}")
#: So many characters of a line, and so many lines, have the end of an element: more take long.
_NEAR, _NEAR_LINES = 1_000, 20


class Inline:
    """Builds inline nodes of the parser's, and keeps count of the lines on the way."""

    def __init__(self, text: str, first_line: int, faults: Faults) -> None:
        self.whole, self.source, self.first_line = text, text.split("\n"), first_line
        self.faults = faults
        self.references = References(first_line, faults)
        self.line = first_line
        self.in_note = self.in_link = self.has_html = self.starred = False
        self.stress = ""
        self.elements = Counter[str]()  # of HTML, which have begun and not ended

    def at(self, node: SyntaxTreeNode) -> int:
        """Move to the line where `node` begins and return it."""
        if node.map:
            self.line = self.first_line + node.map[0]
        return self.line

    def inline(self, node: SyntaxTreeNode) -> tuple[Node, ...]:
        """Return the inline nodes of a block, which holds them in one child at the most."""
        return self.run(node.children[0].children) if node.children else ()

    def run(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Node, ...]:
        """Return the inline nodes made of `nodes`."""
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
                    before, after = (_beside(nodes, index, step) for step in (-1, 1))
                    leftovers.check_figures(before, _said(node), after, self.line, self.faults)
                    leftovers.check_address(before, node.markup, self.line, self.faults)
                    words, line = _said(node), self.line
                    leftovers.check_stress(words, (before, ""), self.written(), line, self.faults)
                    kind: Kind = "emphasis" if node.type == "em" else "strong"
                    result.append(Node(kind, line, self.stressed(node)))
                    written, line = self.written(), self.line
                    leftovers.check_stress(words, ("", after), written, line, self.faults)
                    leftovers.check_rest(node.markup, after, written, line, self.faults)
                case "link":
                    result.append(self.link(node))
                case "image":
                    result.append(self.image(node, alone=len(nodes) == 1))
                case "phrase":
                    result.append(self.phrase(node, _beside(nodes, index, 1)))
                case "superscript" | "subscript" as small:
                    inner = Node("text", self.line, text=_said(node))
                    result.append(Node(small, self.line, (inner,)))
                case "footnote_ref":
                    self.references.check_call(result[-2:], self.line)
                    result.append(self.call(node))
                case "html_inline":
                    result += self.html(node.content, self.line)
                case _:  # pragma: no cover  # an inline the parser was not asked for
                    raise AssertionError(node.type)
        return _merged(result)

    def stressed(self, node: SyntaxTreeNode) -> tuple[Node, ...]:
        """Return the inline nodes within stressed words."""
        around, self.stress = self.stress, node.markup
        result = self.run(node.children)
        self.stress = around
        return result

    def text(self, content: str) -> list[Node]:
        """Return text nodes, and links where web addresses stand in the text."""
        leftovers.check_words(content, self.written(), self.line, self.faults)
        starred = self.starred
        dialects.check_left(content, self.written(), self.line, self.faults, called=starred)
        self.starred = starred or dialects.calls_note(content)
        if self.stress:
            leftovers.check_stressed(content, self.stress, self.written(), self.line, self.faults)
        if self.in_link:
            return [Node("text", self.line, text=content)]
        if run := _ENDLESS.search(content):
            wrong = f"{run[0][:20]}… goes on for {len(run[0])} characters without a space"
            self.faults.add(self.line, "text", wrong, "write it with spaces")
        result: list[Node] = []
        end = 0
        for start, address in addresses.within(content):
            result.append(Node("text", self.line, text=content[end:start]))
            words = Node("text", self.line, text=address)
            result.append(Node("link", self.line, (words,), target=address))
            self.references.links.append((address, self.line, address, ""))
            end = start + len(address)
        result.append(Node("text", self.line, text=content[end:]))
        return [node for node in result if node.text or node.children]

    def written(self) -> str:
        """Return the present line as its author wrote it."""
        return self.source[self.line - self.first_line]

    def as_written(self, target: str) -> str:
        """Return an address as its author wrote it; the parser puts spaces in per cent."""
        return target if target in self.whole else unquote(target)

    def link(self, node: SyntaxTreeNode) -> Node:
        """Return a link; note a title, which would not be printed."""
        line, target = self.line, str(node.attrs.get("href", ""))
        label = composed(str(node.meta.get("label", "")))
        shown = _said(node) if node.markup == "autolink" else self.as_written(target)
        self.references.labels.add(label)
        if target.startswith("#"):
            target = f"#{name_of(unquote(target[1:]))}"
        if node.attrs.get("title"):
            wrong = f"a link's title is not printed: {node.attrs['title']}"
            self.faults.add(line, "link", wrong, "leave it out, or write it in the text")
        self.in_link = True
        children = self.run(node.children)
        self.in_link = False
        result = Node("link", line, children, target=target)
        if not label.startswith("^") and not is_note(label, shown):  # told where its words are
            self.references.links.append((target, line, shown, result.plain))
        if not result.plain.strip() and all(child.kind != "image" for child in children):
            self.faults.add(line, "link", f"the link to {shown} has no words", "write them")
        return result

    def phrase(self, node: SyntaxTreeNode, after: str) -> Node:
        """Return words in another language."""
        line, tag = self.line, str(node.meta["language"])
        spans.check(tag, _said(node), after, line, self.faults)
        return Node("phrase", line, self.run(node.children), language=canonical(tag))

    def image(self, node: SyntaxTreeNode, *, alone: bool) -> Node:
        """Return a picture; note a missing alternative text, or a title with no place for it."""
        line = self.line
        self.references.labels.add(composed(str(node.meta.get("label", ""))))
        alternative = "".join(map(_said, node.children))
        target = str(node.attrs.get("src", ""))
        shown = self.as_written(target)
        if any(_leads_away(inner) for inner in node.walk()):
            wrong = f"what {shown} shows is said with a link, a note or another language in it"
            self.faults.add(line, "image", wrong, "put it into the text beside the picture")
        if not alternative.strip():
            self.faults.add(
                line,
                "image",
                f"{shown} has no text for those who cannot see it",
                f"write ![what it shows]({target})",
            )
        title = str(node.attrs.get("title", ""))
        if title and not alone:
            wrong = f"the title of {shown} is printed only where the picture stands alone"
            instead = "leave it out, or give the picture a paragraph of its own"
            self.faults.add(line, "image", wrong, instead)
        caption = (Node("text", line, text=title),) if title else ()
        return Node("image", line, caption, alternative, target=target)

    def call(self, node: SyntaxTreeNode) -> Node:
        """Return the call of a note; note one inside a note."""
        label = composed(str(node.meta["label"]))
        if self.in_note:
            wrong = f"the note [^{label}] is called inside a note"
            self.faults.add(self.line, "footnote", wrong, "call it in the text")
        again = label in self.references.calls
        self.references.calls.setdefault(label, self.line)
        number = list(self.references.calls).index(label) + 1
        return Node("call", self.line, number=number, again=again)

    def html(self, content: str, line: int) -> Sequence[Node]:
        """Note raw HTML, which makes no nodes."""
        self.has_html = True
        if not html.ends(content, self.elements):
            near = self.source[line - self.first_line :][:_NEAR_LINES]
            self.faults.add(line, "text", *html.fault(content, [each[:_NEAR] for each in near]))
        return ()


def _beside(nodes: Sequence[SyntaxTreeNode], index: int, step: int) -> str:
    """Return the text right before or after an inline node of the parser's."""
    beside = index + step
    return nodes[beside].content if 0 <= beside < len(nodes) else ""


def _leads_away(node: SyntaxTreeNode) -> bool:
    """Tell whether a node inside the text of a picture is lost there: a note, or words' address."""
    return node.type in ("footnote_ref", "phrase") or (
        node.type == "link" and node.markup != "autolink"
    )


def _said(node: SyntaxTreeNode) -> str:
    """Return the words of an inline node of the parser's, without their marks."""
    if node.type in ("softbreak", "hardbreak"):
        return " "
    return "".join(map(_said, node.children)) or node.content


def _joint(nodes: Sequence[SyntaxTreeNode], index: int) -> str:
    """Return what a line end in the source stands for: a space, but none in Chinese or Japanese."""
    before = next((said for node in reversed(nodes[:index]) if (said := _said(node))), "")
    after = next((said for node in nodes[index + 1 :] if (said := _said(node))), "")
    return "" if _WIDE_PAIR.fullmatch(before[-1:] + after[:1]) else " "


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
