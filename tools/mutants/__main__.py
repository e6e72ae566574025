"""Mutants of the code that must not fail: each small change has to make a test fail.

    python tools/mutants [--sample] [--jobs N] [ROOM or MODULE …]

A mutant meets the tests of its own room. Without arguments all are tried that are not known yet,
and ``docs/mutants.md`` is written; with rooms or modules only these are tried. ``--sample`` tries a
fixed part. The exit status is 1 where too many live, or, of all, one of the proof lives unexplained
in ``tools/mutants/explained.yaml``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE)]

import live  # noqa: E402
import page  # noqa: E402
from changes import mutants  # noqa: E402
from run import Job, Tests, collect  # noqa: E402
from scopes import all_scopes  # noqa: E402
from tests_map import TestsMap  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from changes import Mutant

BUILD = ROOT / "build" / "mutants"
RESULTS = BUILD / "results.jsonl"
#: Of so many mutants one is in the sample.
SAMPLE = 64


class Trial:
    """The mutants that are asked for, and what became of them."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._results: dict[str, dict[str, str]] = {}
        self._killers: dict[str, list[str]] = {}
        self.status = 1

    def run(self, tests: Tests) -> None:
        """Try all mutants in question with `tests`, and tell the result."""
        scopes = all_scopes(ROOT / live.PACKAGE, page.LEAST)
        _warm(tests)
        tests_map = TestsMap(BUILD / "tests.json", scopes, tests, self._arguments.jobs)
        for name, why in tests_map.failing().items():
            print(f"{name} fails by itself and is left out: {why[-300:]}")
        asked = [mutant for scope in scopes for mutant in mutants(scope) if self._is_asked(mutant)]
        chosen = {mutant.name: tests_map.for_mutant(mutant) for mutant in asked}
        self._load(tests_map, {mutant.name: mutant for mutant in asked}, chosen)
        todo = [mutant for mutant in asked if mutant.name not in self._results]
        print(f"{len(asked)} mutants, {len(todo)} of them to be tried", flush=True)
        by_name = {mutant.name: mutant for mutant in todo}
        jobs = self._jobs(todo, chosen, tests_map, tests)
        start = time.monotonic()
        with RESULTS.open("a") as file:
            for count, (name, end) in enumerate(tests.ends(jobs, self._arguments.jobs), start=1):
                killer = [end] if end in tests.items else chosen[name]
                result = {"name": name, "scope": by_name[name].scope.digest, "end": end,
                          "tests": tests_map.digest(killer)}  # fmt: skip
                file.write(json.dumps(result, ensure_ascii=False) + "\n")
                file.flush()
                self._learn(result)
                if not end or end.startswith("broken"):
                    print(f"{end or 'lives'}: {name}", flush=True)
                if count % 100 == 0:
                    rest = (time.monotonic() - start) / count * (len(todo) - count)
                    print(f"{count} of {len(todo)}, {rest / 60:.0f} minutes left", flush=True)
        print(f"tried in {time.monotonic() - start:.0f} s")
        ends = {mutant: self._results[mutant.name]["end"] for mutant in asked}
        self.status = page.tell(ends, whole=not (self._arguments.sample or self._arguments.only))

    def _is_asked(self, mutant: Mutant) -> bool:
        only = self._arguments.only
        if only and not mutant.scope.module.startswith(tuple(only)):
            return False
        number = int(hashlib.sha256(mutant.name.encode()).hexdigest()[:8], 16)
        return not self._arguments.sample or number % SAMPLE == 0

    def _load(
        self, tests_map: TestsMap, asked: dict[str, Mutant], chosen: dict[str, list[str]]
    ) -> None:
        """Take the results that still hold: the function and the tests are what they were."""
        lines = RESULTS.read_text().splitlines() if RESULTS.exists() else []
        for result in map(json.loads, lines):
            name, end = result["name"], result["end"]
            if name in asked and result["scope"] == asked[name].scope.digest:
                killer = [end] if "::" in end else chosen[name]
                if result["tests"] == tests_map.digest(killer):
                    self._learn(result)
                else:
                    self._results.pop(name, None)

    def _learn(self, result: dict[str, str]) -> None:
        self._results[result["name"]] = result
        if "::" in result["end"]:
            killers = self._killers.setdefault(result["name"].split(": ")[0], [])
            if result["end"] not in killers:
                killers.append(result["end"])

    def _jobs(
        self,
        todo: Sequence[Mutant],
        chosen: dict[str, list[str]],
        tests_map: TestsMap,
        tests: Tests,
    ) -> Iterator[Job]:
        for mutant in todo:
            names = chosen[mutant.name]
            first = self._killers.get(mutant.scope.key, [])
            names = sorted(names, key=lambda name: name not in first)

            def prepare(mutant: Mutant = mutant) -> None:
                mutant.apply()
                live.put(mutant.scope)

            seconds = tests_map.seconds(names)
            yield Job(mutant.name, prepare, [tests.items[name] for name in names], seconds)


def _warm(tests: Tests) -> None:
    """Run a test of each file here, so that what they load is loaded once."""
    items = list({item.path: item for item in reversed(tests.items.values())}.values())
    for item, following in zip(items, [*items[1:], items[0]], strict=True):
        if not tests.passes(item, following):
            print(f"{item.nodeid} fails")


def main() -> int:
    """Run the command and return its exit status."""
    parser = argparse.ArgumentParser(prog="tools/mutants")
    parser.add_argument("only", nargs="*", help="rooms or modules: read, prove/place.py")
    parser.add_argument("--sample", action="store_true", help="a fixed part of the mutants")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    arguments = parser.parse_args()
    os.chdir(ROOT)
    BUILD.mkdir(parents=True, exist_ok=True)
    rooms = sorted({name.split("/")[0] for name in arguments.only or page.LEAST})
    trial = Trial(arguments)
    collect([f"tests/{room}" for room in rooms], trial.run)
    return trial.status


if __name__ == "__main__":
    sys.exit(main())
