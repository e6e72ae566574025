"""Files are replaced while a build reads them; the next run makes what a build from nothing makes.

Whatever a file is replaced with has the size and the date of the one before. Where the next run
says `unchanged`, what is there has to be of the files as they are now.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.attack import projects
from tests.attack.projects import DATE, NAMES, contents
from tests.attack.sizes import size

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [
    pytest.mark.attack,
    pytest.mark.skipif(not shutil.which("tar"), reason="this system has other programs"),
]
MOMENTS = size(sample=10, whole=200)
SEED = 12


def run(*words: object) -> None:
    """Run a program of the system."""
    subprocess.run([*map(str, words)], check=True)  # noqa: S603  # of the system


def mv(new: Path, target: Path) -> None:
    """Another file takes the place."""
    run("mv", "-f", new, target)


def cp(new: Path, target: Path) -> None:
    """The file is written to in its place, and its date set back."""
    run("cp", "-p", new, target)


def rsync(new: Path, target: Path) -> None:
    """A copy with the old date takes the place, as rsync does it where it is not installed."""
    if shutil.which("rsync"):
        run("rsync", "-a", "--ignore-times", new, target)
    else:
        beside = target.with_name(f".{target.name}.Xy12zw")
        shutil.copy2(new, beside)
        beside.replace(target)


def tar(new: Path, target: Path) -> None:
    """The file is removed, and written anew with its old date."""
    new.rename(new.with_name(target.name))
    run("tar", "-C", new.parent, "-cf", new.parent / "packed.tar", target.name)
    run("tar", "-C", target.parent, "-xf", new.parent / "packed.tar")


def swap(new: Path, target: Path) -> None:
    """Another file takes the place for a moment, and the old one comes back."""
    away = new.with_name("away")
    target.rename(away)
    new.rename(target)
    time.sleep(0.05)
    away.replace(target)


WAYS = (mv, cp, rsync, tar, swap)


def other(path: Path, name: str) -> bytes:
    """Return the version of the file of that `name` that is not at `path`."""
    return contents(name, int(path.read_bytes() == contents(name, 0)))


def test_whatever_is_replaced_while_it_is_read_is_made_again(
    tmp_path: Path, say: Callable[[str], None]
) -> None:
    chance = random.Random(SEED)  # noqa: S311  # moments, not secrets
    fresh = projects.Fresh(tmp_path / "fresh")
    root = projects.create(tmp_path / "project", (0, 0, 0))
    aside = tmp_path / "aside"
    aside.mkdir()
    assert projects.build(root).status == 0
    begun = time.perf_counter()
    assert projects.build(root, "--force").status == 0
    longest = time.perf_counter() - begun
    counts: Counter[str] = Counter()
    for number in range(MOMENTS):
        way, name = WAYS[number % len(WAYS)], chance.choice(NAMES)
        target = root / name
        new = projects.write(aside / "new", other(target, name))
        during = subprocess.Popen(  # noqa: S603  # our own program
            projects.command("--force"),
            cwd=root,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.random() * longest)
        way(new, target)
        counts["while it ran"] += during.poll() is None
        during.wait()
        assert target.stat().st_mtime_ns == DATE
        after = projects.build(root)
        what = f"try {number}, {way.__name__} of {name}: {after.said}"
        assert after.status == 0, what
        counts["unchanged"] += "unchanged" in after.said
        assert projects.made(root) == fresh.of(root), what
    say(
        f"{MOMENTS} replacements, {counts['while it ran']} of them while a build ran: "
        f"{counts['unchanged']} times rightly unchanged, no time wrongly"
    )
