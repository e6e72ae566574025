"""Figures that keep their own order: telephones, dates, thousands, signed numbers, degrees, sums.

What each of them is stands in `docs/trust.md`, as regular expressions here.
"""

from __future__ import annotations

from communique.model.characters import RTL_LETTERS

_DIGIT = r"\d"
_SPACE = r"[ \u00a0\u202f]"
NUMBER = rf"{_DIGIT}+(?:[.,٫٬]{_DIGIT}+)*"
#: A fraction, as in 2½, and a power, as in 10⁻³: Unicode does not have them among the figures.
_FRACTION, _POWER = "[¼-¾⅐-⅞]", "[⁺⁻]?[⁰¹²³⁴-⁹]+"
_MORE = rf"(?:{_SPACE}?{_FRACTION}|{_POWER})"
_VALUE = rf"(?:{NUMBER}{_MORE}?|{_FRACTION})"
_THOUSANDS = rf"{_DIGIT}{{1,3}}(?:{_SPACE}{_DIGIT}{{3}})+(?:[.,٫]{_DIGIT}+)?(?!\w)"
#: Where figures may begin: not within a number, and after a prefix of Hebrew such as ב-.
ALONE = rf"(?:(?<![\w.,:+−/-])|(?<=[{RTL_LETTERS}])|(?<=[{RTL_LETTERS}]-))"
#: Where a sign is that of the number after it.
_SIGN = r"(?<![\w.,:+−/%‰°€$£¥-])[+−±-]"
_SIGNED_OR_ALONE = rf"(?:{_SIGN}|{ALONE})"
#: Where the second number of a range begins.
_SECOND = r"(?<=[\d¼-¾⅐-⅞CFK%‰°€$£]-)"

#: Two groups as of a telephone: the first a city's, or both of a length that years do not have.
_TELEPHONE = (
    rf"(?:(?=(?:{_DIGIT}-?){{7}})[0٠۰]{_DIGIT}+-{_DIGIT}+(?!{_DIGIT})"
    rf"|{_DIGIT}{{1,4}}[ \u00a0-]{_DIGIT}{{6,}}|{_DIGIT}{{3}}[ \u00a0-]{_DIGIT}{{4}}(?!{_DIGIT}))"
)
#: Two numbers or dates with a hyphen between them, but no telephone; round figures, as 900-1200,
#: are none.
_BOUND = rf"(?:{_THOUSANDS}|{_DIGIT}+/{_DIGIT}+/{_DIGIT}+|{_VALUE})"
_ROUND = rf"(?![0٠۰]){_DIGIT}+[0٠۰]"
_END = r"(?![\w/-])(?![.,:]\w)"
_RANGE = rf"(?:{_ROUND}-{_ROUND}|(?!{_TELEPHONE}){_BOUND}-{_BOUND}){_END}"
_GROUP = rf"(?:\({_DIGIT}+\){_SPACE}?|{_DIGIT}+(?:{_SPACE}|[/.-]))"
#: Figures in groups, as of telephones and dates: after a country's code or a city's, three or more.
_GROUPED = (
    rf"{ALONE}(?!{_RANGE})(?:\+{_GROUP}+|{_GROUP}{{2,}}|(?=[0٠۰]{_DIGIT}){_GROUP}"
    rf"|(?={_TELEPHONE}(?!\w)){_DIGIT}+[ \u00a0-]){_DIGIT}+(?:[:.,/]{_DIGIT}+)*(?!\w)"
)
_SIGNED = (
    rf"(?:{_SIGN}|(?<=[{RTL_LETTERS}]-)[+−±-])"
    rf"(?:{_THOUSANDS}|{_DIGIT}+(?:[.,٫٬\u00a0]{_DIGIT}+)*)(?![\w.,%‰°]*\w)"
)
_DEGREE = rf"{_SPACE}?°{_SPACE}?[CFK](?!\w)"

#: Signs of money, and those that stand behind a number.
_MONEY, _BEHIND = "[€$£¥]", "[%‰°€$£¥]"
_TERM = rf"{_MONEY}?{_VALUE}{_BEHIND}?"
#: The signs of a sum; a hyphen, a dash, a colon or a slash is one where something is equal.
_ADDS = rf"(?:[×÷±·+]|{_SPACE}[×÷±+−]{_SPACE}[+−-]?){_TERM}"
_DOES = rf"(?:[×÷±·+−–*/:-]|{_SPACE}[×÷±·+−–*/:-]{_SPACE}[+−-]?){_TERM}"
_IS = rf"{_SPACE}?[=≈]{_SPACE}?[+−-]?{_TERM}"
#: It has ten numbers on each side at most.
_SUM = rf"{_TERM}(?:(?:{_DOES}){{0,9}}(?:{_IS}(?:{_DOES}){{0,9}})+|(?:{_ADDS})+)(?!\w)"

#: What keeps its order in every text.
FIGURES = (
    rf"{_SIGNED_OR_ALONE}(?:{_VALUE}{_DEGREE}|{_SUM}|{NUMBER}{_MORE}(?!\w))|{_GROUPED}"
    rf"|(?:{ALONE}|{_SECOND}){_THOUSANDS}|{_SECOND}(?:{_VALUE}{_DEGREE}|{NUMBER}{_MORE}(?!\w))"
    rf"|{_SIGNED}"
)
#: A sign that belongs to the number before it, but in Arabic, where it follows in the text's order.
UNIT = rf"{_SPACE}?{_BEHIND}(?!\w)"
_AMOUNT = rf"(?:{_MONEY}{_SPACE}?)?{_BOUND}(?:{_DEGREE}|{UNIT})?"
#: What keeps its order but in Arabic: ranges with signs at their numbers (others need no help), and
#: amounts with a space between figure and sign.
AMOUNTS = (
    rf"{ALONE}(?!{_TELEPHONE}(?!\w))(?!{NUMBER}-{NUMBER}(?!{_DEGREE}|{UNIT}){_END})"
    rf"(?:{_AMOUNT}-{_AMOUNT}|{_MONEY}{_SPACE}{_VALUE}|{_VALUE}(?!{_DEGREE}){_SPACE}{_BEHIND}){_END}"
)
