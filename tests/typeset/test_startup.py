"""A quicker start: what is kept of other packages."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.samples import ROOT
from tests.typed import said_and_imported

OPENED = """
import gc
from communique.typeset.speed.startup import _Declarations
ffi = _Declarations()
ffi.cdef("const char *pango_version_string(void);")
library = ffi.dlopen("libpango-1.0.so.0", ffi.RTLD_NOW)
assert "libpango-1.0" in open("/proc/self/maps").read()
del library
gc.collect()
print("libpango-1.0" in open("/proc/self/maps").read())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the process tells its libraries (proc(5))")
def test_a_library_stays_while_objects_of_it_may_be_left() -> None:
    done = subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, "-c", OPENED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "True\n"


def test_what_typesets_imports_nothing_that_reads_composes_or_proves() -> None:
    _, modules = said_and_imported("from communique.typeset import engine; engine.warm()")
    assert "weasyprint" in modules
    assert not {"babel", "jinja2", "markdown_it", "pydantic", "pypdf", "ruamel.yaml"} & modules
