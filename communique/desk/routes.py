"""The addresses of the desk: what each answers. The guard has looked at the token before."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route

from communique.desk.answers import bringing, pages, taking, typing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

    from communique.desk.desk import Desk

_NO_TEXT = "This file is not UTF-8. Open it in the program that wrote it, and save it as UTF-8."
_NO_ACCESS = "A file of this folder cannot be read or written"
_NO_ACCESS_INSTEAD = "Look whether you may do so, and whether the disk is full; then do it again."
_GET, _POST = ["GET"], ["POST"]
_ROUTES = (
    ("/", pages.statements, _GET),
    ("/new", pages.new, _POST),
    ("/edit", pages.edit, _GET),
    ("/language", pages.new_version, _POST),
    ("/static/{name}", pages.static, _GET),
    ("/form", typing.form, _POST),
    ("/text", typing.text, _POST),
    ("/view", typing.view, _POST),
    ("/settle", typing.settle, _POST),
    ("/events", typing.events, _GET),
    ("/picture/{name}.jpg", typing.picture, _GET),
    ("/places", typing.places, _GET),
    ("/earlier", taking.earlier, _GET),
    ("/back", taking.back, _POST),
    ("/make", taking.make, _POST),
    ("/made/{name:path}", taking.file, _GET),
    ("/zip", taking.zipped, _GET),
    ("/word", bringing.word, _POST),
    ("/image", bringing.image, _POST),
    ("/table", bringing.table, _POST),
)


def application(desk: Desk) -> Starlette:
    """Return the application that shows a `desk`."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await desk.close()

    routes = [Route(path, answer, methods=methods) for path, answer, methods in _ROUTES]
    app = Starlette(
        routes=routes,
        lifespan=lifespan,
        exception_handlers={
            HTTPException: _said,
            UnicodeDecodeError: _no_text,
            OSError: _no_access,
            500: _failed,
        },
    )
    app.state.desk = desk
    return app


async def _said(request: Request, error: Exception) -> HTMLResponse | PlainTextResponse:
    """Answer with what is wrong: a page for whoever looks at it, or else its words."""
    assert isinstance(error, HTTPException)  # noqa: S101  # it is called for no other
    if "text/html" in request.headers.get("accept", ""):
        return HTMLResponse(pages.wrong(error.detail), error.status_code)
    return PlainTextResponse(error.detail, error.status_code)


async def _no_text(request: Request, _: Exception) -> HTMLResponse | PlainTextResponse:
    """Answer where a file is no text."""
    return await _said(request, HTTPException(422, _NO_TEXT))


async def _no_access(request: Request, error: Exception) -> HTMLResponse | PlainTextResponse:
    """Answer where the system lets a file not be read or written."""
    why = getattr(error, "strerror", None) or error
    return await _said(request, HTTPException(409, f"{_NO_ACCESS}: {why}. {_NO_ACCESS_INSTEAD}"))


async def _failed(request: Request, error: Exception) -> PlainTextResponse:  # noqa: ARG001  # one signature
    """Answer where the desk has a mistake of ours, which its window says in a line."""
    name = type(error).__name__
    return PlainTextResponse(f"The desk has failed ({name}: {error}). The text is kept.", 500)
