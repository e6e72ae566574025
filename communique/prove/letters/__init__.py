"""Letters: what is copied from the page is what is drawn there, as fonts and engines say."""
