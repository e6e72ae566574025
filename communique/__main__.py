"""``python -m communique``: the same as the command ``communique``."""

import sys

_STOPPED = 130
"""Ctrl-C: 128 and the number of the signal, as shells count (POSIX.1-2024, 2.8.2)."""


def main() -> int:
    """Run the command and return its exit status.

    Ctrl-C ends it without a word as long as there is nothing to stop, as it does any program.
    """
    try:
        from communique.store import garbage  # noqa: PLC0415  # Ctrl-C may come meanwhile

        garbage.look_seldom()
        from communique.command import cli  # noqa: PLC0415  # as above

        return cli.main()
    except KeyboardInterrupt:
        return _STOPPED


if __name__ == "__main__":
    sys.exit(main())
