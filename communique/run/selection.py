"""What a command is about: in which editions and languages, and what is made of what."""

from __future__ import annotations

import json
import os
import re
from typing import NamedTuple

from communique.outputs import OUTPUTS
from communique.store import cache, dependencies, places
from communique.store.naming import PLAIN, STANDARD, SUFFIX, file_name
from communique.turns import Filed, called

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from communique.model.faults import CommuniqueError, UsageError
    from communique.read.packed import PackedStatement
    from communique.run.request import Job

ALL = "all"
"""Every edition in one language."""
STREAM = "-"
"""Standard input or output, in the place of a path."""


def source() -> str:
    """Return the folder of the project's statements."""
    return os.path.join(places.project(), "source")


def is_in(name: str, folder: str) -> bool:
    """Tell whether a file of ``out`` with that name lies in that folder of it."""
    return name.rpartition("/")[0] == folder.rstrip("/")


def is_called_like_a_file(path: str) -> bool:
    """Tell whether a folder was meant by what is the name of a statement or of what is made."""
    suffixes = (SUFFIX, *(output.suffix for output in OUTPUTS.values()))
    return path.lower().endswith(suffixes)


def wrong(message: str) -> UsageError:
    """Return the error of a command that is wrong."""
    from communique.model.faults import UsageError  # noqa: PLC0415  # most commands are right

    return UsageError(message)


def no_statement(folder: str, others: Sequence[str]) -> UsageError:
    """Return the error that a folder has no statement; one of the `others` may become one."""
    word = next((each for each in others if each.lower().endswith(".docx")), "")
    instead = f"; the verb import makes one of {word}" if word else ""
    return wrong(f"there is no statement in {folder}; the name of one ends in .md{instead}")


def only_standard(asked: Sequence[str]) -> bool:
    """Tell whether no edition but the standard one is asked for."""
    return set(asked) <= {STANDARD}


def editions(asked: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the names of the editions `asked` for: those in one language, those in two.

    Raises `UsageError` where there is no such edition, `DesignError` where one is at fault. What
    was found is kept, until one of their files changes.
    """
    if only_standard(asked):
        return [STANDARD], []
    made_from = repr((asked, dependencies.editions_digest())).encode()
    kept = cache.load("editions", made_from)
    if kept is None:
        found = _editions(asked)
        cache.store("editions", made_from, json.dumps(found).encode())
        return found
    single, double = json.loads(kept)
    return single, double


def _editions(asked: Sequence[str]) -> tuple[list[str], list[str]]:
    from communique import turns  # noqa: PLC0415  # most builds need none of it
    from communique.design import edition, validation  # noqa: PLC0415  # most builds need none of it

    every = edition.single() if ALL in asked else []
    names = dict.fromkeys([*every, *(name for name in asked if name != ALL)])
    for name in names:
        if name not in edition.names():
            hint = validation.suggestion(name, [*edition.names(), ALL])
            if "," in name:
                hint = f"write --edition {' --edition '.join(re.findall('[^, ]+', name))}"
            if turns.is_known(name.lower()):
                hint = f"it is a turn of any edition; write --as {name.lower()}"
            raise wrong(f"there is no edition {name}; {hint}")
    single = [name for name in names if edition.load(name).languages == 1]
    return single, [name for name in names if name not in single]


def languages(asked: Sequence[str], double: Sequence[str]) -> list[str]:
    """Return the two language tags `asked` for, as they stand in files' names, or none.

    Raises `UsageError` where they are no languages, or not two, or there is no edition in two
    languages among those asked for, which are called `double`.
    """
    if not asked:
        return []
    from communique.design import language, language_slips  # noqa: PLC0415  # most builds need none of it
    from communique.model.values import canonical  # noqa: PLC0415  # most builds need none of it
    from communique.read.versions import pairing  # noqa: PLC0415  # most builds need none of it

    if not double:
        raise wrong("--languages is for an edition in two languages; add --edition parallel")
    for tag in asked:
        if not language.is_tag(tag):
            hint = language_slips.known_hint(tag)
            raise wrong(f"{tag} is not the tag of a language; write {hint}")
    tags = list(dict.fromkeys(canonical(tag) for tag in asked))
    if len(tags) != pairing.VERSIONS:
        raise wrong("--languages takes two languages, as in --languages en,fr")
    return tags


def filed_under(output: str, edition: str, *, languages: int = 1) -> str:
    """Return the edition under which an output of an `edition` is filed and named.

    What has no pages says the same in every edition in one language, so it is made once, and its
    name has no edition.
    """
    return STANDARD if languages == 1 and not OUTPUTS[output].paged else edition


def recorded_as(output: str, outputs: Iterable[str], editions: Iterable[str]) -> str:
    """Return what the record calls an output that is made among `outputs` in some `editions`.

    What leads to the others is another file where these are others.
    """
    others = [other for other in OUTPUTS if other in outputs and OUTPUTS[other].led_to]
    if not (others and OUTPUTS[output].leads):
        return output
    return " ".join((output, *editions, *others))


class Named(NamedTuple):
    """What the names of the files are made of that are made of a statement."""

    slug: str
    languages: Sequence[str]
    edition: str
    turn: str = PLAIN
    filed: Filed = Filed()

    def name(self, edition: str = "") -> str:
        """Return the name of a file but for its suffix, in this edition or in another one."""
        turn = called(self.turn, self.filed)
        return file_name(
            self.slug, self.languages, edition or self.edition, turn, self.filed.now.status
        )

    def files(self, outputs: Iterable[str]) -> dict[str, str]:
        """Return what the files are called, by the names of outputs."""
        count = len(self.languages)
        return {
            output: self.name(filed_under(output, self.edition, languages=count))
            + OUTPUTS[output].suffix
            for output in outputs
        }


def beside(named: Named, outputs: Sequence[str], editions: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the files to which a page leads that is made with them.

    They are made of one statement, in these `outputs` and `editions`.
    """
    every = [
        named._replace(edition=edition).files([output])[output]
        for output in OUTPUTS
        for edition in editions
        if output in outputs and OUTPUTS[output].led_to
    ]
    return tuple(dict.fromkeys(every))


def jobs(
    statements: Sequence[PackedStatement],
    single: Sequence[str],
    double: Sequence[str],
    languages: Sequence[str],
    folders: Mapping[str, str],
) -> tuple[list[Job], list[tuple[str, str]], list[tuple[list[str], CommuniqueError]]]:
    """Return each statement, or pair of versions, with each edition that it is to be built in.

    The two of a pair go to one of the `folders`, which are given by the paths of statements. Also
    return each name that an edition in two `languages` leaves out, and why; and the paths of the
    versions of which it is not clear which two are meant, with the error that says so.
    """
    from communique.run.request import Job  # noqa: PLC0415  # where all is current it is not needed

    every = [Job((statement,), name) for statement in statements for name in single]
    if not double:
        return every, [], []
    from communique.model.faults import StatementError  # noqa: PLC0415  # most builds need none
    from communique.read.versions import pairing  # noqa: PLC0415  # most builds need none of it

    passed: list[tuple[str, str]] = []
    unclear: list[tuple[list[str], CommuniqueError]] = []
    for those in _together(statements, folders):
        try:
            pairs, others = pairing.pairs(those, languages)
        except StatementError as error:
            unclear.append(([str(each.path) for each in those], error))
            continue
        every += [Job(pair, name) for pair in pairs for name in double]
        passed += others
    return every, passed, unclear


def pairs(
    statements: Sequence[PackedStatement], folders: Mapping[str, str], jobs: Sequence[Job]
) -> list[tuple[PackedStatement, ...]]:
    """Return the versions of statements in pairs: those of `jobs`, and the first with each other.

    The `folders` are given by the paths of statements, as for `jobs`.
    """
    paired = [job.versions for job in jobs if len(job.versions) > 1]
    found = {tuple(each.path for each in those): those for those in paired}
    known = [set(paths) for paths in found]
    for those in _together(statements, folders):
        if len(those) > 1:
            from communique.read.versions import pairing  # noqa: PLC0415  # most have one version

            first, *others = pairing.in_order(those)
            for other in others:
                if {first.path, other.path} not in known:
                    found[first.path, other.path] = first, other
    return list(found.values())


def _together(
    statements: Iterable[PackedStatement], folders: Mapping[str, str]
) -> list[list[PackedStatement]]:
    """Return the versions of each statement: those of one name that go to one folder."""
    found: dict[tuple[str, str], list[PackedStatement]] = {}
    for statement in statements:
        name = folders[str(statement.path)], statement.slug
        found.setdefault(name, []).append(statement)
    return list(found.values())
