"""Communiqué turns one structured statement into every printable document it needs."""

from communique.errors import CommuniqueError, Fault, ProofError, StatementError, UsageError

__version__ = "0.1.0"
__all__ = ["CommuniqueError", "Fault", "ProofError", "StatementError", "UsageError", "__version__"]
