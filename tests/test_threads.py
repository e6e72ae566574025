"""Threads of one process: what belongs to the process is used by one of them at a time."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from communique import api
from communique.pdf_reading.drawing import pdfium
from communique.read import pictures
from communique.typeset import engine
from tests.read.test_pictures import png
from tests.samples import with_body

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Write

THREADS = 3


class Counted:
    """Calls a function, and keeps how many threads were in it at once."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.inside = self.most = 0

    def __call__(self, *arguments: Any) -> Any:
        self.inside += 1
        self.most = max(self.most, self.inside)
        threading.Event().wait(0.05)  # long enough for the others to come in
        try:
            return self.function(*arguments)
        finally:
            self.inside -= 1


@pytest.mark.parametrize(
    ("module", "name"), [(engine, "_made"), (pdfium, "_views"), (pictures, "_raster")]
)
def test_what_belongs_to_the_process_is_used_by_one_thread_at_a_time(
    module: Any, name: str, statement: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.png").write_bytes(png(200, 100))
    texts = [with_body(f"![Number {n}](a.png)\n\nWords.") for n in range(THREADS)]
    paths = [statement(text, f"s{n}.en.md") for n, text in enumerate(texts)]
    counted = Counted(getattr(module, name))
    monkeypatch.setattr(module, name, counted)
    with ThreadPoolExecutor(THREADS) as executor:
        done = executor.map(lambda path: api.build(path, out=tmp_path / "out"), paths)
        made = [result.files["pdf"].path.stat().st_size for result in done]
    assert len(made) == THREADS
    assert counted.most == 1
