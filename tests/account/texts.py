"""Short texts in twelve languages, in the shapes in which statements are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Words(NamedTuple):
    """A title, three sentences and two terms of one language, as its authors write them."""

    title: str
    opens: str
    lists: str
    closes: str
    terms: tuple[str, str]


#: By language; the marks in them are those that the language uses.
LANGUAGES = {
    "en": Words(
        "Bridges & ferries: what’s next",
        "The ministers met on 3 May (it rained) – and agreed: 5 % more, i.e. €1,200.50 per boat.",
        "They “welcome” the year 2028’s plan, see https://www.example.org/plan_2028.",
        "Questions? Write to press@example.org; it isn’t urgent!",
        ("the ferry", "the quay"),
    ),
    "de": Words(
        "Brücken „bis 2030“",
        "Am 3. Mai trafen sich z. B. Ministerinnen und Minister – 5 % mehr, d. h. 1.200,50 €.",
        "Sie begrüßen den „Plan“ (§ 12 Abs. 3 UAbs. 2) und die Nord-/Südfähre.",
        "Fragen? Schreiben Sie uns: Straße 12a, 10115 Köln!",
        ("die Fähre", "der Kai"),
    ),
    "fr": Words(
        "L’avenir des ponts\u00a0: une déclaration",
        "Le 1er mai, ils se sont réunis\u00a0; ils ont dit\u00a0: «\u00a0d’accord\u00a0».",
        "Il s’agit de 5\u00a0% de plus, soit 1\u202f200,50\u00a0€ par bateau – où qu’il soit.",
        "Des questions\u00a0? Écrivez-nous\u00a0!",
        ("le bac", "l’œuvre"),
    ),
    "es": Words(
        "¿Qué viene ahora?",
        "El 3 de mayo, los ministros se reunieron (¡llovía!) y acordaron un 5 % más.",
        "El n.º 12 y la 3.ª parte dicen: «Sí», EE. UU. incluidos.",
        "¿Preguntas? ¡Escríbanos!",
        ("el transbordador", "el muelle"),
    ),
    "it": Words(
        "Dov’è il ponte?",
        "Il 3 maggio i ministri si sono riuniti: c’è il 5% in più, cioè 1.200,50 euro.",
        "L’art. 12, comma 3, dice «sì»; perché no?",
        "Domande? Scriveteci all’indirizzo dell’ufficio.",
        ("il traghetto", "l’attracco"),
    ),
    "pl": Words(
        "Mosty i promy – co dalej?",
        "W dniu 3 maja ministrowie spotkali się w Łodzi (ul. Źródlana 5/7) i uzgodnili 5%.",
        "Przyjęli „plan” na lata 2026–2030, tj. 1 200,50 zł na łódź.",
        "Pytania? Prosimy pisać!",
        ("prom", "nabrzeże"),
    ),
    "el": Words(
        "Γέφυρες και πορθμεία",
        "Στις 3 Μαΐου οι υπουργοί συναντήθηκαν· συμφώνησαν σε 5 % περισσότερο.",
        "Είπαν «ναι»: τι άλλο; 1.200,50 € ανά πλοίο.",
        "Ερωτήσεις; Γράψτε μας!",
        ("το πορθμείο", "η προβλήτα"),
    ),
    "ru": Words(
        "Мосты и паромы: что дальше",
        "3 мая министры встретились в г. Орёл — и договорились: на 5 % больше.",
        "Они приняли «план» № 12 на 2026—2030 гг., т. е. 1 200,50 ₽.",
        "Вопросы? Пишите!",
        ("паром", "причал"),
    ),
    "ar": Words(
        "الجسور والعبّارات",
        "اجتمع الوزراء في ٣ أيار/مايو، واتفقوا على زيادة ٥٪ (خمسة بالمئة).",
        "قالوا: «نعم»؛ انظر https://www.example.org/plan، أو المادة 12.",
        "هل من أسئلة؟ اكتبوا إلينا!",
        ("العبّارة", "الرصيف"),
    ),
    "he": Words(
        "גשרים ומעבורות",
        "ב-3 במאי נפגשו השרים, והסכימו על 5% יותר – כ-1,200.50 ש״ח.",
        "הם אמרו: ״כן״ (סעיף 12(ג)); מה עוד?",
        "שאלות? כתבו לנו!",
        ("המעבורת", "הרציף"),
    ),
    "ja": Words(
        "橋とフェリーについて",
        "五月三日、大臣たちは会合し、「５％の増加」に合意した（雨天）。",
        "計画は2026年〜2030年で、第12条・第3項を参照：１隻あたり1,200円。",
        "ご質問は？お寄せください！",
        ("フェリー", "桟橋"),
    ),
    "zh-Hans": Words(
        "桥梁与渡轮",
        "五月三日，部长们会晤（当天有雨），同意增加5%。",
        "他们欢迎《计划》第12条：“是的”，每船1,200.50元……",
        "有问题吗？请来信！",
        ("渡轮", "码头"),
    ),
}


def texts() -> Iterator[tuple[str, str, str]]:
    """Yield a name, the language and the whole file of sixty short statements."""
    shapes = (_wrapped, _points, _table, _quoted, _marked)
    for tag, words in LANGUAGES.items():
        for shape in shapes:
            title = words.title.replace("'", "''")
            yield (
                f"{shape.__name__[1:]}-{tag}",
                tag,
                f"---\ntitle: '{title}'\nplace: {words.terms[1]}\n---\n\n{shape(words)}\n",
            )


def _wrapped(words: Words) -> str:
    """Return a paragraph with a line end where there is a space, and after Chinese commas."""
    lines = [part.replace("，", "，\n").split(" ") for part in words[1:4]]
    return "\n".join(
        "\n".join(" ".join(part[index : index + 4]) for index in range(0, len(part), 4))
        for part in lines
    )


def _points(words: Words) -> str:
    one, two = words.terms
    return (
        f"{words.opens}\n\n- {words.lists}\n- {words.closes}\n    - *{one}*\n    - {two}\n\n"
        f"1. {words.closes}\n2. {words.opens}\n\n(a) {words.lists}\n(b) {words.closes}"
    )


def _table(words: Words) -> str:
    one, two = words.terms
    return f"| {one} | {two} |\n|---|--:|\n| {words.opens} | 12 |\n| {words.closes} | **3** |"


def _quoted(words: Words) -> str:
    return (
        f"{words.opens}[^1]\n\n> {words.lists}\n> {words.closes}\n>\n> {words.opens}[^n]\n\n"
        f"[^1]: {words.closes}\n\n    {words.lists}\n[^n]: {words.terms[0]}"
    )


def _marked(words: Words) -> str:
    one, two = words.terms
    return (
        f"## {words.title}\n\n*{one}* **{two}** {words.opens} [{one}](https://example.org/a_b)\\\n"
        f"{words.closes} **{one}**\n*{two}*\n\n### {two}\n\n***\n\n{words.lists}"
    )
