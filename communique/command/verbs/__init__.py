"""The table of verbs: what each is called, the module that does it, and what it is for.

A verb is one module in this folder and one row here. The module has

- ``SUBJECTS``: what it is about, as in ``[PATH]...``, for the first line of its help;
- ``ABOUT``: what it does, for the lines below that;
- ``add_options(add)``: adds its arguments with ``add``, which is argparse's ``add_argument``. It
  adds at most eight options, all of them shown, since its help has to fit a screen; those of
  every verb (``options.py``) come by themselves;
- ``run(options, report)``: does it and returns an exit status (``status.py``).

It is imported only when its verb is asked for.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from communique.command.options import Options
    from communique.run.report import Report

    class Verb(Protocol):
        """A module that does what a verb says."""

        SUBJECTS: str
        ABOUT: str

        @staticmethod
        def add_options(add: Callable[..., object]) -> None:
            """Add the arguments of the verb with `add`."""

        @staticmethod
        def run(options: Options, report: Report) -> int:
            """Do what the verb says; return the exit status."""


DEFAULT = "build"
#: By verb: the module in this folder, and a line for the help.
VERBS = {
    "build": ("build", "make a PDF of every statement (the verb can be left out)"),
    "check": ("check", "look for mistakes, and make nothing"),
    "watch": ("watch", "make PDFs, and make again what you save, until Ctrl-C"),
    "verify": ("verify", "compare a PDF with the statement attached to it"),
    "compare": ("compare", "say what differs between two versions of a statement"),
    "import": ("importing", "make a statement of a Word file"),
    "desk": ("desk", "write in the browser, and see the pages as you type"),
    "new": ("new", "start a project: a folder with a statement to change"),
    "list": ("list", "list editions, turns, themes and languages"),
}


def load(name: str) -> Verb:
    """Return the module of the verb `name`."""
    module = f"{__package__}.{VERBS[name][0]}"
    __import__(module)
    return sys.modules[module]  # type: ignore[return-value]
