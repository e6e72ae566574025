"""Texts with many marks over and under their letters are ordinary; what spoils them is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.typeset.engine import typeset
from tests.prove.appearance.spoiling import keys
from tests.prove.conftest import complaints, composed

if TYPE_CHECKING:
    from pathlib import Path

    from communique.compose.page import Page

ARABIC = """\
---
title: إِعْلَانٌ مُشْتَرَكٌ بِشَأْنِ النَّهْرِ
issued: 2024-05-02
---

مُحَمَّدٌ رَسُولُ اللَّهِ، إِنَّ الدِّبْلُومَاسِيَّةَ تَقُومُ عَلَى الثِّقَةِ الْمُتَبَادَلَةِ بَيْنَ الدُّوَلِ وَالشُّعُوبِ.
نُؤَكِّدُ الْتِزَامَنَا بِالْقَانُونِ الدَّوْلِيِّ، وَنَدْعُو جَمِيعَ الْأَطْرَافِ إِلَى ضَبْطِ النَّفْسِ، وَإِلَى تَسْوِيَةِ
النِّزَاعَاتِ بِالطُّرُقِ السِّلْمِيَّةِ وَفْقًا لِمِيثَاقِ الْأُمَمِ الْمُتَّحِدَةِ. هٰذَا كِتَابٌ، ﴿إِنَّ هَـٰذَا ٱلْقُرْءَانَ يَهْدِى لِلَّتِى هِىَ أَقْوَمُ﴾.

1. حِمَايَةُ الْمَدَنِيِّينَ فِي كُلِّ وَقْتٍ، بِوَعْيٍ وَسَعْيٍ وَرَأْيٍ **بِوَعْيٍ وَسَعْيٍ وَرَأْيٍ**.

| المَكَانُ | العُمْقُ |
| --- | --- |
| السَّدُّ | ٤١ |
"""
HEBREW = """\
---
title: הַצְהָרָה מְשֻׁתֶּפֶת עַל הַנָּהָר
issued: 2024-05-02
---

כָּל בְּנֵי הָאָדָם נוֹלְדוּ בְּנֵי חוֹרִין וְשָׁוִים בְּעֶרְכָּם וּבִזְכֻיּוֹתֵיהֶם.[^1] בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים, הָֽיְתָה יְרֽוּשָׁלַ͏ִם.

1. הַנְּקֻדָּה הָרִאשׁוֹנָה.
2. הַנְּקֻדָּה הַשְּׁנִיָּה.

[^1]: נִמְדַּד בַּצָּהֳרַיִם בִּשְׁתֵּי הַגָּדוֹת.
"""
LATIN = """\
---
title: Tuyên bố chung ỒNG Ấp Ẫ về dòng sông Ỗ gyg Ộ phương Ấn Ỡ
issued: 2024-05-02
---

Ṍ Ṏ Ṩ Ǟ: Ị́ Ụ̀ ọ́ ụ́ ị̀. Ọ̀ṣọ́, Ẹ̀gbẹ́, ṢỌ̀KAN, Ń M̀. Lithuanian ė́, į̇́ ų́ Ū̃. Diné dį́į́ʼ Ǫ́ǫ́, G̃ g̃.
"""
TEXTS = {"ar": ARABIC, "he": HEBREW, "en": LATIN}


@pytest.fixture(scope="module", params=list(TEXTS))
def marked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Page:
    folder = tmp_path_factory.mktemp("marks")
    return composed(folder, TEXTS[request.param], f"river.{request.param}.md")


@pytest.mark.parametrize("kind", ["standard", "letter", "large-print", "clear-print"])
@pytest.mark.parametrize("language", list(TEXTS))
def test_a_text_with_many_marks_is_delivered(tmp_path: Path, language: str, kind: str) -> None:
    page = composed(tmp_path, TEXTS[language], f"river.{language}.md", kind)
    assert complaints(page, typeset(page)) == []


@pytest.mark.parametrize(
    ("rule", "key"),
    [
        ("main > p { line-height: .6 }", "place"),
        (".title + * { margin-top: -26pt } .title { margin: 0 }", "place"),
        ("main > p { letter-spacing: -.1em }", "shape"),
        ("main > p { word-spacing: -.25em }", "shape"),
    ],
)
def test_a_text_with_many_marks_that_is_pushed_together_is_refused(
    marked: Page, rule: str, key: str
) -> None:
    spoiled = replace(marked, styles=marked.styles + rule)
    assert key in keys(complaints(spoiled, typeset(spoiled)))


OVERHANG = {
    "ar": "انظر [الموقع](https://example.org) و[يوم](https://example.org/y) و*يد* و«[يد](https://example.org/q)».",
    "en": "An *f*’ and (*off*), V[A](https://example.org/a)V, **f**i, ‘*f*’ “*f*” (*f*) *j*g, y*j*",
}


@pytest.mark.parametrize("language", list(OVERHANG))
def test_letters_may_hang_over_links_and_stress_beside_them(tmp_path: Path, language: str) -> None:
    text = f"---\ntitle: بيان\nissued: 2024-05-02\n---\n\n{OVERHANG[language]}\n"
    page = composed(tmp_path, text, f"river.{language}.md")
    assert complaints(page, typeset(page)) == []
    pushed = replace(page, styles=page.styles + "em, a { margin-left: -.4em; margin-right: -.4em }")
    assert keys(complaints(pushed, typeset(pushed))) & {"place", "shape"}


#: Words in which the font has a letter that joins none after it under the kaf that follows.
KERNED = "مركز ركز ذكر ذكرى ذكركم وكرر وكز مركزية شركة مَرْكَز رَكَّزَ نیویورک"

#: Words whose marks move, in IBM Plex Sans Arabic, what stands beside them, and two in Hebrew.
MOVED = "نَشْرُ خَبَرٌ سِرٌّ صَبْرٌ هٰذَا كَآبٌ، نٌ يٌ. سٌ، وَهَّ كَأْسٍ שָׁל֑וֹם הֻגַּשׁ"


@pytest.mark.parametrize("kind", ["standard", "clear-print", "large-print"])
def test_a_mark_makes_no_space_in_a_word_and_hides_none(tmp_path: Path, kind: str) -> None:
    text = f"---\ntitle: {MOVED}\nissued: 2024-05-02\n---\n\n{MOVED} **{MOVED}**\n"
    page = composed(tmp_path, text, "k.ar.md", kind)
    assert complaints(page, typeset(page)) == []
    for old, new in (("خَبَرٌ", "خَبَر"), ("خَبَرٌ", "خَبَ رٌ"), ("نَشْرُ خ", "نَشْرُخ"), ("سِرٌّ", "سِرٌ")):
        spoilt = replace(page, html=page.html.replace(old, new))
        assert spoilt.html != page.html
        assert "words" in keys(complaints(spoilt, typeset(spoilt)))


LEGAL = """
## The “*Brief*” *Id.*

See “*Relief*” *Ibid.*; “*Proof*” *Id.*; ‘*Half*’ *and* “***Relief***” *x* ‘***f***’ *x*.[^1]

“*Neuf*” *et* « *Chef* » *et* '*f*' *x* "***f***" *x* *f*°, *f*‘ *x* ***f***”. *x*
*Chef*’s *x* *f*] *x*

[^1]: “*A Brief*” *Id.* at 5; ‘*f*’ *Ibid.*
"""


@pytest.mark.parametrize("kind", ["standard", "letter", "large-print", "clear-print"])
def test_a_slanted_f_may_hang_over_a_lone_quotation_mark(tmp_path: Path, kind: str) -> None:
    text = f"---\ntitle: T\nissued: 2024-05-02\n---\n{LEGAL}"
    page = composed(tmp_path, text, "brief.en.md", kind)
    assert complaints(page, typeset(page)) == []
    pushed = replace(page, styles=page.styles + "main > p em { margin-right: -.1em }")
    assert keys(complaints(pushed, typeset(pushed))) & {"place", "shape"}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_arabic_letters_may_be_kerned_under_a_kaf(tmp_path: Path, language: str) -> None:
    words = KERNED.split()
    text = "\n\n".join([*words, f"({words[0]})", f"**{words[0]}** و", f"في هذا المركز {KERNED}"])
    page = composed(
        tmp_path, f"---\ntitle: T\nissued: 2024-05-02\n---\n\n{text}\n", f"k.{language}.md"
    )
    assert complaints(page, typeset(page)) == []
    for rule in ("letter-spacing: -.07em", "letter-spacing: -.3em"):
        pushed = replace(page, styles=page.styles + f"main > p {{ {rule} }}")
        assert any("pushed into" in found for found in complaints(pushed, typeset(pushed)))
