"""Each hostile input is built, or refused in a sentence, within a minute and a gigabyte."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.attack.hostile import INPUTS, Hostile
from tests.attack.measuring import measured
from tests.attack.sizes import size

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.attack

#: What a statement may take: seconds that its processes compute, and memory.
SECONDS = 60
MEBIBYTES = 1024
#: More would hide what matters, and fill the screen.
LINES = 60
CHARACTERS = 50_000
#: What sessions on a busy machine are given.
PATIENCE = 5 * SECONDS


@pytest.mark.parametrize(
    "hostile", INPUTS[: size(sample=9, whole=len(INPUTS))], ids=lambda hostile: hostile.name
)
def test_it_ends_soon_and_with_a_sentence(
    hostile: Hostile, tmp_path: Path, say: Callable[[str], None]
) -> None:
    hostile.lay(tmp_path, hostile.make())
    done = measured(("build", "--jobs", "1", "--out", "out", "."), tmp_path, most=PATIENCE)
    first = done.said.partition("\n")[0].removeprefix("meeting.en.md:")
    say(f"| {hostile.name} | {first[:90]} | {done.seconds:.0f} | {done.mebibytes:.0f} |")
    assert done.code in (0, 1), done.said[:1000]
    assert not re.search("Traceback|mistake of the program|crashed", done.said), done.said[:1000]
    assert hostile.comes in done.said
    assert done.said.count("\n") <= LINES
    assert len(done.said) <= CHARACTERS
    assert done.seconds <= SECONDS
    assert done.mebibytes <= MEBIBYTES
    made = [path.read_bytes() for path in (tmp_path / "out").glob("*") if path.suffix == ".pdf"]
    assert len(made) == (done.code == 0)
    assert all(data.startswith(b"%PDF-") and data.endswith(b"%%EOF\n") for data in made)
