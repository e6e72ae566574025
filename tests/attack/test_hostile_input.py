"""Each hostile input is built, or refused in a sentence, within a minute and a gigabyte.

A run of all of them writes the table of `docs/hostile.md` anew.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.attack.hostile import INPUTS, PAGE, RULE, Hostile, escaped
from tests.attack.measuring import measured
from tests.attack.sizes import size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.attack

#: What a statement may take: seconds that its processes compute, and memory.
SECONDS = 60
MEBIBYTES = 1024
#: More would hide what matters, and fill the screen.
LINES = 60
CHARACTERS = 50_000
#: So much longer it may take on a machine that is busy with other things.
PATIENCE = 10 * SECONDS
#: So much of a sentence stands in the table.
_SHOWN = 90


@pytest.fixture(scope="module")
def rows() -> Iterator[list[str]]:
    """Take the rows of the table, and write it where there are all."""
    found: list[str] = []
    yield found
    if len(found) == len(INPUTS):
        before, rule, _ = PAGE.read_text("utf-8").partition(RULE)
        PAGE.write_text(before + rule + "".join(f"{row}\n" for row in found), "utf-8")


@pytest.mark.parametrize(
    "hostile", INPUTS[: size(sample=9, whole=len(INPUTS))], ids=lambda hostile: hostile.name
)
def test_it_ends_soon_and_with_a_sentence(
    hostile: Hostile, tmp_path: Path, rows: list[str], say: Callable[[str], None]
) -> None:
    hostile.lay(tmp_path, hostile.make())
    done = measured(("build", "--jobs", "1", "--out", "out", "."), tmp_path, most=PATIENCE)
    came = _what_came(hostile, done.said)
    cells = (hostile.name, came, f"{done.seconds:.0f}", f"{done.mebibytes:.0f}")
    row = f"| {' | '.join(map(escaped, cells))} |"
    say(row)
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
    rows.append(row)


def _what_came(hostile: Hostile, said: str) -> str:
    """Return what came of it, as the table of `docs/hostile.md` has it."""
    lines = [line for line in said.splitlines() if hostile.comes in line] or [said[:_SHOWN]]
    if made := re.match(r"out/\S+  (\d+) pages?  ", lines[-1]):
        return f"a PDF of {made[1]} page{'s' * (made[1] != '1')}"
    wrong = re.sub(r"^(\./)?meeting\.en\.md:\d+: ", "", lines[0]).partition("; ")[0]
    return wrong if len(wrong) <= _SHOWN else f"{wrong[: _SHOWN - 1]}…"
