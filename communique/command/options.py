"""The options: those of a verb, those that every verb has, and those of earlier versions."""

from __future__ import annotations

import os

from communique import __version__
from communique.command import status
from communique.command.english import argparse
from communique.command.verbs import VERBS
from communique.run.report import FORMATS, TEXT
from communique.run.report.terminal import harmless

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import NoReturn, TypeVar

    from communique.command.verbs import Verb

    T = TypeVar("T")

#: What stood in the place of a verb before there were verbs, and what it means now.
_SYNONYMS = {"check": "check", "list": "list", "schema": "list", "watch": "watch"}
Options = argparse.Namespace
HIDDEN = argparse.SUPPRESS
"""The help of what no help shows."""
_WIDTH = 80
#: How like an option a word has to be to be taken for it (difflib); `out` is not like `account`.
_NEAR = 0.65
#: What letters stand for in other programs (GNU coding standards, "Table of Long Options").
_ELSEWHERE = {"V": "version", "f": "force"}
_STATUS = """\
exit status: 0 well, or the same; 1 refused, or different; 2 the command is
wrong; 3 cannot be decided; 130 stopped with Ctrl-C
"""


def overview(prog: str) -> str:
    """Return the help of the command as a whole, which is called `prog`."""
    verbs = "".join(f"  {name:9}{what}\n" for name, (_, what) in VERBS.items())
    return f"""\
usage: {prog} [VERB] [OPTION]... [PATH]...

Make a PDF of every statement: that of source/meeting.en.md appears in out/.

verbs:
{verbs}
examples:
  {prog}                           every statement in source/
  {prog} source/meeting.en.md      one statement
  {prog} VERB --help               what a verb does, and its options

A mistake is reported as file:line: key: what is wrong; what to write instead.
{_STATUS}"""


def parse(prog: str, name: str, verb: Verb, words: Sequence[str]) -> Options:
    """Return the options that `words` give to the `verb` of that name, or to none if it is empty.

    Exits with 2 where they are wrong, and with 0 after ``--help``.
    """
    parser = parser_of(prog, name, verb)
    options, unknown = parser.parse_known_intermixed_args(words)
    if unknown:
        parser.refuse(unknown[0])
    return options


def parser_of(prog: str, name: str, verb: Verb) -> _Parser:
    """Return what knows the options of the `verb`, as `parse` has them."""
    parser = _Parser(
        prog=f"{prog} {name}".rstrip(),
        usage=f"%(prog)s [OPTION]... {verb.SUBJECTS}".rstrip(),
        description=verb.ABOUT,
        epilog=_STATUS,
        formatter_class=_help,
        allow_abbrev=False,
        add_help=False,
    )
    verb.add_options(parser.add_argument)
    add = parser.add_argument
    add(
        "--format",
        metavar="KIND",
        type=one_of(FORMATS),
        default=TEXT,
        help="text, or json: one event a line",
    )
    add("-q", "--quiet", action="store_true", help="print only what is wrong")
    add("-v", "--verbose", action="store_true", help="print more, such as the time of each step")
    add("-h", "--help", action="help", help="print this help")
    if not name:
        _add_synonyms(parser)
    return parser


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the options as all else is said, and not in argparse's words."""

    def refuse(self, word: str) -> NoReturn:
        """Exit, since `word` is no option, or is no option and nothing else is taken."""
        if not word.startswith("-"):
            if any(action.dest == "folder" for action in self._actions):
                hint = f"leave out {word}, or quote a name with a space"
                self.error(f"it takes one folder; {hint}")
            self.error(f"it takes no file or folder; leave out {word}")
        from difflib import get_close_matches  # noqa: PLC0415  # most options are right

        option = word.partition("=")[0]
        known = [name[2:] for name in self._option_string_actions if name.startswith("--")]
        name = option.lstrip("-")
        name = _ELSEWHERE.get(name, name)
        if name in VERBS:
            self.error(f"there is no option {option}; did you mean the verb {name}?")
        near = sorted((each for each in known if name and each.startswith(name)), key=len)
        near = near or get_close_matches(name, known, n=1, cutoff=_NEAR)
        hint = f"did you mean --{near[0]}?" if near else f"{self.prog} --help lists the options"
        self.error(f"there is no option {option}; {hint}")

    def error(self, message: str) -> NoReturn:
        """Exit with 2 after saying what is wrong; argparse calls this with a message of its own."""
        option, _, wrong = message.removeprefix("argument ").partition(": ")
        if "expected one argument" in wrong:
            message = f"{option} has no value; write one after it"
        elif "ignored explicit argument" in wrong:
            message = f"{option} takes no value; leave out the = and what follows"
        elif "are required" in option:
            message = f"{wrong} is missing; name one"
        said = harmless(f"{self.prog}: {message.removeprefix('argument ')}")
        self.exit(status.WRONG_COMMAND, f"{said}\n")


def _add_synonyms(parser: argparse.ArgumentParser) -> None:
    """Add what there was before there were verbs; it goes on working, and no help names it."""
    for flag in _SYNONYMS:
        parser.add_argument(f"--{flag}", action="store_true", help=HIDDEN)
    parser.add_argument("--verify", metavar="FILE.pdf", help=HIDDEN)
    parser.add_argument("--scheduler", dest="jobs", type=jobs, metavar="ADDRESS", help=HIDDEN)
    version = f"Communiqué {__version__}"
    parser.add_argument("--version", action="version", version=version, help=HIDDEN)


def meant(options: Options) -> str | None:
    """Return the verb for which an option of earlier versions stands, and set its own options."""
    if options.verify is not None:
        options.paths = [options.verify]
        return "verify"
    return next((verb for flag, verb in _SYNONYMS.items() if getattr(options, flag)), None)


def at_least_one(text: str) -> int:
    """Return the number that `text` is; an `ArgumentTypeError` says that it is none or below 1."""
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number from 1 on; write one, such as 2")
    return number


def jobs(text: str) -> int | str:
    """Return the number that `text` is, or the address of a scheduler: it has a colon or a slash.

    An `ArgumentTypeError` says that it is neither.
    """
    return text if set(text) & set(":/") else at_least_one(text)


def one_of(known: Iterable[T]) -> Callable[[str], T]:
    """Return what finds the one of the `known` values that is written so.

    An `ArgumentTypeError` says that there is none.
    """
    written = {str(value): value for value in known}

    def value(text: str) -> T:
        if text not in written:
            wrong = f"there is no {text}" if text.strip() else "it is empty"
            near = _near(text, written)
            instead = f"did you mean {near}?" if near else f"write {' or '.join(written)}"
            raise argparse.ArgumentTypeError(f"{wrong}; {instead}")
        return written[text]

    return value


def _near(text: str, known: Iterable[str]) -> str:
    """Return the one of the `known` words that was likely meant by a `text`, or nothing."""
    from difflib import get_close_matches  # noqa: PLC0415  # most options are right

    return next(iter(get_close_matches(text.casefold(), known, n=1, cutoff=_NEAR)), "")


class Once(argparse.Action):
    """Keeps the value of an option that may be given once: of two, one would be lost unseen."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: Options,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Set the value; the `parser` exits where there is another one already."""
        before = getattr(namespace, self.dest)
        if before not in (self.default, values):
            wrong = f"{option_string} is given twice, as {before} and as {values}"
            parser.error(f"{wrong}; give it once, and run the command again for the other one")
        setattr(namespace, self.dest, values)


def _help(prog: str) -> argparse.HelpFormatter:
    """Return argparse's formatter, told the width, for which it would import a good deal."""
    try:
        columns = int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (OSError, ValueError):
        columns = _WIDTH
    return argparse.RawDescriptionHelpFormatter(prog, width=columns - 2)
