"""The page on versions: its commands are typed in their order and make the files that it names."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from communique.command import cli, status
from tests.docs.pages import FENCE, VERSIONS, text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MADE = re.compile(r"`(out/[\w.-]+\.pdf)`")
_LANGUAGE = {"Lights": "en", "Les": "fr"}


def steps() -> Iterator[tuple[str, list[str], set[str]]]:
    """Yield of each section its heading, its code blocks in order, and the PDFs that it names."""
    for section in re.split(r"^## ", text(VERSIONS), flags=re.MULTILINE)[1:]:
        blocks = [f"{kind}\n{code}" for _, kind, code in FENCE.findall(section)]
        yield section.partition("\n")[0], blocks, set(_MADE.findall(section))


@pytest.mark.usefixtures("warm")
def test_the_way_from_draft_to_corrigendum_is_as_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "communique.yaml").touch()
    source = tmp_path / "source"
    source.mkdir()
    for heading, blocks, named in steps():
        if heading.startswith("5"):
            for path in source.iterdir():
                kept = re.sub(r"^embargo:.*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
                path.write_text(kept, "utf-8")
        if heading.startswith("6"):
            path = source / "lights.en.md"
            changed = path.read_text("utf-8").replace("nine", "ten")
            day = re.search(r"`(updated: .+?)`", text(VERSIONS))
            assert day
            path.write_text(changed.replace("issued:", f"{day[1]}\nissued:", 1), "utf-8")
        for block in blocks:
            kind, _, code = block.partition("\n")
            if kind == "markdown":
                title = re.search(r"^title: (\w+)", code, re.MULTILINE)
                assert title
                (source / f"lights.{_LANGUAGE[title[1]]}.md").write_text(code, "utf-8")
                continue
            for command in code.splitlines():
                words = shlex.split(command)
                wanted = status.REFUSED if words[2] == "compare" else status.WELL
                assert cli.main(words[2:]) == wanted, (command, capsys.readouterr().err)
        assert named
        assert [name for name in named if not (tmp_path / name).is_file()] == [], heading
    said = capsys.readouterr()
    assert "5 passages in brackets" in said.out
    assert "lights.en.embargoed.pdf" in said.out + said.err
    assert "the corrigendum has no date" not in said.out + said.err
    originals = {path.name for path in (tmp_path / "out").glob("*alternat*")}
    assert originals == {
        "lights.en+fr.parallel.alternat-1.embargoed.pdf",
        "lights.en+fr.parallel.alternat-2.embargoed.pdf",
    }
