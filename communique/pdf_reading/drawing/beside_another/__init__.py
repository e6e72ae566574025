"""Pages of a PDF that may be anybody's, to be compared with those of another one."""
