"""Whose mistake it is that something was refused: the author's, a designer's, the program's."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.model.faults import CommuniqueError, Fault


def cause_of(error: CommuniqueError | OSError, told: Sequence[Fault]) -> tuple[str, str]:
    """Return whose mistake an error is, and what to say of it, with the faults that are `told`."""
    from communique.model import faults  # noqa: PLC0415  # where all is well, not needed
    from communique.store import disk  # noqa: PLC0415  # as above

    if isinstance(error, OSError):
        wrong = f"its files cannot be written: {error.strerror}"
        room = "make room, or " if disk.is_full(error) else ""
        return "system", f"{wrong}; {room}choose another --out"
    if isinstance(error, faults.BugError):
        return "program", f"this is a mistake of the program, not yours ({error}); please report it"
    kinds = {
        faults.DesignError: "design",
        faults.SettingsError: "settings",
        faults.ProofError: "proof",
    }
    cause = next((name for kind, name in kinds.items() if isinstance(error, kind)), "statement")
    return cause, "\n".join(map(str, told)) or str(error)
