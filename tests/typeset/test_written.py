"""Objects that are worked out beforehand make the file that pydyf makes of them."""

from __future__ import annotations

import io

import pydyf
import pytest

from communique.typeset.written import _Written, write_once


def document(streams: int) -> pydyf.PDF:
    pdf = pydyf.PDF()
    pdf.info["Title"] = pydyf.String("Joint statement")
    for number in range(streams):
        content = pydyf.Stream([b"BT", number + 0.5, f"{number} Tj", b"ET"] * 50, compress=True)
        pdf.add_object(content)
        pdf.add_page(pydyf.Dictionary({"Type": "/Page", "Contents": content.reference}))
    pdf.add_object(pydyf.Stream([b"as it is"], {"Type": "/Metadata"}))
    return pdf


def written(pdf: pydyf.PDF, *, compress: bool) -> bytes:
    output = io.BytesIO()
    pdf.write(output, version=b"1.7", identifier=True, compress=compress)
    return output.getvalue()


@pytest.mark.parametrize("compress", [True, False])
@pytest.mark.parametrize("streams", [1, 40])
def test_the_file_is_the_same(streams: int, compress: bool) -> None:
    before, after = document(streams), document(streams)
    write_once(after)
    assert written(after, compress=compress) == written(before, compress=compress)
    assert sum(isinstance(each, _Written) for each in after.objects) > 2 * streams
