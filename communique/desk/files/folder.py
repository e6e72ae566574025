"""The folder that the desk shows: the statements in it, and a new one."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from communique.design import language, yaml_lines
from communique.model.faults import Faults, UsageError
from communique.publish import atomic
from communique.read.yaml_values import scalar
from communique.run.statements import Found
from communique.store.naming import SUFFIX

#: So much of a file is looked at for its title.
_HEAD = 20_000
#: The title, with the lines that go on with it.
_TITLE = re.compile(r"^title:[ \t]+\S.*(?:\n[ \t]+\S.*)*", re.MULTILINE)
_NAMED = re.compile(rf"(?P<slug>.+)\.(?P<tag>[A-Za-z]{{2,3}}(?:-[A-Za-z0-9]+)*){re.escape(SUFFIX)}")
_LONGEST = 60
_FIRST_WORDS = "Write the text here.\n"


class Entry(NamedTuple):
    """A statement in the list: one version of it."""

    name: str
    """Its path from the folder, with slashes."""
    slug: str
    """The name without language and ending, the same for all its versions."""
    tag: str
    """Its language (BCP 47), or nothing where the name does not say it."""
    title: str
    changed: datetime

    @property
    def language(self) -> str:
        """The language by its English name."""
        return language.english_name(self.tag) if self.tag else "Language not said"


class Folder:
    """A folder with statements, and with all below it."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()

    def names(self) -> dict[str, Path]:
        """Return the statements by their names; one that a link leads out to is none of them."""
        there = Found()
        there.add_folder(str(self.path), "")
        found = {}
        for each in sorted(there.statements):
            path = Path(each)
            if path.is_file() and path.resolve().is_relative_to(self.path):
                found[path.relative_to(self.path).as_posix()] = path
        return found

    def path_of(self, name: str) -> Path | None:
        """Return where the statement of that name is; None where there is none in this folder."""
        return self.names().get(name)

    def entries(self) -> dict[str, list[Entry]]:
        """Return the statements with their versions, those first that were changed last."""
        found: dict[str, list[Entry]] = {}
        for name, path in self.names().items():
            entry = _entry(name, path)
            found.setdefault(entry.slug, []).append(entry)
        for versions in found.values():
            versions.sort(key=lambda each: each.tag != "en")  # whoever reads the desk reads English
        newest = sorted(
            found.items(), key=lambda item: max(each.changed for each in item[1]), reverse=True
        )
        return dict(newest)

    def versions(self, name: str) -> list[Entry]:
        """Return the versions of the statement of that name, itself among them."""
        slug = _parted(name)[0]
        every = self.names().items()
        return [_entry(each, path) for each, path in every if _parted(each)[0] == slug]

    def new(self, title: str, tag: str) -> str:
        """Write a new statement with that `title`; return its name.

        Raises `UsageError` where there is no such language.
        """
        self._check(tag)
        return self._write(slug(title), tag, f"---\ntitle: {scalar(title)}\n---\n\n{_FIRST_WORDS}")

    def new_version(self, name: str, tag: str) -> str:
        """Write the statement of that name again as a beginning of its version in `tag`.

        Return the name of that. Raises `UsageError` where there is one, or no such statement or
        language.
        """
        self._check(tag)
        path = self.path_of(name)
        if path is None:
            raise UsageError(f"there is no statement {name}; choose one of the list")
        stem = _parted(name)[0]
        other = f"{stem}.{tag}{SUFFIX}"
        if (self.path / other).exists():
            raise UsageError(f"{other} is there already; open it in the list")
        text = path.read_text("utf-8")
        text = re.sub(r"^language:.*\n", "", text, count=1, flags=re.MULTILINE)
        atomic.write(self.path / other, text.encode())
        return other

    def _check(self, tag: str) -> None:
        if tag not in language.names():
            raise UsageError(f"there is no language {tag}; choose one of the list")

    def _write(self, stem: str, tag: str, text: str) -> str:
        """Write a file under a name that none has yet; return it."""
        number, name = 1, f"{stem}.{tag}{SUFFIX}"
        while (self.path / name).exists():
            number += 1
            name = f"{stem}-{number}.{tag}{SUFFIX}"
        atomic.write(self.path / name, text.encode())
        return name


def slug(title: str) -> str:
    """Return a `title` as the name of a file: small letters, figures and hyphens."""
    plain = unicodedata.normalize("NFC", title).lower()
    kept = "".join(each if each.isalnum() else "-" for each in plain)
    return re.sub("-+", "-", kept).strip("-")[:_LONGEST].strip("-") or "statement"


def _parted(name: str) -> tuple[str, str]:
    match = _NAMED.fullmatch(name)
    if match and language.is_tag(match["tag"]):
        return match["slug"], match["tag"]
    return name.removesuffix(SUFFIX), ""


def _entry(name: str, path: Path) -> Entry:
    stem, tag = _parted(name)
    with path.open("rb") as file:
        head = file.read(_HEAD).decode("utf-8", "replace")
    shown = _title(head) or stem
    changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    return Entry(name, stem, tag, shown, changed)


def _title(head: str) -> str:
    """Return the title at the beginning of a file, without quotes and comments (YAML 1.2)."""
    found = _TITLE.search(head.replace("\r\n", "\n"))
    value = yaml_lines.parse(found[0], 1, Faults(Path())).values.get("title") if found else None
    return str(value) if isinstance(value, str) else ""
