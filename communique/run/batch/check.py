"""Looking for mistakes in many statements, and in what their versions say, without making any."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from communique.model.faults import CommuniqueError, StatementError
from communique.run import selection
from communique.run.batch import Batch
from communique.run.pool import do, results

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from communique.model.faults import Fault
    from communique.read.packed import PackedStatement
    from communique.run.request import Job


class Check(Batch):
    """Looks for mistakes in statements, and says what it has found."""

    def check(
        self, paths: Mapping[str, str], *, strict: bool = False, details: Sequence[str] = ()
    ) -> int:
        """Look for mistakes in the statements at `paths`; return how many have some.

        Where that is `strict`, a remark is one. `details` are tasks, account and brackets, whose
        findings are told of those that have none.
        """
        statements, faulty = self._read(paths, strict=strict)
        jobs, unclear = self._jobs(statements, {})
        remarks = Counter({str(each.path): len(each.remarks) for each in statements})
        pairs = selection.pairs(statements, self._folders, jobs)
        faulty += unclear + self._compare(pairs, jobs, remarks, strict=strict)
        faulty += self._check(jobs, remarks)
        looked_at = {path for job in jobs for path in job.paths}
        for statement in statements:
            path = str(statement.path)
            if path in self._report.refused_statements:
                continue
            if not self._tell(details, statement):
                faulty += 1
            elif path in looked_at:  # else that it is left out is all there is to say
                self._report.checked(path, remarks[path])
        return faulty

    def _compare(
        self,
        pairs: Sequence[tuple[PackedStatement, ...]],
        jobs: Sequence[Job],
        remarks: Counter[str],
        *,
        strict: bool,
    ) -> int:
        """Say what versions of one statement do not both say; return how many that refuses.

        That they could not stand side by side is told of those only for which nobody asks to.
        """
        found: dict[int, tuple[tuple[Fault, ...], tuple[Fault, ...]]] = {}
        wrong: dict[int, CommuniqueError] = {}
        tasks = ((number, ("compare_languages", pair)) for number, pair in enumerate(pairs))
        for number, done in results(self._reader, tasks):
            try:
                found[number] = done.result()
            except CommuniqueError as error:
                wrong[number] = error
        beside = [[each.path for each in job.versions] for job in jobs]
        for number, (faults, maybe) in sorted(found.items()):
            paths = [each.path for each in pairs[number]]
            told = maybe if paths in beside else tuple(sorted((*faults, *maybe)))
            if told and strict:
                wrong[number] = StatementError(told)
            else:
                remarks[str(paths[0])] += len(told)
                self._report.remarked(told)
        for number in sorted(wrong):
            self._report.refused(wrong[number], [str(each.path) for each in pairs[number]])
        return len(wrong)

    def _check(self, jobs: Sequence[Job], remarks: Counter[str]) -> int:
        """Say what is wrong with statements in their editions; return how many of them."""
        wrong: dict[int, CommuniqueError] = {}
        said: dict[int, tuple[str, ...]] = {}
        checks = ((number, ("check", job.versions, job.edition)) for number, job in enumerate(jobs))
        with self._report.progress("checking", len(jobs)) as move:
            for number, done in results(self._reader, checks):
                try:
                    said[number] = done.result()
                except CommuniqueError as error:
                    wrong[number] = error
                move()
        noted = [(jobs[n].paths[0], each) for n in sorted(said) for each in said[n]]
        for path, remark in dict.fromkeys(noted):  # the same in every edition is said once
            self._report.notice(f"{path}: {remark}")
            remarks[path] += 1
        told: set[tuple[str, ...]] = set()
        for number in sorted(wrong):
            job = jobs[number]
            what = (*job.paths, str(wrong[number]))
            if what not in told:
                self._report.refused(wrong[number], job.paths, edition=job.edition)
            told.add(what)
        return len(told)

    def _tell(self, details: Sequence[str], statement: PackedStatement) -> bool:
        """Tell what `details` are found of a statement; return whether it has no fault by them."""
        path = str(statement.path)
        tell: dict[str, Callable[[str, Any], None]] = {
            "account": self._report.accounted,
            "brackets": self._report.bracketed,
        }
        try:
            for each in details:
                found = self._reader.submit(do, each, (statement,)).result()
                tell[each](path, found)
        except CommuniqueError as error:
            self._report.refused(error, [path])
            return False
        return True
