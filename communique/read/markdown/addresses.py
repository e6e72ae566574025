"""Where a link leads: to a server, an e-mail address or a telephone, and to the one it prints."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A part of the name of a server, which has none of these signs.
_PART = r"[^\s/?#@:.\[\]\"<>\\^`{|}]+"
#: An address with a host: a name of one part or more, or a number in brackets (RFC 3986, 3.2.2).
_HOST = re.compile(
    rf"https?://(?:[^\s/?#@]*@)?(?:{_PART}(?:\.{_PART})*\.?|\[[0-9a-fA-F:.]+\])(?::\d*)?(?:[/?#]|\Z)",
    re.IGNORECASE,
)
_E_MAIL = r"[^\s@:/?#]+@[^\s@:/?#]+\.[^\s@:/?#.]+"
#: By their beginnings, what has to follow (RFC 6068 and 3966), and what it is called.
_SCHEMES = {
    "mailto:": (re.compile(rf"{_E_MAIL}(?:,{_E_MAIL})*"), "e-mail address"),
    "tel:": (re.compile(r"\+?[\d*#().-]*\d[\d*#().-]*(?:;\S+)?"), "telephone number"),
}
_WEB = ("http://", "https://")
#: Characters that nobody sees and no address has, as the inside of a regular expression's class.
_HIDDEN = "\u061c\u200c-\u200f\u202a-\u202e\u2060-\u2069"
_UNSEEN = re.compile(f"[{_HIDDEN}]")
#: A backslash and a line end, which the parser takes for a part of the address.
_LINE_END = "%5C%0A"
#: What ends a web address: a space, a quote, or a mark that Arabic, Chinese and Japanese use. An
#: address has these marks only in per cent (RFC 3986, 2.1).
_ENDS = r"\s<>\"“”«»،؛؟" + _HIDDEN + r"\u3000-\u3020\uff01-\uff0f\uff1a-\uff1f\uff61-\uff65"
_ADDRESS = re.compile(rf"https?://[^{_ENDS}]+")
#: What ends the sentence that an address ends, and is no part of it.
_STOPS = ".,;:!?‘’'…·"
#: Words that are an address of the web or of e-mail, with its beginning or without.
_PRINTED = re.compile(rf"(?:https?://|www\.)\S+|(?:mailto:)?{_E_MAIL}", re.IGNORECASE)
#: Words that are the name of a server, with what may stand behind it, and not of a file.
_SERVER = re.compile(
    r"(?:[^\W_A-Z][^\W_A-Z-]*(?:-[^\W_A-Z-]+)*\.)+"
    r"(?!(?:pdf|docx?|xlsx?|pptx?|od[pst]|rtf|txt|html?|csv|zip|png|jpe?g|svg)\Z)[^\W\d_A-Z]{2,}(?:/\S*)?"
)
#: Addresses without their beginning, and the beginning. What ends in .md is a statement's file.
_BEGUN = (
    ("mailto:", re.compile(_E_MAIL)),
    ("tel:", re.compile(r"\+[\d.-]{6,}")),
    ("https://", re.compile(rf"www\.[^\s:@]+|(?!\S*\.md\Z){_SERVER.pattern}")),
)
#: Words that are a telephone number, in figures of any script.
_NUMBER = re.compile(r"[+(]*\d[\d\s().\-/\u00a0\u2011\u2013]*\d")
#: What to write for a number that nobody can dial from abroad.
WITH_PREFIX = "write tel: and the number with the prefix of its country, as in tel:+4533…"


def within(text: str) -> Iterator[tuple[int, str]]:
    """Yield the web addresses that stand in a `text`, each with where it begins."""
    for match in _ADDRESS.finditer(text):
        address = _without_stops(match[0])
        if not address.endswith("//"):  # else only the beginning of addresses is spoken of
            yield match.start(), address


def fault(target: str, shown: str) -> tuple[str, str] | None:
    """Return what is wrong with the address `target` and what to write, if anything.

    `shown` is the address as its author wrote it.
    """
    if found := _UNSEEN.search(unquote(target)):
        return f"{shown} has a character that nobody sees (U+{ord(found[0]):04X})", "type it again"
    if _LINE_END in target and _LINE_END not in shown:
        first = unquote(target.partition(_LINE_END)[0])
        return f"the address {first} is divided by a \\ and a line end", "write it on one line"
    if found := re.search(r"[^\S ]", shown):
        return f"{shown} has a space of another kind (U+{ord(found[0]):04X})", "delete it"
    if target.lower().startswith(_WEB):
        wrong = f"{shown} has no name of a server between its slashes"
        instead = "correct it, as in https://www.example.org/a"
        return None if _HOST.match(target) and _HOST.match(shown) else (wrong, instead)
    for scheme, (form, name) in _SCHEMES.items():
        if target.lower().startswith(scheme):
            address = target[len(scheme) :].partition("?")[0]  # behind it, %0A may end a line
            if form.fullmatch(unquote(address)):
                return None
            if meant := without_spaces(shown):
                return f"{shown} has a space, which no {name} has", f"write {meant}"
            return f"{shown} has no {name} after its colon", "correct it"
    wrong = f"{shown or 'an empty address'} leads nowhere once the page is printed"
    if lacks_prefix(shown):
        return wrong, WITH_PREFIX
    begun = next((begin for begin, form in _BEGUN if form.fullmatch(shown)), "")
    return wrong, f"write {begun}{shown}" if begun else "give an https:// or mailto: address"


def without_spaces(written: str) -> str:
    """Return an e-mail address or telephone number as it is written behind its beginning.

    That is without spaces (RFC 6068 and 3966), and without a zero in brackets, which is not dialled
    behind the prefix of a country. What is neither is nothing.
    """
    for scheme, (form, _) in _SCHEMES.items():
        if written.lower().startswith(scheme):
            address, mark, rest = written[len(scheme) :].partition("?")
            bare = re.sub(r"\s|\(0\)", "", address)
            return f"{scheme}{bare}{mark}{rest.replace(' ', '%20')}" if form.fullmatch(bare) else ""
    return ""


def lacks_prefix(address: str) -> bool:
    """Tell whether an address is a telephone number without the prefix of its country."""
    return bool(_NUMBER.fullmatch(address)) and not address.startswith("+")


def misleads(words: str, target: str) -> bool:
    """Tell whether the `words` of a link are an address, and `target` is none that it begins."""
    words = words.strip()
    if target.lower().startswith("tel:") and _NUMBER.fullmatch(words):
        return _dials_another(words, target)
    is_server = bool(_SERVER.fullmatch(words))
    if not (is_server or _PRINTED.fullmatch(words)) or target.startswith("#"):
        return False
    shortened = words.removesuffix("…").removesuffix("...")
    printed, leads = _bare(shortened), _bare(target)
    if is_server and leads.partition("/")[0].endswith(f".{printed}"):
        return False  # the server belongs to it
    is_whole = leads[len(printed) :][:1] in ("", "/", "?", "#", ":")
    is_within = is_whole or (shortened != words and "/" in printed)
    return not (leads.startswith(printed) and is_within)


def _dials_another(number: str, target: str) -> bool:
    """Tell whether neither number ends the other one: one may lack the prefix of a country."""
    printed = _figures(number.replace("(0)", ""))
    dialled = _figures(unquote(target).partition(";")[0])
    return not (dialled.endswith(printed) or (dialled and printed.endswith(dialled)))


def _figures(number: str) -> str:
    """Return the figures of a number without the zeros that it begins with, in ASCII."""
    return "".join(str(unicodedata.decimal(each, "")) for each in number).lstrip("0")


def _bare(address: str) -> str:
    """Return an address without its scheme and ``www.``, its server in small letters."""
    address = unicodedata.normalize("NFC", unquote(address))
    address = re.sub(r"\A(?:https?://|mailto:)?(?:www\.)?", "", address, flags=re.IGNORECASE)
    server = re.match(r"[^/?#]*", address)
    end = server.end() if server else 0
    labels = address[:end].lower().split(".")
    return ".".join(map(_unpunycoded, labels)) + address[end:].rstrip("/")


def _unpunycoded(label: str) -> str:
    """Return a part of the name of a server as it is read (RFC 3492)."""
    try:
        return label[4:].encode().decode("punycode") if label.startswith("xn--") else label
    except UnicodeError:
        return label


def _without_stops(address: str) -> str:
    """Return an address without what ends its sentence, and without a bracket begun before it."""
    pairs = {")": "(", "]": "["}
    open_ = {end: address.count(begin) - address.count(end) for end, begin in pairs.items()}
    end = len(address)
    while (last := address[end - 1]) in _STOPS or open_.get(last, 0) < 0:
        if last in open_:
            open_[last] += 1
        end -= 1
    return address[:end]
