"""Communiqué turns one structured statement into every printable document it needs."""

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from communique.model.faults import (
        BugError,
        CommuniqueError,
        DesignError,
        Fault,
        FaultsError,
        ProofError,
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
    "StatementError",
    "UsageError",
    "__version__",
]


def __getattr__(name: str) -> object:
    """Import the errors when one is first asked for (PEP 562): most runs have none."""
    if name not in __all__:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    from communique.model import faults  # noqa: PLC0415  # see above

    return getattr(faults, name)
