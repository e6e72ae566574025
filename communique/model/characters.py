"""Which characters a statement may hold."""

from __future__ import annotations

import re

#: XML 1.0's forbidden controls, surrogates, non-characters, and U+FFFD, which marks lost text.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd\ufffe\uffff]")
#: Characters that nobody sees: soft hyphen, zero width space, byte-order mark; as RTL_LETTERS.
INVISIBLE = "\u00ad\u200b\ufeff"
#: Unicode's own line and paragraph separators, which no editor shows as such; as RTL_LETTERS.
LINE_SEPARATORS = "\u2028\u2029"
#: Letters that run from right to left and the marks that go with them (Unicode, Bidi_Class R and
#: AL), as the inside of a regular expression's class; digits are not among them.
RTL_LETTERS = "\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
#: An invisible letter that runs from right to left (U+200F).
RTL_MARK = "\u200f"
#: What the font of line-end hyphens draws one for, so that a hyphen of the text is told apart from
#: one of a division (Unicode, Private Use Area).
LINE_END_HYPHEN = "\ue0ad"
#: Marks of vowels and of reading over and under letters of Hebrew and Arabic, which most writers
#: leave out (Unicode: points and accents of Hebrew, Tashkil of Arabic); as RTL_LETTERS.
VOWEL_MARKS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670"
#: Characters of Chinese, Japanese and Korean, one of which may be a word; as RTL_LETTERS.
SQUARE = "\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
