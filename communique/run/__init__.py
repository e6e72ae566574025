"""Many statements at once: the five steps in order, workers, watching, reports."""
