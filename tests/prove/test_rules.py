"""The table of rules is whole: what is not in it would prove nothing."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

from communique import prove
from communique.prove.rules import RULES


def test_every_rule_that_is_written_is_in_the_table_once() -> None:
    written = {
        function
        for module in pkgutil.walk_packages(prove.__path__, f"{prove.__name__}.")
        for _, function in inspect.getmembers(
            importlib.import_module(module.name), inspect.isfunction
        )
        if not function.__name__.startswith("_")
        and list(inspect.signature(function).parameters) == ["content", "reading", "faults"]
    }
    assert len(RULES) == len(written)
    assert set(RULES) == written
