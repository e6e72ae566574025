"""Plain WeasyPrint, untagged and unproven, as its documentation shows it.

plain.py cold HTML PDF          one document
plain.py batch OUT HTML…        many, on two cores
plain.py warm HTML              one at each line that is read; the seconds it took are written
"""

import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from weasyprint import HTML


def make(out: str, html: str) -> None:
    HTML(html).write_pdf(Path(out, Path(html).stem + ".pdf"))


if __name__ == "__main__":
    task, *rest = sys.argv[1:]
    if task == "cold":
        HTML(rest[0]).write_pdf(rest[1])
    elif task == "batch":
        with ProcessPoolExecutor(2) as pool:
            list(pool.map(partial(make, rest[0]), rest[1:], chunksize=4))
    else:
        for _ in sys.stdin:
            start = time.perf_counter()
            HTML(rest[0]).write_pdf()
            print(time.perf_counter() - start, flush=True)
