"""2 compose: what a page must say is arranged as HTML; the only importer of Jinja2."""
