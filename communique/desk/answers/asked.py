"""What a request asks, read within bounds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException

from communique.desk.guard import body
from communique.read.source import MAX_BYTES

if TYPE_CHECKING:
    from starlette.requests import Request

    from communique.desk.desk import Desk
    from communique.desk.window import Window

#: A text is no longer than a statement may be; JSON writes a character in up to six bytes.
_MOST = 6 * MAX_BYTES
_MOST_FORM = 20_000
_MOST_NAME = 64
#: A front matter is a list of groups of groups, within the fields that a window sends.
_DEEPEST = 20


def desk(request: Request) -> Desk:
    """Return the desk."""
    found: Desk = request.app.state.desk
    return found


def statement(request: Request) -> str:
    """Return the name of the statement that is asked for."""
    return request.query_params.get("file", "")


def window(request: Request) -> Window:
    """Return the window that asks; raises `HTTPException` where it shows no statement."""
    name = request.query_params.get("window", "")
    if not name.isalnum() or len(name) > _MOST_NAME:
        raise HTTPException(400, "A window has a name of letters and figures.")
    return desk(request).window(name, statement(request))


async def values(request: Request) -> dict[str, Any]:
    """Return the JSON object that a request brings."""
    try:
        found = json.loads(await body(request, _MOST))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not _is_shallow(found):
        raise HTTPException(400, "This is no JSON object, or one within too many others.")
    return found


def _is_shallow(found: Any) -> bool:
    """Tell whether a value has no more levels than anything that the window sends."""
    level = [found]
    for _ in range(_DEEPEST):
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
    return not level


async def form(request: Request) -> dict[str, str]:
    """Return the fields of a form that a request brings (application/x-www-form-urlencoded)."""
    data = await body(request, _MOST_FORM)
    return {key: each[0] for key, each in parse_qs(data.decode("utf-8", "replace")).items()}


def text(found: dict[str, Any], key: str) -> str:
    """Return the text of a `key`; nothing where it is none. Half a character is left out."""
    value = found.get(key)
    return value.encode("utf-8", "ignore").decode() if isinstance(value, str) else ""


def texts(found: dict[str, Any], key: str) -> tuple[str, ...]:
    """Return the texts in a list."""
    value = found.get(key)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()
