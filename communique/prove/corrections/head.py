"""Head: what stands around the corrections, worked out anew from both versions.

The page has the titles and the parties of the text that it corrects, that text's symbol with the
number of the corrigendum, and the day on which the text was corrected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.content.expected_turns import over_title
from communique.prove.lines import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.content.content import Version
    from communique.content.text import Text
    from communique.design.writing.corrections import Corrections
    from communique.model.statement import FrontMatter, Turned

Fault = tuple[str, str]
"""The front-matter key that is wrong, and what is."""
#: What a corrigendum has from the text that it corrects, and what from the corrected one.
_EARLIER = ("title", "subtitle")
_CORRECTED = (
    *("short_title", "language", "draft", "embargo", "corrigendum", "url", "contact", "keywords"),
    *("authenticity", "theme"),
)
#: What every page of a text shows, and no correction says.
_SHOWN = ("numbered", "contents", "short_title", "theme")
_NO_BYLINE = "none"


def wrong(version: Version, texts: Sequence[Text]) -> Iterator[Fault]:
    """Yield what is wrong around the corrections; `texts` are those of the body, in order."""
    statement = version.statement
    turned, says = statement.turned, version.language.file.corrigendum
    if not (turned and turned.earlier and says):
        return
    matter = statement.matter
    wanted = dict(_wanted(turned, over_title(version)))
    for key in type(matter).model_fields:
        has, has_to = getattr(matter, key), wanted.get(key)
        words = str(has) == has_to if isinstance(has_to, str) else has == has_to
        if not words and (has or has_to):
            yield key, f"it is {has or 'not given'}, and has to be {has_to or 'not given'}"
    if turned.facts != _corrects(version, says):
        yield "corrigendum", "it does not say which text it corrects, or says another one"
    if turned.said != (due := over_title(version)):
        yield "title", f"over the title it does not say {due}"
    yield from _unsaid(turned.original.matter, turned.earlier.matter)
    yield from _around(version, texts, says)


def _unsaid(now: FrontMatter, was: FrontMatter) -> Iterator[Fault]:
    """Yield what both texts do not have in common in their front matter, and no words say."""
    for key in _SHOWN:
        if (getattr(now, key) or None) != (getattr(was, key) or None):
            yield key, "it is not that of the earlier version, and no correction says so"
    for key, tag in sorted({*now.other_languages} ^ {*was.other_languages}):
        yield key, f"only one of the two versions has words in {tag} there"


def _wanted(turned: Turned, called: str) -> Iterator[tuple[str, object]]:
    """Yield the values of the front matter; what is not among them must not be there."""
    now = turned.original.matter
    was: FrontMatter = turned.earlier.matter if turned.earlier else now
    for key in _EARLIER:
        yield key, getattr(was, key)
    for key in _CORRECTED:
        yield key, getattr(now, key)
    yield "kind", called
    if was.symbol:
        yield "symbol", "/Corr.".join((was.symbol, str(now.corrigendum or 1)))
    if now.updated != was.updated:
        yield "issued", now.updated
    yield "issuers", tuple(by.model_copy(update={"styled": None}) for by in was.issuers)
    if was.issuers:
        yield "byline", _NO_BYLINE


def _corrects(version: Version, says: Corrections) -> tuple[tuple[str, str], ...]:
    """Return the fact that names the earlier text by its symbol and its day, in reading order."""
    turned, language = version.statement.turned, version.language
    was = turned.earlier.matter if turned and turned.earlier else version.statement.matter
    named = [str(was.symbol)] if was.symbol else []
    if last := was.updated or was.issued:
        day = language.day(last)
        named = [day, *named] if language.direction == "rtl" else [*named, day]
    return ((says.corrects, language.file.comma.join(named)),) if named else ()


def _around(version: Version, texts: Sequence[Text], says: Corrections) -> Iterator[Fault]:
    """Yield what is wrong before the first place, and that a place has no correction."""
    roles = [text.role for text in texts]
    first = roles.index("H2") if "H2" in roles else len(roles)
    before = [folded(text.words) for text in texts[:first]]
    intro = [folded(says.intro.replace("*", ""))] if says.intro else []
    if before != intro:
        yield "corrigendum", "what stands before the corrections is not what introduces them"
    if "H2 H2" in " ".join(roles) or roles[-1:] == ["H2"]:
        yield "corrigendum", "a place has no correction"
    if version.statement.body.notes or version.statement.images:
        yield "corrigendum", "it has footnotes or pictures of its own"
