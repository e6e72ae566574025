"""The computers of a Dask cluster, as an executor; the only importer of Dask."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from communique.model.faults import UsageError
from communique.store import dependencies

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

#: Dask asks for a port, too, and says a good deal more where there is none.
_WITH_PORT = re.compile(r"([a-z]+://)?[^/]+:[0-9]+/?")
_SECONDS = 10  # to wait for an answer
#: A statement is given up when so many workers died while they made it: it may be what kills them.
_RETRIES = 2


@contextmanager
def executor(address: str) -> Iterator[Executor]:
    """Yield the executor of the cluster whose scheduler is at `address`.

    Raises `UsageError` where there is none, no worker, or one with another version of this
    program or its templates, whose PDFs would be other ones.
    """
    if not _WITH_PORT.fullmatch(address):
        wrong = f"--jobs: {address} is not the address of a Dask scheduler"
        raise UsageError(f"{wrong}; write one, such as tcp://HOST:8786, or a number, such as 2")
    try:
        from distributed import Client  # noqa: PLC0415  # an extra that need not be installed
    except ImportError as error:
        raise UsageError.without_extra(f"--jobs {address}", "cluster") from error
    try:
        client = Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        wrong = f"--jobs: no Dask scheduler answers at {address}; check the address"
        raise UsageError(f"{wrong}, or write a number, such as 2") from error
    with client:
        try:  # a cluster that was started a moment ago has its first worker a moment later
            client.wait_for_workers(1, timeout=_SECONDS)
        except TimeoutError as error:
            raise UsageError(
                f"--jobs: the cluster at {address} has no worker; start one"
            ) from error
        ours = dependencies.program_digest()
        found: dict[str, str] = client.run(dependencies.program_digest)
        others = sorted(worker for worker, theirs in found.items() if theirs != ours)
        if others:
            wrong = f"{', '.join(others)} has another version of this program or its templates"
            raise UsageError(f"{wrong}; install the same one everywhere")
        yield client.get_executor(pure=False, retries=_RETRIES)
