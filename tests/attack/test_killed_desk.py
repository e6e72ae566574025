"""A desk that is killed while somebody types loses nothing that was typed a second before."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest

from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.attack, pytest.mark.enable_socket]

KILLS = 50
_SECOND = 1.0
_HEAD = "---\ntitle: Lights\n---\n\n"


def opened(folder: Path) -> tuple[subprocess.Popen[str], str]:
    """Open a desk in a process group of its own; return it and its address."""
    words = [sys.executable, "-m", "communique", "desk", str(folder), "--no-browser"]
    process = subprocess.Popen(  # noqa: S603  # our own interpreter and code
        words,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stderr
    match = re.search(r"http\S+/", process.stderr.readline())
    assert match
    return process, match[0]


def typed(address: str, text: str, base: int) -> int:
    """Type a text as the window does; return its number."""
    asked = urllib.request.Request(  # noqa: S310  # the address of our own desk
        f"{address}text?file=a.en.md&window=a1",
        json.dumps({"base": base, "head": _HEAD, "body": text}).encode(),
        {"Origin": re.sub(r"(http://[^/]+)/.*", r"\1", address)},
    )
    with urllib.request.urlopen(asked) as answer:  # noqa: S310  # as above
        revision: int = json.load(answer)["revision"]
    return revision


@pytest.mark.parametrize("seed", range(KILLS))
def test_what_was_typed_a_second_before_is_there(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "a.en.md"
    path.write_text(f"{_HEAD}One", "utf-8")
    chance = random.Random(seed)  # noqa: S311  # for a moment that comes again
    process, address = opened(tmp_path)
    texts, times, base = ["One"], [0.0], 0
    end = time.monotonic() + chance.uniform(0.1, 2.5)
    try:
        while (now := time.monotonic()) < end:
            texts.append(f"{texts[-1]} {len(texts)}")
            times.append(now)
            base = typed(address, texts[-1], base)
            time.sleep(chance.uniform(0.0, 0.08))
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        killed = time.monotonic()
        process.communicate()
    found = path.read_text("utf-8").removeprefix(_HEAD)
    assert found in texts, "it is whole"
    newest = max(n for n, at in enumerate(times) if at <= killed - _SECOND or n == 0)
    assert texts.index(found) >= newest
