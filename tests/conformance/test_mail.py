"""E-mails in the programs that open them: each shows the subject, the words and the PDF."""

from __future__ import annotations

import os
import pty
import re
import subprocess
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from communique.run import pipeline
from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from communique.publish.result import ProvenFile

pytestmark = pytest.mark.conformance

STATEMENTS = [
    ROOT / "docs/example.en.md",
    *(ROOT / f"tests/statements/meeting.{tag}.md" for tag in ("ar", "el", "fr", "he", "pl", "ru")),
]
MUTTRC = """\
set folder=mail charset=utf-8
set pipe_decode wait_key=no quit=yes
alternative_order text/plain
"""


@pytest.fixture(scope="module", params=STATEMENTS, ids=lambda path: path.name)
def made(request: pytest.FixtureRequest) -> dict[str, ProvenFile]:
    return pipeline.make(read(request.param), "standard", ("eml", "text", "html", "pdf")).files


@pytest.fixture
def message(made: dict[str, ProvenFile], tmp_path: Path) -> Path:
    """Return the message in a folder of mail, as mail programs keep it (maildir)."""
    for name in ("cur", "new", "tmp"):
        (tmp_path / "mail" / name).mkdir(parents=True)
    path = tmp_path / "mail" / "cur" / "1:2,S"
    path.write_bytes(made["eml"].data)
    return path


def words(data: bytes) -> list[str]:
    return data.decode("utf-8").split()


def subject(made: dict[str, ProvenFile]) -> str:
    return str(message_from_bytes(made["eml"].data, policy=policy.default)["Subject"])


def run(*command: object, cwd: Path) -> bytes:
    environment = os.environ | {"LC_ALL": "C.UTF-8", "HOME": str(cwd)}
    done = subprocess.run(  # noqa: S603  # programs of Debian
        [str(each) for each in command], cwd=cwd, env=environment, check=True, capture_output=True
    )
    return done.stdout


def in_mutt(message: Path, keys: str) -> None:
    """Let mutt, which works in terminals alone, open a folder of mail and have `keys` pressed."""
    folder = message.parents[2]
    (folder / "muttrc").write_text(MUTTRC, "utf-8")
    own = {"HOME": str(folder), "TERM": "xterm", "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]}
    command = [
        "timeout",
        "--foreground",
        "60",
        "mutt",
        "-n",
        "-R",
        "-F",
        "muttrc",
        "-f",
        "mail",
        "-e",
        f'push "{keys}"',
    ]
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execvpe("timeout", command, own)  # noqa: S606, S607  # a program of Debian
    while True:
        try:
            shown = os.read(terminal, 65536)
        except OSError:  # Linux says so at the end of a terminal
            break
        if not shown:
            break
    os.close(terminal)
    assert os.waitpid(process, 0)[1] == 0


def test_mutt_shows_the_subject_and_the_words(made: dict[str, ProvenFile], message: Path) -> None:
    folder = message.parents[2]
    in_mutt(message, "<pipe-message>cat >shown<enter><quit>")
    head, _, body = (folder / "shown").read_bytes().partition(b"\n\n")
    said = re.sub(r"\n[ \t]+", " ", head.decode("utf-8"))
    assert f"Subject: {subject(made)}" in said.splitlines()
    plain = words(made["text"].data)
    assert words(body)[: len(plain)] == plain


def test_mu_shows_the_subject_the_words_and_the_attached_pdf(
    made: dict[str, ProvenFile], message: Path
) -> None:
    folder = message.parents[2]
    shown = run("mu", "view", message, cwd=folder).decode("utf-8")
    said, attachments, body = shown.split("\n", 2)
    assert said == f"Subject: {subject(made)}"
    assert re.fullmatch(r"Attachments: \S+\.pdf", attachments)
    assert body.split() == words(made["text"].data)
    run("mu", "extract", "--save-attachments", "--target-dir", folder, message, cwd=folder)
    (attached,) = folder.glob("*.pdf")
    assert attached.read_bytes() == made["pdf"].data


def test_munpack_finds_the_text_the_page_and_the_pdf(
    made: dict[str, ProvenFile], message: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "unpacked"
    folder.mkdir()
    listed = run("munpack", "-t", message, cwd=folder).decode("utf-8")
    kinds = re.findall(r"^(\S+) \(([a-z/]+)\s*\)$", listed, re.MULTILINE)
    assert [kind for _, kind in kinds] == ["text/plain", "text/html", "application/pdf"]
    text, page, attached = ((folder / name).read_bytes() for name, _ in kinds)
    assert words(text) == words(made["text"].data)
    assert words(page) == words(made["html"].data)
    assert attached == made["pdf"].data


def test_python_reads_the_same_words(made: dict[str, ProvenFile]) -> None:
    opened = message_from_bytes(made["eml"].data, policy=policy.default)
    plain = opened.get_body(("plain",))
    assert plain is not None
    assert plain.get_content().split() == words(made["text"].data)
