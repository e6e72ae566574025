"""The templates, compiled once for all starts of the program; the only importer of Jinja2.

A project's templates come with the project, perhaps from somebody else: they run in a sandbox
(Jinja, "Sandbox"), see values and never objects that read files, and include only templates.
"""

from __future__ import annotations

import sys
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2 import BytecodeCache, StrictUndefined, TemplateNotFound
from jinja2.loaders import BaseLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from communique.compose import html_check
from communique.design import templates
from communique.store import cache as kept
from communique.store.file_state import identity

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from jinja2.bccache import Bucket
    from jinja2.runtime import Context


@cache
def environment(*, traced: bool = False) -> Environment:
    """Return what reads the files of ``templates``; an undefined name in one is an error.

    Where it is `traced`, each tag of the HTML says which template wrote it; see `html_check`.
    """
    return _Sandbox(
        loader=_Loader(),
        autoescape=True,
        undefined=StrictUndefined,
        bytecode_cache=None if traced else _Compiled(),
        extensions=[html_check.Traced] if traced else [],
        trim_blocks=True,
        lstrip_blocks=True,
    )


class _Sandbox(ImmutableSandboxedEnvironment):
    """Templates change nothing, and see of our objects what we have written ourselves.

    What a class inherits from other packages can do more: pydantic's models unpickle, paths read.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._safe: set[tuple[type, str]] = set()

    def call(__self, __context: Context, __obj: Any, *arguments: Any, **options: Any) -> Any:  # noqa: N805  # as in Jinja: options may have any name
        """Call an object, since a template may call whatever it may have."""
        return __context.call(__obj, *arguments, **options)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a template may have the attribute `attr` of `obj`, which is `value`."""
        safe = super().is_safe_attribute(obj, attr, value) and _is_harmless(obj, attr)
        if safe and not isinstance(obj, str):  # text has `format`, which Jinja looks into
            self._safe.add((type(obj), attr))
        return safe

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the attribute of `obj`: at once where it was safe for an object of its class."""
        if (type(obj), attribute) in self._safe:
            try:
                return getattr(obj, attribute)
            except AttributeError:
                pass
        return super().getattr(obj, attribute)


#: Whose objects hold nothing but text, numbers, dates and other values: Python's own, Jinja's.
_HARMLESS = frozenset({"builtins", "datetime", "jinja2", "markupsafe"})


def _is_harmless(obj: Any, attr: str) -> bool:
    """Tell whether an attribute of `obj` is a value, or is what we have written ourselves."""
    if isinstance(obj, type | ModuleType):
        return False
    kind = type(obj)
    ours = (each for each in kind.__mro__ if each.__module__.startswith("communique."))
    return (
        kind.__module__.partition(".")[0] in _HARMLESS
        or attr in getattr(obj, "__dict__", ())
        or any(attr in vars(each) for each in ours)
    )


class _Loader(BaseLoader):
    """Finds templates in the project's folder first, then in the program's."""

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002  # as in Jinja
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return the text of a template, its file, and whether both still are the same."""
        path = templates.find(template)
        if path is None:
            raise TemplateNotFound(template)
        found = identity(str(path))

        def is_current() -> bool:
            return templates.find(template) == path and identity(str(path)) == found

        return templates.text(path), str(path), is_current


class _Compiled(BytecodeCache):
    """The templates as an earlier start compiled them."""

    def load_bytecode(self, bucket: Bucket) -> None:
        if data := kept.load("template", _made_from(bucket)):
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        kept.store("template", _made_from(bucket), bucket.bytecode_to_string())


def _made_from(bucket: Bucket) -> bytes:
    return f"{bucket.key} {bucket.checksum} {sys.version} {jinja2.__version__} sandboxed".encode()
