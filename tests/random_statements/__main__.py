"""Writes a random statement: `python -m tests.random_statements 17 FOLDER`, the one of seed 17."""

import sys
from pathlib import Path

from tests.random_statements import statement

print(statement(int(sys.argv[1])).write(Path(sys.argv[2])))
