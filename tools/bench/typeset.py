"""Typst, untagged and unproven: the same words as headings and paragraphs.

typeset.py cold TYP PDF         one document
typeset.py batch OUT TYP…       many, on two cores
typeset.py warm TYP             one at each line that is read; the seconds it took are written
"""

import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import typst


def make(out: str, source: str) -> None:
    typst.compile(source, output=str(Path(out, Path(source).stem + ".pdf")))


if __name__ == "__main__":
    task, *rest = sys.argv[1:]
    if task == "cold":
        typst.compile(rest[0], output=rest[1])
    elif task == "batch":
        with ProcessPoolExecutor(2) as pool:
            list(pool.map(partial(make, rest[0]), rest[1:], chunksize=4))
    else:
        compiler = typst.Compiler(rest[0])
        for _ in sys.stdin:
            text = Path(rest[0]).read_text("utf-8")
            Path(rest[0]).write_text(text + "\nMore.", "utf-8")  # as one who edits it
            start = time.perf_counter()
            compiler.compile(rest[0])
            print(time.perf_counter() - start, flush=True)
            Path(rest[0]).write_text(text, "utf-8")
