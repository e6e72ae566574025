"""The proof of a web page: it is read again, and says what it must, once and in order.

Nothing here comes from what writes it. The page is read by another parser, as a browser reads it
(HTML, 13.2); pictures say their descriptions, and bullets, which the styles draw, say nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import unquote

import tinyhtml5

from communique.bidi.paragraph import OBJECT
from communique.content.expected import turn
from communique.content.text import Marks
from communique.content.texts import texts
from communique.design.styles.web_rules import refused
from communique.model.faults import Faults, ProofError
from communique.outputs.web_order import in_order
from communique.outputs.web_reading import BLOCKS, DRAWN, HTML, Said, said, tag
from communique.outputs.web_tables import check_tables
from communique.prove.changes import counts, front, moves
from communique.prove.corrections import note_corrections
from communique.prove.fields import note_lost_fields
from communique.prove.origin import note_other_origin
from communique.prove.turned import alternat

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from communique.content.content import Content
    from communique.content.text import Text

_MARKS = Marks(call="{}", picture="{}", within="{}", contents=True)
#: What a page may be made of besides: nothing that runs, asks for something, or can be filled in.
_INLINE = frozenset(
    ("a", "abbr", "bdi", "del", "em", "img", "ins", "span", "strong", "sub", "sup")
)  # fmt: skip
_HEAD = frozenset(("head", "meta", "title", "link", "script", "style"))
_ATTRIBUTES = frozenset(
    ("alt", "aria-label", "aria-labelledby", "class", "colspan", "data-change", "dir", "href",
     "id", "lang", "role", "rowspan", "scope", "src", "tabindex", "title")
)  # fmt: skip
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_DIRECTIONS = ("ltr", "rtl")
_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
_OF_CHANGES = (moves.in_pairs, front.title_told, front.values_told, counts.summary_told)
_SHOWN = 60
_NOT_DELIVERED = "nothing was delivered"
_KEY = "web page"


def prove(content: Content, data: bytes) -> None:
    """Prove that the file whose bytes are `data` says what `content` says, and nothing else.

    Raises `ProofError` with the words and the line of the statement.
    """
    faults = Faults(content.versions[0].statement.path, ProofError)
    note_other_origin(content, faults)
    alternat.note_other_words(content, faults)
    wanted = texts(alternat.worked_out(content), marks=_MARKS)
    note_lost_fields(content, wanted, {}, faults)
    if turn(content):
        note_corrections(content, wanted, faults)
    root = tinyhtml5.parse(data.decode("utf-8"), namespace_html_elements=True)
    body = next(root.iter(f"{HTML}body"))
    _check_parts(root, body, faults)
    faults.check()  # of what we never write, nothing more is told
    _check_links(body, content.beside, faults)
    _check_headings(body, wanted, faults)
    check_tables(content, body, faults)
    _check_words(content, root, wanted, faults)
    for rule in _OF_CHANGES:
        rule(content, None, faults)
    faults.check()


def _check_parts(root: Element, body: Element, faults: Faults) -> None:
    """Note elements and attributes that no page of ours has, and a policy that lets more in."""
    head = next(root.iter(f"{HTML}head"))
    for part, known in ((head, _HEAD), (body, BLOCKS | _INLINE)):
        for name in sorted({tag(each) for each in part.iter()} - known):
            faults.add(1, _KEY, f"it has an element <{name}>", _NOT_DELIVERED)
    for element in body.iter():
        for name, value in element.items():
            if name not in _ATTRIBUTES:
                faults.add(1, _KEY, f"it has an attribute {name}", _NOT_DELIVERED)
            elif name == "dir" and value not in _DIRECTIONS:
                faults.add(1, _KEY, f"a part of it runs {value!r}", _NOT_DELIVERED)
            elif name == "src" and not value.startswith("data:image/"):
                faults.add(1, _KEY, f"it asks for {value[:_SHOWN]}", _NOT_DELIVERED)
    scripts = [each.get("type") for each in root.iter(f"{HTML}script")]
    policies = [
        each.get("content")
        for each in root.iter(f"{HTML}meta")
        if each.get("http-equiv") == "Content-Security-Policy"
    ]
    for style in root.iter(f"{HTML}style"):
        for _, rule in refused(style.text or ""):
            faults.add(1, _KEY, f"its styles may hide words: {rule}", _NOT_DELIVERED)
    if scripts != ["application/ld+json"] or policies != [_POLICY]:
        faults.add(1, _KEY, "it may run something, or ask for something", _NOT_DELIVERED)


def _check_links(body: Element, beside: Sequence[str], faults: Faults) -> None:
    """Note names that are there twice, and links to what is not there.

    `beside` are the files in the same folder: what has no scheme leads to each of them once.
    """
    names = Counter(name for each in body.iter() if (name := each.get("id")))
    for name in (name for name, count in names.items() if count > 1):
        faults.add(1, _KEY, f"the name {name} is there twice", _NOT_DELIVERED)
    for link in body.iter(f"{HTML}a"):
        target = link.get("href", "")
        if target.startswith("#") and target[1:] not in names:
            faults.add(1, _KEY, f"a link leads to {target}, which is not there", _NOT_DELIVERED)
    targets = [link.get("href", "") for link in body.iter(f"{HTML}a")]
    found = [unquote(each) for each in targets if not re.match(r"#|[a-z][a-z0-9+.-]*:", each)]
    if found != [*beside]:
        faults.add(1, _KEY, f"it leads to files {found}, not {[*beside]}", _NOT_DELIVERED)


def _check_headings(body: Element, wanted: list[Text], faults: Faults) -> None:
    found = [tag(each).upper() for each in body.iter() if tag(each) in _LEVELS]
    due = [text.role for text in wanted if text.role.lower() in _LEVELS]
    if found != due:
        faults.add(1, _KEY, f"its headings are {found}, and {due} are due", _NOT_DELIVERED)


def _check_words(content: Content, root: Element, wanted: list[Text], faults: Faults) -> None:
    """Note the first text that is not where it is due, or is in another language there."""
    body = next(root.iter(f"{HTML}body"))
    signs = said(body, root.get("lang", ""), root.get("dir", ""))
    place = _after(signs, content.versions[0].front.title.text, 0)  # the link to the text
    ordered = texts(
        alternat.worked_out(content), marks=_MARKS._replace(picture=OBJECT, within=OBJECT)
    )
    for text, objects in zip(wanted, ordered, strict=True):
        if text.role == "Lbl" and not any(map(str.isalnum, text.words)):
            continue
        after = _after(signs, text.words, place or 0)
        if after is None:
            other = "".join(each.sign for each in signs[place or 0 :])[:_SHOWN].strip()
            wrong = f"{text.words[:_SHOWN]!r} is due where {other!r} is"
            faults.add(text.line, _KEY, wrong, _NOT_DELIVERED, path=text.path)
            return
        _check_language(text, signs[place or 0 : after], faults)
        if not in_order(objects, signs[place or 0 : after]):
            wrong = f"{text.words[:_SHOWN]!r} is shown in another order there"
            faults.add(text.line, _KEY, wrong, _NOT_DELIVERED, path=text.path)
        place = after
    for name in content.beside:
        after = _after(signs, name, place or 0)
        if after is None:
            faults.add(1, _KEY, f"the name of the file {name} is not below it", _NOT_DELIVERED)
        place = after or place
    rest = "".join(each.sign for each in signs[place or 0 :]).strip()
    if rest:
        faults.add(1, _KEY, f"there is more: {rest[:_SHOWN]!r}", _NOT_DELIVERED)


def _after(signs: list[Said], words: str, place: int) -> int | None:
    """Return where `words` end that stand at a `place`, or None where others do."""
    for number, word in enumerate(words.translate(DRAWN).split()):
        begin = place
        while place < len(signs) and signs[place].sign.isspace():
            place += 1
        apart = number == 0 or place > begin
        if not apart or "".join(each.sign for each in signs[place : place + len(word)]) != word:
            return None
        place += len(word)
    return place


def _check_language(text: Text, signs: list[Said], faults: Faults) -> None:
    due = [
        language
        for words, language in text.runs
        for sign in words.translate(DRAWN)
        if not sign.isspace()
    ]
    found = [each.language for each in signs if not each.sign.isspace()]
    if due != found:
        wrong = f"{text.words[:_SHOWN]!r} is in another language there"
        faults.add(text.line, _KEY, wrong, _NOT_DELIVERED, path=text.path)
