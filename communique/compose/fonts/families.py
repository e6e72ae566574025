"""Which families of type each part of a page is set in, as CSS.

A language that names fonts of its own has them before those of the theme. Chinese and Japanese
write many characters alike, with other shapes: each is set in its own, in the margins as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.design.theme import HYPHEN, listed

if TYPE_CHECKING:
    from communique.content.content import Content, Version


def styles(content: Content) -> str:
    """Return the theme's CSS with the fonts of the languages of `content`."""
    theme, every = content.theme, content.fonts
    if not content.parallel:
        own = content.versions[0].language.file.fonts
        return theme.styles(own, after=every) + _values(content)
    columns = [
        theme.styles(
            version.language.file.fonts, f'.side[lang="{version.statement.language}"]', every
        )
        for version in content.versions
    ]
    return "".join([theme.styles(after=every), _margins(content), *columns, _values(content)])


def _margins(content: Content) -> str:
    """Return the fonts of the running heads, each in the language of its title, and of the foot."""
    running, beside = content.versions
    fonts = {"running": running, "beside": beside, "foot": content.footed}
    variables = (f"--font-{name}: {_sans(content, each)};" for name, each in fonts.items())
    return ":root {\n  " + "\n  ".join(variables) + "\n}\n"


def _sans(content: Content, version: Version) -> str:
    own = version.language.file.fonts
    return listed((*own, *content.theme.fonts.sans, HYPHEN, *content.fonts))


def _values(content: Content) -> str:
    """Return the fonts of values in a language that names its own."""
    text = content.theme.fonts.text
    return "".join(
        f'span[lang="{language.tag}"] {{ font-family: '
        f"{listed((*language.file.fonts, *text, HYPHEN, *content.fonts))}; }}\n"
        for language in content.phrase_languages
        if language.file.fonts
    )
