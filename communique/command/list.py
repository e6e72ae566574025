"""The verb list: what there is to choose from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from communique.command import status
from communique.design import edition, language
from communique.model.statement import FrontMatter

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.command.options import Options
    from communique.run.report import Report

SUBJECTS = ""
ABOUT = "List the editions and the languages."


def add_options(add: Callable[..., object]) -> None:
    """Add the arguments of this verb with `add`."""
    add("--schema", action="store_true", help="print the JSON Schema of the front matter instead")


def run(options: Options, report: Report) -> int:  # noqa: ARG001  # nothing is made
    """Print what there is."""
    print(_schema() if options.schema else _listing())
    return status.WELL


def _schema() -> str:
    """Return the JSON Schema of the front matter."""
    return json.dumps(FrontMatter.model_json_schema(), indent=2, ensure_ascii=False)


def _listing() -> str:
    """Return the names of the editions and the languages, with what they are."""
    width = max(map(len, [*edition.names(), *language.names()])) + 2
    lines = [f"{name:{width}}{edition.load(name).description}" for name in edition.names()]
    lines += [f"{tag:{width}}{language.load(tag).name}" for tag in language.names()]
    return "\n".join(lines)
