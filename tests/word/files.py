"""Word files of every kind that a press office gets, each by its name."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from tests.word.office import (
    cell,
    levels,
    numbered,
    p,
    r,
    row,
    table,
    uses,
    word_file,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGNgGAWjYBSMAggAAAQQAAFVN1rQAAAAAElFTkSuQmCC"
)
_BULLETS = (("bullet", "\uf0b7"), ("bullet", "o"))
_POINTS = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))


def call(number: int, kind: str = "footnote") -> str:
    """Return the call of a note, as Word writes it."""
    style = '<w:rPr><w:rStyle w:val="Funotenzeichen"/></w:rPr>'
    return f'<w:r>{style}<w:{kind}Reference w:id="{number}"/></w:r>'


def notes(*texts: str, kind: str = "footnote") -> str:
    """Return the part with notes from number 2 on, behind the two separators that Word has."""
    inner = "".join(
        f'<w:{kind} w:type="{each}" w:id="{place - 1}"><w:p><w:r><w:{each}/></w:r></w:p></w:{kind}>'
        for place, each in enumerate(("separator", "continuationSeparator"))
    )
    for number, text in enumerate(texts, start=2):
        mark = f'<w:r><w:rPr><w:rStyle w:val="Funotenzeichen"/></w:rPr><w:{kind}Ref/></w:r>'
        inner += f'<w:{kind} w:id="{number}">{p(mark, r(" " + text))}</w:{kind}>'
    return inner


def field(code: str, shown: str, properties: str = "") -> str:
    """Return a field in five runs, as Word writes it."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
    )
    runs = "".join(f"<w:r>{each}</w:r>" for each in parts)
    return f'{runs}{r(shown, properties)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def control(inner: str, properties: str = "") -> str:
    """Return a content control."""
    return f'<w:sdt><w:sdtPr><w:id w:val="7"/>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'


def press_release(path: Path) -> Path:
    bullets = "".join(
        p(text, properties=numbered(1))
        for text in ("repair the two lights that failed;", "renew the other seven.")
    )
    figures = table(
        row("Work", "Norland", "Valdore", head=True),
        row("Two repairs", cell("€2 million", align="right"), cell("€2 million", align="right")),
        row("Watch room", cell("€1 million", align="right"), cell("–", align="right")),
        properties='<w:tblStyle w:val="TableGrid"/>',
    )
    return word_file(
        path,
        p("PRESS RELEASE")
        + p("Lights for the Grey Strait", style="Titel")
        + p("What the two coasts agreed", style="Untertitel")
        + p("Port-Saint-Luc, 12 March 2026")
        + p(
            r("Nor"), '<w:proofErr w:type="spellStart"/>', r("land"), '<w:proofErr w:type="spellEnd"/>',
            r(" and "), r("Valdore", "<w:b/>"), r(" will renew", "<w:b/>"), r(" the "), r("nine lights", "<w:i/>"),
            r(" of the Grey Strait by the end of 2028."), call(2),
        )
        + p("What will be done", style="berschrift1")
        + p("Both sides will:")
        + bullets
        + p("Table 1. What the works cost each side", style="Beschriftung")
        + figures
        + p("What was said", style="berschrift1")
        + p("A light is a promise to people you will never meet.", style="Zitat"),
        numbering=levels(*_BULLETS) + uses(1),
        footnotes=notes("Average of 2025."),
    )  # fmt: skip


def treaty(path: Path) -> Path:
    """Articles, sections and letters by styles that are based on styles, restarted by article."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val='
        f'"{based}"/><w:pPr><w:numPr>{level}<w:numId w:val="1"/></w:numPr>{outline}</w:pPr></w:style>'
        for name, based, level, outline in (
            ("Article", "Standard", "", '<w:outlineLvl w:val="0"/>'),
            ("Section", "Standard", '<w:ilvl w:val="1"/>', ""),
            ("Letter", "Section", '<w:ilvl w:val="2"/>', ""),
        )
    )
    styles += '<w:style w:type="paragraph" w:styleId="LetterTight"><w:name w:val="Letter tight"/><w:basedOn w:val="Letter"/></w:style>'
    article = levels(
        ("decimal", "Article %1"), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), name=0
    )
    for place, name in enumerate(("Article", "Section", "Letter")):
        article = article.replace(
            f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/>',
            f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:pStyle w:val="{name}"/>',
        )
    return word_file(
        path,
        p("Agreement on the Lights of the Grey Strait", style="Titel")
        + p("Purpose", style="Article")
        + p("The Parties keep the lights.", style="Section")
        + p("They share:", style="Section")
        + p("the costs,", style="Letter")
        + p("the watch.", style="LetterTight")
        + p("Costs", style="Article")
        + p("Each Party bears its own costs.", style="Section")
        + p("Costs are:", style="Section")
        + p("those of repair,", style="Letter")
        + p("those of light.", style="LetterTight")
        + p("Done at Port-Saint-Luc.", properties='<w:jc w:val="center"/>'),
        styles=styles,
        numbering=article + uses(1),
    )


def communique(path: Path) -> Path:
    """Seventy counted paragraphs, with a list that starts anew, and one that goes on."""
    inner = []
    for number in range(1, 71):
        if number % 20 == 1:
            inner.append(p(f"Part {number // 20 + 1}", style="berschrift1"))
        inner.append(p(f"The States note matter {number}.", properties=numbered(1)))
        if number % 10 == 5:
            inner += [p(f"Point {each}", properties=numbered(2 + number // 10)) for each in "xy"]
    lists = levels(("decimal", "%1.")) + levels(("lowerLetter", "(%1)"), name=1) + uses(1)
    lists += "".join(uses(2 + each, 1, {0: 1}) for each in range(7))
    return word_file(
        path, p("Communiqué of the Coastal States", style="Titel") + "".join(inner), numbering=lists
    )


def arabic(path: Path) -> Path:
    right = "<w:bidi/>"
    run = '<w:rtl/><w:lang w:bidi="ar-EG"/>'
    return word_file(
        path,
        p(r("بيان مشترك", run), style="Titel", properties=right)
        + p(r("اتفقت نورلاند وفالدور على تجديد المنارات التسع.", run), properties=right)
        + p(r("الأعمال", run), style="berschrift1", properties=right)
        + p(r("إصلاح منارتين؛", run), properties=right + numbered(1))
        + p(r("تجديد ", run), r("السبع", f"<w:bCs/>{run}"), r(" الأخرى.", run), properties=right + numbered(1)),
        language="ar-SA",
        numbering=levels(("arabicAbjad", "%1.")) + uses(1),
    )  # fmt: skip


def tracked(path: Path) -> Path:
    by = 'w:id="5" w:author="Ada Holm" w:date="2026-03-01T10:00:00Z"'
    deleted = f'<w:del {by}><w:r><w:delText xml:space="preserve">six </w:delText></w:r></w:del>'
    joined = f"<w:pPr><w:rPr><w:del {by}/></w:rPr></w:pPr>"
    gone = f"<w:tr><w:trPr><w:del {by}/></w:trPr><w:tc><w:p><w:del {by}><w:r><w:delText>Old</w:delText></w:r></w:del></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
    return word_file(
        path,
        p("Lights", style="Titel")
        + p(r("They renew "), deleted, f'<w:ins {by}>{r("nine ")}</w:ins>', r("lights."))
        + f'<w:p>{joined}{r("One sentence. ")}</w:p>'
        + p("Another one.")
        + f'<w:p><w:pPr><w:rPr><w:ins {by}/></w:rPr></w:pPr><w:ins {by}>{r("A new paragraph.")}</w:ins></w:p>'
        + p(r("bold", '<w:b/><w:rPrChange w:id="6" w:author="Ada Holm"><w:rPr/></w:rPrChange>'), r(" words."))
        + table(row("Work", "Cost"), row("Lamp", "1"), gone),
    )  # fmt: skip


def german(path: Path) -> Path:
    """Fields, symbols, soft hyphens, a list of contents, and a link to a heading."""
    contents = control(
        p(field('TOC \\o "1-3" \\h', "Kosten\t2")),
        '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
    )
    return word_file(
        path,
        p("Pressemitteilung")
        + p("Lichter der Grauen Straße", style="Titel")
        + p("12. März 2026")
        + contents
        + p(r("Die Küsten­staaten erneuern "), field("REF nine", "neun"), r(" Lichter"), r(", siehe "),
            field('HYPERLINK "https://www.example.org/plan"', "den Plan"), r("."))
        + p("Kosten", style="berschrift1")
        + p(r("Je Licht "), '<w:r><w:sym w:font="Symbol" w:char="F0B1"/></w:r>', r(" 5 % ("),
            r("m", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), r("g, H"), r("2", '<w:vertAlign w:val="subscript"/>'),
            r("O), 10"), '<w:r><w:noBreakHyphen/></w:r>', r("fach; e\ufb03zient."))
        + p(r("Norland zahlt,"), "<w:r><w:br/></w:r>", r("Valdore auch.")),
        language="de-DE",
    )  # fmt: skip


def controls(path: Path) -> Path:
    """Content controls around paragraphs, runs, rows and cells, and alternatives."""
    box = "<w:txbxContent>" + p("Words in a box") + "</w:txbxContent>"
    drawn = (
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic>"
        f"<a:graphicData><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        f"</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}"
        "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )  # fmt: skip
    return word_file(
        path,
        control(p("Lights", style="Titel"))
        + control(p("A first paragraph.") + p(r("A "), control(r("second")), r(" one.")))
        + p(r("With a box."), drawn)
        + p(control(r("Click here to enter text."), "<w:showingPlcHdr/>"))
        + table(row("A", "B"), control(row(control(cell("1")), "2"))),
    )


def many_notes(path: Path) -> Path:
    return word_file(
        path,
        p("Lights", style="Titel")
        + p(r("First"), call(3), r(", then"), call(2, "endnote"), r(", last"), call(2), r("."))
        + p(r("Marked"), '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="4"/><w:t>*</w:t></w:r>', r(".")),
        footnotes=notes("Third in the file.", "Second in the file.", "With a star."),
        endnotes=notes("At the end.", kind="endnote"),
    )  # fmt: skip


def merged_table(path: Path) -> Path:
    return word_file(
        path,
        p("Lights", style="Titel")
        + p("Source below:")
        + table(
            row(cell("", merge="begins"), cell("Buoys", span=2), cell("Total", merge="begins"), head=True),
            row(cell("", merge="goes on"), "2027", "2028", cell("", merge="goes on"), head=True),
            row("Norland", "4", "5 | 6", "9"),
            row("Valdore", cell("6", span=2), cell("6", "(early)")),
            row("Short", "1"),
        ),
    )  # fmt: skip


def chinese(path: Path) -> Path:
    ruby = "<w:ruby><w:rt>" + r("dēng") + "</w:rt><w:rubyBase>" + r("灯") + "</w:rubyBase></w:ruby>"
    return word_file(
        path,
        p("联合声明", style="Titel")
        + p(r("两国将更新九座"), f"<w:r>{ruby}</w:r>", r("塔。"))
        + p("修理两座；", properties=numbered(1))
        + p("更新七座。", properties=numbered(1)),
        language="zh-CN",
        numbering=levels(("chineseCounting", "%1、")) + uses(1),
    )


def french(path: Path) -> Path:
    return word_file(
        path,
        p("Déclaration commune", style="Titel")
        + p("«\u00a0Un feu est une promesse\u00a0», a dit Mme\u00a0Holm\u202f; 1\u202f250\u00a0navires.")
        + p(r("Le "), r("Leuchtturmwärter", '<w:lang w:val="de-DE"/>'), r(" veille * la nuit_ et_le [jour]."))
        + p("1er mars\t12 mars")
        + p("-\tun tiret tapé"),
        language="fr-FR",
    )  # fmt: skip


def russian(path: Path) -> Path:
    letters = levels(("decimal", "%1."), ("russianLower", "%2)"), name=0) + uses(1)
    return word_file(
        path,
        p("Совместное заявление", style="Titel")
        + p("Стороны:", properties=numbered(1))
        + p("ремонтируют два маяка;", properties=numbered(1, 1))
        + p("обновляют семь.", properties=numbered(1, 1))
        + p("Это конец.", properties=numbered(1)),
        language="ru-RU",
        numbering=letters,
    )


def strict(path: Path) -> Path:
    """The same as Word saves it by the strict form of the standard."""
    from zipfile import ZIP_DEFLATED, ZipFile  # noqa: PLC0415

    plain = press_release(path)
    with ZipFile(plain) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    changes = (
        (b"http://schemas.openxmlformats.org/wordprocessingml/2006/", b"wordprocessingml/"),
        (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"officeDocument/"),
    )
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            for theirs, ours in changes:
                data = data.replace(theirs, b"http://purl.oclc.org/ooxml/" + ours)  # noqa: PLW2901
            package.writestr(name, data)
    return path


def picture(name: str, description: str) -> str:
    """Return a picture in a line, as Word writes it."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="{description}"/>'
        "<a:graphic><a:graphicData><pic:pic><pic:blipFill>"
        f'<a:blip r:embed="{name}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def pictures(path: Path) -> Path:
    return word_file(
        path,
        p("Lights", style="Titel")
        + p(picture("tower", "A lighthouse on a rock"))
        + p("Figure 1. The “first” light", style="Beschriftung")
        + p(r("In a line "), picture("sign", "a sign"), r(" of text.")),
        media={"tower.png": PNG, "sign.png": PNG},
    )


def levels_that_restart(path: Path) -> Path:
    """Lists that begin elsewhere, never restart, or write all levels in figures."""
    shared = levels(
        ("upperRoman", "%1."), ("decimal", "%1.%2"), ("ordinal", "%3"), ("decimalZero", "%4)")
    )
    shared = shared.replace(
        '<w:lvl w:ilvl="1"><w:start w:val="1"/>', '<w:lvl w:ilvl="1"><w:start w:val="4"/>'
    )
    shared = shared.replace('<w:lvlText w:val="%1.%2"/>', '<w:isLgl/><w:lvlText w:val="%1.%2"/>')
    shared = shared.replace(
        '<w:lvlText w:val="%4)"/>', '<w:lvlRestart w:val="0"/><w:lvlText w:val="%4)"/>'
    )
    each = [(0, "a"), (1, "b"), (1, "c"), (3, "d"), (0, "e"), (1, "f"), (2, "g"), (3, "h")]
    return word_file(
        path,
        p("Lights", style="Titel")
        + "".join(p(f"Matter {text}", properties=numbered(1, level)) for level, text in each)
        + "".join(p(f"Other {text}", properties=numbered(2)) for text in "ij"),
        numbering=shared + uses(1) + uses(2, 0, {0: 9}),
    )  # fmt: skip


FILES: dict[str, Callable[[Path], Path]] = {
    "arabic": arabic,
    "chinese": chinese,
    "communique": communique,
    "controls": controls,
    "french": french,
    "german": german,
    "levels": levels_that_restart,
    "merged-table": merged_table,
    "notes": many_notes,
    "pictures": pictures,
    "press-release": press_release,
    "russian": russian,
    "strict": strict,
    "tracked": tracked,
    "treaty": treaty,
}
