"""What is brought in: a Word file becomes a statement, a picture or a table a part of one."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from communique.design import language
from communique.desk import making
from communique.desk.answers import asked
from communique.desk.files.folder import slug
from communique.desk.form.written import tidied
from communique.desk.guard import body
from communique.desk.tables import table as table_of
from communique.publish import atomic
from communique.store.naming import SUFFIX

if TYPE_CHECKING:
    from starlette.requests import Request

_MOST_WORD = 60_000_000
_MOST_PICTURE = 30_000_000
_MOST_TABLE = 1_000_000
#: What the statement's own window says: what is to be settled, and that it was imported.
_SHOWN_ELSEWHERE = (": unsettled: ", ": imported from ")
#: How the command ends what it says of a tracked change, and what it says of a name that is there.
_UNDECIDED = "; decide on it in Word, or add --accept or --reject"
_OPTION = ", or add --force to replace it"
_ENDING = re.escape(SUFFIX.removeprefix("."))
_AS_WORD = "Open it in Word or LibreOffice, save it as .docx, and drop that."
#: What is said of files that are no .docx, by their endings.
_NO_WORD = {
    "": "This is no Word file (.docx). Save it as one, and drop that.",
    ".doc": f"This is a Word file of an old kind (.doc). {_AS_WORD}",
    ".rtf": f"This is a file of Rich Text (.rtf). {_AS_WORD}",
    ".odt": f"This is an OpenDocument text (.odt). {_AS_WORD}",
}
_PICTURES = (".png", ".jpg", ".jpeg", ".svg")


async def word(request: Request) -> Response:
    """Import a Word file as a new statement; answer with its name, and with what was told of it.

    The importer runs in a process of its own. Where it refuses the file, the answer is why.
    """
    desk, asks = asked.desk(request), request.query_params
    data = await body(request, _MOST_WORD)
    called, tag = PurePath(asks.get("name", "")), asks.get("language", "")
    if called.suffix.lower() != ".docx":
        raise HTTPException(415, _NO_WORD.get(called.suffix.lower(), _NO_WORD[""]))
    if tag and not language.is_tag(tag):
        raise HTTPException(400, "There is no such language; choose one of the list.")
    before = desk.folder.names()
    stem = _free(slug(called.stem), [*before, *(each.name for each in desk.folder.path.iterdir())])
    changes = {"accept": ["--accept"], "reject": ["--reject"]}.get(asks.get("changes", ""), [])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{stem}.docx"
        path.write_bytes(data)
        words = [*changes, *(["--language", tag] if tag else []), "--into", str(desk.folder.path)]
        _, events, said = await making.command("import", *words, "--", str(path))
    messages = [str(each["message"]) for each in events if each.get("message")]
    lines = [line for each in messages or said for line in each.splitlines()]
    told = [
        _told(line, str(path))
        for line in lines
        if not any(map(line.__contains__, _SHOWN_ELSEWHERE))
    ]
    new = sorted(desk.folder.names().keys() - before.keys())
    if not new:
        open_ = [each for each in lines if each.endswith(_UNDECIDED)]
        return JSONResponse({"name": "", "told": told, "changes": len(open_)}, 422)
    return JSONResponse({"name": new[0], "told": told})


async def image(request: Request) -> Response:
    """Put a picture beside its statement; answer with what shows it in the text."""
    desk, asks = asked.desk(request), request.query_params
    document = desk.document(asked.statement(request))
    described = tidied(asks.get("description"))
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


def _told(line: str, path: str) -> str:
    """Return what the command says of the file `path` as the desk says it.

    The command counts the paragraphs of a Word file as lines. A window has buttons, no options.
    """
    line = line.removesuffix(_UNDECIDED).replace(_OPTION, "")
    match = re.fullmatch(rf"{re.escape(path)}:(\d+): ([^:]+): (.+)", line, re.DOTALL)
    if not match:
        return line.removeprefix(f"{path}: ").replace(f"{Path(path).parent}/", "")
    number, key, words = match.groups()
    return words if key == "file" else f"Paragraph {number}: {words}"


def _free(stem: str, names: list[str]) -> str:
    """Return `stem`, or one like it under which there is no statement, nor a picture of one."""
    number, found = 1, stem
    while any(re.match(rf"{re.escape(found)}(?:\.|-\d+\.(?!.*{_ENDING}))", name) for name in names):
        number += 1
        found = f"{stem}-{number}"
    return found
