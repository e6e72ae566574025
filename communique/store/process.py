"""What belongs to the whole process, and so to one thread at a time."""

from __future__ import annotations

import threading

alone = threading.RLock()
"""Held where warnings are collected, and where other packages are set up or replaced in part.

Filters of warnings, Pillow's settings and the parts of the engine that are replaced are those of
the process: a thread that restores them while another one still needs them would undo its work.
"""
