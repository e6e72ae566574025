"""Many statements built in two processes, and what became of each."""

from __future__ import annotations

import multiprocessing
import re
import time
import traceback
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path
from typing import TYPE_CHECKING

from communique.design import edition
from communique.model.faults import FaultsError
from communique.publish import atomic
from communique.run import selection
from communique.run.worker import Worker
from tests.conformance import extraction
from tests.random_statements import statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from communique.model.faults import Fault
    from tests.conformance.judge import Failure

PROCESSES = 2


@dataclass(frozen=True)
class Outcome:
    """What became of one statement in one edition: a PDF, a refusal, or a failure of ours."""

    name: str
    pdf: Path | None = None
    pages: int = 0
    remarks: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    """Why it was refused, without what differs from case to case."""
    complaint: str = ""
    """The refusal in full."""
    crash: str = ""
    """A traceback, where it was neither delivered nor refused."""
    lost: tuple[str, ...] = ()
    """Words of the statement that are not in the PDF."""
    seconds: float = 0.0

    @property
    def reason(self) -> str:
        """Why it was refused, in one line."""
        return " + ".join(self.reasons)


def build_seeds(seeds: Iterable[int], folder: Path, standard: int) -> list[Outcome]:
    """Build the random statement of each seed below `folder`; return what became of them."""
    return _in_processes(build_seed, [(seed, folder, standard) for seed in seeds])


def build_files(jobs: Iterable[tuple[Path, str]], out: Path, standard: int) -> list[Outcome]:
    """Build each statement and edition of `jobs` into `out`; return what became of them."""
    return _in_processes(build_file, [(path, name, out, standard) for path, name in jobs])


def build_seed(seed: int, folder: Path, standard: int) -> Outcome:
    """Build the random statement of `seed` below `folder` and look for each of its words."""
    made = statement(seed)
    path = made.write(folder / f"{seed:04}")
    outcome = replace(build_file(path, made.edition, folder, standard), name=str(seed))
    if outcome.pdf is None:
        return outcome
    lost = extraction.lost_words(outcome.pdf, edition.load(made.edition), made)
    return replace(outcome, lost=tuple(lost))


def build_pairs(pairs: Iterable[tuple[Path, Path]], out: Path, standard: int) -> list[Outcome]:
    """Build each pair of versions into `out`, side by side; return what became of them."""
    jobs = [(path, "parallel", out, standard, beside) for path, beside in pairs]
    return _in_processes(build_file, jobs)


def build_file(
    path: Path, name: str, out: Path, standard: int, beside: Path | None = None
) -> Outcome:
    """Build the statement at `path` in the edition `name` into `out`, as the command line does.

    The version at `beside` stands beside it.
    """
    blank = Outcome(f"{path.name} {name}")
    start = time.perf_counter()
    try:
        paths = [path, beside] if beside else [path]
        statements = tuple(_worker().do("read", each) for each in paths)
        languages = [each.language for each in statements]
        names = selection.Named(statements[0].slug, languages, name).files(["pdf"])
        proven = _worker().do("make", statements, name, standard=standard)
        pdf = atomic.deliver(proven, out, names).files["pdf"]
        done = replace(blank, pdf=pdf.path, pages=pdf.pages, remarks=pdf.remarks)
    except FaultsError as error:
        reasons = tuple(sorted({_kind(fault) for fault in error.faults}))
        done = replace(blank, reasons=reasons, complaint=str(error))
    except Exception as error:  # whatever it is, the test reports it
        done = replace(blank, crash=getattr(error, "details", "") or traceback.format_exc())
    return replace(done, seconds=time.perf_counter() - start)


@cache
def _worker() -> Worker:
    """Return this process's worker, which a statement can fail in without harming the others.

    It is stopped before the process ends: this would wait for what a signal does not end.
    """
    worker = Worker()
    Finalize(worker, worker.stop, exitpriority=1)
    return worker


def grouped(failures: Sequence[Failure]) -> str:
    """Return the failures as text, one line a rule: how many files, which, the first message."""
    by_rule: dict[str, list[Failure]] = defaultdict(list)
    for failure in failures:
        by_rule[failure.rule].append(failure)
    return "\n".join(
        f"{rule}: {len(found)} files ({_listed(failure.path.name for failure in found)}): "
        f"{found[0].message}"
        for rule, found in sorted(by_rule.items())
    )


def summary(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield lines that say what became of the statements, the refused ones by their reasons."""
    delivered = [outcome for outcome in outcomes if outcome.pdf]
    repaired = sum(bool(outcome.remarks) for outcome in delivered)
    refused, crashed = (
        [outcome for outcome in outcomes if getattr(outcome, key)] for key in ("reasons", "crash")
    )
    lost = sum(len(outcome.lost) for outcome in delivered)
    yield (
        f"{len(outcomes)} statements: {len(delivered)} delivered ({repaired} repaired, "
        f"{sum(outcome.pages for outcome in delivered)} pages), {len(refused)} refused, "
        f"{len(crashed)} crashed; {lost} words lost"
    )
    by_reason: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in refused:
        by_reason[outcome.reason].append(outcome)
    for reason, found in sorted(by_reason.items(), key=lambda item: -len(item[1])):
        yield f"  {len(found)} refused, {reason}: {_listed(outcome.name for outcome in found)}"
    for outcome in crashed:
        yield f"  crashed: {outcome.name}: {outcome.crash.strip().splitlines()[-1]}"
    for outcome in delivered:
        if outcome.lost:
            yield f"  lost in {outcome.name}: {_listed(outcome.lost)}"


def _listed(names: Iterable[str], most: int = 40) -> str:
    every = list(names)
    return ", ".join(every[:most]) + (f" and {len(every) - most} more" if len(every) > most else "")


def _kind(fault: Fault) -> str:
    """Return what kind of fault it is, without pages, words and numbers."""
    wrong = re.sub(r"^page \d+: |(?: on)? page \d+", "", fault.wrong)
    return f"{fault.key}: " + re.split(r": |['\"\[(]", re.sub(r"\d[\d.]*", "n", wrong))[0].strip()


def _in_processes(
    build: Callable[..., Outcome], arguments: Sequence[tuple[object, ...]]
) -> list[Outcome]:
    """Call `build` with each of the `arguments` in processes of their own, results in order."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, context) as pool:
        futures = [pool.submit(build, *each) for each in arguments]
        outcomes = []
        for future, each in zip(futures, arguments, strict=True):
            error = future.exception()
            outcomes.append(Outcome(str(each[0]), crash=repr(error)) if error else future.result())
    return outcomes
