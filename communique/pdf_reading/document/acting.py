"""What a PDF has for readers to act on: links, actions, annotations, form fields.

ISO 32000-1, 12.5 (annotations), 12.6 (actions), 12.7 (forms). All kinds are found, in any PDF, and
told in words for whoever does not know them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pypdf.generic import DictionaryObject

from communique.pdf_reading.objects import at, guarded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.pdf_reading.reading import Reading

#: What an action does, by its kind (12.6.4, Table 198).
_SCRIPT, _ADDRESS = "a script (JavaScript) runs", "an address is opened (URI)"
_DOES = {
    "/JavaScript": _SCRIPT,
    "/Launch": "a program is started (Launch)",
    "/URI": _ADDRESS,
    "/SubmitForm": "what is filled in is sent away (SubmitForm)",
    "/ImportData": "the page is filled with other data (ImportData)",
    "/GoToR": "another file is opened (GoToR)",
    "/GoToE": "an attached file is opened (GoToE)",
    "/Hide": "parts of the page are hidden or shown (Hide)",
    "/SetOCGState": "layers are switched (SetOCGState)",
    "/ResetForm": "what is filled in is taken back (ResetForm)",
    "/Rendition": "a film or a sound is played (Rendition)",
}
#: The annotations that people meet, by their kind (12.5.6, Table 169).
_KINDS = {
    "/FreeText": "a text written on the page (annotation FreeText)",
    "/Text": "a note stuck on the page (annotation Text)",
    "/Stamp": "a stamp (annotation Stamp)",
    "/Highlight": "a highlight (annotation Highlight)",
    "/StrikeOut": "words struck out (annotation StrikeOut)",
    "/Redact": "words marked to be blacked out (annotation Redact)",
    "/Widget": "a form field on the page (annotation Widget)",
    "/FileAttachment": "a file stuck on the page (annotation FileAttachment)",
    "/Square": "a box (annotation Square)",
    "/Ink": "a drawing by hand (annotation Ink)",
}
_FIELDS = {"/Tx": "text", "/Btn": "button", "/Ch": "choice", "/Sig": "signature"}
_SHOWN = 120
_DEEPEST = 50
#: What holds no part of the tree of fields or actions that is gone through below it.
_UPWARD = frozenset(("/P", "/Parent", "/Pg", "/Dest", "/D", "/Prev"))


class Link(NamedTuple):
    """A link: its page, from 1, where it leads, and where it lies on the page, in whole pt."""

    page: int
    goal: str
    place: tuple[int, ...]


@guarded
def links(reading: Reading) -> list[Link]:
    """Return each link to an address or a place; what else a click does is an action."""
    return list(_links(reading))


@guarded
def other_annotations(reading: Reading) -> list[str]:
    """Return each annotation that is no link, with its page and what it says."""
    return [
        f"page {number}: {_named(entries)}{_says(entries)}"
        for number, entries in _all_annotations(reading)
        if at(entries, "/Subtype") != "/Link"
    ]


@guarded
def fields(reading: Reading) -> list[str]:
    """Return each field of a form, with its name and what is filled in."""
    form = at(reading.pdf.root_object, "/AcroForm", {})
    return list(_fields(at(form, "/Fields", []), 0))


@guarded
def actions(reading: Reading) -> list[str]:
    """Return each action, wherever it stands, but for links to addresses and to places."""
    root = reading.pdf.root_object
    found = [f"when the file is opened, {what}" for what in _done(root, "/OpenAction")]
    found += [f"when the file is printed, saved or closed, {what}" for what in _done(root, "/AA")]
    names = at(root, "/Names", {})
    found += [f"when the file is opened, {what}" for what in _done(names, "/JavaScript")]
    found += [f"when a form is filled in, {what}" for what in _done(root, "/AcroForm")]
    if "/XFA" in at(root, "/AcroForm", {}):
        found.append("a form that may show other words than the page (XFA)")
    for number, page in enumerate(reading.pdf.pages, start=1):
        found += [f"page {number}: when it is shown, {what}" for what in _done(page, "/AA")]
    for number, entries in _all_annotations(reading):
        done = [what for key in ("/A", "/AA", "/PA") for what in _done(entries, key)]
        if at(entries, "/Subtype") == "/Link":  # where it leads is told of links
            done = [what for what in done if not what.startswith(_ADDRESS)]
        found += [f"page {number}: when it is clicked, {what}" for what in done]
    found += [f"when a bookmark is clicked, {what}" for what in _done(root, "/Outlines")]
    return list(dict.fromkeys(found))


def _all_annotations(reading: Reading) -> Iterator[tuple[int, Any]]:
    for number, page in enumerate(reading.pdf.pages, start=1):
        for reference in list.__iter__(at(page, "/Annots", [])):
            entries = reference.get_object()
            if isinstance(entries, dict):
                yield number, entries


def _links(reading: Reading) -> Iterator[Link]:
    for number, entries in _all_annotations(reading):
        if at(entries, "/Subtype") == "/Link":
            goal = at(entries, "/A", {})
            target = at(goal, "/URI") or at(goal, "/D") or at(entries, "/Dest")
            place = tuple(round(float(side.get_object())) for side in at(entries, "/Rect", ()))
            if target is not None:
                yield Link(number, _place(target), place)


def _named(entries: Any) -> str:
    kind = str(at(entries, "/Subtype", ""))
    return _KINDS.get(kind, f"an annotation {kind.lstrip('/')}")


def _says(entries: Any) -> str:
    file = at(entries, "/FS", {})
    if file:
        return f" with the name “{_short(at(file, '/UF') or at(file, '/F'))}”"
    said = at(entries, "/Contents") or at(entries, "/V")
    return f" that says “{_short(said)}”" if said else ""


def _fields(kids: Any, depth: int) -> Iterator[str]:
    for reference in list.__iter__(kids) if depth < _DEEPEST else ():
        field = reference.get_object()
        kind = _FIELDS.get(str(at(field, "/FT", "")), "form")
        name, value = _short(at(field, "/T", "")), at(field, "/V")
        if kind == "signature":
            yield f"a field for a digital signature, “{name}”"
        elif "/FT" in field or "/T" in field:
            filled = "" if value is None else f", filled in with “{_short(value)}”"
            yield f"a {kind} field “{name}”{filled}"
        yield from _fields(at(field, "/Kids", []), depth + 1)


def _done(entries: Any, key: str) -> list[str]:
    """Return what the actions at a key of a dictionary do, at whatever depth."""
    return list(_below(entries.raw_get(key), set(), 0)) if key in entries else []


def _below(value: Any, met: set[int], depth: int) -> Iterator[str]:
    found = value.get_object()
    if id(found) in met or depth > _DEEPEST:
        return
    met.add(id(found))
    if isinstance(found, DictionaryObject):
        kind = str(at(found, "/S", ""))
        if "/JS" in found:
            yield f"{_SCRIPT}: {_short(_text(at(found, '/JS', '')))}"
        elif kind in _DOES:
            goal = at(found, "/URI") or at(found, "/F")
            yield f"{_DOES[kind]}{f': {_short(goal)}' if goal else ''}"
        for name in found:
            if name not in _UPWARD:
                yield from _below(found.raw_get(name), met, depth + 1)
    elif isinstance(found, list):
        for each in list.__iter__(found):
            yield from _below(each, met, depth + 1)


def _place(target: Any) -> str:
    """Return where a link leads, in words: an address, the name of a place, or a page."""
    if isinstance(target, list):
        return "a place in the file"
    return _short(target)


def _text(value: Any) -> str:
    return value.get_data().decode("utf-8", "replace") if hasattr(value, "get_data") else str(value)


def _short(value: Any) -> str:
    """Return a value as a line of text that fits a message."""
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
