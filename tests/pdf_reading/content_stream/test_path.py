"""Paths are known by the boxes around them."""

from __future__ import annotations

import pytest

from communique.pdf_reading.content_stream.path import Paint, Path, Shape

GREY, BLACK, WHITE = (0.5, 0.5, 0.5), (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)


def test_a_path_is_known_by_the_box_around_it() -> None:
    path = Path(2)
    turned = (1.0, 0.0, 0.0, -1.0, 0.0, 100.0)
    path.follow(b"re", [b"10", b"20", b"30", b"-5"], turned)
    path.follow(b"f", [], turned)
    path.follow(b"m", [b"1", b"2"], turned)
    path.follow(b"c", [b"3", b"4", b"5", b"6", b"7", b"8"], turned)
    path.follow(b"n", [], turned)  # clips, and paints nothing
    path.follow(b"S", [], turned)
    path.follow(b"m", [b"1", b"2"], turned)
    path.follow(b"l", [b"9", b"2"], turned)
    path.follow(b"S", [], turned)
    box, line = Shape(2, 10, 80, 40, 85, BLACK), Shape(2, 1, 98, 9, 98, BLACK)
    assert path.painted == [box._replace(whole=True), line]
    for operator, colour, whole in (
        (b"f", GREY, True),
        (b"F", GREY, True),
        (b"f*", GREY, False),
        (b"B", GREY, False),
        (b"S", WHITE, False),
        (b"s", WHITE, False),
    ):
        path.follow(b"re", [b"10", b"20", b"30", b"-5"], turned)
        opacity = 0.5 if colour == GREY else 0.25
        path.follow(operator, [], turned, Paint(colour, opacity))
        assert path.painted[-1] == box._replace(colour=colour, whole=whole, opacity=opacity)


@pytest.mark.parametrize(
    ("path", "drawn"),
    [
        ("1 2 9 5 re 2 3 8 4 re", False),
        ("1 2 m 9 2 l", False),
        ("1 2 m 9 2 l 9 4 l 1 4 l 1 2 l h", False),
        ("1 2 m 9 2 l 10 2 11 3 11 4 c 11 9 l 11 10 10 11 9 11 c 1 11 l 1 2 l", False),
        ("1 2 m 9 2.1 l", True),
        ("1 2 m 9 2 l 9 3 l 5 3 l 5 9 l 1 9 l", True),
        ("1 2 9 5 re 1 2 m 5 9 l 9 2 l", True),
        ("1 2 m" + " 10 2 11 3 11 4 c" * 5, True),
        ("1 2 m 10 2 11 3 11 4 c 9 9 l", True),
    ],
)
@pytest.mark.parametrize(
    "matrix", [(1.0, 0.0, 0.0, -1.0, 0.0, 9.0), (0.0, 2.0, -2.0, 0.0, 5.0, 5.0)]
)
def test_a_drawing_is_what_is_neither_boxes_nor_lines(
    path: str, matrix: tuple[float, float, float, float, float, float], *, drawn: bool
) -> None:
    followed = Path(0)
    operands: list[bytes] = []
    for token in f"{path} f".encode().split():
        if token.isalpha() and token != b"h":
            followed.follow(token, operands, matrix)
            operands = []
        elif token != b"h":
            operands.append(token)
    assert followed.drawn is drawn


def test_a_box_that_is_turned_is_a_drawing() -> None:
    path = Path(0)
    path.follow(b"re", [b"1", b"2", b"9", b"5"], (0.8, 0.6, -0.6, 0.8, 0.0, 0.0))
    path.follow(b"n", [], (1.0, 0.0, 0.0, 1.0, 0.0, 0.0))
    assert not path.drawn
    path.follow(b"re", [b"1", b"2", b"9", b"5"], (0.8, 0.6, -0.6, 0.8, 0.0, 0.0))
    path.follow(b"f", [], (1.0, 0.0, 0.0, 1.0, 0.0, 0.0))
    assert path.drawn


def test_what_is_all_cut_off_is_not_painted() -> None:
    path, box = Path(0), [b"10", b"20", b"30", b"5"]
    upright = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

    def painted(*clip: float) -> list[tuple[float, ...]]:
        path.painted.clear()
        path.follow(b"re", box, upright)
        path.follow(b"f", [], upright, clip=(clip[0], clip[1], clip[2], clip[3]))
        return [shape[1:5] for shape in path.painted]

    assert painted(20, 21, 30, 99)
    assert [shape.part for shape in path.painted] == [(20, 21, 30, 25)]
    assert painted(0, 0, 99, 99) == [(10, 20, 40, 25)]
    assert painted(20, 21, 30, 24) == [(10, 20, 40, 25)]
    assert painted(41, 0, 99, 99) == painted(0, 26, 99, 99) == painted(0, 0, 99, 20) == []
    path.follow(b"re", box, upright)
    path.clips = True
    assert path.follow(b"n", [], upright, clip=(0, 0, 30, 99)) == (10, 20, 30, 25)
    assert path.follow(b"n", [], upright, clip=(0, 0, 30, 99)) == (0, 0, 30, 99)
