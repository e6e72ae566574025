"""What a document has beside what its pages draw: boxes, bookmarks, files, metadata."""
