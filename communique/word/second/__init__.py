"""A second reading of a Word file, which shares no code with the importer."""
