"""What is taken away, and what is taken back: files, proven, and earlier versions of the text."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, Response

from communique.design import edition, language
from communique.desk import rendering
from communique.desk.answers import asked
from communique.desk.differences import differences
from communique.desk.form import front
from communique.desk.making import Wanted, media_type
from communique.outputs import OUTPUTS

if TYPE_CHECKING:
    from starlette.requests import Request

_TWO = 2


async def make(request: Request) -> Response:
    """Make the files that are wanted; answer with them, and with what is proven, in a sentence."""
    desk, found = asked.desk(request), await asked.values(request)
    there = desk.folder.names()
    names = tuple(name for name in asked.texts(found, "names") if name in there)
    editions = tuple(name for name in asked.texts(found, "editions") if name in edition.names())
    outputs = tuple(name for name in asked.texts(found, "outputs") if name in OUTPUTS)
    if not (names and editions and outputs):
        raise HTTPException(400, "Choose at least one language, one edition and one kind of file.")
    for name in names:
        if not await desk.document(name).tried():
            raise HTTPException(409, f"{name} is not saved yet; look what is said above its text.")
    pair = asked.texts(found, "languages")
    languages = pair if len(pair) == _TWO and all(map(language.is_tag, pair)) else ()
    outcome = await desk.making.make(Wanted(names, editions, outputs, languages))
    called = desk.making.name
    files = [{"name": called(path), "size": _size(path.stat().st_size)} for path in outcome.files]
    return JSONResponse(
        {
            "sentence": outcome.sentence,
            "files": files,
            "refused": list(outcome.refused),
            "remarks": list(outcome.remarks),
            "zip": "zip?" + "&".join(f"name={quote(each['name'])}" for each in files),
        }
    )


async def file(request: Request) -> Response:
    """Answer with a file that was made here, to be saved."""
    path = asked.desk(request).making.path(request.path_params["name"])
    if path is None:
        raise HTTPException(404, "This file was not made here, or is gone. Make it again.")
    return Response(path.read_bytes(), media_type=media_type(path), headers=_saved(path.name))


async def zipped(request: Request) -> Response:
    """Answer with several files that were made here, as a zip."""
    names = request.query_params.getlist("name")
    data = asked.desk(request).making.zipped(names)
    name = f"{names[0].split('.')[0]}.zip" if names else "files.zip"
    return Response(data, media_type="application/zip", headers=_saved(name))


async def earlier(request: Request) -> Response:
    """Answer with the earlier versions; with one, if it is named, compared with the text now."""
    document = asked.desk(request).document(asked.statement(request))
    name = request.query_params.get("version", "")
    if not name:
        today = datetime.now().astimezone().date()
        versions = [
            (
                each.name,
                f"{each.at:%H:%M:%S}" if each.at.date() == today else f"{each.at:%d %B, %H:%M}",
                each.why,
            )
            for each in document.earlier.versions()
        ]
        return HTMLResponse(rendering.page("earlier.html", versions=versions))
    data = document.earlier.data(name)
    if data is None:
        raise HTTPException(404, "This version is no longer kept.")
    found = differences(document.plain(data), document.text)
    return HTMLResponse(rendering.page("compared.html", paragraphs=found, name=name))


async def back(request: Request) -> Response:
    """Bring an earlier version back; what is there now becomes one of them."""
    window, found = asked.window(request), await asked.values(request)
    document = window.document
    data = document.earlier.data(asked.text(found, "version"))
    if data is None:
        raise HTTPException(404, "This version is no longer kept.")
    document.bring_back(data, window.name)
    head, body = front.parted(document.text)
    return JSONResponse({"revision": document.revision, "head": head, "body": body})


def _saved(name: str) -> dict[str, str]:
    """Return the header that lets a browser save a file under its name (RFC 6266)."""
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}


def _size(count: int) -> str:
    if count < 1000:  # noqa: PLR2004  # a kilobyte
        return f"{count} bytes"
    return f"{count / 1000:,.0f} kB" if count < 10**6 else f"{count / 10**6:,.1f} MB"
