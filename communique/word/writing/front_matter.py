"""The lines above a text, as YAML 1.2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.yaml_values import quoted, scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def written(
    values: Mapping[str, str],
    to_settle: Iterable[str],
    signatories: Sequence[Mapping[str, str]] = (),
    *,
    signed: bool = False,
) -> str:
    """Return the front matter with these keys and values, and what is `to_settle`, if anything.

    `signatories` have the keys of theirs; `signed` is whether they have.
    """
    lines = [f"{key}: {scalar(value)}" for key, value in values.items()]
    if signatories:
        lines += ["signatures:", *["  signed: true"] * signed, "  signatories:"]
    for each in signatories:
        (first, name), *rest = each.items()
        lines += [f"    - {first}: {scalar(name)}"]
        lines += [f"      {key}: {scalar(value)}" for key, value in rest]
    items = [f"  - {quoted(item)}" for item in to_settle]
    lines += ["unsettled:", *items] if items else []
    return "\n".join(("---", *lines, "---", "", ""))
