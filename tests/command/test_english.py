"""What the command itself says is English, whatever language the environment asks for."""

from __future__ import annotations

import subprocess
import sys

from tests.samples import ROOT

CODE = """
from communique.command.english import argparse
import gettext
print(argparse._("usage: "), argparse.ngettext("one", "more", 2), gettext.__name__)
print(argparse._.__qualname__, gettext.gettext.__qualname__)
"""


def test_argparse_asks_for_no_translation_and_others_may() -> None:
    command = [sys.executable, "-c", CODE]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603  # ours
    assert done.stdout == "usage:  more gettext\n_English.gettext gettext\n"
