"""Pipes, sockets, devices and folders in the place of a file are refused as what they are."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.model.faults import StatementError
from communique.read.source import read
from tests.samples import with_body

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Refusal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files in folders")


def _socket(path: Path) -> None:
    folder = os.open(path.parent, os.O_RDONLY)  # its whole path may be too long for a socket
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(f"/proc/self/fd/{folder}/{path.name}")
    os.close(folder)


MADE: dict[str, Callable[[Path], None]] = {
    "a pipe": os.mkfifo,
    "a folder": lambda path: path.mkdir(),
    "a socket": _socket,
}


@pytest.mark.parametrize("kind", MADE)
def test_a_picture_that_is_no_file_is_refused_as_what_it_is(
    refusal: Refusal, tmp_path: Path, kind: str
) -> None:
    MADE[kind](tmp_path / "a.png")
    wrong = f"5: image: a.png is {kind}; put a picture there"
    assert refusal(with_body("![A](a.png)")) == [wrong]


@pytest.mark.parametrize("kind", MADE)
def test_a_statement_that_is_no_file_is_refused_as_what_it_is(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "meeting.en.md"
    MADE[kind](path)
    with pytest.raises(StatementError) as caught:
        read(path)
    assert str(caught.value) == f"{path}:1: file: it is {kind}; put a file there"


def test_a_device_is_refused_as_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "meeting.en.md").symlink_to("/dev/zero")
    with pytest.raises(StatementError, match="1: file: it is a device; put a file there"):
        read(tmp_path / "meeting.en.md")
