"""Spaces at which no line may end. Only spaces change, and only into spaces that do not break."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

NO_BREAK = "\u00a0"
#: Units and signs that stay with the number before them; words of one language are not among them.
_UNITS = (
    r"(?:[%‰°€$£¥]|(?:k|c|m|M|G|T)?(?:m|g|W|Wh|Hz|B|t|V|l)[²³]?(?![\w’'])"
    r"|(?:EUR|USD|GBP|DKK|SEK|NOK|kr|h|min)(?!\w))"
)
#: Signs between the numbers of a sum.
_SUM = "[×÷=≈±+−]"
#: A space that a match consists of, or that is in it, does not break.
_BINDINGS = re.compile(
    r"(?<=\S) (?=[–—] )"  # no line begins with a dash
    r"|(?<=^[–—-]) (?=\S)"  # nor ends with the one that opens a speech
    r"| (?=[:;!?»](?!\w))"  # nor begins with a sign that French sets apart
    r"|(?:(?<=[\s(\[—–]«)|(?<=^«)) "  # nor ends with the quotation mark that opens
    rf"|(?<=\d) (?={_UNITS})"  # a number and its unit
    r"|(?<=\d) (?=\d{3}(?!\d))"  # the thousands of a number
    r"|(?<=\b[A-ZÀ-ÞΑ-ΩА-Я]\.) (?=[A-ZÀ-ÞΑ-ΩА-Я])"  # an initial and its name
    r"|(?<=[№§]) (?=\d)"  # a sign and its number
    rf"|(?<=\d) (?={_SUM} [+−]?\d)|(?<=\d {_SUM}) (?=[+−]?\d)"  # the numbers of a sum
)
#: Words that stay with the number after them, by language; a star is up to three letters.
_NUMBERED = {
    "da": "artikel artikler artiklerne art. stk. nr. side s. kapitel kap. bilag afsnit punkt pkt. "
    "del tabel figur",
    "de": "Artikel* Art. Absatz Abs. Nr. Nummer* Kapitel Seite* S. Anhang Anlage Abschnitt Ziffer "
    "Teil Tabelle Abbildung Abb.",
    "el": "άρθρ* παράγραφο* παραγράφ* παρ. αριθ. αρ. σελίδα σελ. κεφάλαιο κεφ. παράρτημα τμήμα "
    "μέρος εδάφιο",
    "en": "article* art. section* sec. annex* chapter* paragraph* para. paras. part* page* p. pp. "
    "no. nos. vol. figure* fig. table* title* rule* clause* resolution*",
    "es": "artículo* art. arts. núm. núms. n.º n.° nº n° página* pág. págs. p. capítulo* cap. "
    "anexo* sección secciones apartado* párrafo* parte cuadro tabla figura título",
    "fr": "article* art. annexe* chapitre* paragraphe* alinéa* partie* page* p. pp. n° nº no nos "
    "section* tableau* figure* vol. titre* résolution*",
    "it": "articolo articoli art. artt. n. nn. pagina pagine pag. pagg. p. capitolo capitoli cap. "
    "allegato allegati sezione sezioni paragrafo paragrafi comma commi parte tabella figura "
    "titolo",
    "nb": "artikkel artikler artiklene art. nr. side s. kapittel kap. vedlegg avsnitt punkt pkt. "
    "ledd del tabell figur",
    "nl": "artikel* art. nr. nummer bladzijde blz. p. hoofdstuk bijlage lid paragraaf punt deel "
    "tabel figuur",
    "pl": "artykuł* art. ust. ustęp* pkt nr rozdział* rozdziale strona strony str. s. załącznik* "
    "część paragraf* punkt* tabela rys.",
    "pt": "artigo* art. arts. n.º n.° nº n° página* pág. págs. p. capítulo* cap. anexo* seção "
    "secção parágrafo* alínea* parte quadro tabela figura título",
    "ru": "стать* статей ст. пункт* п. пп. част* ч. глав* гл. приложени* раздел* страниц* стр. с. "
    "том т. абзац* таблиц* рис.",
    "sv": "artikel artiklar artiklarna art. nr sida sidan s. kapitel kap. bilaga avsnitt punkt "
    "punkten stycke del tabell figur",
    "uk": "статт* статей ст. пункт* п. пп. частин* ч. глав* гл. додат* розділ* сторінк* стор. с. "
    "абзац* таблиц* рис.",
}
#: A number in figures, Arabic or Roman.
_NUMBER = r"(?:\d|[IVXLC]+\b)"
#: A last word up to so many letters does not stand alone on the last line of a longer text.
_LAST_WORD, _LONG = 9, 60
#: What is bound together stays narrower than a narrow column, in characters: one of text, and one
#: of the facts or of a title in its large letters.
_WIDEST, NARROW = 30, 20


@dataclass(frozen=True)
class Typography:
    """The bindings of one language: of every one, and those of its words and months."""

    bindings: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, language: str, months: Iterable[str] = ()) -> Typography:
        """Return the typography of a `language` (BCP 47) whose `months` have these names."""
        return _typography(language.partition("-")[0], tuple(months))

    def bind(self, text: str, *, last: bool = False, widest: int = _WIDEST) -> str:
        """Return `text` with no-break spaces where no line may end.

        `last` says that a paragraph ends with it: its last word is then bound to the one before.
        What is bound together has at most `widest` characters.
        """
        places = {
            match.start() + offset
            for binding in self.bindings
            for match in binding.finditer(text)
            for offset, character in enumerate(match[0])
            if character == " "
        }
        head, space, word = text.rpartition(" ")
        if last and space and len(word) <= _LAST_WORD and len(head) > _LONG:
            places.add(len(head))
        return _joined(text, places, widest)


def _joined(text: str, places: Set[int], widest: int) -> str:
    """Return `text` with no-break spaces at `places`, but for those in too wide a run."""
    first, *others = text.split(" ")
    result, end, run = first, len(first), len(first)
    for part in others:
        fits = end in places and run + 1 + len(part) <= widest
        result += (NO_BREAK if fits else " ") + part
        run = len(part) + (run + 1 if fits else 0)
        end += 1 + len(part)
    return result


@cache
def _typography(language: str, months: tuple[str, ...]) -> Typography:
    bindings = [_BINDINGS]
    if language in _NUMBERED:
        words = "|".join(map(re.escape, _NUMBERED[language].split())).replace(r"\*", r"\w{0,3}")
        bindings.append(re.compile(rf"(?<!\w)(?i:{words}) (?={_NUMBER})"))
    if months:
        names = "|".join(map(re.escape, months))
        day = r"(?<!\w)\d{1,2}(?:\.|er|º)?(?: de)?"
        bindings.append(re.compile(rf"{day} (?=(?:{names})(?!\w))"))
        bindings.append(re.compile(rf"(?<!\w)(?:{names}) (?=\d{{1,2}}(?!\w))"))
    return Typography(tuple(bindings))
