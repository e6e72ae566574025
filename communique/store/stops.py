"""The signals that ask a program to stop: Ctrl-C, a closed terminal, a system that shuts down."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from sys import UnraisableHookArgs
    from types import FrameType

STOPS = tuple(
    signal.Signals[name]
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if hasattr(signal, name)  # Windows has no SIGHUP
)


class Stop:
    """Which of them came; Ctrl-C until another one does."""

    number: int = signal.SIGINT


@contextmanager
def heeded() -> Iterator[Stop]:
    """Raise `KeyboardInterrupt` in the block where one comes; a second ends the process at once.

    Those that whoever started the process lets it ignore, as nohup does, stay ignored.
    """
    stop, hook = Stop(), sys.unraisablehook
    before = {number: signal.getsignal(number) or signal.SIG_DFL for number in STOPS}
    heard = [number for number, handler in before.items() if handler is not signal.SIG_IGN]

    def raise_once(number: int, _: FrameType | None) -> None:
        stop.number = number
        for each in heard:
            signal.signal(each, signal.SIG_DFL)
        raise KeyboardInterrupt

    def end_where_it_is_lost(lost: UnraisableHookArgs) -> None:
        # Python would print it and go on where it is raised as an object is let go of.
        if issubclass(lost.exc_type, KeyboardInterrupt):
            os.kill(os.getpid(), stop.number)
        hook(lost)

    sys.unraisablehook = end_where_it_is_lost
    try:
        for number in heard:
            signal.signal(number, raise_once)
        yield stop
    finally:
        for number in heard:
            signal.signal(number, before[number])
        sys.unraisablehook = hook


@contextmanager
def held() -> Iterator[None]:
    """Let none of them come in the block; they come after it, but not in a process begun there.

    That one has to call `ignore`. Windows, where Ctrl-C comes to the console, has no such way.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def ignore() -> None:
    """Leave them to the process that began this one."""
    for number in STOPS:
        signal.signal(number, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)
