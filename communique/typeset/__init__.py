"""3 typeset: HTML becomes a PDF; the only importer of WeasyPrint."""

VERSION = "70.0"
"""The version of WeasyPrint whose private parts are used; docs/engine.md lists them."""
