"""Which statements each test runs, kept from one time to the next."""

from __future__ import annotations

import ast
import hashlib
import json
import time
from functools import cache, partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import live
from run import Job

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import pytest
    from changes import Mutant
    from run import Tests
    from scopes import Scope

#: A test that takes longer, in seconds by the clock, is not run for mutants.
_SLOW = 10.0
#: The tests of other modules that a mutant meets take together no more seconds than this.
_ENOUGH = 4.0


class TestsMap:
    """What each test runs, how long it takes, and a digest of its own source."""

    def __init__(self, path: Path, scopes: Sequence[Scope], tests: Tests, processes: int) -> None:
        self._path = path
        self._scopes = {scope.key: scope for scope in scopes if scope.is_function}
        self._tests = tests
        self._known: dict[str, Any] = json.loads(path.read_text()) if path.exists() else {}
        self._digests = {name: digest(item) for name, item in tests.items.items()}
        self._stale = [name for name in tests.items if self._is_stale(name)]
        if self._stale:
            self._renew(processes)
        self._known = {name: self._known[name] for name in tests.items}

    def _is_stale(self, name: str) -> bool:
        """Tell whether a test or a function that it runs has changed."""
        known = self._known.get(name)
        if not known or not known["passed"] or known["digest"] != self._digests[name]:
            return True
        return any(
            key not in self._scopes or self._scopes[key].digest != scope
            for key, (scope, _) in known["ran"].items()
        )

    def _renew(self, processes: int) -> None:
        print(f"{len(self._stale)} tests are run to see which statements they run", flush=True)
        parts = [self._path.with_suffix(f".{number}") for number in range(processes)]
        jobs = [
            Job(part.name, partial(self._measure, part, self._stale[number::processes]), [], 900.0)
            for number, part in enumerate(parts)
        ]
        for _, end in self._tests.ends(jobs, processes):
            if end:
                raise SystemExit(f"the tests could not be run: {end}")
        for part in parts:
            self._known |= json.loads(part.read_text())
            part.unlink()
        self._path.write_text(json.dumps(self._known))

    def _measure(self, part: Path, names: Sequence[str]) -> None:
        """Run some tests in this process, and write into the file `part` what they run."""
        scopes = list(self._scopes.values())
        rooms = {scope.module.split("/")[0] for scope in scopes}
        ran = live.probe(scopes)
        items = [self._tests.items[name] for name in names]
        found = {}
        for item, following in zip_longest(items, items[1:]):
            for room in rooms:
                live.forget(room)  # what is cached would run for the first test alone
            ran[:] = bytes(len(ran))
            start, clock = time.process_time(), time.monotonic()
            passed = self._tests.passes(item, following)
            found[item.nodeid] = {
                "digest": self._digests[item.nodeid],
                "seconds": time.process_time() - start,
                "clock": time.monotonic() - clock,
                "passed": passed,
                "why": self._tests.why,
                "ran": dict(_those_that_ran(scopes, bytes(ran))),
            }
        part.write_text(json.dumps(found))

    def failing(self) -> dict[str, str]:
        """Return the tests that fail without any mutant, and what they say."""
        return {name: known["why"] for name, known in self._known.items() if not known["passed"]}

    def seconds(self, names: Sequence[str]) -> float:
        """Return how long some tests take."""
        return sum(self._known[name]["seconds"] for name in names)

    def digest(self, names: Sequence[str]) -> str:
        """Return a digest of the sources of some tests."""
        found = [(name, self._digests.get(name, "gone")) for name in sorted(names)]
        return hashlib.sha256(json.dumps(found).encode()).hexdigest()[:16]

    def for_mutant(self, mutant: Mutant) -> list[str]:
        """Return the tests that run its statement: those of its module, then quick others."""
        room, _, module = mutant.scope.module.removesuffix(".py").partition("/")
        own = f"/test_{module.split('/')[-1]}"
        names = [
            name
            for name, known in self._known.items()
            if name.startswith(f"tests/{room}/")
            and known["passed"]
            and known["clock"] <= _SLOW
            and self._runs(known["ran"], mutant)
        ]
        names.sort(key=lambda name: (own not in name, self._known[name]["seconds"], name))
        seconds, chosen = 0.0, []
        for name in names:
            if own not in name:
                seconds += self._known[name]["seconds"]
            if seconds <= _ENOUGH:
                chosen.append(name)
        return chosen

    def _runs(self, ran: dict[str, Any], mutant: Mutant) -> bool:
        if mutant.scope.is_function:
            return mutant.statement in ran.get(mutant.scope.key, (0, ()))[1]
        return any(key in ran for key in self._users(mutant.scope))

    @cache  # noqa: B019  # one map is made, and lives as long as the program
    def _users(self, scope: Scope) -> set[str]:
        """Return the functions that use what a statement of a module assigns, else all in it."""
        body = scope.tree.body
        names = live.assigned(scope.node)
        for node in body[body.index(scope.node) :]:
            if live.assigned(node) and names & _names(node):
                names |= live.assigned(node)
        users = {key for key, other in self._scopes.items() if names & _names(other.node)}
        return users or {key for key in self._scopes if key.startswith(f"{scope.module}:")}


def _names(node: ast.AST) -> set[str]:
    found = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    return found | {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}


def _those_that_ran(scopes: Sequence[Scope], ran: bytes) -> Iterator[tuple[str, list[object]]]:
    start = 0
    for scope in scopes:
        part = ran[start : start + len(scope.statements)]
        start += len(part)
        if any(part):
            yield scope.key, [scope.digest, [n for n, hit in enumerate(part) if hit]]


def digest(item: pytest.Item) -> str:
    """Return a digest of the source of a test and of all in its file that is no test."""
    rest, tests = _file(item.path)
    name = getattr(item, "originalname", item.name)
    return hashlib.sha256((rest + tests.get(name, "")).encode()).hexdigest()[:16]


@cache
def _file(path: Path) -> tuple[str, dict[str, str]]:
    tree = ast.parse(path.read_bytes())
    tests = {
        node.name: ast.dump(node)
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test")
    }
    rest = [ast.dump(node) for node in tree.body if getattr(node, "name", "") not in tests]
    return "\n".join(rest), tests
