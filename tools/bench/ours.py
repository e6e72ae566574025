"""One edit, warm: a worker reads, makes, proves and publishes at each line that is read."""

import sys
import time
from pathlib import Path

from communique.publish import atomic
from communique.run.pool import Pool, do

if __name__ == "__main__":
    path, out = Path(sys.argv[1]), Path(sys.argv[2])
    workers = Pool(1)
    text = path.read_text("utf-8")
    for number, _ in enumerate(sys.stdin):
        path.write_text(text.replace("innovation", f"innovati{number:02}", 1), "utf-8")
        start = time.perf_counter()
        statement = workers.executor.submit(do, "read", path).result()
        proven = workers.executor.submit(do, "make", (statement,), "standard").result()
        atomic.deliver(proven, out, {"pdf": "one.en.pdf"})
        print(time.perf_counter() - start, flush=True)
    path.write_text(text, "utf-8")
    workers.stop()
