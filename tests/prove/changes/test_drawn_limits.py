"""Lines under and through words, and bars: how far each may be from what it belongs to."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from communique.model.body import Node
from communique.model.faults import Faults
from communique.pdf_reading.content_stream.path import Shape
from communique.pdf_reading.drawing.box import Box
from communique.prove.changes import at_words, drawn
from communique.prove.changes.signs import DELETED, INSERTED, TURN

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Names of the heights of lines.
UNDER, THROUGH = "_UNDER", "_THROUGH"
BLACK, LIGHT = (0.0, 0.0, 0.0), (0.9, 0.9, 0.9)


class Run(NamedTuple):
    """What is asked of a run of letters, in type of 10 pt unless it says otherwise."""

    text: str = "x"
    left: float = 100.0
    right: float = 150.0
    baseline: float = 500.0
    size: float = 10.0
    page: int = 0
    mark: int = 1


PATH = Path("a.en.md")


def content_with(body: Any = None) -> Any:
    """Return what a page says in one language, with this text."""
    statement = SimpleNamespace(path=PATH, beside=None, body=body)
    language = SimpleNamespace(direction="ltr")
    return SimpleNamespace(versions=[SimpleNamespace(statement=statement, language=language)])


def line(left: float, right: float, middle: float, thick: float = 0.5) -> Shape:
    return Shape(0, left, middle - thick / 2, right, middle + thick / 2, BLACK)


def bar(bottom: float, top: float, left: float = 80.0, right: float = 81.0) -> Shape:
    return Shape(0, left, bottom, right, top, BLACK)


@pytest.mark.parametrize(
    ("shape", "heights", "is_at"),
    [
        (line(100, 150, 499), UNDER, True),
        (line(100, 150, 499.79), UNDER, True),
        (line(100, 150, 499.81), UNDER, False),
        (line(100, 150, 492.51), UNDER, True),
        (line(100, 150, 492.49), UNDER, False),
        (line(100, 150, 492.5), UNDER, True),
        (line(100, 150, 506), THROUGH, True),
        (line(100, 150, 501.01), THROUGH, True),
        (line(100, 150, 500.99), THROUGH, False),
        (line(100, 150, 505.99), THROUGH, True),
        (line(100, 150, 506.01), THROUGH, False),
        (line(100, 150, 498, 1.29), UNDER, True),
        (line(100, 150, 498, 1.31), UNDER, False),
        (line(102.5, 150, 499), UNDER, True),
        (line(100, 147.5, 499), UNDER, True),
        (line(102.49, 150, 499), UNDER, True),
        (line(102.51, 150, 499), UNDER, False),
        (line(100, 147.51, 499), UNDER, True),
        (line(100, 147.49, 499), UNDER, False),
        (line(10, 250, 499), UNDER, True),
        (line(98, 99.9, 499), UNDER, False),
    ],
)
def test_a_line_is_at_words_at_its_height_and_from_end_to_end(
    shape: Shape, heights: str, *, is_at: bool
) -> None:
    assert at_words.is_at(shape, Run(), getattr(drawn, heights)) is is_at  # type: ignore[arg-type]


def test_a_line_beside_a_short_word_is_not_at_it() -> None:
    short = Run(left=100.0, right=101.0)
    assert not at_words.is_at(line(98, 100, 499), short, drawn._UNDER)  # type: ignore[arg-type]
    assert not at_words.is_at(line(101, 103, 499), short, drawn._UNDER)  # type: ignore[arg-type]
    assert at_words.is_at(line(98, 100.1, 499), short, drawn._UNDER)  # type: ignore[arg-type]
    assert at_words.is_at(line(100.9, 103, 499), short, drawn._UNDER)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right", "is_own"),
    [
        (100, 150, True),
        (97.5, 152.5, True),
        (97.51, 152.49, True),
        (97.49, 150, False),
        (100, 152.51, False),
        (110, 120, True),
    ],
)
def test_a_line_is_that_of_words_where_it_ends_with_them(
    left: float, right: float, *, is_own: bool
) -> None:
    assert at_words.is_own(line(left, right, 499), Run()) is is_own  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shape", "is_seen"),
    [
        (Shape(0, 0, 0, 1, 9, BLACK), True),
        (Shape(0, 0, 0, 1, 9, (0.57, 0.57, 0.57)), True),
        (Shape(0, 0, 0, 1, 9, (0.59, 0.59, 0.59)), False),
        (Shape(0, 0, 0, 1, 9, LIGHT), False),
        (Shape(0, 0, 0, 1, 9), False),
        (Shape(0, 0, 0, 1, 9, BLACK, opacity=0.99), False),
    ],
)
def test_what_is_opaque_and_stands_out_from_paper_is_seen(shape: Shape, *, is_seen: bool) -> None:
    assert drawn._is_seen(shape) is is_seen


@pytest.mark.parametrize(
    ("shape", "is_bar"),
    [
        (bar(500, 520), True),
        (bar(500, 504), False),
        (bar(500, 504.1), True),
        (bar(500, 503.9), False),
        (bar(500, 520, 80, 84), True),
        (bar(500, 520, 80, 84.1), False),
        (Shape(0, 80, 500, 81, 520, LIGHT), False),
    ],
)
def test_a_bar_is_narrow_and_high(shape: Shape, *, is_bar: bool) -> None:
    assert drawn._is_bar(shape) is is_bar


@pytest.mark.parametrize(
    ("bottom", "top", "is_beside"),
    [
        (490, 520, True),
        (500, 504, True),
        (500.1, 520, False),
        (490, 503.9, False),
        (490, 499, False),
    ],
)
def test_a_bar_is_beside_a_line_that_it_reaches_up_at(
    bottom: float, top: float, *, is_beside: bool
) -> None:
    assert drawn._is_beside(bar(bottom, top), Run()) is is_beside  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shape", "is_beside"),
    [
        (bar(300, 500), True),
        (bar(300, 401), True),
        (bar(300, 399), False),
        (bar(400, 500), True),
        (bar(401, 500), False),
        (bar(300, 400), True),
        (bar(300, 500, 99, 100), False),
        (bar(300, 500, 200, 201), False),
        (bar(300, 500, 99, 99.9), True),
        (bar(300, 500, 99, 100.1), False),
        (bar(300, 500, 200.1, 202), True),
        (bar(300, 500, 199.9, 202), False),
        (bar(300, 500, 150, 151), False),
    ],
)
def test_a_bar_is_beside_a_picture_at_its_middle(shape: Shape, *, is_beside: bool) -> None:
    box = Box(100, 350, 200, 450)
    assert drawn._is_beside_box(shape, box, content_with()) is is_beside


@pytest.mark.parametrize(
    ("bottom", "top", "meets"),
    [
        (300, 350, False),
        (450, 500, False),
        (300, 351, True),
        (300, 349, False),
        (449, 500, True),
        (451, 500, False),
        (360, 370, True),
    ],
)
def test_a_bar_meets_a_picture_at_any_of_its_heights(
    bottom: float, top: float, *, meets: bool
) -> None:
    assert drawn._meets(bar(bottom, top), Box(100, 350, 200, 450)) is meets


def unchanged(changed: Sequence[Run], every: Sequence[Run]) -> list[str]:
    return [*drawn._unchanged(bar(400, 600), changed, every)]  # type: ignore[arg-type]


def test_a_text_beside_a_bar_is_told_unless_its_line_has_changed() -> None:
    there = Run("new", baseline=500.0)
    assert unchanged([], [Run("old")]) == ["old"]
    assert unchanged([there], [Run("near", baseline=507.4), Run("far", baseline=507.6)]) == ["far"]
    assert unchanged([there], [Run("near", baseline=492.6), Run("far", baseline=492.4)]) == ["far"]
    assert unchanged([there], [Run("at the limit", baseline=507.5)]) == []
    assert unchanged([there], [Run("large", baseline=514, size=20.0)]) == []
    assert unchanged([Run("new", baseline=700)], [Run("old")]) == ["old"]
    assert unchanged([], [Run("outside", baseline=700)]) == []


@pytest.mark.parametrize(
    ("bottom", "top", "told"),
    [
        (464.1, 563.9, []),
        (464, 564, []),
        (464.1, 564.1, ["first"]),
        (463.9, 563.9, ["last"]),
        (463.9, 564.1, ["first", "last"]),
    ],
)
def test_a_bar_may_go_on_a_little_beyond_its_lines(
    bottom: float, top: float, told: list[str]
) -> None:
    lines = [Run("last", baseline=480.0), Run("first", baseline=540.0), Run("mid", baseline=500.0)]
    found = drawn._overreached(bar(bottom, top), lines)  # type: ignore[arg-type]
    assert [each.text for each in found] == told


def test_what_a_bar_does_not_reach_is_not_beside_it() -> None:
    runs: Any = [Run("first", baseline=540.0), Run("other", baseline=700.0)]
    assert [each.text for each in drawn._overreached(bar(530, 570), runs)] == ["first"]
    below: Any = Run("below", baseline=499.0)
    old: Any = Run("old", baseline=500.0)
    assert [*drawn._unchanged(bar(500, 510), [below], [old])] == ["old"]


def test_the_largest_type_says_how_far_a_bar_may_go_on() -> None:
    lines = [Run("last", baseline=480.0, size=20.0), Run("first", baseline=540.0)]
    assert not list(drawn._overreached(bar(449, 587), lines))  # type: ignore[arg-type]
    assert not list(drawn._overreached(bar(100, 900), []))
    assert len(list(drawn._overreached(bar(447, 589), lines))) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "shapes", "told"),
    [
        ("inserted", [], ["7: this picture was inserted, and no bar is beside it: A lamp"]),
        ("inserted", [bar(300, 500)], []),
        (
            "deleted",
            [bar(300, 340)],
            ["7: this picture was deleted, and no bar is beside it: A lamp"],
        ),
        ("deleted", [bar(300, 340), bar(390, 410)], []),
        ("", [], []),
        (
            "inserted",
            [bar(300, 500, 60, 90)],
            ["7: this picture was inserted, and no bar is beside it: A lamp"],
        ),
    ],
)
def test_a_picture_that_changed_has_a_bar(
    monkeypatch: pytest.MonkeyPatch, change: str, shapes: list[Shape], told: list[str]
) -> None:
    """Pictures of the parties stand before those of the text."""
    node = Node("figure", 7, text="A lamp", change=change)  # type: ignore[arg-type]
    body = SimpleNamespace(walk=lambda: [*[Node("paragraph", 5)] * 2, node])
    content = content_with(body=body)
    pictures = [SimpleNamespace(mark=mark, box=Box(100, 350, 200, 450)) for mark in (1, 2)]
    reading: Any = SimpleNamespace(
        shapes=shapes, views=[SimpleNamespace(number=0, pictures=pictures)]
    )
    monkeypatch.setattr(drawn, "turn", lambda _: TURN)
    monkeypatch.setattr(drawn, "figures", lambda _: [1, 2])
    monkeypatch.setattr(drawn, "places", lambda tag: [(0, tag)])
    faults = Faults(Path("a.en.md"))
    drawn.pictures_barred(content, reading, faults)
    assert [f"{fault.line}: {fault.wrong}" for fault in faults] == told


Inner = list[tuple[str, int, int]]


def noted(
    monkeypatch: pytest.MonkeyPatch,
    check: Any,
    runs: list[Run],
    inner: Inner,
    shapes: list[Shape],
    **more: Any,
) -> list[str]:
    """Return what a rule says of a page with one text and some shapes."""
    block = SimpleNamespace(pieces=runs, inner=inner)
    text = SimpleNamespace(of_body=more.get("of_body", True), path=PATH)
    pictures = [SimpleNamespace(mark=9, box=box) for box in more.get("boxes", ())]
    reading = SimpleNamespace(
        shapes=shapes,
        pieces=[*runs, *more.get("others", ())],
        views=[SimpleNamespace(number=0, pictures=pictures)],
    )
    monkeypatch.setattr(drawn, "turn", lambda _: more.get("turn", TURN))
    monkeypatch.setattr(drawn, "expected", lambda *_: [text])
    monkeypatch.setattr(drawn, "spoken", lambda _: [block])
    monkeypatch.setattr(drawn, "calls_in", lambda _: more.get("calls", ()))
    faults = Faults(Path("a.en.md"))
    check(content_with(), reading, faults)
    return [fault.wrong.partition(": ")[2] for fault in faults]


NOT_UNDER = "this was inserted and is not underlined, or the other way"
NOT_THROUGH = "this was deleted and is not struck through, or the other way"
BELOW, WITHIN = line(100, 150, 499), line(100, 150, 503)
NEW, OLD = [(INSERTED, 0, 1)], [(DELETED, 0, 1)]


@pytest.mark.parametrize(
    ("inner", "shapes", "more", "told"),
    [
        (NEW, [], {}, [NOT_UNDER]),
        (NEW, [BELOW], {}, []),
        (NEW, [WITHIN], {}, [NOT_UNDER, NOT_THROUGH]),
        (NEW, [BELOW._replace(colour=LIGHT)], {}, [NOT_UNDER]),
        (NEW, [BELOW._replace(page=1)], {}, [NOT_UNDER]),
        (OLD, [], {}, [NOT_THROUGH]),
        (OLD, [WITHIN], {}, []),
        ([], [], {}, []),
        ([], [BELOW], {}, [NOT_UNDER]),
        ([], [WITHIN], {}, [NOT_THROUGH]),
        ([], [line(10, 250, 499), BELOW], {}, [NOT_UNDER]),
        ([], [line(10, 250, 499)], {}, []),
        ([], [BELOW], {"of_body": False}, []),
        ([*NEW, ("Sup", 0, 1)], [], {}, []),
        ([*NEW, ("Sub", 0, 1)], [], {}, []),
        (NEW, [], {"calls": {(0, 1)}}, []),
        (NEW, [], {"calls": {(0, 2)}}, [NOT_UNDER]),
        (NEW, [], {"turn": "corrigendum"}, []),
        ([(INSERTED, 1, 2)], [], {}, []),
        ([(INSERTED, 0, 0)], [], {}, []),
    ],
)
def test_lines_are_at_what_changed_and_at_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
    inner: Inner,
    shapes: list[Shape],
    more: dict[str, Any],
    told: list[str],
) -> None:
    found = noted(monkeypatch, drawn.lines_drawn, [Run("word")], inner, shapes, **more)
    assert found == [f"{each}: word" for each in told]
    spaces = noted(monkeypatch, drawn.lines_drawn, [Run(" ")], inner, shapes, **more)
    assert spaces == []


NO_BAR = "this has changed, and no bar is beside it"
WRONG_BAR = "a bar is beside this, which has not changed"
LONG_BAR = "a bar goes on beyond this, the first or last line that has changed"


@pytest.mark.parametrize(
    ("runs", "inner", "shapes", "more", "told"),
    [
        ([Run("new")], NEW, [], {}, [f"{NO_BAR}: new"]),
        ([Run("old")], OLD, [], {}, [f"{NO_BAR}: old"]),
        ([Run("new")], NEW, [bar(495, 510)], {}, []),
        ([Run("new")], NEW, [bar(495, 510, 160, 161)], {}, []),
        ([Run("new")], NEW, [bar(495, 510, 120, 121)], {}, [f"{NO_BAR}: new"]),
        ([Run("new")], NEW, [bar(495, 510)._replace(page=1)], {}, [f"{NO_BAR}: new"]),
        ([Run("new")], NEW, [bar(495, 510, 160, 165)], {}, [f"{NO_BAR}: new"]),
        ([Run("new")], NEW, [bar(495, 510, 160, 161)], {"others": [Run("far", 155, 170)]},
         [f"{NO_BAR}: new"]),
        ([Run("new")], NEW, [bar(495, 510)], {"others": [Run("far", 70, 75)]},
         [f"{NO_BAR}: new"]),
        ([Run("new")], NEW, [bar(495, 510)], {"others": [Run(" ", 70, 75)]}, []),
        ([Run("same")], [], [bar(495, 510)], {}, [f"{WRONG_BAR}: same"]),
        ([Run("same")], [], [bar(495, 510)], {"of_body": False}, []),
        ([Run("[same")], [], [bar(495, 510)], {}, []),
        ([Run("]")], [], [bar(495, 510)], {}, []),
        ([Run("same")], [], [], {}, []),
        ([Run(" ")], NEW, [], {}, []),
        ([Run(" "), Run("same", baseline=600)], NEW, [], {}, []),
        ([Run("new"), Run(" ", baseline=489)], NEW, [bar(488, 510)], {}, []),
        ([Run("new")], NEW, [bar(495, 510, 99, 100)], {}, [f"{NO_BAR}: new"]),
        ([Run("new")], NEW, [bar(495, 510, 150, 151)], {}, [f"{NO_BAR}: new"]),
        ([Run("new")], NEW, [bar(495, 530)], {"boxes": [None]}, [f"{LONG_BAR}: new"]),
        ([Run("new"), Run("same", baseline=480)], NEW, [bar(475, 510)], {},
         [f"{WRONG_BAR}: same", f"{LONG_BAR}: new"]),
        ([Run("new")], NEW, [bar(470, 510)], {}, [f"{LONG_BAR}: new"]),
        ([Run("new")], NEW, [bar(495, 530)], {}, [f"{LONG_BAR}: new"]),
        ([Run("new")], NEW, [bar(495, 530)], {"boxes": [Box(100, 505, 110, 530)]}, []),
        ([Run("new")], NEW, [bar(495, 530)], {"boxes": [Box(100, 600, 110, 630)]},
         [f"{LONG_BAR}: new"]),
        ([Run("new")], NEW, [], {"turn": "corrigendum"}, []),
    ],
)  # fmt: skip
def test_bars_are_beside_what_changed_and_beside_nothing_else(  # noqa: PLR0913, PLR0917  # one column each
    monkeypatch: pytest.MonkeyPatch,
    runs: list[Run],
    inner: Inner,
    shapes: list[Shape],
    more: dict[str, Any],
    told: list[str],
) -> None:
    assert noted(monkeypatch, drawn.bars_drawn, runs, inner, shapes, **more) == told
