"""Paths are known by the boxes around them."""

from __future__ import annotations

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
