"""The computers of a Dask cluster, as an executor; the only importer of Dask."""

from __future__ import annotations

import shlex
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from communique.model.faults import UsageError
from communique.store import file_state

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

_SECONDS = 10  # to wait for an answer
#: A statement is given up when so many workers died while they made it: it may be what kills them.
_RETRIES = 2


@contextmanager
def executor(address: str) -> Iterator[Executor]:
    """Yield the executor of the cluster whose scheduler is at `address`.

    Raises `UsageError` where there is none, no worker, or one with another version of this
    program or its templates, whose PDFs would be other ones.
    """
    try:
        from distributed import Client  # noqa: PLC0415  # an extra that need not be installed
    except ImportError as error:
        wrong = "--scheduler needs the extra `cluster`; type in the checkout of Communiqué: "
        wrong += f"{shlex.quote(sys.executable)} -m pip install '.[cluster]'"
        raise UsageError(wrong) from error
    try:
        client = Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"no Dask scheduler answers at {address}; check the address") from error
    with client:
        try:  # a cluster that was started a moment ago has its first worker a moment later
            client.wait_for_workers(1, timeout=_SECONDS)
        except TimeoutError as error:
            raise UsageError(f"the cluster at {address} has no worker; start one") from error
        ours = file_state.program_digest()
        found: dict[str, str] = client.run(file_state.program_digest)
        others = sorted(worker for worker, theirs in found.items() if theirs != ours)
        if others:
            wrong = f"{', '.join(others)} has another version of this program or its templates"
            raise UsageError(f"{wrong}; install the same one everywhere")
        yield client.get_executor(pure=False, retries=_RETRIES)
