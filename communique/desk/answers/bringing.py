"""What is brought in: a Word file becomes a statement, a picture or a table a part of one."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from communique.desk import making
from communique.desk.answers import asked
from communique.desk.files.folder import slug
from communique.desk.guard import body
from communique.desk.tables import table as table_of
from communique.publish import atomic

if TYPE_CHECKING:
    from starlette.requests import Request

_MOST_WORD = 60_000_000
_MOST_PICTURE = 30_000_000
_MOST_TABLE = 1_000_000
#: What the statement's own window says: what is to be settled, and that it was imported.
_SHOWN_ELSEWHERE = (": unsettled: ", ": imported from ")
_PICTURES = (".png", ".jpg", ".jpeg", ".svg")


async def word(request: Request) -> Response:
    """Import a Word file as a new statement; answer with its name, and with what was told of it.

    The importer runs in a process of its own. Where it refuses the file, the answer is why.
    """
    desk, asks = asked.desk(request), request.query_params
    data = await body(request, _MOST_WORD)
    ending = Path(asks.get("name", "")).suffix.lower()
    if ending != ".docx":
        raise HTTPException(415, "This is no Word file (.docx). Save it as one, and drop that.")
    before = desk.folder.names()
    stem = _free(slug(Path(asks["name"]).stem), list(before))
    changes = {"accept": ["--accept"], "reject": ["--reject"]}.get(asks.get("changes", ""), [])
    tag = asks.get("language", "")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{stem}.docx"
        path.write_bytes(data)
        words = [*changes, *(["--language", tag] if tag else []), "--into", str(desk.folder.path)]
        _, events, said = await making.command("import", *words, "--", str(path))
        messages = [str(each["message"]) for each in events if each.get("message")]
        told = [
            line.replace(f"{folder}/", "").removeprefix(f"{path.name}: ")
            for each in messages or said
            for line in each.splitlines()
            if not any(part in line for part in _SHOWN_ELSEWHERE)
        ]
    new = sorted(desk.folder.names().keys() - before.keys())
    if not new:
        return JSONResponse({"name": "", "told": told}, 422)
    return JSONResponse({"name": new[0], "told": told})


async def image(request: Request) -> Response:
    """Put a picture beside its statement; answer with what shows it in the text."""
    desk, asks = asked.desk(request), request.query_params
    document = desk.document(asked.statement(request))
    described = " ".join(asks.get("description", "").split())
    if not described:
        raise HTTPException(400, "A picture needs a description, for those who do not see it.")
    ending = Path(asks.get("name", "")).suffix.lower()
    if ending not in _PICTURES:
        raise HTTPException(415, "This is no picture that can be printed: use PNG, JPEG or SVG.")
    data = await body(request, _MOST_PICTURE)
    home, number = document.path.parent, 1
    stem = slug(Path(asks["name"]).stem)
    name = f"{stem}{ending}"
    while (home / name).exists():
        number += 1
        name = f"{stem}-{number}{ending}"
    atomic.write(home / name, data)
    escaped = re.sub(r"([\\\[\]])", r"\\\1", described)
    return JSONResponse({"text": f"![{escaped}]({name})"})


async def table(request: Request) -> Response:
    """Answer with what cells of a spreadsheet are in the text; nothing if they are no table."""
    pasted = (await body(request, _MOST_TABLE)).decode("utf-8", "replace")
    return JSONResponse({"text": table_of(pasted)})


def _free(stem: str, names: list[str]) -> str:
    """Return `stem`, or one like it under which there is no statement."""
    number, found = 1, stem
    while any(name.startswith(f"{found}.") for name in names):
        number += 1
        found = f"{stem}-{number}"
    return found
