"""Whether a text is certainly in another language than its statement says.

The page's own words would be in the wrong one, and screen readers would read all of it wrongly.
Only what is certain counts: nothing is said of a short text, or of one in a language akin to the
other. Of letters in another script ten words are enough.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from communique.design import language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.model.statement import Statement

#: Words without which no text gets along: articles, prepositions, conjunctions, pronouns. They are
#: a third of a text in their language. Of a language without a row nothing is said.
_LITTLE = {
    "ar": "في من على إلى أن التي الذي هذا هذه عن مع بين ما لا كل",
    "bg": "и на в да за се от с е не по ще са които това като",
    "cnr": "i u je na se da za od su s kao o koji će ne što iz te",
    "cs": "a v se na je že z s o do k pro to jsou by aby jako za ve při",
    "da": "og i at af til en det er for på den med de som har vi ikke et der vil",
    "de": "der die und in den von zu das mit für auf ist des im dem nicht ein eine sich wir",
    "el": "και το να του η της με που για τη στο την οι σε ο των από τα είναι",
    "en": "the of and to in for that is with on we by our are this as be will have has from at it",
    "es": "de la que el en y los las del para por con una un se su al es como sus",
    "et": "ja on et ei see oli kui ka ning või mis aga selle nii oma",
    "fi": "ja on ei että se oli ovat sekä myös mutta kun tai joka hän niin kuin me",
    "fr": "de la le les et des en à du un une dans pour que qui sur par au aux nous l d",
    "he": "של את על לא עם כי זה או הוא גם אל בין כל אשר",
    "hr": "i u je na se da za od su s kao o koji će ne što iz te",
    "hu": "a az és hogy nem is egy meg ez van ha volt de mint vagy el valamint",
    "is": "og í að til er um á fyrir með sem við af það en var hefur eru þau",
    "it": "di e la il che per in del della un una dei con le i si non al è gli delle nel alla",
    "lb": "d de an déi den mat fir vun ass op net eng e mir dat och zu sech ginn",
    "lt": "ir yra kad su iš į dėl bei kaip tai jų apie prie bus taip mes",
    "lv": "un ir par ar no uz kas ka tā lai arī šo tas kā bet mēs",
    "mk": "и на во да за се од со е не по ќе што ова како",
    "nb": "og i å av til en det er for på den med de som har vi ikke et vil også",
    "nl": "de het van en een in te dat is voor met op zijn aan niet door die wij ook als bij",
    "nn": "og i å av til ein det er for på den med dei som har vi ikkje eit vil også",
    "pl": "i w z na do się nie że jest o oraz od to dla przez ze jak ich które",
    "pt": "de a que o e do da em para com os dos das no na uma um por não ao",
    "ro": "de și în la a cu pe din care pentru să este un o nu al ce că prin",
    "ru": "и в на не с что по к из за как о от для это мы",
    "sk": "a v sa na je že z s o do k pre to sú by aby ako za vo pri",
    "sl": "in v je na za se da z ki so s tudi o pri po kot od ne",
    "sq": "e të në dhe për me një që nga i së është do më si janë",
    "sv": "och i att av till en det är för på den med de som har vi inte ett om ska",
    "tr": "ve bir bu için ile da de olarak olan çok daha gibi en kadar ya",
    "uk": "і в на що з до та за у не від для про як це ми",
}
_WORDS = {tag: frozenset(words.split()) for tag, words in _LITTLE.items()}
_WITHOUT_SPACES = ("ja", "zh-Hans")
_WORD = re.compile(r"[^\W\d_]+")
#: From so many words on a text can be told by them, and from so many where its script is another.
_LEAST_WORDS, _LEAST_IN_SCRIPT = 120, 30
#: From so many words, or letters where no spaces divide these, a script can be told.
_FEW_WORDS, _LEAST_LETTERS = 10, 50
#: What is in Latin letters in every language.
_ADDRESS = re.compile(r"://|www\.|@")
#: The least share of such words in a text that is in their language, the greatest in one that is
#: not, and how near those of another language come to be taken for it. Of real statements in 36
#: languages none has less than 0.03 of its own and more than 0.16 of another one.
_IN_IT, _NOT_IN_IT, _NEAR = 0.18, 0.08, 0.8
#: The greatest share of letters in its script that a text has that is not in the language.
_FEW_LETTERS = 0.05


def remarks(statement: Statement) -> tuple[str, ...]:
    """Return what is to be said of a statement whose text is certainly in another language."""
    said = []
    for version in statement.versions:
        other = _other(version)
        if other:
            own = language.english_name(version.language)
            wrong = f"the text of {version.path.name} seems to be in {other}"
            hint = "if it is, change the language in its name"
            said.append(f"{wrong}, and the page’s own words are in {own}; {hint}")
    return tuple(said)


def is_known(tag: str) -> bool:
    """Tell whether a language, by the `tag` of its file, is told from others by such words.

    One without spaces has none, and no other language has its letters.
    """
    return tag in _WORDS or tag in _WITHOUT_SPACES


def share(words: Iterable[str], tag: str) -> float:
    """Return the share of `words` without which no text in the language gets along.

    `tag` is that of its file; of a language without a row in `_LITTLE` there is none.
    """
    found = are_little(words, tag)
    return sum(found) / max(len(found), 1)


def are_little(words: Iterable[str], tag: str) -> list[bool]:
    """Return of each of the `words` whether no text in the language gets along without it."""
    little = _WORDS.get(tag, frozenset())
    return [word.lower() in little for word in words]


def _other(statement: Statement) -> str:
    """Return the English names of the languages that the text may be in, or nothing."""
    tag = language.resolve(statement.language) or statement.language
    text = " ".join(node.text for node in statement.body.walk())
    words = Counter(_WORD.findall(text.lower()))
    shares = {each: _share(words, each) for each in _WORDS}
    if shares.get(tag, 0) > _NOT_IN_IT:
        return ""
    is_foreign = _is_foreign(text, tag)
    best = max(shares.values())
    least = _LEAST_IN_SCRIPT if is_foreign else _LEAST_WORDS
    if (is_foreign or tag in shares) and best >= _IN_IT and words.total() >= least:
        near = [each for each, share in shares.items() if share >= _NEAR * best]
        return " or ".join(map(language.english_name, near))
    return "another language" if is_foreign else ""


def _is_foreign(text: str, tag: str) -> bool:
    """Tell whether `text` has hardly a letter of the script that the language `tag` is written in.

    That is the script of the words in its file.
    """
    text = " ".join(part for part in text.split() if not _ADDRESS.search(part))
    file = language.load(tag).file
    labels = filter(None, dict(file.labels).values())
    own = _scripts("".join((file.courtesy_note, *file.kinds.values(), *labels)))
    letters = {each: count for each, count in Counter(text).items() if each.isalpha()}
    every = sum(letters.values())
    inside = sum(count for each, count in letters.items() if _scripts(each) <= own)
    is_enough = len(_WORD.findall(text)) >= _FEW_WORDS or every >= _LEAST_LETTERS
    return is_enough and inside <= _FEW_LETTERS * every


def _share(words: Counter[str], tag: str) -> float:
    """Return the share that the little words of a language have in `words`."""
    return sum(words[word] for word in _WORDS[tag]) / max(words.total(), 1)


def _scripts(text: str) -> set[str]:
    """Return the scripts of the letters in `text`, by the names of these (Unicode 17, 4.8)."""
    return {unicodedata.name(each, "").split(" ")[0] for each in set(text) if each.isalpha()}
