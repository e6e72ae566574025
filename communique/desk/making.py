"""The files to take away: made by the command, in a process of its own, as if it was typed."""

from __future__ import annotations

import asyncio
import io
import json
import os
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from communique.store import places

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The time that every file in a zip has: two zips of the same files are the same.
_TIME = (1980, 1, 1, 0, 0, 0)
_MEDIA = {".pdf": "application/pdf", ".html": "text/html", ".txt": "text/plain"}


class Wanted(NamedTuple):
    """What is to be made."""

    names: tuple[str, ...]
    """The statements."""
    editions: tuple[str, ...]
    outputs: tuple[str, ...]
    languages: tuple[str, ...] = ()
    """The two of an edition in two languages."""


class Outcome(NamedTuple):
    """What came of it."""

    files: tuple[Path, ...]
    refused: tuple[str, ...]
    """Why something was not made: messages of the command."""
    remarks: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What is proven, in one sentence."""
        many = len(self.files)
        if not many:
            return "Nothing was made: what cannot be proven is not delivered."
        said = "1 file is" if many == 1 else f"{many} files are"
        again = "read back and proven" if many == 1 else "each read back and proven"
        kept = " Something else was refused." if self.refused else ""
        return f"{said} ready, {again} to say every word of the statement, and no other.{kept}"


class Making:
    """Makes files of the statements in the folder `home` and puts them into the folder `out`."""

    def __init__(self, home: Path, out: Path) -> None:
        self._home, self.out = home, out
        self._made: dict[str, Path] = {}
        self._turn = asyncio.Lock()

    async def make(self, wanted: Wanted) -> Outcome:
        """Make what is `wanted`, one such wish after the other."""
        words = [str(self._home / name) for name in wanted.names]
        words += [word for name in wanted.editions for word in ("--edition", name)]
        words += [word for name in wanted.outputs for word in ("--output", name)]
        words += ["--languages", ",".join(wanted.languages)] if wanted.languages else []
        async with self._turn:
            _, events, said = await command("build", *words, "--out", str(self.out))
        made = [each["file"] for each in events if each["event"] in ("made", "unchanged")]
        files = tuple(dict.fromkeys((Path(places.project()) / file).resolve() for file in made))
        self._made |= {self.name(path): path for path in files}
        refused = [each["message"] for each in events if each["event"] in ("refused", "failed")]
        remarks = [line for each in events for line in each.get("remarks", ())]
        failed = said if not files and not refused else []
        return Outcome(files, (*refused, *failed), tuple(dict.fromkeys(remarks)))

    def name(self, path: Path) -> str:
        """Return what a file is called, with the folders of ``out`` that it is in."""
        out = self.out.resolve()
        return path.relative_to(out).as_posix() if path.is_relative_to(out) else path.name

    def path(self, name: str) -> Path | None:
        """Return the file of that name, if it was made here."""
        path = self._made.get(name)
        return path if path and path.is_file() else None

    def zipped(self, names: Sequence[str]) -> bytes:
        """Return those of the files that were made here as a zip, the same for the same files."""
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
            for name in names:
                if path := self.path(name):
                    file.writestr(zipfile.ZipInfo(name, _TIME), path.read_bytes())
        return data.getvalue()


def media_type(path: Path) -> str:
    """Return the media type of a file that is taken away."""
    return _MEDIA.get(path.suffix, "application/octet-stream")


async def command(verb: str, *words: str) -> tuple[int, list[dict[str, Any]], list[str]]:
    """Run the command in a process of its own, in the project.

    Return its exit status, its events (``events.schema.json``), and what else it has said.
    """
    home = str(Path(places.PROGRAM).parent)
    path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "communique",
        verb,
        "--format",
        "json",
        *words,
        cwd=places.project(),
        env={**os.environ, "PYTHONPATH": path},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        out, err = await process.communicate()
    except asyncio.CancelledError:
        process.kill()
        raise
    events = [json.loads(line) for line in out.decode().splitlines() if line.startswith("{")]
    return process.returncode or 0, events, err.decode("utf-8", "replace").splitlines()
