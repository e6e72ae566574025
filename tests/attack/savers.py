"""What other programs save of a PDF: Ghostscript, qpdf (in pikepdf), MuPDF, and a signing one."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, ByteStringObject, NameObject, NumberObject

from tests.compare.forgeries import dictionary

#: So many bytes are kept for a signature, and for each number of its ByteRange.
_SIGNATURE, _DIGITS = 8192, 10


def ghostscript(path: Path, *options: str) -> bytes:
    """Return what Ghostscript writes of a PDF."""
    out = path.with_name("saved.pdf")
    to = f"-sOutputFile={out}"
    _run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", *options, to, path)
    return out.read_bytes()


def qpdf(path: Path, **options: Any) -> bytes:
    """Return what qpdf writes of a PDF."""
    import pikepdf  # noqa: PLC0415  # it is installed for conformance only

    data = io.BytesIO()
    with pikepdf.open(path) as pdf:
        pdf.save(data, **options)
    return data.getvalue()


def mutool(path: Path, *options: str) -> bytes:
    """Return what MuPDF writes of a PDF."""
    out = path.with_name("saved.pdf")
    _run("mutool", "clean", *options, path, out)
    return out.read_bytes()


def signed(path: Path) -> bytes:
    """Return a PDF with a signature that OpenSSL made, as an incremental update (12.8)."""
    writer = PdfWriter(io.BytesIO(path.read_bytes()), incremental=True)
    signature = writer._add_object(
        dictionary(
            Type="/Sig",
            Filter="/Adobe.PPKLite",
            SubFilter="/adbe.pkcs7.detached",
            ByteRange=ArrayObject([NumberObject(0), *[NumberObject(10**_DIGITS - 1)] * 3]),
            Contents=ByteStringObject(bytes(_SIGNATURE)),
        )
    )
    field = writer._add_object(dictionary(FT="/Sig", T="Press office", V=signature))
    form = dictionary(Fields=[field], SigFlags=3)
    writer.root_object[NameObject("/AcroForm")] = writer._add_object(form)
    data = io.BytesIO()
    writer.write(data)
    return _with_signature(data.getvalue(), path.parent)


def _with_signature(data: bytes, folder: Path) -> bytes:
    start = data.index(b"<" + b"00" * _SIGNATURE)
    end = start + 2 * _SIGNATURE + 2
    kept = b" ".join([str(10**_DIGITS - 1).encode()] * 3)
    numbers = b"%d %d %d" % (start, end, len(data) - end)
    data = data.replace(kept, numbers.ljust(len(kept)))
    (folder / "signed").write_bytes(data[:start] + data[end:])
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    new = ("-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Press office", "-days", "1")
    _run("openssl", "req", "-x509", *new, "-keyout", key, "-out", certificate)
    how = ("-binary", "-outform", "DER", "-signer", certificate, "-inkey", key)
    made = _run("openssl", "cms", "-sign", "-in", folder / "signed", *how)
    return data[: start + 1] + made.hex().encode().ljust(2 * _SIGNATURE, b"0") + data[end - 1 :]


def _run(*command: str | Path) -> bytes:
    found = shutil.which(str(command[0]))
    if found is None:
        sys.exit(f"there is no program {command[0]}; tools/prepare conformance installs it")
    return subprocess.run([found, *command[1:]], check=True, capture_output=True).stdout  # noqa: S603


SAVERS: dict[str, Callable[[Path], bytes]] = {
    "Ghostscript": ghostscript,
    "Ghostscript as PDF/A": lambda path: ghostscript(path, "-dPDFA=3"),
    "qpdf": qpdf,
    "qpdf --qdf": partial(qpdf, qdf=True),
    "qpdf --linearize": partial(qpdf, linearize=True),
    "qpdf --normalize-content": partial(qpdf, normalize_content=True),
    "mutool clean": mutool,
    "mutool clean -gggg -s -c": lambda path: mutool(path, "-gggg", "-s", "-c"),
    "a signature by OpenSSL": signed,
}
