"""The command line: arguments in, exit status out.

What a run does not use is not imported: where nothing has changed, that is nearly everything.
"""

from __future__ import annotations

import os
import sys

from communique.command import options as given
from communique.command import status, verbs
from communique.run.report import Report
from communique.run.selection import STREAM
from communique.store import places, stops

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.command.options import Options
    from communique.command.verbs import Verb
    from communique.store.stops import Stop

_NAME = "communique"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (those of the process by default); return its exit status.

    Raises `SystemExit` where an option is wrong or asks for help.
    """
    _open_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    prog = _called(sys.argv[0]) if arguments is None else _NAME
    try:
        places.enter(os.getcwd())
    except FileNotFoundError:
        print(f"{prog}: the folder that you are in is gone; go to another one", file=sys.stderr)
        return status.WRONG_COMMAND
    words = _as_paths(sys.argv[1:] if arguments is None else arguments)
    if words[:1] in (["-h"], ["--help"]):
        print(given.overview(prog), end="")
        return status.WELL
    name = words.pop(0) if words and words[0] in verbs.VERBS else ""
    verb = verbs.load(name or verbs.DEFAULT)
    options = given.parse(prog, name, verb, words)
    if not name:
        verb = verbs.load(given.meant(options) or verbs.DEFAULT)
    try:
        with stops.heeded() as stop:
            ended = _run(prog, verb, options, stop)
            sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has seen enough, as `head` does
        # Python writes what is left when it ends (its manual, signal, "Note on SIGPIPE").
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return status.REFUSED
    return ended


def _open_streams() -> None:
    """Open the standard streams that the caller has closed, as ``>&-`` does: they lead nowhere.

    Or else the next file that is opened would have the number of one, and would get what libraries
    write there.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            number = os.open(os.devnull, os.O_RDWR)  # the lowest that is free, so its own
            os.set_inheritable(number, True)
            setattr(sys, name, os.fdopen(number, mode))


def _as_paths(words: Sequence[str]) -> list[str]:
    """Return `words` in which what stands behind ``--`` and begins with a hyphen is a path.

    Argparse takes it for an option where files may stand between options.
    """
    found = list(words)
    if "--" in found:
        place = found.index("--")
        found[place:] = [
            f"./{word}" if word.startswith("-") and word != STREAM else word
            for word in found[place + 1 :]
        ]
    return found


def _called(path: str) -> str:
    """Return what the command at `path` is called where it is typed."""
    name = os.path.basename(path).removesuffix(".exe")
    if name == "__main__.py":
        return f"python3 -m {_NAME}"
    return name if name == "build.py" else _NAME


def _run(prog: str, verb: Verb, options: Options, stop: Stop) -> int:
    """Do what the `verb` says, and say what comes of it; return the exit status.

    Where `KeyboardInterrupt` is raised, it came of `stop`.
    """
    report = Report(
        format_=options.format,
        quiet=options.quiet,
        verbose=options.verbose,
        results_apart=getattr(options, "out", "") == STREAM,
    )
    try:
        ended = verb.run(options, report)
    except KeyboardInterrupt:
        ended = status.BY_SIGNAL + stop.number
        said = "stopped; every file that was made is complete, the next build makes the others"
        report.tell("failed", message=f"{prog}: {said}")
    except BrokenPipeError:
        raise
    except OSError as error:
        from communique.store import disk  # noqa: PLC0415  # as main says

        wrong = f"{error.filename or 'a file'} cannot be written or read: {error.strerror}"
        room = "make room" if disk.is_full(error) else "check the folder and whether you may use it"
        said = f"{wrong}; {room}"
        report.tell("failed", message=f"{prog}: {said}")
        ended = status.REFUSED
    except Exception as error:
        from communique.model.faults import FaultsError, UsageError  # noqa: PLC0415  # see above

        if isinstance(error, UsageError):
            report.tell("failed", message=f"{prog}: {error}")
            ended = status.WRONG_COMMAND
        elif isinstance(error, FaultsError):  # a file of the templates or the settings is at fault
            report.refused(error, [])
            ended = error.exit_code
        else:
            raise
    report.sum_up(ended)
    return ended
