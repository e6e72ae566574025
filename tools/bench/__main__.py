"""How long it takes: this product with reading and proof, plain WeasyPrint, and Typst.

    python tools/bench [--quick] [cold] [warm] [watch] [batch] [pages] [unchanged]

All are measured in turn in one run. "Embedded" is plain WeasyPrint on the files of ``--html``,
which hold their fonts; "installed" is the same without the fonts in the file, which then come
from ``templates/fonts``. Prints Markdown.
"""

from __future__ import annotations

import datetime
import math
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import texts
from measure import ROOT, Served, run, several

if TYPE_CHECKING:
    from collections.abc import Iterator

QUICK = "--quick" in sys.argv
ROUNDS = 3 if QUICK else 9
BUILD = ROOT / "build.py"
HERE = Path(__file__).parent
PLAIN, TYPST = HERE / "plain.py", HERE / "typeset.py"
NO_FONTS = "@font-face"


def main() -> None:
    """Measure all and print it."""
    os.environ["FONTCONFIG_FILE"] = str(ROOT / "templates" / "fonts" / "fonts.conf")
    print(f"{datetime.datetime.now(tz=datetime.UTC):%Y-%m-%d}, {_machine()}, medians, in ms.\n")
    print("| case | this product | embedded | ratio | installed | ratio | Typst |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cases = {"cold": _cold, "warm": _warm, "watch": _watch, "batch": _batch}
        cases |= {"pages": _pages, "unchanged": _unchanged}
        asked = [word for word in sys.argv[1:] if word in cases]
        for case in [cases[word] for word in asked] or cases.values():
            for row in case(folder):
                print(f"| {' | '.join(row)} |", flush=True)
        if not asked:
            print(f"\n{_shares(folder)}")


def _machine() -> str:
    cores = len(os.sched_getaffinity(0))
    return f"{cores} cores, {platform.system()}, Python {platform.python_version()}"


def _row(name: str, ours: float, embedded: float, installed: float, typst: float) -> list[str]:
    ratios = (f"{ours / embedded:.2f} ×", f"{ours / installed:.2f} ×")
    times = [f"{1000 * seconds:,.0f}" for seconds in (ours, embedded, installed, typst)]
    return [name, times[0], times[1], ratios[0], times[2], ratios[1], times[3]]


def _prepared(path: Path, folder: Path) -> tuple[Path, Path, Path]:
    """Build a statement once; return its HTML with fonts and without, and its Typst."""
    run(BUILD, "-q", path, "--out", folder / "out", "--html", folder / "html")
    html = folder / "html" / path.with_suffix(".html").name
    bare = folder / "html" / f"bare-{html.name}"
    lines = html.read_text("utf-8").splitlines(keepends=True)
    bare.write_text("".join(line for line in lines if not line.startswith(NO_FONTS)), "utf-8")
    return html, bare, texts.typst(path)


def _cold(folder: Path) -> Iterator[list[str]]:
    path = texts.one(folder)
    html, bare, source = _prepared(path, folder)
    pdf = folder / "x.pdf"
    found = several(
        ROUNDS,
        ours=(BUILD, "-q", "--force", path, "--out", folder / "out"),
        embedded=(PLAIN, "cold", html, pdf),
        installed=(PLAIN, "cold", bare, pdf),
        typst=(TYPST, "cold", source, pdf),
    )
    yield _row("cold, one statement", **found)


def _warm(folder: Path) -> Iterator[list[str]]:
    path = texts.one(folder)
    html, bare, source = _prepared(path, folder)
    served = {
        "ours": Served(HERE / "ours.py", path, folder / "out"),
        "embedded": Served(PLAIN, "warm", html),
        "installed": Served(PLAIN, "warm", bare),
        "typst": Served(TYPST, "warm", source),
    }
    rounds: list[dict[str, float]] = [
        {name: each.once() for name, each in served.items()} for _ in range(3 * ROUNDS)
    ]
    for each in served.values():
        each.stop()
    warm = rounds[2:]
    yield _row("one edit, warm", **{name: median(each[name] for each in warm) for name in served})


def _watch(folder: Path) -> Iterator[list[str]]:
    source, out = folder / "watched", folder / "watched-out"
    source.mkdir()
    path = texts.one(source)
    command = [sys.executable, str(BUILD), "watch", "-q", str(source), "--out", str(out)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:  # noqa: S603  # ours
        pdf = out / path.with_suffix(".pdf").name
        while not pdf.exists():
            time.sleep(0.05)
        time.sleep(1)
        took = [_saved(path, pdf, number) for number in range(2 * ROUNDS)]
        process.kill()
    yield ["watch: save to proven PDF", f"{1000 * median(took[2:]):,.0f}", *[""] * 5]


def _saved(path: Path, pdf: Path, number: int) -> float:
    before = pdf.stat().st_mtime_ns
    text = re.sub(r"innovati\w\w", f"innovati{number:02}", path.read_text("utf-8"), count=1)
    start = time.time_ns()
    path.write_text(text, "utf-8")
    while pdf.stat().st_mtime_ns == before:
        time.sleep(0.001)
    took = (time.time_ns() - start) / 1e9
    time.sleep(0.5)
    return took


def _batch(folder: Path) -> Iterator[list[str]]:
    count = 40 if QUICK else 200
    paths = texts.many(folder / "many", count)
    out = folder / "many-out"
    html, bare, _ = _prepared(paths[0], folder)
    htmls, bares = _copies(html, count), _copies(bare, count)
    found = several(
        1 if QUICK else 3,
        ours=(BUILD, "-q", "--force", "--jobs", 2, folder / "many", "--out", out),
        embedded=(PLAIN, "batch", folder, *htmls),
        installed=(PLAIN, "batch", folder, *bares),
        typst=(TYPST, "batch", folder, *(texts.typst(path) for path in paths)),
    )
    each = {name: seconds / count for name, seconds in found.items()}
    yield _row(f"batch of {count}, two cores, a document", **each)


def _copies(html: Path, count: int) -> list[Path]:
    """Put the pages of all statements of a batch beside that of the first; return them."""
    text = html.read_text("utf-8")
    paths = [html.with_name(f"{number:05}-{html.name}") for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(text.replace("innova0000", f"innova{number:04}"), "utf-8")
    return paths


def _pages(folder: Path) -> Iterator[list[str]]:
    took: dict[int, tuple[float, float]] = {}
    for pages in (10, 100) if QUICK else (10, 100, 400):
        path = texts.long(folder, pages)
        html, bare, source = _prepared(path, folder)
        pdf = folder / "x.pdf"
        commands = {
            "ours": (BUILD, "-q", "--force", path, "--out", folder / "out"),
            "embedded": (PLAIN, "cold", html, pdf),
            "installed": (PLAIN, "cold", bare, pdf),
            "typst": (TYPST, "cold", source, pdf),
        }
        seconds = several(1 if QUICK else 3, **commands)
        # Looking at the memory takes time itself, so it is a run of its own.
        most = {name: run(*each, memory=True).memory / 2**20 for name, each in commands.items()}
        took[pages] = seconds["ours"], seconds["embedded"]
        yield _row(f"{pages} pages", **seconds)
        yield [
            f"{pages} pages, memory, MiB",
            f"{most['ours']:,.0f}",
            f"{most['embedded']:,.0f}",
            f"{most['ours'] / most['embedded']:.2f} ×",
            f"{most['installed']:,.0f}",
            f"{most['ours'] / most['installed']:.2f} ×",
            f"{most['typst']:,.0f}",
        ]
    (few, fewer), (more, most_) = [(p, took[p]) for p in sorted(took)[-2:]]
    steps = math.log(more / few)
    growth = [math.log(m / f) / steps for f, m in zip(fewer, most_, strict=True)]
    yield [f"growth, {few} to {more} pages", f"{growth[0]:.2f}", f"{growth[1]:.2f}", *[""] * 4]


def _unchanged(folder: Path) -> Iterator[list[str]]:
    count = 100 if QUICK else 1000
    paths = texts.many(folder / "archive", count)
    source, out = folder / "archive", folder / "archive-out"
    build = (BUILD, "-q", source, "--out", out)
    run(*build)
    run(*build)
    sources = [texts.typst(path) for path in paths]
    typst = run(TYPST, "batch", folder, *sources).seconds
    record = f"import json; [json.loads(x) for x in open({str(out / '.record')!r})]"
    found = several(ROUNDS, ours=build, nothing=("-c", "pass"), record=("-c", record))
    least = found["nothing"]
    reading = found["record"] - least
    ratio = (found["ours"] - reading) / least
    yield [
        f"no change, {count:,} statements ({ratio:.1f} × an empty Python, and reading the record)",
        f"{1000 * found['ours']:,.0f}",
        *[""] * 4,
        f"{1000 * typst:,.0f}",
    ]
    changed = []
    for number in range(ROUNDS):
        paths[number].write_text(paths[number].read_text("utf-8") + "\nChanged.\n", "utf-8")
        changed.append(run(*build).seconds)
    yield [f"{count:,} statements, one changed", f"{1000 * median(changed):,.0f}", *[""] * 5]


def _shares(folder: Path) -> str:
    """Return the share of each step in a warm build, and in one of many pages."""
    lines = []
    for name, path in (
        ("one page", folder / "watched"),
        ("100 pages", folder / "p100.en.md"),
    ):
        done = subprocess.run(  # noqa: S603  # ours
            [sys.executable, BUILD, "-v", "--force", path, "--out", folder / "shares"],
            capture_output=True,
            text=True,
            check=True,
        )
        steps = re.findall(r"\d (\w+) ([\d.]+)", done.stdout.splitlines()[-1].split("(")[1])
        total = sum(float(seconds) for _, seconds in steps)
        shares = ", ".join(f"{step} {100 * float(s) / total:.0f} %" for step, s in steps)
        lines.append(f"Steps, {name}: {shares}.")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
