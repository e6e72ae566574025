"""The marks of other programs and dialects: how each is written, what is wrong, what to write.

They are those of Obsidian, Pandoc, PHP Markdown Extra, Python-Markdown, CriticMarkup, GitHub,
AsciiDoc, reStructuredText, Textile, MediaWiki, BBCode, LaTeX, templates and word processors.
"""

from __future__ import annotations

from typing import NamedTuple

from communique.model.drafts import BRACKETS


class Mark(NamedTuple):
    """How a mark is written, what it does not do here, and what to write instead."""

    pattern: str
    """A regular expression, compiled where it is first tried: most never are."""
    what: str
    instead: str
    """With {} in the place of what stands between the first sign of the mark and the last."""
    sign: str = ""
    """What is in every such mark, and in few lines besides."""
    refused: bool = False
    apart: bool = False
    """Whether two such lines are enough, wherever they stand in the paragraph."""
    key: str = "text"


_LINK = ("is not a link", "write [words](address)")
_NO_ADDRESS = ("has no address", "write [words](address)", "][")
_HOLE = ("is a place to be filled in", "write what belongs there")
_HINT = ("is not hidden", "delete it")
_STRESS = ("is not stressed", "write *words* to stress them")
_CODE = ("is printed with its backticks", "leave them out")
_CHANGE = ("is the mark of a change under discussion", "accept or reject the change")
_SMALL = (
    "write one to four letters or figures right behind another, as in 10^th^ and H~2~O, or the "
    "character itself, such as ² or ₂"
)
LANGUAGE = Mark(
    r"(?:\]\s*|(?<!\0))\{[^{}]*\blang\b[^{}]*\}",
    "does not say which language the words before it are in",
    "write [words]{{lang=fr}}",
    "{",
    refused=True,
)
ATTRIBUTE = Mark(
    r"(?!\]?\{[^{}]*\blang\b)(?:\]\{[^{}]*\}|\{[#.:][^{}]*\}|(?<!\0)\{[\w-]+=[^{}]*\})",
    "does not give a name or a class",
    "delete it",
    "{",
)
#: What may stand in a paragraph as it is written, but for characters with a backslash, each with
#: two of U+0000 in their place.
WRITTEN = (
    Mark(
        r"\[[^\[\]]+\]\s+\((?:https?:|mailto:|tel:|#|[^\s()]+\.(?:png|jpe?g|svg)\b)[^()\s]*\)",
        "has a space before its address",
        "delete the space",
        "]",
        refused=True,
    ),
    Mark(
        r"(?s:\{(?:\+\+.*?\+\+|--.*?--|~~.*?~>.*?~~|==.*?==|>>.*?<<)\})"
        r"|\{(?:\+\+|--|~~|==|>>)|(?:\+\+|--|~~|==|<<)\}",
        *_CHANGE,
        refused=True,
    ),
    Mark(r"\{\{.*?\}\}|\{%.*?%\}|\$\{\w+\}", *_HOLE, "{"),
    Mark(r"<%.*?%>|(?<![\w%])%[A-Z_]{3,}%", *_HOLE, "%"),
    Mark(r"%%[^\s%][^%]*%%|%%[ ][^%]+[ ]%%", *_HINT, "%%"),
    Mark(r"/\*.+?\*/", *_HINT, "/*"),
    Mark(r"(?<!\|)\|\|[^\s|][^|]*\|\|(?!\|)", *_HINT, "||"),
    Mark(r"(?<!\w)>!\S[^!\n]*!<(?!\w)", *_HINT, ">!"),
    Mark(
        r"\^\[[^\[\]]+\]",
        "is not read as a note",
        "call it with [^1], and write [^1]: … below",
        "^[",
    ),
    Mark(
        r"\[\^\s[^\[\]]*\]|\[\^[^\[\]\s]+\s[^\[\]]*\]",
        "does not call a note",
        "write its label without spaces",
        "[^",
    ),
    Mark(r"(?<=\S)\^[^\s^\[\]]+\^|(?<!\S)\^\w+\^(?!\w)", "is not raised", _SMALL, "^"),
    Mark(r"(?<=[\w*)\]])~[^\s~]+~(?!~)|(?<!\S)~\w+~(?![\w~])", "is not lowered", _SMALL, "~"),
    Mark(
        r"<(?:[\w-]+\.)+[^\W\d_]{2,}(?:[/?#][^\s<>]*)?>",
        "is printed with its brackets, and leads nowhere",
        "write <https://{}>",
        "<",
    ),
    Mark(
        r"<(?:(?:mailto|tel):[^<>\n]*[ \t][^<>\n]*"
        r"|\s+[^\s<>@]+@[^\s<>@]+\s*|[^\s<>@]+@[^\s<>@]+\s+)>",
        "is printed with its brackets, and leads nowhere",
        "write it without spaces",
        "<",
    ),
    Mark(
        r"<[^\s<>@:]+@[^\s<>@]*[^\w\s<>@.-][^\s<>@]*>",
        "is printed with its brackets, and leads nowhere",
        "correct its address",
        "<",
    ),
    Mark(
        r"<\+\d[\d\s().\-/]*\d>",
        "is printed with its brackets, and leads nowhere",
        "write [{}](tel:+…), with no space in the second number",
        "<",
    ),
    Mark(
        r"(?<!~)~~(?:[^\s~][^~]*~~)?(?!~)",
        "is not struck through",
        "delete these words or the marks",
        "~~",
    ),
    Mark(
        r"(?<![\w-])--[^\s-][^-\n]*(?<=\S)--(?![\w-])",
        "is not struck through",
        "delete these words or the marks, or write – or —",
        "--",
    ),
    Mark(r"(?<!=)==[^\s=][^=]*==(?!=)", "is not highlighted", "write *words* to stress them", "=="),
    LANGUAGE,
    ATTRIBUTE,
    Mark(r"'''[^'\n]+'''|(?<!')''[^\s'][^'\n]*''(?!')", *_STRESS, "''"),
    Mark(r"(?<![\w+])\+\+[^\s+][^+\n]*\+\+(?![\w+])", *_STRESS, "++"),
    Mark(r"\[(\w+)(?:=[^\[\]]*)?\][^\[\]]*\[/\1\]", *_STRESS, "[/"),
    Mark(
        r"(?<!\0)!?\[\[(?!_?(?:toc|TOC)_?\])[^\[\]]+\]\]",
        "is neither a link nor a picture",
        "write [words](address) or ![what it shows](file)",
        "[[",
    ),
    Mark(r"[\"“][^\"“”]+[\"”]:https?://\S+", *_LINK, ":http"),
    Mark(r"\[[^\[\]]+\]https?://\S+|\([^()]+\)\[https?:[^\[\]]+\]", *_LINK, "http"),
    Mark(
        r"\[[^\[\]|]+(?:\||->)https?://[^\[\]]+\]|\[https?://[^\s\[\],]+ [^\[\],\d]+\](?!\()",
        *_LINK,
        "http",
    ),
    Mark(
        r"\[(?:[^\[\]]*[\s;])?-?@\w*(?:\d|\w,\s)[^\[\]]*\]",
        "does not name a source",
        "write it out",
        "@",
    ),
    Mark(
        r"\$\$?(?=[^\s$])[^$\n]*[\\^_{}][^$\n]*(?<=\S)\$\$?(?!\d)",
        "is not set as a formula",
        "write it with the characters themselves, such as x²",
        "$",
    ),
    Mark(r"\\[a-zA-Z]+\*?(?:\[[^\[\]]*\])?\{[^{}]*\}", "is no command here", "delete it", "\\"),
    Mark(r"(?<![\w`])(`{1,2})[^\s`](?:[^`\n]*[^\s`])?\1(?![\w`])", *_CODE, "`"),
    Mark(r"(?<![\w:]):(?!http)[a-z][a-z_]{2,}:(?![\w:])", "is not drawn", "write it in words", ":"),
    Mark(
        r"(?<=[^\W\d_])\s---?\s(?=[^\W\d_])|(?<=[^\W\d_])---?(?=[^\W\d_])",
        "is no dash",
        "write – or —",
        "--",
    ),
)
#: No end of a word, an address or another mark, and a word after a bracket or a quote.
_ALONE, _WORD = r"(?<![\w*\\@./:=#-])", r"[(\"“„«‘]?\w[\w'’-]*"
#: What the parser leaves in the words.
LEFT = (
    Mark(
        r"\*\*[^*]*\*\*",
        "is not strong",
        "write ** right beside the words, and a space on its other side",
        "**",
    ),
    Mark(r"(?<![\w*])\*[^\s*](?:[^*.;:]*\s\*(?![\w*])|[^*]*[^\s\w*]\*(?=\w))", *_STRESS, "*"),
    Mark(r"(?<!\w)(__?)(?!_)\s?[^\s_](?:[^_]*[^\s_])?\s?\1(?!_)", *_STRESS, "_"),
    Mark(r"(?<!\S)(?<!\d\s)\*\s(?=[^\W\d_])[^*]*[^\s*]\*(?![\w*])", *_STRESS, "*"),
    Mark(
        rf"{_ALONE}(?:(?<!\d\s)|(?!\*\d))(?:\*{{3}}|\*)(?!\*){_WORD}",
        "is printed with its star",
        "write *words* to stress them",
        "*",
    ),
    Mark(
        rf"{_ALONE}_{{1,3}}(?!_|\S*@){_WORD}|(?<![\w'’-])[\w'’-]*[^\W_]_{{1,2}}(?![\w*@])",
        "is printed with its underscore",
        "write *words* to stress them",
        "_",
    ),
    Mark(
        r"(?<!\S)!(?:\[[^\[\]]+\](?![\[(])|\([^\s()]+\)\[[^\[\]]*\])",
        "is no picture",
        "write ![what it shows](file)",
        "!",
    ),
    Mark(
        r"\[(?![^\[\]:]{1,60}:\s)[^\[\]]*[^\W\d_][^\[\]]*\]\[(?:[^\[\]]*[^\W\d_][^\[\]]*)?\]",
        *_NO_ADDRESS,
        key=BRACKETS,
    ),
)
#: What may be a whole line.
LINES = (
    Mark(
        r":::+.*|(?:!!!|\?\?\?\+?)[ ]?\w.*|\[!\w+\].*|\.\.[ ]\w[\w-]*::.*",
        "does not make a box",
        "delete it",
    ),
    Mark(
        r"\[\[?_?(?:TOC|toc)_?\]\]?|\{toc\}|\\tableofcontents",
        "does not make a list of contents",
        "write contents: true above the text",
    ),
    Mark(
        r"\\(?:newpage|pagebreak|clear(?:double)?page)\b.*", "does not break the page", "delete it"
    ),
    Mark(
        r"\*\[[^\[\]]+\]:.*",
        "does not explain an abbreviation",
        "write it under abbreviations, above the text",
    ),
    Mark(
        r"={2,6}[ ][^=\s].*|=[ ][^=]+[ ]=|h[1-6]\.[ ]\S.*",
        "does not make a heading",
        "write ## and a space before the words",
    ),
    Mark(r"→[ \t].*[ \t]←", "is not centred", "write -> and <- in the place of the arrows"),
    Mark(r"(?:`{3}|~{3}).*", "does not begin or end program code", "delete it"),
)
#: What such a line begins with.
FIRST = (":", "!", "?", "[", ".", "{", "\\", "*[", "=", "h", "→", "`", "~")
