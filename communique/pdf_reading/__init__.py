"""What is in a PDF: its text, its tags, its drawings; the only importer of pypdf."""
