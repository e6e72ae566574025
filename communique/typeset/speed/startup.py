"""A quicker start: what other packages work out at each start is kept from the last one."""

from __future__ import annotations

import ast
import importlib
import marshal
import os
import sys
import tempfile
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import _cffi_backend
import cffi
import pyphen

from communique.store import cache

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The versions that this was written for; with others nothing is replaced.
_KNOWN = {cffi: "2.1.", pyphen: "0.18."}
#: What is kept depends on the version of the package that made it.
_MADE_BY = f"cffi {cffi.__version__}, pyphen {pyphen.__version__}, Python {sys.version}\n".encode()
#: Modules that take long to import, and are used for fonts of other kinds than ours alone.
_SELDOM = ("fontTools.subset", "fontTools.varLib.instancer")


@contextmanager
def start() -> Iterator[None]:
    """Let the block import WeasyPrint, which then takes half the time."""
    if not all(package.__version__.startswith(known) for package, known in _KNOWN.items()):
        yield
        return
    pyphen.hdcache = _Patterns(pyphen.hdcache)
    original, cffi.FFI = cffi.FFI, _Declarations
    later = {name: _Later(name) for name in _SELDOM if name not in sys.modules}
    sys.modules.update(later)
    try:
        yield
    finally:
        cffi.FFI = original
        for name in later:
            del sys.modules[name]


class _Declarations(_cffi_backend.FFI):  # type: ignore[misc]  # cffi ships no types
    """C declarations that are compiled once, not at every start (cffi, "Out-of-line ABI mode").

    With them, cffi leaves the search for a library to the system's loader, where it otherwise
    calls a compiler for each name (CPython, `ctypes.util.find_library`).
    """

    def __init__(self) -> None:
        pass  # cdef does it, once there is something to declare

    def cdef(self, text: str) -> None:
        """Declare what the C `text` says."""
        made_from = _MADE_BY + text.encode()
        kept = cache.load("declarations", made_from)
        if kept is None:
            kept = marshal.dumps(_compiled(text))
            cache.store("declarations", made_from, kept)
        arguments, options = marshal.loads(kept)  # noqa: S302  # ours, and checked
        super().__init__(*arguments, **options)

    def dlopen(self, name: str | None, flags: int = 0) -> Any:
        """Open a library for good: at the end of a process its objects are let go of after it."""
        return super().dlopen(name, flags | getattr(os, "RTLD_NODELETE", 0))


def _compiled(text: str) -> tuple[list[Any], dict[str, Any]]:
    """Return what cffi gives to `_cffi_backend.FFI` in the module it writes for the C `text`."""
    compiler = cffi.api.FFI()
    compiler.cdef(text)
    compiler.set_source("communique", None)
    with tempfile.TemporaryDirectory() as folder:
        module = Path(folder, "module.py")
        with redirect_stdout(None):  # it says that it writes
            compiler.emit_python_code(str(module))
        lines = ast.parse(module.read_bytes()).body
    calls = (line.value for line in lines if isinstance(line, ast.Assign))
    (call,) = (each for each in calls if isinstance(each, ast.Call))
    values = [ast.literal_eval(argument) for argument in call.args]
    return values, {str(each.arg): ast.literal_eval(each.value) for each in call.keywords}


class _Patterns(dict[Path, Any]):
    """Pyphen's store of patterns for hyphenation, which also finds those of an earlier start."""

    def __contains__(self, path: object) -> bool:
        if not super().__contains__(path) and isinstance(path, Path):
            kept = cache.load("hyphenation", _made_from(path))
            if kept is not None:
                patterns = pyphen.HyphDict.__new__(pyphen.HyphDict)
                patterns.patterns, patterns.maxlen = marshal.loads(kept)  # noqa: S302
                patterns.cache = {}
                super().__setitem__(path, patterns)
        return super().__contains__(path)

    def __setitem__(self, path: Path, patterns: Any) -> None:
        super().__setitem__(path, patterns)
        try:
            data = marshal.dumps((patterns.patterns, patterns.maxlen))
        except ValueError:  # some languages change letters at a hyphen, and have objects for it
            return
        cache.store("hyphenation", _made_from(path), data)


def _made_from(path: Path) -> bytes:
    return _MADE_BY + path.read_bytes()


class _Later(ModuleType):
    """A module that is imported when something in it is first called."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*arguments: Any, **options: Any) -> Any:
            return getattr(importlib.import_module(self.__name__), name)(*arguments, **options)

        return call
