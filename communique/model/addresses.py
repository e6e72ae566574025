"""Addresses in the values of the front matter, such as a contact: each of them is a link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from communique.model.characters import RTL_LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

_E_MAIL = rf"(?![{RTL_LETTERS}])\w[\w.+%-]{{0,63}}@(?:[\w-]+\.)+[^\W\d_]{{2,}}"
_WEB = r"(?:https?://|(?<!\w)www\.)[^\s<>“”„«»\"،؛]*[\w/]"
#: A telephone number with the prefix of its country; others are not dialled alike everywhere.
_TELEPHONE = r"(?<![\w+])\+[1-9](?:[ \u00a0./-]?(?:\d|\(\d{1,4}\))){6,14}(?!\w)"
_ADDRESS = re.compile(f"(?P<mail>{_E_MAIL})|(?P<web>{_WEB})|(?P<telephone>{_TELEPHONE})")


class Address(NamedTuple):
    """Where an address begins and ends in a text, and where it leads."""

    begin: int
    end: int
    target: str


def within(words: str) -> Iterator[Address]:
    """Yield the e-mail and web addresses and telephone numbers in `words`, in their order.

    They lead to what RFC 6068 (mailto), RFC 3986 (https) and RFC 3966 (tel) say. A zero in brackets
    is not dialled behind the prefix of a country.
    """
    for match in _ADDRESS.finditer(words):
        written = match[0]
        match match.lastgroup:
            case "mail":
                target = f"mailto:{written}"
            case "telephone":
                target = f"tel:+{re.sub(r'[^0-9]', '', written.replace('(0)', ''))}"
            case _:
                target = written if "://" in written else f"https://{written}"
        yield Address(*match.span(), target)
