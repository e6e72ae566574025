"""Whatever a forged PDF says: what verify prints of it is text, and in its own line."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from pypdf.generic import (
    ArrayObject,
    NameObject,
    TextStringObject,
)

from communique.run.report.json_lines import JsonLines
from communique.run.report.text import Text
from tests.compare import forgeries
from tests.compare.forgeries import Change, changed, dictionary

if TYPE_CHECKING:
    from pathlib import Path

    from pypdf import PdfWriter

    from tests.conftest import Build

pytestmark = pytest.mark.usefixtures("rebuilt_once")
SAME = "it is exactly what this version makes of its statement"
#: What moves the cursor, hides, begins a line, turns the direction or is not seen: control
#: characters (Cc), format characters (Cf), line and paragraph separators (Zl, Zp).
CONTROLS = "\x1b[3A\r\x1b[J\x00\x08\x7f\x9b8m\u202e\u2066\u200b\ufeff\u2028\u2029\n\U000e0041"
FORGED = f"x{CONTROLS}good.pdf: {SAME}\x1b[8m"


def put(*path: str | int, key: str, value: Any = None) -> Change:
    """Return a change that puts what is forged, or a `value`, under a key of the catalog."""

    def change(writer: PdfWriter) -> None:
        place: Any = writer.root_object
        for step in path:
            place = place[step].get_object()
        place[NameObject(key)] = TextStringObject(FORGED) if value is None else value

    return change


def attach(writer: PdfWriter) -> None:
    writer.add_attachment(FORGED, b"some words")


def name_a_place(writer: PdfWriter) -> None:
    place = ArrayObject([writer.pages[0].indirect_reference, NameObject("/Fit")])
    names = dictionary(Names=[FORGED, place])
    writer.root_object["/Names"][NameObject("/Dests")] = names  # type: ignore[index]


def run_a_script(writer: PdfWriter) -> None:
    script = dictionary(S="/JavaScript", JS=FORGED)
    writer.root_object[NameObject("/OpenAction")] = script


def start_a_program(writer: PdfWriter) -> None:
    forgeries.launch(writer)
    link: Any = writer.pages[0]["/Annots"][0].get_object()  # type: ignore[index]
    link["/A"][NameObject("/F")] = TextStringObject(FORGED)


def lead_elsewhere(writer: PdfWriter) -> None:
    link: Any = writer.pages[0]["/Annots"][0].get_object()  # type: ignore[index]
    link["/A"].get_object()[NameObject("/URI")] = TextStringObject(FORGED)


def add_a_bookmark(writer: PdfWriter) -> None:
    item = writer._add_object(dictionary(Title=FORGED))
    writer.root_object[NameObject("/Outlines")] = dictionary(First=item, Last=item)


def add_a_layer(writer: PdfWriter) -> None:
    forgeries.layer(writer)
    layers: Any = writer.root_object["/OCProperties"]["/OCGs"]  # type: ignore[index]
    layers[0].get_object()[NameObject("/Name")] = TextStringObject(FORGED)


def field(**entries: str) -> Change:
    def change(writer: PdfWriter) -> None:
        form = dictionary(Fields=[dictionary(**{"FT": "/Tx", "T": "Fee", "V": "1", **entries})])
        writer.root_object[NameObject("/AcroForm")] = form

    return change


def annotate(writer: PdfWriter) -> None:
    forgeries.annotate(writer)
    notes: Any = writer.pages[0]["/Annots"]
    notes[-1].get_object()[NameObject("/Contents")] = TextStringObject(FORGED)


def annotate_with_a_kind(writer: PdfWriter) -> None:
    forgeries.annotate(writer)
    notes: Any = writer.pages[0]["/Annots"]
    notes[-1].get_object()[NameObject("/Subtype")] = NameObject(f"/{FORGED}")


def copy_other_letters(writer: PdfWriter) -> None:
    """Let one letter be copied as what is forged, in UTF-16 (ISO 32000-1, 9.10.3)."""
    table = forgeries._text_font(writer)["/ToUnicode"].get_object()
    hexed = FORGED.encode("utf-16-be").hex().encode()
    data = table.get_data().replace(b"<0061>", b"<" + hexed + b">")
    assert data != table.get_data()
    table.set_data(data)


def rename_a_font(writer: PdfWriter) -> None:
    forgeries.swap_copied("a", "e")(writer)
    font = forgeries._text_font(writer)
    font[NameObject("/BaseFont")] = NameObject(f"/{FORGED}")


def say_aloud(key: str) -> Change:
    def change(writer: PdfWriter) -> None:
        tag: Any = writer.root_object["/StructTreeRoot"]
        while "/S" not in tag or tag["/S"] != "/P":
            kids = tag["/K"]
            kids = kids if isinstance(kids, list) else [kids]
            tag = next(kid.get_object() for kid in kids if hasattr(kid.get_object(), "keys"))
        tag[NameObject(key)] = TextStringObject(FORGED)

    return change


def in_xmp(old: str, new: str) -> Change:
    def change(writer: PdfWriter) -> None:
        stream: Any = writer.root_object["/Metadata"].get_object()
        data = stream.get_data().decode("utf-8")
        assert old in data
        stream.set_data(data.replace(old, new, 1).encode("utf-8"))

    return change


#: What XML can hold of it (XML 1.0, 2.2).
IN_XML = "x\x9b8m\u202e\u200b\u2028\x7f" + SAME
PLACES: dict[str, Change] = {
    "an attachment": attach,
    "a file of the document": put("/AF", 0, key="/UF"),
    "the title": lambda writer: writer.add_metadata({"/Title": FORGED}),
    "another key of the information": lambda writer: writer.add_metadata({"/Other": FORGED}),
    "the name of a key": lambda writer: writer.add_metadata({f"/{FORGED}": "x"}),
    "the program": forgeries.produce(FORGED),
    "the title in XMP": in_xmp("<dc:title>", f"<dc:title>{IN_XML}"),
    "another property of XMP": in_xmp("</rdf:RDF>", f"<rdf:{'x' * 9}/>{IN_XML}</rdf:RDF>"),
    "the version": in_xmp("Communiqué 0.1.0;", f"Communiqué {IN_XML};"),
    "the edition": in_xmp("edition standard;", "edition x\x9b8m\u202e\u2028y;"),
    "the catalog": put(key=f"/{FORGED}"),
    "the language": put(key="/Lang"),
    "a place": name_a_place,
    "a link": lead_elsewhere,
    "a bookmark": add_a_bookmark,
    "a script": run_a_script,
    "a program to start": start_a_program,
    "a layer": add_a_layer,
    "a field": field(T=FORGED),
    "a value": field(V=FORGED),
    "a kind of field": field(FT=f"/{FORGED}"),
    "an annotation": annotate,
    "a kind of annotation": annotate_with_a_kind,
    "an action": put(key="/OpenAction", value=dictionary(S=f"/{FORGED}")),
    "a tag's words": say_aloud("/ActualText"),
    "a tag's title": say_aloud("/T"),
    "the copied words": copy_other_letters,
    "a font": rename_a_font,
    "the theme": forgeries.replace_attached(
        ".md", forgeries.TEXT.replace("issued", f'theme: "{IN_XML}"\nissued').encode()
    ),
    "the statement": forgeries.replace_attached(".md", f"---\n{FORGED}\n---\n".encode()),
}


def assert_is_text(line: str) -> None:
    assert [each for each in line if not each.isprintable()] == []


@pytest.mark.parametrize("name", PLACES)
def test_nothing_that_a_file_says_acts_on_the_screen(
    build: Build, lights: bytes, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "forged.pdf"
    path.write_bytes(changed(lights, PLACES[name]))
    run = build("verify", path, "--format", "json")
    assert (run.code in (1, 3), run.err) == (True, "")
    said, summary = run.out.removesuffix("\n").split("\n")
    results, (first, *others) = Text(quiet=False, verbose=True).lines(json.loads(said))
    assert results == []
    assert first.startswith(f"{path}: ")
    assert all(line.startswith("  ") for line in others)
    for line in (said, summary, first, *others):
        assert_is_text(line)


def test_what_was_forged_is_seen_in_the_line_and_whole_in_the_event(
    build: Build, lights: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "forged.pdf"
    path.write_bytes(changed(lights, lambda writer: writer.add_attachment("a\x1b[8m\u202eb", b"")))
    what = "the attached file “a\x1b[8m\u202eb” was added"
    shown = "  attachments: the attached file “a\\x1b[8m\\u202eb” was added"
    assert shown in build("verify", path).err.splitlines()
    event = json.loads(build("verify", path, "--format", "json").out.splitlines()[0])
    assert {"kind": "attachments", "what": what} in event["differences"]


def test_half_a_surrogate_is_written_as_one() -> None:
    event = {"event": "failed", "message": "a\ud800\x9b\U000e0041b"}
    (line,), _ = JsonLines(quiet=False, verbose=False).lines(event)
    assert line == '{"event": "failed", "message": "a\\ud800\\u009b\\udb40\\udc41b"}'
    assert json.loads(line) == event
    _, (line,) = Text(quiet=False, verbose=False).lines(event)
    assert line == "a\\ud800\\x9b\\U000e0041b"


@pytest.mark.skipif(os.name == "nt", reason="there are no such names there")
@pytest.mark.parametrize("name", [f"a.pdf: {SAME}\n.pdf", "a\x1b[8m\u202e.pdf", b"a\xff\x9b.pdf"])
def test_a_name_of_a_file_is_one_line_and_the_file_is_the_same(
    build: Build, lights: bytes, tmp_path: Path, name: str | bytes
) -> None:
    folder = tmp_path / "received"
    folder.mkdir()
    path = os.fsencode(folder) + b"/" + os.fsencode(name)
    with open(path, "wb") as file:  # noqa: PTH123  # its name may be no text
        file.write(lights)
    run = build("verify", folder)
    (line,) = run.out.removesuffix("\n").split("\n")
    shown = ascii(os.fsdecode(name))[1:-1]
    assert (run.code, run.err) == (0, "")
    assert line == f"{folder}/{shown}: {SAME}; this does not show who issued it"
    event, _ = build("verify", folder, "--format", "json").out.removesuffix("\n").split("\n")
    assert_is_text(event)
    assert json.loads(event)["file"] == os.fsdecode(path)
    near = build("verify", folder / "a.pd").err
    assert near.count("\n") == 1
    assert_is_text(near.removesuffix("\n"))
