"""The server: it listens on this machine alone, says where, and opens the browser there."""

from __future__ import annotations

import asyncio
import socket
import sys
import webbrowser
from typing import TYPE_CHECKING

import uvicorn

from communique.desk import routes
from communique.desk.desk import Desk
from communique.desk.guard import HOST, Guard, new_token
from communique.desk.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: So long, in seconds, windows may still be open when the desk ends: their streams have no end.
_PATIENCE = 1


def serve(
    folder: Path, out: Path, port: int, say: Callable[[str], None], *, browser: bool = True
) -> None:
    """Serve the desk on a `folder` until it is stopped; 0 stands for any `port` that is free.

    What is made goes into the folder `out`. What could not be saved at the end is told on standard
    error. Raises `OSError` where the port is taken.
    """
    workshop = Workshop()  # before there is a thread
    desk = Desk(folder, out, workshop)
    try:
        with socket.create_server((HOST, port)) as listener:
            origin, token = f"http://{HOST}:{listener.getsockname()[1]}", new_token()
            address = f"{origin}/{token}/"
            say(address)
            app = Guard(routes.application(desk), token, origin)
            config = uvicorn.Config(
                app,
                log_level="critical",
                lifespan="on",
                ws="none",
                server_header=False,
                timeout_graceful_shutdown=_PATIENCE,
            )
            asyncio.run(_served(uvicorn.Server(config), listener, address if browser else ""))
    finally:
        workshop.stop()
        sys.stderr.writelines(f"communique: {each}\n" for each in desk.unsaved)


async def _served(server: uvicorn.Server, listener: socket.socket, address: str) -> None:
    if address:
        # In a thread: where there is no desktop, it may wait for the browser to end.
        asyncio.get_running_loop().run_in_executor(None, webbrowser.open, address)
    await server.serve(sockets=[listener])
