"""Watch: what a saved file changes is made again at once, by workers that stay warm."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import DefaultFilter, watch

from communique.model.faults import FaultsError, UsageError
from communique.run import selection
from communique.run.report import say
from communique.store import places
from communique.store.naming import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from watchfiles import Change

#: A save is over when nothing has changed for so long, in ms.
_QUIET, _LONGEST = 5, 400
#: So often the watcher looks up where nothing happens, in ms.
_IDLE = 200


class _Filter(DefaultFilter):
    """Passes over hidden files, what editors put beside a file, and what is made."""

    def __init__(self, out: str) -> None:
        super().__init__()
        self._out = Path(out).resolve()

    def __call__(self, change: Change, path: str) -> bool:
        """Tell whether the change of the file at `path` matters."""
        file = Path(path)
        hidden = file.name.startswith(".") or file.name.endswith(("~", ".tmp"))
        return not hidden and self._out not in file.parents and super().__call__(change, path)


def saves(paths: Sequence[str], out: str) -> Iterator[tuple[list[str], set[Path]]]:
    """Wait for saves; yield the statements at `paths` that each may change, and what was saved.

    The first that is yielded is all of them, once watching has begun: so nothing is missed. A
    changed file of ``templates`` may change all of them, any other file those beside it. Ends
    with Ctrl-C.
    """
    places = {_folder(path) for path in paths or [selection.SOURCE]}
    changes = watch(
        *places,
        *_templates(),
        watch_filter=_Filter(out),
        debounce=_LONGEST,
        step=_QUIET,
        rust_timeout=_IDLE,
        yield_on_timeout=True,
        raise_interrupt=False,
    )
    begun = False
    for found in changes:
        saved = {Path(path) for _, path in found}
        if saved or not begun:
            try:
                yield _touched(paths, saved), saved
            except (FaultsError, UsageError) as error:
                say(str(error))
        if not begun:
            shown = ", ".join(sorted(map(selection.shown, places)))
            say(f"watching {shown} and templates; Ctrl-C ends it")
        begun = True


def _touched(paths: Sequence[str], saved: set[Path]) -> list[str]:
    return [path for path in selection.found(paths) if not saved or _concerns(saved, path)]


def in_templates(saved: Iterable[Path]) -> bool:
    """Tell whether one of the files belongs to ``templates``."""
    return any(folder in path.parents for path in saved for folder in _templates())


def in_faces(saved: Iterable[Path]) -> bool:
    """Tell whether one of them is a face."""
    return any(folder / "fonts" in path.parents for path in saved for folder in _templates())


def _templates() -> list[Path]:
    return [Path(folder) for folder in (places.TEMPLATES, places.own_templates()) if folder]


def _concerns(saved: set[Path], statement: str) -> bool:
    path = Path(statement).resolve()
    pictures = (file for file in saved if file.suffix != SUFFIX)
    beside = any(path.parent in file.parents for file in pictures)
    return path in saved or in_templates(saved) or beside


def _folder(path: str) -> str:
    return path if Path(path).is_dir() else str(Path(path).parent)
