"""The templates, compiled once for all starts of the program; the only importer of Jinja2."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

import jinja2
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined

from communique.store import cache as kept
from communique.store.paths import TEMPLATES

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


@cache
def environment() -> Environment:
    """Return what reads the files of ``templates``; an undefined name in one is an error."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        bytecode_cache=_Compiled(),
        trim_blocks=True,
        lstrip_blocks=True,
    )


class _Compiled(BytecodeCache):
    """The templates as an earlier start compiled them."""

    def load_bytecode(self, bucket: Bucket) -> None:
        if data := kept.load("template", _made_from(bucket)):
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        kept.store("template", _made_from(bucket), bucket.bytecode_to_string())


def _made_from(bucket: Bucket) -> bytes:
    return f"{bucket.key} {bucket.checksum} {sys.version} {jinja2.__version__}".encode()
