"""Communiqué turns one structured statement into every printable document it needs."""

import os

from communique.errors import CommuniqueError, Fault, ProofError, StatementError, UsageError

# Nothing that happens to be installed takes part in reading, or is looked for at every start.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"

__version__ = "0.1.0"
__all__ = ["CommuniqueError", "Fault", "ProofError", "StatementError", "UsageError", "__version__"]
