"""Watch: what a saved file changes is made again at once, by workers that stay warm."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import DefaultFilter, watch

from communique.outputs import OUTPUTS
from communique.run import selection
from communique.store import places
from communique.store.naming import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from watchfiles import Change

    from communique.run.report import Report

#: How the names of files end that are made.
_MADE = frozenset(output.suffix for output in OUTPUTS.values())
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
        """Tell whether the change of the file at `path` matters.

        Statements may lie in ``out``, where that is the folder of the whole project.
        """
        file = Path(path)
        hidden = file.name.startswith(".") or file.name.endswith(("~", ".tmp"))
        made = file.suffix in _MADE and self._out in file.parents
        return not (hidden or made) and super().__call__(change, path)


def saves(paths: Sequence[str], out: str, report: Report) -> Iterator[set[Path]]:
    """Wait for saves of files beside the statements at `paths`, or of ``templates``.

    Yield what was saved, renamed or deleted. What is yielded first is nothing, once watching has
    begun: so no save is missed. Says when the project's settings change. Goes on until Ctrl-C
    raises `KeyboardInterrupt`.
    """
    folders = {_folder(path) for path in paths or [selection.source()]}
    changes = watch(
        *folders,
        *_templates(),
        watch_filter=_Filter(out),
        debounce=_LONGEST,
        step=_QUIET,
        rust_timeout=_IDLE,
        yield_on_timeout=True,
    )
    begun, settings = False, _settings()
    for found in changes:
        if settings != (settings := _settings()):
            report.notice(f"{places.SETTINGS} has changed; press Ctrl-C and start again to use it")
        saved = {Path(path) for _, path in found}
        if saved or not begun:
            yield saved if begun else set()
        if not begun:
            shown = ", ".join(sorted(map(places.shown, folders)))
            report.notice(f"watching {shown} and templates; stop with Ctrl-C")
        begun = True


def _settings() -> bytes:
    """Return what the project's settings say, or nothing where it has none."""
    try:
        return Path(places.project(), places.SETTINGS).read_bytes()
    except OSError:
        return b""


def in_templates(saved: Iterable[Path]) -> bool:
    """Tell whether one of the files belongs to ``templates``."""
    return any(folder in path.parents for path in saved for folder in _templates())


def in_fonts(saved: Iterable[Path]) -> bool:
    """Tell whether one of them is a font."""
    return any(folder / "fonts" in path.parents for path in saved for folder in _templates())


def _templates() -> list[Path]:
    return [Path(folder) for folder in (places.TEMPLATES, places.own_templates()) if folder]


def concerns(saved: set[Path], statement: str) -> bool:
    """Tell whether one of the files is the statement at that path, or may be part of it."""
    path = Path(statement).resolve()
    pictures = (file for file in saved if file.suffix != SUFFIX)
    beside = any(path.parent in file.parents for file in pictures)
    return path in saved or in_templates(saved) or beside


def _folder(path: str) -> str:
    return path if Path(path).is_dir() else str(Path(path).parent)
