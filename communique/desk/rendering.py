"""The pages of the desk, filled in by Jinja2 from the program's own templates.

A project's templates are no part of it: they come from whoever made the project, and the desk
shows more than a page of paper does.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import jinja2

from communique.store.paths import TEMPLATES

HOME = TEMPLATES / "desk"


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(HOME),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(template: str, **values: Any) -> str:
    """Return the page that the `template` of that name makes of these `values`."""
    return _environment().get_template(template).render(**values)
