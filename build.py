#!/usr/bin/env python3
"""Make a PDF of every statement in source/; see `python3 build.py --help`."""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
PYTHON = os.path.join(VENV, "Scripts/python.exe" if os.name == "nt" else "bin/python")

if __name__ == "__main__":
    # What `make pdf` installed is used whichever Python the command was typed with.
    if os.path.exists(PYTHON) and os.path.realpath(sys.prefix) != os.path.realpath(VENV):
        os.execv(PYTHON, [PYTHON, *sys.argv])  # noqa: S606  # our own interpreter, no shell
    sys.path.insert(0, HERE)  # whatever is installed, this checkout is run
    try:
        from communique.__main__ import main

        ended = main()
    except ModuleNotFoundError as missing:
        sys.exit(f"build.py: {missing.name} is not installed; run `make pdf` once")
    sys.exit(ended)
