"""Make a PDF of every statement in source/; see `python build.py --help`."""

import os
import sys
from pathlib import Path

VENV = Path(__file__).resolve().parent / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

if __name__ == "__main__":
    # What `make pdf` installed is used whichever Python the command was typed with.
    if PYTHON.exists() and Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(PYTHON, [str(PYTHON), *sys.argv])  # noqa: S606  # our own interpreter, no shell
    try:
        from communique.cli import main
    except ModuleNotFoundError as missing:
        sys.exit(f"build.py: {missing.name} is not installed; run `make pdf` once")
    sys.exit(main())
