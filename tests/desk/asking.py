"""Asks the application itself, as a server would (ASGI): without a socket."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlencode

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.types import ASGIApp, Message

ORIGIN, TOKEN = "http://127.0.0.1:8000", "a-token"


@dataclass
class Answer:
    """What came back."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    data: bytes = b""

    @property
    def text(self) -> str:
        return self.data.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.data)


class Browser:
    """Asks as the page in the browser does, or with another token and other headers."""

    def __init__(
        self, app: ASGIApp, token: str = TOKEN, headers: dict[str, str] | None = None
    ) -> None:
        self._app, self._token, self._headers = app, token, headers or {}

    def but(self, token: str = TOKEN, **headers: str) -> Browser:
        """Return one with another token or other headers, in which _ stands for a hyphen."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return Browser(self._app, token, named)

    def ask(self, path: str, data: bytes | None = None, /, **query: str) -> Answer:
        """Return the answer to a GET, or with `data` to a POST."""
        return asyncio.run(self.answer(path, data, **query))

    async def answer(self, path: str, data: bytes | None = None, /, **query: str) -> Answer:
        """Return the answer, in a loop that is running."""
        found = Answer()

        async def send(message: Message) -> None:
            if message["type"] == "http.response.start":
                found.status = message["status"]
                found.headers = {a.decode(): b.decode() for a, b in message["headers"]}
            else:
                found.data += message.get("body", b"")

        parts = [data or b""]

        async def receive() -> Message:
            if parts:
                return {"type": "http.request", "body": parts.pop(), "more_body": False}
            await asyncio.Event().wait()
            raise AssertionError

        await self._app(self._scope(path, query, sends=data is not None), receive, send)
        return found

    async def events(self, path: str, **query: str) -> AsyncIterator[tuple[str, Any]]:
        """Yield the server-sent events of a stream, until whoever asks has seen enough."""
        arrived: asyncio.Queue[bytes] = asyncio.Queue()

        async def send(message: Message) -> None:
            if message["type"] == "http.response.body":
                await arrived.put(message.get("body", b""))

        async def receive() -> Message:
            await asyncio.Event().wait()
            raise AssertionError

        asked = self._app(self._scope(path, query, sends=False), receive, send)
        task = asyncio.ensure_future(asked)
        rest = b""
        try:
            while True:
                rest += await arrived.get()
                *whole, rest = rest.split(b"\n\n")
                for each in whole:
                    name, data = each.decode().split("\n", 1)
                    yield name.removeprefix("event: "), json.loads(data.removeprefix("data: "))
        finally:
            task.cancel()

    def _scope(self, path: str, query: dict[str, str], *, sends: bool) -> dict[str, Any]:
        origin = {"origin": ORIGIN} if sends else {}
        given = {"host": "127.0.0.1:8000", **origin, **self._headers}
        full = f"/{self._token}/{path}" if self._token else f"/{path}"
        return {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.4"},
            "http_version": "1.1",
            "method": "POST" if sends else "GET",
            "scheme": "http",
            "path": unquote(full),
            "raw_path": full.encode(),
            "query_string": urlencode(query).encode(),
            "headers": [(a.encode(), b.encode()) for a, b in given.items() if b],
            "client": ("127.0.0.1", 50000),
            "server": ("127.0.0.1", 8000),
            "root_path": "",
        }
