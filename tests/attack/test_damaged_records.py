"""The record is damaged at random, or is no record: that costs a build, and nothing else.

After each damage one statement has changed and one has not. A run has to end well, without a
traceback, and with what a run from nothing makes; the next one has nothing to say and to do.
"""

from __future__ import annotations

import json
import os
import random
import shutil
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from communique.publish.json_lines import JsonLines
from tests.attack import projects
from tests.attack.sizes import size
from tests.samples import with_body

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Damage = Callable[[Path, random.Random], None]

pytestmark = [
    pytest.mark.attack,
    pytest.mark.skipif(os.name != "posix", reason="Windows has no such files"),
]
RECORDS = size(sample=8, whole=200)
SEED = 3
ODD: tuple[object, ...] = (
    *(None, True, 0, -1, 7.5, float("nan"), float("inf"), 10**30, "", "x", "\0", "\ud800", "?"),
    *("../../../etc/passwd", "/dev/zero", "absent", [], [[]], ["a"], {}, {"a": {}}),
)


def flip(record: Path, chance: random.Random) -> None:
    """Change single bits."""
    data = bytearray(record.read_bytes())
    for _ in range(chance.choice((1, 1, 5, 50))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    record.write_bytes(data)


def cut(record: Path, chance: random.Random) -> None:
    """Leave out a piece, as a full disk does with the end."""
    data = record.read_bytes()
    start, end = sorted(chance.choices(range(len(data) + 1), k=2))
    record.write_bytes(data[:start] + (b"" if chance.random() < 0.5 else data[end:]))


def fill(record: Path, chance: random.Random) -> None:
    """Write something else over a piece, as after a crash of the system."""
    data = record.read_bytes()
    start, end = sorted(chance.choices(range(len(data) + 1), k=2))
    filled = chance.choice((b"\0" * (end - start), chance.randbytes(end - start), b"{" * 100_000))
    record.write_bytes(data[:start] + filled + data[end:])


def shuffle(record: Path, chance: random.Random) -> None:
    """Leave out lines, repeat some, and change their order."""
    lines = record.read_bytes().splitlines(keepends=True)
    record.write_bytes(b"".join(chance.choices(lines, k=chance.randrange(2 * len(lines)))))


def unlike(record: Path, chance: random.Random) -> None:
    """Let lines say something odd, with the right check, as another version might."""
    lines = list(JsonLines(str(record)).read())
    for _ in range(chance.choice((1, 1, 4))):
        line = chance.choice(lines)
        key = chance.choice(list(line))
        if isinstance(line[key], dict) and line[key] and chance.random() < 0.7:
            line = line[key]
            key = chance.choice(list(line))
            if isinstance(line[key], dict) and line[key] and chance.random() < 0.7:
                line = line[key]
                key = chance.choice(list(line))
        line[key] = chance.choice(ODD)
    written(record, lines)


def foreign(record: Path, chance: random.Random) -> None:
    """Let it be of other programs and versions."""
    said: list[Any] = [["kit", 1], {"file": "a.en.pdf"}, 7, {"group": "program"}, *ODD[:3]]
    with record.open("a" if chance.random() < 0.5 else "w", encoding="utf-8") as file:
        file.writelines(json.dumps(chance.choice(said)) + "\n" for _ in range(9))


def nest(record: Path, chance: random.Random) -> None:
    """Nest something deeply, with the right check."""
    lines = list(JsonLines(str(record)).read())
    deep: Any = {}
    for _ in range(chance.choice((50, 900, 980))):
        deep = {"files": deep}
    chance.choice(lines)["files"] = deep
    written(record, lines)


def stand_in(record: Path, chance: random.Random) -> None:
    """Put something in its place that is no file of ours."""
    kept = record.rename(record.with_name("kept"))
    kind = chance.randrange(8)
    if kind == 0:
        os.mkfifo(record)
    elif kind == 1:
        record.mkdir()
    elif kind == 2:
        record.touch(mode=0)
    elif kind == 3:
        with record.open("wb") as file:
            file.truncate(2**33)
    else:
        record.symlink_to((kept.name, record.name, "/dev/zero", "nowhere")[kind - 4])


DAMAGES: tuple[Damage, ...] = (flip, cut, fill, shuffle, unlike, foreign, nest, stand_in)


def written(record: Path, lines: list[dict[str, Any]]) -> None:
    """Write these lines as we would."""
    record.unlink()
    file = JsonLines(str(record))
    for line in lines:
        file.add(line)
    file.close(most=len(lines), lines=[])


def test_a_damaged_record_costs_a_build_and_nothing_else(
    tmp_path: Path, say: Callable[[str], None]
) -> None:
    chance = random.Random(SEED)  # noqa: S311  # damage, not secrets
    whole, root = tmp_path / "whole", tmp_path / "project"
    (whole / "source").mkdir(parents=True)
    (whole / "communique.yaml").touch()
    fresh = []
    for words in ("Five lights.", "Nine lights."):  # of both, and the latter stays
        for name in "ab":
            (whole / f"source/{name}.en.md").write_text(with_body(words), "utf-8")
        assert projects.build(whole).status == 0
        fresh.append([(whole / f"out/{name}.en.pdf").read_bytes() for name in "ab"])
    right = [fresh[1][0], fresh[0][1]]
    counts: Counter[str] = Counter()
    for number in range(RECORDS):
        shutil.copytree(whole, root)
        (root / "source/b.en.md").write_text(with_body("Five lights."), "utf-8")
        damage = DAMAGES[number % len(DAMAGES)]
        damage(root / "out/.record", chance)
        run = projects.build(root, seconds=60)
        what = f"damage {number}, {damage.__name__}: {run.said}"
        assert (run.status, "Traceback" in run.said) == (0, False), what
        assert [(root / f"out/{name}.en.pdf").read_bytes() for name in "ab"] == right, what
        counts["told"] += "out/.record" in run.said
        again = projects.build(root)
        assert again.said.count("unchanged") >= 2, f"{what}; then: {again.said}"
        assert "out/.record" not in again.said, f"{what}; then: {again.said}"
        shutil.rmtree(root)
    say(f"{RECORDS} damaged records, {counts['told']} of them told: no traceback, no wrong skip")
