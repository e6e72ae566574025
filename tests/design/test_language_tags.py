"""The tags of languages (BCP 47), and which way they are written."""

from __future__ import annotations

import pytest

from communique.design import language
from communique.model import values


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("ar", "rtl"),
        ("he", "rtl"),
        ("fa-AF", "rtl"),
        ("ckb", "rtl"),
        ("en", "ltr"),
        ("sr-Cyrl", "ltr"),
    ],
)
def test_a_direction_is_known_without_a_file(tag: str, direction: str) -> None:
    assert language.direction(tag) == direction


@pytest.mark.parametrize(
    "tag",
    [
        "en",
        "EN",
        "en-GB",
        "zh-Hant-TW",
        "sr-Latn",
        "es-419",
        "de-1996",
        "yue",
        "cnr",
        "ar-u-nu-arab",
    ],
)
def test_these_are_languages(tag: str) -> None:
    assert language.is_tag(tag)


@pytest.mark.parametrize(
    "tag",
    [
        "",
        "e",
        "xx",
        "english",
        "en_GB",
        "en-",
        "-en",
        "en-QQQ",
        "en-Abcd",
        "en GB",
        "v2",
        "en\n",
        "ar-u-nu-xxxx",
    ],
)
def test_these_are_no_languages(tag: str) -> None:
    assert not language.is_tag(tag)


@pytest.mark.parametrize(
    ("tag", "canonical"),
    [
        ("EN", "en"),
        ("zh-hANT-tw", "zh-Hant-TW"),
        ("de-AT-1996", "de-AT-1996"),
        ("ar-eg-U-NU-Latn", "ar-EG-u-nu-latn"),
    ],
)
def test_a_tag_is_written_in_one_way(tag: str, canonical: str) -> None:
    assert values.canonical(tag) == canonical
