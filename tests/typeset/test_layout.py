"""Lengths resolved by the quicker layout are those that the engine resolves."""

from __future__ import annotations

import importlib.util
from math import inf
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.boxes import BlockBox, PageBox
from weasyprint.layout import percent

from communique.typeset.speed.layout import _resolve_percentages

SIDES = ("top", "right", "bottom", "left")
NUMBERS = st.integers(0, 400)
LENGTHS = st.builds(Dimension, NUMBERS, st.sampled_from(("px", "%")))
AUTO = LENGTHS | st.just("auto")
MOST = LENGTHS | st.just(Dimension(inf, "px"))


def original() -> Any:
    """Return the engine's own module as it is on the disk, whatever was replaced in it."""
    name = "weasyprint.layout.percent_as_it_is"
    spec = importlib.util.spec_from_file_location(name, percent.__file__)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ENGINE = original()
STYLES = st.fixed_dictionaries(
    {
        **{f"margin_{side}": AUTO for side in SIDES},
        **{f"padding_{side}": LENGTHS for side in SIDES},
        **{f"border_{side}_width": NUMBERS for side in SIDES},
        **dict.fromkeys(("width", "height", "min_width", "min_height"), AUTO),
        **dict.fromkeys(("max_width", "max_height"), MOST),
        "border_collapse": st.sampled_from(("collapse", "separate")),
        "box_sizing": st.sampled_from(("content-box", "padding-box", "border-box")),
    }
)


def resolved(resolve: Any, kind: Any, style: dict[str, Any], around: Any) -> dict[str, Any]:
    box = kind.__new__(kind)
    box.style, box.border_top_width = style, 3
    resolve(box, around)
    return dict(vars(box))


@given(STYLES, st.sampled_from((BlockBox, PageBox)), NUMBERS, NUMBERS | st.just("auto"))
def test_lengths_are_those_of_the_engine(
    style: dict[str, Any], kind: type, width: int, height: int | str
) -> None:
    if kind is PageBox and height == "auto":
        height = width  # a page has a height
    for around in ((width, height), containing(width, height)):
        ours = resolved(_resolve_percentages, kind, style, around)
        theirs = resolved(ENGINE.resolve_percentages, kind, style, around)
        # Compared as text: 0 % of what has no end is no number, and unlike itself.
        assert sorted(map(repr, ours.items())) == sorted(map(repr, theirs.items()))


def containing(width: int, height: int | str) -> Any:
    """Return a box that contains others."""
    box = BlockBox.__new__(BlockBox)
    vars(box).update(width=width, height=height)
    return box
