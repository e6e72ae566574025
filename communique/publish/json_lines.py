"""A file of JSON lines that is added to while a run goes on, and read when the next one begins."""

from __future__ import annotations

import json
import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, TextIO


class JsonLines:
    """The file at `path`, which need not be there."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.count = 0
        """How many lines it has."""
        self.damaged = 0
        """How many of them could not be read."""
        self._file: TextIO | None = None

    def read(self) -> Iterator[Any]:
        """Yield what each line says, damaged ones left out."""
        try:
            with open(self.path, encoding="utf-8", errors="replace") as file:
                text = file.read().removesuffix("\n")
        except OSError:
            return
        self.count = text.count("\n") + 1
        try:
            every = json.loads("[" + text.replace("\n", ",") + "]")
        except ValueError:
            for line in text.split("\n"):
                try:
                    yield json.loads(line)
                except ValueError:
                    self.damaged += 1
        else:
            yield from every

    def add(self, line: dict[str, Any]) -> None:
        """Add a line at once; where the file cannot be written, the line is lost."""
        self.count += 1
        try:
            if self._file is None:
                os.makedirs(os.path.dirname(self.path), exist_ok=True)
                self._file = open(self.path, "a", encoding="utf-8")  # noqa: SIM115  # see close
            self._file.write(_text(line))
            self._file.flush()
        except OSError:
            pass

    def close(self, *, most: int, lines: Iterable[dict[str, Any]]) -> None:
        """Let go of the file; if it was added to and has more than `most`, write `lines` anew."""
        if self._file is None:
            return
        self._file.close()
        self._file = None
        if self.count > most:
            part = f"{self.path}.{os.getpid()}"
            with open(part, "w", encoding="utf-8") as file:
                file.writelines(map(_text, lines))
            os.replace(part, self.path)


def _text(line: object) -> str:
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n"
