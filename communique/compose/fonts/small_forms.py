"""Which characters all fonts of a page have a raised or a lowered form of.

These forms (OpenType, "sups" and "subs") have been drawn for their size. Where one font lacks one
that is moved, be it the slanted one, a superscript of it is set in a smaller size instead, wherever
it stands.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from communique.compose.fonts.installed import installed
from communique.design import templates
from communique.design.language import load, resolve
from communique.store import cache as kept
from communique.store.file_state import identity

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communique.content.content import Content
    from communique.model.body import Node
    from communique.store.file_state import Identity

_FEATURES = {"superscript": "sups", "subscript": "subs"}


def has_form(node: Node, languages: Sequence[str], content: Content) -> bool:
    """Tell whether the fonts of `content` have a form for each character of a superscript.

    The fonts are those that come first where characters are looked for: those of the first of these
    `languages` (BCP 47) that names some, or the theme's. `node` may be a subscript.
    """
    files = (load(tag).file for tag in languages if resolve(tag))
    own = (each.in_type(serifs=content.edition.serifs).fonts for each in files)
    firsts = set(next(filter(None, own), ())[:1])
    firsts = firsts or {families[0] for _, families in content.theme.fonts}
    paths = (*templates.shipped_fonts(), *installed(content))
    every = (fonts for file in paths for fonts in _forms(file, identity(str(file))))
    feature = _FEATURES[node.kind]
    known = [forms[feature] for family, forms in every if family in firsts]
    return bool(known) and all(set(node.plain.strip()) <= set(forms) for forms in known)


@cache
def _forms(path: Path, found: Identity) -> list[tuple[str, dict[str, str]]]:
    """Return the family and the forms of each font in a file, of which this was `found`."""
    made_from = f"{path} {found}".encode()
    data = kept.load("shifted-forms", made_from)
    if data is None:
        from communique.compose.fonts.contents import small_forms  # noqa: PLC0415  # slow, and kept

        data = json.dumps(list(small_forms(path, list(_FEATURES.values())))).encode()
        kept.store("shifted-forms", made_from, data)
    return [(family, forms) for family, forms in json.loads(data)]
