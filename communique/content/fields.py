"""Where each field of the front matter has to be found: on the page, in the file, or nowhere.

The proof looks for every value that an author wrote, whatever the page was composed from. A test
fails for a field that has no entry here.
"""

from __future__ import annotations

from enum import Enum


class Place(Enum):
    """Where the value of a field is found."""

    PAGE = "on the page"
    FILE = "in the file's metadata"
    EITHER = "on the page or in the file's metadata"
    NOWHERE = "nowhere"


#: Every field, by its keys; those of a list's items follow a dot.
PLACES: dict[str, Place] = {
    "title": Place.PAGE,
    "short_title": Place.NOWHERE,
    "subtitle": Place.PAGE,
    "kind": Place.PAGE,
    "language": Place.FILE,
    "issued": Place.PAGE,
    "updated": Place.PAGE,
    "draft.version": Place.PAGE,
    "draft.at": Place.PAGE,
    "embargo": Place.PAGE,
    "place": Place.PAGE,
    "event": Place.PAGE,
    "issuers.name": Place.EITHER,
    "issuers.office": Place.EITHER,
    "issuers.organisation": Place.EITHER,
    "issuers.country": Place.EITHER,
    "issuers.styled": Place.PAGE,
    "issuers.language": Place.NOWHERE,
    "byline": Place.PAGE,
    "symbol": Place.PAGE,
    "corrigendum": Place.NOWHERE,
    "url": Place.PAGE,
    "contact": Place.PAGE,
    "signatures.place": Place.PAGE,
    "signatures.date": Place.PAGE,
    "signatures.signed": Place.NOWHERE,
    "signatures.signatories.name": Place.PAGE,
    "signatures.signatories.office": Place.PAGE,
    "signatures.signatories.party": Place.PAGE,
    "signatures.signatories.on_behalf": Place.PAGE,
    "editors": Place.PAGE,
    "keywords": Place.FILE,
    "abbreviations": Place.NOWHERE,
    "authenticity": Place.PAGE,
    "contents": Place.NOWHERE,
    "numbered": Place.NOWHERE,
    "theme": Place.NOWHERE,
}
#: Why a field is found nowhere.
REASONS = {
    "short_title": "it stands in the running head where the whole title finds no room there",
    "issuers.language": "it says which language is on the left in the party's own original",
    "corrigendum": "it goes behind the symbol of a corrigendum",
    "signatures.signed": "it asks for a word of the language above each name",
    "abbreviations": "it is said by screen readers; the tags have it, with a rule of their own",
    "contents": "it asks for a list of the headings",
    "numbered": "it asks for numbers before the paragraphs",
    "theme": "it chooses a look",
}
