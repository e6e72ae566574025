"""A project whose statements say one thing or another, and what a build gives of each."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.samples import HEAD, ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LANGUAGES = ("en", "fr", "de", "da")
EDITIONS = ("--edition", "standard", "--edition", "letter")
#: The command in a process that takes its number for 1, as each in a container of its own does.
_NUMBERED_1 = """
import os, sys
os.getpid = lambda: 1
sys.argv[0] = "build.py"
from communique.command.cli import main
sys.exit(main())
"""


class Project:
    """A project in a folder, of which nothing but the command builds anything."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "out"
        self.right: dict[str, dict[str, bytes]] = {}
        """What each file is when the statements say one word or the other."""
        (folder / "source").mkdir(parents=True)
        (folder / "temporary").mkdir()
        (folder / "communique.yaml").touch()
        for word in ("old", "new"):
            self.say(word)
            ended = self.run("build", *EDITIONS)
            assert ended.returncode == 0, ended.stderr
            self.right[word] = self.files()

    def say(self, word: str) -> None:
        """Let each statement say that it is `word`."""
        for number, tag in enumerate(LANGUAGES):
            text = f"{HEAD}This is the {word} text.\n\n" + "Some more words follow.\n\n" * 30
            (self.folder / "source" / f"a{number}.{tag}.md").write_text(text, "utf-8")

    def start(
        self, arguments: Sequence[str], streams: str = "", *, numbered_1: bool = False
    ) -> subprocess.Popen[bytes]:
        """Start the command as the leader of a session, as a shell in a terminal does.

        What it writes goes to the `streams` of that name; it may take its number to be 1.
        """
        paths = [self.folder / f"{name}{streams}" for name in ("said", "told")]
        program = ["-c", _NUMBERED_1] if numbered_1 else [str(ROOT / "build.py")]
        temporary = str(self.folder / "temporary")
        with paths[0].open("wb") as said, paths[1].open("wb") as told:
            return subprocess.Popen(  # noqa: S603  # our own interpreter and code
                [sys.executable, *program, *arguments],
                cwd=self.folder,
                env={**os.environ, "TMPDIR": temporary, "PYTHONPATH": str(ROOT)},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=told,
                start_new_session=True,
            )

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Return what comes of the command."""
        process = self.start(arguments)
        process.wait()
        return subprocess.CompletedProcess(arguments, process.returncode, *self.said())

    def said(self, streams: str = "") -> tuple[str, str]:
        """Return what a command wrote to its two streams."""
        texts = [(self.folder / f"{name}{streams}").read_bytes() for name in ("said", "told")]
        return texts[0].decode("latin-1"), texts[1].decode("utf-8")

    def files(self) -> dict[str, bytes]:
        """Return the files in ``out`` that are not hidden."""
        return {p.name: p.read_bytes() for p in self.out.glob("*") if p.name[0] != "."}

    def parts(self) -> list[str]:
        """Return what lies where only files lie that are being made."""
        hidden = [path.name for path in self.out.glob(".*") if path.name != ".record"]
        return hidden + [path.name for path in (self.folder / "temporary").iterdir()]
