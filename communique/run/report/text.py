"""Events as text: what each says on standard output, and what on standard error.

Results go to standard output, a line each; all else goes to standard error. Nothing is wrapped, and
nothing coloured but changes.
"""

from __future__ import annotations

from communique.run.report.terminal import harmless
from communique.store.places import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Protocol

    Event = dict[str, Any]
    Lines = tuple[list[str], list[str]]
    """Those for standard output, those for standard error."""

    class Format(Protocol):
        """What turns events into lines."""

        animated: bool
        """Whether a bar may be shown while one waits."""

        def __init__(self, *, quiet: bool, verbose: bool) -> None:
            """Make one that says little, or much."""

        def lines(self, event: Event) -> Lines:
            """Return what an event says."""


#: How the closing summary counts each event, in its order.
COUNTED = {
    "made": "made",
    "unchanged": "unchanged",
    "checked": "without mistakes",
    "same": "the same",
    "refused": "refused",
    "different": "different",
    "undecided": "undecided",
}

#: What is said even to those who want quiet.
_ALWAYS = frozenset(("refused", "failed", "listed"))
_NOT_THE_SAME = ("different", "undecided")
#: What shows the text of a file as it is, or has colours.
_AS_WRITTEN = frozenset(("accounted", "changed"))
#: So many refusals are told again at most, and so many files named that nobody needs: the counts
#: stay on the screen.
_AGAIN = 20
_STILL = 3  # those that are in nobody's way
#: So many characters of a passage are shown: it is one line.
_SHOWN = 60
#: What stands above the things of each kind that there are to choose from.
_HEADS = {
    "edition": "editions (build --edition NAME):",
    "turn": "turns (build --as NAME):",
    "theme": "themes (the line theme: NAME of a statement):",
    "language": "languages (in a statement's name, as in meeting.en.md):",
}


class Text:
    """Turns events into lines.

    `quiet` ones say only what is wrong; `verbose` ones have the times of all steps and tracebacks.
    """

    def __init__(self, *, quiet: bool, verbose: bool) -> None:
        self.animated = not quiet
        """Whether a bar may be shown while one waits."""
        self._quiet = quiet
        self._verbose = verbose
        self._told: set[str] = set()

    def lines(self, event: Event) -> Lines:
        """Return what an event says; nothing if it says that all is well, and nobody asked."""
        if event["event"] == "summary":
            self._told.clear()  # what is told once is told once a run
        matters = event["event"] in _ALWAYS or event.get("outcome") in _NOT_THE_SAME
        if self._quiet and not matters:
            return [], []
        tell: Callable[[Event], Lines] = getattr(self, f"_{event['event']}")
        said, wrong = tell(event)
        if event["event"] in _AS_WRITTEN:
            return said, wrong
        return [*map(harmless, said)], [*map(harmless, wrong)]

    def _made(self, event: Event) -> Lines:
        path, steps = event["file"], event["steps"]
        line = f"{path}  {_pages(event)}{event['seconds']:.2f} s{_party(event)}"
        if self._verbose:
            numbered = enumerate(steps.items(), start=1)
            line += (
                f"  ({', '.join(f'{n} {step} {seconds:.3f}' for n, (step, seconds) in numbered)})"
            )
        return [line], _remarks(event)

    def _unchanged(self, event: Event) -> Lines:
        return [f"{event['file']}  {_pages(event)}unchanged{_party(event)}"], _remarks(event)

    def _checked(self, event: Event) -> Lines:
        remarks = f", {_counted(event['remarks'], 'remark')}" if event["remarks"] else ""
        return [f"{event['statement']}  no mistakes{remarks}"], []

    def _accounted(self, event: Event) -> Lines:
        lines = [event["statement"]]
        for block in event["blocks"]:
            lines.append(f"  {block['kind']}")
            before = 0
            for piece in block["pieces"]:
                lines.append(_piece(piece, before))
                before = piece["line"]
        return lines, []

    def _bracketed(self, event: Event) -> Lines:
        passages, numbers = event["passages"], event["paragraphs"]
        counted = f"{_counted(len(passages), 'passage')} in brackets"
        if numbers:
            counted += f", in {_counted(len(numbers), 'paragraph')}: {', '.join(numbers)}"
        return [*(_passage(event["statement"], each) for each in passages), counted], []

    def _remarked(self, event: Event) -> Lines:
        return [], [fault_line({**event, "key": f"remark: {event['key']}"})]

    def _refused(self, event: Event) -> Lines:
        lines = [event["message"]]
        if event["faults"]:  # what concerns many statements or editions is told once
            faults = dict.fromkeys(map(fault_line, event["faults"]))
            lines = [line for line in faults if line not in self._told]
            self._told.update(lines)
        if event["more"]:
            lines.append(f"{event['faults'][0]['file']}: and {event['more']:,} more")
        lines += [
            f"{path}: this {_kind(path)} is older and does not have this text; do not send it out"
            for path in event["older"]
        ]
        lines += [
            f"{path}: this {_kind(path)} was made earlier of the same text and is left as it was"
            for path in event["of_this_text"]
        ]
        if self._verbose and event["details"]:
            lines += event["details"].splitlines()
        return [], lines

    def _left_out(self, event: Event) -> Lines:
        return [], [f"{printable(event['subject'])} is left out: {event['reason']}"]

    def _without_statement(self, event: Event) -> Lines:
        files = event["files"]
        more = f" and {len(files) - _AGAIN:,} more" if len(files) > _AGAIN else ""
        gone = f"the statements of {', '.join(files[:_AGAIN])}{more} are gone"
        return [], [f"{event['folder']}: {gone}; delete these files if nobody needs them"]

    def _of_another_status(self, event: Event) -> Lines:
        files = event["files"]
        more = f" and {len(files) - _STILL:,} more" if len(files) > _STILL else ""
        wrong = "still there, made when the text was another draft, under embargo or final"
        named = ", ".join(files[:_STILL]) + more
        return [], [f"{event['folder']}: {wrong}: {named}; delete what nobody needs"]

    def _verified(self, event: Event) -> Lines:
        """Return a verdict; whatever a forged file says stands in its own line, and is seen."""
        said = [event["reason"], event["advice"]]
        if event["saved_by"]:
            said = [f"another program ({event['saved_by']}) saved it anew", *reversed(said)]
        lines = [f"{event['file']}: {'; '.join(said)}"]
        if not self._quiet:  # a line each is enough for those who want little
            lines += [f"  {each['kind']}: {each['what']}" for each in event["differences"]]
        lines = [*map(printable, lines)]
        return (lines, []) if event["outcome"] == "same" else ([], lines)

    def _changed(self, event: Event) -> Lines:
        from communique.run.report import changes  # noqa: PLC0415  # seldom needed

        return changes.change_lines(event, coloured=changes.may_colour()), []

    def _compared(self, event: Event) -> Lines:
        line = printable(f"{event['old']}, {event['new']}: {event['reason']}")
        remarks = [printable(f"{event['new']}: {remark}") for remark in event["remarks"]]
        return ([], [line]) if event["outcome"] == "undecided" else ([line], remarks)

    def _listed(self, event: Event) -> Lines:
        head = [] if event["kind"] in self._told else [_HEADS[event["kind"]]]
        self._told.add(event["kind"])
        return [*head, f"  {event['name']:12} {event['description']}"], []

    def _notice(self, event: Event) -> Lines:
        return [], [event["message"]]

    def _failed(self, event: Event) -> Lines:
        return [], [printable(event["message"])]

    def _summary(self, event: Event) -> Lines:
        if sum(event[name] for name in COUNTED) <= 1:  # its own line says it all
            return [], []
        counts = [f"{event[name]:,} {word}" for name, word in COUNTED.items() if event[name]]
        refusals = [f"  {line}" for line in event["refusals"][:_AGAIN]]
        if (left := len(event["refusals"]) - _AGAIN) > 0:
            refusals.append(f"  … and {left:,} more, see above")
        return [], [", ".join(counts) + (":" if refusals else ""), *refusals]


def fault_line(fault: Event) -> str:
    """Return a fault, given by its fields, as the line that an author reads."""
    place = f"{fault['file']}:{fault['line']}"
    return f"{place}: {fault['key']}: {fault['wrong']}; {fault['instead']}"


def _passage(path: str, passage: Event) -> str:
    """Return a passage in brackets as a line: where it is, who proposes it, how it begins."""
    inner = "  " * (passage["depth"] - 1)
    label = "" if passage["label"].isdigit() else passage["label"]  # that of a row is seen
    named = ", ".join(filter(None, (label, passage["proposers"])))
    words = passage["words"]
    shown = f"{words[:_SHOWN].rstrip()}…" if len(words) > _SHOWN else words
    said = f"[{named}: {shown}]" if named else f"[{shown}]"
    return f"{path}:{passage['line']}: {passage['place']}: {inner}{said}"


def _piece(piece: Event, before: int) -> str:
    """Return a piece of a file as it is written, what it is, and its line if it is not `before`."""
    line = f"{piece['line'] if piece['line'] != before else '':>6}"
    if piece["mark"]:
        return f"{line}  mark  {piece['text']}  ({piece['mark']})"
    return f"{line}  text  {piece['text']}"


def _pages(event: Event) -> str:
    pages: int = event["pages"]
    return f"{_counted(pages, 'page')}  " if pages else ""


def _party(event: Event) -> str:
    """Return for which party a file is, if it is for one of them."""
    return f"  for {printable(event['party'])}" if event["party"] else ""


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def _kind(path: str) -> str:
    return "PDF" if path.endswith(".pdf") else "file"


def _remarks(event: Event) -> list[str]:
    return [f"{event['file']}: {remark}" for remark in event["remarks"]]
