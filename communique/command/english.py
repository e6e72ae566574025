"""Argparse, whose own words stay English whatever the environment says, as ours do.

It asks gettext for their translations, by LANGUAGE and the locale (its manual, "gettext"); finding
that there are none takes a millisecond of each start. Later on gettext is there as ever.
"""

from __future__ import annotations

import sys
from types import ModuleType


class _English(ModuleType):
    """As much of gettext as argparse uses."""

    @staticmethod
    def gettext(message: str) -> str:
        """Return the message."""
        return message

    @staticmethod
    def ngettext(one: str, many: str, count: int) -> str:
        """Return the message for so many."""
        return one if count == 1 else many


_before = sys.modules.get("gettext")
sys.modules["gettext"] = _English("gettext")
try:
    import argparse
finally:
    if _before is None:
        del sys.modules["gettext"]
    else:
        sys.modules["gettext"] = _before

__all__ = ["argparse"]
