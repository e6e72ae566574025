"""A web page leads to the files that are made with it; the one in an e-mail has none beside it."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from communique.read.source import read
from communique.run import pipeline, selection
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Write

_FILES = re.compile(r'href="(a\.en[^"]*)"')


def test_a_page_leads_to_pdf_and_text_and_not_to_the_e_mail_nor_from_within_it(
    statement: Write,
) -> None:
    source = read(statement(with_body("We met."), "a.en.md"))
    outputs = ("pdf", "text", "html", "eml", "mail-text")
    named = selection.Named(source.slug, ["en"], "standard")
    beside = selection.beside(named, outputs, ["standard"])
    made = pipeline.make(source, "standard", outputs, beside=beside).files
    assert _FILES.findall(made["html"].data.decode()) == ["a.en.pdf", "a.en.txt"]
    message = message_from_bytes(made["eml"].data, policy=policy.default)
    page = message.get_body(("html",))
    assert page
    assert "We met." in page.get_content()
    assert _FILES.findall(page.get_content()) == []
