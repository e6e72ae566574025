"""Who is answered: the person at this machine alone, in a page that the desk itself has opened.

A page of another site may send requests to this machine, too (cross-site request forgery), and may
have its own name lead here (DNS rebinding). Neither knows the token, and neither can change what a
browser says in Host and Origin (Fetch Standard, "forbidden request-header").
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
"""Where the desk listens: no other machine reaches it there."""
_READING = ("GET", "HEAD")
#: A browser says no origin ("null") where it sends a form under a policy without any referrer.
#: Scripts, styles, fonts and pictures of our own, requests to ourselves, and nothing else at all.
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
_CLOSED = "Open the desk by the address that the command has printed."


def new_token() -> str:
    """Return what nobody can guess: 192 random bits, as a part of an address."""
    return secrets.token_urlsafe(24)


class Guard:
    """An application behind the token: it sees only what it may answer, without the token.

    `origin` is where the desk is, such as ``http://127.0.0.1:8000``.
    """

    def __init__(self, app: ASGIApp, token: str, origin: str) -> None:
        self._app, self._token, self._origin = app, token, origin

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse, a request (ASGI)."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        path = self._path(scope)
        if path is None:
            await PlainTextResponse(_CLOSED, 403)(scope, receive, guarded)
            return
        inner = {**scope, "path": path, "raw_path": path.encode(), "root_path": ""}
        await self._app(inner, receive, guarded)

    def _path(self, scope: Scope) -> str | None:
        """Return the path behind the token; None where the request is not ours."""
        headers = Headers(scope=scope)
        if f"http://{headers.get('host', '')}" != self._origin:
            return None
        origin = headers.get("origin", self._origin if scope["method"] in _READING else "")
        if origin != self._origin:
            return None
        if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return None
        path: str = scope["path"]
        _, token, *rest = path.split("/", 2)
        if not rest or not secrets.compare_digest(token.encode(), self._token.encode()):
            return None
        return "/" + rest[0]


async def body(request: Request, most: int) -> bytes:
    """Return what a request brings; raises `HTTPException` (413) beyond the `most` bytes."""
    found = bytearray()
    async for part in request.stream():
        found += part
        if len(found) > most:
            raise HTTPException(413, f"This is larger than {_size(most)}.")
    return bytes(found)


def _size(count: int) -> str:
    """Return so many bytes as people say it."""
    return f"{count // 10**6} MB" if count >= 10**6 else f"{count // 1000} kB"
