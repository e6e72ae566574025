"""The pieces of a paragraph as Markdown, as little marked as reading it back allows."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from communique.design.writing.tags import locale_of
from communique.word.found import Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_SPACES = re.compile("[ \t\r\n]+")
_ALL = re.compile(r"[!-/:-@\[-`{-~]")
#: What is always a mark somewhere: a backslash, stars and underscores beside words, tags, entities.
_FEW = re.compile(
    r"\\|\*(?! )|(?<! )\*|(?<=[^\s_])_(?![^\W_])|(?<![^\W_])_(?=[^\s_])"
    r"|<(?=[a-zA-Z/!?])|&(?=#?\w+;)"
)
_MORE = re.compile(r"[\\*_\[\]<>^~|{}#`!:]|&(?=#?\w+;)")
_PATTERNS = (_FEW, _MORE, _ALL)
#: How strictly text may be escaped: by as many patterns, the first one escapes least.
STRICTNESS = range(len(_PATTERNS))
_MOST_RAISED = 4


def tidied(pieces: Iterable[Piece]) -> list[Piece]:
    """Return `pieces` with single spaces, none at the ends of lines.

    No space alone has a style.
    """
    found: list[Piece] = []
    bare = True
    for piece in pieces:
        text = _SPACES.sub(" ", piece.text) if piece.kind == "text" else piece.text
        if piece.kind == "text" and bare:
            text = text.removeprefix(" ")
        if piece.kind == "break" and found and found[-1].kind == "text":
            found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
        if text == " ":
            found.append(Piece(" ", language=found[-1].language if found else ""))
        elif text or piece.kind == "break":
            found.append(replace(piece, text=text))
        bare = piece.kind == "break" or (piece.kind == "text" and (text or " ").endswith(" "))
    while found and (found[-1].kind == "break" or not found[-1].text.strip(" ")):
        found.pop()
    if found and found[-1].kind == "text":
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
    return found


def on_one_line(piece: Piece) -> Piece:
    """Return a piece of a heading: without stress, and without the end of a line."""
    if piece.kind == "break":
        return Piece(" ")
    return replace(piece, strong=False, emphasis=False)


def in_language(pieces: Iterable[Piece], language: str) -> list[Piece]:
    """Return `pieces` with a language only where it is another one than the text's `language`.

    What has no letters is in the language of what it stands between.
    """
    own = _primary(language)
    found = []
    for piece in pieces:
        other = piece.language if piece.kind == "text" and _has_words(piece.text) else ""
        known = other and _primary(other) != own and _is_known(other)
        found.append(replace(piece, language=_primary(other) if known else ""))
    for place in range(1, len(found) - 1):
        before, one, after = found[place - 1 : place + 2]
        is_between = one.kind == "text" and not any(map(str.isalpha, one.text))
        if is_between and before.language == after.language:
            found[place] = replace(one, language=before.language)
    return found


def raised_as_can_be(pieces: Sequence[Piece]) -> list[Piece]:
    """Return `pieces` that are raised or lowered only where Markdown has a notation for it."""
    found: list[Piece] = []
    for piece in pieces:
        before = found[-1].text[-1:] if found and found[-1].kind == "text" else ""
        short = len(piece.text) <= _MOST_RAISED and piece.text.isalnum()
        found.append(piece if short and before.isalnum() else replace(piece, raised=""))
    return found


def written(pieces: Sequence[Piece], pictures: Sequence[str], strictness: int) -> str:
    """Return `pieces` as Markdown; `pictures` are the marks of those of the text.

    `strictness` is one of `STRICTNESS`.
    """
    return _by_language(pieces, pictures, _PATTERNS[strictness])


def escaped(text: str, strictness: int = 0) -> str:
    """Return a `text` in which what Markdown takes for a mark has a backslash."""
    return _PATTERNS[strictness].sub(r"\\\g<0>", text)


def _by_language(pieces: Sequence[Piece], pictures: Sequence[str], marks: re.Pattern[str]) -> str:
    found = ""
    for language, each in _groups(pieces, lambda piece: piece.language):
        inner = "".join(_by_link(each, pictures, marks))
        found += _around(inner, "[", f"]{{lang={language}}}") if language else inner
    return found


def _by_link(
    pieces: Sequence[Piece], pictures: Sequence[str], marks: re.Pattern[str]
) -> Iterator[str]:
    for link, each in _groups(pieces, lambda piece: piece.link):
        inner = "".join(_by_stress(each, pictures, marks))
        if not isinstance(link, str) or link in ("", inner, f"mailto:{inner}"):
            yield inner
        else:
            yield linked(inner, link)


def linked(inner: str, address: str) -> str:
    """Return a link to an address in which `inner` is read."""
    address = f"<{address}>" if re.search(r"[\s()<>]", address) else address
    return _around(inner, "[", f"]({address})")


def _by_stress(
    pieces: Sequence[Piece], pictures: Sequence[str], marks: re.Pattern[str]
) -> Iterator[str]:
    for strong, each in _groups(pieces, lambda piece: piece.strong):
        inner = ""
        for emphasis, some in _groups(each, lambda piece: piece.emphasis):
            words = "".join(_one(piece, pictures, marks) for piece in some)
            inner += _around(words, "*", "*") if emphasis else words
        yield _around(inner, "**", "**") if strong else inner


def _one(piece: Piece, pictures: Sequence[str], marks: re.Pattern[str]) -> str:
    match piece.kind:
        case "break":
            return "\\\n"
        case "note":
            return f"[^{int(piece.text) + 1}]"
        case "picture":
            return pictures[int(piece.text)]
    mark = {"superscript": "^", "subscript": "~"}.get(piece.raised, "")
    return mark + marks.sub(r"\\\g<0>", piece.text) + mark


def _around(inner: str, before: str, after: str) -> str:
    """Return `inner` between two marks, which stand right beside its words."""
    words = inner.strip(" ")
    if not words:
        return inner
    start = inner.index(words)
    return f"{inner[:start]}{before}{words}{after}{inner[start + len(words) :]}"


def _groups(
    pieces: Sequence[Piece], key: Callable[[Piece], object]
) -> Iterator[tuple[object, list[Piece]]]:
    """Yield runs of `pieces` with one `key`; what has no letters itself belongs to those around."""
    keys = [None if _is_neutral(piece) else key(piece) for piece in pieces]
    for place, piece in enumerate(pieces):
        if keys[place] is None:
            before = keys[place - 1] if place else None
            after = next((each for each in keys[place + 1 :] if each is not None), None)
            keys[place] = before if before is not None and before == after else key(piece)
    for value, group in groupby(zip(keys, pieces, strict=True), key=lambda pair: pair[0]):
        yield value, [piece for _, piece in group]


def _is_neutral(piece: Piece) -> bool:
    """Tell whether a piece has no style of its own: a space, a line end, or the call of a note."""
    return piece.kind in ("break", "note") or piece.text == " "


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()


def _has_words(text: str) -> bool:
    """Tell whether a text has a word that has a language: no abbreviation, and no address."""
    parts = (part for part in text.split() if not re.search(r"://|@|^www\.", part))
    words = (word for part in parts for word in re.findall(r"[^\W\d_]{2,}", part))
    return any(not word.isupper() for word in words)


def _is_known(language: str) -> bool:
    return locale_of(language.replace("_", "-")) is not None
