"""The pages of the desk: the list of statements, and one statement with its printed pages."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from communique.design import edition, language
from communique.desk import rendering
from communique.desk.answers import asked
from communique.desk.form import front
from communique.desk.form.fields import FIRST, languages
from communique.model.faults import UsageError
from communique.outputs import OUTPUTS
from communique.store.paths import TEMPLATES

if TYPE_CHECKING:
    from starlette.requests import Request

    from communique.desk.files.folder import Entry

_OTHER = 303
_FONTS = TEMPLATES / "fonts"
#: The files that pages of the desk ask for: its own, and the fonts of the printed page.
_STATIC = {
    "icon.svg": (rendering.HOME / "icon.svg", "image/svg+xml"),
    "desk.css": (rendering.HOME / "desk.css", "text/css"),
    "desk.js": (rendering.HOME / "desk.js", "text/javascript"),
    "sans.ttf": (_FONTS / "source-sans-3/SourceSans3-Regular.ttf", "font/ttf"),
    "sans-bold.ttf": (_FONTS / "source-sans-3/SourceSans3-Semibold.ttf", "font/ttf"),
    "serif.ttf": (_FONTS / "source-serif-4/SourceSerif4Display-Semibold.ttf", "font/ttf"),
}
#: What people call outputs; another one is called as ``--output`` calls it.
_NAMES = {
    "pdf": "PDF",
    "text": "Plain text",
    "html": "Web page",
    "eml": "E-mail",
    "mail-text": "Text of an e-mail",
}


async def statements(request: Request) -> Response:
    """Answer with the list of the statements in the folder."""
    desk = asked.desk(request)
    every = [
        {"title": versions[0].title, "versions": versions, "changed": _ago(versions)}
        for versions in desk.folder.entries().values()
    ]
    return _page("list.html", folder=_shown(desk.folder.path), statements=every, wrong="", title="")


async def new(request: Request) -> Response:
    """Write a new statement, and go there."""
    desk, found = asked.desk(request), await asked.form(request)
    title = found.get("title", "").strip()
    if not title:
        raise HTTPException(400, "A new statement needs a title. Go back and write one.")
    try:
        name = desk.folder.new(title, found.get("language", ""))
    except UsageError as error:
        raise HTTPException(400, str(error)) from error
    return RedirectResponse(f"edit?file={quote(name)}", _OTHER)


async def new_version(request: Request) -> Response:
    """Write the statement again as the beginning of its version in another language."""
    found = await asked.form(request)
    try:
        name = asked.desk(request).folder.new_version(
            found.get("file", ""), found.get("language", "")
        )
    except UsageError as error:
        raise HTTPException(400, str(error)) from error
    return RedirectResponse(f"edit?file={quote(name)}", _OTHER)


async def edit(request: Request) -> Response:
    """Answer with a statement: the form, the text, and room for its pages."""
    desk, name = asked.desk(request), asked.statement(request)
    document = desk.document(name)
    if desk.folder.path_of(name) is None:
        raise HTTPException(404, "This statement is no longer in the folder.")
    await document.look()
    head, body = front.parted(document.text)
    versions = desk.folder.versions(name)
    (own,) = (each for each in versions if each.name == name)
    there = {each.tag for each in versions}
    return _page(
        "edit.html",
        name=name,
        title=own.title,
        own=own,
        versions=versions,
        others=[each for each in versions if each.tag and each.name != name],
        missing=[each for each in languages() if each[0] not in there],
        direction=language.load(own.tag).direction if own.tag in language.names() else "auto",
        head=head,
        body=body,
        revision=document.revision,
        fields=front.form(head),
        first=FIRST,
        editions=_editions(),
        outputs=[
            (each.name, _NAMES.get(each.name, each.name), each.about) for each in OUTPUTS.values()
        ],
    )


async def static(request: Request) -> Response:
    """Answer with a file that pages ask for."""
    found = _STATIC.get(request.path_params["name"])
    if found is None:
        raise HTTPException(404, "There is no such file.")
    return FileResponse(found[0], media_type=found[1])


def wrong(message: str) -> str:
    """Return a page that says what is wrong."""
    return rendering.page("wrong.html", message=message)


def _page(template: str, **values: Any) -> HTMLResponse:
    return HTMLResponse(rendering.page(template, languages=languages(), **values))


def _editions() -> list[tuple[str, str, int]]:
    every = map(edition.load, edition.names())
    found = [(each.name, each.description, each.languages) for each in every]
    return sorted(found, key=lambda each: (each[0] != "standard", each[2], each[0]))


def _shown(path: Path) -> str:
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def _ago(versions: list[Entry]) -> str:
    """Return when a statement was changed last, as people say it."""
    last = max(each.changed for each in versions)
    days = (datetime.now().astimezone().date() - last.date()).days
    day = {0: "today", 1: "yesterday"}.get(days, f"{last.day} {last:%B %Y}")
    return f"{day}, {last:%H:%M}"
