"""What ``communique.yaml`` says: what is built of a project, and where it goes.

It is read at every start, so this imports little: what was found right is kept in the cache.
"""

from __future__ import annotations

import json
import os

from communique.store import cache, places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from communique.command.options import Options

#: Where PDFs go if nothing else is said.
OUT = "out"


class Settings:
    """What a project is built as, where a command does not say it."""

    __slots__ = ("editions", "languages", "out", "outputs")

    def __init__(
        self,
        editions: list[str] | None = None,
        languages: list[str] | None = None,
        outputs: list[str] | None = None,
        out: str = OUT,
    ) -> None:
        self.editions = editions or []
        """The names of editions; none stands for the standard one."""
        self.languages = languages or []
        """The tags of two languages, for editions in two, or none."""
        self.outputs = outputs or []
        """The names of outputs; none stands for the PDF."""
        self.out = os.path.join(places.project(), out)
        """The full path of the folder for what is made."""


def fill(options: Options) -> None:
    """Let the settings say what the `options` leave out: editions, outputs, where files go.

    Raises `SettingsError` where the settings are wrong.
    """
    settings = load()
    options.edition = options.edition or settings.editions
    options.output = getattr(options, "output", None) or settings.outputs
    options.out = getattr(options, "out", None) or settings.out


def load() -> Settings:
    """Return the settings of the project we are in; raises `SettingsError` where they are wrong.

    A project without the file has those of an empty one.
    """
    try:
        with open(os.path.join(places.project(), places.SETTINGS), "rb") as file:
            data = file.read()
    except FileNotFoundError:
        return Settings()
    kept = cache.load("settings", data)
    if kept is None:
        from communique.command.settings import file as settings_file  # noqa: PLC0415  # seldom new

        kept = json.dumps(settings_file.checked(data)).encode()
        cache.store("settings", data, kept)
    return Settings(**json.loads(kept))
