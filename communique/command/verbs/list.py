"""The verb list: what there is to choose from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from communique.command import status
from communique.design import edition, language, theme
from communique.model.statement import FrontMatter
from communique.run import report as events

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.command.options import Options
    from communique.run.report import Report

SUBJECTS = ""
ABOUT = "List the editions, themes and languages, or print a JSON Schema."
_EVENTS = Path(events.__file__).with_name("events.schema.json")


def add_options(add: Callable[..., object]) -> None:
    """Add the arguments of this verb with `add`."""
    add("--schema", action="store_true", help="print the schema of the front matter instead")
    add("--events", action="store_true", help="print the schema of --format json instead")


def run(options: Options, report: Report) -> int:
    """Print what there is."""
    if options.schema:
        print(json.dumps(FrontMatter.model_json_schema(), indent=2, ensure_ascii=False))
    elif getattr(options, "events", False):
        print(_EVENTS.read_text("utf-8"), end="")
    else:
        _list(report)
    return status.WELL


def _list(report: Report) -> None:
    """Say the names of the editions, the themes and the languages, with what they are."""
    for name in edition.names():
        description = edition.load(name).description
        report.tell("listed", kind="edition", name=name, description=description)
    for name in theme.names():
        report.tell("listed", kind="theme", name=name, description=theme.load(name).description)
    for tag in language.names():
        report.tell("listed", kind="language", name=tag, description=language.load(tag).name)
