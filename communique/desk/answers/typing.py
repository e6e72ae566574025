"""What is typed comes in, and what becomes of it goes out as server-sent events (HTML, 9.2)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response, StreamingResponse

from communique.desk import rendering
from communique.desk.answers import asked
from communique.desk.desk import TOO_LONG
from communique.desk.form import front
from communique.desk.form.fields import FIRST
from communique.desk.remedies import with_remedies
from communique.read.source import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

    from communique.desk.window import Window

_CONFLICT = 409
_NO_CONTENT = 204


async def text(request: Request) -> Response:
    """Take what was typed; answer with the number of the text, and with its new front matter.

    It is refused (409) where it was typed on a text that is not the newest one, or where another
    program has changed the file: the window then asks which of the two stays.
    """
    window, found = asked.window(request), await asked.values(request)
    document = window.document
    if document.is_changed_outside or found.get("base") != document.revision:
        outside = "gone" if document.is_gone else "outside"
        raise HTTPException(_CONFLICT, outside if document.is_changed_outside else "window")
    head = asked.text(found, "head")
    changes = found.get("fields")
    if isinstance(changes, dict) and changes:
        head = front.changed(head, changes)
    whole = head + asked.text(found, "body")
    if len(whole.encode()) > MAX_BYTES:
        raise HTTPException(413, TOO_LONG)
    document.put(whole, window.name)
    return JSONResponse({"revision": document.revision, "head": head})


async def form(request: Request) -> Response:
    """Part a whole text; answer with its front matter, the rest, and the form for the first."""
    head, body = front.parted(asked.text(await asked.values(request), "text"))
    html = rendering.page("form.html", fields=front.form(head), first=FIRST)
    return JSONResponse({"head": head, "body": body, "html": html})


async def view(request: Request) -> Response:
    """Show another edition, or look at another page first."""
    window, found = asked.window(request), await asked.values(request)
    page = found.get("page")
    page = page if isinstance(page, int) and page >= 0 else 0
    window.show(asked.text(found, "edition") or "standard", asked.text(found, "other"), page)
    return Response(status_code=_NO_CONTENT)


async def settle(request: Request) -> Response:
    """Go on with the window's text, or with that of the file or of the other window.

    Where the file is gone, and is not to be written again, there is nothing to go on with.
    """
    window, found = asked.window(request), await asked.values(request)
    document = window.document
    mine = asked.text(found, "head") + asked.text(found, "body")
    keep = found.get("keep") is True
    if document.is_gone and not keep:
        document.leave(mine)
        return JSONResponse({"gone": True})
    if document.is_changed_outside or keep:
        document.settle(mine, window.name, keep=keep)
    head, body = front.parted(document.text)
    return JSONResponse({"revision": document.revision, "head": head, "body": body})


async def events(request: Request) -> Response:
    """Answer with a stream of what there is to show, as long as the window is open."""
    return StreamingResponse(_stream(asked.window(request)), media_type="text/event-stream")


async def _stream(window: Window) -> AsyncIterator[bytes]:
    async for name, data in window.events():
        if "said" in data:
            data["said"] = with_remedies(data["said"], window.document.text)
        yield f"event: {name}\ndata: {json.dumps(data)}\n\n".encode()


async def picture(request: Request) -> Response:
    """Answer with the picture of a page (JPEG)."""
    data = asked.desk(request).workshop.picture(request.path_params["name"])
    if data is None:
        raise HTTPException(404, "This picture is no longer kept.")
    return Response(
        data, media_type="image/jpeg", headers={"Cache-Control": "private, max-age=600"}
    )


async def places(request: Request) -> Response:
    """Answer with where the words of the newest pages are, each with its line of the text."""
    window = asked.window(request)
    return JSONResponse(await window.places())
