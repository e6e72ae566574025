"""What belongs to a whole process: what one thread at a time may change, what it has spent."""

from __future__ import annotations

import os
import threading
from pathlib import Path

alone = threading.RLock()
"""Held where warnings are collected, and where other packages are set up or replaced in part.

Filters of warnings, Pillow's settings and the parts of the engine that are replaced are those of
the process: a thread that restores them while another one still needs them would undo its work.
"""

#: Where the fields of ``/proc/PID/stat`` stand behind the name of the program (proc(5)).
_USER, _SYSTEM, _RESIDENT = 11, 12, 21

#: How much a container may have, where it is bound to less than its machine (Linux, cgroup-v2).
_OF_CONTAINER = Path("/sys/fs/cgroup/memory.max")


def spent(number: int) -> tuple[float, int]:
    """Return how long a process has computed, in seconds, and the memory it has, in bytes.

    Both are 0 where the system does not say so, or it has ended.
    """
    try:
        fields = Path(f"/proc/{number}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0, 0
    ticks = int(fields[_USER]) + int(fields[_SYSTEM])
    return ticks / os.sysconf("SC_CLK_TCK"), int(fields[_RESIDENT]) * os.sysconf("SC_PAGE_SIZE")


def memory() -> int:
    """Return the bytes of memory that this machine or its container has; 0 if it is unknown."""
    try:
        machine = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):  # Windows has no sysconf
        return 0
    try:
        return min(machine, int(_OF_CONTAINER.read_text("utf-8")))
    except (OSError, ValueError):  # there is none, or it says max
        return machine
