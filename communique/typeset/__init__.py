"""3 typeset: HTML becomes a PDF; the only importer of WeasyPrint."""
