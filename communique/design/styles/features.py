"""The features of fonts that stylesheets ask for: those that may make other letters are told.

The registry of OpenType's features says what each does. Some make one letter of another, as
traditional Chinese of simplified (trad) or a fraction of two figures (frac), some turn or part
letters where they are on (vert) or off (init, mark), and what is read is no longer what is written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from communique.design.styles import escapes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tinycss2.ast import Declaration

#: Kerning, ligatures, figures, swashes, stylistic sets, variants of characters, and how far apart
#: capitals and the signs of Chinese and Japanese stand.
_FEATURES = re.compile(
    r"kern|liga|clig|dlig|calt|lnum|onum|pnum|tnum|zero|case|cpsp|swsh|cswh|salt|ss(?:0[1-9]|1\d|20)"
    r"|cv(?!00)\d\d|halt|palt|pkna|chws"
)
#: Values that do the same or less (CSS Fonts 4, 6), and figures that are raised or lowered, whose
#: size the proof looks at.
_WORDS = (
    r"normal|none|inherit|initial|unset|revert(?:-layer)?|(?:no-)?(?:common|discretionary)-ligatures"
    r"|no-historical-ligatures|(?:no-)?contextual|(?:lining|oldstyle|proportional|tabular)-nums"
    r"|slashed-zero|super|sub"
)
#: Those that the shorthand `font` may have, too.
_CAPS = re.compile(r"(?:all-)?(?:small|petite)-caps|unicase|titling-caps")
#: What has to be looked at, once what is plainly well is gone.
_PLAIN = re.compile(rf"font-variant[-\w]*\s*:(?:\s*\b(?:{_WORDS})(?![-\w]))+\s*(?=[;}}])")
_UNCLEAR = re.compile(r"font-(?:feature|variant|language)|caps|unicase")


class Asked(NamedTuple):
    """What a stylesheet asks of fonts that may make other letters, and its line, from 1."""

    declared: str
    line: int


def unsafe(css: str) -> Iterator[Asked]:
    """Yield what declarations of `css` ask for that may change letters and not only their look.

    What is named by a variable is not followed, so it is yielded, too.
    """
    if not _UNCLEAR.search(_PLAIN.sub("", escapes.plain(css))):
        return
    import tinycss2  # noqa: PLC0415  # 30 ms, and most stylesheets name no feature

    from communique.design.styles.families import declarations  # noqa: PLC0415  # as above

    for _, one in declarations(tinycss2.parse_stylesheet(css, skip_comments=True)):
        if not _is_safe(one):
            yield Asked(
                f"{one.lower_name}: {tinycss2.serialize(one.value).strip()}", one.source_line
            )


def _is_safe(one: Declaration) -> bool:
    words = {node.lower_value for node in one.value if node.type == "ident"}
    strings = [node.value for node in one.value if node.type == "string"]
    follows = any(node.type == "function" for node in one.value)
    if one.lower_name == "font":
        return not any(map(_CAPS.fullmatch, words))
    if one.lower_name == "font-feature-settings":
        return not follows and all(map(_FEATURES.fullmatch, strings))
    if one.lower_name == "font-language-override":
        return words == {"normal"}
    if one.lower_name.startswith("font-variant"):
        return not follows and all(re.fullmatch(_WORDS, word) for word in words)
    return True
