"""``python -m communique``: the same as the command ``communique``."""

import signal
import sys

# As in build.py.
if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from communique.command.cli import main  # as build.py does

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
