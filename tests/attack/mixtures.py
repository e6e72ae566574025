"""Random texts in which words, figures and signs of both directions stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

#: Words by language: twelve of them, in seven scripts.
_WORDS = {
    "he": "המדינות החליטו היום לחדש את תשעת המגדלורים במצר האפור עד סוף השנה שָׁלוֹם",
    "ar": "قررت الدول اليوم تجديد المنارات التسع في المضيق الرمادي حتى نهاية العام مُعَلِّم",
    "fa": "کشورها امروز تصمیم گرفتند چراغ‌های دریایی تنگه خاکستری را تا پایان سال نو کنند",
    "ur": "ممالک نے آج فیصلہ کیا کہ آبنائے کے نو مینار اس سال کے آخر تک ٹھیک ہوں گے",
    "en": "the countries renew nine lights of Grey Strait by next year office",
    "fr": "les états ont décidé aujourd’hui de rénover neuf phares à l’été où",
    "vi": "các quốc gia quyết định hôm nay sửa chín ngọn hải đăng Việt",
    "sv": "länderna beslöt i dag att förnya nio fyrar på öarna",
    "el": "οι χώρες αποφάσισαν σήμερα να ανανεώσουν εννέα φάρους ἀρχῇ",
    "ru": "страны решили сегодня обновить девять маяков пролива до конца года",
    "uk": "країни вирішили сьогодні відновити дев’ять маяків її ґанок",
    "tr": "ülkeler bugün İstanbul’da dokuz ışığı yenilemeye karar verdi",
}
WORDS = {tag: words.split() for tag, words in _WORDS.items()}
RIGHT_TO_LEFT = ("he", "ar", "fa", "ur")
LEFT_TO_RIGHT = tuple(tag for tag in WORDS if tag not in RIGHT_TO_LEFT)
#: What keeps its own order from left to right, wherever it stands.
OWN_ORDER = (
    *("+45 12 34 56 78", "(0)2 541-4100", "+972 3 555-1234", "02/541 41 00", "555-1234"),
    *("A/RES/79/1", "GS/2026/7", "79/1/A", "S/2026/12/Add.1", "COVID-19", "C++", "3(a)", "IALA-1"),
    *("https://www.example.org/a/b-1", "press@ministry.example", "www.ministry.example"),
    *("2026-03-12", "12.3.2026", "12/3/2026", "10:30", "1,200,000", "14 000", "5.5", "3×4=12"),
    *("-5", "+7", "−50"),
)
_FIGURES = (
    *("9", "48", "2026", "15%", "5.5%", "$5", "€1,200", "2026-2030", "2026–2030", "10 – 12", "1/2"),
    *(
        "٪١٥",
        "٢٠٢٠",
        "١٥٪",
        "٢٠٢٠-٢٠٢٥",
        "١٬٢٣٤٫٥",
        "۱۴۰۳",
        "-5°C",
        "§ 3",
        "№ 7",
        "#Lights",
        "@office",
    ),
)
_LATIN = ("UN", "EU", "NATO", "Port-Saint-Luc", "Luc F.", "U.S.", "WHO", "Boeing 747", "A", "m²")
_AROUND = (
    "({})",
    "[{}]",
    "«{}»",
    "“{}”",
    '"{}"',
    "‘{}’",
    "{},",
    "{};",
    "{}:",
    "{}!",
    "– {} –",
    "{}…",
)


class Mixture:
    """Writes paragraphs in the language `tag`, in which everything stands beside everything."""

    def __init__(self, rng: random.Random, tag: str) -> None:
        self.rng, self.tag = rng, tag
        own = tag in RIGHT_TO_LEFT
        self.others: Sequence[str] = LEFT_TO_RIGHT if own else RIGHT_TO_LEFT

    def paragraph(self, least: int = 6, most: int = 60, *, plain: bool = False) -> str:
        """Return a paragraph of so many parts; a `plain` one has no Markdown, calls or breaks."""
        makers: list[Callable[[], str]] = [self._own] * 5
        makers += [self._figures, self._kept, self._latin, self._passage, self._bracketed]
        makers += [] if plain else [self._stressed, self._linked]
        parts = [self._own()]
        parts += [self.rng.choice(makers)() for _ in range(self.rng.randint(least, most))]
        text = " ".join(parts)
        if not plain and self.rng.random() < 0.15:
            text = text.replace(", ", ",\\\n", 1)
        return f"{text}{self.rng.choice('.!?:') if self.rng.random() < 0.8 else ''}"

    def _own(self) -> str:
        return " ".join(self.rng.choices(WORDS[self.tag], k=self.rng.randint(1, 4)))

    def _figures(self) -> str:
        return self.rng.choice(_FIGURES)

    def _kept(self) -> str:
        return self.rng.choice(OWN_ORDER)

    def _latin(self) -> str:
        return self.rng.choice(_LATIN)

    def _passage(self) -> str:
        """Return a few words of one other language, perhaps with figures among them."""
        words = self.rng.choices(WORDS[self.rng.choice(self.others)], k=self.rng.randint(1, 6))
        if self.rng.random() < 0.5:
            words.insert(self.rng.randint(0, len(words)), self._kept())
        if self.rng.random() < 0.3:
            words.insert(self.rng.randint(0, len(words)), self._figures())
        return " ".join(words)

    def _inside(self) -> str:
        return self.rng.choice([self._own, self._figures, self._kept, self._latin, self._passage])()

    def _bracketed(self) -> str:
        return self.rng.choice(_AROUND).format(self._inside())

    def _stressed(self) -> str:
        mark = self.rng.choice(("*", "**"))
        return f"{mark}{self._own()} {self._inside()} {self._own()}{mark}"

    def _linked(self) -> str:
        words = self._inside().replace("[", "").replace("]", "")
        return f"[{self._own()} {words}](https://www.example.org/{self.rng.randint(1, 9)})"
