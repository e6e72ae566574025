"""Where things lie on disk: paths, names of files, the state of a file, what is cached."""
