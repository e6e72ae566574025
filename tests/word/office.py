"""Makes Word files by hand, with XML as Word itself writes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from pathlib import Path

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": _MAIN,
        "r": f"{_OFFICE}/relationships",
        "m": f"{_OFFICE}/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
#: By how many columns a cell is wider than one.
_MORE = re.compile('gridSpan w:val="(\\d+)"')
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "settings": "settings",
    "header": "hdr",
    "footer": "ftr",
}
#: Built-in styles as Word has them: English names, and identifiers in the language of the Word.
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{language}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Standard"/>
<w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Untertitel"><w:name w:val="Subtitle"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>
<w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/>
<w:basedOn w:val="berschrift1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Funotenzeichen"><w:name w:val="footnote reference"/>
<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
"""


def word_file(  # noqa: PLR0913  # a file has many parts
    path: Path,
    body: str,
    *,
    language: str = "en-GB",
    styles: str = "",
    links: dict[str, str] | None = None,
    media: dict[str, bytes] | None = None,
    **parts: str,
) -> Path:
    """Write the Word file at `path` with that `body`; `parts` are others by their kinds.

    `links` are addresses and `media` the bytes of pictures, by identifiers. Return the path.
    """
    parts = {"styles": STYLES.format(language=language) + styles, **parts}
    relations = [
        f'<Relationship Id="{kind}" Type="{_OFFICE}/relationships/{kind}" Target="{kind}.xml"/>'
        for kind in parts
    ]
    for name, target in (links or {}).items():
        relations.append(
            f'<Relationship Id="{name}" Type="{_OFFICE}/relationships/hyperlink" '
            f'Target="{escape(target)}" TargetMode="External"/>'
        )
    for name in media or {}:
        relations.append(
            f'<Relationship Id="{name.partition(".")[0]}" Type="{_OFFICE}/relationships/image" '
            f'Target="media/{name}"/>'
        )
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
            'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
            'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="png" ContentType="image/png"/>'
            + "".join(
                f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxml'
                f'formats-officedocument.wordprocessingml.{kind}+xml"/>'
                for name, kind in (("document", "document.main"), *((each, each) for each in parts))
            )
            + "</Types>",
        )
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
        )
        package.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_RELATIONS}">{"".join(relations)}</Relationships>',
        )
        package.writestr(
            "word/document.xml",
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {_NAMESPACES}>'
            f'<w:body>{body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body>'
            "</w:document>",
        )
        for kind, inner in parts.items():
            root = _ROOTS[kind]
            package.writestr(f"word/{kind}.xml", f"<w:{root} {_NAMESPACES}>{inner}</w:{root}>")
        for name, data in (media or {}).items():
            package.writestr(f"word/media/{name}", data)
    return path


def r(text: str, properties: str = "") -> str:
    """Return a run, as Word splits them."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r w:rsidR="00AB12">{inner}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of runs, or of plain texts."""
    inner = f'<w:pStyle w:val="{style}"/>' * bool(style) + properties
    own = f"<w:pPr>{inner}</w:pPr>" if inner else ""
    texts = "".join(each if each.startswith("<") else r(each) for each in runs)
    return f'<w:p w14:paraId="1A2B3C4D" w:rsidR="00AB12">{own}{texts}</w:p>'


def numbered(number: int, level: int = 0) -> str:
    """Return the properties of a paragraph that is counted in the list of that number."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def levels(*each: tuple[str, str], name: int = 0, indents: bool = True, more: str = "") -> str:
    """Return a list with a format and a text for each level, such as ("decimal", "%1.")."""
    inner = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        + (f'<w:pPr><w:ind w:left="{720 * (place + 1)}" w:hanging="360"/></w:pPr>' * indents)
        + "</w:lvl>"
        for place, (form, text) in enumerate(each)
    )
    return f'<w:abstractNum w:abstractNumId="{name}"><w:multiLevelType w:val="multilevel"/>{more}{inner}</w:abstractNum>'


def uses(number: int, name: int = 0, starts: dict[int, int] | None = None) -> str:
    """Return a list that counts by the levels called `name`, maybe from other `starts`."""
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for at, start in (starts or {}).items()
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{name}"/>{overrides}</w:num>'


def table(*rows: str, properties: str = "") -> str:
    """Return a table of rows."""
    widths = [
        each.count("<w:tc>") + sum(int(more) - 1 for more in _MORE.findall(each)) for each in rows
    ]
    grid = '<w:gridCol w:w="1800"/>' * max(widths)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str, head: bool = False) -> str:
    """Return a row of cells, or of plain texts."""
    own = "<w:trPr><w:tblHeader/></w:trPr>" * head
    every = "".join(each if each.startswith("<") else cell(each) for each in cells)
    return f"<w:tr>{own}{every}</w:tr>"


def cell(*texts: str, span: int = 1, merge: str = "", align: str = "") -> str:
    """Return a cell with a paragraph for each text."""
    inner = f'<w:gridSpan w:val="{span}"/>' * (span > 1)
    inner += {"": "", "begins": '<w:vMerge w:val="restart"/>', "goes on": "<w:vMerge/>"}[merge]
    own = f'<w:jc w:val="{align}"/>' if align else ""
    paragraphs = "".join(p(text, properties=own) if text else p(properties=own) for text in texts)
    return f"<w:tc><w:tcPr>{inner}</w:tcPr>{paragraphs or p()}</w:tc>"
