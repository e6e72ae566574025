"""FriBidi gives the levels of UAX 9."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.bidi import fribidi
from communique.bidi.fribidi import embedding_levels, mirror_image
from communique.model.faults import UsageError
from tests.bidi import reference

#: Characters of every class that a statement may have, a few of the most common ones more often.
CHARACTERS = "aé1234567890אבش١٢۳+-−%$°٪,.:/ \u00a0()[]{}!–«»“”&@\u05b0\u0301\u200d\u200b\u00ad"
MARKS = "\u200e\u200f\u061c"
UNSEEN = f"{MARKS}\u200d\u200b\u00ad"


@pytest.mark.parametrize(
    ("text", "direction", "levels"),
    [
        ("", "rtl", ""),
        ("car is אבג", "ltr", "0000000111"),
        ("car is אבג", "rtl", "2222221111"),
        ("אב 12-15%", "rtl", "111222222"),
        ("شب 12-15%", "rtl", "111221221"),
        ("אב 12–15", "rtl", "11122122"),
        ("אב a(b) ג", "rtl", "111222211"),
        ("אב (a) ג", "rtl", "11112111"),
        ("a (אב) b", "ltr", "00011000"),
    ],
)
def test_levels_are_those_of_the_annex(text: str, direction: str, levels: str) -> None:
    assert "".join(map(str, embedding_levels(text, direction))) == levels


@settings(max_examples=300)
@given(st.text(CHARACTERS + MARKS, max_size=24), st.sampled_from(["ltr", "rtl"]))
def test_two_witnesses_agree_on_any_text(text: str, direction: str) -> None:
    ours, theirs = embedding_levels(text, direction), reference.embedding_levels(text, direction)
    seen = [place for place, each in enumerate(text) if each not in UNSEEN]
    assert [ours[place] for place in seen] == [theirs[place] for place in seen]


@pytest.mark.parametrize("pair", ["()", "[]", "{}", "<>", "«»", "‹›", "≤≥", "⟨⟩", "≪≫", "≮≯", "⊂⊃"])
def test_a_mirror_image_is_that_of_unicode(pair: str) -> None:
    assert [*map(mirror_image, pair)] == [*reversed(pair)]


@pytest.mark.parametrize("character", "a1–“≠∑√½")
def test_a_character_without_a_mirror_image_is_its_own(character: str) -> None:
    assert mirror_image(character) == character


def test_without_the_library_the_message_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fribidi, "_NAMES", ("libfribidi-of-nobody.so",))
    fribidi._library.cache_clear()
    try:
        with pytest.raises(UsageError, match="FriBidi"):
            embedding_levels("א", "rtl")
    finally:
        fribidi._library.cache_clear()


@pytest.mark.skipif(sys.platform == "win32", reason="its folder of libraries is another one")
def test_the_library_is_opened_once() -> None:
    assert fribidi._library() is fribidi._library()
