"""Whatever bytes a file holds, reading gives a statement or a refusal, and nothing else."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from communique.model.faults import StatementError
from communique.model.statement import Statement
from communique.read.source import read
from tests.samples import HEAD, with_body, with_front

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
---
title: 'A: title'
kind: joint statement
issued: 2023-09-29 16:06
issuers:
  - name: {text: B, language: fr}
    country: NO
keywords: [a, b]
---

## One

Two *three **four*** [five](https://example.org)[^a].

1. six
2. seven

> eight

| nine | ten |
|------|----:|
| a    | b   |

[^a]: Eleven.
"""
MARKS = "-:#&*!|>'\"%@`[]{}()<>,?~^_=\\/. \t\n\r0123456789abé\u00a0\u200b\u202e\ufeff\0"
LAUGHS = "\n".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in pairwise("abcdefgh"))

NASTY: dict[str, str | bytes] = {
    "nothing": b"",
    "hyphens only": b"---",
    "hyphens upon hyphens": b"---\n" * 1000,
    "NULs": b"\0" * 1000,
    "NULs on lines": HEAD.encode() + b"\0\n" * 1000,
    "all bytes": bytes(range(256)),
    "a lone surrogate": HEAD.encode() + b"\xed\xa0\x80\xed\xbf\xbf",
    "overlong UTF-8": HEAD.encode() + b"\xc0\xaf\xe0\x80\xaf",
    "UTF-16": with_body("One.").encode("utf-16"),
    "UTF-32": with_body("One.").encode("utf-32"),
    "marks upon marks": "\ufeff" * 10 + with_body("One."),
    "5000 opening brackets": with_body("[" * 5000),
    "5000 pictures begun": with_body("![" * 5000),
    "3000 links begun": with_body("[a](" * 3000),
    "5000 quotes": with_body(">" * 5000),
    "5000 lists": with_body("- " * 5000 + "a"),
    "3000 emphases": with_body("*_" * 3000),
    "3000 emphases with words": with_body("*a **b " * 3000),
    "5000 backslashes": with_body("\\" * 5000),
    "5000 backticks": with_body("`" * 5000),
    "5000 smaller-than signs": with_body("<" * 5000),
    "5000 ampersands": with_body("&" * 5000),
    "5000 bars": with_body("|" * 5000),
    "1000 columns": with_body("\n".join("|" + cell * 1000 for cell in ("a|", "-|", "b|"))),
    "1000 calls of one note": with_body("[^a]" * 1000),
    "300 notes": with_body("\n\n".join(f"[^{n}]: a" for n in range(300))),
    "a line of 100000 letters": with_body("a" * 100_000),
    "a title of 100000 letters": with_front("title: " + "a" * 100_000),
    "a key of 100000 letters": with_front("a" * 100_000 + ": b\ntitle: A"),
    "a number of 100000 digits": with_front("title: A\nsymbol: " + "9" * 100_000),
    "a number beyond all": with_front("title: 1e999999\nsymbol: 1e999999"),
    "a date of 5000 digits": with_front("title: A\nissued: " + "9" * 5000),
    "a list marker of ten digits": with_body("1234567890. a\n\n999999999. b\n1. c"),
    "1000 YAML lists": with_front("title: " + "[" * 1000),
    "2000 YAML groups": with_front("title: " + "{a: " * 2000),
    "3000 YAML list items": with_front("title:\n" + "- " * 3000),
    "a billion laughs": with_front(f"a: &a [x]\n{LAUGHS}\ntitle: *h"),
    "a YAML value inside itself": with_front("title: &a [*a]"),
    "an object of Python": with_front("title: !!python/object/apply:os.system [exit]"),
    "merge keys": with_front("a: &a {title: A}\n<<: *a\n<<: [*a, *a]"),
    "a set and an ordered map": with_front("title: !!set {a, b}\nkind: !!omap [a: b]"),
    "binary YAML": with_front("title: !!binary R0lGODlh"),
    "a YAML version": with_front("%YAML 9.9\ntitle: A"),
    "keys that are lists": with_front("? [a]\n: b\n? {c: d}\n: e\ntitle: A"),
    "escapes of YAML": with_front(r'title: "\0\x07\ud800\U0010ffff\N\L\P\_"'),
    "entities of every kind": with_body("&#0; &#xD800; &#1114112; &#x7fffffff; &nosuch;"),
    "addresses that are none": with_body(
        "[a](http://[) <http://[::1> ![b](http://[) [c](%) [d](<>) [e](#%ff)"
    ),
    "writing from right to left": with_body("\u202e\u2067\u200f[a]\u202c(https://example.org)"),
    "two hundred combining marks": with_body("e" + "\u0301" * 200),
    "characters beyond the plane": with_body("\U0001f600\U00020000\U0010fffd"),
}


@pytest.mark.parametrize("data", NASTY.values(), ids=list(NASTY))
def test_nasty_input_is_read_or_refused(tmp_path: Path, data: str | bytes) -> None:
    read_or_refused(tmp_path, data if isinstance(data, bytes) else data.encode())


FEW = settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@FEW
@given(st.binary(max_size=300))
@example(b"---\n")
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    read_or_refused(tmp_path, data)
    read_or_refused(tmp_path, HEAD.encode() + data)


@FEW
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_is_read_or_refused(tmp_path: Path, front: str, body: str) -> None:
    read_or_refused(tmp_path, encoded(f"---\n{front}\n---\n{body}"))
    read_or_refused(tmp_path, encoded(f"---\ntitle: {front}\n---\n{body}"))


@FEW
@given(st.text(MARKS, max_size=80), st.text(MARKS, max_size=120))
def test_any_marks_are_read_or_refused(tmp_path: Path, front: str, body: str) -> None:
    read_or_refused(tmp_path, encoded(f"---\ntitle: A\n{front}\n---\n{body}"))
    read_or_refused(tmp_path, encoded(with_body(body)))


@FEW
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(GOOD)), st.integers(0, 9), st.text(MARKS, max_size=4) | st.text("\n")
        ),
        min_size=1,
        max_size=6,
    )
)
def test_a_good_statement_with_changes_is_read_or_refused(
    tmp_path: Path, changes: list[tuple[int, int, str]]
) -> None:
    text = GOOD
    for place, length, other in changes:
        text = text[:place] + other + text[place + length :]
    read_or_refused(tmp_path, encoded(text))


def test_the_good_statement_is_good(tmp_path: Path) -> None:
    assert isinstance(read_or_refused(tmp_path, GOOD.encode()), Statement)


@pytest.mark.parametrize(
    "text",
    [
        with_front("title: {te\n\n  xt}"),
        with_front("title: A\nissued: |\n  2023\n  09"),
        with_body('[One](https://example.org "two\nthree")'),
        with_body("![One](a%0Ab.png)"),
    ],
    ids=["a key", "a value", "a title", "a name"],
)
def test_a_message_is_one_line(tmp_path: Path, text: str) -> None:
    assert isinstance(read_or_refused(tmp_path, text.encode()), StatementError)


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def read_or_refused(folder: Path, data: bytes) -> Statement | StatementError:
    """Read a file of these bytes; any other outcome than these two is an error of the test."""
    path = folder / "meeting.en.md"
    path.write_bytes(data)
    try:
        return read(path)
    except StatementError as error:
        refusal = error
    last = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 2
    assert refusal.faults
    assert [fault for fault in refusal.faults if not 1 <= fault.line <= last] == []
    assert len(str(refusal).splitlines()) == len(refusal.faults)
    return refusal
