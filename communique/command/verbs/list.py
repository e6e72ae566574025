"""The verb list: what there is to choose from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from communique.command import status
from communique.design import edition, language, theme
from communique.model.faults import DesignError, UsageError
from communique.model.statement import FrontMatter
from communique.run import report as events
from communique.turns import TURNS

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.command.options import Options
    from communique.run.report import Report

SUBJECTS = ""
ABOUT = "List editions, turns, themes and languages, or print a JSON Schema."
_EVENTS = Path(events.__file__).with_name("events.schema.json")


def add_options(add: Callable[..., object]) -> None:
    """Add the arguments of this verb with `add`."""
    add("--schema", action="store_true", help="print the schema of the front matter instead")
    add("--events", action="store_true", help="print the schema of --format json instead")


def run(options: Options, report: Report) -> int:
    """Print what there is."""
    wants_events = getattr(options, "events", False)
    if options.schema and wants_events:
        raise UsageError("--schema and --events print a schema each; ask for one at a time")
    if options.schema:
        print(json.dumps(FrontMatter.model_json_schema(), indent=2, ensure_ascii=False))
    elif wants_events:
        print(_EVENTS.read_text("utf-8"), end="")
    else:
        return _list(report)
    return status.WELL


def _list(report: Report) -> int:
    """Say the names of the editions, turns, themes and languages, with what they are.

    Those whose files are at fault are refused, and the others named all the same. Return the exit
    status.
    """
    outcome = status.WELL
    kinds: dict[str, tuple[list[str], Callable[[str], str]]] = {
        "edition": (edition.names(), lambda name: edition.load(name).description),
        "turn": ([*TURNS], lambda name: TURNS[name].about),
        "theme": (theme.names(), lambda name: theme.load(name).description),
        "language": (language.names(), lambda tag: language.load(tag).name),
    }
    for kind, (names, described) in kinds.items():
        for name in names:
            try:
                report.tell("listed", kind=kind, name=name, description=described(name))
            except DesignError as error:
                report.refused(error, [])
                outcome = error.exit_code
    return outcome
