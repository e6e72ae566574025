"""Random texts of many scripts: words, letters that share a glyph, marks in every form, figures."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

#: A text is no longer than a line, so that no reader has to guess what a line end divides.
LONGEST, LONGEST_WIDE = 44, 22
_ACUTE, _GRAVE, _HAT, _BREVE = "\u0301", "\u0300", "\u0302", "\u0306"
_TILDE, _DOTS, _CARON = "\u0303", "\u0308", "\u030c"
#: The rough breathing, for which the fonts have letters with it, and no mark.
_ROUGH = "\u0314"
_BELOW = ("\u0323", "\u0328", "\u0331")
_SHARED = (
    *("‘x’", "ʼOʼ", "Hawaiʻi", "‘ʻ’ʼ", "5 µm", "μέτρο", "\u212b", "Å", "A\u030a", "K", "\u212a"),
    *("Ω", "\u2126", "Δ", "∆", "a-b", "a\u2010b", "a\u2011b", "−5", "3−2", "-7", "–", "1–2"),
    *("·", "\u0387", ";", "\u037e", "…", "½", "10²", "№", "€5"),
)
_LIGATURES = ("first", "ﬁrst", "oﬀice", "office", "ﬂag", "flag", "eﬃcient", "efficient", "fjord")
_FIGURES = ("100", "900", "2026", "2026–2030", "12:30", "5%", "3.14", "1,000", "+45")


@dataclass(frozen=True)
class Script:
    """What texts in a script are made of."""

    language: str
    """That of the statement."""
    words: str
    """Some of its words, with spaces between them."""
    letters: str = ""
    """Letters that take marks."""
    marks: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    """What may stand among the words."""
    spaced: bool = True
    """Whether there are spaces between words."""


SCRIPTS = {
    "Latin": Script(
        "en",
        "Norland will renew the nine lights of Straße Œuvre façade Þing ĳs Łódź mañana",
        "aeiouncszyAEIOU",
        (_ACUTE, _GRAVE, _HAT, _TILDE, _DOTS, _CARON, "\u0304", "\u0327", *_BELOW),
        (*_SHARED, *_LIGATURES, *_FIGURES),
    ),
    "Vietnamese": Script(
        "en",
        "Nguyễn Văn Ửng Đường Việt Nam quốc hội chủ tịch nghị quyết bảo đảm quyền",
        "aeiouyAEOU",
        (_HAT, _BREVE, "\u031b", _ACUTE, _GRAVE, "\u0309", _TILDE, "\u0323"),
        (*_LIGATURES, *_FIGURES),
    ),
    "Stacked marks": Script(
        "en",
        "Ọ̀ṣọ́ àti Ẹ̀gbẹ́ ọ̀rọ̀ ą́ dóó ǫ́ bizaad ṣùgbọ́n ẹ̀kọ́ ǹjẹ́ Ẽ̂ k̈ s̩",
        "aeiouOEnms",
        (_ACUTE, _GRAVE, _HAT, _TILDE, _CARON, "\u0304", *_BELOW),
        (*_SHARED, *_LIGATURES),
    ),
    "Turkish": Script(
        "tr", "İngiltere Irak fındık finans ığdır İİ ıı fi fı fl ŞİŞLİ çağ gücü",
        "iIgs", (_DOTS, "\u0307", "\u0327", _BREVE), (*_LIGATURES, *_SHARED[:12], *_FIGURES),
    ),
    "Czech": Script(
        "cs", "Miloš Dvořák příliš žluťoučký kůň úpěl ďábelské ódy Ångström",
        "acdeinorstuyz", (_CARON, _ACUTE, "\u030a"), (*_SHARED, *_LIGATURES),
    ),
    "Greek": Script(
        "el", "μέτρο και της ειρήνης Ένωση ϊ ΐ ϋ ΰ Ώρα ς σ ΆΈΉ",
        "αειουηωΑΕ", (_ACUTE, _DOTS), (*_SHARED, *_FIGURES),
    ),
    "Polytonic": Script(
        "el", "ἐν ἀρχῇ ἦν ὁ λόγος ᾧ ᾥ Ἆ ῥήτωρ τοῦ ᾅδου ὑμῖν ὦ",
        more=(*_SHARED, *_FIGURES),
    ),
    "Cyrillic": Script(
        "ru", "за\u0301мок замо\u0301к ёж й объём эхо Щука съезд",
        "аеиоуяюэыЕИ", (_ACUTE, _GRAVE, _DOTS, _BREVE), (*_SHARED, *_FIGURES, *_LIGATURES),
    ),
    "Bulgarian": Script(
        "bg", "вгджзийк ѝ не̏ Бдпгт лодка йод първите България",
        "аеиоу", (_GRAVE, _ACUTE, _BREVE), (*_SHARED, *_FIGURES),
    ),
    "Ukrainian": Script(
        "uk", "з’їзд зʼїзд ґанок Європа її й об’єкт",
        "аеиоуі", (_ACUTE, _DOTS), (*_SHARED, *_FIGURES),
    ),
    "Hebrew": Script(
        "he", "הודעה קצרה על נהיר ועוד ג׳ורג׳ של ק״מ (קטן) שלום־עולם",
        more=(*_FIGURES, "GPS", "Ω", "‘x’"),
    ),
    "Pointed Hebrew": Script(
        "he", "בְּרֵאשִׁית בָּרָא אֱלֹהִים שָׁלוֹם תּוֹרָה עוֹלָם", more=_FIGURES
    ),
    "Arabic": Script(
        "ar", "لكل إنسان الحق في السلام والأمن الله لا إلى كرامة وُلِدَ أُمّة",
        more=(*_FIGURES, "١٢٣", "GPS"),
    ),
    "Persian": Script(
        "ar", "گفتگو چهار پژوهش کتاب می\u200cروم یک ایران", more=("۱۲۳", *_FIGURES)
    ),
    "Urdu": Script("ar", "ٹھیک ڈاکٹر ہے میں کے لئے اردو ڑ", more=("۱۲۳", *_FIGURES)),
    "Chinese": Script(
        "zh-Hans", "一 ⼀ 人 ⼈ 长 ⾧ 民 ⺠ 国家 会议 ‘引号’ “引号” … ⋯ 、 。 （甲）",
        more=(*_FIGURES, "GPS", "µ", "μ", "Ω"), spaced=False,
    ),
    "Japanese": Script(
        "ja", "一 ⼀ 人 ⼈ が か\u3099 き\u3099 ぱ ① ➀ 会議 カタカナ ヴ ー 「言葉」 。",
        more=(*_FIGURES, "GPS", "µ", "Ω"), spaced=False,
    ),
    "Korean": Script("ja", "한국 대한민국 평화 \u1112\u1161\u11ab 회의", more=_FIGURES),
}  # fmt: skip


def text(rng: random.Random, script: Script) -> str:
    """Return a random text of one line in a script; it begins and ends with a plain word."""
    words: list[str] = []
    joint, most = (" ", LONGEST) if script.spaced else ("", LONGEST_WIDE)
    while True:
        word = _word(rng, script)
        if len(joint.join([*words, word])) > most:
            return joint.join(words)
        words.append(word)


def _word(rng: random.Random, script: Script) -> str:
    kind = rng.random()
    if script.more and kind < 0.3:
        return rng.choice(script.more)
    if script.letters and kind < 0.5:
        return "".join(_letter(rng, script) for _ in range(rng.randint(2, 4)))
    return _in_any_form(rng, rng.choice(script.words.split()))


def _letter(rng: random.Random, script: Script) -> str:
    """Return a letter with up to two marks, in any order and any normal form."""
    marks = rng.sample(script.marks, rng.choice((0, 0, 1, 1, 2)))
    return _in_any_form(rng, rng.choice(script.letters) + "".join(marks))


def _in_any_form(rng: random.Random, word: str) -> str:
    """Return a word as it is, composed or taken apart (UAX 15)."""
    apart = unicodedata.normalize("NFD", word)
    forms = [word, unicodedata.normalize("NFC", word), apart]
    return rng.choice(forms[:2] if _ROUGH in apart else forms)
