"""Numbers of several words: thirty-five, quatre-vingt-dix, fünfundzwanzig, cuarenta y cinco.

A number is read by its words without the spaces and hyphens between them, in which alone the
spellings of most languages differ: vingt-et-un and vingt et un, hundert fünf and hundertfünf.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communique.design.wording import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_FRENCH_TWENTIES = (60, 80)
"""In French from 11 to 19 are counted on: soixante-douze, quatre-vingt-onze."""


class Rule(NamedTuple):
    """How a language joins its words to one number."""

    one: str
    """The forms of one, which is in no list since it is an article, too."""
    joined: tuple[str, ...]
    """Tens (t) and ones (u), as they are without spaces."""
    link: str
    """The word that may stand between two parts."""
    dozen: str
    """The forms of a dozen, which may be counted: two dozen."""
    irregular: str = ""
    """Words that are not made so, each behind its value."""


_OG = ("{u}og{t}",)
_NORSE = ("{t}{u}", "{u}og{t}")
RULES = {
    "da": Rule("en et én ét", _OG, "og", "dusin"),
    "de": Rule("ein eins eine", ("{u}und{t}",), "und", "dutzend"),
    "en": Rule("one", ("{t}{u}",), "and", "dozen"),
    "es": Rule(
        "uno un una",
        ("{t}y{u}",),
        "y",
        "docena docenas",
        "21 veintiuno 21 veintiún 21 veintiuna 22 veintidós 23 veintitrés 24 veinticuatro "
        "25 veinticinco 26 veintiséis 27 veintisiete 28 veintiocho 29 veintinueve "
        "200 doscientos 200 doscientas 300 trescientos 300 trescientas 400 cuatrocientos "
        "400 cuatrocientas 500 quinientos 500 quinientas 600 seiscientos 600 seiscientas "
        "700 setecientos 700 setecientas 800 ochocientos 800 ochocientas 900 novecientos "
        "900 novecientas",
    ),
    "fr": Rule("un une", ("{t}{u}", "{t}et{u}"), "et", "douzaine douzaines"),
    "hr": Rule(
        "jedan jedna jedno",
        ("{t}{u}", "{t}i{u}"),
        "i",
        "tucet tuceta",
        "200 dvjesto 300 tristo 400 četiristo 500 petsto 600 šeststo 600 šesto 700 sedamsto "
        "800 osamsto 900 devetsto",
    ),
    "it": Rule("uno un una", ("{t}{u}", "{cut}{u}"), "e", "dozzina dozzine", "3 tré"),
    "nb": Rule("en én ei ett", _NORSE, "og", "dusin"),
    "nl": Rule("een één", ("{u}en{t}", "{u}ën{t}"), "en", "dozijn"),
    "nn": Rule("ein éin ei eitt", _NORSE, "og", "dusin"),
    "pt": Rule(
        "um uma",
        ("{t}e{u}",),
        "e",
        "dúzia dúzias",
        "200 duzentos 200 duzentas 300 trezentos 300 trezentas 400 quatrocentos "
        "400 quatrocentas 500 quinhentos 500 quinhentas 600 seiscentos 600 seiscentas "
        "700 setecentos 700 setecentas 800 oitocentos 800 oitocentas 900 novecentos "
        "900 novecentas",
    ),
    "sv": Rule("en ett", ("{t}{u}",), "och", "dussin"),
}


def bare(written: str) -> str:
    """Return a number in words in small letters, without what stands between them."""
    return "".join(char for char in written.lower() if char.isalpha())


class Compounds:
    """Reads the numbers of one language in words, up to 999 999.

    `words` are those for the `NUMBERS`; without a rule of its language no compound is read.
    """

    def __init__(self, words: str, tag: str) -> None:
        listed = dict(zip(NUMBERS, (forms.split("/") for forms in words.split()), strict=False))
        self.rule = RULES.get(tag.partition("-")[0]) if listed else None
        self.ones = frozenset(self.rule.one.split()) if self.rule else frozenset()
        #: All words of which numbers are made: quatre and vingts.
        self.words = {
            word for forms in listed.values() for each in forms for word in each.lower().split("-")
        }
        forms = {size: [bare(form) for form in every] for size, every in listed.items()}
        self._small: dict[str, int] = {
            form: size for size, every in forms.items() for form in every
        }
        self._hundreds: dict[str, int] = {}
        self._thousands = forms.get(_THOUSAND, [])
        if self.rule:
            self._add(self.rule, forms)

    def _add(self, rule: Rule, forms: dict[int, list[str]]) -> None:
        forms |= {1: [*self.ones]}
        digits = {size: [*forms[size]] for size in range(1, _TEN)}
        if "tre" in digits[3]:
            digits[3].append("tré")  # Italian, at the end of a word of several
        for tens in range(2 * _TEN, _HUNDRED, _TEN):
            for size, every in digits.items():
                made = (_made(rule, ten, digit) for ten in forms[tens] for digit in every)
                self._small |= {form: tens + size for each in made for form in each}
        if rule is RULES["fr"]:
            self._small |= dict(_of_twenties(forms))
        words = rule.irregular.split()
        self._small |= dict.fromkeys(rule.dozen.split(), 12)
        irregular = {word: int(size) for size, word in zip(words[::2], words[1::2], strict=True)}
        self._small |= irregular
        self._hundreds = {form: size for form, size in irregular.items() if size >= _HUNDRED}
        for hundred in forms[_HUNDRED]:
            self._hundreds[hundred] = _HUNDRED
            self._hundreds |= {
                digit + hundred: size * _HUNDRED for size in digits for digit in digits[size]
            }
        if rule is RULES["it"]:  # centotto
            self._hundreds |= {form[:-1]: size for form, size in self._hundreds.items()}

    def value(self, written: str) -> int | None:
        """Return what a number in words stands for; None where no rule says."""
        word = bare(written)
        found = self._below_thousand(word)
        for thousand in self._thousands if self.rule and found is None else ():
            before, is_in, behind = word.partition(thousand)
            if not is_in:
                continue
            if before.endswith("et") and self.rule is RULES["sv"]:
                before += "t"  # tjugoettusen
            count = 1 if before in ("", *self.ones) else self._below_thousand(before)
            rest = self._below_thousand(self._unlinked(behind)) if behind else 0
            if count is not None and rest is not None:
                return count * _THOUSAND + rest
        return found

    def _below_thousand(self, word: str) -> int | None:
        if word in self._small:
            return self._small[word]
        for hundred, size in self._hundreds.items():
            if word.startswith(hundred):
                rest = self._unlinked(word[len(hundred) :])
                own = 0 if not rest else 1 if rest in self.ones else self._small.get(rest)
                if own is not None and own < _HUNDRED:
                    return size + own
        return 1 if word in self.ones else None

    def _unlinked(self, word: str) -> str:
        """Return what comes behind hundreds or thousands, without the word between."""
        link = self.rule.link if self.rule else ""
        return word.removeprefix(link) if self._small.get(word) is None else word


def _made(rule: Rule, ten: str, digit: str) -> Iterator[str]:
    for form in rule.joined:
        is_cut = digit[0] in "uo"  # ventuno, ventotto
        if is_cut or "{cut}" not in form:
            yield form.format(t=ten, u=digit, cut=ten[:-1])


def _of_twenties(forms: dict[int, list[str]]) -> Iterator[tuple[str, int]]:
    for tens in _FRENCH_TWENTIES:
        for more in range(_TEN, 2 * _TEN):
            for ten in forms[tens]:
                for word in forms[more]:
                    yield ten + word, tens + more
                    yield f"{ten}et{word}", tens + more
