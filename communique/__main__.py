"""``python -m communique``: the same as the command ``communique``."""

import sys

from communique.command.cli import main

if __name__ == "__main__":
    sys.exit(main())
