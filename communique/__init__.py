"""Communiqué turns one structured statement into every printable document it needs."""

import os
import sys
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from communique.api import build, compose, read, verify
    from communique.model.faults import (
        BugError,
        CommuniqueError,
        DesignError,
        Fault,
        FaultsError,
        ProofError,
        SettingsError,
        StatementError,
        UsageError,
    )

# Nothing that happens to be installed takes part in reading, or is looked for at every start.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"

__version__ = "0.1.0"
__all__ = [
    "BugError",
    "CommuniqueError",
    "DesignError",
    "Fault",
    "FaultsError",
    "ProofError",
    "SettingsError",
    "StatementError",
    "UsageError",
    "__version__",
    "build",
    "compose",
    "read",
    "verify",
]
_FUNCTIONS = frozenset({"build", "compose", "read", "verify"})


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for (PEP 562): the command needs few of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    from importlib import import_module  # noqa: PLC0415  # see above

    home = import_module("communique.api" if name in _FUNCTIONS else "communique.model.faults")
    return getattr(home, name)


class _Package(ModuleType):
    """The package, in which `read` and `compose` are functions though rooms are called so, too.

    Where a room is imported, Python gives the package an attribute of its name; that is left out.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _FUNCTIONS and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
